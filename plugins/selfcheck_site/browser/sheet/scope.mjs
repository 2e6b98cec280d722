/** Which questions are asked: the Kurzform's or all. What lies outside is hidden, and what was entered there is kept. */

import { elements } from "../elements.mjs";

/** @import { Question } from "../question/question.mjs" */

export class Scope {
  /**
   * @param {HTMLFormElement} form
   * @param {Question[]} questions
   */
  constructor(form, questions) {
    this.form = form;
    this.questions = questions;
    this.themes = elements(form, "[data-theme]", HTMLElement);
    this.radios = elements(form, 'input[name="selbstcheck.form"]', HTMLInputElement);
  }

  /** Follows the choice on the page; where the questionnaire has one form only, there is none and nothing changes. */
  follow() {
    const chosen = this.radios.find((radio) => radio.checked);
    if (chosen) this.#apply(chosen.value);
  }

  /**
   * Takes over the form that a sheet names.
   *
   * @param {string} name
   */
  choose(name) {
    for (const radio of this.radios) radio.checked = radio.value === name;
    this.follow();
  }

  /** @param {string} name */
  #apply(name) {
    this.form.dataset.scopeForm = name;
    for (const { fieldset } of this.questions) {
      fieldset.hidden = name === "short" && !fieldset.hasAttribute("data-short-form");
    }
    for (const theme of this.themes) theme.hidden = !theme.querySelector("[data-question]:not([hidden])");
  }
}
