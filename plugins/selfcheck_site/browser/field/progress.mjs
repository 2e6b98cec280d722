/** How far the sheet is filled: the task list, the line above each field and the figure of what is still open. */

import { elements } from "../elements.mjs";
import { openFigure, progressLine, taskStatus } from "../messages.mjs";

/** @import { Question } from "../question/question.mjs" */

/**
 * @typedef {object} Tally
 * @property {number} total
 * @property {number} chosen questions with any choice, „weiß nicht“ included
 * @property {number} unknown
 * @property {number} outstanding open or unknown: what keeps the range wide
 */

/**
 * Counts the questions that the chosen form asks.
 *
 * @param {Question[]} questions
 * @returns {Tally}
 */
export function tally(questions) {
  const choices = questions.filter(({ inScope }) => inScope).map(({ choice }) => choice);
  const chosen = choices.filter(Boolean).length;
  const unknown = choices.filter((choice) => choice === "unknown").length;
  return { total: choices.length, chosen, unknown, outstanding: choices.length - chosen + unknown };
}

/**
 * Returns a function that brings every figure on the page up to date.
 *
 * @param {HTMLFormElement} form
 * @param {Question[]} questions
 * @returns {() => void}
 */
export function progressOf(form, questions) {
  const lines = elements(form, "[data-progress]", HTMLElement);
  const figures = elements(form, "[data-open-figure]", HTMLElement);
  const tasks = elements(form, "[data-status-of]", HTMLElement).map((status) => {
    const field = document.getElementById(status.dataset.statusOf ?? "");
    return { status, questions: questions.filter((question) => field?.contains(question.fieldset)) };
  });
  return () => {
    const whole = tally(questions);
    for (const line of lines) line.textContent = ` · ${progressLine(whole)}`;
    for (const figure of figures) figure.textContent = openFigure(whole);
    for (const task of tasks) {
      const part = tally(task.questions);
      task.status.textContent = taskStatus(part);
      task.status.dataset.state = part.chosen === 0 ? "new" : part.chosen < part.total ? "begun" : "done";
    }
    for (const question of questions) showClearButton(question);
  };
}

/** @param {Question} question */
function showClearButton({ fieldset, choice }) {
  for (const button of elements(fieldset, "[data-action=clear]", HTMLElement)) button.hidden = !choice;
}
