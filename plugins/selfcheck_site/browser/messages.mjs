/** Every German sentence that the page itself says; what comes from the core arrives with its own words. */

/** @import { About, Reason, RuntimeState } from "./runtime/machine.mjs" */
/** @import { Tally } from "./sheet/tally.mjs" */

export const ERROR_PREFIX = "Fehler:";

export const REASONS_HINT =
  "Sie können auch ohne Begründung weitergehen. Im Ergebnis fehlt sie dann. Gehen Sie dafür noch einmal denselben Weg.";

export const GO_ON = "Weiter ausfüllen";

export const FILE = {
  reading: "Die Datei wird gelesen …",
  waiting: "Die Datei wird gelesen, sobald das Rechenwerk geladen ist …",
  tooLargeHint: "Wählen Sie die Datei, die beim Speichern des Bogens entstanden ist.",
  unreadable: "Die Datei ließ sich nicht lesen.",
  unreadableHint: "Prüfen Sie, ob sie noch am selben Ort liegt und nicht in einem anderen Programm geöffnet ist.",
  unavailable: "Die Datei lässt sich gerade nicht öffnen, weil das Rechenwerk nicht läuft.",
  kept: "Die Datei wurde nicht übernommen. Ihre Antworten stehen unverändert auf der Seite.",
};

const NOTHING_YET = "Noch ist keine Frage bearbeitet.";

/** By the names that the core has for its views, in each of their states. */
export const RENDERED = {
  answers: {
    computing: "Die Antworten werden zusammengestellt …",
    waiting: "Die Antworten werden zusammengestellt, sobald das Rechenwerk geladen ist …",
    ready: "Die Antworten sind zusammengestellt.",
    empty: NOTHING_YET,
    failed: "Die Antworten konnten nicht zusammengestellt werden.",
  },
  result: {
    computing: "Das Ergebnis wird berechnet …",
    waiting: "Das Ergebnis wird berechnet, sobald das Rechenwerk geladen ist …",
    ready: "Das Ergebnis ist berechnet.",
    empty: NOTHING_YET,
    failed: "Das Ergebnis konnte nicht berechnet werden.",
  },
};

/** @type {Record<Reason, string>} */
const RUNTIME_REASONS = {
  "missing-file": "Auf dem Server fehlt eine Datei.",
  "wrong-kind": "Der Server kündigt eine Datei falsch an, und der Browser führt sie deshalb nicht aus.",
  "damaged-file": "Eine Datei ist beschädigt oder abgeschnitten angekommen.",
  "no-connection": "Eine Datei ist nicht angekommen. Vielleicht ist die Verbindung unterbrochen.",
  stalled: "Es kommt seit einer Weile nichts mehr an. Vielleicht ist die Verbindung sehr langsam oder unterbrochen.",
  "worker-died": "Der Browser hat das Rechenwerk beendet, vielleicht weil der Speicher knapp ist.",
  forbidden: "Eine Einstellung des Servers verbietet dem Browser, das Rechenwerk zu starten.",
  "no-webassembly":
    "In diesem Browser ist WebAssembly abgeschaltet, und ohne WebAssembly rechnet er nicht. Schalten Sie es ein, oder nehmen Sie einen anderen Browser.",
  "too-old-browser":
    "Dieser Browser ist dafür zu alt. Mit einer aktuellen Fassung von Firefox, Chrome, Edge oder Safari geht es.",
};

/**
 * Returns why there is no runtime; that the device is offline goes before every other reason.
 *
 * @param {Reason | undefined} reason
 * @returns {string}
 */
export function runtimeReason(reason) {
  if (!navigator.onLine && reason !== "too-old-browser" && reason !== "no-webassembly") {
    return "Dieses Gerät ist gerade offline. Stellen Sie die Verbindung her und laden Sie noch einmal.";
  }
  return reason ? RUNTIME_REASONS[reason] : "Die Ursache ist unbekannt.";
}

/**
 * Returns what whoever runs the server needs to know, empty where it is not the server's fault.
 *
 * @param {Reason} reason
 * @param {About} about
 * @returns {string}
 */
export function runtimeRemedy(reason, { file, found }) {
  const told = "Sagen Sie es bitte der Stelle, die diese Seite betreibt:";
  if (reason === "missing-file") return `${told} Die Datei „${file}“ ist nicht abrufbar (Antwort ${found}).`;
  if (reason === "wrong-kind") {
    return `${told} Die Datei „${file}“ muss als „text/javascript“ kommen, sie kommt als „${found}“.`;
  }
  if (reason === "damaged-file" && file) {
    return `Hilft noch einmal laden nicht, sagen Sie es bitte der Stelle, die diese Seite betreibt: Die Datei „${file}“ hat nicht den Inhalt, mit dem die Seite gebaut wurde.`;
  }
  if (reason === "forbidden") {
    const missing =
      found === "wasm-unsafe-eval" ? "„script-src“ die Angabe „'wasm-unsafe-eval'“" : "„worker-src“ die Angabe „blob:“";
    return `${told} In der Kopfzeile „Content-Security-Policy“ fehlt bei ${missing}.`;
  }
  return "";
}

/**
 * Returns what the status line shows.
 *
 * @param {RuntimeState} state
 * @returns {string}
 */
export function runtimeLine(state) {
  if (state.phase === "downloading") {
    return `Rechenwerk wird geladen: Schritt 1 von 2, ${loadedPercent(state)} %`;
  }
  if (state.phase === "starting") return "Rechenwerk wird gestartet: Schritt 2 von 2";
  if (state.phase === "ready") return "Das Rechenwerk ist bereit.";
  if (state.phase === "failed") return "Das Rechenwerk konnte nicht geladen werden.";
  if (state.reason) return `${runtimeReason(state.reason)} Beim nächsten Ergebnis startet es neu.`;
  return "Das Rechenwerk für das Ergebnis wird geladen, sobald Sie beginnen.";
}

/**
 * Returns what a screen reader hears when the phase changes; the percentages stay on the screen.
 *
 * @param {RuntimeState} state
 * @returns {string}
 */
export function runtimeAnnouncement(state) {
  if (state.phase === "downloading") return "Das Rechenwerk wird geladen. Sie können schon antworten.";
  if (state.phase === "failed") return `${runtimeLine(state)} ${runtimeReason(state.reason)}`;
  return runtimeLine(state);
}

/**
 * @param {{ loaded: number, total: number }} state
 * @returns {number} 0 to 100, rounded down
 */
export function loadedPercent({ loaded, total }) {
  return total > 0 ? Math.floor((100 * loaded) / total) : 0;
}

/**
 * @param {number} most bytes
 * @returns {string}
 */
export function fileTooLarge(most) {
  const megabytes = (most / 2 ** 20).toLocaleString("de-DE", { maximumFractionDigits: 1 });
  return `Die Datei ist zu groß. Ein gespeicherter Bogen hat höchstens ${megabytes} MB.`;
}

/**
 * @param {Tally} tally
 * @returns {string}
 */
export function progressLine({ dealtWith, total }) {
  return `${dealtWith} von ${total} Fragen bearbeitet`;
}

/**
 * @param {Tally} tally
 * @returns {string}
 */
export function openFigure(tally) {
  const beside = [
    ...(tally.unknown ? [`${tally.unknown} „weiß nicht“`] : []),
    ...(tally.preset ? [presetCount(tally.preset)] : []),
  ].join(" und ");
  if (tally.open > 0) return `Noch offen: ${tally.open} von ${tally.total} Fragen${beside ? `, dazu ${beside}` : ""}`;
  if (tally.preset > 0) return `Nichts mehr offen, aber ${beside}`;
  return `Nichts mehr offen: Alle ${tally.total} Fragen sind bearbeitet${beside ? `, davon ${beside}` : ""}.`;
}

/**
 * @param {Tally} tally
 * @returns {string}
 */
export function taskStatus({ dealtWith, preset, total }) {
  const begun = dealtWith ? [`${dealtWith} von ${total}`] : [];
  if (preset) return [...begun, presetCount(preset)].join(", ");
  return dealtWith && dealtWith === total ? "Fertig" : (begun[0] ?? "Noch nicht begonnen");
}

/**
 * @param {number} count
 * @returns {string}
 */
function presetCount(count) {
  return `${count} voreingestellt, bitte prüfen`;
}

/**
 * @param {number} count
 * @returns {string}
 */
export function presetsMade(count) {
  if (count === 0) return "Für diese Art der Kommune ist keine Frage voreingestellt.";
  const questions = count === 1 ? "einer Frage" : `${count} Fragen`;
  const answers = count === 1 ? "diese Antwort" : "diese Antworten";
  return `Bei ${questions} ist jetzt „nicht zuständig“ voreingestellt. Bitte prüfen Sie ${answers}: Bestätigen oder ändern Sie sie.`;
}

/**
 * @param {string[]} titles of the fields that the sheet is about
 * @param {number} all how many fields there are
 * @returns {string}
 */
export function onlyTheseFields(titles, all) {
  const [first, second] = titles.map((title) => `„${title}“`);
  if (titles.length === 1) return `Dieser Bogen enthält nur das Handlungsfeld ${first}, die anderen sind ausgeblendet.`;
  const fields =
    titles.length === 2 ? `die Handlungsfelder ${first} und ${second}` : `${titles.length} von ${all} Handlungsfeldern`;
  return `Dieser Bogen enthält nur ${fields}, die anderen sind ausgeblendet.`;
}

/**
 * @param {string} question
 * @returns {string}
 */
export function missingReason(question) {
  return `Bitte tragen Sie ein, warum die Frage „${question}“ entfällt.`;
}

/**
 * @param {readonly string[]} links that were typed as a link and are none, one or more
 * @returns {string}
 */
export function linksThatAreNone(links) {
  const quoted = links.map((link) => `„${link}“`).join(", ");
  const [are, stays] =
    links.length === 1
      ? ["ist keine Internetadresse", "Es wird als Text beim Nachweis gespeichert"]
      : ["sind keine Internetadressen", "Sie werden als Text bei den Nachweisen gespeichert"];
  return `${quoted} ${are}. ${stays}. Soll ein Link daraus werden, tragen Sie die ganze Adresse ein, mit „https://“ am Anfang.`;
}

/**
 * @param {Tally} tally
 * @param {number} notices
 * @returns {string}
 */
export function opened(tally, notices) {
  const rest = notices === 1 ? " Ein Hinweis dazu:" : ` ${notices} Hinweise dazu:`;
  return `Der Bogen ist geöffnet, ${progressLine(tally)}.${notices ? rest : ""}`;
}

export const SAME_SHEET =
  "Wenn Sie ihn wieder speichern, bleibt es derselbe Bogen: Eine Berichtigung ist keine zweite Stimme.";

export const NEW_SHEET =
  "Es ist jetzt ein neuer Bogen mit denselben Antworten und dem heutigen Datum. Er zählt neben dem, den Sie geöffnet haben.";

/**
 * @param {string} date such as 2026-05-31, from a file that does not tell whether somebody typed it
 * @returns {string}
 */
export function dateOfOlderFile(date) {
  const german = date.split("-").reverse().join(".");
  return ` Er trägt das Datum ${german}. Soll der heutige Tag gelten, leeren Sie das Feld „Stand vom“.`;
}
