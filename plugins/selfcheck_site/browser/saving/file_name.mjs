/** What a saved sheet is called: where it comes from and when, in letters that every system takes. */

/** @import { About } from "../sheet/sheet.mjs" */

const BEGINNING = "selbstcheck-bogen";
// Two of them, the beginning and the time are 170 bytes together; file systems take 255.
const MOST_BYTES = 60;
// Windows forbids \ / : * ? " < > | and dots at the end, others much more. Letters and digits are no problem anywhere,
// those of other languages included; that no name is CON or NUL is seen to by the beginning.
const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * Returns the name to save a sheet under.
 *
 * @param {About} about
 * @param {string} moment of saving, such as 2026-05-31T14:05:09+02:00
 * @returns {string} such as selbstcheck-bogen_Musterstadt_Bauamt_2026-05-31_14-05-09.json
 */
export function fileName({ municipality, office }, moment) {
  const [day = "", time = ""] = moment.slice(0, 19).split("T");
  const typed = [municipality.name, office].map(plain).filter(Boolean);
  return `${[BEGINNING, ...typed, day, time.replaceAll(":", "-")].join("_")}.json`;
}

/**
 * @param {string} typed
 * @returns {string}
 */
function plain(typed) {
  // Composed letters: macOS hands on ü as u and dots, which others show as two signs.
  const words = typed.normalize("NFC").replace(NO_LETTERS, "-");
  let cut = "";
  for (const sign of words) {
    if (new TextEncoder().encode(cut + sign).length > MOST_BYTES) break;
    cut += sign;
  }
  return cut.replace(/^-+|-+$/g, "");
}
