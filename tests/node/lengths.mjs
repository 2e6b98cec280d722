// Tells how long functions are: `node lengths.mjs FILE…` writes {"FILE": {"name at line": lines}} as JSON.
import { readFileSync } from "node:fs";
import ts from "typescript";

/** @param {string} path */
function lengths(path) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf-8"), ts.ScriptTarget.Latest, true);
  /** @type {Record<string, number>} */
  const found = {};
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const lineOf = (/** @type {number} */ place) => source.getLineAndCharacterOfPosition(place).line + 1;
      const [first, last] = [lineOf(node.getStart(source, false)), lineOf(node.end)];
      found[`${node.name?.getText(source) ?? "function"} at ${first}`] = last - first + 1;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = process.argv.slice(2);
process.stdout.write(JSON.stringify(Object.fromEntries(files.map((path) => [path, lengths(path)]))));
