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
  const link = completed(typed);
  if (!link || isWebAddress(link)) return [{ title, link }];
  return [{ title: title ? `${title} (${typed})` : typed, link: "" }];
}

/**
 * Nobody types https:// in front of www.
 *
 * @param {string} typed
 */
function completed(typed) {
  return typed.toLowerCase().startsWith("www.") ? `https://${typed}` : typed;
}
