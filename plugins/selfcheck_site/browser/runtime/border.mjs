/**
 * What crosses the border between the page and the program that computes, as text of JSON: types only. Each request has
 * an id and gets exactly one response with the same id. tests/node holds the types against the transcripts.
 */

/** @import { CatalogueRef, Scope, Sheet } from "../sheet/sheet.mjs" */

/** @typedef {{ id: number, kind: "score", sheet: Sheet }} ScoreRequest */
/** @typedef {{ id: number, kind: "view", view: "answers" | "result", sheet: Sheet }} ViewRequest */
/**
 * A file, with its bytes as base64, or the text of a sheet; `set` is the question set that the page asks, if it asks one.
 *
 * @typedef {{ id: number, kind: "open", set?: string } & ({ content: string } | { text: string })} OpenRequest
 */
/** @typedef {ScoreRequest | ViewRequest | OpenRequest} Request */

/**
 * What was odd, as a sentence for whoever reads the page.
 *
 * @typedef {{ code: string, message: string, question: string }} Notice `question` is an id or empty
 */

/** @typedef {{ id: number, kind: "report", report: Report | SetReport, notices: Notice[] }} ReportResponse */
/** @typedef {{ id: number, kind: "view", html: string, notices: Notice[] }} ViewResponse */
/** @typedef {{ id: number, kind: "sheet", sheet: Sheet, notices: Notice[] }} SheetResponse */
/**
 * A view that is a file: `content` is base64.
 *
 * @typedef {{ id: number, kind: "file", name: string, media_type: string, content: string, notices: Notice[] }}
 *   FileResponse
 */
/** @typedef {{ id: number | null, kind: "failure", code: string, message: string, hint: string, traceback?: string }} Failure */
/** @typedef {ReportResponse | ViewResponse | SheetResponse | FileResponse | Failure} Response */

/** @typedef {{ score: ScoreRequest, view: ViewRequest, open: OpenRequest }} Requests by kind */
/** @typedef {keyof Requests} Kind */
/** @typedef {{ score: ReportResponse, view: ViewResponse | FileResponse, open: SheetResponse }} Responses */
/**
 * @template T
 * @typedef {T extends unknown ? Omit<T, "id" | "kind"> : never} Rest
 */
/**
 * What a request carries beside its id and its kind.
 *
 * @template {Kind} K
 * @typedef {Rest<Requests[K]>} Payload
 */
/**
 * What a request of a kind may be answered with.
 *
 * @template {Kind} K
 * @typedef {Responses[K] | Failure} Answering
 */

/** @typedef {string} Exact a number such as "5/9" or "1" */
/** @typedef {{ coverage: Exact | null, point: Exact | null, low: Exact | null, high: Exact | null }} Measure */
/** @typedef {{ answered: number, unknown: number, open: number, not_responsible: number, not_applicable: number }} Counts */
/**
 * @typedef {Measure & {
 *   id: string,
 *   counts: Counts,
 *   level_low: string | null,
 *   level_high: string | null,
 *   confidence: "firm" | "tentative" | "none",
 *   policy: Measure,
 *   practice: Measure,
 *   themes: (Measure & { id: string })[],
 *   lowest_themes: string[],
 *   warnings: string[],
 *   suggestions: { question: string, index: number }[],
 * }} FieldReport
 */
/**
 * @typedef {object} Report
 * @property {"weltoffene-kommune/report"} format
 * @property {1} format_version
 * @property {CatalogueRef} catalogue
 * @property {Scope} scope
 * @property {FieldReport[]} fields
 * @property {{ question: string, field: string, gain: Exact, known_by: string[] }[]} clarifications
 */
/**
 * @typedef {object} FieldView
 * @property {string} id
 * @property {{ answered: number, unknown: number, open: number }} counts
 * @property {(Measure & { id: string, questions: { id: string, rung: number | null, mirrors: string[] }[] })[]} themes
 */
/**
 * What a sheet of a question set says: no level.
 *
 * @typedef {object} SetReport
 * @property {"weltoffene-kommune/set-report"} format
 * @property {1} format_version
 * @property {CatalogueRef} catalogue
 * @property {Scope} scope
 * @property {FieldView[]} fields
 */

export {};
