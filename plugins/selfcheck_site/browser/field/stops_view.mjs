/** The stops on the way, as one sees them: a field, a theme of it or one question at once. */

import { element, elements } from "../elements.mjs";
import { positionOf } from "../messages.mjs";
import { stopsOf } from "../sheet/stops.mjs";

/** @import { QuestionView } from "../question/question.mjs" */
/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { Pace, Stop } from "../sheet/stops.mjs" */

export class StopsView {
  /** @type {Stop[]} */
  #stops = [];
  /** @type {unknown} */
  #drawn;

  /**
   * @param {HTMLFormElement} form
   * @param {SheetModel} model
   * @param {QuestionView[]} questions
   */
  constructor(form, model, questions) {
    this.model = model;
    this.fieldsets = new Map(questions.map(({ id, fieldset }) => [id, fieldset]));
    this.sections = elements(form, "[data-field]", HTMLElement);
    /** @type {Pace} */
    this.pace = "usual";
  }

  /** All of them, in their order, as the sheet is now. */
  get all() {
    const { scope } = this.model.draft;
    if (this.#drawn !== scope) {
      this.#drawn = scope;
      this.#stops = stopsOf(this.model.questionnaire, scope, this.pace);
    }
    return this.#stops;
  }

  /** @param {Pace} pace */
  goAt(pace) {
    this.pace = pace;
    this.#drawn = undefined;
  }

  /**
   * Returns the stop where a question, a theme or a field is to be seen, a field's first one for the field itself.
   *
   * @param {Element} place of it, or something inside
   * @returns {Stop | undefined} undefined where it is not asked for
   */
  at(place) {
    const question = place.closest("[data-question]")?.getAttribute("data-question");
    if (question) return this.all.find(({ questions }) => questions.includes(question));
    const theme = place.closest("[data-theme]")?.id;
    // A row of the result has a field, too.
    const field = place.closest("[data-view][data-field]")?.getAttribute("data-field");
    return this.all.find((stop) => stop.field === field && (!theme || stop.theme === theme));
  }

  /**
   * Returns the place that the address names for a stop.
   *
   * @param {Stop} stop
   */
  placeOf({ kind, field, theme, questions, position }) {
    if (kind === "question") return this.fieldsets.get(questions[0] ?? "")?.id ?? "";
    return position === 1 ? this.#section(field).id : theme;
  }

  /**
   * Returns the stop so many steps further on.
   *
   * @param {Stop} from
   * @param {1 | -1} step
   * @returns {Stop | undefined} undefined beyond the ends
   */
  beside(from, step) {
    const here = this.all.findIndex((stop) => this.placeOf(stop) === this.placeOf(from));
    return this.all[here + step];
  }

  /**
   * Shows one stop of its field, and says in the field's heading which one it is.
   *
   * @param {Stop} stop
   */
  show(stop) {
    const section = this.#section(stop.field);
    for (const fieldset of elements(section, "[data-question]", HTMLElement)) {
      fieldset.toggleAttribute("data-away", !stop.questions.includes(fieldset.dataset.question ?? ""));
    }
    for (const theme of elements(section, "[data-theme]", HTMLElement)) {
      theme.toggleAttribute("data-away", !theme.querySelector("[data-question]:not([data-away])"));
    }
    element(section, "[data-about]", HTMLElement).toggleAttribute("data-away", stop.position > 1);
    element(section, "[data-position]", HTMLElement).textContent = `${this.positionOf(stop)}: `;
  }

  /**
   * Returns where on the way a stop is, for people.
   *
   * @param {Stop} stop
   */
  positionOf(stop) {
    return positionOf(stop, this.sections.indexOf(this.#section(stop.field)) + 1, this.sections.length);
  }

  /** @param {string} field */
  #section(field) {
    const found = this.sections.find(({ dataset }) => dataset.field === field);
    if (!found) throw new Error(`The page lacks the field ${field}`);
    return found;
  }
}
