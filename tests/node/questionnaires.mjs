/** A small questionnaire for unit tests: two fields, four questions, of which two are in the Kurzform. */

/** @import { Questionnaire, Question } from "../../plugins/selfcheck_site/browser/sheet/questionnaire.mjs" */

/** @type {Questionnaire} */
export const SMALL = {
  catalogue: { id: "probe", version: "1.0", digest: "sha256:0" },
  forms: ["short", "full"],
  fields: ["wege", "brunnen"],
  questions: [
    question("wege-plan", "wege", true),
    question("wege-bau", "wege", false, { gemeinde: "Landkreis" }),
    question("brunnen-plan", "brunnen", true, { gemeinde: "Zweckverband", kreis: "Gemeinde" }),
    question("brunnen-bau", "brunnen", false),
  ],
  isWebAddress: (text) => /^https:\/\/\S+$/.test(text),
};

/**
 * @param {string} id
 * @param {string} field
 * @param {boolean} inShortForm
 * @param {Record<string, string>} [carriers]
 * @returns {Question}
 */
function question(id, field, inShortForm, carriers = {}) {
  return { id, field, inShortForm, carriers };
}
