/** The runtime of a form: a line says how far it is, what to do where it failed, and tells screen readers each phase once. */

import { element } from "../elements.mjs";
import { createRuntime } from "./runtime.mjs";
import { loadedPercent, runtimeAnnouncement, runtimeLine, runtimeReason, runtimeRemedy } from "./runtime_words.mjs";

/** @import { Runtime } from "./runtime.mjs" */
/** @import { RuntimeState } from "./machine.mjs" */

/**
 * Returns the runtime that a form names, which shows its states there.
 *
 * @param {HTMLFormElement} form
 * @returns {Runtime}
 */
export function runtimeOf(form) {
  const { worker, pyodide, bundle, bytesWasm, bytesBundle, sums = "" } = form.dataset;
  const { patienceDownloading, patienceStarting, patienceRequest } = element(
    form,
    "[data-runtime]",
    HTMLElement,
  ).dataset;
  return createRuntime({
    workerUrl: worker ?? "",
    pyodideUrl: pyodide ?? "",
    bundleUrl: bundle ?? "",
    bytes: { wasm: Number(bytesWasm), bundle: Number(bytesBundle) },
    sums: Object.fromEntries(sums.split(",").map((each) => each.split(" "))),
    deadlines: {
      downloading: Number(patienceDownloading),
      starting: Number(patienceStarting),
      request: Number(patienceRequest),
    },
    onState: statusOf(form),
  });
}

/**
 * Returns a function that shows a state of the runtime.
 *
 * @param {HTMLFormElement} form
 * @returns {(state: RuntimeState) => void}
 */
function statusOf(form) {
  const root = element(form, "[data-runtime]", HTMLElement);
  const text = element(root, "[data-runtime-text]", HTMLElement);
  const announcer = element(root, "[data-runtime-announcer]", HTMLElement);
  const progress = element(root, "[data-runtime-progress]", HTMLProgressElement);
  const failed = element(root, "[data-runtime-failed]", HTMLElement);
  const reason = element(root, "[data-runtime-reason]", HTMLElement);
  const remedy = element(root, "[data-runtime-remedy]", HTMLElement);
  return (state) => {
    if (root.dataset.phase !== state.phase) announcer.textContent = runtimeAnnouncement(state);
    root.dataset.phase = state.phase;
    text.textContent = runtimeLine(state);
    showProgress(progress, state);
    failed.hidden = state.phase !== "failed";
    reason.textContent = state.phase === "failed" ? runtimeReason(state.reason) : "";
    remedy.textContent = state.phase === "failed" ? runtimeRemedy(state.reason, state.about ?? {}) : "";
    remedy.hidden = !remedy.textContent;
  };
}

/**
 * @param {HTMLProgressElement} progress
 * @param {RuntimeState} state
 */
function showProgress(progress, state) {
  progress.hidden = state.phase !== "downloading" && state.phase !== "starting";
  if (state.phase === "downloading") progress.value = loadedPercent(state);
  else progress.removeAttribute("value");
}
