/** Whether something was entered since the last saving; leaving the page then asks first. */

export class Unsaved {
  any = false;

  /** @param {BeforeUnloadEvent} event */
  #ask = (event) => event.preventDefault();

  mark() {
    if (this.any) return;
    this.any = true;
    window.addEventListener("beforeunload", this.#ask);
  }

  clear() {
    this.any = false;
    window.removeEventListener("beforeunload", this.#ask);
  }
}
