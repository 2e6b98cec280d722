/** The rows for documents behind an answer. */

import { element, elements } from "../elements.mjs";
import { linksThatAreNone } from "../messages.mjs";
import { noAddress } from "../sheet/evidence.mjs";

/** @import { Evidence } from "../sheet/sheet.mjs" */

export class EvidenceRows {
  /** @type {readonly string[]} */
  #told = [];

  /**
   * @param {HTMLUListElement} list with one row; a file holds no more than its `data-max`
   * @param {HTMLElement} note where links are told that are none
   */
  constructor(list, note) {
    this.list = list;
    this.note = note;
  }

  get rows() {
    return elements(this.list, "[data-evidence]", HTMLElement);
  }

  get fields() {
    return elements(this.list, "input", HTMLInputElement);
  }

  /** Whether the list takes another row. */
  get hasRoom() {
    return this.rows.length < Number(this.list.dataset.max);
  }

  /**
   * What stands in the rows, empty ones included.
   *
   * @returns {Evidence[]}
   */
  get typed() {
    return this.rows.map((row) => ({ title: titleOf(row).value, link: linkOf(row).value }));
  }

  /** @param {Element} field */
  has(field) {
    return this.list.contains(field);
  }

  /**
   * Says which links are none. Called when a field is left: while it is being typed, no address is one yet.
   *
   * @param {(text: string) => boolean} isWebAddress
   */
  tellLinks(isWebAddress) {
    this.#tell(this.typed.map((row) => noAddress(row, isWebAddress)).filter(Boolean));
  }

  /** Lets the note be read aloud from now on: a hundred places to listen to, most of them folded, would slow a reader down. */
  listenTo() {
    this.note.setAttribute("role", "status");
  }

  /** @param {readonly string[]} links */
  #tell(links) {
    if (links.join("\n") === this.#told.join("\n")) return;
    this.#told = links;
    this.note.textContent = links.length ? linksThatAreNone(links) : "";
  }

  /** Moves the focus to the last row. */
  focusLast() {
    const last = this.rows.at(-1);
    if (last) titleOf(last).focus();
  }

  /** @param {readonly Evidence[]} evidence */
  draw(evidence) {
    for (const row of this.rows.slice(Math.max(1, evidence.length))) row.remove();
    while (this.rows.length < evidence.length) this.list.append(nextRow(this.rows));
    this.rows.forEach((row, index) => {
      write(titleOf(row), evidence[index]?.title ?? "");
      write(linkOf(row), evidence[index]?.link ?? "");
    });
    const links = this.typed.map(({ link }) => link.trim());
    this.#tell(this.#told.filter((link) => links.includes(link)));
  }
}

/**
 * Copies the first row; its numbers in ids, names and labels become the next number.
 *
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
function nextRow(rows) {
  const row = /** @type {HTMLElement} */ (rows[0]?.cloneNode(true));
  const number = rows.length + 1;
  for (const input of elements(row, "input", HTMLInputElement)) {
    input.id = input.name = input.name.replace(/\d+$/, String(number));
    const label = element(/** @type {HTMLElement} */ (input.parentElement), "label", HTMLLabelElement);
    label.htmlFor = input.id;
    label.textContent = label.textContent?.replace(/\d+$/, String(number)) ?? "";
  }
  return row;
}

/**
 * @param {HTMLInputElement} field
 * @param {string} text
 */
function write(field, text) {
  if (field.value !== text) field.value = text;
}

/** @param {HTMLElement} row */
function titleOf(row) {
  return element(row, "[data-evidence-title]", HTMLInputElement);
}

/** @param {HTMLElement} row */
function linkOf(row) {
  return element(row, "[data-evidence-link]", HTMLInputElement);
}
