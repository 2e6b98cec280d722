/** Asks once for the reason that an „entfällt“ lacks; whoever goes on without it is not asked again. */

import { element } from "../elements.mjs";
import { missingReason, REASONS_HINT } from "../messages.mjs";

/** @import { Problem, Problems } from "../problems.mjs" */
/** @import { QuestionView } from "./question.mjs" */

export class Reasons {
  /** @type {Set<string>} questions whose reason has been asked for */
  #asked = new Set();

  /** @param {Problems} problems */
  constructor(problems) {
    this.problems = problems;
  }

  /**
   * @param {QuestionView[]} lacking
   * @returns {boolean} whether to go on
   */
  pass(lacking) {
    const fresh = lacking.filter(({ id }) => !this.#asked.has(id));
    for (const { id } of fresh) this.#asked.add(id);
    if (fresh.length) this.problems.show(fresh.map(problemOf), REASONS_HINT);
    return fresh.length === 0;
  }

  /**
   * Asks again where an answer has been another one since.
   *
   * @param {QuestionView[]} lacking all of the sheet
   */
  settle(lacking) {
    const ids = new Set(lacking.map(({ id }) => id));
    this.#asked = new Set([...this.#asked].filter((id) => ids.has(id)));
  }

  /**
   * Takes a sheet as it was saved: its reasons were asked for when it was filled in.
   *
   * @param {QuestionView[]} lacking all of the sheet
   */
  excuse(lacking) {
    this.#asked = new Set(lacking.map(({ id }) => id));
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
