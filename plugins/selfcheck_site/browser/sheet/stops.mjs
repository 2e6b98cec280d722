/** The stops on the way through the questions: what is in sight at once, and in which order. */

import { isAsked } from "./questionnaire.mjs";

/** @import { Question, Questionnaire } from "./questionnaire.mjs" */
/** @import { Scope } from "./sheet.mjs" */

/** @typedef {"usual" | "question"} Pace usual: a field at once in the Kurzform, a theme in the Langform */

/**
 * @typedef {object} Stop
 * @property {"field" | "theme" | "question"} kind
 * @property {string} field
 * @property {string} theme of its first question
 * @property {string[]} questions ids, at least one
 * @property {number} position in its field, from 1
 * @property {number} count of the stops in its field
 */

/** @type {Record<Stop["kind"], (question: Question) => string>} */
const KEYS = {
  field: ({ field }) => `${field}`,
  theme: ({ field, theme }) => `${field} ${theme}`,
  question: ({ id }) => id,
};

/**
 * Returns the stops in their order; none is empty, and every question that is asked is at one of them.
 *
 * @param {Questionnaire} questionnaire
 * @param {Scope} scope
 * @param {Pace} pace
 * @returns {Stop[]}
 */
export function stopsOf({ questions }, scope, pace) {
  const kind = kindOf(scope, pace);
  /** @type {Map<string, Question[]>} */
  const groups = new Map();
  for (const question of questions.filter((each) => isAsked(scope, each))) {
    const key = KEYS[kind](question);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  /** @type {Map<string, number>} */
  const perField = new Map();
  const stops = [...groups.values()].map((group) => {
    const { field = "", theme = "" } = group[0] ?? {};
    const position = (perField.get(field) ?? 0) + 1;
    perField.set(field, position);
    return { kind, field, theme, questions: group.map(({ id }) => id), position };
  });
  return stops.map((stop) => ({ ...stop, count: perField.get(stop.field) ?? 0 }));
}

/**
 * @param {Scope} scope
 * @param {Pace} pace
 * @returns {Stop["kind"]}
 */
function kindOf({ form }, pace) {
  if (pace === "question") return pace;
  return form === "short" ? "field" : "theme";
}
