/** What stands at one question while the sheet is filled in: also what was typed for an answer that is not chosen now. */

import { evidenceOf } from "./evidence.mjs";

/** @import { Answer, Evidence, Given } from "./sheet.mjs" */

/** @typedef {"" | "0" | "1" | "2" | "3" | "unknown" | "not-responsible" | "not-applicable"} Choice "" where open */

/**
 * @typedef {object} Entry
 * @property {Choice} choice
 * @property {boolean} preset whether the page chose „nicht zuständig“ and nobody has confirmed it yet
 * @property {string} carrier
 * @property {string} reason
 * @property {string} note
 * @property {readonly Evidence[]} evidence as typed, empty rows included
 */

/** @type {Entry} */
export const EMPTY = Object.freeze({ choice: "", preset: false, carrier: "", reason: "", note: "", evidence: [] });

/**
 * Returns the entry with which the form shows an answer.
 *
 * @param {Answer} answer
 * @returns {Entry}
 */
export function entryOf(answer) {
  const { note = "", evidence = [] } = answer;
  return { ...EMPTY, choice: choiceOf(answer), ...textsOf(answer), note, evidence };
}

/**
 * Returns the answer that goes into the file, or null where nothing was entered at all.
 *
 * @param {Entry} entry
 * @param {(text: string) => boolean} isWebAddress
 * @returns {Answer | null}
 */
export function answerOf(entry, isWebAddress) {
  /** @type {Answer} */
  const answer = givenBy(entry);
  if (entry.note.trim()) answer.note = entry.note;
  const evidence = entry.evidence.flatMap((row) => evidenceOf(row, isWebAddress));
  if (evidence.length) answer.evidence = evidence;
  return Object.keys(answer).length ? answer : null;
}

/**
 * Returns whether this is „entfällt“ and nobody has said why.
 *
 * @param {Entry} entry
 */
export function lacksReason({ choice, reason }) {
  return choice === "not-applicable" && !reason.trim();
}

/**
 * @param {Given} given
 * @returns {Choice}
 */
function choiceOf(given) {
  if ("rung" in given) return /** @type {Choice} */ (String(given.rung));
  return "state" in given ? given.state : "";
}

/**
 * @param {Given} given
 * @returns {Partial<Entry>}
 */
function textsOf(given) {
  if (!("state" in given)) return {};
  if (given.state === "not-responsible") return { carrier: given.carrier, preset: given.preset === true };
  return given.state === "not-applicable" ? { reason: given.reason } : {};
}

/**
 * @param {Entry} entry
 * @returns {Given}
 */
function givenBy({ choice, preset, carrier, reason }) {
  if (choice === "") return {};
  if (choice === "unknown") return { state: choice };
  if (choice === "not-applicable") return { state: choice, reason: reason.trim() };
  if (choice !== "not-responsible") return { rung: Number(choice) };
  return { state: choice, carrier: carrier.trim(), ...(preset ? { preset } : {}) };
}
