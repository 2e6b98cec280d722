/** One view at a time, named by the address's hash: the overview, each field, the result. No answer is ever part of it. */

import { element, elements } from "./elements.mjs";
import { nearestShown } from "./ways.mjs";

export class Views {
  /**
   * @param {HTMLFormElement} form
   * @param {object} asked
   * @param {(section: HTMLElement) => void} asked.entered is told each view that is entered
   * @param {(section: HTMLElement) => boolean} asked.mayLeave whether a view may be left; asks what is to be asked before.
   * The browser's own ways cannot be refused, so there it asks in the next view.
   */
  constructor(form, { entered, mayLeave }) {
    this.form = form;
    this.entered = entered;
    this.mayLeave = mayLeave;
    this.sections = elements(form, "[data-view]", HTMLElement);
    this.pageTitle = document.title;
    this.current = this.#first();
  }

  /** Shows the view the address names and follows the address from now on. */
  start() {
    window.addEventListener("hashchange", () => this.#follow());
    this.form.addEventListener("click", (event) => this.#clicked(event));
    this.#show(this.current);
    if (location.hash) this.#follow();
  }

  /**
   * Goes to a view or a question, so that the browser's way back leads here again. A view that is left out is stepped over.
   *
   * @param {string} wanted
   * @param {1 | -1} [step]
   */
  go(wanted, step = 1) {
    const places = this.sections.map(({ id, hidden }) => ({ id, isShown: !hidden }));
    const id = nearestShown(places, wanted, step);
    if (this.#leaves(id) && !this.mayLeave(this.current)) return;
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    this.#follow();
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
    if (this.#leaves(id) && !this.mayLeave(this.current)) event.preventDefault();
  }

  /**
   * @param {string} id of a view, or of something inside one
   * @returns {boolean} whether it lies outside of the view that is shown
   */
  #leaves(id) {
    const found = this.sections.find((view) => view.contains(this.#named(id)));
    return found !== undefined && found !== this.current;
  }

  goToOverview() {
    if (this.current !== this.#first()) this.go(this.#first().id);
  }

  /** Brings the heading of this view, and the focus, back into sight. */
  focusHeading() {
    focusOn(element(this.current, "h2", HTMLElement), this.current);
  }

  #first() {
    const [first] = this.sections;
    if (!first) throw new Error("The form has no view");
    return first;
  }

  #follow() {
    const named = location.hash ? this.#named(location.hash.slice(1)) : this.#first();
    const found = this.sections.find((view) => view.contains(named));
    // Addresses of the page's frame ("Zum Inhalt") are none of ours.
    if (!named || !found) return;
    const [section, target] = found.hidden ? [this.#first(), this.#first()] : [found, named];
    if (section !== found) history.replaceState(null, "", `#${section.id}`);
    const heading = target === section ? element(section, "h2", HTMLElement) : questionHeading(target);
    const left = this.current;
    if (section !== left) this.#show(section);
    if (heading) focusOn(heading, target);
    else showPlace(target);
    if (section !== left) this.mayLeave(left);
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

  /** @param {HTMLElement} section */
  #show(section) {
    this.current = section;
    for (const view of this.sections) view.toggleAttribute("data-current", view === section);
    this.form.dataset.currentView = section.id;
    document.title = `${section.dataset.viewTitle} – ${this.pageTitle}`;
    this.entered(section);
  }
}

/**
 * @param {HTMLElement} target
 * @returns {HTMLElement | null} null where the target is no question
 */
function questionHeading(target) {
  return target.matches("[data-question]") ? element(target, "legend h4", HTMLElement) : null;
}

/**
 * Shows a part of the result, also one that is folded away, or the control that opens a file.
 *
 * @param {HTMLElement} target
 */
function showPlace(target) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  if (target instanceof HTMLInputElement) target.focus({ preventScroll: true });
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
