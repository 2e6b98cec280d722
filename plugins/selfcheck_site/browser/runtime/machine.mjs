/**
 * The states that the program which computes can be in, and what leads from one to another; nothing here looks outside.
 *
 *     idle ── wanted ──▶ downloading ── starting ──▶ starting ── ready ──▶ ready
 *      ▲                     │                          │                    │
 *      │                     └────── lost, silence ─────┴──▶ failed          │
 *      │                                  retried: downloading again         │
 *      └────────────────────────── lost, silence ───────────────────────────┘
 *
 * One that was ready is started again by whatever wants it next; one that never got there has failed, and only a person
 * starts it again.
 */

/**
 * Why there is no program. The words for them are the page's business.
 *
 * @typedef {"missing-file" | "wrong-kind" | "damaged-file" | "no-connection" | "stalled" | "forbidden" | "worker-died"
 *   | "no-webassembly" | "too-old-browser"} Reason
 */

/**
 * For whoever runs the server: which file it was, and what was found in its place: a status, a media type or a directive.
 *
 * @typedef {{ file?: string, found?: string }} About
 */

/**
 * `loaded` and `total` are bytes of the unpacked files, so compare them with each other only: what went over the line is
 * about a third. "idle" carries a reason after a worker died.
 *
 * @typedef {{ phase: "idle", reason?: Reason }
 *   | { phase: "downloading", loaded: number, total: number }
 *   | { phase: "starting" }
 *   | { phase: "ready" }
 *   | { phase: "failed", reason: Reason, about?: About }} RuntimeState
 */

/**
 * "wanted": somebody begins, or asks something. "retried": a person asks for another try. "broke": the worker could not
 * be run any further and nobody says why. "silence": a deadline has passed.
 *
 * @typedef {{ type: "wanted", total: number }
 *   | { type: "retried", total: number }
 *   | { type: "progress", loaded: number }
 *   | { type: "starting" }
 *   | { type: "ready" }
 *   | { type: "lost", reason: Reason, about?: About }
 *   | { type: "broke" }
 *   | { type: "silence" }} RuntimeEvent
 */

/** @type {RuntimeState} */
export const IDLE = { phase: "idle" };

/**
 * Returns the state after an event; the same state where the event means nothing in it.
 *
 * @param {RuntimeState} state
 * @param {RuntimeEvent} event
 * @returns {RuntimeState}
 */
export function next(state, event) {
  switch (event.type) {
    case "wanted":
      return state.phase === "idle" ? downloading(0, event.total) : state;
    case "retried":
      return state.phase === "failed" ? downloading(0, event.total) : state;
    case "progress":
      return state.phase === "downloading" ? downloading(event.loaded, state.total) : state;
    case "starting":
      return state.phase === "downloading" ? { phase: "starting" } : state;
    case "ready":
      return isLoading(state) ? { phase: "ready" } : state;
    case "lost":
      return without(state, event.reason, event.about);
    case "broke":
      return without(state, "worker-died");
    case "silence":
      return without(state, isLoading(state) ? "stalled" : "worker-died");
  }
}

/**
 * Whether the worker is on its way.
 *
 * @param {RuntimeState} state
 */
function isLoading({ phase }) {
  return phase === "downloading" || phase === "starting";
}

/**
 * Whether there is a worker.
 *
 * @param {RuntimeState} state
 */
export function isAlive(state) {
  return isLoading(state) || state.phase === "ready";
}

/**
 * @param {number} loaded
 * @param {number} total
 * @returns {RuntimeState}
 */
function downloading(loaded, total) {
  return { phase: "downloading", loaded: Math.min(loaded, total), total };
}

/**
 * @param {RuntimeState} state
 * @param {Reason} reason
 * @param {About} [about]
 * @returns {RuntimeState}
 */
function without(state, reason, about) {
  if (!isAlive(state)) return state;
  if (state.phase === "ready") return { phase: "idle", reason };
  return { phase: "failed", reason, ...(about && { about }) };
}
