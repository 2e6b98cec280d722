/** „Entwurf auf diesem Gerät merken“: the choice, what came of it, and what to do where two tabs have the same draft. */

import { element, elements } from "../elements.mjs";
import { DraftStore } from "./draft_store.mjs";
import { DRAFT, remembered } from "./saving_words.mjs";

/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Sheet } from "../sheet/sheet.mjs" */
/** @import { Kept, Outcome } from "./draft_store.mjs" */

/** @typedef {"off" | "opening" | "waiting" | "deleted" | "gone" | Outcome} State */

export class DraftView {
  /** @type {State} */
  #state = "off";

  /**
   * @param {HTMLFormElement} form
   * @param {SheetModel} model
   * @param {object} parts
   * @param {ConstructorParameters<typeof DraftStore>[3]} parts.world
   * @param {(sheet: Sheet) => Promise<boolean>} parts.open takes a sheet over as if it came from a file, if it can
   * @param {() => void} parts.changed is told whether all is kept whenever that may be another
   */
  constructor(form, model, { world, open, changed }) {
    this.model = model;
    this.open = open;
    this.changed = changed;
    this.part = element(form, "[data-draft]", HTMLElement);
    this.choice = element(this.part, "[data-draft-choice]", HTMLInputElement);
    this.line = element(this.part, "[data-draft-line]", HTMLElement);
    this.buttons = elements(this.part, "button", HTMLButtonElement);
    const storage = storageOf(window);
    // Where a browser keeps nothing for a page, there is nothing to choose.
    this.part.hidden = !storage;
    const key = `selbstcheck-entwurf:${form.dataset.catalogueId}`;
    this.store = storage && new DraftStore(storage, key, Number(this.part.dataset.days), world);
  }

  /** Opens what was kept, and follows the model and the other tabs from now on. */
  start() {
    const { store } = this;
    if (!store) return;
    this.choice.addEventListener("change", () => (this.choice.checked ? this.#begin() : this.delete()));
    window.addEventListener("storage", ({ key }) => {
      if (store.isOurs && (key === store.key || key === null)) this.#become(store.outcome);
    });
    this.model.follow(() => this.#keep());
    if (store.kept) void this.openKept();
    else this.#become("off");
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
    if (!(await this.open(kept.sheet))) return this.#become("waiting");
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
    this.part.dataset.draft = state;
    this.choice.checked = Boolean(kept);
    const line = lineOf(state, kept);
    if (this.line.textContent !== line) this.line.textContent = line;
    for (const button of this.buttons) {
      const { shownIn } = button.dataset;
      button.hidden = shownIn === undefined ? !kept : !shownIn.split(" ").includes(state);
    }
    this.changed();
  }
}

/**
 * @param {State} state
 * @param {Kept | undefined} kept
 * @returns {string}
 */
function lineOf(state, kept) {
  if (state === "kept" && kept) return remembered(kept.moment, kept.until);
  return state === "kept" ? "" : DRAFT[state];
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
