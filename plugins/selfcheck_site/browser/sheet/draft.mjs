/** The sheet while it is filled in, as a value: from a sheet, through one change at a time, to a sheet. */

import { answerOf, EMPTY, entryOf } from "./entry.mjs";
import { withPresets } from "./presets.mjs";
import { isAsked } from "./questionnaire.mjs";

/** @import { Choice, Entry } from "./entry.mjs" */
/** @import { Entries } from "./presets.mjs" */
/** @import { Question, Questionnaire } from "./questionnaire.mjs" */
/** @import { About, Answers, Evidence, Form, Scope, Sheet } from "./sheet.mjs" */

/** @typedef {"perspective" | "office" | "date" | "municipality-name" | "municipality-type"} Detail of the sheet */

/**
 * @typedef {object} Draft
 * @property {Scope} scope
 * @property {string} id
 * @property {Readonly<Record<Detail, string>>} details
 * @property {Entries} entries also those of questions that are not asked now
 */

/**
 * One thing that a person changes.
 *
 * @typedef {{ kind: "form", form: Form, fields: readonly string[] | null }
 *   | { kind: "all-fields" }
 *   | { kind: "new-sheet", id: string }
 *   | { kind: "detail", detail: Detail, text: string }
 *   | { kind: "choice", question: string, choice: Choice }
 *   | { kind: "confirmation", question: string }
 *   | { kind: "text", question: string, text: "carrier" | "reason" | "note", value: string }
 *   | { kind: "evidence", question: string, evidence: readonly Evidence[] }} Change
 */

/** @type {Readonly<Record<Detail, string>>} */
const NOTHING = { perspective: "", office: "", date: "", "municipality-name": "", "municipality-type": "" };

/**
 * Returns the draft of somebody who has entered nothing yet.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} id
 * @returns {Draft}
 */
export function emptyDraft({ forms, set, perspective = "" }, id) {
  const scope = { form: forms[0] ?? "full", fields: null, ...(set && { set }) };
  return { scope, id, details: { ...NOTHING, perspective }, entries: new Map() };
}

/**
 * Returns the draft that shows a sheet which the core has read. Where the page does not offer the sheet's form, it is
 * filled in in the page's own.
 *
 * @param {Questionnaire} questionnaire
 * @param {Sheet} sheet
 * @param {string} id for a sheet that has none
 * @returns {Draft}
 */
export function draftOf(questionnaire, { scope, sheet, answers }, id) {
  const empty = emptyDraft(questionnaire, sheet.id || id);
  const form = questionnaire.forms.includes(scope.form) ? scope.form : empty.scope.form;
  return {
    ...empty,
    scope: { ...empty.scope, form, fields: scope.fields && [...scope.fields] },
    details: {
      perspective: sheet.perspective,
      office: sheet.office,
      // Set by the page when it was saved: it is today's again.
      date: sheet.date_typed === false ? "" : sheet.date,
      "municipality-name": sheet.municipality.name,
      "municipality-type": sheet.municipality.type,
    },
    entries: new Map(Object.entries(answers).map(([question, answer]) => [question, entryOf(answer)])),
  };
}

/**
 * Returns the sheet that goes to the core and into the file.
 *
 * @param {Questionnaire} questionnaire
 * @param {Draft} draft
 * @param {string} today the date of a sheet for which nobody typed one
 * @param {string} [savedAt] the time, where it is saved
 * @returns {Sheet}
 */
export function sheetOf(questionnaire, draft, today, savedAt) {
  return {
    format: "weltoffene-kommune/sheet",
    format_version: draft.scope.set ? 2 : 1,
    catalogue: { ...questionnaire.catalogue },
    scope: { ...draft.scope },
    sheet: aboutOf(draft, today, savedAt),
    answers: answersOf(questionnaire, draft),
  };
}

/**
 * Returns the draft after a person has changed one thing.
 *
 * @param {Questionnaire} questionnaire
 * @param {Draft} draft
 * @param {Change} change
 * @returns {Draft}
 */
export function changed(questionnaire, draft, change) {
  switch (change.kind) {
    case "form":
      return presetAnew(questionnaire, {
        ...draft,
        scope: { ...draft.scope, form: change.form, fields: change.fields && [...change.fields] },
      });
    case "all-fields":
      return presetAnew(questionnaire, { ...draft, scope: { ...draft.scope, fields: null } });
    case "new-sheet":
      return { ...draft, id: change.id, details: { ...draft.details, date: "" } };
    case "detail": {
      const text = questionnaire.cleaned(change.text);
      const detailed = { ...draft, details: { ...draft.details, [change.detail]: text } };
      return change.detail === "municipality-type" ? presetAnew(questionnaire, detailed) : detailed;
    }
    case "choice":
      return withEntry(draft, change.question, { choice: change.choice, preset: false });
    case "confirmation":
      return withEntry(draft, change.question, { preset: false });
    case "text":
      // Who names another body in charge has looked at the preset.
      return withEntry(draft, change.question, {
        [change.text]: questionnaire.cleaned(change.value),
        ...(change.text === "carrier" ? { preset: false } : {}),
      });
    case "evidence":
      return withEntry(draft, change.question, {
        evidence: change.evidence.map(({ title, link }) => ({
          title: questionnaire.cleaned(title),
          link: questionnaire.cleaned(link),
        })),
      });
  }
}

/**
 * Returns the questions that are asked, in their order.
 *
 * @param {Questionnaire} questionnaire
 * @param {Draft} draft
 * @returns {Question[]}
 */
export function asked({ questions }, { scope }) {
  return questions.filter((question) => isAsked(scope, question));
}

/**
 * Returns what stands at a question.
 *
 * @param {Draft} draft
 * @param {string} question
 * @returns {Entry}
 */
export function entryAt({ entries }, question) {
  return entries.get(question) ?? EMPTY;
}

/**
 * Returns the question to go on with: the first open one, else the first whose preset nobody has confirmed.
 *
 * @param {Questionnaire} questionnaire
 * @param {Draft} draft
 * @param {string} [after] the question behind which to look first, and round the end
 * @returns {string | undefined} undefined where all are dealt with
 */
export function nextToAnswer(questionnaire, draft, after) {
  const inOrder = asked(questionnaire, draft);
  const first = inOrder.findIndex(({ id }) => id === after) + 1;
  const questions = [...inOrder.slice(first), ...inOrder.slice(0, first)];
  const open = questions.find(({ id }) => !entryAt(draft, id).choice);
  return (open ?? questions.find(({ id }) => entryAt(draft, id).preset))?.id;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Draft} draft
 * @returns {Draft}
 */
function presetAnew(questionnaire, draft) {
  const entries = withPresets(questionnaire, draft.scope, draft.details["municipality-type"], draft.entries);
  return { ...draft, entries };
}

/**
 * @param {Draft} draft
 * @param {string} question
 * @param {Partial<Entry>} change
 * @returns {Draft}
 */
function withEntry(draft, question, change) {
  return { ...draft, entries: new Map(draft.entries).set(question, { ...entryAt(draft, question), ...change }) };
}

/**
 * @param {Draft} draft
 * @param {string} today
 * @param {string} [savedAt]
 * @returns {About}
 */
function aboutOf({ id, details }, today, savedAt) {
  return {
    id,
    perspective: details.perspective,
    office: details.office.trim(),
    date: details.date || today,
    date_typed: details.date !== "",
    ...(savedAt ? { saved_at: savedAt } : {}),
    municipality: { name: details["municipality-name"].trim(), type: details["municipality-type"] },
  };
}

/**
 * In the questionnaire's order; at the end what belongs to a question that is not on the page.
 *
 * @param {Questionnaire} questionnaire
 * @param {Draft} draft
 * @returns {Answers}
 */
function answersOf({ questions, isWebAddress }, { entries }) {
  /** @type {Answers} */
  const answers = Object.create(null);
  for (const id of new Set([...questions.map((question) => question.id), ...entries.keys()])) {
    const entry = entries.get(id);
    const answer = entry && answerOf(entry, isWebAddress);
    if (answer) answers[id] = answer;
  }
  return answers;
}
