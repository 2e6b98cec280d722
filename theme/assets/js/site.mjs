/** Folds the main menu behind its button on narrow screens; without this file the menu is simply always open. */

const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".wk-menu-button"));
const menu = document.getElementById("hauptmenue");

/**
 * @param {boolean} open
 * @returns {void}
 */
function setOpen(open) {
  button?.setAttribute("aria-expanded", String(open));
  menu?.classList.toggle("wk-menu--folded", !open);
}

if (button && menu) {
  button.hidden = false;
  setOpen(false);
  button.addEventListener("click", () => setOpen(button.getAttribute("aria-expanded") !== "true"));
  for (const part of [button, menu]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.focus();
    });
  }
}
