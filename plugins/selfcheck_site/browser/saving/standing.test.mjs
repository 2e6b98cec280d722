import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { after, EMPTY, isSafe } from "./standing.mjs";

/** @import { Happening } from "./standing.mjs" */

const MOMENT = "2026-05-31T14:05:09+02:00";
/** @type {Happening} */
const CHANGED = { kind: "changed" };
/** @type {Happening} */
const ASKED = { kind: "asked", moment: MOMENT };
/** @type {Happening} */
const CONFIRMED = { kind: "confirmed" };
/** @type {Happening} */
const WRITTEN = { kind: "written", moment: MOMENT, name: "bogen.json" };
/** @type {Happening} */
const OPENED = { kind: "opened" };

/** @param {Happening[]} happenings */
function having(...happenings) {
  return happenings.reduce(after, EMPTY);
}

test("nothing is safe between a change and the knowledge that it is in a file", () => {
  equal(isSafe(having()), true);
  equal(isSafe(having(CHANGED)), false);
  equal(isSafe(having(CHANGED, ASKED)), false);
  equal(isSafe(having(CHANGED, ASKED, CONFIRMED)), true);
  equal(isSafe(having(CHANGED, WRITTEN)), true);
  equal(isSafe(having(CHANGED, OPENED)), true);
});

test("one more file makes nothing less safe, and asking twice makes nothing safer", () => {
  equal(isSafe(having(OPENED, ASKED)), true);
  equal(isSafe(having(CHANGED, WRITTEN, ASKED)), true);
  equal(isSafe(having(ASKED)), true);
  equal(isSafe(having(CHANGED, ASKED, ASKED)), false);
});

test("each change afterwards is unsaved again, and nobody can confirm it before it was asked for", () => {
  for (const earlier of [[ASKED], [ASKED, CONFIRMED], [WRITTEN], [OPENED]]) {
    deepEqual(having(...earlier, CHANGED), { kind: "unsaved" });
    deepEqual(having(...earlier, CHANGED, CONFIRMED), { kind: "unsaved" });
  }
  deepEqual(having(CONFIRMED), EMPTY);
});
