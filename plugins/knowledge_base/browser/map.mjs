/** Firefox focuses a link inside a drawing without scrolling to it, nor does it when it is asked to; so the map does. */

const BESIDE = 16; // pixels that are left between a link and the edge of the window

// Around the drawing, not on it: in Chromium an SVG that listens to focus takes focus itself.
for (const box of document.querySelectorAll(".kb-map-box")) {
  box.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof SVGElement)) return;
    const { top, bottom } = target.getBoundingClientRect();
    const above = Math.min(top - BESIDE, 0);
    const below = Math.max(bottom + BESIDE - innerHeight, 0);
    scrollBy({ top: above || below, behavior: "instant" });
  });
}
