// The page's side of the worker: starts it, knows how far it is, and sees to it that every request comes to an end.

/** Why there is no runtime. The words for them are the page's business. */
export const REASONS = /** @type {const} */ ([
  "missing-file",
  "damaged-file",
  "stalled",
  "worker-died",
  "too-old-browser",
]);

/** Milliseconds without a sign of progress, from the last byte to ready, and from a request to its response. */
const DEADLINES = { downloading: 45_000, starting: 45_000, request: 10_000 };

/** @typedef {typeof REASONS[number]} Reason */
/**
 * The state of the runtime. `loaded` and `total` are bytes of the unpacked files, so compare them with each other only:
 * what went over the line is about a third. "failed" ends only by `retry()`; "idle" carries a reason after a worker died.
 * @typedef {{ phase: "idle", reason?: Reason }
 *   | { phase: "downloading", loaded: number, total: number }
 *   | { phase: "starting" }
 *   | { phase: "ready" }
 *   | { phase: "failed", reason: Reason }} RuntimeState
 */
/** @typedef {{ id: number, kind: string, [name: string]: any }} RuntimeResponse */
/**
 * @typedef {object} Runtime
 * @property {() => void} start loads the runtime if it is idle
 * @property {() => void} retry starts over if it has failed
 * @property {(kind: string, payload: object) => Promise<RuntimeResponse>} request resolves with the one response, a
 *   "failure" included; rejects with RuntimeUnavailable
 * @property {RuntimeState} state
 */

/** A request could not be answered, because the runtime could not start or died. */
export class RuntimeUnavailable extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.name = "RuntimeUnavailable";
    this.reason = reason;
  }
}

/**
 * @param {object} options
 * @param {string} options.workerUrl
 * @param {string} options.pyodideUrl a folder, with a trailing slash
 * @param {string} options.bundleUrl
 * @param {{ wasm: number, bundle: number }} options.bytes sizes of the unpacked files
 * @param {(state: RuntimeState) => void} options.onState hears of every change
 * @returns {Runtime}
 */
export function createRuntime({ workerUrl, pyodideUrl, bundleUrl, bytes, onState }) {
  /** @type {RuntimeState} */
  let state = { phase: "idle" };
  /** @type {Worker | undefined} */
  let worker;
  /** @type {number | undefined} */
  let deadline;
  let lastId = 0;
  /** @type {Map<number, { text: string, timer?: number, resolve: (response: RuntimeResponse) => void, reject: (error: Error) => void }>} */
  const open = new Map();

  const total = bytes.wasm + bytes.bundle;

  /** @param {RuntimeState} next @param {number} [milliseconds] until it counts as stalled */
  function enter(next, milliseconds) {
    clearTimeout(deadline);
    deadline = milliseconds === undefined ? undefined : setTimeout(() => end("failed", "stalled"), milliseconds);
    state = next;
    onState(state);
  }

  function launch() {
    enter({ phase: "downloading", loaded: 0, total }, DEADLINES.downloading);
    worker = workerUnderOurPolicy(absolute(workerUrl));
    if (!worker) return end("failed", "too-old-browser");
    worker.onmessage = ({ data }) => receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      lose(state.phase === "downloading" ? "missing-file" : "worker-died");
    };
    worker.postMessage({
      type: "start",
      pyodideUrl: absolute(pyodideUrl),
      bundleUrl: absolute(bundleUrl),
      bytes,
    });
  }

  /** @param {{ type: string, [name: string]: any }} message */
  function receive(message) {
    if (message.type === "progress") {
      enter({ phase: "downloading", loaded: Math.min(message.loaded, total), total }, DEADLINES.downloading);
    } else if (message.type === "starting") {
      enter({ phase: "starting" }, DEADLINES.starting);
    } else if (message.type === "ready") {
      enter({ phase: "ready" });
      for (const id of open.keys()) send(id);
    } else if (message.type === "response") {
      settle(message.id, message.text);
    } else if (message.type === "failed") {
      console.info(`Selbstcheck: ${message.reason} (${message.detail})`);
      lose(message.reason);
    }
  }

  /** @param {number} id */
  function send(id) {
    const entry = open.get(id);
    if (!entry) return;
    entry.timer = setTimeout(() => lose("worker-died"), DEADLINES.request);
    worker?.postMessage({ type: "request", id, text: entry.text });
  }

  /** @param {number} id @param {string} text */
  function settle(id, text) {
    const entry = open.get(id);
    clearTimeout(entry?.timer);
    open.delete(id);
    entry?.resolve(JSON.parse(text));
  }

  /**
   * A worker that was ready is started again by the next request; one that never got there has failed.
   * @param {Reason} reason
   */
  function lose(reason) {
    end(state.phase === "ready" ? "idle" : "failed", reason);
  }

  /** @param {"idle" | "failed"} phase @param {Reason} reason */
  function end(phase, reason) {
    worker?.terminate();
    worker = undefined;
    const unanswered = [...open.values()];
    open.clear();
    enter({ phase, reason });
    for (const { timer, reject } of unanswered) {
      clearTimeout(timer);
      reject(new RuntimeUnavailable(reason));
    }
  }

  return {
    start() {
      if (state.phase === "idle") launch();
    },
    retry() {
      if (state.phase === "failed") launch();
    },
    request(kind, payload) {
      if (state.phase === "failed") return Promise.reject(new RuntimeUnavailable(state.reason));
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        open.set(id, { text: JSON.stringify({ ...payload, id, kind }), resolve, reject });
        if (state.phase === "idle") launch();
        else if (state.phase === "ready") send(id);
      });
    },
    get state() {
      return state;
    },
  };
}

/** @param {string} url */
function absolute(url) {
  return new URL(url, document.baseURI).href;
}

/**
 * A worker loaded from its URL has a policy of its own, which a host without headers cannot set: it could talk to anybody.
 * One made from a blob inherits the policy that stands in the page. Undefined where the browser has no workers made of
 * modules: such a browser does not ask for the `type`.
 * @param {string} url
 */
function workerUnderOurPolicy(url) {
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") return undefined;
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
  return undefined;
}
