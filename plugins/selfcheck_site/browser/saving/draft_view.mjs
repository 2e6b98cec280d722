/** „Entwurf auf diesem Gerät merken“: the choice, what came of it, and what to do where two tabs have the same draft. */

import { element, elements } from "../elements.mjs";
import { DraftStore } from "./draft_store.mjs";
import { DRAFT, DRAFT_NOTICES, remembered } from "./saving_words.mjs";

/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Sheet } from "../sheet/sheet.mjs" */
/** @import { Kept, Outcome } from "./draft_store.mjs" */

/** @typedef {"off" | "opening" | "stuck" | "waiting" | "refused" | "deleted" | "gone" | Outcome} State */

/**
 * Takes a sheet over as if it came from a file, if it can and as long as it is wanted; tells where that has to wait.
 *
 * @typedef {(
 *   sheet: Sheet,
 *   way: { isWanted: () => boolean, tell: (progress: "reading" | "waiting" | "stuck") => void },
 * ) => Promise<"taken" | "declined" | "refused">} Open
 */

export class DraftView {
  /** @type {State} */
  #state = "off";

  /**
   * @param {HTMLFormElement} form
   * @param {SheetModel} model
   * @param {object} parts
   * @param {ConstructorParameters<typeof DraftStore>[3]} parts.world
   * @param {Open} parts.open
   * @param {() => void} parts.changed is told whether all is kept whenever that may be another
   */
  constructor(form, model, { world, open, changed }) {
    this.model = model;
    this.open = open;
    this.changed = changed;
    this.part = element(form, "[data-draft]", HTMLElement);
    this.choice = element(this.part, "[data-draft-choice]", HTMLInputElement);
    this.line = element(this.part, "[data-draft-line]", HTMLElement);
    this.deleteButton = element(this.part, "[data-action=draft-delete]", HTMLButtonElement);
    this.bar = element(form, "[data-bar]", HTMLElement);
    this.notice = element(this.bar, "[data-draft-notice]", HTMLElement);
    this.choices = elements(this.bar, "[data-shown-in]", HTMLButtonElement);
    const storage = storageOf(window);
    // Where a browser keeps nothing for a page, there is nothing to choose.
    this.part.hidden = !storage;
    const { catalogueId, set } = form.dataset;
    const key = ["selbstcheck-entwurf", catalogueId, ...(set ? [set] : [])].join(":");
    this.store = storage && new DraftStore(storage, key, Number(this.part.dataset.days), world);
  }

  /** Opens what was kept, and follows the model and the other tabs from now on. Ends when the draft is open, or is not. */
  async start() {
    const { store } = this;
    if (!store) return;
    this.choice.addEventListener("change", () => (this.choice.checked ? this.#begin() : this.delete()));
    window.addEventListener("storage", ({ key }) => {
      if (store.isOurs && (key === store.key || key === null)) this.#become(store.outcome);
    });
    this.model.follow(() => this.#keep());
    if (store.kept) await this.openKept();
    else this.#become("off");
  }

  /** Whether what is kept is about to stand on the page. */
  get isOpening() {
    return this.#state === "opening" || this.#state === "stuck";
  }

  /** Whether all that is on the page is kept. */
  get isKept() {
    return this.#state === "kept";
  }

  /** Opens what lies there, also what another tab has made of it. */
  async openKept() {
    const kept = this.store?.kept;
    if (!kept) return this.#become("gone");
    this.store?.release();
    this.#become("opening");
    const outcome = await this.open(kept.sheet, {
      isWanted: () => this.isOpening,
      tell: (progress) => this.isOpening && this.#become(progress === "stuck" ? "stuck" : "opening"),
    });
    // Deleted meanwhile, or what stands here is kept instead.
    if (!this.isOpening) return;
    if (outcome !== "taken") return this.#become(outcome === "refused" ? "refused" : "waiting");
    this.store?.adopt(kept);
    if (this.store) this.#become(this.store.outcome);
  }

  /** Keeps what stands here instead of what lies there: the person's own word. */
  keepThis() {
    this.#keep({ anyway: true });
  }

  delete() {
    this.store?.delete();
    this.#become("deleted");
  }

  #begin() {
    if (this.store?.kept) this.#become("conflict");
    else this.#keep({ anyway: true });
  }

  /** @param {{ anyway?: boolean }} [how] */
  #keep(how) {
    if (!this.store || !(this.store.isOurs || how?.anyway)) return;
    this.#become(this.store.keep(this.model.saved(), how));
  }

  /** @param {State} state */
  #become(state) {
    this.#state = state;
    if (state === "conflict" || state === "gone") this.store?.release();
    const kept = this.store?.kept;
    this.part.dataset.draft = this.bar.dataset.draft = state;
    this.choice.checked = Boolean(kept);
    write(this.line, lineOf(state, kept));
    write(this.notice, sentence(DRAFT_NOTICES, state));
    this.deleteButton.hidden = !kept;
    for (const choice of this.choices) choice.hidden = !choice.dataset.shownIn?.split(" ").includes(state);
    this.changed();
  }
}

/**
 * What is there already would be read aloud again.
 *
 * @param {HTMLElement} line
 * @param {string} text
 */
function write(line, text) {
  if (line.textContent !== text) line.textContent = text;
}

/**
 * @param {State} state
 * @param {Kept | undefined} kept
 * @returns {string}
 */
function lineOf(state, kept) {
  if (state === "kept" && kept) return remembered(kept.moment, kept.until);
  return sentence(DRAFT, state);
}

/**
 * @param {Partial<Record<State, string>>} sentences
 * @param {State} state
 */
function sentence(sentences, state) {
  return sentences[state] ?? "";
}

/**
 * Returns what the browser keeps for this site; undefined where it keeps nothing.
 *
 * @param {Window} page
 * @returns {Storage | undefined}
 */
function storageOf(page) {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}
