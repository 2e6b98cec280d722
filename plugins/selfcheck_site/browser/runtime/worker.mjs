// The server that stays on the reader's device: text in, text out. `runtime.mjs` is its only client.

import {} from "../withdrawal.mjs"; // before all else
import { StartError, download } from "./download.mjs";
import { pyodideOptions } from "./pyodide_options.mjs";

const WASM_HEAD = [0x00, 0x61, 0x73, 0x6d];
const ZIP_HEAD = [0x50, 0x4b, 0x03, 0x04];
const MILLISECONDS_BETWEEN_PROGRESS = 100;

/** @import { Reason } from "./machine.mjs" */

/** @typedef {{ type: "start", pyodideUrl: string, bundleUrl: string, bytes: { wasm: number, bundle: number } }} Start */
/**
 * "start" comes once and first. The text of a request and of its one response are those of `border.mjs`.
 *
 * @typedef {Start | { type: "request", id: number, text: string }} ToWorker
 */
/**
 * @typedef {{ type: "progress", loaded: number }
 *   | { type: "starting" }
 *   | { type: "ready" }
 *   | { type: "failed", reason: Reason, detail: string }
 *   | { type: "response", id: number, text: string }} FromWorker
 */

/** @type {((text: string) => string) | undefined} */
let handle;

/** @param {{ data: ToWorker }} message */
self.onmessage = ({ data }) => {
  if (data.type === "start") start(data).catch(fail);
  else respond(data.id, data.text);
};

/** @param {FromWorker} message */
function tell(message) {
  postMessage(message);
}

/** @param {Start} message */
async function start(message) {
  if (!("DecompressionStream" in self) || !("Tag" in WebAssembly)) throw new StartError("too-old-browser");
  const loadPyodide = await everythingDownloaded(message);
  tell({ type: "starting" });
  const pyodide = await loadPyodide(pyodideOptions(message.pyodideUrl, message.bundleUrl));
  handle = pyodide.pyimport("selfcheck_site.views.service").start();
  // The promise that nothing leaves is kept by the page's policy, which this worker inherits; this is the second lock.
  /** @type {{ withdrawOnceLoaded: () => void }} */ (/** @type {unknown} */ (self)).withdrawOnceLoaded();
  tell({ type: "ready" });
}

/**
 * Downloads all at once and hands Pyodide its two files from memory. Pyodide itself would wait for ever for a file that is
 * missing or broken; here that is found out before it starts.
 * @param {Start} message
 * @returns {Promise<typeof import("pyodide").loadPyodide>}
 */
async function everythingDownloaded({ pyodideUrl, bundleUrl, bytes }) {
  const onBytes = progress();
  const wasm = { type: "application/wasm", head: WASM_HEAD, size: bytes.wasm, onBytes };
  const bundle = { type: "application/zip", head: ZIP_HEAD, size: bytes.bundle, onBytes };
  const [module, archive, { loadPyodide }] = await Promise.all([
    downloaded(`${pyodideUrl}pyodide.asm.wasm`, wasm, (response) => WebAssembly.compileStreaming(response)),
    downloaded(bundleUrl, bundle, (response) => response.arrayBuffer()),
    imported(`${pyodideUrl}pyodide.mjs`),
    imported(`${pyodideUrl}pyodide.asm.mjs`),
  ]);
  globalThis.fetch = async () => new Response(archive);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  return loadPyodide;
}

/**
 * @template T
 * @param {string} url @param {Parameters<typeof download>[1]} expected @param {(response: Response) => Promise<T>} read
 */
async function downloaded(url, expected, read) {
  const { response, finished } = await download(url, expected);
  const [content] = await Promise.all([read(response), finished]);
  return content;
}

/** @param {string} url */
async function imported(url) {
  return import(url).catch((error) => {
    throw new StartError(error instanceof SyntaxError ? "damaged-file" : "missing-file", error);
  });
}

/** What counts pieces of files and tells the page now and then how much has come. */
function progress() {
  let loaded = 0;
  let told = 0;
  return (/** @type {number} */ count) => {
    loaded += count;
    if (performance.now() - told < MILLISECONDS_BETWEEN_PROGRESS) return;
    told = performance.now();
    tell({ type: "progress", loaded });
  };
}

/** @param {number} id @param {string} text */
function respond(id, text) {
  try {
    if (!handle) throw new Error("A request came before the start.");
    tell({ type: "response", id, text: handle(text) });
  } catch (error) {
    // `handle` never raises: Pyodide itself has broken down and will not answer any more.
    tell({ type: "failed", reason: "worker-died", detail: String(error) });
  }
}

/** @param {unknown} error */
function fail(error) {
  const reason = error instanceof StartError ? error.reason : "damaged-file";
  const cause = error instanceof StartError ? (error.cause ?? error) : error;
  tell({ type: "failed", reason, detail: cause instanceof Error ? cause.message : String(cause) });
}
