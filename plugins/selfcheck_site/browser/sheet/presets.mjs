/** „Nicht zuständig“ set beforehand by the type of municipality, and taken back when the type changes. */

import { element } from "../elements.mjs";

/** @import { Question } from "../question/question.mjs" */

export class Presets {
  /** @param {Question[]} questions */
  constructor(questions) {
    this.questions = questions;
    /** @type {Set<Question>} those that still stand as they were preset */
    this.standing = new Set();
  }

  /**
   * Takes back what stands and presets the open questions that the type is not in charge of.
   *
   * @param {string} municipalityType
   * @returns {number} how many questions are preset now
   */
  apply(municipalityType) {
    for (const question of [...this.standing]) {
      question.choice = "";
      question.carrier.value = "";
      this.keep(question);
    }
    for (const question of this.questions) {
      const carrier = question.carrierFor(municipalityType);
      if (carrier && question.inScope && !question.choice) this.#preset(question, carrier);
    }
    return this.standing.size;
  }

  /**
   * A person changed the answer: it is theirs from now on.
   *
   * @param {Question} question
   */
  keep(question) {
    if (!this.standing.delete(question)) return;
    noteOf(question).hidden = true;
  }

  /** Makes every answer the person's own, after a file was opened. */
  keepAll() {
    for (const question of [...this.standing]) this.keep(question);
  }

  /**
   * @param {Question} question
   * @param {string} carrier
   */
  #preset(question, carrier) {
    question.setNotResponsible(carrier);
    this.standing.add(question);
    noteOf(question).hidden = false;
  }
}

/** @param {Question} question */
function noteOf(question) {
  return element(question.fieldset, "[data-preset-note]", HTMLElement);
}
