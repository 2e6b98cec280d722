/** One form of the self-check: hands what a person does to the model, and draws the form from it. */

import { element, elements } from "./elements.mjs";
import { FieldsView } from "./field/fields.mjs";
import { holdFocus } from "./held_focus.mjs";
import { presetsMade, widened } from "./messages.mjs";
import { preparePrinting, print } from "./paper.mjs";
import { Problems } from "./problems.mjs";
import { Questions } from "./question/questions.mjs";
import { Reasons } from "./question/reasons.mjs";
import { RenderedView } from "./rendered.mjs";
import { runtimeOf } from "./runtime/status.mjs";
import { DraftView } from "./saving/draft_view.mjs";
import { Saving } from "./saving/saving.mjs";
import { dayIn, moment, newId, today } from "./sheet/identity.mjs";
import { SheetModel } from "./sheet/model.mjs";
import { isAbout } from "./sheet/questionnaire.mjs";
import { AboutView } from "./start/about.mjs";
import { Opening } from "./start/opening.mjs";
import { Steering } from "./steering.mjs";

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
    this.questions = new Questions(form, {
      draft: () => this.model.draft,
      change: (change) => this.#change(change),
    });
    this.about = new AboutView(form);
    this.fields = new FieldsView(form);
    this.model = new SheetModel(this.#questionnaire(), { newId, today, moment });
    this.runtime = runtimeOf(form);
    this.problems = new Problems(form, (field) => this.#reach(field));
    this.reasons = new Reasons(this.questions.all, this.model, this.problems);
    const rendered = (/** @type {"answers" | "result"} */ name) =>
      new RenderedView(form, name, this.model, this.runtime, () => this.draft.isOpening);
    this.rendered = [rendered("answers"), rendered("result")];
    this.steering = this.#steering();
    this.views = this.steering.views;
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
      open: (sheet, way) => this.opening.openDraft(sheet, way),
      changed: () => this.saving.draw(),
    });
    this.presets = element(form, "[data-presets]", HTMLElement);
    this.widened = element(form, "[data-widened]", HTMLElement);
    this.begun = false;
  }

  start() {
    for (const part of elements(this.form, "[data-js]", HTMLElement)) part.hidden = false;
    this.questions.start();
    preparePrinting(this.form);
    // Over a slow line this script arrives after the first clicks; they count all the same.
    const entered = [...this.questions.all, this.about].flatMap((part) => part.entered());
    for (const change of entered) this.#change(change);
    this.model.follow(() => this.#draw());
    holdFocus(this.form, () => this.views.focusHeading());
    void this.#computeAfter(this.draft.start().then(() => this.views.arriveAgain()));
    this.views.start();
    this.form.addEventListener("input", ({ target }) => this.#typed(target));
    this.form.addEventListener("change", ({ target }) => this.#left(target));
    this.form.addEventListener("click", ({ target }) => this.#clicked(target));
    document.addEventListener("keydown", (event) => this.steering.pressed(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** What leads through the questions, and asks and tells this form on the way. */
  #steering() {
    return new Steering(
      this.form,
      { model: this.model, questions: this.questions.all },
      {
        sought: (question) => this.#widen(question),
        entered: (section) => this.#entered(section),
        mayLeave: (questions) => this.reasons.pass(questions),
      },
    );
  }

  /** @returns {Questionnaire} */
  #questionnaire() {
    const { catalogueId, catalogueVersion, catalogueDigest, webAddress, invisible } = this.form.dataset;
    const { set, setDigest, perspective } = this.form.dataset;
    const whole = new RegExp(`^(?:${webAddress})$`);
    const unseen = new RegExp(invisible ?? "", "gu");
    return {
      catalogue: { id: catalogueId ?? "", version: catalogueVersion ?? "", digest: catalogueDigest ?? "" },
      ...(set !== undefined && { set: { id: set, digest: setDigest ?? "" }, perspective }),
      forms: this.about.forms,
      fields: this.fields.ids,
      questions: this.questions.all.map(({ description }) => description),
      isWebAddress: (text) => whole.test(text),
      cleaned: (text) => text.replace(unseen, ""),
    };
  }

  #draw() {
    this.questions.draw();
    this.about.draw(this.model.draft);
    this.fields.draw(this.model);
    this.steering.draw();
  }

  /** @param {Change} change that a person made */
  #change(change) {
    this.#begin();
    this.saving.happen({ kind: "changed" });
    this.model.change(change);
    if (change.kind === "form" || (change.kind === "detail" && change.detail === "municipality-type"))
      this.#tellPresets();
    this.reasons.settle();
  }

  #tellPresets() {
    const type = this.model.draft.details["municipality-type"];
    this.presets.textContent = type ? presetsMade(this.model.tally().preset) : "";
  }

  /** @param {HTMLElement} field of a question that may be out of sight */
  #reach(field) {
    const fieldset = this.questions.of(field)?.fieldset;
    if (fieldset?.getClientRects().length === 0) this.views.go(fieldset.id);
  }

  /**
   * Lets the sheet ask the question that a link leads to, and says so; nobody has entered anything by that.
   *
   * @param {HTMLElement} fieldset
   */
  #widen({ dataset, hidden }) {
    const question = this.questions.all.find(({ id }) => id === dataset.question)?.description;
    if (!hidden || !question) return;
    const { form, fields } = this.model.draft.scope;
    const isInForm = form === "full" || question.inShortForm;
    this.model.change({
      kind: "form",
      form: isInForm ? form : "full",
      fields: isAbout(fields, question.field) ? fields : null,
    });
    this.widened.textContent = widened(isInForm, this.model.tally().total);
  }

  /** Loads the runtime once the person has begun; one that died later is started by the next request. */
  #begin() {
    if (this.begun) return;
    this.begun = true;
    this.runtime.start();
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!(target instanceof Element)) return;
    const change = this.questions.of(target)?.changeOf(target) ?? this.about.changeOf(target);
    if (change) this.#change(change);
  }

  /** @param {EventTarget | null} target that was changed and left */
  #left(target) {
    if (!(target instanceof HTMLInputElement)) return;
    const evidence = this.questions.of(target)?.evidence;
    if (evidence?.has(target)) evidence.tellLinks(this.model.questionnaire.isWebAddress);
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    if (!(target instanceof Element)) return;
    this.questions.clicked(target);
    const button = target.closest("button");
    if (!button) return;
    this.#act(button);
    if (button.dataset.go) this.views.go(button.dataset.go);
  }

  /** @param {HTMLButtonElement} button */
  #act(button) {
    const { action } = button.dataset;
    this.questions.act(button);
    this.steering.act(action);
    if (action === "begin") this.#begin();
    if (action === "print") print(this.form);
    if (action === "retry") this.#retry();
    if (action === "save") void this.saving.save();
    if (action === "place") void this.saving.saveAt();
    if (action === "there") this.saving.happen({ kind: "confirmed" });
    if (action === "new-sheet") this.#beginAnew();
    if (action === "draft-delete") this.draft.delete();
    if (action === "draft-open") void this.#computeAfter(this.draft.openKept());
    if (action === "draft-keep") this.draft.keepThis();
    if (action === "all-fields") this.#showAllFields();
  }

  /** @param {HTMLElement} section */
  #entered(section) {
    this.problems.clear();
    if (section.dataset.field === undefined) this.widened.textContent = "";
    this.#render(section);
  }

  /** @param {HTMLElement} section that the core writes, or any other */
  #render(section) {
    void this.rendered.find((each) => each.section === section)?.enter();
  }

  /** @param {Promise<void>} opening of a draft, after which a result in sight may be another one */
  async #computeAfter(opening) {
    await opening;
    this.#computeAgain();
  }

  #computeAgain() {
    this.#render(this.views.current);
  }

  #retry() {
    if (this.runtime.state.phase === "failed") this.runtime.retry();
    else this.runtime.start();
    this.#computeAgain();
  }

  #beginAnew() {
    this.saving.happen({ kind: "changed" });
    this.model.beginAnew();
    this.opening.tellNew();
  }

  #showAllFields() {
    this.#change({ kind: "all-fields" });
    this.views.focusHeading();
    this.#computeAgain();
  }

  /**
   * A file is told of where it was chosen, wherever the person has gone meanwhile.
   *
   * @param {Happening} happening that a sheet was taken over with
   */
  #taken(happening) {
    this.saving.happen(happening);
    this.reasons.excuse();
    if (happening.kind === "opened" || this.views.current.hidden) this.views.goToStart();
    this.presets.textContent = "";
  }
}
