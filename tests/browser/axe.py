"""Axe on a page: all its rules once, and in other sizes and schemes those whose answer can differ there.

In the dark only colours are another: that everything else looks as in the light is compared, not supposed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXPERIMENTAL = ["experimental"]
EVERY_RULE = {"type": "tag", "values": [*TAGS, *EXPERIMENTAL]}
OF_COLOUR = ["color-contrast", "link-in-text-block"]
OF_SIZE = [
    "target-size", "scrollable-region-focusable", "css-orientation-lock", "aria-hidden-focus", "region",
    "landmark-one-main", "skip-link", "bypass", "button-name", "link-name", "page-has-heading-one", "empty-heading",
]  # fmt: skip
"""Rules about sizes and what is shown; those in neither list read what stands in the page, which is the same always."""
WIDE, NARROW = 1280, 360
STATES = (
    (WIDE, "light", EVERY_RULE),
    (WIDE, "dark", {"type": "rule", "values": OF_COLOUR}),
    (NARROW, "dark", {"type": "rule", "values": OF_COLOUR}),
    (NARROW, "light", {"type": "rule", "values": [*OF_SIZE, *OF_COLOUR]}),
)
"""One step changes the width or the scheme, never both: a page is laid out twice."""

EXCUSED = {"p-as-heading": "the bold title in a list of cards is a link in a list, which is how one finds it"}
"""Experimental rules that err here, with the reason; seven places on the overview of help, none elsewhere."""

_RUN = """async runOnly => {
  const hidden = [".sc-view:not([data-current])"]; // a hundred questions nobody can reach just now
  const {violations, passes} = await axe.run({exclude: hidden.map(selector => [selector])}, {
    runOnly, resultTypes: ["violations"], selectors: false, preload: false });
  const told = ({id, help, tags, nodes}) => nodes.map(node => (
    {rule: id, experimental: tags.includes("experimental"), text: `${id}: ${help}: ${node.html.slice(0, 200)}`}));
  return [passes.length, violations.flatMap(told)];
}"""

# Where everything stands and whether it is shown, can be hit and scrolled; told is what was not so the time before.
_MOVED = """width => {
  const shown = ["visibility", "opacity", "overflowX", "overflowY", "position", "zIndex", "pointerEvents", "clipPath"];
  const look = each => {
    if (!each.checkVisibility()) return "hidden";
    const {x, y, width, height} = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    return [x, y, width, height, ...shown.map(name => style[name])].join(" ");
  };
  const now = [...document.querySelectorAll("body *")].map(each => [each, look(each)]);
  const kept = globalThis.looksForTheTest ??= {};
  const before = kept[width];
  kept[width] = new Map(now);
  return before ? now.filter(([each, look]) => before.get(each) !== look).map(([each]) => each.outerHTML.slice(0, 200))
    : [];
}"""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What axe finds wrong: the rule, and where, in which size and scheme; experimental rules err more often."""

    rule: str
    text: str
    experimental: bool


def complaints(page: Page) -> list[Complaint]:
    """Return what axe finds in the page as it stands, in all sizes and schemes, and what moves when it gets dark."""
    return list(_looked_at(page))


def _looked_at(page: Page) -> Iterable[Complaint]:
    page.evaluate("async () => { await document.fonts.ready }")  # with its own font, text has other widths
    page.evaluate(AXE)
    for width, scheme, rules in STATES:
        yield from complaints_in(page, width, scheme, rules)
        for element in page.evaluate(_MOVED, width):
            text = f"{width} px, {scheme}: stands or looks otherwise than in the other scheme: {element}"
            yield Complaint("moved", text, experimental=False)


def complaints_in(page: Page, width: int, scheme: Any, rules: dict[str, Any]) -> Iterable[Complaint]:
    """Return what axe, which is in the page already, finds by these rules in one size and scheme."""
    show(page, width, scheme)
    passed, wrong = page.evaluate(_RUN, rules)
    assert passed >= (10 if rules is EVERY_RULE else 1)
    told = [each for each in wrong if not (each["experimental"] and each["rule"] in EXCUSED)]
    return [Complaint(each["rule"], f"{width} px, {scheme}: {each['text']}", each["experimental"]) for each in told]


def show(page: Page, width: int = WIDE, scheme: Any = "light") -> None:
    """Give the page this size and scheme; without any, those that a visit begins with."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
