/** Whether something was entered since the last saving; leaving the page then asks first. */

export class Unsaved {
  any = false;

  mark() {
    if (this.any) return;
    this.any = true;
    window.addEventListener("beforeunload", ask);
  }

  clear() {
    this.any = false;
    window.removeEventListener("beforeunload", ask);
  }
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
}
