// Grades pages of a running site by the rules of Mozilla's HTTP Observatory and prints the outcome as JSON:
// node observatory.mjs HTTP_PORT HTTPS_PORT PATH... Trusts the certificate that NODE_EXTRA_CA_CERTS names.

import fs from "node:fs";

// The list of preloaded sites, which the package would download after its installation; no site of a test stands on it.
const read = fs.readFileSync;
fs.readFileSync = (file, ...options) => (String(file).endsWith("hsts-preload.json") ? "{}" : read(file, ...options));

const rules = new URL("../../node_modules/@mdn/mdn-http-observatory/src/", import.meta.url);
const [{ retrieve }, { ALL_TESTS }, grader, { MINIMUM_SCORE_FOR_EXTRA_CREDIT }] = await Promise.all(
  ["retriever/retriever.js", "constants.js", "grader/grader.js", "grader/charts.js"].map(
    (name) => import(new URL(name, rules).href),
  ),
);

/** As the package's own scan adds up, which cannot be told a port: extra credit counts from an A on. */
async function graded(httpPort, httpsPort, path) {
  const answers = await retrieve("127.0.0.1", { httpPort, httpsPort, path });
  const results = ALL_TESTS.map((test) => test(answers));
  const changes = results.map(({ result }) => grader.getScoreModifier(result));
  const sum = (numbers) => numbers.reduce((all, each) => all + each, 100);
  const without = sum(changes.filter((change) => change < 0));
  const score = without >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(changes) : without;
  const failed = results.filter(({ pass }) => !pass).map(({ result }) => result);
  return { ...grader.getGradeForScore(score), tests: results.length, failed };
}

const [httpPort, httpsPort, ...paths] = process.argv.slice(2);
const outcomes = await Promise.all(paths.map(async (path) => [path, await graded(httpPort, httpsPort, path)]));
console.log(JSON.stringify(Object.fromEntries(outcomes)));
