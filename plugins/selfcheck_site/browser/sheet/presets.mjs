/** „Nicht zuständig“ set beforehand by the type of municipality, and taken back when the type changes. */

import { EMPTY } from "./entry.mjs";
import { isAsked } from "./questionnaire.mjs";

/** @import { Entry } from "./entry.mjs" */
/** @import { Questionnaire } from "./questionnaire.mjs" */
/** @import { Scope } from "./sheet.mjs" */

/** @typedef {ReadonlyMap<string, Entry>} Entries by question */

/**
 * Returns the entries after what still stood as it was preset has been taken back, and the open questions that the type
 * is not in charge of are preset. What a person answered or confirmed stays.
 *
 * @param {Questionnaire} questionnaire
 * @param {Scope} scope
 * @param {string} municipalityType empty where none is chosen
 * @param {Entries} entries
 * @returns {Entries}
 */
export function withPresets({ questions }, scope, municipalityType, entries) {
  const after = new Map([...entries].map(([id, entry]) => [id, withoutPreset(entry)]));
  for (const question of questions) {
    const carrier = Object.hasOwn(question.carriers, municipalityType) && question.carriers[municipalityType];
    const entry = after.get(question.id) ?? EMPTY;
    if (!carrier || entry.choice || !isAsked(scope, question)) continue;
    after.set(question.id, { ...entry, choice: "not-responsible", preset: true, carrier });
  }
  return after;
}

/**
 * @param {Entry} entry
 * @returns {Entry}
 */
function withoutPreset(entry) {
  return entry.preset ? { ...entry, choice: "", preset: false, carrier: "" } : entry;
}
