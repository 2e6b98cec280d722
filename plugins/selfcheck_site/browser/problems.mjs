/** What a person can mend: a summary on top that takes the focus, and the same words at the field. */

import { element, elements } from "./elements.mjs";
import { ERROR_PREFIX } from "./messages.mjs";

/**
 * @typedef {object} Problem
 * @property {string} message
 * @property {HTMLElement} field what the link leads to
 * @property {HTMLElement} place where the message stands at the field
 */

export class Problems {
  /**
   * @param {HTMLFormElement} form
   * @param {(field: HTMLElement) => void} reach brings a field into sight that may be in another view
   */
  constructor(form, reach) {
    this.reach = reach;
    this.summary = element(form, "[data-errors]", HTMLElement);
    this.list = element(form, "[data-error-list]", HTMLElement);
    this.hint = element(form, "[data-error-hint]", HTMLElement);
    /** @type {Problem[]} */
    this.shown = [];
  }

  /**
   * Shows these problems instead of earlier ones and moves the focus to the summary.
   *
   * @param {Problem[]} problems
   * @param {string} hint what to do, or why going on is possible all the same
   */
  show(problems, hint) {
    this.clear();
    this.shown = problems;
    for (const problem of problems) showAtField(problem);
    this.list.replaceChildren(...problems.map((each) => this.#listed(each)));
    this.hint.textContent = hint;
    this.hint.hidden = !hint;
    this.summary.hidden = false;
    document.title = `${ERROR_PREFIX} ${document.title}`;
    this.summary.focus();
  }

  clear() {
    if (this.summary.hidden) return;
    for (const problem of this.shown) clearAtField(problem);
    this.shown = [];
    this.summary.hidden = true;
    this.list.replaceChildren();
    document.title = document.title.replace(`${ERROR_PREFIX} `, "");
  }

  /**
   * Takes away the problems of fields that a person has just mended.
   *
   * @param {(field: HTMLElement) => boolean} mended
   */
  settle(mended) {
    const left = this.shown.filter((problem) => !mended(problem.field));
    if (left.length === this.shown.length) return;
    if (left.length === 0) return this.clear();
    this.shown.filter((problem) => !left.includes(problem)).forEach(clearAtField);
    this.shown = left;
    this.list.replaceChildren(...left.map((each) => this.#listed(each)));
  }

  /**
   * @param {Problem} problem
   * @returns {HTMLElement}
   */
  #listed({ message, field }) {
    const link = document.createElement("a");
    link.href = `#${field.id}`;
    link.textContent = message;
    link.addEventListener("click", (event) => {
      // The hash names views; a field inside one is only focused.
      event.preventDefault();
      this.reach(field);
      field.focus();
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }
}

/** @param {Problem} problem */
function showAtField({ message, field, place }) {
  const prefix = document.createElement("span");
  prefix.className = "sc-visually-hidden";
  prefix.textContent = `${ERROR_PREFIX} `;
  place.replaceChildren(prefix, message);
  place.hidden = false;
  field.setAttribute("aria-invalid", "true");
}

/** @param {Problem} problem */
function clearAtField({ field, place }) {
  place.replaceChildren();
  place.hidden = true;
  field.removeAttribute("aria-invalid");
}
