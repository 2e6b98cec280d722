/** A control that vanishes under the focus hands it on: to the group that it stood in, else to whoever is told. */

/**
 * Follows everything inside `form` that goes out of sight or is switched off, whoever does it and however late.
 *
 * @param {HTMLFormElement} form
 * @param {() => void} elsewhere moves the focus where no group around the control can take it
 */
export function holdFocus(form, elsewhere) {
  /** @type {HTMLElement[]} the focused control, then the groups around it that can take the focus */
  let path = [];
  const follow = (/** @type {EventTarget | null} */ target) => {
    path = [];
    for (let each = target; each instanceof HTMLElement && each !== form; each = each.parentElement) {
      if (each === target || each.matches("[tabindex]")) path.push(each);
    }
  };
  form.addEventListener("focusin", ({ target }) => follow(target));
  // What stood there before the program came may have it.
  if (form.contains(document.activeElement)) follow(document.activeElement);
  form.addEventListener("focusout", ({ target }) => {
    // Chromium says so of what vanishes, too, and of what is removed while it is still there: only what stays was left.
    queueMicrotask(() => {
      if (path[0] === target && path[0] && canHoldFocus(path[0])) path = [];
    });
  });
  new MutationObserver(() => {
    const [control, ...groups] = path;
    if (!control || canHoldFocus(control)) return;
    path = [];
    const group = groups.find(canHoldFocus);
    if (group) group.focus();
    else elsewhere();
  }).observe(form, { subtree: true, childList: true, attributeFilter: ["hidden", "disabled", "open"] });
}

/** @param {HTMLElement} element */
function canHoldFocus(element) {
  return element.getClientRects().length > 0 && !element.matches(":disabled");
}
