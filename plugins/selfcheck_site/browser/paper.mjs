/**
 * What a printer needs beside the style sheet: long texts in full where a field shows their beginning, the pages' head, and
 * which of its papers a view is to become.
 */

import { elements } from "./elements.mjs";

// More would fill the margin with a second and third line.
const MOST_LETTERS_ABOVE_A_PAGE = 110;

/**
 * Copies every text that was entered beside its field whenever the page is printed.
 *
 * @param {HTMLFormElement} form
 */
export function preparePrinting(form) {
  window.addEventListener("beforeprint", () => {
    for (const copy of elements(form, ".sc-printed", HTMLElement))
      copy.textContent = printed(copy.previousElementSibling);
    const { style } = document.documentElement;
    style.setProperty("--wk-sheet-head", quoted(headOf(form)));
    style.setProperty("--wk-first-sheet-head", form.dataset.paper === "fields" ? "var(--wk-sheet-head)" : "none");
    for (const tick of elements(form, "[data-value]", HTMLElement)) tick.toggleAttribute("data-ticked", isChosen(tick));
  });
  // Whoever prints by the browser's own means gets the whole of it.
  window.addEventListener("afterprint", () => delete form.dataset.paper);
}

/**
 * Prints what is in sight, as the paper that was chosen for it.
 *
 * @param {HTMLFormElement} form
 */
export function print(form) {
  const choice = form.querySelector("[data-current] [data-paper-choice]");
  if (choice instanceof HTMLSelectElement && choice.value) form.dataset.paper = choice.value;
  window.print();
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
  return origin ? shortened(`${title?.textContent}: ${origin}`) : "";
}

/** @param {string} line */
function shortened(line) {
  const letters = [...line];
  return letters.length > MOST_LETTERS_ABOVE_A_PAGE
    ? `${letters.slice(0, MOST_LETTERS_ABOVE_A_PAGE).join("")} …`
    : line;
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
