// Tabs through the map in Firefox: node firefox_map.mjs FIREFOX ADDRESS-OF-THE-MAP
// Prints as JSON where each focused link of the map lies in a low window; the test beside it judges.

import puppeteer from "puppeteer-core";

const [executablePath, address] = process.argv.slice(2);

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 400 });
  await page.goto(address);
  await page.focus(".kb-skip");
  const seen = [];
  const count = (await page.$$(".kb-place")).length;
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(place));
  }
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

function place() {
  const link = document.activeElement;
  const { top, bottom } = link.querySelector(".kb-mark")?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return { name: link.getAttribute("aria-label"), top, bottom, height: innerHeight };
}
