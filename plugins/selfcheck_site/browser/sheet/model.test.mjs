import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { nextToAnswer } from "./draft.mjs";
import { SheetModel } from "./model.mjs";

/** @import { Change } from "./draft.mjs" */
/** @import { Question, Questionnaire } from "./questionnaire.mjs" */
/** @import { Sheet } from "./sheet.mjs" */

/** @type {Questionnaire} two fields with two questions each, of which one is in the Kurzform */
const SMALL = {
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
  cleaned: (text) => text.replaceAll("\u0007", ""),
};

const NOW = "2026-11-28T14:05:09+01:00";
const WORLD = { newId: () => "neu", today: () => "2026-11-28", moment: () => NOW };

/**
 * @param {string} id
 * @param {string} field
 * @param {boolean} inShortForm
 * @param {Record<string, string>} [carriers]
 * @returns {Question}
 */
function question(id, field, inShortForm, carriers = {}) {
  return { id, field, theme: `thema.${field}`, inShortForm, carriers };
}

/** @type {Sheet} one field of the Langform, with everything that a sheet can hold */
const ONE_FIELD = {
  format: "weltoffene-kommune/sheet",
  format_version: 1,
  catalogue: SMALL.catalogue,
  scope: { form: "full", fields: ["wege"] },
  sheet: {
    id: "bogen-7",
    perspective: "verwaltung",
    office: "Bauamt",
    date: "2026-05-31",
    date_typed: true,
    municipality: { name: "Musterstadt", type: "gemeinde" },
  },
  answers: Object.assign(Object.create(null), {
    "wege-plan": { rung: 3, note: "Beschluss\nvom Mai", evidence: [{ title: "Plan", link: "https://example.org" }] },
    "wege-bau": { state: "not-responsible", carrier: "Landkreis", preset: true },
    "brunnen-plan": { state: "not-applicable", reason: "kein Wasser", note: "liegt außerhalb des Bogens" },
    "brunnen-bau": { note: "nur eine Notiz" },
  }),
};

/** @param {Change[]} changes */
function changedBy(...changes) {
  const model = new SheetModel(SMALL, WORLD);
  for (const change of changes) model.change(change);
  return model;
}

/** @returns {SheetModel} with ONE_FIELD open */
function opened() {
  const model = changedBy({ kind: "choice", question: "wege-plan", choice: "1" });
  model.load(ONE_FIELD);
  return model;
}

/** @type {Change} */
const GEMEINDE = { kind: "detail", detail: "municipality-type", text: "gemeinde" };
/** @type {Change} */
const LANGFORM = { kind: "form", form: "full", fields: null };

test("a sheet that is opened and saved is the same sheet: its one field, id, presets, evidence and notes out of sight", () => {
  deepEqual(opened().sheet, ONE_FIELD);
});

test("what the page does not know of a sheet goes back into the file", () => {
  const model = opened();
  model.load({ ...ONE_FIELD, answers: { "frage-von-morgen": { rung: 1 } } });
  deepEqual({ ...model.sheet.answers }, { "frage-von-morgen": { rung: 1 } });
});

test("a sheet of one field counts that field alone, until all fields are wanted", () => {
  const model = opened();
  deepEqual([model.tally().total, model.tally("brunnen").total], [2, 0]);
  model.change({ kind: "all-fields" });
  deepEqual([model.tally().total, model.tally("brunnen").total], [4, 2]);
  equal(model.sheet.scope.fields, null);
});

test("opening a sheet presets nothing that the file does not hold", () => {
  const model = opened();
  model.load({ ...ONE_FIELD, scope: { form: "full", fields: null }, answers: {} });
  equal(model.tally().open, 4);
});

test("a sheet without an id gets a new one, and one without a date is of today when it is saved", () => {
  const model = opened();
  model.load({ ...ONE_FIELD, sheet: { ...ONE_FIELD.sheet, id: "", date: "" } });
  deepEqual([model.sheet.sheet.id, model.sheet.sheet.date], ["neu", "2026-11-28"]);
});

test("a date that nobody typed is today's again when the sheet is opened on another day", () => {
  const model = changedBy();
  const { date, date_typed } = model.sheet.sheet;
  deepEqual([date, date_typed], ["2026-11-28", false]);
  const later = new SheetModel(SMALL, { ...WORLD, today: () => "2027-03-01" });
  later.load(model.saved());
  equal(later.draft.details.date, "");
  deepEqual([later.sheet.sheet.date, later.sheet.sheet.date_typed], ["2027-03-01", false]);
});

test("a date that a person typed stays, also that of an older file, which does not tell", () => {
  const model = opened();
  deepEqual([model.sheet.sheet.date, model.sheet.sheet.date_typed], ["2026-05-31", true]);
  const { date_typed: _, ...older } = ONE_FIELD.sheet;
  model.load({ ...ONE_FIELD, sheet: older });
  deepEqual([model.sheet.sheet.date, model.sheet.sheet.date_typed], ["2026-05-31", true]);
  model.change({ kind: "detail", detail: "date", text: "" });
  deepEqual([model.sheet.sheet.date, model.sheet.sheet.date_typed], ["2026-11-28", false]);
});

test("a sheet says when it was saved, and only where it is saved", () => {
  equal(opened().saved().sheet.saved_at, NOW);
  equal("saved_at" in opened().sheet.sheet, false);
});

test("a sheet keeps its id however often it is opened and saved, until somebody begins a new one", () => {
  const model = opened();
  model.change({ kind: "choice", question: "wege-plan", choice: "0" });
  equal(model.saved().sheet.id, "bogen-7");
  model.beginAnew();
  const { id, date_typed } = model.sheet.sheet;
  deepEqual(
    [id, date_typed, model.sheet.answers["wege-plan"]],
    ["neu", false, { ...ONE_FIELD.answers["wege-plan"], rung: 0 }],
  );
});

test("what cannot be seen is not even written", () => {
  const bell = "laut\u0007";
  const model = changedBy(
    { kind: "detail", detail: "office", text: bell },
    { kind: "text", question: "wege-plan", text: "note", value: bell },
    { kind: "evidence", question: "wege-plan", evidence: [{ title: bell, link: `https://example.org/${bell}` }] },
  );
  equal(JSON.stringify(model.sheet).includes("\\u0007"), false);
});

test("where the page has one form only, a sheet of another is filled in in that", () => {
  const model = new SheetModel({ ...SMALL, forms: ["full"] }, WORLD);
  model.load({ ...ONE_FIELD, scope: { form: "short", fields: null } });
  equal(model.sheet.scope.form, "full");
});

test("every question is dealt with, preset or open, and the counts say which", () => {
  const model = changedBy(
    LANGFORM,
    { kind: "choice", question: "wege-plan", choice: "0" },
    { kind: "choice", question: "wege-bau", choice: "unknown" },
    { kind: "detail", detail: "municipality-type", text: "kreis" },
  );
  deepEqual(model.tally(), { total: 4, dealtWith: 2, scored: 1, unknown: 1, preset: 1, unreasoned: 0, open: 1 });
});

test("the Kurzform counts its own questions, and changing one's mind loses nothing", () => {
  const model = changedBy(
    LANGFORM,
    { kind: "choice", question: "wege-bau", choice: "2" },
    { kind: "form", form: "short", fields: null },
  );
  deepEqual([model.tally().total, model.tally().dealtWith], [2, 0]);
  deepEqual([model.sheet.scope.form, model.sheet.answers["wege-bau"]], ["short", { rung: 2 }]);
});

test("the type of municipality presets who else is in charge, and takes it back when it changes", () => {
  const model = changedBy(GEMEINDE);
  const preset = { state: "not-responsible", carrier: "Zweckverband", preset: true };
  deepEqual({ ...model.sheet.answers }, { "brunnen-plan": preset });
  model.change({ kind: "detail", detail: "municipality-type", text: "kreis" });
  deepEqual({ ...model.sheet.answers }, { "brunnen-plan": { ...preset, carrier: "Gemeinde" } });
  model.change({ kind: "detail", detail: "municipality-type", text: "stadt" });
  deepEqual({ ...model.sheet.answers }, {});
});

test("presets follow the form: only what is asked is preset", () => {
  const model = changedBy(GEMEINDE, LANGFORM);
  equal(model.tally().preset, 2);
  model.change({ kind: "form", form: "short", fields: null });
  deepEqual(Object.keys(model.sheet.answers), ["brunnen-plan"]);
});

test("a type that is called like a property of every object presets nothing", () => {
  equal(changedBy(LANGFORM, { kind: "detail", detail: "municipality-type", text: "toString" }).tally().preset, 0);
});

test("a preset that a person has changed, renamed or confirmed is theirs", () => {
  const model = changedBy(LANGFORM, GEMEINDE);
  model.change({ kind: "choice", question: "wege-bau", choice: "2" });
  model.change({ kind: "text", question: "brunnen-plan", text: "carrier", value: "Wasserwerk" });
  equal(model.tally().preset, 0);
  model.change({ kind: "detail", detail: "municipality-type", text: "kreis" });
  deepEqual(model.sheet.answers["wege-bau"], { rung: 2 });
  deepEqual(model.sheet.answers["brunnen-plan"], { state: "not-responsible", carrier: "Wasserwerk" });

  const confirmed = changedBy(GEMEINDE, { kind: "confirmation", question: "brunnen-plan" });
  confirmed.change({ kind: "detail", detail: "municipality-type", text: "kreis" });
  deepEqual(confirmed.sheet.answers["brunnen-plan"], { state: "not-responsible", carrier: "Zweckverband" });
});

test("a note on a preset does not confirm it", () => {
  const model = changedBy(GEMEINDE, { kind: "text", question: "brunnen-plan", text: "note", value: "nachfragen" });
  equal(model.tally().preset, 1);
});

test("a preset opened from a file is taken back like any other when the type changes", () => {
  const model = opened();
  model.change({ kind: "detail", detail: "municipality-type", text: "stadt" });
  equal(model.sheet.answers["wege-bau"], undefined);
});

test("what was typed for an answer that is not chosen any more stays out of the file and comes back with the choice", () => {
  const model = changedBy(
    { kind: "choice", question: "wege-plan", choice: "not-applicable" },
    { kind: "text", question: "wege-plan", text: "reason", value: " kein Platz " },
    { kind: "choice", question: "wege-plan", choice: "3" },
  );
  deepEqual(model.sheet.answers["wege-plan"], { rung: 3 });
  model.change({ kind: "choice", question: "wege-plan", choice: "not-applicable" });
  deepEqual(model.sheet.answers["wege-plan"], { state: "not-applicable", reason: "kein Platz" });
});

test("an answer taken back leaves the question open", () => {
  const model = changedBy({ kind: "choice", question: "wege-plan", choice: "3" });
  model.change({ kind: "choice", question: "wege-plan", choice: "" });
  deepEqual({ ...model.sheet.answers }, {});
});

test("one goes on with the first open question, then with the first preset, and then there is nothing left", () => {
  const next = (/** @type {SheetModel} */ model) => nextToAnswer(SMALL, model.draft);
  const model = changedBy(GEMEINDE);
  equal(next(model), "wege-plan");
  model.change({ kind: "choice", question: "wege-plan", choice: "unknown" });
  equal(next(model), "brunnen-plan");
  model.change({ kind: "confirmation", question: "brunnen-plan" });
  equal(next(model), undefined);
});

test("behind a question one goes on with the next open one, and round the end", () => {
  const model = changedBy({ kind: "choice", question: "brunnen-plan", choice: "1" }, LANGFORM);
  const after = (/** @type {string} */ question) => nextToAnswer(SMALL, model.draft, question);
  equal(after("wege-plan"), "wege-bau");
  equal(after("wege-bau"), "brunnen-bau");
  equal(after("brunnen-bau"), "wege-plan");
});

test("a sheet about one field is that of the whole questionnaire again where somebody chooses so", () => {
  const model = changedBy({ kind: "form", form: "full", fields: ["wege"] });
  equal(model.tally().total, 2);
  model.change({ kind: "form", form: "short", fields: null });
  deepEqual(model.sheet.scope, { form: "short", fields: null });
});

test("whoever follows the model is told the draft now and after each change", () => {
  const model = changedBy();
  /** @type {string[]} */
  const told = [];
  model.follow(({ details }) => told.push(details.office));
  model.change({ kind: "detail", detail: "office", text: "Bauamt" });
  model.load({ ...ONE_FIELD, sheet: { ...ONE_FIELD.sheet, office: "Hauptamt" } });
  deepEqual(told, ["", "Bauamt", "Hauptamt"]);
});

test("two models have nothing in common", () => {
  const [one, other] = [changedBy(GEMEINDE), changedBy()];
  one.change({ kind: "choice", question: "wege-plan", choice: "1" });
  deepEqual({ ...other.sheet.answers }, {});
});

test("a sheet of the main form names no set, and keeps the format that older programs read", () => {
  const { scope, format_version } = changedBy({ kind: "form", form: "full", fields: null }).sheet;
  deepEqual([scope, format_version], [{ form: "full", fields: null }, 1]);
});
