/** All questions of a form: finds the one that a control belongs to, and turns what a person does in it into changes. */

import { element, elements } from "../elements.mjs";
import { entryAt } from "../sheet/draft.mjs";
import { isAsked } from "../sheet/questionnaire.mjs";
import { QuestionView } from "./question.mjs";

/** @import { Change, Draft } from "../sheet/draft.mjs" */

export class Questions {
  /**
   * @param {HTMLFormElement} form
   * @param {object} asked
   * @param {() => Draft} asked.draft
   * @param {(change: Change) => void} asked.change takes what a person did
   */
  constructor(form, { draft, change }) {
    this.form = form;
    this.draft = draft;
    this.change = change;
    this.all = elements(form, "[data-question]", HTMLFieldSetElement).map((each) => new QuestionView(each));
  }

  /** Folds what only a running page can unfold. */
  start() {
    for (const button of elements(this.form, "[data-action=more]", HTMLButtonElement)) this.#unfold(button, false);
  }

  /**
   * @param {Element} inside
   * @returns {QuestionView | undefined}
   */
  of(inside) {
    const fieldset = inside.closest("[data-question]");
    return this.all.find((question) => question.fieldset === fieldset);
  }

  /** Numbers the questions that are asked, and draws each from its entry. */
  draw() {
    const draft = this.draft();
    let number = 0;
    for (const view of this.all) {
      view.draw(entryAt(draft, view.id), isAsked(draft.scope, view.description) ? ++number : 0);
    }
  }

  /** @param {HTMLButtonElement} button that was pressed */
  act(button) {
    const { action } = button.dataset;
    if (action === "more") this.#unfold(button, button.getAttribute("aria-expanded") !== "true");
    if (action === "clear") this.#clear(button);
    if (action === "confirm") this.#confirm(button);
    if (action === "add-evidence") this.#addEvidence(button);
  }

  /**
   * Choosing what is chosen already is no input, and yet a person's answer.
   *
   * @param {EventTarget} target that was clicked
   */
  clicked(target) {
    if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
    const question = this.of(target);
    if (question && entryAt(this.draft(), question.id).choice === target.value) this.#confirm(target);
  }

  /** @param {HTMLButtonElement} button */
  #clear(button) {
    const question = this.of(button);
    if (!question) return;
    question.radios[0]?.focus();
    this.change({ kind: "choice", question: question.id, choice: "" });
  }

  /** @param {HTMLElement} inside a control of the question whose preset is right */
  #confirm(inside) {
    const question = this.of(inside);
    if (!question || !entryAt(this.draft(), question.id).preset) return;
    question.radios.find(({ checked }) => checked)?.focus();
    this.change({ kind: "confirmation", question: question.id });
  }

  /** @param {HTMLButtonElement} button */
  #addEvidence(button) {
    const question = this.of(button);
    if (!question?.evidence.hasRoom) return;
    const evidence = [...question.evidence.typed, { title: "", link: "" }];
    this.change({ kind: "evidence", question: question.id, evidence });
    question.evidence.focusLast();
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {boolean} unfolded
   */
  #unfold(button, unfolded) {
    button.setAttribute("aria-expanded", String(unfolded));
    const part = element(this.form, `[id="${button.getAttribute("aria-controls")}"]`, HTMLElement);
    part.toggleAttribute("data-folded", !unfolded);
    if (unfolded) this.of(button)?.evidence.listenTo();
  }
}
