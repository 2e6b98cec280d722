import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";

import { Runtime, RuntimeUnavailable } from "./runtime.mjs";

/** @import { Deadlines } from "./runtime.mjs" */
/** @import { FromWorker, ToWorker } from "./worker.mjs" */

const START = /** @type {const} */ ({
  type: "start",
  pyodideUrl: "https://example.org/p/",
  bundleUrl: "https://example.org/b.zip",
  bytes: { wasm: 900, bundle: 100 },
  sums: {},
});

/** A worker as the page sees one: it keeps what it is told, and says what a test lets it say. */
class Worker {
  /** @type {ToWorker[]} */
  told = [];
  ended = false;

  /**
   * @param {(message: FromWorker) => void} say
   * @param {() => void} breakDown
   */
  constructor(say, breakDown) {
    this.say = say;
    this.breakDown = breakDown;
  }

  /** @param {ToWorker} message */
  post(message) {
    this.told.push(message);
  }

  end() {
    this.ended = true;
  }

  becomeReady() {
    this.say({ type: "starting" });
    this.say({ type: "ready" });
  }

  /** Answers the last request. */
  answer() {
    const request = this.told.at(-1);
    ok(request?.type === "request");
    const failure = { id: request.id, kind: "failure", code: "probe", message: "", hint: "" };
    this.say({ type: "response", id: request.id, text: JSON.stringify(failure) });
  }
}

/**
 * @param {object} [options]
 * @param {Deadlines} [options.deadlines]
 */
function page({ deadlines = {} } = {}) {
  /** @type {Worker[]} */
  const workers = [];
  /** @type {string[]} */
  const phases = [];
  const runtime = new Runtime({
    start: START,
    newWorker: (hear, broke) => {
      const worker = new Worker(hear, broke);
      workers.push(worker);
      return worker;
    },
    deadlines,
    onState: (state) => phases.push("reason" in state ? `${state.phase}: ${state.reason}` : state.phase),
  });
  const current = () => {
    const worker = workers.at(-1);
    ok(worker);
    return worker;
  };
  return { runtime, workers, phases, current };
}

/**
 * @param {Promise<unknown>} request
 * @param {string} reason
 */
function isUnavailable(request, reason) {
  return rejects(request, (error) => error instanceof RuntimeUnavailable && error.reason === reason);
}

const soon = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("it is loaded once, however often it is wanted", () => {
  const { runtime, workers, phases, current } = page();
  runtime.start();
  runtime.start();
  current().becomeReady();
  runtime.start();
  equal(workers.length, 1);
  deepEqual(current().told, [START]);
  deepEqual(phases, ["downloading", "starting", "ready"]);
});

test("a request starts the runtime and is sent as soon as it is ready", async () => {
  const { runtime, current } = page();
  const request = runtime.request("open", { text: "{}" });
  equal(current().told.length, 1);
  current().becomeReady();
  deepEqual(current().told[1], { type: "request", id: 1, text: '{"text":"{}","id":1,"kind":"open"}' });
  current().answer();
  equal((await request).kind, "failure");
});

test("each request gets its own response, whatever their order", async () => {
  const { runtime, current } = page();
  runtime.start();
  current().becomeReady();
  const [first, second] = [runtime.request("open", { text: "1" }), runtime.request("open", { text: "2" })];
  current().say({ type: "response", id: 2, text: '{"id": 2}' });
  current().say({ type: "response", id: 1, text: '{"id": 1}' });
  deepEqual([(await first).id, (await second).id], [1, 2]);
});

test("loading that falls silent has stalled; a sign of life in time prevents that", async () => {
  const { runtime, phases, current } = page({ deadlines: { downloading: 40 } });
  runtime.start();
  await soon(25);
  current().say({ type: "progress", loaded: 500 });
  await soon(25);
  deepEqual(phases, ["downloading", "downloading"]);
  await soon(40);
  equal(phases.at(-1), "failed: stalled");
  ok(current().ended);
});

test("a start that falls silent has stalled, too", async () => {
  const { runtime, phases, current } = page({ deadlines: { starting: 10 } });
  runtime.start();
  current().say({ type: "starting" });
  await soon(30);
  equal(phases.at(-1), "failed: stalled");
});

test("a request without a response means that the worker is dead; the next one starts another", async () => {
  const { runtime, workers, current } = page({ deadlines: { request: 10 } });
  runtime.start();
  current().becomeReady();
  await isUnavailable(runtime.request("open", { text: "{}" }), "worker-died");
  deepEqual(runtime.state, { phase: "idle", reason: "worker-died" });
  ok(workers[0]?.ended);
  const request = runtime.request("open", { text: "{}" });
  current().becomeReady();
  current().answer();
  equal((await request).kind, "failure");
  equal(workers.length, 2);
});

test("what waited for a runtime that failed is told why, and so is what comes later", async () => {
  const { runtime, current } = page();
  const waiting = runtime.request("open", { text: "{}" });
  current().say({ type: "failed", reason: "damaged-file", detail: "probe" });
  await isUnavailable(waiting, "damaged-file");
  await isUnavailable(runtime.request("open", { text: "{}" }), "damaged-file");
});

test("a retry starts over with another worker, and fails again where the fault is still there", () => {
  const { runtime, workers, phases, current } = page();
  runtime.start();
  current().say({ type: "failed", reason: "damaged-file", detail: "probe" });
  runtime.retry();
  current().say({ type: "failed", reason: "damaged-file", detail: "probe" });
  equal(workers.length, 2);
  deepEqual(phases, ["downloading", "failed: damaged-file", "downloading", "failed: damaged-file"]);
});

test("who waits for the next try hears of it once, and of no try that runs already", async () => {
  const { runtime, current } = page();
  runtime.start();
  let heard = 0;
  void runtime.nextTry().then(() => (heard += 1));
  current().say({ type: "failed", reason: "damaged-file", detail: "probe" });
  await Promise.resolve();
  equal(heard, 0);
  runtime.retry();
  await Promise.resolve();
  equal(heard, 1);
  current().breakDown();
  runtime.retry();
  await Promise.resolve();
  equal(heard, 1);
});

test("a worker that has been given up is not listened to", () => {
  const { runtime, workers, current } = page();
  runtime.start();
  current().breakDown();
  runtime.retry();
  workers[0]?.say({ type: "ready" });
  workers[0]?.breakDown();
  equal(runtime.state.phase, "downloading");
});

test("what a worker lacks is told at once, with the file and what was found in its place", async () => {
  const { runtime, phases, current } = page();
  const unanswered = isUnavailable(runtime.request("open", { text: "{}" }), "wrong-kind");
  const about = { file: "worker.js", found: "text/plain" };
  current().say({ type: "failed", reason: "wrong-kind", about, detail: "" });
  await unanswered;
  deepEqual(phases, ["downloading", "failed: wrong-kind"]);
  deepEqual(runtime.state, { phase: "failed", reason: "wrong-kind", about });
});
