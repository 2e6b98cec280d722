/** What is said of the program that the result needs, by the states of it. */

/** @import { About, Reason, RuntimeState } from "./machine.mjs" */

/** @type {Record<Reason, string>} */
const RUNTIME_REASONS = {
  "missing-file": "Auf dem Server fehlt eine Datei.",
  "wrong-kind": "Der Server kündigt eine Datei falsch an, und der Browser führt sie deshalb nicht aus.",
  "damaged-file": "Eine Datei ist beschädigt oder abgeschnitten angekommen.",
  "no-connection": "Eine Datei ist nicht angekommen. Vielleicht ist die Verbindung unterbrochen.",
  stalled: "Es kommt seit einer Weile nichts mehr an. Vielleicht ist die Verbindung sehr langsam oder unterbrochen.",
  "worker-died": "Der Browser hat das Programm für das Ergebnis beendet, vielleicht weil der Speicher knapp ist.",
  forbidden: "Eine Einstellung des Servers verbietet dem Browser, das Programm für das Ergebnis zu starten.",
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
    return `Das Programm für das Ergebnis wird geladen: Schritt 1 von 2, ${loadedPercent(state)} %`;
  }
  if (state.phase === "starting") return "Das Programm für das Ergebnis wird gestartet: Schritt 2 von 2";
  if (state.phase === "ready") return "Das Ergebnis kann jetzt berechnet werden.";
  if (state.phase === "failed") return "Das Programm für das Ergebnis konnte nicht geladen werden.";
  if (state.reason) return `${runtimeReason(state.reason)} Beim nächsten Ergebnis startet es neu.`;
  return "Das Programm für das Ergebnis wird geladen, sobald Sie beginnen.";
}

/**
 * Returns what a screen reader hears when the phase changes; the percentages stay on the screen.
 *
 * @param {RuntimeState} state
 * @returns {string}
 */
export function runtimeAnnouncement(state) {
  if (state.phase === "downloading") return "Das Programm für das Ergebnis wird geladen. Sie können schon antworten.";
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
