/**
 * The draft that a person wants this device to keep: the only thing that this site ever stores in a browser, and nothing
 * without their choice. Several tabs may have it open; none writes over what another has written unseen.
 */

/** @import { Sheet } from "../sheet/sheet.mjs" */

/**
 * @typedef {object} Kept
 * @property {string} revision named anew at every writing
 * @property {string} moment of the last writing
 * @property {string} until the last day on which it is kept
 * @property {Sheet} sheet
 */

/** @typedef {"kept" | "conflict" | "gone" | "full"} Outcome of a writing */

export class DraftStore {
  /** The revision that this tab has written or opened last; undefined while it keeps nothing. */
  #ours = /** @type {string | undefined} */ (undefined);

  /**
   * @param {Pick<Storage, "getItem" | "setItem" | "removeItem">} storage
   * @param {string} key
   * @param {number} days how long it is kept after the last writing
   * @param {{ newId: () => string, moment: () => string, dayIn: (days: number) => string }} world
   */
  constructor(storage, key, days, world) {
    this.storage = storage;
    this.key = key;
    this.days = days;
    this.world = world;
  }

  /** Whether this tab writes. */
  get isOurs() {
    return this.#ours !== undefined;
  }

  /**
   * What lies there. What is too old goes.
   *
   * @returns {Kept | undefined}
   */
  get kept() {
    const kept = readable(this.storage.getItem(this.key));
    if (!kept || kept.until >= this.world.dayIn(0)) return kept;
    this.storage.removeItem(this.key);
    return undefined;
  }

  /**
   * Goes on with what lies there, after it has been opened.
   *
   * @param {Kept} kept
   */
  adopt({ revision }) {
    this.#ours = revision;
  }

  /**
   * Keeps a sheet, unless another tab has written or deleted since; `anyway` is the person's own word.
   *
   * @param {Sheet} sheet
   * @param {{ anyway?: boolean }} [how]
   * @returns {Outcome}
   */
  keep(sheet, { anyway = false } = {}) {
    if (!anyway && this.#ours !== undefined && !this.kept) return "gone";
    if (!anyway && this.kept?.revision !== this.#ours) return "conflict";
    const revision = this.world.newId();
    /** @type {Kept} */
    const kept = { revision, moment: this.world.moment(), until: this.world.dayIn(this.days), sheet };
    try {
      this.storage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // What was kept before is there still.
      return "full";
    }
    this.#ours = revision;
    return "kept";
  }

  /** Writes no more, and leaves what lies there. */
  release() {
    this.#ours = undefined;
  }

  delete() {
    this.#ours = undefined;
    this.storage.removeItem(this.key);
  }

  /**
   * Returns what another tab has done meanwhile.
   *
   * @returns {"kept" | "conflict" | "gone"}
   */
  get outcome() {
    if (!this.kept) return "gone";
    return this.kept.revision === this.#ours ? "kept" : "conflict";
  }
}

/**
 * @param {string | null} text
 * @returns {Kept | undefined}
 */
function readable(text) {
  try {
    const { revision, moment, until, sheet } = JSON.parse(text ?? "");
    const isKept = [revision, moment, until].every((each) => typeof each === "string") && sheet;
    return isKept ? { revision, moment, until, sheet } : undefined;
  } catch {
    return undefined;
  }
}
