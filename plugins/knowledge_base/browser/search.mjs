/** The search page: reads the form, keeps it in the address, asks the index and shows what came back. */

import { SearchIndex } from "./search_index.mjs";
import { SAYS, countLine, filteredLine, noWordLine } from "./search_messages.mjs";
import { answer } from "./search_query.mjs";
import { hints, offer, remarks, results } from "./search_view.mjs";

/** @import { PageRow } from "./search_index.mjs" */
/** @import { Answer } from "./search_query.mjs" */

/** Before the script runs the state is "waiting". @typedef {"empty" | "loading" | "found" | "nothing" | "failed" | "offline"} State */

const PAUSE = 250; // milliseconds without a key before the search begins

class SearchPage {
  /** @type {Promise<SearchIndex> | undefined} */
  #index;
  #asked = 0;
  #timer = 0;

  /** @param {HTMLElement} root the block of the search */
  constructor(root) {
    this.root = root;
    this.form = one(root, "form", HTMLFormElement);
    this.input = one(root, "[name=suche]", HTMLInputElement);
    this.field = one(root, "[name=feld]", HTMLSelectElement);
    this.municipality = one(root, "[name=kommune]", HTMLSelectElement);
    this.filters = [this.field, this.municipality];
    this.status = one(root, "[role=status]", HTMLElement);
    this.remarks = one(root, "[data-search-remarks]", HTMLElement);
    this.results = one(root, "[data-search-results]", HTMLElement);
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.search();
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.search(), PAUSE);
    });
    for (const select of this.filters) select.addEventListener("change", () => void this.search());
    window.addEventListener("online", () => void this.search());
    window.addEventListener("popstate", () => void this.follow());
    this.root.toggleAttribute("data-asked", new URLSearchParams(location.search).has("suche"));
    this.root.querySelector("[data-search-arrival]")?.remove();
    return this.follow();
  }

  /** Takes question and filters from the address. */
  follow() {
    this.input.value = new URLSearchParams(location.search).get("suche") ?? "";
    for (const select of this.filters) if (!select.disabled) chooseFromAddress(select);
    return this.search();
  }

  /** Answers what is typed now; an answer that a newer question has overtaken is dropped. */
  async search() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const turn = this.#asked;
    const typed = this.input.value.trim();
    this.keepInAddress(typed);
    const index = await this.index();
    if (!index || turn !== this.#asked) return;
    const found = await answer(index, typed).catch((error) => this.fail(error));
    if (found && turn === this.#asked) this.show(index, typed, found);
  }

  /** @returns {Promise<SearchIndex | undefined>} undefined where it failed, which the page then says */
  index() {
    if (!this.#index) {
      this.say("loading", SAYS.loading);
      this.#index = SearchIndex.open(this.root.dataset.index ?? "");
      this.#index.then((index) => this.fill(index)).catch(() => {});
    }
    return this.#index.catch((error) => this.fail(error));
  }

  /** @param {SearchIndex} index */
  fill({ directory }) {
    for (const [select, names] of /** @type {const} */ ([
      [this.field, directory.fields],
      [this.municipality, directory.municipalities],
    ])) {
      if (!select.disabled) continue;
      select.append(...names.map(([slug, title]) => new Option(title, slug)));
      select.disabled = false;
      chooseFromAddress(select);
    }
  }

  /** @param {unknown} error @returns {undefined} */
  fail(error) {
    this.#index = undefined;
    console.warn(error);
    const offline = !navigator.onLine;
    this.say(offline ? "offline" : "failed", `${offline ? SAYS.offline : SAYS.failed} ${SAYS.instead}`);
    this.remarks.replaceChildren(offer("", SAYS.retry, () => this.retry()));
    this.results.replaceChildren();
  }

  retry() {
    this.input.focus();
    void this.search();
  }

  /** @param {SearchIndex} index @param {string} typed @param {Answer} found */
  show(index, typed, found) {
    const { pages } = index.directory;
    const hits = found.hits.filter(({ page }) => this.passes(pages[page]));
    const remark = remarks(found, (word, meant) => this.take(word, meant));
    const hidden = found.hits.length - hits.length;
    if (found.empty) return this.say("empty", typed ? noWordLine(typed) : SAYS.empty, true);
    this.say(hits.length > 0 ? "found" : "nothing", countLine(hits.length, typed));
    if (hidden > 0) remark.push(offer(filteredLine(found.hits.length), SAYS.unfiltered, () => this.unfilter()));
    if (hits.length === 0) remark.push(hints());
    this.remarks.replaceChildren(...remark);
    const root = new URL(this.root.dataset.root ?? "", document.baseURI);
    const address = (/** @type {string} */ url) => new URL(url, root).href;
    const shown = {
      pages,
      hits,
      marks: found.marks,
      parts: found.parts,
      address,
      text: (/** @type {number} */ page) => index.text(page),
    };
    this.results.replaceChildren(...results(shown));
  }

  /** @param {PageRow | undefined} page */
  passes(page) {
    const [field, municipality] = [this.field.value, this.municipality.value];
    if (!page || (field && !page[3].includes(field))) return false;
    return !municipality || page[4].includes(municipality);
  }

  /** @param {string} word @param {string} meant */
  take(word, meant) {
    this.input.value = this.input.value.replace(word, () => meant);
    this.input.focus();
    void this.search();
  }

  unfilter() {
    for (const select of this.filters) select.value = "";
    this.input.focus();
    void this.search();
  }

  /** Filters that are not loaded yet stay in the address as they are. @param {string} typed */
  keepInAddress(typed) {
    const address = new URL(location.href);
    const chosen = this.filters.filter((select) => !select.disabled).map(({ name, value }) => [name, value]);
    for (const [name, value] of [["suche", typed], ...chosen]) {
      if (name && value) address.searchParams.set(name, value);
      else if (name) address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  /** @param {State} state @param {string} text @param {boolean} [alone] nothing else is to be shown */
  say(state, text, alone = false) {
    this.root.dataset.state = state;
    this.results.setAttribute("aria-busy", String(state === "loading"));
    if (this.status.textContent !== text) this.status.textContent = text;
    if (alone) {
      this.remarks.replaceChildren();
      this.results.replaceChildren();
    }
  }
}

/** @param {HTMLSelectElement} select */
function chooseFromAddress(select) {
  const value = new URLSearchParams(location.search).get(select.name) ?? "";
  select.value = [...select.options].some((option) => option.value === value) ? value : "";
}

/**
 * @template {Element} T
 * @param {ParentNode} root @param {string} selector @param {new () => T} type
 * @returns {T}
 */
function one(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lacks ${selector}`);
  return found;
}

const block = document.querySelector("[data-search]");
if (block instanceof HTMLElement) void new SearchPage(block).start();
