/**
 * One view at a time, named by the address's hash: the start, the overview, each stop on the way through the questions, the
 * result. No answer is ever part of it.
 */

import { element, elements } from "./elements.mjs";

/** @import { StopsView } from "./field/stops_view.mjs" */
/** @import { Stop } from "./sheet/stops.mjs" */

export class Views {
  /** @type {Stop | undefined} where the view is one of the questions */
  stop;
  #arrivedAt = location.hash.slice(1);
  /** @type {HTMLElement | undefined} the view from which a link led to a question */
  cameFrom;

  /**
   * @param {HTMLFormElement} form
   * @param {object} asked
   * @param {StopsView} asked.stops
   * @param {(question: HTMLElement) => void} asked.sought is told each question that the address names, before it is shown
   * @param {(section: HTMLElement) => void} asked.entered is told each view that is entered
   * @param {(questions: readonly string[]) => boolean} asked.mayLeave whether these questions may be left; asks what is to be
   * asked before. The browser's own ways cannot be refused, so there it asks in the next view
   */
  constructor(form, { stops, sought, entered, mayLeave }) {
    this.form = form;
    this.stops = stops;
    this.sought = sought;
    this.entered = entered;
    this.mayLeave = mayLeave;
    this.sections = elements(form, "[data-view]", HTMLElement);
    this.pageTitle = document.title;
    this.current = this.#section("start");
  }

  /** Shows the view the address names and follows the address from now on. */
  start() {
    window.addEventListener("hashchange", () => this.#follow());
    this.form.addEventListener("click", (event) => this.#clicked(event));
    this.#show(this.current, undefined);
    if (location.hash) this.#follow();
    // Chromium looks for the address's place itself while it draws the page for the first time, and takes the focus away.
    if (location.hash) requestAnimationFrame(() => requestAnimationFrame(() => this.#followUnlessBusy()));
  }

  /** Goes where the address led on arrival, if the sheet has come to be about that only since. */
  arriveAgain() {
    if (this.#arrivedAt && this.current === this.#section("overview")) this.go(this.#arrivedAt);
  }

  /**
   * Goes to a view or a question, so that the browser's way back leads here again.
   *
   * @param {string} id of it
   */
  go(id) {
    if (this.#leaves(id) && !this.mayLeave(this.#questions)) return;
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    this.#follow();
  }

  /**
   * Goes one stop on or back; before the first stop lies the overview, behind the last one whatever comes after the fields.
   *
   * @param {1 | -1} step
   */
  goBeside(step) {
    const { all } = this.stops;
    const beside = this.stop ? this.stops.beside(this.stop, step) : all.at(step > 0 ? 0 : -1);
    this.go(beside ? this.stops.placeOf(beside) : step > 0 ? this.#behindTheFields() : this.#section("overview").id);
  }

  /** Shows what is left of this view after the sheet or the pace has become another; its heading or question keeps the focus. */
  refresh() {
    if (!this.stop) return;
    const first = this.form.querySelector(`[data-question="${this.stop.questions[0]}"]`);
    const stop = first ? this.stops.at(first) : undefined;
    if (!stop) this.go(this.#section("overview").id);
    else if (this.stops.placeOf(stop) !== this.stops.placeOf(this.stop)) this.#replace(stop);
    else this.stops.show((this.stop = stop));
  }

  get #questions() {
    return this.stop?.questions ?? [];
  }

  /** @returns {boolean} whether no stop comes after this one */
  get isLast() {
    return this.stop !== undefined && this.stops.beside(this.stop, 1) === undefined;
  }

  goToStart() {
    this.go(this.#section("start").id);
  }

  /** Brings the heading of this view, and the focus, back into sight. */
  focusHeading() {
    focusOn(element(this.current, "h2", HTMLElement), this.current);
  }

  /**
   * Stays here where a link leads out of a view that may not be left yet; no entry of the browser's history tells of it.
   *
   * @param {MouseEvent} event
   */
  #clicked(event) {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (!link || event.defaultPrevented) return;
    const id = link.getAttribute("href")?.slice(1) ?? "";
    if (this.#leaves(id) && !this.mayLeave(this.#questions)) event.preventDefault();
    // To the place that the address names already, the browser goes without a word.
    else if (location.hash === `#${id}`) this.#follow();
  }

  /**
   * @param {string} id of a view, or of something inside one
   * @returns {boolean} whether it lies outside of what is shown
   */
  #leaves(id) {
    const named = this.#named(id);
    const found = named && this.sections.find((view) => view.contains(named));
    return Boolean(found && (found !== this.current || this.#stopAt(named) !== this.stop));
  }

  /**
   * @param {HTMLElement} named
   * @returns {Stop | undefined} the very one that is shown, where it is the same
   */
  #stopAt(named) {
    const stop = this.stops.at(named);
    return stop && this.stop && this.stops.placeOf(stop) === this.stops.placeOf(this.stop) ? this.stop : stop;
  }

  #follow() {
    const named = location.hash ? this.#named(location.hash.slice(1)) : this.#section("start");
    // Addresses of the page's frame ("Zum Inhalt") are none of ours.
    if (!named || !this.sections.some((view) => view.contains(named))) return;
    if (named.matches("[data-question]")) this.sought(named);
    const [section, target] = this.#shownFor(named);
    const stop = this.#stopAt(target);
    const moves = section !== this.current || stop !== this.stop;
    // A field that the sheet is not about is not where the address says.
    if (target !== named) history.replaceState(null, "", `#${section.id}`);
    const left = this.#questions;
    this.#remember(section, target);
    const question = target.matches("[data-question]") ? element(target, "legend h4", HTMLElement) : null;
    if (moves) this.#show(section, stop);
    if (question) focusOn(question, target);
    else if (target === section || target.matches("[data-theme]")) this.focusHeading();
    else showPlace(target);
    if (moves) this.mayLeave(left);
  }

  #followUnlessBusy() {
    if (document.activeElement === document.body) this.#follow();
  }

  /**
   * @param {HTMLElement} named
   * @returns {[HTMLElement, HTMLElement]} the view that shows it and the place in it; the overview where the sheet is not about it
   */
  #shownFor(named) {
    const found = this.sections.find((view) => view.contains(named));
    const overview = this.#section("overview");
    if (!found || found.hidden || named.hidden) return [overview, overview];
    return [found, named];
  }

  /**
   * @param {HTMLElement} section that is entered
   * @param {HTMLElement} target
   */
  #remember(section, target) {
    if (section.dataset.field === undefined) this.cameFrom = undefined;
    else if (target.matches("[data-question]") && this.current.matches("[data-returns]")) this.cameFrom = this.current;
  }

  #behindTheFields() {
    const last = this.sections.findLastIndex(({ dataset }) => dataset.field !== undefined);
    return this.sections[last + 1]?.id ?? this.#section("overview").id;
  }

  /** @param {"start" | "overview"} view */
  #section(view) {
    return element(this.form, `[data-view=${view}]`, HTMLElement);
  }

  /**
   * Returns the place with this id, or the question or field that authors call so: theirs are no ids of the page.
   *
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #named(name) {
    const theirs = elements(this.form, "[data-question], [data-view][data-field]", HTMLElement);
    const called = theirs.find(({ dataset }) => name === (dataset.question ?? dataset.field));
    return document.getElementById(name) ?? called ?? null;
  }

  /**
   * Shows another part of the field instead of this one: the address says so, and the way back leads to what was before.
   *
   * @param {Stop} stop
   */
  #replace(stop) {
    history.replaceState(null, "", `#${this.stops.placeOf(stop)}`);
    this.#show(this.current, stop);
  }

  /**
   * @param {HTMLElement} section
   * @param {Stop | undefined} stop
   */
  #show(section, stop) {
    this.current = section;
    this.stop = stop;
    if (stop) this.stops.show(stop);
    for (const view of this.sections) view.toggleAttribute("data-current", view === section);
    this.form.dataset.currentView = section.dataset.view;
    const heading = section.dataset.viewTitle ?? element(section, "h2", HTMLElement).textContent?.trim();
    document.title = `${heading} – ${this.pageTitle}`;
    this.entered(section);
  }
}

/**
 * Shows a part of the result, also one that is folded away, or the control that opens a file.
 *
 * @param {HTMLElement} target
 */
function showPlace(target) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const focused = target instanceof HTMLDetailsElement ? element(target, "summary", HTMLElement) : target;
  // A keyboard goes on from here.
  if (focused.tabIndex < 0) focused.tabIndex = -1;
  focused.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start", behavior: "instant" });
}

/**
 * Focuses an element and brings what it belongs to to the top of the window.
 *
 * @param {HTMLElement} focused
 * @param {Element} top
 */
function focusOn(focused, top) {
  focused.focus({ preventScroll: true });
  top.scrollIntoView({ block: "start", behavior: "instant" });
}
