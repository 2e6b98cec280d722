/** A document behind an answer, from what was typed to what the file holds. */

/** @import { Evidence } from "./sheet.mjs" */

/**
 * Returns what the file holds of a row: only web addresses are links; a shelf mark or a folder is kept, as part of the
 * title.
 *
 * @param {Evidence} row as typed
 * @param {(text: string) => boolean} isWebAddress
 * @returns {Evidence[]} none where the row is empty
 */
export function evidenceOf(row, isWebAddress) {
  const title = row.title.trim();
  const typed = row.link.trim();
  if (!title && !typed) return [];
  if (!noAddress(row, isWebAddress)) return [{ title, link: completed(typed) }];
  return [{ title: title ? `${title} (${typed})` : typed, link: "" }];
}

/**
 * Returns what was typed as a link and is none, as `evidenceOf` sees it; nothing where it is one or empty.
 *
 * @param {Evidence} row as typed
 * @param {(text: string) => boolean} isWebAddress
 * @returns {string}
 */
export function noAddress(row, isWebAddress) {
  const typed = row.link.trim();
  return !typed || isWebAddress(completed(typed)) ? "" : typed;
}

/**
 * Nobody types https:// in front of www.
 *
 * @param {string} typed
 */
function completed(typed) {
  return typed.toLowerCase().startsWith("www.") ? `https://${typed}` : typed;
}
