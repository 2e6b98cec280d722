/** A file that a person chooses: read by the core, and taken over only with their consent. */

import { element } from "../elements.mjs";
import { FILE, fileTooLarge, opened } from "../messages.mjs";
import { noticeList } from "../notices.mjs";
import { RuntimeUnavailable } from "../runtime/runtime.mjs";

/** @import { Problems } from "../problems.mjs" */
/** @import { SheetResponse } from "../runtime/border.mjs" */
/** @import { Runtime } from "../runtime/runtime.mjs" */
/** @import { SheetModel } from "../sheet/model.mjs" */

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
   * @param {() => boolean} parts.mayReplace whether nothing is lost by taking over a file unasked
   * @param {() => void} parts.taken is told after a sheet has been taken over
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
      if (this.mayReplace() || (await this.#confirmed())) this.#take(found);
      else this.status.textContent = FILE.kept;
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      this.#refuse(error);
    } finally {
      // So that the same file can be chosen again.
      this.input.value = "";
    }
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
    const response = await this.runtime.request("open", { content }).catch((error) => {
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

  /** @param {SheetResponse} found */
  #take({ sheet, notices }) {
    this.model.load(sheet);
    this.taken();
    element(this.box, "[data-opened-text]", HTMLElement).textContent = opened(this.model.tally(), notices.length);
    element(this.box, "[data-opened-notices]", HTMLElement).replaceChildren(...noticeList(notices));
    this.box.hidden = false;
    this.box.focus();
  }

  /** @param {FileProblem} problem */
  #refuse({ message, hint }) {
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
