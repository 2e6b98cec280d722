/** What a printer needs beside the style sheet: long texts in full, where a field would show only their beginning. */

import { elements } from "./elements.mjs";

/**
 * Copies every text that was entered beside its field whenever the page is printed.
 *
 * @param {HTMLFormElement} form
 */
export function preparePrinting(form) {
  window.addEventListener("beforeprint", () => {
    for (const copy of elements(form, ".sc-printed", HTMLElement))
      copy.textContent = printed(copy.previousElementSibling);
    for (const tick of elements(form, "[data-value]", HTMLElement)) tick.toggleAttribute("data-ticked", isChosen(tick));
  });
}

/** @param {HTMLElement} tick one of a list that stands beside its choice */
function isChosen({ dataset, parentElement }) {
  return parentElement?.parentElement?.querySelector("select")?.value === dataset.value;
}

/**
 * @param {Element | null} control
 * @returns {string}
 */
function printed(control) {
  if (control instanceof HTMLTextAreaElement) return control.value;
  if (!(control instanceof HTMLInputElement)) return "";
  return control.type === "date" ? germanDate(control.value) : control.value;
}

/**
 * @param {string} date such as 2026-05-31, or empty
 * @returns {string}
 */
function germanDate(date) {
  return date.split("-").reverse().join(".");
}
