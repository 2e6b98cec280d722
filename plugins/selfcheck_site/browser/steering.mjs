/** What leads through the questions: the main button, the next open question, on and back, one question at a time. */

import { element, elements } from "./elements.mjs";
import { StopsView } from "./field/stops_view.mjs";
import { BEGIN, CHECK, GO_ON, LOOK, ON, ONE_AT_A_TIME, placeInSight, returnTo, SEVERAL_AT_ONCE } from "./messages.mjs";
import { nextToAnswer } from "./sheet/draft.mjs";
import { Views } from "./views.mjs";

/** @import { QuestionView } from "./question/question.mjs" */
/** @import { SheetModel } from "./sheet/model.mjs" */
/** @import { Tally } from "./sheet/tally.mjs" */

export class Steering {
  /**
   * @param {HTMLFormElement} form
   * @param {object} parts
   * @param {SheetModel} parts.model
   * @param {QuestionView[]} parts.questions
   * @param {Omit<ConstructorParameters<typeof Views>[1], "stops">} asked
   */
  constructor(form, { model, questions }, { sought, entered, mayLeave }) {
    this.form = form;
    this.model = model;
    this.questions = questions;
    this.stops = new StopsView(form, model, questions);
    this.views = new Views(form, {
      stops: this.stops,
      sought,
      entered: (section) => {
        this.#entered();
        entered(section);
      },
      mayLeave,
    });
    this.mainButtons = elements(form, "[data-begin]", HTMLButtonElement);
    this.onButton = element(form, "[data-action=on]", HTMLButtonElement);
    this.openButton = element(form, "[data-action=next-open]", HTMLButtonElement);
    this.returnButton = element(form, "[data-action=return]", HTMLButtonElement);
    this.paceButton = element(form, "[data-action=pace]", HTMLButtonElement);
    this.keys = element(form, "[data-keys]", HTMLElement);
    this.place = element(form, "[data-place]", HTMLElement);
  }

  /** Draws what hangs on the sheet: where the main button leads, and whether anything is open. */
  draw() {
    const { draft, questionnaire } = this.model;
    const next = nextToAnswer(questionnaire, draft);
    const tally = this.model.tally();
    const [label, place] = this.#main(next, tally);
    for (const button of this.mainButtons) {
      button.textContent = label;
      button.dataset.go = place;
    }
    this.openButton.hidden = next === undefined;
    this.form.toggleAttribute("data-finished", next === undefined);
    this.form.toggleAttribute("data-begun", tally.dealtWith > 0);
    this.#drawPlace(tally);
    this.views.refresh();
  }

  #entered() {
    const { stop, isLast, cameFrom } = this.views;
    this.onButton.textContent = isLast ? CHECK : ON;
    this.returnButton.hidden = !stop || !cameFrom;
    this.returnButton.textContent = cameFrom ? returnTo(cameFrom.dataset.viewTitle ?? "") : "";
    this.#drawPlace(this.model.tally());
  }

  /** @param {Tally} tally */
  #drawPlace(tally) {
    const { stop } = this.views;
    this.place.textContent = placeInSight(stop ? this.stops.positionOf(stop) : "", tally);
  }

  /** @param {string | undefined} action of a button that was pressed */
  act(action) {
    if (action === "on") this.views.goBeside(1);
    if (action === "back") this.views.goBeside(-1);
    if (action === "next-open") this.#goToNextOpen();
    if (action === "return" && this.views.cameFrom) this.views.go(this.views.cameFrom.id);
    if (action === "pace") this.#changePace();
  }

  /**
   * One question at a time is answered with single keys, which a person has chosen with it.
   *
   * @param {KeyboardEvent} event
   */
  pressed(event) {
    const { key, target } = event;
    if (this.views.stop?.kind !== "question" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(target instanceof Element) || target.matches("textarea, select, input:not([type=radio])")) return;
    if (key === "Enter" && target.closest("button, a, summary, dialog")) return;
    if (!this.#answered(key) && !this.#walked(key)) return;
    event.preventDefault();
  }

  /**
   * @param {string} key
   * @returns {boolean} whether it chose an answer
   */
  #answered(key) {
    const question = this.questions.find(({ id }) => id === this.views.stop?.questions[0]);
    const value = /^[1-4]$/.test(key) ? String(Number(key) - 1) : key.toLowerCase() === "w" ? "unknown" : "";
    const radio = question?.radios.find((each) => each.value === value);
    radio?.focus();
    radio?.click();
    return radio !== undefined;
  }

  /**
   * @param {string} key
   * @returns {boolean} whether it led on or back
   */
  #walked(key) {
    const step = key === "Enter" ? 1 : key.toLowerCase() === "z" ? -1 : 0;
    if (step) this.views.goBeside(step);
    return step !== 0;
  }

  /**
   * @param {string | undefined} next question to answer
   * @param {Tally} tally
   * @returns {[string, string]} the main button's label and where it leads
   */
  #main(next, { dealtWith }) {
    if (next === undefined) return [LOOK, element(this.form, "[data-view=result]", HTMLElement).id];
    const [first] = this.stops.all;
    if (first && dealtWith === 0) return [BEGIN, this.stops.placeOf(first)];
    return [GO_ON, this.#placeOf(next)];
  }

  /** Looks behind the question that the address names, else from the first one in sight on. */
  #goToNextOpen() {
    const { draft, questionnaire } = this.model;
    const { stop } = this.views;
    const here = this.questions.find(({ fieldset }) => `#${fieldset.id}` === location.hash)?.id;
    const before = stop && this.stops.beside(stop, -1)?.questions.at(-1);
    const next = nextToAnswer(questionnaire, draft, here ?? before);
    if (next) this.views.go(this.#placeOf(next));
  }

  #changePace() {
    const isOne = this.stops.pace === "usual";
    this.stops.goAt(isOne ? "question" : "usual");
    this.paceButton.textContent = isOne ? SEVERAL_AT_ONCE : ONE_AT_A_TIME;
    this.keys.hidden = !isOne;
    this.views.refresh();
    this.views.focusHeading();
  }

  /** @param {string} question */
  #placeOf(question) {
    return this.questions.find(({ id }) => id === question)?.fieldset.id ?? "";
  }
}
