/** One question of the form: its choice, its texts and its evidence. */

import { element, elements } from "../elements.mjs";

/**
 * @typedef {object} Evidence
 * @property {string} title
 * @property {string} link a web address, or empty
 */

/**
 * An answer as it stands in a sheet; one without `rung` and `state` is open and keeps its note only.
 *
 * @typedef {object} Answer
 * @property {number} [rung]
 * @property {string} [state]
 * @property {string} [carrier]
 * @property {string} [reason]
 * @property {string} [note]
 * @property {Evidence[]} [evidence]
 */

const NOT_RESPONSIBLE = "not-responsible";
const NOT_APPLICABLE = "not-applicable";
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

export class Question {
  /** @param {HTMLFieldSetElement} fieldset */
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.id = fieldset.id;
    this.radios = elements(fieldset, "input[type=radio]", HTMLInputElement);
    this.carrier = element(fieldset, `[name="${this.id}.carrier"]`, HTMLInputElement);
    this.reason = element(fieldset, `[name="${this.id}.reason"]`, HTMLInputElement);
    this.note = element(fieldset, `[name="${this.id}.note"]`, HTMLTextAreaElement);
    this.evidenceList = element(fieldset, "[data-evidence-list]", HTMLUListElement);
    this.heading = element(fieldset, "legend h4", HTMLElement);
  }

  /** Whether the chosen form asks this question. */
  get inScope() {
    return !this.fieldset.hidden;
  }

  /** The value of the chosen radio, "" where the question is open. */
  get choice() {
    return this.radios.find((radio) => radio.checked)?.value ?? "";
  }

  /** @param {string} value */
  set choice(value) {
    for (const radio of this.radios) radio.checked = radio.value === value;
  }

  /** Whether this is „entfällt“ and nobody has said why. */
  get lacksReason() {
    return this.choice === NOT_APPLICABLE && !this.reason.value.trim();
  }

  /** The text of the question, as a person reads it. */
  get text() {
    return this.heading.textContent?.trim() ?? "";
  }

  /**
   * Returns the bodies that are in charge where this municipality type is not.
   *
   * @param {string} municipalityType
   * @returns {string} "" where the type is in charge itself
   */
  carrierFor(municipalityType) {
    const entries = elements(this.fieldset, "[data-municipality-type]", HTMLElement);
    return entries.find((entry) => entry.dataset.municipalityType === municipalityType)?.dataset.carrier ?? "";
  }

  /** @param {string} carrier */
  setNotResponsible(carrier) {
    this.choice = NOT_RESPONSIBLE;
    this.carrier.value = carrier;
  }

  /**
   * Returns the answer, or null where nothing was entered at all.
   *
   * @returns {Answer | null}
   */
  read() {
    const answer = readChoice(this);
    if (this.note.value.trim()) answer.note = this.note.value;
    const evidence = this.evidenceRows().flatMap(readEvidence);
    if (evidence.length) answer.evidence = evidence;
    return Object.keys(answer).length ? answer : null;
  }

  /** @param {Answer | undefined} answer */
  write(answer) {
    this.choice = answer?.rung === undefined ? (answer?.state ?? "") : String(answer.rung);
    this.carrier.value = answer?.carrier ?? "";
    this.reason.value = answer?.reason ?? "";
    this.note.value = answer?.note ?? "";
    writeEvidence(this, answer?.evidence ?? []);
  }

  evidenceRows() {
    return elements(this.evidenceList, "[data-evidence]", HTMLElement);
  }

  /** Whether the list takes another row; a file holds no more than the list's `data-max`. */
  get takesEvidence() {
    return this.evidenceRows().length < Number(this.evidenceList.dataset.max);
  }

  /**
   * Adds an empty row for one more document and returns its first field.
   *
   * @returns {HTMLInputElement}
   */
  addEvidence() {
    const row = cloneRow(this.evidenceRows());
    this.evidenceList.append(row);
    return titleOf(row);
  }
}

/**
 * @param {Question} question
 * @returns {Answer}
 */
function readChoice({ choice, carrier, reason }) {
  if (choice === "") return {};
  if (choice === NOT_RESPONSIBLE) return { state: choice, carrier: carrier.value.trim() };
  if (choice === NOT_APPLICABLE) return { state: choice, reason: reason.value.trim() };
  return /^\d$/.test(choice) ? { rung: Number(choice) } : { state: choice };
}

/**
 * @param {HTMLElement} row
 * @returns {Evidence[]} none where the row is empty
 */
function readEvidence(row) {
  const title = titleOf(row).value.trim();
  const typed = linkOf(row).value.trim();
  if (!title && !typed) return [];
  const link = /^www\./i.test(typed) ? `https://${typed}` : typed;
  // Only web addresses are links; a shelf mark or a folder is kept, as part of the title.
  if (link && !WEB_ADDRESS.test(link)) return [{ title: title ? `${title} (${link})` : link, link: "" }];
  return [{ title, link }];
}

/**
 * @param {Question} question
 * @param {Evidence[]} evidence
 */
function writeEvidence(question, evidence) {
  for (const row of question.evidenceRows().slice(1)) row.remove();
  while (question.evidenceRows().length < evidence.length) question.addEvidence();
  question.evidenceRows().forEach((row, index) => {
    titleOf(row).value = evidence[index]?.title ?? "";
    linkOf(row).value = evidence[index]?.link ?? "";
  });
}

/**
 * Copies the first row; its numbers in ids, names and labels become the next number.
 *
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
function cloneRow(rows) {
  const row = /** @type {HTMLElement} */ (rows[0]?.cloneNode(true));
  const number = rows.length + 1;
  for (const input of elements(row, "input", HTMLInputElement)) {
    input.id = input.name = input.name.replace(/\d+$/, String(number));
    input.value = "";
    const label = element(/** @type {HTMLElement} */ (input.parentElement), "label", HTMLLabelElement);
    label.htmlFor = input.id;
    label.textContent = label.textContent?.replace(/\d+$/, String(number)) ?? "";
  }
  return row;
}

/** @param {HTMLElement} row */
function titleOf(row) {
  return element(row, "[data-evidence-title]", HTMLInputElement);
}

/** @param {HTMLElement} row */
function linkOf(row) {
  return element(row, "[data-evidence-link]", HTMLInputElement);
}
