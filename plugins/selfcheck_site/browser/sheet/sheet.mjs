/** The form as a sheet (the file that people keep), and back. The form itself is the only place where answers live. */

import { elements } from "../elements.mjs";

/** @import { Answer, Question } from "../question/question.mjs" */

/**
 * @typedef {object} Sheet
 * @property {"weltoffene-kommune/sheet"} format
 * @property {1} format_version
 * @property {{id: string, version: string, digest: string}} catalogue
 * @property {{form: string, fields: string[] | null}} scope
 * @property {{id: string, perspective: string, office: string, date: string,
 *             municipality: {name: string, type: string}}} sheet
 * @property {Record<string, Answer>} answers
 */

export class SheetForm {
  /**
   * @param {HTMLFormElement} form
   * @param {Question[]} questions
   */
  constructor(form, questions) {
    this.form = form;
    this.questions = questions;
    this.id = newId();
  }

  /** The id of the chosen type of municipality, "" where none is chosen. */
  get municipalityType() {
    return this.chosen("municipality-type");
  }

  /** Whether no question that is asked has a choice. */
  get isEmpty() {
    return this.questions.every(({ choice, inScope }) => !choice || !inScope);
  }

  /**
   * Returns what the form says now.
   *
   * @returns {Sheet}
   */
  read() {
    const data = this.form.dataset;
    return {
      format: "weltoffene-kommune/sheet",
      format_version: 1,
      catalogue: {
        id: data.catalogueId ?? "",
        version: data.catalogueVersion ?? "",
        digest: data.catalogueDigest ?? "",
      },
      scope: { form: data.scopeForm ?? "", fields: null },
      sheet: {
        id: this.id,
        perspective: this.chosen("perspective"),
        office: this.input("office").value.trim(),
        date: this.input("date").value || today(),
        municipality: { name: this.input("municipality-name").value.trim(), type: this.municipalityType },
      },
      answers: readAnswers(this.questions),
    };
  }

  /**
   * Replaces everything in the form by a sheet that the core has read and checked.
   *
   * @param {Sheet} sheet
   */
  fill({ sheet, answers }) {
    this.id = sheet.id || newId();
    this.choose("municipality-type", sheet.municipality.type);
    this.choose("perspective", sheet.perspective);
    this.input("municipality-name").value = sheet.municipality.name;
    this.input("office").value = sheet.office;
    this.input("date").value = sheet.date;
    const given = new Map(Object.entries(answers));
    for (const question of this.questions) question.write(given.get(question.id));
  }

  /** @param {string} name */
  input(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(`selbstcheck.${name}`));
  }

  /** @param {string} name */
  radios(name) {
    return elements(this.form, `input[name="selbstcheck.${name}"]`, HTMLInputElement);
  }

  /** @param {string} name */
  chosen(name) {
    return this.radios(name).find((radio) => radio.checked)?.value ?? "";
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  choose(name, value) {
    for (const radio of this.radios(name)) radio.checked = radio.value === value;
  }
}

/**
 * @param {Question[]} questions
 * @returns {Record<string, Answer>}
 */
function readAnswers(questions) {
  /** @type {Record<string, Answer>} */
  const answers = Object.create(null);
  for (const question of questions) {
    const answer = question.read();
    if (answer) answers[question.id] = answer;
  }
  return answers;
}

/**
 * Returns the day where the reader is, as 2026-05-31 (`toISOString` would tell the day in Greenwich).
 *
 * @returns {string}
 */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Returns a random identifier; `randomUUID` exists on https and localhost only.
 *
 * @returns {string}
 */
function newId() {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
