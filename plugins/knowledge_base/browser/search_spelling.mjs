/** Which word somebody may have meant. */

import { folded } from "./search_words.mjs";

const SHORTEST = 4;

/**
 * Returns the known words nearest to a mistyped one, nearest first; none where all are too far.
 *
 * @param {string} typed
 * @param {Iterable<string>} known as written
 * @param {number} perLetter how many mistakes a letter of the word may bring: 0.2 lets two pass in ten letters
 * @returns {string[]} three at most
 */
export function nearest(typed, known, perLetter) {
  const word = folded(typed);
  if (word.length < SHORTEST) return [];
  const limit = Math.max(1, Math.floor(word.length * perLetter));
  /** @type {[string, number][]} */
  const near = [];
  for (const candidate of known) {
    const mistakes = distance(word, folded(candidate), limit);
    if (mistakes <= limit) near.push([candidate, mistakes]);
  }
  return near
    .sort(([a, first], [b, second]) => first - second || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([candidate]) => candidate);
}

/**
 * Returns how many letters to add, drop, change or swap with their neighbour (optimal string alignment), or any number
 * above the limit where it is more.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 * @returns {number}
 */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(step(a, b, i, j, { before, row, next }));
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit + 1;
}

/**
 * @param {string} a @param {string} b @param {number} i @param {number} j
 * @param {{ before: number[], row: number[], next: number[] }} rows of i − 2, i − 1 and i
 */
function step(a, b, i, j, { before, row, next }) {
  const at = (/** @type {number[]} */ cells, /** @type {number} */ column) => cells[column] ?? Infinity;
  const changed = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, changed);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(least, at(before, j - 2) + 1) : least;
}
