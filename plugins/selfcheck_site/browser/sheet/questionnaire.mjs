/** What the model has to know of the questionnaire that stands on the page. Types, and look-ups in them. */

/** @import { CatalogueRef, Form, SetRef } from "./sheet.mjs" */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} field id of its field
 * @property {string} theme
 * @property {boolean} inShortForm
 * @property {Record<string, string>} carriers by type of municipality: who is in charge where that type is not
 */

/**
 * @typedef {object} Questionnaire
 * @property {CatalogueRef} catalogue
 * @property {SetRef} [set] the question set that the page asks instead of the main form
 * @property {string} [perspective] of everybody who answers it, where there is one only
 * @property {Form[]} forms that a person can choose from; the first is the one to begin with
 * @property {string[]} fields ids in their order
 * @property {Question[]} questions in their order
 * @property {(text: string) => boolean} isWebAddress
 * @property {(text: string) => string} cleaned takes away what cannot be seen and what no reader of files takes
 */

/**
 * Returns whether a question is asked in a form and, where a sheet is about some fields only, in these.
 *
 * @param {import("./sheet.mjs").Scope} scope
 * @param {Question} question
 */
export function isAsked({ form, fields }, { field, inShortForm }) {
  return (form === "full" || inShortForm) && isAbout(fields, field);
}

/**
 * Returns whether a sheet about these fields is about this one.
 *
 * @param {string[] | null} fields
 * @param {string} field
 */
export function isAbout(fields, field) {
  return fields === null || fields.includes(field);
}
