// Tries ways out in Firefox, steered over WebDriver BiDi: node firefox_ways.mjs FIREFOX WAYS, until its input ends.
// WAYS is a file with a JSON list of { from, stays, way, port, url }: the address of a page, a function as text, and what it
// is given. Those of pages that stay, whatever is tried, share a tab and come first; then each other one has a tab of its own,
// all at once. Whether something got through is not seen here but on the wire.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const [executablePath, ways] = process.argv.slice(2);
// STUN reaches loopback only where this is allowed, and no person clicks here.
const extraPrefsFirefox = { "media.peerconnection.ice.loopback": true, "dom.disable_open_during_load": false };
/** @type {Map<string, Promise<import("puppeteer-core").Page>>} */
const staying = new Map();
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
const attempts = JSON.parse(await readFile(ways, "utf-8"));
for (const attempt of attempts) if (attempt.stays) await tried(attempt);
await Promise.all(attempts.filter(({ stays }) => !stays).map(tried));
console.log("tried");
await once(process.stdin.resume(), "end");
browser.process().kill("SIGKILL"); // a closing tab may ask first
process.exit(0);

/** @param {{ from: string, stays: boolean, way: string, port: number, url: string }} attempt */
async function tried({ from, stays, way, ...given }) {
  if (stays && !staying.has(from)) staying.set(from, opened(from));
  const page = await (staying.get(from) ?? opened(from));
  // Where the page goes elsewhere, nobody is left to answer.
  const patience = new Promise((resolve) => setTimeout(resolve, 500));
  await Promise.race([page.evaluate(`try { (${way})(${JSON.stringify(given)}) } catch {}`), patience]);
}

/** @param {string} address */
async function opened(address) {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}
