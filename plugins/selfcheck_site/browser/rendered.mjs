/** A view that the core writes: asks for it whenever it is entered, and shows which of its states it is in. */

import { element } from "./elements.mjs";
import { RENDERED } from "./messages.mjs";
import { noticeList } from "./notices.mjs";
import { RuntimeUnavailable } from "./runtime/runtime.mjs";
import { runtimeReason } from "./runtime/runtime_words.mjs";

/** @import { Failure, FileResponse, Notice, ViewResponse } from "./runtime/border.mjs" */
/** @import { Runtime } from "./runtime/runtime.mjs" */
/** @import { SheetModel } from "./sheet/model.mjs" */

// A view from a running worker is there at once; only a longer wait is worth a word.
const MILLISECONDS_BEFORE_WAITING = 200;

export class RenderedView {
  /**
   * @param {HTMLFormElement} form
   * @param {keyof typeof RENDERED} name what the core calls the view, and the form its section
   * @param {SheetModel} model
   * @param {Runtime} runtime
   * @param {() => boolean} isExpected whether answers are about to come
   */
  constructor(form, name, model, runtime, isExpected) {
    const section = element(form, `[data-rendered=${name}]`, HTMLElement);
    this.name = name;
    this.section = section;
    this.model = model;
    this.runtime = runtime;
    this.isExpected = isExpected;
    this.content = element(section, "[data-rendered-content]", HTMLElement);
    this.message = element(section, "[data-rendered-message]", HTMLElement);
    this.announcer = element(form, "[data-rendered-announcer]", HTMLElement);
    // A view may have buttons that belong behind its first line, which tells whose sheet it is.
    this.actions = section.querySelector("[data-rendered-actions]");
    this.empty = element(section, "[data-rendered-empty]", HTMLElement);
    this.failed = element(section, "[data-rendered-failed]", HTMLElement);
    this.reason = element(section, "[data-rendered-reason]", HTMLElement);
    this.notices = element(section, "[data-rendered-notices]", HTMLElement);
    this.noticeList = element(this.notices, "ul", HTMLUListElement);
    this.run = 0;
  }

  /** Computes the view of what the sheet says now; an older computation that ends later is ignored. */
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
    else throw new Error("The view is a file");
  }

  /** @returns {Promise<ViewResponse | FileResponse | Failure>} a failure where there is no runtime */
  async #ask() {
    try {
      return await this.runtime.request("view", { view: this.name, sheet: this.model.sheet });
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
    this.#clear();
    this.content.replaceChildren(...nodes);
    if (this.actions) element(this.content, ".result-origin", HTMLElement).after(this.actions);
    this.#show("ready", notices);
  }

  /** @param {Failure} failure */
  #fail({ message, hint, traceback }) {
    if (traceback) console.error(traceback);
    this.#show("failed");
    this.reason.textContent = [message, hint].filter(Boolean).join(" ");
  }

  /**
   * @param {keyof typeof RENDERED.result} state
   * @param {Notice[]} [notices] what was odd in the sheet
   */
  #show(state, notices = []) {
    this.section.dataset.state = state;
    this.message.textContent = this.announcer.textContent = RENDERED[this.name][state];
    this.empty.hidden = state !== "empty";
    this.failed.hidden = state !== "failed";
    this.notices.hidden = notices.length === 0;
    this.noticeList.replaceChildren(...noticeList(notices));
    // What an earlier visit showed would be made of other answers.
    if (state !== "ready") this.#clear();
  }

  #clear() {
    if (this.actions) this.content.before(this.actions);
    this.content.replaceChildren();
  }
}
