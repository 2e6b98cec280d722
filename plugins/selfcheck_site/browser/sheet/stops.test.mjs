import { deepEqual } from "node:assert/strict";
import { test } from "node:test";

import { stopsOf } from "./stops.mjs";

/** @import { Questionnaire } from "./questionnaire.mjs" */
/** @import { Pace } from "./stops.mjs" */
/** @import { Form } from "./sheet.mjs" */

/** @type {Questionnaire} two fields; the first has two themes, and in each field one question is in the Kurzform */
const SMALL = {
  catalogue: { id: "probe", version: "1.0", digest: "sha256:0" },
  forms: ["short", "full"],
  fields: ["wege", "brunnen"],
  questions: [
    question("plan", "wege", "gehen", true),
    question("bau", "wege", "gehen", false),
    question("rad", "wege", "fahren", false),
    question("wasser", "brunnen", "trinken", true),
  ],
  isWebAddress: () => false,
  cleaned: (text) => text,
};

/**
 * @param {string} id
 * @param {string} field
 * @param {string} theme
 * @param {boolean} inShortForm
 */
function question(id, field, theme, inShortForm) {
  return { id, field, theme, inShortForm, carriers: {} };
}

/**
 * @param {Form} form
 * @param {Pace} pace
 * @param {string[] | null} fields
 */
function stops(form, pace, fields = null) {
  return stopsOf(SMALL, { form, fields }, pace).map((stop) => `${stop.questions} ${stop.position}/${stop.count}`);
}

test("a Kurzform goes field by field", () => {
  deepEqual(stops("short", "usual"), ["plan 1/1", "wasser 1/1"]);
});

test("a Langform goes theme by theme, and says which theme of its field it is", () => {
  deepEqual(stops("full", "usual"), ["plan,bau 1/2", "rad 2/2", "wasser 1/1"]);
});

test("one question at a time goes through what the form asks, and through nothing else", () => {
  deepEqual(stops("full", "question"), ["plan 1/3", "bau 2/3", "rad 3/3", "wasser 1/1"]);
  deepEqual(stops("short", "question"), ["plan 1/1", "wasser 1/1"]);
});

test("a sheet of one field has the stops of that field", () => {
  deepEqual(stops("full", "usual", ["brunnen"]), ["wasser 1/1"]);
  deepEqual(stops("full", "question", ["wege"]), ["plan 1/3", "bau 2/3", "rad 3/3"]);
});

test("a field without a question in the Kurzform has no stop there", () => {
  const without = { ...SMALL, questions: SMALL.questions.slice(1) };
  const fields = stopsOf(without, { form: "short", fields: null }, "usual").map(({ field }) => field);
  deepEqual(fields, ["brunnen"]);
});
