// Pyodide as its documentation starts it, with npm's files as they are and the packages as source.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const started = start();
self.onmessage = async ({ data }) => postMessage((await started)(data));

async function start() {
  const packages = fetch("packages.zip").then((response) => response.arrayBuffer());
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(await packages, "zip");
  return pyodide.pyimport("selfcheck_site.views.service").start();
}
