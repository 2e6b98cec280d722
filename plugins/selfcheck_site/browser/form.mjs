/** One form of the self-check: hands what a person does to the model, and draws the form from it. */

import { element, elements } from "./elements.mjs";
import { FieldsView } from "./field/fields.mjs";
import { GO_ON, presetsMade } from "./messages.mjs";
import { preparePrinting } from "./paper.mjs";
import { Problems } from "./problems.mjs";
import { QuestionView } from "./question/question.mjs";
import { Reasons } from "./question/reasons.mjs";
import { RenderedView } from "./rendered.mjs";
import { runtimeOf } from "./runtime/status.mjs";
import { DraftView } from "./saving/draft_view.mjs";
import { Saving } from "./saving/saving.mjs";
import { entryAt, nextToAnswer } from "./sheet/draft.mjs";
import { lacksReason } from "./sheet/entry.mjs";
import { dayIn, moment, newId, today } from "./sheet/identity.mjs";
import { SheetModel } from "./sheet/model.mjs";
import { isAsked } from "./sheet/questionnaire.mjs";
import { AboutView } from "./start/about.mjs";
import { Opening } from "./start/opening.mjs";
import { Views } from "./views.mjs";

/** @import { Happening } from "./saving/standing.mjs" */
/** @import { Change } from "./sheet/draft.mjs" */
/** @import { Questionnaire } from "./sheet/questionnaire.mjs" */

/**
 * Lets a finished HTML form work. Everything that belongs to it is looked for inside it.
 *
 * @param {HTMLFormElement} form
 */
export function startForm(form) {
  new SelfcheckForm(form).start();
}

class SelfcheckForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.questions = elements(form, "[data-question]", HTMLFieldSetElement).map((each) => new QuestionView(each));
    this.about = new AboutView(form);
    this.fields = new FieldsView(form);
    this.model = new SheetModel(this.#questionnaire(), { newId, today, moment });
    this.runtime = runtimeOf(form);
    this.problems = new Problems(form);
    this.reasons = new Reasons(this.problems);
    this.result = new RenderedView(form, "result", this.model, this.runtime);
    this.rendered = [new RenderedView(form, "answers", this.model, this.runtime), this.result];
    this.views = new Views(form, {
      entered: (section) => this.#entered(section),
      mayLeave: (section) => this.reasons.pass(this.#lackingReasons(section)),
    });
    /** @type {Opening} */
    this.opening = new Opening(form, {
      model: this.model,
      runtime: this.runtime,
      problems: this.problems,
      mayReplace: (sheet) => this.saving.mayGiveWayTo(sheet),
      taken: (happening) => this.#taken(happening),
    });
    /** @type {Saving} */
    this.saving = new Saving(form, this.model, () => this.draft.isKept);
    /** @type {DraftView} */
    this.draft = new DraftView(form, this.model, {
      world: { newId, moment, dayIn },
      open: (sheet) => this.opening.openDraft(sheet),
      changed: () => this.saving.draw(),
    });
    this.presets = element(form, "[data-presets]", HTMLElement);
    this.begun = false;
  }

  start() {
    for (const part of elements(this.form, "[data-js]", HTMLElement)) part.hidden = false;
    for (const button of elements(this.form, "[data-action=more]", HTMLButtonElement)) this.#unfold(button, false);
    preparePrinting(this.form);
    // Over a slow line this script arrives after the first clicks; they count all the same.
    const entered = [...this.questions, this.about].flatMap((part) => part.entered());
    for (const change of entered) this.#change(change);
    this.model.follow(() => this.#draw());
    this.views.start();
    this.draft.start();
    this.form.addEventListener("input", ({ target }) => this.#typed(target));
    this.form.addEventListener("change", ({ target }) => this.#left(target));
    this.form.addEventListener("click", ({ target }) => this.#clicked(target));
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** @returns {Questionnaire} */
  #questionnaire() {
    const { catalogueId, catalogueVersion, catalogueDigest, webAddress, invisible } = this.form.dataset;
    const whole = new RegExp(`^(?:${webAddress})$`);
    const unseen = new RegExp(invisible ?? "", "gu");
    return {
      catalogue: { id: catalogueId ?? "", version: catalogueVersion ?? "", digest: catalogueDigest ?? "" },
      forms: this.about.forms,
      fields: this.fields.ids,
      questions: this.questions.map(({ description }) => description),
      isWebAddress: (text) => whole.test(text),
      cleaned: (text) => text.replace(unseen, ""),
    };
  }

  #draw() {
    const { draft } = this.model;
    for (const view of this.questions) view.draw(entryAt(draft, view.id), isAsked(draft.scope, view.description));
    this.about.draw(draft);
    this.fields.draw(this.model);
  }

  /** @param {Change} change that a person made */
  #change(change) {
    this.#begin();
    this.saving.happen({ kind: "changed" });
    this.model.change(change);
    if (change.kind === "form" || (change.kind === "detail" && change.detail === "municipality-type"))
      this.#tellPresets();
    this.problems.settle((field) => !this.#lackingReasons().some(({ texts }) => texts.reason === field));
  }

  #tellPresets() {
    const type = this.model.draft.details["municipality-type"];
    this.presets.textContent = type ? presetsMade(this.model.tally().preset) : "";
  }

  /**
   * @param {Element} [inside]
   * @returns {QuestionView[]}
   */
  #lackingReasons(inside = this.form) {
    const here = this.questions.filter(({ fieldset }) => inside.contains(fieldset));
    return here.filter(({ id }) => lacksReason(entryAt(this.model.draft, id)));
  }

  /** Loads the runtime once the person has begun; one that died later is started by the next request. */
  #begin() {
    if (this.begun) return;
    this.begun = true;
    this.runtime.start();
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const change = this.#questionOf(target)?.changeOf(target) ?? this.about.changeOf(target);
    if (change) this.#change(change);
  }

  /** @param {EventTarget | null} target that was changed and left */
  #left(target) {
    if (!(target instanceof HTMLInputElement)) return;
    const evidence = this.#questionOf(target)?.evidence;
    if (evidence?.has(target)) evidence.tellLinks(this.model.questionnaire.isWebAddress);
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    if (!(target instanceof Element)) return;
    if (target instanceof HTMLInputElement && target.type === "radio") this.#chosenAgain(target);
    const button = target.closest("button");
    if (!button) return;
    this.#act(button);
    if (button.dataset.go) this.views.go(button.dataset.go, button.hasAttribute("data-back") ? -1 : 1);
  }

  /** @param {HTMLButtonElement} button */
  #act(button) {
    const { action } = button.dataset;
    if (action === "begin") this.#begin();
    if (action === "print") window.print();
    if (action === "retry") this.#retry();
    if (action === "save") void this.saving.save();
    if (action === "place") void this.saving.saveAt();
    if (action === "there") this.saving.happen({ kind: "confirmed" });
    if (action === "new-sheet") this.#beginAnew();
    if (action === "draft-delete") this.draft.delete();
    if (action === "draft-open") void this.draft.openKept();
    if (action === "draft-keep") this.draft.keepThis();
    if (action === "more") this.#unfold(button, button.getAttribute("aria-expanded") !== "true");
    if (action === "clear") this.#clear(button);
    if (action === "confirm") this.#confirm(button);
    if (action === "add-evidence") this.#addEvidence(button);
    if (action === "all-fields") this.#showAllFields();
  }

  /**
   * @param {Element} inside
   * @returns {QuestionView | undefined}
   */
  #questionOf(inside) {
    const fieldset = inside.closest("[data-question]");
    return this.questions.find((question) => question.fieldset === fieldset);
  }

  /** @param {HTMLElement} section */
  #entered(section) {
    this.problems.clear();
    this.reasons.forget();
    this.#render(section);
  }

  /** @param {HTMLElement} section that the core writes, or any other */
  #render(section) {
    void this.rendered.find((each) => each.section === section)?.enter();
  }

  #retry() {
    if (this.runtime.state.phase === "failed") this.runtime.retry();
    else this.runtime.start();
    this.#render(this.views.current);
  }

  #beginAnew() {
    this.saving.happen({ kind: "changed" });
    this.model.beginAnew();
    this.opening.tellNew();
  }

  /** @param {HTMLButtonElement} button */
  #clear(button) {
    const question = this.#questionOf(button);
    if (!question) return;
    question.radios[0]?.focus();
    this.#change({ kind: "choice", question: question.id, choice: "" });
  }

  /**
   * Choosing what is chosen already is no input, and yet a person's answer.
   *
   * @param {HTMLInputElement} radio
   */
  #chosenAgain(radio) {
    const question = this.#questionOf(radio);
    if (question && entryAt(this.model.draft, question.id).choice === radio.value) this.#confirm(radio);
  }

  /** @param {HTMLElement} inside a control of the question whose preset is right */
  #confirm(inside) {
    const question = this.#questionOf(inside);
    if (!question || !entryAt(this.model.draft, question.id).preset) return;
    question.radios.find(({ checked }) => checked)?.focus();
    this.#change({ kind: "confirmation", question: question.id });
  }

  /** @param {HTMLButtonElement} button */
  #addEvidence(button) {
    const question = this.#questionOf(button);
    if (!question?.evidence.hasRoom) return;
    const evidence = [...question.evidence.typed, { title: "", link: "" }];
    this.#change({ kind: "evidence", question: question.id, evidence });
    question.evidence.focusLast();
  }

  #showAllFields() {
    this.#change({ kind: "all-fields" });
    this.views.focusHeading();
    this.#render(this.views.current);
  }

  /**
   * After opening a sheet, the first button leads to the first question that nobody has answered yet.
   *
   * @param {Happening} happening
   */
  #taken(happening) {
    this.saving.happen(happening);
    this.presets.textContent = "";
    const button = element(this.form, "[data-begin]", HTMLButtonElement);
    button.textContent = GO_ON;
    const next = nextToAnswer(this.model.questionnaire, this.model.draft);
    const question = this.questions.find(({ id }) => id === next);
    button.dataset.go = (question?.fieldset ?? this.result.section).id;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {boolean} unfolded
   */
  #unfold(button, unfolded) {
    button.setAttribute("aria-expanded", String(unfolded));
    const part = element(this.form, `[id="${button.getAttribute("aria-controls")}"]`, HTMLElement);
    part.toggleAttribute("data-folded", !unfolded);
    if (unfolded) this.#questionOf(button)?.evidence.listenTo();
  }
}
