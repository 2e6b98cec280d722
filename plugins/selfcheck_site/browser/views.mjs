/** One view at a time, named by the address's hash: the overview, each field, the result. No answer is ever part of it. */

import { element, elements } from "./elements.mjs";

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
   * Goes to a view, so that the browser's way back leads here again.
   *
   * @param {string} id
   */
  go(id) {
    if (location.hash === `#${id}`) this.#follow();
    else location.hash = id;
  }

  #first() {
    const [first] = this.sections;
    if (!first) throw new Error("The form has no view");
    return first;
  }

  #follow() {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : this.#first();
    const section = this.sections.find((view) => view.contains(target));
    // Addresses of the page's frame ("Zum Inhalt") are none of ours.
    if (!target || !section) return;
    const heading = target === section ? element(section, "h2", HTMLElement) : questionHeading(target);
    if (section !== this.current) this.#show(section);
    // Any other place inside the view (a part of the result) is the browser's own business.
    if (heading) focusOn(heading, target);
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
