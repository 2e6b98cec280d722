import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { IDLE, next } from "./machine.mjs";

/** @import { RuntimeEvent, RuntimeState } from "./machine.mjs" */

/** @type {RuntimeEvent} */
const WANTED = { type: "wanted", total: 100 };

/** @param {RuntimeEvent[]} events */
function after(...events) {
  return events.reduce(next, /** @type {RuntimeState} */ (IDLE));
}

const LOADING = after(WANTED);
const STARTING = after(WANTED, { type: "starting" });
const READY = after(WANTED, { type: "starting" }, { type: "ready" });
const FAILED = after(WANTED, { type: "lost", reason: "damaged-file" });

test("it loads, starts and is ready", () => {
  deepEqual(LOADING, { phase: "downloading", loaded: 0, total: 100 });
  deepEqual(STARTING, { phase: "starting" });
  deepEqual(READY, { phase: "ready" });
});

test("no more is loaded than there is", () => {
  deepEqual(next(LOADING, { type: "progress", loaded: 40 }), { phase: "downloading", loaded: 40, total: 100 });
  deepEqual(next(LOADING, { type: "progress", loaded: 140 }), { phase: "downloading", loaded: 100, total: 100 });
});

test("what is on its way or ready is not started twice", () => {
  for (const state of [LOADING, STARTING, READY]) {
    equal(next(state, WANTED), state);
    equal(next(state, { type: "retried", total: 100 }), state);
  }
});

test("one that failed stays so until a person retries", () => {
  deepEqual(FAILED, { phase: "failed", reason: "damaged-file" });
  equal(next(FAILED, WANTED), FAILED);
  deepEqual(next(FAILED, { type: "retried", total: 100 }), LOADING);
});

test("one that was ready and died waits to be wanted again", () => {
  deepEqual(next(READY, { type: "lost", reason: "worker-died" }), { phase: "idle", reason: "worker-died" });
  deepEqual(next(next(READY, { type: "broke" }), WANTED), LOADING);
});

test("silence means that loading stalled, or that a running worker is dead", () => {
  deepEqual(next(LOADING, { type: "silence" }), { phase: "failed", reason: "stalled" });
  deepEqual(next(STARTING, { type: "silence" }), { phase: "failed", reason: "stalled" });
  deepEqual(next(READY, { type: "silence" }), { phase: "idle", reason: "worker-died" });
});

test("a worker that breaks while it loads has died, because its files were looked at before", () => {
  deepEqual(next(LOADING, { type: "broke" }), { phase: "failed", reason: "worker-died" });
  deepEqual(next(STARTING, { type: "broke" }), { phase: "failed", reason: "worker-died" });
});

test("what a worker said before its end changes nothing after it", () => {
  /** @type {RuntimeEvent[]} */
  const late = [
    { type: "progress", loaded: 1 },
    { type: "starting" },
    { type: "ready" },
    { type: "broke" },
    { type: "silence" },
  ];
  for (const state of [IDLE, FAILED]) for (const event of late) equal(next(state, event), state);
});
