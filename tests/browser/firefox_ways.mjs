// Tries ways out in Firefox, steered over WebDriver BiDi: node firefox_ways.mjs FIREFOX ADDRESS-OF-A-PAGE WAYS PATIENCE
// WAYS is a file with a JSON list of { way, port, url }: a function as text, and what it is given. Each gets a tab of its
// own, and after the last has tried PATIENCE milliseconds pass; what got through is not seen here but on the wire.

import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const [executablePath, address, ways, patience] = process.argv.slice(2);
const extraPrefsFirefox = { "dom.disable_open_during_load": false, "media.peerconnection.ice.loopback": true };
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
for (const { way, ...given } of JSON.parse(await readFile(ways, "utf-8"))) await tried(await browser.newPage(), way, given);
await passed(Number(patience));
console.log(await browser.version());
browser.process().kill("SIGKILL"); // a tab that asks whether it may be left would keep it open
process.exit(0);

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} way
 * @param {{ port: number, url: string }} given
 */
async function tried(page, way, given) {
  await page.goto(address);
  // Where the page goes elsewhere, there is nobody left to answer.
  await Promise.race([page.evaluate(`try { (${way})(${JSON.stringify(given)}) } catch {}`), passed(1_000)]);
}

/** @param {number} milliseconds */
function passed(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
