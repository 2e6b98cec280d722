/** What is said about the sheet as a whole: how much it asks, who answers, where and when. */

import { element, elements } from "../elements.mjs";
import { aboutStatus } from "../messages.mjs";

/** @import { Change, Detail, Draft } from "../sheet/draft.mjs" */
/** @import { Form, Scope } from "../sheet/sheet.mjs" */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

const BEGINNING = "selbstcheck.";
const ONE_FIELD = "field";

export class AboutView {
  /** @type {Scope | undefined} */
  #scope;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    const controls = elements(form, `[name^="${BEGINNING}"]`, HTMLElement);
    this.controls = /** @type {Control[]} */ (controls);
    this.fieldChoice = element(form, `[name="${BEGINNING}field"]`, HTMLSelectElement);
    this.status = element(form, "[data-about-status]", HTMLElement);
    this.ownForm = /** @type {Form} */ (form.dataset.scopeForm);
  }

  /**
   * The forms that the page offers, the one to begin with first.
   *
   * @returns {Form[]}
   */
  get forms() {
    const radios = this.#radios.filter(({ value }) => value !== ONE_FIELD);
    const first = radios.filter((radio) => radio.defaultChecked);
    return [...first, ...radios.filter((radio) => !radio.defaultChecked)].map(
      ({ value }) => /** @type {Form} */ (value),
    );
  }

  get #radios() {
    const inputs = this.controls.filter((control) => control instanceof HTMLInputElement);
    return inputs.filter((input) => nameOf(input) === "form");
  }

  /**
   * Returns the changes that led from an empty page to what stands here now.
   *
   * @returns {Change[]}
   */
  entered() {
    const chosen = this.#radios.filter((radio) => radio.checked && !radio.defaultChecked);
    const details = this.controls.filter((each) => !["form", "field"].includes(nameOf(each)) && each.value);
    return [...chosen, ...details].flatMap((control) => this.changeOf(control) ?? []);
  }

  /**
   * @param {Element} target
   * @returns {Change | undefined}
   */
  changeOf(target) {
    const control = this.controls.find((each) => each === target);
    if (!control) return undefined;
    const name = nameOf(control);
    if (name === "field" || control.value === ONE_FIELD) {
      return { kind: "form", form: this.#longest, fields: [this.fieldChoice.value] };
    }
    if (name === "form") {
      const form = /** @type {Form} */ (control.value);
      return { kind: "form", form, fields: this.#isOneField ? null : (this.#scope?.fields ?? null) };
    }
    return { kind: "detail", detail: /** @type {Detail} */ (name), text: control.value };
  }

  /** @param {Draft} draft */
  draw({ scope, details }) {
    this.#scope = scope;
    const form = this.#isOneField ? ONE_FIELD : scope.form;
    for (const control of this.controls) {
      const name = nameOf(control);
      if (name === "form" && control instanceof HTMLInputElement) control.checked = control.value === form;
      else if (name !== "form" && name !== "field") write(control, details[/** @type {Detail} */ (name)]);
    }
    if (this.#isOneField) write(this.fieldChoice, scope.fields?.[0] ?? "");
    this.status.textContent = aboutStatus(details);
  }

  get #isOneField() {
    return this.#scope?.fields?.length === 1;
  }

  /** A single field is asked about in full. */
  get #longest() {
    return this.forms.includes("full") ? "full" : this.ownForm;
  }
}

/**
 * @param {Control} control
 * @param {string} text
 */
function write(control, text) {
  if (control.value !== text) control.value = text;
}

/** @param {Control} control */
function nameOf({ name }) {
  return name.slice(BEGINNING.length);
}
