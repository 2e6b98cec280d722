/**
 * Filters the rows of a table by the form above it, and keeps the form's state in the page's address.
 *
 * The form names the table's id in `data-filter`; each control says in `data-match` how its value meets a row's
 * `data-NAME`. What the conditions mean is the page's business. Marks elsewhere with the `data-key` of a row go with it.
 */

import { conditionsOf, controlsOf, inWords, meets, showNoun, showWrong } from "./filter_conditions.mjs";

/** @import { Condition } from "./filter_conditions.mjs" */

/** What to leave out, and how many rows that lets through. @typedef {{ without: Condition[], count: number }} Way */

// Whoever types is told how many rows are left when they pause, and what is wrong when they leave the field.
const MILLISECONDS_OF_A_PAUSE = 600;

for (const form of document.querySelectorAll("form[data-filter]")) {
  if (form instanceof HTMLFormElement) start(form);
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function start(form) {
  let found = "";
  let pause = 0;
  const tell = () => {
    clearTimeout(pause);
    for (const control of controlsOf(form)) showWrong(control, true);
    say(form, found);
  };
  const restore = () => {
    readAddress(form);
    found = show(form);
    tell();
  };
  const update = () => {
    found = show(form);
    writeAddress(form);
    tell();
  };
  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return update();
    found = show(form);
    writeAddress(form);
    clearTimeout(pause);
    pause = setTimeout(() => say(form, found), MILLISECONDS_OF_A_PAUSE);
  });
  // All is shown already; new buttons would take this one away from under the pointer that left the field.
  form.addEventListener("change", tell);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The controls have their first values only after the event.
  form.addEventListener("reset", () => setTimeout(update));
  addEventListener("popstate", restore);
  restore();
}

/**
 * Shows the rows that meet all conditions, and where there are none what to leave out.
 *
 * @param {HTMLFormElement} form
 * @returns {string} how many there are, as a sentence
 */
function show(form) {
  const rows = rowsOf(form);
  const conditions = conditionsOf(form);
  const fitting = new Set(rows.filter((row) => meets(row, conditions)));
  for (const row of rows) row.hidden = !fitting.has(row);
  showMarks(rows, fitting);
  for (const control of controlsOf(form)) {
    showWrong(control, false);
    showNoun(control);
  }
  const ways = fitting.size === 0 ? waysOut(rows, conditions) : [];
  part(form, "[data-filter-asked]").textContent = conditions.length > 0 ? `Bedingungen: ${listed(conditions)}` : "";
  part(form, "[data-filter-none]").hidden = fitting.size > 0;
  part(form, "[data-filter-loosen]").replaceChildren(...ways.map((way) => wayOut(form, way)));
  return sentence(form, conditions.length, fitting.size, ways);
}

/**
 * Says how many rows are shown, and what was asked for and does not count: in one place, so that nothing interrupts it.
 *
 * @param {HTMLFormElement} form
 * @param {string} found
 * @returns {void}
 */
function say(form, found) {
  const wrong = controlsOf(form).filter((control) => control.getAttribute("aria-invalid") === "true");
  const said = [found, ...wrong.map((control) => `„${inWords(control)}“ zählt nicht mit.`)];
  part(form, "[data-filter-count]").textContent = said.join(wrong.length > 0 && !found.endsWith(".") ? ". " : " ");
}

/**
 * @param {HTMLFormElement} form
 * @param {number} asked
 * @param {number} count
 * @param {Way[]} ways
 * @returns {string}
 */
function sentence(form, asked, count, ways) {
  const { total = "", noun = "" } = form.dataset;
  if (asked === 0) return `Alle ${total} ${noun}`;
  if (count > 0) return `Passend: ${count} von ${total} ${noun}`;
  const way = ways[0];
  const then = way ? ` Ohne ${listed(way.without)} ${way.count === 1 ? "wäre" : "wären"} es ${way.count}.` : "";
  return `Passend: keine von ${total} ${noun}.${then}`;
}

/**
 * Returns the smallest sets of conditions to leave out so that something fits, the one that gives most first.
 *
 * @param {HTMLElement[]} rows
 * @param {Condition[]} conditions
 * @returns {Way[]}
 */
function waysOut(rows, conditions) {
  const way = (/** @type {Condition[]} */ without) => {
    const others = conditions.filter((each) => !without.includes(each));
    return { without, count: rows.filter((row) => meets(row, others)).length };
  };
  for (const size of conditions.keys()) {
    const ways = choices(conditions, size + 1).map(way);
    const open = ways.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    if (open.length > 0) return open;
  }
  return [];
}

/**
 * Returns every choice of so many out of all.
 *
 * @param {Condition[]} all
 * @param {number} size
 * @returns {Condition[][]}
 */
function choices(all, size) {
  if (size === 0) return [[]];
  return all.flatMap((first, place) => choices(all.slice(place + 1), size - 1).map((rest) => [first, ...rest]));
}

/**
 * @param {HTMLFormElement} form
 * @param {Way} way
 * @returns {HTMLLIElement}
 */
function wayOut(form, { without, count }) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kb-button";
  button.textContent = `${listed(without)} weglassen`;
  button.addEventListener("click", () => {
    for (const { control } of without) control.value = "";
    without[0]?.control.focus();
    for (const kind of ["input", "change"]) without[0]?.control.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  item.append(button, ` Dann ${count === 1 ? "bleibt" : "bleiben"} ${count} übrig.`);
  return item;
}

/**
 * @param {Condition[]} conditions
 * @returns {string}
 */
function listed(conditions) {
  return new Intl.ListFormat("de").format(conditions.map(({ says }) => `„${says}“`));
}

/**
 * @param {HTMLElement[]} rows
 * @param {Set<HTMLElement>} fitting
 * @returns {void}
 */
function showMarks(rows, fitting) {
  const out = new Set(rows.filter((row) => !fitting.has(row)).map((row) => row.dataset.row));
  for (const mark of document.querySelectorAll("[data-key]")) {
    mark.toggleAttribute("hidden", out.has(mark.getAttribute("data-key") ?? ""));
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function readAddress(form) {
  const asked = new URLSearchParams(location.search);
  for (const control of controlsOf(form)) {
    control.value = asked.get(control.name) ?? "";
    // A select that lacks the value now shows nothing at all.
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {void}
 */
function writeAddress(form) {
  const address = new URL(location.href);
  for (const { name, value } of controlsOf(form)) {
    if (value === "") address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(history.state, "", address);
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
function rowsOf(form) {
  const table = document.getElementById(form.dataset.filter ?? "");
  return /** @type {HTMLElement[]} */ ([...(table?.querySelectorAll("[data-row]") ?? [])]);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(form, selector) {
  const found = form.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The form lacks ${selector}`);
  return found;
}
