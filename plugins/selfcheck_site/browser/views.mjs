/** One view at a time, named by the address's hash: the overview, each field, the result. No answer is ever part of it. */

import { element, elements } from "./elements.mjs";
import { nearestShown } from "./ways.mjs";

export class Views {
  /**
   * @param {HTMLFormElement} form
   * @param {(section: HTMLElement) => void} entered is told each view that is entered
   */
  constructor(form, entered) {
    this.form = form;
    this.entered = entered;
    this.sections = elements(form, "[data-view]", HTMLElement);
    this.pageTitle = document.title;
    this.current = this.#first();
  }

  /** Shows the view the address names and follows the address from now on. */
  start() {
    window.addEventListener("hashchange", () => this.#follow());
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
    if (location.hash === `#${id}`) this.#follow();
    else location.hash = id;
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
    const named = location.hash ? document.getElementById(location.hash.slice(1)) : this.#first();
    const found = this.sections.find((view) => view.contains(named));
    // Addresses of the page's frame ("Zum Inhalt") are none of ours.
    if (!named || !found) return;
    const [section, target] = found.hidden ? [this.#first(), this.#first()] : [found, named];
    const heading = target === section ? element(section, "h2", HTMLElement) : questionHeading(target);
    if (section !== this.current) this.#show(section);
    if (heading) focusOn(heading, target);
    // Any other place inside the view is a part of the result, and the browser goes there; folded, it would show a title.
    else if (target instanceof HTMLDetailsElement) target.open = true;
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
 * Focuses an element and brings what it belongs to to the top of the window.
 *
 * @param {HTMLElement} focused
 * @param {Element} top
 */
function focusOn(focused, top) {
  focused.focus({ preventScroll: true });
  top.scrollIntoView({ block: "start", behavior: "instant" });
}
