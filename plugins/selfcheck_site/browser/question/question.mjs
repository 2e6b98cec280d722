/** One question of the form: drawn from its entry in the model, and the source of changes to it. */

import { element, elements } from "../elements.mjs";
import { EvidenceRows } from "./evidence_rows.mjs";

/** @import { Change } from "../sheet/draft.mjs" */
/** @import { Choice, Entry } from "../sheet/entry.mjs" */
/** @import { Question } from "../sheet/questionnaire.mjs" */

export class QuestionView {
  /** @type {Entry | undefined} */
  #drawn;

  /** @param {HTMLFieldSetElement} fieldset */
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.id = fieldset.dataset.question ?? "";
    /** What the model has to know of the question. */
    this.description = described(fieldset);
    this.radios = elements(fieldset, "input[type=radio]", HTMLInputElement);
    this.part = this.radios[0]?.name ?? "";
    this.texts = {
      carrier: element(fieldset, `[name="${this.part}.carrier"]`, HTMLInputElement),
      reason: element(fieldset, `[name="${this.part}.reason"]`, HTMLInputElement),
      note: element(fieldset, `[name="${this.part}.note"]`, HTMLTextAreaElement),
    };
    this.evidence = new EvidenceRows(
      element(fieldset, "[data-evidence-list]", HTMLUListElement),
      element(fieldset, "[data-link-note]", HTMLElement),
    );
    this.heading = element(fieldset, "legend h4", HTMLElement);
    this.presetNote = element(fieldset, "[data-preset-note]", HTMLElement);
    this.clearButton = element(fieldset, "[data-action=clear]", HTMLButtonElement);
    this.addButton = element(fieldset, "[data-action=add-evidence]", HTMLButtonElement);
    for (const button of elements(fieldset, "[data-action]", HTMLButtonElement)) this.#nameWithQuestion(button);
  }

  /**
   * Lets a button's name go on with the question: a hundred „Notiz und Nachweis“ in a list of buttons are no choice.
   *
   * @param {HTMLButtonElement} button
   */
  #nameWithQuestion(button) {
    button.id = `${this.part}.${button.dataset.action}`;
    button.setAttribute("aria-labelledby", `${button.id} ${this.part}.question`);
  }

  /** The text of the question, as a person reads it. */
  get text() {
    return this.heading.textContent?.trim() ?? "";
  }

  /**
   * Returns the changes that led from an empty question to what stands here now.
   *
   * @returns {Change[]}
   */
  entered() {
    const radios = this.radios.filter((radio) => radio.checked);
    const texts = Object.values(this.texts).filter((field) => field.value);
    const rows = this.evidence.fields.filter((field) => field.value).slice(0, 1);
    return [...radios, ...texts, ...rows].flatMap((field) => this.changeOf(field) ?? []);
  }

  /**
   * Returns what a person changed by entering something in a field of this question.
   *
   * @param {Element} field
   * @returns {Change | undefined}
   */
  changeOf(field) {
    const question = this.id;
    const radio = this.radios.find((each) => each === field);
    if (radio) return { kind: "choice", question, choice: /** @type {Choice} */ (radio.value) };
    for (const text of /** @type {const} */ (["carrier", "reason", "note"])) {
      if (this.texts[text] === field) return { kind: "text", question, text, value: this.texts[text].value };
    }
    return this.evidence.has(field) ? { kind: "evidence", question, evidence: this.evidence.typed } : undefined;
  }

  /**
   * @param {Entry} entry
   * @param {number} number among those that are asked, from 1; 0 where it is not asked
   */
  draw(entry, number) {
    this.fieldset.hidden = number === 0;
    this.heading.dataset.number = String(number);
    if (entry === this.#drawn) return;
    this.#drawn = entry;
    for (const radio of this.radios) radio.checked = radio.value === entry.choice;
    for (const text of /** @type {const} */ (["carrier", "reason", "note"])) write(this.texts[text], entry[text]);
    this.evidence.draw(entry.evidence);
    this.addButton.hidden = !this.evidence.hasRoom;
    this.presetNote.hidden = !entry.preset;
    // Pointed to, the note would be read even while it is hidden.
    const notes = [`${this.part}.why`, ...(entry.preset ? [`${this.part}.preset`] : [])];
    this.fieldset.setAttribute("aria-describedby", notes.join(" "));
    this.clearButton.hidden = entry.choice === "";
  }
}

/**
 * Setting what is there already would move the cursor of whoever types.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} text
 */
function write(field, text) {
  if (field.value !== text) field.value = text;
}

/**
 * @param {HTMLFieldSetElement} fieldset
 * @returns {Question}
 */
function described(fieldset) {
  const entries = elements(fieldset, "[data-municipality-type]", HTMLElement);
  const carriers = entries.map(({ dataset }) => [dataset.municipalityType ?? "", dataset.carrier ?? ""]);
  return {
    id: fieldset.dataset.question ?? "",
    field: fieldset.closest("[data-field]")?.getAttribute("data-field") ?? "",
    theme: fieldset.closest("[data-theme]")?.id ?? "",
    inShortForm: fieldset.hasAttribute("data-short-form"),
    carriers: Object.fromEntries(carriers),
  };
}
