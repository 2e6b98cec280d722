/**
 * German words as the search compares them: without case, umlauts and endings.
 *
 * The same in Python is `word_forms.py`, which made the index; whoever changes one changes both.
 */

const WORD = /[\p{L}\p{N}]+/gu;
const GENDERED = /(?<=[\p{L}\p{N}])[*:_·/]-?in(?:nen)?(?![\p{L}\p{N}])/gu;
const MARKS = /[\u0300-\u036f]/g;
const ENDINGS = ["ern", "em", "en", "er", "es", "e", "n"];
const THIRD_PERSON = ["tet", "det"];
const BEFORE_S = "bdfghklmnprt";
const SHORTEST_STEM = 3;

/**
 * Returns the words of what somebody typed, as typed.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function surfaces(text) {
  return text.normalize("NFC").replaceAll("\u00ad", "").replace(GENDERED, "").match(WORD) ?? [];
}

/**
 * Returns the word in lower case with „ä“, „ae“ → „a“, likewise o and u, „ß“ → „ss“, and without accents.
 *
 * @param {string} word
 * @returns {string}
 */
export function folded(word) {
  const plain = word.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(MARKS, "");
  return plain
    .replace(/(?<![aeq])ue/g, "u")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o");
}

/**
 * Returns a folded word without its ending of number, case and gender, at least three letters.
 *
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  if (/^\p{N}+$/u.test(word)) return word;
  let rest = without(word, "innen", 4);
  if (rest.endsWith("erin")) rest = without(rest, "in", 4);
  if (THIRD_PERSON.some((each) => rest.endsWith(each))) return without(rest, "et", 4);
  const ending = ENDINGS.find((each) => rest.endsWith(each) && rest.length - each.length >= SHORTEST_STEM);
  if (ending) return withoutDoubledS(rest.slice(0, -ending.length));
  if (rest.endsWith("s") && rest.length > SHORTEST_STEM && BEFORE_S.includes(rest.charAt(rest.length - 2))) {
    return rest.slice(0, -1);
  }
  return withoutDoubledS(rest);
}

/** @param {string} word @param {string} ending @param {number} left */
function without(word, ending, left) {
  return word.endsWith(ending) && word.length - ending.length >= left ? word.slice(0, -ending.length) : word;
}

/** „Ergebnisse“ belongs to „Ergebnis“. @param {string} word */
function withoutDoubledS(word) {
  return word.endsWith("niss") ? word.slice(0, -1) : word;
}
