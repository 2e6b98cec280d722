/** The index on the host, loaded only as far as a question needs it. Which files there are, the directory says. */

/** @typedef {[url: string, title: string, kind: string, fields: string[], municipalities: string[]]} PageRow */

/**
 * @typedef {object} Directory
 * @property {number} format
 * @property {PageRow[]} pages
 * @property {[slug: string, title: string][]} fields
 * @property {[slug: string, title: string][]} municipalities
 * @property {[first: string, file: string][]} words ascending by the first word of each file
 * @property {[first: number, file: string][]} texts ascending by the first page of each file
 * @property {string} spelling
 * @property {string[]} stop
 */

/** @typedef {Map<number, number>} Impacts number of a page → how much a word says about it */

/** What a page holds beside its title. @typedef {{ summary: string, text: string }} PageText */

const FORMAT = 1;

/** An index whose directory is here. Every file is asked for once; one that failed is asked for again next time. */
export class SearchIndex {
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  #base;

  /** @param {string} base address of the directory @param {Directory} directory */
  constructor(base, directory) {
    this.#base = base;
    this.directory = directory;
    this.stop = new Set(directory.stop);
  }

  /**
   * Loads the directory, asking the host whether it is still the newest: all other names follow from it.
   *
   * @param {string} address
   * @returns {Promise<SearchIndex>}
   * @throws {Error} where it does not arrive or is not what this program reads
   */
  static async open(address) {
    const base = new URL(address, document.baseURI).href;
    const directory = await json(base, "no-cache");
    if (directory.format !== FORMAT) throw new Error(`Index of format ${directory.format}`);
    return new SearchIndex(base, directory);
  }

  /**
   * Returns the pages of every word that begins like this, the word itself included where it is one.
   *
   * @param {string} beginning
   * @returns {Promise<[word: string, pages: Impacts][]>}
   */
  async startingWith(beginning) {
    const { words } = this.directory;
    const start = lastNotAfter(words, beginning);
    let end = start + 1;
    while (end < words.length && words[end]?.[0].startsWith(beginning)) end += 1;
    const files = await Promise.all(words.slice(start, end).map(([, file]) => this.#file(file)));
    const entries = files.flatMap(({ words: found }) => Object.entries(found));
    return entries.filter(([word]) => word.startsWith(beginning)).map(([word, numbers]) => [word, impacts(numbers)]);
  }

  /**
   * Returns the pages of a word, or undefined where the site does not have it.
   *
   * @param {string} word
   * @returns {Promise<Impacts | undefined>}
   */
  async exactly(word) {
    const { words } = await this.#fileOf(word);
    return Object.hasOwn(words, word) ? impacts(words[word]) : undefined;
  }

  /**
   * Returns the halves of a compound that the site has, or nothing.
   *
   * @param {string} word
   * @returns {Promise<string[]>}
   */
  async halves(word) {
    const { compounds } = await this.#fileOf(word);
    return Object.hasOwn(compounds, word) ? compounds[word] : [];
  }

  /**
   * @param {number} page
   * @returns {Promise<PageText>}
   */
  async text(page) {
    const { texts } = this.directory;
    const [first, name] = texts[lastNotAfter(texts, page)] ?? [0, ""];
    const [summary, text] = (await this.#file(name))[page - first];
    return { summary, text };
  }

  /**
   * Returns the words that a mistyped one may have meant.
   *
   * @returns {Promise<string[]>}
   */
  spelling() {
    return this.#file(this.directory.spelling);
  }

  /** @param {string} word @returns {Promise<any>} the file that holds the word if any does */
  #fileOf(word) {
    const { words } = this.directory;
    const file = words[lastNotAfter(words, word)]?.[1];
    return file ? this.#file(file) : Promise.resolve({ words: {}, compounds: {} });
  }

  /** @param {string} name @returns {Promise<any>} */
  #file(name) {
    const known = this.#files.get(name);
    if (known) return known;
    const asked = json(new URL(name, this.#base).href, "default");
    asked.catch(() => this.#files.delete(name));
    this.#files.set(name, asked);
    return asked;
  }
}

/** @param {string} address @param {RequestCache} cache */
async function json(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/**
 * The place of the last entry whose first element is not after the key; 0 where all are.
 *
 * @template {string | number} K
 * @param {[K, string][]} entries @param {K} key
 */
function lastNotAfter(entries, key) {
  const after = entries.findIndex(([first]) => first > key);
  return Math.max(0, (after < 0 ? entries.length : after) - 1);
}

/** @param {number[]} numbers distance to the page before, impact, and so on @returns {Impacts} */
function impacts(numbers) {
  /** @type {Impacts} */
  const pages = new Map();
  let page = 0;
  for (let place = 0; place < numbers.length; place += 2) {
    page += numbers[place] ?? 0;
    pages.set(page, numbers[place + 1] ?? 0);
  }
  return pages;
}
