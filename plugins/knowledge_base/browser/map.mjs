/** Firefox focuses a link inside a drawing without scrolling to it, so the map does. */

for (const map of document.querySelectorAll(".kb-map")) {
  map.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  });
}
