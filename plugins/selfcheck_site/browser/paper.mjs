/** What a printer needs beside the style sheet: long texts in full where a field shows their beginning, the pages' head. */

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
    document.documentElement.style.setProperty("--wk-sheet-head", quoted(headOf(form)));
    for (const tick of elements(form, "[data-value]", HTMLElement)) tick.toggleAttribute("data-ticked", isChosen(tick));
  });
}

/** @param {HTMLElement} tick one of a list that stands beside its choice */
function isChosen({ dataset, parentElement }) {
  return parentElement?.parentElement?.querySelector("select")?.value === dataset.value;
}

/**
 * @param {HTMLFormElement} form
 * @returns {string} what stands above every page, empty unless it is something that the core has written
 */
function headOf(form) {
  const view = form.querySelector("[data-rendered][data-current]");
  const origin = view?.querySelector(".result-origin, .answers-origin")?.textContent;
  const title = view?.querySelector("h2 .sc-print-only") ?? view?.querySelector("h2");
  return origin ? `${title?.textContent}: ${origin}` : "";
}

/**
 * @param {string} text as a person typed it
 * @returns {string} a string of CSS on one line, which nothing in the text can end
 */
function quoted(text) {
  const line = text.replace(/\s+/g, " ");
  return `"${line.replace(/["\\]/g, "\\$&")}"`;
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
