/** How the sheet on the page stands to a file: what is known of it, and nothing that is hoped. */

/**
 * @typedef {{ kind: "empty" }
 *   | { kind: "unsaved" }
 *   | { kind: "asked", moment: string, wasSafe: boolean }
 *   | { kind: "confirmed" }
 *   | { kind: "written", moment: string, name: string }
 *   | { kind: "opened" }} Standing
 */

/**
 * @typedef {{ kind: "changed" }
 *   | { kind: "asked", moment: string }
 *   | { kind: "confirmed" }
 *   | { kind: "written", moment: string, name: string }
 *   | { kind: "opened" }} Happening
 */

/** @type {Standing} */
export const EMPTY = { kind: "empty" };

/**
 * Returns how it stands afterwards. Only what was asked for and has not changed since can be confirmed.
 *
 * @param {Standing} standing
 * @param {Happening} happening
 * @returns {Standing}
 */
export function after(standing, happening) {
  if (happening.kind === "changed") return { kind: "unsaved" };
  // One more file makes nothing less safe that was in a file before.
  if (happening.kind === "asked") return { ...happening, wasSafe: isSafe(standing) };
  if (happening.kind === "confirmed") return standing.kind === "asked" ? { kind: "confirmed" } : standing;
  return happening;
}

/**
 * Returns whether everything is in a file, as far as that can be known at all.
 *
 * @param {Standing} standing
 */
export function isSafe(standing) {
  return standing.kind === "asked" ? standing.wasSafe : standing.kind !== "unsaved";
}
