/** The line that says how far the runtime is, what to do where it failed, and tells screen readers each phase once. */

import { element } from "../elements.mjs";
import { loadedPercent, runtimeAnnouncement, runtimeLine, runtimeReason } from "../messages.mjs";

/** @import { RuntimeState } from "./runtime.mjs" */

/**
 * Returns a function that shows a state of the runtime.
 *
 * @param {HTMLFormElement} form
 * @returns {(state: RuntimeState) => void}
 */
export function statusOf(form) {
  const root = element(form, "[data-runtime]", HTMLElement);
  const text = element(root, "[data-runtime-text]", HTMLElement);
  const announcer = element(root, "[data-runtime-announcer]", HTMLElement);
  const progress = element(root, "[data-runtime-progress]", HTMLProgressElement);
  const failed = element(root, "[data-runtime-failed]", HTMLElement);
  const reason = element(root, "[data-runtime-reason]", HTMLElement);
  return (state) => {
    if (root.dataset.phase !== state.phase) announcer.textContent = runtimeAnnouncement(state);
    root.dataset.phase = state.phase;
    text.textContent = runtimeLine(state);
    showProgress(progress, state);
    failed.hidden = state.phase !== "failed";
    reason.textContent = state.phase === "failed" ? runtimeReason(state.reason) : "";
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
