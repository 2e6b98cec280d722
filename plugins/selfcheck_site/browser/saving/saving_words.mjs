/** The German sentences about saving: whether everything is in a file, and what became of the draft on this device. */

/** @import { Standing } from "./standing.mjs" */

/**
 * @param {Standing} standing
 * @returns {string}
 */
export function standingLine(standing) {
  switch (standing.kind) {
    case "empty":
      return "Noch ist nichts eingetragen, das zu speichern wäre.";
    case "unsaved":
      return "Noch nicht in einer Datei gespeichert.";
    case "asked":
      return "Der Bogen wird gespeichert. Sehen Sie nach, ob die Datei da ist, meist im Ordner „Downloads“.";
    case "confirmed":
      return "Sie haben bestätigt, dass die Datei da ist. Seitdem ist nichts dazugekommen.";
    case "written":
      return `Ist gespeichert, um ${timeOf(standing.moment)} Uhr in der Datei „${standing.name}“.`;
    case "opened":
      return "Seit dem Öffnen des Bogens ist nichts dazugekommen.";
  }
}

export const NOT_WRITTEN =
  "In die gewählte Datei ließ sich nicht schreiben. Der Browser speichert den Bogen stattdessen wie eine heruntergeladene Datei.";

/**
 * @param {string} moment such as 2026-05-31T14:05:09+02:00
 * @returns {string} such as 14:05
 */
function timeOf(moment) {
  return moment.slice(11, 16);
}

/**
 * @param {string} moment
 * @returns {string} such as 31.05.2026, 14:05 Uhr
 */
function dayAndTimeOf(moment) {
  return `${moment.slice(0, 10).split("-").reverse().join(".")}, ${timeOf(moment)} Uhr`;
}

/** What is well with the draft, and beside its choice. */
export const DRAFT = {
  off: "",
  deleted: "Der Entwurf ist gelöscht. Auf diesem Gerät ist nichts mehr abgelegt.",
};

/** What a person has to know of the draft wherever they are. */
export const DRAFT_NOTICES = {
  gone: "Der Entwurf wurde in einem anderen Tab gelöscht. Was hier steht, wird nicht mehr gemerkt. Speichern Sie den Bogen als Datei oder wählen Sie das Merken noch einmal.",
  opening: "Der Entwurf auf diesem Gerät wird geöffnet …",
  stuck:
    "Der Entwurf auf diesem Gerät ist noch nicht geöffnet, weil das Programm dafür nicht geladen werden konnte. Er wird geöffnet, sobald es geladen ist. Was Sie jetzt eintragen, wird nicht gemerkt, damit es ihn nicht überschreibt.",
  refused:
    "Der Entwurf auf diesem Gerät lässt sich nicht öffnen. Vielleicht stammt er von einer neueren Fassung dieser Seite: Laden Sie die Seite neu. Was Sie jetzt eintragen, wird nicht gemerkt, damit es ihn nicht überschreibt.",
  waiting:
    "Auf diesem Gerät liegt ein Entwurf, der nicht geöffnet ist. Was Sie jetzt eintragen, wird nicht gemerkt, damit es ihn nicht überschreibt.",
  conflict:
    "Der Entwurf auf diesem Gerät ist in einem anderen Tab weitergeschrieben worden. Damit nichts verloren geht, wird von hier aus nichts mehr gemerkt. Welcher Stand soll gelten?",
  full: "Der Entwurf passt nicht mehr in den Speicher des Browsers und ist nicht auf dem neuesten Stand. Speichern Sie den Bogen als Datei.",
};

/**
 * @param {string} moment of the last remembering
 * @param {string} until the last day on which it is kept
 * @returns {string}
 */
export function remembered(moment, until) {
  return `Als Entwurf auf diesem Gerät gemerkt: Stand ${dayAndTimeOf(moment)}, aufgehoben bis ${until.split("-").reverse().join(".")}.`;
}
