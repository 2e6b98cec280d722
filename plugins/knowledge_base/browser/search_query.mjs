/** From what somebody typed to the pages that fit, best first. */

import { folded, stem, surfaces } from "./search_words.mjs";
import { nearest } from "./search_spelling.mjs";

/** @import { Impacts, SearchIndex } from "./search_index.mjs" */

/** @typedef {{ page: number, score: number, words: number }} Hit `words` counts the typed words that fit */

/**
 * @typedef {object} Answer
 * @property {Hit[]} hits best first
 * @property {string[]} marks stems to be shown as matches
 * @property {string[]} parts stems of their halves, to be shown where the whole does not stand
 * @property {{ typed: string, used: string }[]} corrected words that were taken for others
 * @property {{ typed: string, near: string[] }[]} unknown words found nowhere, with known ones that look alike
 * @property {boolean} empty whether there was no word to look for
 */

/** @typedef {{ pages: Impacts, marks: string[], parts: string[], used?: string, near?: string[] }} Meaning */

const LONGEST_QUESTION = 12;
const SHORTEST_BEGINNING = 4;
const SHORTEST_PART = 4;
const ALL_WORDS = 2; // the power by which the share of the words that a page has counts
const LIST = "liste";
const LINKING = ["", "s", "n", "en", "es", "er"];
const FROM_HALVES = 0.6; // „Beteiligung von Bürgerinnen“ counts this much for „Bürgerbeteiligung“
// One mistake in five letters is taken for granted; twice as many are worth asking about.
const TAKEN = 0.2;
const ASKED = 0.4;

/**
 * Answers a question with all pages that have at least one of its words, first those about which the words say most.
 * A page with half of them counts a quarter; one that only lists titles never stands first where there is a text.
 *
 * @param {SearchIndex} index
 * @param {string} typed
 * @returns {Promise<Answer>}
 */
export async function answer(index, typed) {
  const words = [...new Set(surfaces(typed))].filter((word) => word.length > 1 && !index.stop.has(folded(word)));
  const asked = words.slice(0, LONGEST_QUESTION);
  const meanings = await Promise.all(asked.map((word) => meaning(index, word)));
  const named = meanings.map((found, place) => ({ ...found, typed: asked[place] ?? "" }));
  return {
    hits: textFirst(ranked(meanings.map(({ pages }) => pages)), index),
    marks: [...new Set(meanings.flatMap(({ marks }) => marks))],
    parts: [...new Set(meanings.flatMap(({ parts }) => parts))],
    corrected: named.flatMap(({ typed, used }) => (used ? [{ typed, used }] : [])),
    unknown: named.flatMap(({ typed, near }) => (near ? [{ typed, near }] : [])),
    empty: asked.length === 0,
  };
}

/** @param {SearchIndex} index @param {string} word @returns {Promise<Meaning>} */
async function meaning(index, word) {
  const found = (await beginnings(index, word)) ?? (await compound(index, word));
  if (found) return found;
  const known = await index.spelling();
  for (const used of nearest(word, known, TAKEN)) {
    const meant = await beginnings(index, used);
    if (meant) return { ...meant, used };
  }
  return { pages: new Map(), marks: [], parts: [], near: nearest(word, known, ASKED) };
}

/**
 * The word itself, and longer ones that begin like it, which count less the longer they are.
 * @param {SearchIndex} index @param {string} word @returns {Promise<Meaning | undefined>}
 */
async function beginnings(index, word) {
  const asked = stem(folded(word));
  const itself = await index.exactly(asked);
  // A word with an ending is whole: „Kommunen“ is not the beginning of „Kommunikation“.
  const whole = asked.length < SHORTEST_BEGINNING || asked !== folded(word);
  const used =
    itself && whole ? /** @type {[string, Impacts][]} */ ([[asked, itself]]) : await index.startingWith(asked);
  if (used.length === 0) return undefined;
  /** @type {Impacts} */
  const pages = new Map();
  for (const [each, impacts] of used) {
    raise(pages, impacts, each === asked ? 1 : 0.2 + (0.5 * asked.length) / each.length);
  }
  const halves = await index.halves(asked);
  const [first, last] = await Promise.all(halves.map((half) => index.exactly(half)));
  if (first && last) raise(pages, onBoth(first, last), FROM_HALVES);
  return { pages, marks: [asked], parts: halves };
}

/** @param {Impacts} pages changed @param {Impacts} others @param {number} share */
function raise(pages, others, share) {
  for (const [page, impact] of others) pages.set(page, Math.max(pages.get(page) ?? 0, impact * share));
}

/**
 * A compound that no page has, such as „Wohnungsamtsleitung“: the pages that have both of its parts.
 * @param {SearchIndex} index @param {string} typed @returns {Promise<Meaning | undefined>}
 */
async function compound(index, typed) {
  const word = folded(typed);
  for (let end = word.length - 3; end >= SHORTEST_PART; end -= 1) {
    const first = await part(index, word.slice(0, end));
    const last = first && (await index.exactly(stem(word.slice(end))));
    if (!first || !last) continue;
    const pages = onBoth(first.pages, last);
    if (pages.size > 0) return { pages, marks: [], parts: [first.stem, stem(word.slice(end))] };
  }
  return undefined;
}

/** @param {SearchIndex} index @param {string} text the beginning of a compound, linking letters included */
async function part(index, text) {
  for (const linking of LINKING) {
    const bare = linking && text.endsWith(linking) ? text.slice(0, -linking.length) : text;
    const pages = bare.length < SHORTEST_PART ? undefined : await index.exactly(stem(bare));
    if (pages) return { stem: stem(bare), pages };
  }
  return undefined;
}

/** @param {Impacts} some @param {Impacts} others @returns {Impacts} */
function onBoth(some, others) {
  const shared = [...some].filter(([page]) => others.has(page));
  return new Map(shared.map(([page, impact]) => [page, Math.min(impact, others.get(page) ?? 0)]));
}

/** @param {Impacts[]} words pages of each word @returns {Hit[]} */
function ranked(words) {
  /** @type {Map<number, Hit>} */
  const hits = new Map();
  for (const [page, impact] of words.flatMap((pages) => [...pages])) {
    const hit = hits.get(page) ?? { page, score: 0, words: 0 };
    hits.set(page, { page, score: hit.score + impact, words: hit.words + 1 });
  }
  const found = [...hits.values()];
  for (const hit of found) hit.score *= hit.words ** ALL_WORDS;
  return found.sort((a, b) => b.score - a.score || a.page - b.page);
}

/** @param {Hit[]} hits @param {SearchIndex} index @returns {Hit[]} */
function textFirst(hits, index) {
  const first = hits.find(({ page }) => index.directory.pages[page]?.[2] !== LIST);
  return first ? [first, ...hits.filter((hit) => hit !== first)] : hits;
}
