// Names each function of the given scripts that has more lines than the first argument says, one on a line.
import { readFileSync } from "node:fs";
import ts from "typescript";

const [most, ...paths] = process.argv.slice(2);

for (const path of paths) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  visit(source, source);
}

/** @param {ts.Node} node @param {ts.SourceFile} source */
function visit(node, source) {
  if (ts.isFunctionLike(node) && "body" in node && node.body) {
    const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    const last = source.getLineAndCharacterOfPosition(node.end).line;
    const name = node.name?.getText(source) ?? "(without a name)";
    if (last - first + 1 > Number(most)) console.log(`${source.fileName}: ${name} has ${last - first + 1} lines`);
  }
  ts.forEachChild(node, (child) => visit(child, source));
}
