/** The page's side of the worker: starts it, knows how far it is, and sees to it that every request comes to an end. */

import { StartError } from "./download.mjs";
import { IDLE, isAlive, next } from "./machine.mjs";
import { verified } from "./verified.mjs";

/** @import { Answering, Kind, Payload } from "./border.mjs" */
/** @import { Reason, RuntimeEvent, RuntimeState } from "./machine.mjs" */
/** @import { FromWorker, ToWorker } from "./worker.mjs" */

/**
 * Milliseconds without a sign of progress, from the last byte to ready, and from a request to its response; one that is
 * left out never comes.
 *
 * @typedef {{ downloading?: number, starting?: number, request?: number }} Deadlines
 */

/** @typedef {{ post: (message: ToWorker) => void, end: () => void }} Line to a worker that runs or is about to */

/**
 * Starts a worker whose messages, and whose breaking down without one, are heard of later.
 *
 * @typedef {(hear: (message: FromWorker) => void, broke: () => void) => Line} NewWorker
 */

/** @typedef {{ text: string, resolve: (text: string) => void, reject: (error: Error) => void, deadline?: Timer }} Open */
/** @typedef {ReturnType<typeof setTimeout>} Timer */

/** A request could not be answered, because the runtime could not start or died. */
export class RuntimeUnavailable extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.name = "RuntimeUnavailable";
    this.reason = reason;
  }
}

export class Runtime {
  #state = IDLE;
  #lastId = 0;
  /** @type {Line | undefined} */
  #line;
  /** @type {Timer | undefined} */
  #deadline;
  /** @type {Map<number, Open>} requests without a response */
  #open = new Map();
  /** @type {(() => void)[]} */
  #hopeful = [];

  /**
   * @param {object} options
   * @param {Extract<ToWorker, { type: "start" }>} options.start
   * @param {NewWorker} options.newWorker
   * @param {Deadlines} options.deadlines
   * @param {(state: RuntimeState) => void} options.onState hears of every change
   */
  constructor({ start, newWorker, deadlines, onState }) {
    this.startMessage = start;
    this.total = start.bytes.wasm + start.bytes.bundle;
    this.newWorker = newWorker;
    this.deadlines = deadlines;
    this.onState = onState;
  }

  get state() {
    return this.#state;
  }

  /** Loads the runtime if it is idle. */
  start() {
    this.#happen({ type: "wanted", total: this.total });
  }

  /** Starts over if it has failed. */
  retry() {
    this.#happen({ type: "retried", total: this.total });
  }

  /** Resolves when a worker is launched the next time. */
  nextTry() {
    return new Promise((/** @type {(nothing: void) => void} */ resolve) => this.#hopeful.push(resolve));
  }

  /**
   * Resolves with the one response, a failure included; rejects with RuntimeUnavailable.
   *
   * @template {Kind} K
   * @param {K} kind
   * @param {Payload<K>} payload
   * @returns {Promise<Answering<K>>}
   */
  async request(kind, payload) {
    if (this.#state.phase === "failed") throw new RuntimeUnavailable(this.#state.reason);
    const id = ++this.#lastId;
    const text = JSON.stringify({ ...payload, id, kind });
    const response = new Promise((resolve, reject) => this.#open.set(id, { text, resolve, reject }));
    if (this.#state.phase === "ready") this.#send(id);
    else this.start();
    return JSON.parse(await response);
  }

  /** @param {RuntimeEvent} event */
  #happen(event) {
    const before = this.#state;
    this.#state = next(before, event);
    if (this.#state === before) return;
    this.#watch();
    this.onState(this.#state);
    if (isAlive(this.#state) && !isAlive(before)) this.#launch();
    if (isAlive(before) && !isAlive(this.#state)) this.#end();
    if (this.#state.phase === "ready") for (const id of this.#open.keys()) this.#send(id);
  }

  /** A worker that loads has to give a sign of life now and then. */
  #watch() {
    clearTimeout(this.#deadline);
    if (this.#state.phase !== "downloading" && this.#state.phase !== "starting") return;
    this.#deadline = this.#silenceAfter(this.deadlines[this.#state.phase]);
  }

  #launch() {
    /** @type {Line | undefined} */
    let line;
    // What a worker says after its end is none of our business any more.
    const ifCurrent = (/** @type {() => void} */ act) => line === this.#line && act();
    line = this.newWorker(
      (message) => ifCurrent(() => this.#hear(message)),
      () => ifCurrent(() => this.#happen({ type: "broke" })),
    );
    this.#line = line;
    line.post(this.startMessage);
    for (const tell of this.#hopeful.splice(0)) tell();
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "response") return this.#settle(message.id, message.text);
    if (message.type !== "failed") return this.#happen(message);
    console.info(`Selbstcheck: ${message.reason} (${message.detail})`);
    this.#happen({ type: "lost", reason: message.reason, about: message.about });
  }

  /** @param {number} id */
  #send(id) {
    const open = this.#open.get(id);
    if (!open) return;
    open.deadline = this.#silenceAfter(this.deadlines.request);
    this.#line?.post({ type: "request", id, text: open.text });
  }

  /**
   * @param {number} id
   * @param {string} text
   */
  #settle(id, text) {
    const open = this.#open.get(id);
    clearTimeout(open?.deadline);
    this.#open.delete(id);
    open?.resolve(text);
  }

  /** @param {number | undefined} milliseconds */
  #silenceAfter(milliseconds) {
    if (milliseconds === undefined) return undefined;
    return setTimeout(() => this.#happen({ type: "silence" }), milliseconds);
  }

  /** Nothing that was asked will be answered any more. */
  #end() {
    this.#line?.end();
    this.#line = undefined;
    const reason = "reason" in this.#state ? this.#state.reason : undefined;
    const unanswered = [...this.#open.values()];
    this.#open.clear();
    for (const { deadline, reject } of unanswered) {
      clearTimeout(deadline);
      reject(new RuntimeUnavailable(reason ?? "worker-died"));
    }
  }
}

/**
 * Returns the runtime of a page.
 *
 * @param {object} options
 * @param {string} options.workerUrl
 * @param {string} options.pyodideUrl a folder, with a trailing slash
 * @param {string} options.bundleUrl
 * @param {{ wasm: number, bundle: number }} options.bytes sizes of the unpacked files
 * @param {Record<string, string>} options.sums name of a file → its sum, as the attribute `integrity` has it
 * @param {Deadlines} [options.deadlines]
 * @param {(state: RuntimeState) => void} options.onState hears of every change
 * @returns {Runtime}
 */
export function createRuntime({ workerUrl, pyodideUrl, bundleUrl, bytes, sums, deadlines = {}, onState }) {
  return new Runtime({
    start: { type: "start", pyodideUrl: absolute(pyodideUrl), bundleUrl: absolute(bundleUrl), bytes, sums },
    newWorker: (hear, broke) => lineTo(workerAt(absolute(workerUrl), sums), hear, broke),
    deadlines,
    onState,
  });
}

/** @param {string} url */
function absolute(url) {
  return new URL(url, document.baseURI).href;
}

/** What the worker imports of ours, named as it lies beside it. */
const PARTS = ["../withdrawal.js", "download.js", "pyodide_options.js", "verified.js"];

/**
 * @param {Promise<Worker>} starting
 * @param {(message: FromWorker) => void} hear
 * @param {() => void} broke
 * @returns {Line}
 */
function lineTo(starting, hear, broke) {
  const forbidden = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, effectiveDirective }) => {
    if (blockedURI.startsWith("blob")) hear(failure(new StartError("forbidden", { found: effectiveDirective })));
  };
  document.addEventListener("securitypolicyviolation", forbidden);
  const silent = () => document.removeEventListener("securitypolicyviolation", forbidden);
  const line = starting.then((worker) => {
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      setTimeout(broke); // a policy that forbids the worker is told apart from this, and maybe later
    };
    return worker;
  });
  line.catch((error) => hear(failure(error)));
  const reach = (/** @type {(worker: Worker) => void} */ act) => void line.then(act, () => {});
  return {
    post: (message) => reach((worker) => worker.postMessage(message)),
    end: () => {
      silent();
      reach((worker) => worker.terminate());
    },
  };
}

/** @param {unknown} error @returns {FromWorker} */
function failure(error) {
  const { reason, about } = error instanceof StartError ? error : new StartError("worker-died", { cause: error });
  return { type: "failed", reason, about, detail: String(error) };
}

/**
 * A worker loaded from its URL has a policy of its own, which a host without headers cannot set: it could talk to anybody.
 * One made from a blob inherits the policy that stands in the page. Rejects with StartError; a browser without workers made
 * of modules does not ask for the `type`.
 *
 * @param {string} url
 * @param {Record<string, string>} sums
 * @returns {Promise<Worker>}
 */
async function workerAt(url, sums) {
  if (typeof Worker !== "function") throw new StartError("too-old-browser");
  if (typeof WebAssembly !== "object") throw new StartError("no-webassembly");
  const urls = [url, ...PARTS.map((name) => new URL(name, url).href)];
  await Promise.all(urls.map((each) => verified(each, sums)));
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" }));
  let asked = false;
  const worker = new Worker(blob, {
    get type() {
      asked = true;
      return /** @type {const} */ ("module");
    },
  });
  if (asked) return worker;
  worker.terminate();
  throw new StartError("too-old-browser");
}
