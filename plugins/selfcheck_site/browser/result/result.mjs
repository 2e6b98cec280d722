/** The result view: asks for it whenever it is entered, and shows which of its states it is in. */

import { element } from "../elements.mjs";
import { RESULT, runtimeReason } from "../messages.mjs";
import { noticeList } from "../notices.mjs";
import { RuntimeUnavailable } from "../runtime/runtime.mjs";

/** @import { Failure, FileResponse, Notice, ViewResponse } from "../runtime/border.mjs" */
/** @import { Runtime } from "../runtime/runtime.mjs" */
/** @import { SheetModel } from "../sheet/model.mjs" */

// A result from a running worker is there at once; only a longer wait is worth a word.
const MILLISECONDS_BEFORE_WAITING = 200;

export class ResultView {
  /**
   * @param {HTMLFormElement} form
   * @param {SheetModel} model
   * @param {Runtime} runtime
   * @param {() => boolean} isExpected whether answers are about to come
   */
  constructor(form, model, runtime, isExpected) {
    const section = element(form, "[data-result]", HTMLElement);
    this.section = section;
    this.model = model;
    this.runtime = runtime;
    this.isExpected = isExpected;
    this.content = element(section, "[data-result-content]", HTMLElement);
    this.message = element(section, "[data-result-message]", HTMLElement);
    this.announcer = element(form, "[data-result-announcer]", HTMLElement);
    this.empty = element(section, "[data-result-empty]", HTMLElement);
    this.failed = element(section, "[data-result-failed]", HTMLElement);
    this.reason = element(section, "[data-result-reason]", HTMLElement);
    this.notices = element(section, "[data-result-notices]", HTMLElement);
    this.noticeList = element(this.notices, "ul", HTMLUListElement);
    this.run = 0;
  }

  /** Computes the result of what the sheet says now; an older computation that ends later is ignored. */
  async enter() {
    const run = ++this.run;
    if (this.model.tally().dealtWith === 0) return this.#show(this.isExpected() ? "opening" : "empty");
    const timer = setTimeout(() => this.#wait(), MILLISECONDS_BEFORE_WAITING);
    this.content.setAttribute("aria-busy", "true");
    const response = await this.#ask();
    clearTimeout(timer);
    this.content.removeAttribute("aria-busy");
    if (run !== this.run) return;
    if (response.kind === "view") this.#put(response);
    else if (response.kind === "failure") this.#fail(response);
    else throw new Error("The result is no file");
  }

  /** @returns {Promise<ViewResponse | FileResponse | Failure>} a failure where there is no runtime */
  async #ask() {
    try {
      return await this.runtime.request("view", { view: "result", sheet: this.model.sheet });
    } catch (error) {
      const message = runtimeReason(error instanceof RuntimeUnavailable ? error.reason : undefined);
      return { id: null, kind: "failure", code: "unavailable", message, hint: "" };
    }
  }

  #wait() {
    this.#show(this.runtime.state.phase === "ready" ? "computing" : "waiting");
  }

  /** @param {ViewResponse} response its HTML is written by our templates, which escape what a person typed */
  #put({ html, notices }) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const nodes = [...parsed.body.childNodes].map((node) => document.importNode(node, true));
    this.content.replaceChildren(...nodes);
    this.#show("ready", notices);
  }

  /** @param {Failure} failure */
  #fail({ message, hint, traceback }) {
    if (traceback) console.error(traceback);
    this.#show("failed");
    this.reason.textContent = [message, hint].filter(Boolean).join(" ");
  }

  /**
   * @param {keyof typeof RESULT} state
   * @param {Notice[]} [notices] what was odd in the sheet
   */
  #show(state, notices = []) {
    this.section.dataset.state = state;
    this.message.textContent = this.announcer.textContent = RESULT[state];
    this.empty.hidden = state !== "empty";
    this.failed.hidden = state !== "failed";
    this.notices.hidden = notices.length === 0;
    this.noticeList.replaceChildren(...noticeList(notices));
    // What an earlier visit showed would be the result of other answers.
    if (state !== "ready") this.content.replaceChildren();
  }
}
