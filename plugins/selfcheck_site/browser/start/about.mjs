/** What is said about the sheet as a whole: the form, who answers, where and when. */

import { elements } from "../elements.mjs";

/** @import { Change, Detail, Draft } from "../sheet/draft.mjs" */
/** @import { Form } from "../sheet/sheet.mjs" */

const BEGINNING = "selbstcheck.";

export class AboutView {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.fields = elements(form, `input[name^="${BEGINNING}"]`, HTMLInputElement);
    this.ownForm = /** @type {Form} */ (form.dataset.scopeForm);
  }

  /**
   * The forms that the page offers, the one to begin with first.
   *
   * @returns {Form[]}
   */
  get forms() {
    const radios = this.fields.filter((field) => nameOf(field) === "form");
    const offered = [
      ...radios.filter((radio) => radio.defaultChecked),
      ...radios.filter((radio) => !radio.defaultChecked),
    ];
    return offered.length ? offered.map((radio) => /** @type {Form} */ (radio.value)) : [this.ownForm];
  }

  /**
   * Returns the changes that led from an empty page to what stands here now.
   *
   * @returns {Change[]}
   */
  entered() {
    const filled = this.fields.filter((field) => (field.type === "radio" ? field.checked : field.value));
    const chosen = filled.filter((field) => nameOf(field) !== "form" || !field.defaultChecked);
    return chosen.flatMap((field) => this.changeOf(field) ?? []);
  }

  /**
   * @param {Element} target
   * @returns {Change | undefined}
   */
  changeOf(target) {
    const field = this.fields.find((each) => each === target);
    if (!field) return undefined;
    const name = nameOf(field);
    if (name === "form") return { kind: "form", form: /** @type {Form} */ (field.value) };
    return { kind: "detail", detail: /** @type {Detail} */ (name), text: field.value };
  }

  /** @param {Draft} draft */
  draw({ scope, details }) {
    for (const field of this.fields) {
      const name = nameOf(field);
      const text = name === "form" ? scope.form : details[/** @type {Detail} */ (name)];
      if (field.type === "radio") field.checked = field.value === text;
      else if (field.value !== text) field.value = text;
    }
  }
}

/** @param {HTMLInputElement} field */
function nameOf({ name }) {
  return name.slice(BEGINNING.length);
}
