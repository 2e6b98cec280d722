// Writes the fullest sheet that the form can make: node fullest.mjs MODEL DESCRIPTION, both as paths; JSON to standard output.
import { readFileSync } from "node:fs";

const [model = "", description = ""] = process.argv.slice(2);
const { SheetModel } = await import(model);
const { questionnaire, text, note, rows, letter } = JSON.parse(readFileSync(description, "utf-8"));
const whole = { ...questionnaire, isWebAddress: () => false, cleaned: (/** @type {string} */ typed) => typed };
const sheet = new SheetModel(whole, {
  newId: () => "1",
  today: () => "2026-05-31",
  moment: () => "2026-05-31T14:05:09+02:00",
});
const full = (/** @type {number} */ length) => letter.repeat(length);
for (const detail of ["office", "municipality-name"]) sheet.change({ kind: "detail", detail, text: full(text) });
for (const { id: question } of questionnaire.questions) {
  sheet.change({ kind: "choice", question, choice: "not-applicable" });
  sheet.change({ kind: "text", question, text: "reason", value: full(text) });
  sheet.change({ kind: "text", question, text: "note", value: full(note) });
  const evidence = Array.from({ length: rows }, () => ({ title: full(text), link: full(text) }));
  sheet.change({ kind: "evidence", question, evidence });
}
process.stdout.write(JSON.stringify(sheet.saved(), null, 2));
