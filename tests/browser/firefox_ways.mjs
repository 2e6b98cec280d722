// Tries ways out in Firefox, steered over WebDriver BiDi: node firefox_ways.mjs FIREFOX WAYS, until its input ends.
// WAYS is a file with a JSON list of { from, way, port, url }: the address of a page, a function as text, and what it is
// given. Each gets a tab of its own. Whether something got through is not seen here but on the wire.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const [executablePath, ways] = process.argv.slice(2);
const extraPrefsFirefox = { "dom.disable_open_during_load": false };
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
for (const attempt of JSON.parse(await readFile(ways, "utf-8"))) await tried(attempt);
console.log("tried");
await once(process.stdin.resume(), "end");
browser.process().kill("SIGKILL"); // a closing tab may ask first
process.exit(0);

/** @param {{ from: string, way: string, port: number, url: string }} attempt */
async function tried({ from, way, ...given }) {
  const page = await browser.newPage();
  await page.goto(from);
  // Where the page goes elsewhere, nobody is left to answer.
  const patience = new Promise((resolve) => setTimeout(resolve, 500));
  await Promise.race([page.evaluate(`try { (${way})(${JSON.stringify(given)}) } catch {}`), patience]);
}
