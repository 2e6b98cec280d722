/** Every German sentence that the search says. */

/** Kind of a page → the word beside a single result, and the heading over several. @type {Record<string, [one: string, many: string]>} */
export const KINDS = {
  artikel: ["Artikel", "Artikel"],
  methode: ["Methode", "Methoden"],
  kommune: ["Kommune", "Kommunen"],
  rueckhalt: ["Rückhalt", "Rückhalt"],
  seite: ["Seite", "Seiten"],
  frage: ["Frage im Selbstcheck", "Fragen im Selbstcheck"],
  werkstatt: ["Mitwirken und Technik", "Mitwirken und Technik"],
  liste: ["Liste", "Listen"],
};

export const SAYS = {
  empty: "Geben Sie ein oder mehrere Wörter ein.",
  loading: "Die Suche lädt …",
  best: "Am besten passend",
  failed: "Die Suche konnte nicht geladen werden. Vielleicht ist die Verbindung unterbrochen.",
  offline: "Dieses Gerät ist gerade offline. Die Suche braucht eine Verbindung.",
  instead: "Weiter unten auf dieser Seite stehen alle Titel nach Thema.",
  retry: "Noch einmal versuchen",
  unfiltered: "Ohne Filter suchen",
  hints: [
    "Nehmen Sie ein einzelnes Wort, zum Beispiel „Beteiligung“ statt eines ganzen Satzes.",
    "Nehmen Sie ein anderes Wort mit ähnlicher Bedeutung.",
    "Oder wählen Sie weiter unten aus allen Titeln.",
  ],
};

/**
 * @param {number} count
 * @param {string} typed
 * @returns {string}
 */
export function countLine(count, typed) {
  if (count === 0) return `Nichts gefunden für „${typed}“.`;
  return `${count === 1 ? "Ein Treffer" : `${count} Treffer`} für „${typed}“.`;
}

/** @param {string} typed stop words, signs or a single letter */
export function noWordLine(typed) {
  return `„${typed}“ sagt der Suche zu wenig. Geben Sie ein Wort ein, das etwas benennt.`;
}

/**
 * @param {number} hidden results that only the filter hides
 * @returns {string}
 */
export function filteredLine(hidden) {
  if (hidden === 1) return "Ohne die Filter gibt es einen Treffer.";
  return `Ohne die Filter gibt es ${hidden} Treffer.`;
}

/** @param {string} typed @param {string} used */
export function correctedLine(typed, used) {
  return `„${typed}“ kommt nicht vor. Gesucht wurde nach „${used}“.`;
}

/** @param {string} typed */
export function unknownLine(typed) {
  return `„${typed}“ kommt auf keiner Seite vor.`;
}

export const DID_YOU_MEAN = "Meinten Sie";

/** @param {number} count @param {string} kind heading of the group */
export function moreLine(count, kind) {
  return `${count} weitere anzeigen: ${kind}`;
}
