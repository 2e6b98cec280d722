/** The questionnaire page: takes the finished HTML form and adds views, presets, files and the result. */

import { element, elements } from "./elements.mjs";
import { FILE, GO_ON, missingReason, opened, presetsMade, REASONS_HINT, saved } from "./messages.mjs";
import { confirmReplacing, FileProblem, openSheet, saveSheet } from "./file.mjs";
import { preparePrinting } from "./paper.mjs";
import { Presets } from "./sheet/presets.mjs";
import { Problems, Reasons } from "./problems.mjs";
import { progressOf, tally } from "./field/progress.mjs";
import { Question } from "./question/question.mjs";
import { ResultView } from "./result/result.mjs";
import { createRuntime } from "./runtime/runtime.mjs";
import { Scope } from "./sheet/scope.mjs";
import { SheetForm } from "./sheet/sheet.mjs";
import { statusOf } from "./runtime/status.mjs";
import { Unsaved } from "./unsaved.mjs";
import { Views } from "./views.mjs";

const form = element(document, "#selbstcheck", HTMLFormElement);
const questions = elements(form, "[data-question]", HTMLFieldSetElement).map((fieldset) => new Question(fieldset));
const sheet = new SheetForm(form, questions);
const scope = new Scope(form, questions);
const presets = new Presets(questions);
const problems = new Problems(form);
const unsaved = new Unsaved();
const showProgress = progressOf(form, questions);
const runtime = createRuntime({
  workerUrl: form.dataset.worker ?? "",
  pyodideUrl: form.dataset.pyodide ?? "",
  bundleUrl: form.dataset.bundle ?? "",
  bytes: { wasm: Number(form.dataset.bytesWasm), bundle: Number(form.dataset.bytesBundle) },
  onState: statusOf(form),
});
const result = new ResultView(form, sheet, runtime);
const reasons = new Reasons(problems, reasonProblem, REASONS_HINT);
const views = new Views(form, entered);
let begun = false;

/** Loads the runtime once the person has begun; one that died later is started by the next request. */
function begin() {
  if (begun) return;
  begun = true;
  runtime.start();
}

/** @param {HTMLElement} section */
function entered(section) {
  problems.clear();
  reasons.seen = "";
  if (section === result.section) void result.enter();
}

/**
 * @param {Element} inside
 * @returns {Question | undefined}
 */
function questionOf(inside) {
  const fieldset = inside.closest("[data-question]");
  return questions.find((question) => question.fieldset === fieldset);
}

/**
 * @param {Question} question
 * @returns {import("./problems.mjs").Problem}
 */
function reasonProblem(question) {
  const place = element(question.fieldset, `[id="${question.reason.id}-error"]`, HTMLElement);
  return { message: missingReason(question.text), field: question.reason, place };
}

/** A person changed something; files are not part of the form's answers. */
form.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.type === "file") return;
  const question = questionOf(target);
  if (question && (target.type === "radio" || target === question.carrier)) presets.keep(question);
  if (target.name === "selbstcheck.form") scope.follow();
  if (["selbstcheck.form", "selbstcheck.municipality-type"].includes(target.name)) preset(sheet.municipalityType);
  changed();
});

function changed() {
  begin();
  unsaved.mark();
  problems.settle((field) => !questions.some((question) => question.reason === field && question.lacksReason));
  showProgress();
}

/** @param {string} municipalityType */
function preset(municipalityType) {
  const made = presets.apply(municipalityType);
  element(form, "[data-presets]", HTMLElement).textContent = municipalityType ? presetsMade(made) : "";
}

/** @type {Record<string, (button: HTMLButtonElement) => void>} */
const ACTIONS = {
  begin,
  print: () => window.print(),
  retry: () => retry(),
  save: () => save(),
  more: (button) => unfold(button),
  clear: (button) => clear(button),
  "add-evidence": (button) => addEvidence(button),
};

form.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return;
  ACTIONS[button.dataset.action ?? ""]?.(button);
  if (button.dataset.go) go(button, button.dataset.go);
});

form.addEventListener("submit", (event) => event.preventDefault());

/**
 * @param {HTMLButtonElement} button
 * @param {string} view
 */
function go(button, view) {
  const here = questions.filter((question) => views.current.contains(question.fieldset));
  if (button.hasAttribute("data-checks") && !reasons.pass(here)) return;
  views.go(view);
}

function retry() {
  if (runtime.state.phase === "failed") runtime.retry();
  else runtime.start();
  if (views.current === result.section) void result.enter();
}

function save() {
  const name = saveSheet(sheet.read());
  unsaved.clear();
  element(form, "[data-saved]", HTMLElement).textContent = saved(name);
}

/** @param {HTMLButtonElement} button */
function unfold(button) {
  setUnfolded(button, button.getAttribute("aria-expanded") !== "true");
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} unfolded
 */
function setUnfolded(button, unfolded) {
  button.setAttribute("aria-expanded", String(unfolded));
  document.getElementById(button.getAttribute("aria-controls") ?? "")?.toggleAttribute("data-folded", !unfolded);
}

/** @param {HTMLButtonElement} button */
function clear(button) {
  const question = questionOf(button);
  if (!question) return;
  presets.keep(question);
  question.choice = "";
  question.radios[0]?.focus();
  changed();
}

/** @param {HTMLButtonElement} button */
function addEvidence(button) {
  const question = questionOf(button);
  if (!question?.takesEvidence) return;
  question.addEvidence().focus();
  button.hidden = !question.takesEvidence;
}

const fileInput = element(form, "#selbstcheck-datei", HTMLInputElement);
fileInput.addEventListener("change", () => void open());

async function open() {
  const [file] = fileInput.files ?? [];
  if (!file) return;
  begin();
  problems.clear();
  const status = element(form, "[data-opening]", HTMLElement);
  status.textContent = runtime.state.phase === "ready" ? FILE.reading : FILE.waiting;
  try {
    const found = await openSheet(file, Number(fileInput.dataset.maxBytes), runtime);
    status.textContent = "";
    if (unsaved.any && !(await confirmReplacing())) status.textContent = FILE.kept;
    else fill(found);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    status.textContent = "";
    fileProblem(error);
  } finally {
    // So that the same file can be chosen again.
    fileInput.value = "";
  }
}

/** @param {import("./file.mjs").Opened} found */
function fill(found) {
  presets.keepAll();
  scope.choose(found.sheet.scope.form);
  sheet.fill(found.sheet);
  element(form, "[data-presets]", HTMLElement).textContent = "";
  unsaved.clear();
  showProgress();
  goOnWithWhatIsOpen();
  const box = element(form, "[data-opened]", HTMLElement);
  element(box, "[data-opened-text]", HTMLElement).textContent = opened(tally(questions), found.notices.length);
  element(box, "[data-opened-notices]", HTMLElement).replaceChildren(...found.notices.map(noticeItem));
  box.hidden = false;
  box.focus();
}

/** After opening a sheet, the first button leads to the first question that has no answer yet. */
function goOnWithWhatIsOpen() {
  const button = element(form, "[data-begin]", HTMLButtonElement);
  const open = questions.find(({ choice, inScope }) => inScope && !choice);
  button.textContent = GO_ON;
  button.dataset.go = open ? open.id : result.section.id;
}

/** @param {{ message: string }} notice */
function noticeItem({ message }) {
  const item = document.createElement("li");
  item.textContent = message;
  return item;
}

/** @param {FileProblem} problem */
function fileProblem({ message, hint }) {
  const place = element(form, '[id="selbstcheck-datei.fehler"]', HTMLElement);
  element(form, "[data-opened]", HTMLElement).hidden = true;
  problems.show([{ message, field: fileInput, place }], hint);
}

/** Over a slow line this script arrives after the first clicks; they count all the same. */
function catchUp() {
  if (sheet.municipalityType) preset(sheet.municipalityType);
  const entered = [...new FormData(form)].filter(([name]) => name !== "selbstcheck.form");
  if (entered.some(([, value]) => value !== "")) changed();
}

for (const part of elements(form, "[data-js]", HTMLElement)) part.hidden = false;
for (const button of elements(form, "[data-action=more]", HTMLButtonElement)) setUnfolded(button, false);
preparePrinting(form);
scope.follow();
showProgress();
views.start();
catchUp();
