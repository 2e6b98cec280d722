/** A file that a person chooses, or a draft: read by the core, and taken over only with their consent. */

import { element } from "../elements.mjs";
import { dateOfOlderFile, FILE, fileState, fileTooLarge, NEW_SHEET, opened, SOURCES } from "../messages.mjs";
import { noticeList } from "../notices.mjs";
import { RuntimeUnavailable } from "../runtime/runtime.mjs";

/** @import { Problems } from "../problems.mjs" */
/** @import { Payload, SheetResponse } from "../runtime/border.mjs" */
/** @import { Runtime } from "../runtime/runtime.mjs" */
/** @import { Happening } from "../saving/standing.mjs" */
/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Sheet } from "../sheet/sheet.mjs" */

/** @typedef {"reading" | "waiting" | "stuck"} Progress "stuck": the runtime could not be loaded; once it is, it goes on */

/**
 * How something is opened.
 *
 * @typedef {object} Way
 * @property {keyof typeof SOURCES} source
 * @property {Happening} happening what it means for saving
 * @property {() => boolean} isWanted whether it is still to be taken over
 * @property {(progress: Progress) => void} tell
 */

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
  /** Counts: what was asked for last is opened, and nothing that was asked for before. */
  #run = 0;

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
    this.retry = element(form, "[data-opening-retry]", HTMLButtonElement);
    this.title = element(form, "[data-opened-title]", HTMLElement);
    this.box = element(form, "[data-opened]", HTMLElement);
    this.identity = element(this.box, "[data-opened-identity]", HTMLElement);
    this.newSheet = element(this.box, "[data-action=new-sheet]", HTMLButtonElement);
    this.input.addEventListener("change", () => void this.#open());
  }

  async #open() {
    const [file] = this.input.files ?? [];
    if (!file) return;
    // So that the same file can be chosen again.
    this.input.value = "";
    const run = ++this.#run;
    const isWanted = () => run === this.#run;
    const tell = (/** @type {Progress} */ progress) => isWanted() && this.#tellOfFile(file, progress);
    try {
      const content = this.#contentOf(file);
      const taken = await this.#opens(content, { source: "file", happening: { kind: "opened" }, isWanted, tell });
      if (isWanted()) this.#say(taken ? "" : FILE.kept);
    } catch (error) {
      if (isWanted()) this.#refuse(error);
    }
  }

  /**
   * Takes over a sheet that this device has kept; it is read like any file, since the questionnaire may be another now.
   *
   * @param {Sheet} sheet
   * @param {Pick<Way, "isWanted" | "tell">} way
   * @returns {Promise<"taken" | "declined" | "refused">}
   */
  async openDraft(sheet, { isWanted, tell }) {
    const run = ++this.#run;
    this.#say("");
    const content = Promise.resolve({ text: JSON.stringify(sheet) });
    try {
      const taken = await this.#opens(content, {
        source: "draft",
        happening: { kind: "changed" }, // a draft is in no file
        isWanted: () => run === this.#run && isWanted(),
        tell,
      });
      return taken ? "taken" : "declined";
    } catch (error) {
      if (error instanceof FileProblem) return "refused";
      throw error;
    }
  }

  /** Says that what stands here is a sheet of its own from now on. */
  tellNew() {
    this.title.textContent = NEW_SHEET.title;
    element(this.box, "[data-opened-text]", HTMLElement).textContent = "";
    this.identity.textContent = NEW_SHEET.text;
    this.newSheet.hidden = true;
  }

  /**
   * @param {Promise<Payload<"open">>} content
   * @param {Way} way
   * @returns {Promise<boolean>} whether it was taken over
   */
  async #opens(content, { source, happening, isWanted, tell }) {
    this.runtime.start();
    this.problems.clear();
    const found = await this.#asked(await content, tell);
    const mayTake = isWanted() && (this.mayReplace(found.sheet) || (await this.#confirmed(source)));
    if (mayTake) this.#take(found, source, happening);
    return mayTake;
  }

  /**
   * @param {File} file
   * @param {Progress} progress
   */
  #tellOfFile({ name }, progress) {
    this.#say(fileState(name, progress));
    this.retry.hidden = progress !== "stuck";
  }

  /** @param {string} said */
  #say(said) {
    this.status.textContent = said;
    this.retry.hidden = true;
  }

  /**
   * @param {File} file
   * @returns {Promise<Payload<"open">>}
   */
  async #contentOf(file) {
    const most = Number(this.input.dataset.maxBytes);
    if (file.size > most) throw new FileProblem(fileTooLarge(most), FILE.tooLargeHint);
    const content = await base64Of(file).catch(() => {
      throw new FileProblem(FILE.unreadable, FILE.unreadableHint);
    });
    return { content };
  }

  /**
   * Asks the core, as often as the runtime has to be loaded for it.
   *
   * @param {Payload<"open">} payload
   * @param {Way["tell"]} tell
   * @returns {Promise<SheetResponse>}
   */
  async #asked(payload, tell) {
    const response = await this.#answered(payload, tell);
    if (response.kind === "sheet") return response;
    if (response.traceback) console.error(response.traceback);
    throw new FileProblem(response.message, response.hint);
  }

  /**
   * @param {Payload<"open">} payload
   * @param {Way["tell"]} tell
   */
  async #answered(payload, tell) {
    for (let died = 0; ;) {
      tell(this.runtime.state.phase === "ready" ? "reading" : "waiting");
      try {
        return await this.runtime.request("open", { ...payload, ...this.#set });
      } catch (error) {
        if (!(error instanceof RuntimeUnavailable)) throw error;
        // What kills the worker twice would kill it a third time.
        if (this.runtime.state.phase !== "failed" && ++died > 1) throw new FileProblem(FILE.fatal, FILE.fatalHint);
      }
      if (this.runtime.state.phase !== "failed") continue;
      tell("stuck");
      await this.runtime.nextTry();
    }
  }

  /** The core refuses what belongs to another page. */
  get #set() {
    const { set } = this.model.questionnaire;
    return set && { set: set.id };
  }

  /**
   * Asks whether the answers on the page may be replaced.
   *
   * @param {Way["source"]} source
   * @returns {Promise<boolean>}
   */
  #confirmed(source) {
    const { dialog } = this;
    element(dialog, "p", HTMLElement).textContent = SOURCES[source].replaces;
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
   * @param {Way["source"]} source
   * @param {Happening} happening
   */
  #take({ sheet, notices }, source, happening) {
    this.model.load(sheet);
    this.taken(happening);
    const { date, date_typed } = sheet.sheet;
    const undated = date && date_typed === undefined ? dateOfOlderFile(date) : "";
    const { title, subject, same } = SOURCES[source];
    const text = opened(subject, this.model.tally(), notices.length);
    this.title.textContent = title;
    element(this.box, "[data-opened-text]", HTMLElement).textContent = text;
    this.identity.textContent = same + undated;
    this.newSheet.hidden = false;
    element(this.box, "[data-opened-notices]", HTMLElement).replaceChildren(...noticeList(notices));
    this.box.hidden = false;
    this.box.focus();
  }

  /** @param {unknown} problem */
  #refuse(problem) {
    if (!(problem instanceof FileProblem)) throw problem;
    const { message, hint } = problem;
    this.#say("");
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
