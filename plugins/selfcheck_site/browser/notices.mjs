/** What the core noticed in a sheet, with its own words; what is about a question leads there, as in the box of problems. */

/** @import { Notice } from "./runtime/border.mjs" */

/**
 * @param {Notice[]} notices
 * @returns {HTMLLIElement[]}
 */
export function noticeList(notices) {
  return notices.map(({ message, question }) => {
    const item = document.createElement("li");
    const place = question && document.querySelector(`[data-question="${CSS.escape(question)}"]`);
    item.append(place ? linked(message, place.id) : message);
    return item;
  });
}

/**
 * @param {string} message
 * @param {string} id of the question it is about
 * @returns {HTMLAnchorElement}
 */
function linked(message, id) {
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = message;
  return link;
}
