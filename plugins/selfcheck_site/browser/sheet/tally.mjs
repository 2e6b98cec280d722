/** The one counting of a sheet: bearbeitet, gewertet, weiß nicht, voreingestellt, ohne Begründung, offen. */

import { lacksReason } from "./entry.mjs";

/** @import { Entry } from "./entry.mjs" */

/**
 * Every question is dealt with, preset or open.
 *
 * @typedef {object} Tally
 * @property {number} total
 * @property {number} dealtWith bearbeitet: a person gave any answer, „weiß nicht“ included
 * @property {number} scored gewertet: answered with a Stufe
 * @property {number} unknown answered with „weiß nicht“
 * @property {number} preset set by the page, and confirmed by nobody yet
 * @property {number} unreasoned „entfällt“, and nobody has said why
 * @property {number} open nothing is chosen
 */

/**
 * Counts what stands at these questions.
 *
 * @param {readonly Entry[]} entries
 * @returns {Tally}
 */
export function tally(entries) {
  const chosen = entries.filter(({ choice }) => choice !== "");
  const given = chosen.filter(({ preset }) => !preset);
  return {
    total: entries.length,
    dealtWith: given.length,
    scored: given.filter(({ choice }) => "0123".includes(choice)).length,
    unknown: given.filter(({ choice }) => choice === "unknown").length,
    preset: chosen.length - given.length,
    unreasoned: given.filter(lacksReason).length,
    open: entries.length - chosen.length,
  };
}
