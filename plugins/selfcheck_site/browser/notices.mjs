/** What the core noticed in a sheet, with its own words. */

/** @import { Notice } from "./runtime/border.mjs" */

/**
 * @param {Notice[]} notices
 * @returns {HTMLLIElement[]}
 */
export function noticeList(notices) {
  return notices.map(({ message }) => {
    const item = document.createElement("li");
    item.textContent = message;
    return item;
  });
}
