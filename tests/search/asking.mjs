// Asks the browser's own modules in Node: `node asking.mjs MODULES FOLDER` reads JSON from standard input.
// {"words": […]} gives each word's stem; {"questions": […]} the answers of the index in FOLDER.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const [modules, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, name)).href);
const asked = JSON.parse(await text(process.stdin));

globalThis.document = { baseURI: "http://localhost/" };
globalThis.fetch = async (address) => {
  const content = readFileSync(join(folder, new URL(address).pathname), "utf-8");
  return { ok: true, json: async () => JSON.parse(content) };
};

const { folded, stem, surfaces } = await load("search_words.mjs");
const { SearchIndex } = await load("search_index.mjs");
const { answer } = await load("search_query.mjs");

async function answers(questions) {
  const index = await SearchIndex.open("assets/suche/verzeichnis.json");
  const found = [];
  for (const question of questions) {
    const { hits, ...rest } = await answer(index, question);
    found.push({ ...rest, pages: hits.map(({ page }) => index.directory.pages[page][0]) });
  }
  return found;
}

const said = asked.words
  ? asked.words.map((word) => surfaces(word).map((each) => stem(folded(each))))
  : await answers(asked.questions);
process.stdout.write(JSON.stringify(said));
