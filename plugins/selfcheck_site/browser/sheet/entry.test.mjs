import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { answerOf, EMPTY, entryOf, lacksReason } from "./entry.mjs";
import { noAddress } from "./evidence.mjs";

/** @import { Answer } from "./sheet.mjs" */

const isWebAddress = (/** @type {string} */ text) => /^https:\/\/\S+$/.test(text);

/** @type {[string, Answer][]} */
const ANSWERS = [
  ["a Stufe", { rung: 0 }],
  ["„weiß nicht“", { state: "unknown" }],
  ["„nicht zuständig“", { state: "not-responsible", carrier: "Landkreis" }],
  ["a preset", { state: "not-responsible", carrier: "", preset: true }],
  ["„entfällt“", { state: "not-applicable", reason: "" }],
  ["a note alone", { note: "nachfragen\nbis Mai" }],
  ["evidence alone", { evidence: [{ title: "Akte 12", link: "" }] }],
];

for (const [name, answer] of ANSWERS) {
  test(`${name} comes out of an entry as it went in`, () => deepEqual(answerOf(entryOf(answer), isWebAddress), answer));
}

test("where nothing was entered there is no answer", () => {
  equal(answerOf(EMPTY, isWebAddress), null);
  equal(answerOf({ ...EMPTY, note: " \n ", evidence: [{ title: " ", link: "" }] }, isWebAddress), null);
});

test("evidence is a web address or part of the title", () => {
  const of = (/** @type {string} */ title, /** @type {string} */ link) =>
    answerOf({ ...EMPTY, evidence: [{ title, link }] }, isWebAddress)?.evidence;
  deepEqual(of(" Plan ", " https://example.org "), [{ title: "Plan", link: "https://example.org" }]);
  deepEqual(of("Plan", "www.example.org"), [{ title: "Plan", link: "https://www.example.org" }]);
  deepEqual(of("Plan", "Regal 3"), [{ title: "Plan (Regal 3)", link: "" }]);
  deepEqual(of("", "Regal 3"), [{ title: "Regal 3", link: "" }]);
  deepEqual(of("Plan", "javascript:alert(1)"), [{ title: "Plan (javascript:alert(1))", link: "" }]);
  deepEqual(of("Plan", "www. hm"), [{ title: "Plan (www. hm)", link: "" }]);
});

test("„entfällt“ needs a reason that is more than blank", () => {
  equal(lacksReason({ ...EMPTY, choice: "not-applicable", reason: " " }), true);
  equal(lacksReason({ ...EMPTY, choice: "not-applicable", reason: "kein Wasser" }), false);
  equal(lacksReason({ ...EMPTY, choice: "unknown" }), false);
});

test("what is typed as a link and is none can be named", () => {
  const of = (/** @type {string} */ link) => noAddress({ title: "Plan", link }, isWebAddress);
  for (const link of ["", "  ", "https://example.org", " https://example.org ", "www.example.org"]) equal(of(link), "");
  for (const link of ["Regal 3", "ftp://a.b", "example.org", "C:\\Plan.pdf", "www. hm"]) equal(of(link), link);
});
