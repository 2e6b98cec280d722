/** The sheet as a file on the reader's own device: saved without the runtime, read back by the core. */

import { element } from "./elements.mjs";
import { FILE } from "./messages.mjs";
import { RuntimeUnavailable } from "./runtime/runtime.mjs";
import { today } from "./sheet/sheet.mjs";

/** @import { Runtime, RuntimeResponse } from "./runtime/runtime.mjs" */
/** @import { Sheet } from "./sheet/sheet.mjs" */

/**
 * @typedef {object} Opened
 * @property {Sheet} sheet
 * @property {{ code: string, message: string, question: string }[]} notices
 */

/** A file that was not taken over: why, and what to do. Both are for the person who opened it. */
export class FileProblem extends Error {
  /**
   * @param {string} message
   * @param {string} hint
   */
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
}

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

/**
 * Reads a chosen file without changing anything on the page.
 *
 * @param {File} file
 * @param {number} maxBytes
 * @param {Runtime} runtime
 * @returns {Promise<Opened>}
 * @throws {FileProblem}
 */
export async function openSheet(file, maxBytes, runtime) {
  if (file.size > maxBytes) throw new FileProblem(FILE.tooLarge, FILE.tooLargeHint);
  const text = await file.text().catch(() => {
    throw new FileProblem(FILE.unreadable, FILE.unreadableHint);
  });
  const response = await asked(runtime, text);
  if (response.traceback) console.error(response.traceback);
  if (response.kind !== "sheet") throw new FileProblem(response.message, response.hint ?? "");
  return { sheet: response.sheet, notices: response.notices };
}

/**
 * @param {Runtime} runtime
 * @param {string} text
 * @returns {Promise<RuntimeResponse>}
 */
async function asked(runtime, text) {
  try {
    return await runtime.request("open", { text });
  } catch (error) {
    if (error instanceof RuntimeUnavailable) throw new FileProblem(FILE.unavailable, "");
    throw error;
  }
}

/**
 * Asks whether the answers on the page may be replaced.
 *
 * @returns {Promise<boolean>}
 */
export function confirmReplacing() {
  const dialog = element(document, "#selbstcheck-ersetzen", HTMLDialogElement);
  return new Promise((resolve) => {
    dialog.onclick = ({ target }) => {
      if (target instanceof HTMLButtonElement) dialog.close(target.value);
    };
    dialog.onclose = () => resolve(dialog.returnValue === "replace");
    dialog.returnValue = "";
    dialog.showModal();
  });
}
