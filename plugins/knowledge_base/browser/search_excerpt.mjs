/** The place of a text that shows best why a page was found. */

import { folded, stem } from "./search_words.mjs";

/** @typedef {{ text: string, matched: boolean }} Piece */

const WORD = /[\p{L}\p{N}]+/gu;
const WORDS_SHOWN = 32;
const WORDS_BEFORE = 6;
const SHORTEST_INSIDE = 4;

/**
 * Cuts a text into pieces that match and pieces that do not.
 *
 * @param {string} text
 * @param {string[]} marks stems
 * @returns {Piece[]}
 */
export function pieces(text, marks) {
  return cut(text, wordsOf(text, marks));
}

/**
 * Returns the stretch with the most different matches, or nothing where there is none.
 *
 * @param {string} text
 * @param {string[]} marks stems
 * @returns {Piece[]}
 */
export function excerpt(text, marks) {
  const words = wordsOf(text, marks);
  const start = bestStart(words);
  if (start === undefined) return [];
  const shown = words.slice(start, start + WORDS_SHOWN);
  const from = shown[0]?.from ?? 0;
  const last = shown.at(-1)?.to ?? text.length;
  const to = start + WORDS_SHOWN < words.length ? last : text.length;
  const moved = shown.map((word) => ({ ...word, from: word.from - from, to: word.to - from }));
  const before = { text: from > 0 ? "… " : "", matched: false };
  const after = { text: to < text.length ? " …" : "", matched: false };
  return [before, ...cut(text.slice(from, to), moved), after].filter((piece) => piece.text !== "");
}

/**
 * Returns how a text begins.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function beginning(text) {
  const next = wordsOf(text, [])[WORDS_SHOWN];
  return text === "" ? [] : [{ text: next ? `${text.slice(0, next.from).trim()} …` : text, matched: false }];
}

/** @typedef {{ from: number, to: number, mark: string | undefined }} Word */

/** @param {string} text @param {string[]} marks @returns {Word[]} */
function wordsOf(text, marks) {
  /** @type {Map<string, string | undefined>} */
  const known = new Map();
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    if (!known.has(word)) known.set(word, markOf(stem(folded(word)), marks));
    return { from: index, to: index + word.length, mark: known.get(word) };
  });
}

/** The mark that a word belongs to: itself, a longer one around it, or a part of it. @param {string} word @param {string[]} marks */
function markOf(word, marks) {
  return marks.find(
    (mark) =>
      mark === word ||
      (mark.length >= SHORTEST_INSIDE && word.includes(mark)) ||
      (word.length >= SHORTEST_INSIDE && (mark.startsWith(word) || mark.endsWith(word))),
  );
}

/** @param {Word[]} words @returns {number | undefined} */
function bestStart(words) {
  const places = words.flatMap(({ mark }, place) => (mark === undefined ? [] : [place]));
  const value = (/** @type {number} */ place) => {
    const shown = places.filter((other) => other >= place && other < place + WORDS_SHOWN - WORDS_BEFORE);
    return new Set(shown.map((other) => words[other]?.mark)).size + shown.length / WORDS_SHOWN;
  };
  const best = places.reduce((/** @type {{ place: number, value: number } | undefined} */ kept, place) => {
    const candidate = { place, value: value(place) };
    return kept && kept.value >= candidate.value ? kept : candidate;
  }, undefined);
  return best && Math.max(0, best.place - WORDS_BEFORE);
}

/** @param {string} text @param {Word[]} words @returns {Piece[]} */
function cut(text, words) {
  /** @type {Piece[]} */
  const found = [];
  let done = 0;
  for (const { from, to } of words.filter(({ mark }) => mark !== undefined)) {
    found.push({ text: text.slice(done, from), matched: false }, { text: text.slice(from, to), matched: true });
    done = to;
  }
  found.push({ text: text.slice(done), matched: false });
  return found.filter((piece) => piece.text !== "");
}
