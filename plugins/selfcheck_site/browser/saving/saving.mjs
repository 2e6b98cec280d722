/** Saving: the buttons for it, the line that says whether everything is in a file, and the question before leaving. */

import { element } from "../elements.mjs";
import { fileName } from "./file_name.mjs";
import { chosenFile, download, picker, write } from "./files.mjs";
import { NOT_WRITTEN, standingLine } from "./saving_words.mjs";
import { after, EMPTY, isSafe } from "./standing.mjs";

/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Sheet } from "../sheet/sheet.mjs" */
/** @import { Happening } from "./standing.mjs" */

export class Saving {
  #standing = EMPTY;
  /** @type {FileSystemFileHandle | undefined} chosen by the person, to be written again and again */
  #file;
  /** @type {string | undefined} what was last handed to the browser */
  #asked;

  /** @param {BeforeUnloadEvent} event */
  #ask = (event) => event.preventDefault();

  /**
   * @param {HTMLFormElement} form
   * @param {SheetModel} model
   * @param {() => boolean} isKept whether all of it is kept on this device besides
   */
  constructor(form, model, isKept) {
    this.model = model;
    this.isKept = isKept;
    this.pick = picker();
    this.bar = element(form, "[data-bar]", HTMLElement);
    this.line = element(this.bar, "[data-standing]", HTMLElement);
    this.thereButton = element(form, "[data-action=there]", HTMLButtonElement);
    this.placeButton = element(form, "[data-action=place]", HTMLButtonElement);
    this.placeButton.hidden = !this.pick;
    new ResizeObserver(() => this.#makeRoom()).observe(this.bar);
    this.#draw();
  }

  /** Keeps what the bar may cover free of what has the focus. */
  #makeRoom() {
    document.documentElement.style.setProperty("--sc-standing-height", `${this.bar.offsetHeight}px`);
  }

  /**
   * Whether this sheet may take the place of what stands here, because all of that is in a file: the file that was asked
   * for last is proved by being opened.
   *
   * @param {Sheet} sheet
   */
  mayGiveWayTo(sheet) {
    if (isSafe(this.#standing)) return true;
    return (
      this.#standing.kind === "asked" &&
      sheet.sheet.saved_at === this.#standing.moment &&
      sheet.sheet.id === this.#asked
    );
  }

  /** @param {Happening} happening */
  happen(happening) {
    this.#standing = after(this.#standing, happening);
    if (happening.kind === "opened") this.#file = undefined;
    this.#draw();
  }

  /** Saves where it was saved last, or hands the sheet to the browser. */
  async save() {
    if (this.#file) return this.#write(this.#file);
    const { sheet, name } = this.#now();
    this.#download(sheet, name);
  }

  /** Lets the person choose where the file shall be. */
  async saveAt() {
    const file = this.pick && (await chosenFile(this.pick, this.#now().name));
    if (file) await this.#write(file);
  }

  /** Draws the line, and asks before leaving exactly where something would be lost. */
  draw() {
    this.#draw();
  }

  /** @param {FileSystemFileHandle} file */
  async #write(file) {
    const { sheet, name, moment } = this.#now();
    const { draft } = this.model;
    try {
      await write(file, textOf(sheet));
    } catch {
      this.#file = undefined;
      this.#download(sheet, name);
      this.line.textContent = `${NOT_WRITTEN} ${this.line.textContent}`;
      return;
    }
    this.#file = file;
    // What was typed while it was written is not in the file.
    if (draft === this.model.draft) this.happen({ kind: "written", moment, name: file.name });
  }

  /**
   * @param {Sheet} sheet
   * @param {string} name
   */
  #download(sheet, name) {
    download(name, textOf(sheet));
    this.#asked = sheet.sheet.id;
    this.happen({ kind: "asked", moment: sheet.sheet.saved_at ?? "" });
  }

  #now() {
    const sheet = this.model.saved();
    const moment = sheet.sheet.saved_at ?? "";
    return { sheet, moment, name: fileName(sheet.sheet, moment) };
  }

  #draw() {
    const line = standingLine(this.#standing);
    if (this.line.textContent !== line) this.line.textContent = line;
    this.line.dataset.standing = this.bar.dataset.bar = this.#standing.kind;
    this.thereButton.hidden = this.#standing.kind !== "asked";
    if (isSafe(this.#standing) || this.isKept()) window.removeEventListener("beforeunload", this.#ask);
    else window.addEventListener("beforeunload", this.#ask);
  }
}

/**
 * @param {Sheet} sheet
 * @returns {string}
 */
function textOf(sheet) {
  return `${JSON.stringify(sheet, null, 2)}\n`;
}
