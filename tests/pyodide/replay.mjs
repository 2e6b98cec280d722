// Answers requests in Pyodide under Node, with the shipped zip and nothing else.
// node replay.mjs PYODIDE ZIP < JSON list of requests as texts > JSON list of responses as texts
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { pyodideOptions } from "../../plugins/selfcheck_site/browser/runtime/pyodide_options.mjs";

const [pyodideFolder, zip] = process.argv.slice(2).map((path) => resolve(path));
const requests = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(resolve(pyodideFolder, "pyodide.mjs")).href);
try {
  const pyodide = await loadPyodide(pyodideOptions(pyodideFolder, zip));
  const handle = pyodide.pyimport("selfcheck_site.views.service").start();
  process.stdout.write(JSON.stringify(requests.map((request) => handle(request))));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
