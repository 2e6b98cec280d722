/** The sheet as a file on the reader's own device; nothing else is needed for that. */

import { today } from "./sheet/identity.mjs";

/** @import { Sheet } from "./sheet/sheet.mjs" */

/**
 * Offers the sheet for download. The name holds the day only, never anything typed.
 *
 * @param {Sheet} sheet
 * @returns {string} the file's name
 */
export function saveSheet(sheet) {
  const name = `selbstcheck-bogen-${today()}.json`;
  const blob = new Blob([`${JSON.stringify(sheet, null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has only been asked for; some browsers need the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
