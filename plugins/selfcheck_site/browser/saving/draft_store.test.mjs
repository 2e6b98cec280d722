import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { DraftStore } from "./draft_store.mjs";

/** @import { Sheet } from "../sheet/sheet.mjs" */

const DAYS_KEPT = 30;

class Memory {
  /** @type {Map<string, string>} */
  items = new Map();
  room = 10_000;

  /** @param {string} key */
  getItem(key) {
    return this.items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} text
   */
  setItem(key, text) {
    if (text.length > this.room) throw new DOMException("", "QuotaExceededError");
    this.items.set(key, text);
  }

  /** @param {string} key */
  removeItem(key) {
    this.items.delete(key);
  }
}

/** @param {string} office */
function sheet(office) {
  return /** @type {Sheet} */ (/** @type {unknown} */ ({ sheet: { office } }));
}

let revisions = 0;
let day = 0;

/** @param {Memory} memory */
function tab(memory) {
  const dayIn = (/** @type {number} */ days) => new Date(Date.UTC(2026, 4, 1 + day + days)).toISOString().slice(0, 10);
  return new DraftStore(memory, "entwurf", DAYS_KEPT, {
    newId: () => String(++revisions),
    moment: () => "jetzt",
    dayIn,
  });
}

/** @param {Memory} memory */
function office(memory) {
  return tab(memory).kept?.sheet.sheet.office;
}

test("nothing is kept before somebody wants it, and nothing after it was deleted", () => {
  const memory = new Memory();
  const one = tab(memory);
  equal(one.kept, undefined);
  deepEqual([...memory.items], []);
  equal(one.keep(sheet("Bauamt")), "kept");
  equal(office(memory), "Bauamt");
  one.delete();
  deepEqual([...memory.items], []);
  equal(one.isOurs, false);
});

test("two tabs never write over each other unseen", () => {
  const memory = new Memory();
  const [one, other] = [tab(memory), tab(memory)];
  one.keep(sheet("eins"));
  equal(other.keep(sheet("zwei")), "conflict");
  const { kept } = other;
  if (kept) other.adopt(kept);
  equal(other.keep(sheet("zwei")), "kept");
  equal(one.outcome, "conflict");
  equal(one.keep(sheet("drei")), "conflict");
  equal(office(memory), "zwei");
  equal(one.keep(sheet("drei"), { anyway: true }), "kept");
  equal(other.keep(sheet("vier")), "conflict");
  equal(office(memory), "drei");
});

test("what one tab has deleted no other brings back", () => {
  const memory = new Memory();
  const [one, other] = [tab(memory), tab(memory)];
  one.keep(sheet("eins"));
  const { kept } = other;
  if (kept) other.adopt(kept);
  one.delete();
  equal(other.outcome, "gone");
  equal(other.keep(sheet("zwei")), "gone");
  deepEqual([...memory.items], []);
});

test("where there is no room, what was kept before stays", () => {
  const memory = new Memory();
  const one = tab(memory);
  one.keep(sheet("eins"));
  equal(one.keep(sheet("x".repeat(20_000))), "full");
  equal(office(memory), "eins");
  equal(one.keep(sheet("zwei")), "kept");
});

test("a draft is kept for its days and not one longer", () => {
  const memory = new Memory();
  tab(memory).keep(sheet("eins"));
  day = DAYS_KEPT;
  equal(office(memory), "eins");
  day = DAYS_KEPT + 1;
  equal(office(memory), undefined);
  deepEqual([...memory.items], []);
  day = 0;
});

test("what is no draft is none, and may be written over", () => {
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '{"revision": 1}',
    '{"revision": "1", "moment": "", "until": "2026-06-01"}',
  ]) {
    const memory = new Memory();
    memory.setItem("entwurf", text);
    equal(tab(memory).kept, undefined);
    equal(tab(memory).keep(sheet("eins")), "kept");
  }
});
