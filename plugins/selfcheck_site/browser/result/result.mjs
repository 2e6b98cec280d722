/** The result view: asks for it whenever it is entered, and shows which of its states it is in. */

import { element } from "../elements.mjs";
import { RESULT, runtimeReason } from "../messages.mjs";
import { RuntimeUnavailable } from "../runtime/runtime.mjs";

/** @import { Runtime, RuntimeResponse } from "../runtime/runtime.mjs" */
/** @import { SheetForm } from "../sheet/sheet.mjs" */

// A result from a running worker is there at once; only a longer wait is worth a word.
const MILLISECONDS_BEFORE_WAITING = 200;

export class ResultView {
  /**
   * @param {HTMLFormElement} form
   * @param {SheetForm} sheet
   * @param {Runtime} runtime
   */
  constructor(form, sheet, runtime) {
    this.sheet = sheet;
    this.runtime = runtime;
    this.section = element(form, "#ergebnis", HTMLElement);
    this.content = element(this.section, "#ergebnis-inhalt", HTMLElement);
    this.status = element(this.section, "[data-result-status]", HTMLElement);
    this.empty = element(this.section, "[data-result-empty]", HTMLElement);
    this.failed = element(this.section, "[data-result-failed]", HTMLElement);
    this.reason = element(this.section, "[data-result-reason]", HTMLElement);
    this.run = 0;
  }

  /** Computes the result of what the form says now; an older computation that ends later is ignored. */
  async enter() {
    const run = ++this.run;
    if (this.sheet.isEmpty) return this.#show("empty");
    const timer = setTimeout(() => this.#wait(), MILLISECONDS_BEFORE_WAITING);
    this.content.setAttribute("aria-busy", "true");
    const response = await this.#ask();
    clearTimeout(timer);
    this.content.removeAttribute("aria-busy");
    if (run !== this.run) return;
    if (response.kind === "view") this.#put(response.html);
    else this.#fail(response);
  }

  /** @returns {Promise<RuntimeResponse>} a failure where there is no runtime */
  async #ask() {
    try {
      return await this.runtime.request("view", { view: "result", sheet: this.sheet.read() });
    } catch (error) {
      const message = runtimeReason(error instanceof RuntimeUnavailable ? error.reason : undefined);
      return { id: 0, kind: "failure", message };
    }
  }

  #wait() {
    this.#show(this.runtime.state.phase === "ready" ? "computing" : "waiting");
  }

  /** @param {string} html written by our templates, which escape what a person typed */
  #put(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const nodes = [...parsed.body.childNodes].map((node) => document.importNode(node, true));
    this.content.replaceChildren(...nodes);
    this.#show("ready");
  }

  /** @param {RuntimeResponse} failure */
  #fail({ message, hint, traceback }) {
    if (traceback) console.error(traceback);
    this.#show("failed");
    this.reason.textContent = [message, hint].filter(Boolean).join(" ");
  }

  /** @param {keyof typeof RESULT} state */
  #show(state) {
    this.section.dataset.state = state;
    this.status.textContent = RESULT[state];
    this.empty.hidden = state !== "empty";
    this.failed.hidden = state !== "failed";
    // What an earlier visit showed would be the result of other answers.
    if (state !== "ready") this.content.replaceChildren();
  }
}
