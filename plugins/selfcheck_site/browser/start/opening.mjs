/** A file that a person chooses: read by the core, and taken over only with their consent. */

import { element } from "../elements.mjs";
import { dateOfOlderFile, FILE, fileTooLarge, NEW_SHEET, opened, SAME_SHEET } from "../messages.mjs";
import { noticeList } from "../notices.mjs";
import { RuntimeUnavailable } from "../runtime/runtime.mjs";

/** @import { Problems } from "../problems.mjs" */
/** @import { Payload, SheetResponse } from "../runtime/border.mjs" */
/** @import { Runtime } from "../runtime/runtime.mjs" */
/** @import { Happening } from "../saving/standing.mjs" */
/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Sheet } from "../sheet/sheet.mjs" */

/** A file that was not taken over: why, and what to do. Both are for the person who opened it. */
class FileProblem extends Error {
  /**
   * @param {string} message
   * @param {string} hint
   */
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
}

export class Opening {
  /**
   * @param {HTMLFormElement} form
   * @param {object} parts
   * @param {SheetModel} parts.model
   * @param {Runtime} parts.runtime
   * @param {Problems} parts.problems
   * @param {(sheet: Sheet) => boolean} parts.mayReplace whether nothing is lost by taking over this sheet unasked
   * @param {(happening: Happening) => void} parts.taken is told after a sheet has been taken over
   */
  constructor(form, { model, runtime, problems, mayReplace, taken }) {
    this.model = model;
    this.runtime = runtime;
    this.problems = problems;
    this.mayReplace = mayReplace;
    this.taken = taken;
    this.dialog = element(form, "[data-replacing]", HTMLDialogElement);
    this.input = element(form, "input[type=file]", HTMLInputElement);
    this.place = element(form, "[data-file-error]", HTMLElement);
    this.status = element(form, "[data-opening]", HTMLElement);
    this.box = element(form, "[data-opened]", HTMLElement);
    this.identity = element(this.box, "[data-opened-identity]", HTMLElement);
    this.newSheet = element(this.box, "[data-action=new-sheet]", HTMLButtonElement);
    this.input.addEventListener("change", () => void this.#open());
  }

  async #open() {
    const [file] = this.input.files ?? [];
    if (!file) return;
    this.runtime.start();
    this.problems.clear();
    this.status.textContent = this.runtime.state.phase === "ready" ? FILE.reading : FILE.waiting;
    try {
      const found = await this.#read(file);
      this.status.textContent = "";
      if (await this.#mayTake(found)) this.#take(found, { kind: "opened" });
      else this.status.textContent = FILE.kept;
    } catch (error) {
      this.#refuse(error);
    } finally {
      // So that the same file can be chosen again.
      this.input.value = "";
    }
  }

  /**
   * Takes over a sheet that this device has kept; it is read like any file, since the questionnaire may be another now.
   *
   * @param {Sheet} sheet
   * @returns {Promise<boolean>} whether it was taken over
   */
  async openDraft(sheet) {
    this.runtime.start();
    this.problems.clear();
    try {
      const found = await this.#asked({ text: JSON.stringify(sheet) });
      const mayTake = await this.#mayTake(found);
      // A draft is in no file.
      if (mayTake) this.#take(found, { kind: "changed" });
      return mayTake;
    } catch (error) {
      this.#refuse(error);
      return false;
    }
  }

  /** Says that what stands here is a sheet of its own from now on. */
  tellNew() {
    this.identity.textContent = NEW_SHEET;
    this.newSheet.hidden = true;
    this.box.focus();
  }

  /** @param {SheetResponse} found */
  async #mayTake({ sheet }) {
    return this.mayReplace(sheet) || (await this.#confirmed());
  }

  /**
   * Reads a file without changing anything on the page.
   *
   * @param {File} file
   * @returns {Promise<SheetResponse>}
   */
  async #read(file) {
    const most = Number(this.input.dataset.maxBytes);
    if (file.size > most) throw new FileProblem(fileTooLarge(most), FILE.tooLargeHint);
    const content = await base64Of(file).catch(() => {
      throw new FileProblem(FILE.unreadable, FILE.unreadableHint);
    });
    return this.#asked({ content });
  }

  /**
   * @param {Payload<"open">} payload
   * @returns {Promise<SheetResponse>}
   */
  async #asked(payload) {
    const response = await this.runtime.request("open", payload).catch((error) => {
      throw error instanceof RuntimeUnavailable ? new FileProblem(FILE.unavailable, "") : error;
    });
    if (response.kind === "sheet") return response;
    if (response.traceback) console.error(response.traceback);
    throw new FileProblem(response.message, response.hint);
  }

  /**
   * Asks whether the answers on the page may be replaced.
   *
   * @returns {Promise<boolean>}
   */
  #confirmed() {
    const { dialog } = this;
    return new Promise((resolve) => {
      dialog.onclick = ({ target }) => {
        if (target instanceof HTMLButtonElement) dialog.close(target.value);
      };
      dialog.onclose = () => resolve(dialog.returnValue === "replace");
      dialog.returnValue = "";
      dialog.showModal();
    });
  }

  /**
   * @param {SheetResponse} found
   * @param {Happening} happening
   */
  #take({ sheet, notices }, happening) {
    this.model.load(sheet);
    this.taken(happening);
    const { date, date_typed } = sheet.sheet;
    const undated = date && date_typed === undefined ? dateOfOlderFile(date) : "";
    element(this.box, "[data-opened-text]", HTMLElement).textContent = opened(this.model.tally(), notices.length);
    this.identity.textContent = SAME_SHEET + undated;
    this.newSheet.hidden = false;
    element(this.box, "[data-opened-notices]", HTMLElement).replaceChildren(...noticeList(notices));
    this.box.hidden = false;
    this.box.focus();
  }

  /** @param {unknown} problem */
  #refuse(problem) {
    if (!(problem instanceof FileProblem)) throw problem;
    const { message, hint } = problem;
    this.status.textContent = "";
    this.box.hidden = true;
    this.problems.show([{ message, field: this.input, place: this.place }], hint);
  }
}

/**
 * The bytes as they are: which letters they mean is for the core to tell.
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
