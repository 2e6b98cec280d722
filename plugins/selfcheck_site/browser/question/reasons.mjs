/** Asks once for the reason that an „entfällt“ lacks; whoever goes on without it is not asked again. */

import { element } from "../elements.mjs";
import { missingReason, REASONS_HINT } from "../messages.mjs";
import { entryAt } from "../sheet/draft.mjs";
import { lacksReason } from "../sheet/entry.mjs";

/** @import { Problem, Problems } from "../problems.mjs" */
/** @import { SheetModel } from "../sheet/model.mjs" */
/** @import { QuestionView } from "./question.mjs" */

export class Reasons {
  /** @type {Set<string>} questions whose reason has been asked for */
  #asked = new Set();

  /**
   * @param {QuestionView[]} questions
   * @param {SheetModel} model
   * @param {Problems} problems
   */
  constructor(questions, model, problems) {
    this.questions = questions;
    this.model = model;
    this.problems = problems;
  }

  get #lacking() {
    return this.questions.filter(({ id }) => lacksReason(entryAt(this.model.draft, id)));
  }

  /**
   * @param {readonly string[]} questions that are left
   * @returns {boolean} whether to go on
   */
  pass(questions) {
    const fresh = this.#lacking.filter(({ id }) => questions.includes(id) && !this.#asked.has(id));
    for (const { id } of fresh) this.#asked.add(id);
    if (fresh.length) this.problems.show(fresh.map(problemOf), REASONS_HINT);
    return fresh.length === 0;
  }

  /** After a change: what is mended is no problem any more, and would be asked for again. */
  settle() {
    const lacking = this.#lacking;
    this.#asked = new Set(lacking.map(({ id }) => id).filter((id) => this.#asked.has(id)));
    this.problems.settle((field) => !lacking.some(({ texts }) => texts.reason === field));
  }

  /** Takes a sheet as it was saved: its reasons were asked for when it was filled in. */
  excuse() {
    this.#asked = new Set(this.#lacking.map(({ id }) => id));
  }
}

/**
 * @param {QuestionView} question
 * @returns {Problem}
 */
function problemOf({ fieldset, text, texts: { reason } }) {
  const place = element(fieldset, `[id="${reason.id}-error"]`, HTMLElement);
  return { message: missingReason(text), field: reason, place };
}
