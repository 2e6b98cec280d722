import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { SheetModel } from "./model.mjs";

/** @import { Questionnaire } from "./questionnaire.mjs" */

/** @type {Questionnaire} the page of a question set: all that is asked counts as asked in its one form */
const OF_A_SET = {
  catalogue: { id: "probe", version: "1.0", digest: "sha256:0" },
  set: { id: "menschen", digest: "sha256:1" },
  perspective: "einwohnerschaft",
  forms: ["set"],
  fields: ["wege"],
  questions: ["wege-schild", "wege-licht"].map((id) => ({
    id,
    field: "wege",
    theme: "thema.wege",
    inShortForm: true,
    carriers: {},
  })),
  isWebAddress: () => true,
  cleaned: (text) => text,
};
const WORLD = { newId: () => "neu", today: () => "2026-11-28", moment: () => "2026-11-28T14:05:09+01:00" };
const OF_TODAY = { form: "set", fields: null, set: { id: "menschen", digest: "sha256:1" } };

test("a sheet of a question set names the set and its one perspective, in the format that older programs refuse", () => {
  const { scope, format_version, sheet } = new SheetModel(OF_A_SET, WORLD).sheet;
  deepEqual(scope, OF_TODAY);
  deepEqual([format_version, sheet.perspective], [2, "einwohnerschaft"]);
  equal(new SheetModel(OF_A_SET, WORLD).tally().total, 2);
});

test("a sheet of a question set that was made before the set was changed is saved as one of today's", () => {
  const model = new SheetModel(OF_A_SET, WORLD);
  model.load({ ...model.sheet, scope: { form: "set", fields: null, set: { id: "menschen", digest: "sha256:0" } } });
  deepEqual(model.sheet.scope, OF_TODAY);
});
