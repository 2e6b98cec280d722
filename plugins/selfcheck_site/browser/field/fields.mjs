/** The fields of action: which of them the sheet is about, which themes are asked, and how far each is filled. */

import { element, elements } from "../elements.mjs";
import { onlyTheseFields, openFigure, taskStatus } from "../messages.mjs";
import { isAbout } from "../sheet/questionnaire.mjs";

/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Scope } from "../sheet/sheet.mjs" */
/** @import { Tally } from "../sheet/tally.mjs" */

export class FieldsView {
  /** @type {Scope | undefined} */
  #drawn;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.sections = elements(form, "[data-field]", HTMLElement);
    this.themes = elements(form, "[data-theme]", HTMLElement);
    this.figures = elements(form, "[data-open-figure]", HTMLElement);
    this.tasks = elements(form, "[data-status-of]", HTMLElement);
    this.notice = element(form, "[data-fields-left-out]", HTMLElement);
    this.noticeText = element(this.notice, "p", HTMLElement);
  }

  /** Ids in their order. */
  get ids() {
    return this.sections.map(idOf);
  }

  /**
   * Draws all of it; the questions have to be drawn before.
   *
   * @param {SheetModel} model
   */
  draw(model) {
    this.#drawScope(model.draft.scope);
    const whole = model.tally();
    for (const figure of this.figures) figure.textContent = openFigure(whole);
    for (const status of this.tasks) drawTask(status, model.tally(status.dataset.statusOf));
  }

  /** @param {Scope} scope */
  #drawScope(scope) {
    if (scope === this.#drawn) return;
    this.#drawn = scope;
    const { fields } = scope;
    for (const section of this.sections) section.hidden = !isAbout(fields, idOf(section));
    for (const theme of this.themes) theme.hidden = !theme.querySelector("[data-question]:not([hidden])");
    for (const { dataset, parentElement } of this.tasks) {
      if (parentElement) parentElement.hidden = !isAbout(fields, dataset.statusOf ?? "");
    }
    const about = this.sections.filter(({ hidden }) => !hidden);
    this.notice.hidden = about.length === this.sections.length;
    this.noticeText.textContent = onlyTheseFields(about.map(titleOf), this.sections.length);
  }
}

/** @param {HTMLElement} section */
function idOf(section) {
  return section.dataset.field ?? "";
}

/** @param {HTMLElement} section */
function titleOf(section) {
  return element(section, "h2 [data-title]", HTMLElement).textContent ?? "";
}

/**
 * @param {HTMLElement} status
 * @param {Tally} tally
 */
function drawTask(status, tally) {
  status.textContent = taskStatus(tally);
  status.dataset.state = stateOf(tally);
}

/** @param {Tally} tally */
function stateOf({ dealtWith, preset, unreasoned, total }) {
  if (preset + unreasoned > 0) return "check";
  if (dealtWith === 0) return "new";
  return dealtWith < total ? "begun" : "done";
}
