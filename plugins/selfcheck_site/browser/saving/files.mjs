/** The sheet as a file on the reader's own device, written in one of two ways. */

/**
 * What a browser offers that lets a page write a file where a person wants it, and know that it is there.
 *
 * @typedef {(options: object) => Promise<FileSystemFileHandle>} Picker
 */

const TYPE = "application/json";

/**
 * Returns the browser's own dialog to choose a place for a file; undefined where it has none.
 *
 * @returns {Picker | undefined}
 */
export function picker() {
  const { showSaveFilePicker } = /** @type {{ showSaveFilePicker?: Picker }} */ (/** @type {unknown} */ (window));
  return showSaveFilePicker && ((options) => showSaveFilePicker.call(window, options));
}

/**
 * Asks where a file shall be; undefined where the person thought better of it.
 *
 * @param {Picker} pick
 * @param {string} suggestedName
 * @returns {Promise<FileSystemFileHandle | undefined>}
 */
export async function chosenFile(pick, suggestedName) {
  const types = [{ description: "Bogen", accept: { [TYPE]: [".json"] } }];
  try {
    return await pick({ suggestedName, types });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/**
 * Writes the text; when this is done, the file is there.
 *
 * @param {FileSystemFileHandle} file
 * @param {string} text
 */
export async function write(file, text) {
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}

/**
 * Asks the browser to save the text. Whether and where it does, and under which name, a page is never told.
 *
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: TYPE }));
  link.download = name;
  link.click();
  // The download has only been asked for; some browsers need the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
