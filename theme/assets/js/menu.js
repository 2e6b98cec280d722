/** The menu of a narrow screen closes when the focus leaves it: open, it would cover what has the focus then. */

const menu = document.getElementById("hauptmenue");

if (menu && "popover" in menu) {
  document.addEventListener("focusin", ({ target }) => {
    const left = target instanceof Node && !menu.contains(target);
    if (left && menu.matches(":popover-open")) menu.hidePopover();
  });
}
