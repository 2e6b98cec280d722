// The server that stays on the reader's device: text in, text out. `runtime.mjs` is its only client.

import {} from "../withdrawal.mjs"; // before all else
import { StartError, download, nameOf } from "./download.mjs";
import { pyodideOptions } from "./pyodide_options.mjs";
import { verified } from "./verified.mjs";

const WASM_HEAD = [0x00, 0x61, 0x73, 0x6d];
const ZIP_HEAD = [0x50, 0x4b, 0x03, 0x04];
const MILLISECONDS_BETWEEN_PROGRESS = 100;
/** What browsers say of WebAssembly that a policy forbids: they have no kind of error for it. */
const FORBIDDEN = /\bCSP\b|Content Security Policy/i;

/** @import { About, Reason } from "./machine.mjs" */

/**
 * @typedef {{ type: "start", pyodideUrl: string, bundleUrl: string, bytes: { wasm: number, bundle: number },
 *   sums: Record<string, string> }} Start
 */
/**
 * "start" comes once and first. The text of a request and of its one response are those of `border.mjs`.
 *
 * @typedef {Start | { type: "request", id: number, text: string }} ToWorker
 */
/**
 * @typedef {{ type: "progress", loaded: number }
 *   | { type: "starting" }
 *   | { type: "ready" }
 *   | { type: "failed", reason: Reason, about?: About, detail: string }
 *   | { type: "response", id: number, text: string }} FromWorker
 */

/** @typedef {NonNullable<Parameters<typeof import("pyodide").loadPyodide>[0]>} Options */
/**
 * @typedef {{ loadPyodide: typeof import("pyodide").loadPyodide, createPyodideModule: Options["createPyodideModule"] }}
 *   Program
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
  const { loadPyodide, createPyodideModule } = await everythingDownloaded(message);
  tell({ type: "starting" });
  // Pyodide would look for its other half under the name that npm gives it.
  const options = { ...pyodideOptions(message.pyodideUrl, message.bundleUrl), createPyodideModule };
  const pyodide = await loadPyodide(options);
  handle = pyodide.pyimport("selfcheck_site.views.service").start();
  // The promise that nothing leaves is kept by the page's policy, which this worker inherits; this is the second lock.
  /** @type {{ withdrawOnceLoaded: () => void }} */ (/** @type {unknown} */ (self)).withdrawOnceLoaded();
  tell({ type: "ready" });
}

/**
 * Downloads all at once and hands Pyodide its two files from memory. Pyodide itself would wait for ever for a file that is
 * missing or broken; here that is found out before it starts.
 * @param {Start} message
 * @returns {Promise<Program>}
 */
async function everythingDownloaded({ pyodideUrl, bundleUrl, bytes, sums }) {
  const onBytes = progress();
  const [wasmSum, bundleSum] = [sums["pyodide.asm.wasm"] ?? "", sums[nameOf(bundleUrl)] ?? ""];
  const wasm = { type: "application/wasm", head: WASM_HEAD, size: bytes.wasm, sum: wasmSum, onBytes };
  const bundle = { type: "application/zip", head: ZIP_HEAD, size: bytes.bundle, sum: bundleSum, onBytes };
  const [module, archive, { loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    downloaded(`${pyodideUrl}pyodide.asm.wasm`, wasm, compiled),
    downloaded(bundleUrl, bundle, (response) => response.arrayBuffer()),
    imported(`${pyodideUrl}pyodide.js`, sums),
    imported(`${pyodideUrl}pyodide.asm.js`, sums),
  ]);
  globalThis.fetch = async () => new Response(archive);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  return { loadPyodide, createPyodideModule };
}

/**
 * @template T
 * @param {string} url @param {Parameters<typeof download>[1]} expected @param {(response: Response) => Promise<T>} read
 */
async function downloaded(url, expected, read) {
  const { response, finished } = await download(url, expected);
  finished.catch(() => {}); // it is awaited below, maybe after it has rejected
  const content = await read(response).catch(async (error) => {
    if (error instanceof StartError) throw error;
    // Whoever reads is told only that something went wrong. What it was, the passage knows, unless nobody reads on.
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve))]);
    throw new StartError("damaged-file", { file: nameOf(url), cause: error });
  });
  await finished;
  return content;
}

/** @param {Response} response */
function compiled(response) {
  return WebAssembly.compileStreaming(response).catch((error) => {
    if (FORBIDDEN.test(error.message)) throw new StartError("forbidden", { found: "wasm-unsafe-eval", cause: error });
    throw error;
  });
}

/** @param {string} url @param {Record<string, string>} sums */
async function imported(url, sums) {
  await verified(url, sums);
  return import(url).catch((error) => {
    throw new StartError(error instanceof SyntaxError ? "too-old-browser" : "no-connection", { cause: error });
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
  const { reason, about, cause } =
    error instanceof StartError ? error : new StartError("damaged-file", { cause: error });
  tell({ type: "failed", reason, about, detail: String(cause ?? error) });
}
