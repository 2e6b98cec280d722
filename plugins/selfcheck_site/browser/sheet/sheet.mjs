/** A sheet as it stands in a file: what one respondent or office answered. Types only; `draft.mjs` makes and reads them. */

/** @typedef {"short" | "full" | "set"} Form "set": the questions of a question set and none of the main form */

/**
 * @typedef {object} CatalogueRef
 * @property {string} id
 * @property {string} version
 * @property {string} digest
 */

/** @typedef {{ id: string, digest: string }} SetRef which question set, and what it was like */

/**
 * @typedef {object} Scope
 * @property {Form} form
 * @property {string[] | null} fields ids of the fields that the sheet is about; null for all
 * @property {SetRef} [set] where the form is "set"
 */

/**
 * @typedef {object} About
 * @property {string} id
 * @property {string} perspective
 * @property {string} office
 * @property {string} date such as 2026-05-31, or empty
 * @property {boolean} [date_typed] whether a person typed the date; an older file does not tell
 * @property {string} [saved_at] such as 2026-05-31T14:05:00+02:00
 * @property {{ name: string, type: string }} municipality
 */

/**
 * @typedef {object} Evidence
 * @property {string} title
 * @property {string} link a web address, or empty
 */

/**
 * What was answered; with neither `rung` nor `state` the question is open. `preset` says that the page set the answer
 * because of the type of municipality and that nobody has confirmed it yet.
 *
 * @typedef {{ rung: number }
 *   | { state: "unknown" }
 *   | { state: "not-responsible", carrier: string, preset?: true }
 *   | { state: "not-applicable", reason: string }
 *   | {}} Given
 */

/** @typedef {Given & { note?: string, evidence?: Evidence[] }} Answer */

/** @typedef {Record<string, Answer>} Answers by question */

/**
 * @typedef {object} Sheet
 * @property {"weltoffene-kommune/sheet"} format
 * @property {1 | 2} format_version 2 where it answers a question set, so that older programs refuse it
 * @property {CatalogueRef} catalogue
 * @property {Scope} scope
 * @property {About} sheet
 * @property {Answers} answers
 */

export {};
