// What both pages do alike: ask for the first result, draw it, then change the answers and ask again.

export const setup = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("setup")).textContent ?? "");

/** @param {(sheet: object) => Promise<{ html: string }>} ask */
export async function measure(ask) {
  const [sheet, ...changed] = setup.sheets;
  const first = await ask(sheet);
  draw(first.html);
  await painted();
  const started = performance.now();
  const roundTrips = [];
  for (const next of changed) {
    // Nobody answers before the last result is on screen; its drawing is no part of the next round trip.
    await painted();
    const before = performance.now();
    draw((await ask(next)).html);
    roundTrips.push(performance.now() - before);
  }
  const measured = { started, roundTrips, html: first.html };
  document.body.dataset.measured = JSON.stringify(measured);
}

/** @param {string} html */
function draw(html) {
  /** @type {HTMLElement} */ (document.getElementById("ergebnis")).innerHTML = html;
}

/** The next frame shows what was drawn; the one after it tells that it did. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
