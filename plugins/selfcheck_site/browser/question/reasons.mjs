/** Keeps a person once on a field whose „entfällt“ lacks its reason; the second time they pass. */

import { element } from "../elements.mjs";
import { missingReason, REASONS_HINT } from "../messages.mjs";

/** @import { Problem, Problems } from "../problems.mjs" */
/** @import { QuestionView } from "./question.mjs" */

export class Reasons {
  #seen = "";

  /** @param {Problems} problems */
  constructor(problems) {
    this.problems = problems;
  }

  /**
   * @param {QuestionView[]} lacking
   * @returns {boolean} whether to go on
   */
  pass(lacking) {
    const ids = lacking.map(({ id }) => id).join(" ");
    if (ids === "" || ids === this.#seen) return true;
    this.#seen = ids;
    this.problems.show(lacking.map(problemOf), REASONS_HINT);
    return false;
  }

  /** Asks again, on another field or another visit. */
  forget() {
    this.#seen = "";
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
