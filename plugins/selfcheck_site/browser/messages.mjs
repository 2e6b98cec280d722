/** Every German sentence that the page itself says; what comes from the core arrives with its own words. */

/** @import { Stop } from "./sheet/stops.mjs" */
/** @import { Tally } from "./sheet/tally.mjs" */

export const ERROR_PREFIX = "Fehler:";

export const REASONS_HINT =
  "Sie können auch ohne Begründung weitergehen. Im Ergebnis fehlt sie dann, und danach gefragt wird nicht noch einmal.";

export const BEGIN = "Beginnen";
export const GO_ON = "Mit der nächsten offenen Frage weitermachen";
export const LOOK = "Ergebnis ansehen";
export const ON = "Weiter";
export const CHECK = "Antworten prüfen";
export const ONE_AT_A_TIME = "Eine Frage je Bildschirm";
export const SEVERAL_AT_ONCE = "Mehrere Fragen je Bildschirm";

export const FILE = {
  tooLargeHint: "Wählen Sie die Datei, die beim Speichern des Bogens entstanden ist.",
  unreadable: "Die Datei ließ sich nicht lesen.",
  unreadableHint: "Prüfen Sie, ob sie noch am selben Ort liegt und nicht in einem anderen Programm geöffnet ist.",
  fatal: "Die Datei ließ sich nicht öffnen: Der Browser hat das Programm dabei zweimal beendet.",
  fatalHint:
    "Vielleicht ist der Speicher knapp. Schließen Sie andere Tabs und wählen Sie die Datei noch einmal, oder öffnen Sie sie in einem anderen Browser.",
  kept: "Die Datei wurde nicht übernommen. Ihre Antworten stehen unverändert auf der Seite.",
};

const NOTHING_YET = "Noch ist keine Frage bearbeitet.";

/** By the names that the core has for its views, in each of their states. */
export const RENDERED = {
  answers: {
    computing: "Die Antworten werden zusammengestellt …",
    waiting: "Die Antworten werden zusammengestellt, sobald das Programm dafür geladen ist …",
    opening: "Die Antworten werden zusammengestellt, sobald der Entwurf geöffnet ist …",
    ready: "Die Antworten sind zusammengestellt.",
    empty: NOTHING_YET,
    failed: "Die Antworten konnten nicht zusammengestellt werden.",
  },
  result: {
    computing: "Das Ergebnis wird berechnet …",
    waiting: "Das Ergebnis wird berechnet, sobald das Programm dafür geladen ist …",
    opening: "Das Ergebnis wird berechnet, sobald der Entwurf geöffnet ist …",
    ready: "Das Ergebnis ist berechnet.",
    empty: NOTHING_YET,
    failed: "Das Ergebnis konnte nicht berechnet werden.",
  },
};

/**
 * @param {number} most bytes
 * @returns {string}
 */
export function fileTooLarge(most) {
  const megabytes = (most / 2 ** 20).toLocaleString("de-DE", { maximumFractionDigits: 1 });
  return `Die Datei ist zu groß. Ein gespeicherter Bogen hat höchstens ${megabytes} MB.`;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 * @returns {string} the number with the noun that agrees with it
 */
function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * @param {Tally} tally
 * @returns {string}
 */
export function progressLine({ dealtWith, total }) {
  return `${dealtWith} von ${counted(total, "Frage", "Fragen")} bearbeitet`;
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
  if (tally.open > 0)
    return `Noch offen: ${tally.open} von ${counted(tally.total, "Frage", "Fragen")}${beside ? `, dazu ${beside}` : ""}`;
  if (tally.preset > 0) return `Nichts mehr offen, aber ${beside}`;
  const all = tally.total === 1 ? "Die Frage ist" : `Alle ${tally.total} Fragen sind`;
  return `Nichts mehr offen: ${all} bearbeitet${beside ? `, davon ${beside}` : ""}.`;
}

/**
 * @param {Tally} tally
 * @returns {string}
 */
export function taskStatus({ dealtWith, preset, unreasoned, total }) {
  const begun = dealtWith ? [`${dealtWith} von ${total}`] : [];
  const check = [
    ...(preset ? [presetCount(preset)] : []),
    ...(unreasoned ? [unreasoned === 1 ? "Begründung fehlt" : `${unreasoned} Begründungen fehlen`] : []),
  ];
  if (check.length) return [...begun, ...check].join(", ");
  return dealtWith && dealtWith === total ? "Fertig" : (begun[0] ?? "Noch nicht begonnen");
}

/**
 * Returns how far what is asked about the sheet is filled in: who it is about, and who answers.
 *
 * @param {Readonly<Record<"municipality-type" | "perspective", string>>} details
 * @returns {string}
 */
export function aboutStatus(details) {
  const given = [details["municipality-type"], details.perspective].filter(Boolean);
  return given.length === 2 ? "Fertig" : given.length ? "Angefangen" : "Noch nicht begonnen";
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
  const questions = counted(count, "Frage", "Fragen");
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
 * Returns where on the way a field's heading stands.
 *
 * @param {Stop} stop
 * @param {number} field its number
 * @param {number} fields how many there are
 * @returns {string}
 */
export function positionOf({ kind, position, count }, field, fields) {
  const part = kind === "question" ? "Frage" : "Thema";
  const inside = kind === "field" || count === 1 ? "" : `, ${part} ${position} von ${count}`;
  return `Feld ${field} von ${fields}${inside}`;
}

/**
 * Returns where one is and how far, for the line that stays in sight.
 *
 * @param {string} position on the way, empty where the view is none of the questions
 * @param {Tally} tally
 * @returns {string}
 */
export function placeInSight(position, tally) {
  return [...(position ? [position] : []), progressLine(tally)].join(" · ");
}

/**
 * @param {string} view whose title it is
 * @returns {string}
 */
export function returnTo(view) {
  return `Zurück zu „${view}“`;
}

/**
 * Returns why the sheet asks more than before: a link led to a question that it left out.
 *
 * @param {boolean} isInForm whether it was left out because the sheet is about other fields
 * @param {number} total of questions now
 * @returns {string}
 */
export function widened(isInForm, total) {
  return isInForm
    ? "Diese Frage gehört zu einem anderen Handlungsfeld. Der Bogen enthält deshalb jetzt alle Handlungsfelder."
    : `Diese Frage steht nur in der Langform. Deshalb ist jetzt die Langform gewählt, mit ${total} Fragen. Unter „Angaben zum Bogen“ können Sie wieder wechseln.`;
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
 * @param {string} name of the file that was chosen
 * @param {"reading" | "waiting" | "stuck"} progress
 * @returns {string}
 */
export function fileState(name, progress) {
  if (progress === "reading") return `Die Datei „${name}“ wird geöffnet …`;
  if (progress === "waiting") return `Die Datei „${name}“ wird geöffnet, sobald das Programm dafür geladen ist …`;
  return `Die Datei „${name}“ ist noch nicht geöffnet, weil das Programm dafür nicht geladen werden konnte. Sie bleibt gewählt und wird geöffnet, sobald es geladen ist.`;
}

/**
 * @param {string} subject what was opened
 * @param {Tally} tally
 * @param {number} notices
 * @returns {string}
 */
export function opened(subject, tally, notices) {
  const rest = notices ? ` ${counted(notices, "Hinweis", "Hinweise")} dazu:` : "";
  return `${subject} ist geöffnet, ${progressLine(tally)}.${rest}`;
}

/** Where a sheet comes from that is opened, and what that means. */
export const SOURCES = {
  file: {
    title: "Bogen geöffnet",
    subject: "Der Bogen",
    same: "Wenn Sie ihn wieder speichern, bleibt es derselbe Bogen: Eine Berichtigung ist keine zweite Stimme.",
    replaces:
      "Auf dieser Seite stehen Antworten, die noch nicht gespeichert sind. Die Datei, die Sie öffnen, tritt an ihre Stelle.",
  },
  draft: {
    title: "Entwurf geöffnet",
    subject: "Der Entwurf",
    same: "Wenn Sie ihn als Datei speichern, bleibt es derselbe Bogen: Eine Berichtigung ist keine zweite Stimme.",
    replaces:
      "Auf dieser Seite stehen Antworten, die noch nicht gespeichert sind. Der Entwurf, der auf diesem Gerät gemerkt ist, tritt an ihre Stelle.",
  },
};

export const NEW_SHEET = {
  title: "Neuer Bogen",
  text: "Es ist jetzt ein neuer Bogen mit denselben Antworten und dem heutigen Datum. Er zählt neben dem bisherigen.",
};

/**
 * @param {string} date such as 2026-05-31, from a file that does not tell whether somebody typed it
 * @returns {string}
 */
export function dateOfOlderFile(date) {
  const german = date.split("-").reverse().join(".");
  return ` Er trägt das Datum ${german}. Soll der heutige Tag gelten, leeren Sie das Feld „Stand vom“.`;
}
