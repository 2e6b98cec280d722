// One walk in Firefox, steered over WebDriver BiDi: node firefox_smoke.mjs FIREFOX ADDRESS-OF-THE-FORM ADDRESS-ELSEWHERE
// Prints what it saw as JSON; the test beside it judges.

import puppeteer from "puppeteer-core";

const PATIENCE_MILLISECONDS = 120_000;
const [executablePath, address, elsewhere] = process.argv.slice(2);

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
try {
  console.log(JSON.stringify(await walk(await browser.newPage())));
} finally {
  await browser.close();
}

/** @param {import("puppeteer-core").Page} page */
async function walk(page) {
  const errors = [];
  const requests = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  // The form's first script takes workers from an address away; the probe needs one, to show what it would notice.
  await page.evaluateOnNewDocument(() => {
    globalThis.UntouchedWorker = Worker;
  });
  await page.goto(address);
  await page.evaluate(listenForViolations);
  await page.evaluate(answerEverything);
  const result = await page.waitForSelector("#ergebnis-inhalt .result-table", {
    state: "attached",
    timeout: PATIENCE_MILLISECONDS,
  });
  const rows = await result.evaluate((table) =>
    [...table.querySelectorAll("tr[data-field]")].map((row) => ({ ...row.dataset })),
  );
  const violations = await page.evaluate(() => globalThis.violations);
  const quiet = { rows, violations, errors: [...errors], requests: [...requests] };
  return { ...quiet, probe: await page.evaluate(probe, elsewhere), version: await browser.version() };
}

function listenForViolations() {
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** The questions of the Kurzform in their order get the Stufen 0, 1, 2, 3, 0 and so on. */
function answerEverything() {
  document.querySelector("[data-action=begin]").click();
  [...document.querySelectorAll("fieldset[data-question]:not([hidden])")].forEach((question, index) => {
    question.querySelector(`input[value="${index % 4}"]`).click();
  });
  document.querySelector("[data-go=ergebnis]").click();
}

/**
 * Tries to reach another host: from the page, from a worker made as the page makes its own, and from one loaded by its
 * address, which does not inherit the page's policy and shows that the attempt would be noticed.
 * @param {string} elsewhere
 */
async function probe(elsewhere) {
  const script = (/** @type {string} */ name) =>
    `fetch("${elsewhere}${name}", { mode: "no-cors" }).then(() => postMessage("reached"), () => postMessage("blocked"));`;
  const answer = (/** @type {Worker} */ worker) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => resolve("no worker");
    });
  const blob = (/** @type {string} */ text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = document.getElementById("selbstcheck").dataset.worker.replace("worker.js", "");
  const imported = new URL(`${worker}probe.js`, document.baseURI).href;
  return {
    page: await fetch(`${elsewhere}page`, { mode: "no-cors" }).then(
      () => "reached",
      () => "blocked",
    ),
    inline: await answer(new Worker(blob(script("inline")), { type: "module" })),
    imported: await answer(new Worker(blob(`import ${JSON.stringify(imported)};`), { type: "module" })),
    direct: await answer(new globalThis.UntouchedWorker(imported, { type: "module" })),
  };
}
