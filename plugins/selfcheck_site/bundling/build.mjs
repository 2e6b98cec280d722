// Compiles the modules the worker uses into one zip, which the browser loads in place of Pyodide's standard library.
// node build.mjs PYODIDE SOURCES OUTPUT: npm's pyodide folder, the folder with the Python packages, the zip to write.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [pyodideFolder, sourcesFolder, output] = process.argv.slice(2).map((path) => resolve(path));
const recipeFolder = dirname(fileURLToPath(import.meta.url));

const { loadPyodide } = await import(pathToFileURL(resolve(pyodideFolder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({
  indexURL: pyodideFolder,
  // Without a fixed seed, the order inside sets could differ from one build to the next.
  env: { PYTHONHASHSEED: "0" },
});
pyodide.mountNodeFS("/sources", sourcesFolder);
pyodide.FS.mkdirTree("/recipe");
for (const name of ["warm_up.py", "compile_bundle.py", "catalogue.json"]) {
  pyodide.FS.writeFile(`/recipe/${name}`, readFileSync(resolve(recipeFolder, name)));
}
try {
  // The modules are counted before the compiler is imported: what only the compiler needs is not shipped.
  const zip = pyodide.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/sources", "/recipe"]
import warm_up
warm_up.warm_up(open("/recipe/catalogue.json", encoding="utf-8").read())
loaded = sorted({module.__spec__.name for module in sys.modules.values() if getattr(module, "__spec__", None)})
import compile_bundle
compile_bundle.bundle(loaded, "/sources")
`);
  writeFileSync(output, zip.toJs());
  process.exit(0);
} catch (error) {
  // Left to Node, the message would drown in the line of Pyodide's minified source that passed the error on.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
