"""Axe on a page: all its rules once, and in other sizes and schemes those whose answer can differ there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXPERIMENTAL = ["experimental"]
FIRST = (1280, "light")
OTHERS = ((360, "light"), (360, "dark"), (1280, "dark"))
OF_SIZE_AND_COLOUR = [
    "color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "css-orientation-lock",
    "aria-hidden-focus", "region", "landmark-one-main", "skip-link", "bypass", "button-name", "link-name",
    "page-has-heading-one", "empty-heading",
]  # fmt: skip
"""Rules about colours, sizes and what is shown; the others read what stands in the page, which is the same always."""

EXCUSED = {"p-as-heading": "the bold title in a list of cards is a link in a list, which is how one finds it"}
"""Experimental rules that err here, with the reason; seven places on the overview of help, none elsewhere."""

HIDDEN = ".sc-view:not([data-current])"
"""A hundred questions that nobody can reach just now."""

_RUN = """async ([hidden, runOnly]) => {
  const {violations, passes} = await axe.run({exclude: [[hidden]]}, {
    runOnly, resultTypes: ["violations"], selectors: false, preload: false });
  const told = ({id, help, tags, nodes}) => nodes.map(node => (
    {rule: id, experimental: tags.includes("experimental"), text: `${id}: ${help}: ${node.html.slice(0, 200)}`}));
  return [passes.length, violations.flatMap(told)];
}"""

# Axe walks all of the page even where it is to look at a part: without what is hidden, in a third of the time.
_EMPTY = """hidden => [...document.querySelectorAll(hidden)].map(view => {
  const inside = document.createDocumentFragment();
  inside.append(...view.childNodes);
  return [view, inside];
})"""
_FILL = "emptied => { for (const [view, inside] of emptied) view.append(inside); }"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What axe finds wrong: the rule, and where, in which size and scheme; experimental rules err more often."""

    rule: str
    text: str
    experimental: bool


def complaints(page: Page) -> list[Complaint]:
    """Return what axe finds in the page as it stands, in all sizes and schemes."""
    page.evaluate(AXE)
    found = _run(page, *FIRST, {"type": "tag", "values": [*TAGS, *EXPERIMENTAL]}, least=10)
    emptied = page.evaluate_handle(_EMPTY, HIDDEN)
    for width, scheme in OTHERS:
        found += _run(page, width, scheme, {"type": "rule", "values": OF_SIZE_AND_COLOUR}, least=1)
    emptied.evaluate(_FILL)
    return found


def _run(page: Page, width: int, scheme: Any, rules: dict[str, Any], *, least: int) -> list[Complaint]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    passed, wrong = page.evaluate(_RUN, [HIDDEN, rules])
    assert passed >= least
    told = [each for each in wrong if not (each["experimental"] and each["rule"] in EXCUSED)]
    return [Complaint(each["rule"], f"{width} px, {scheme}: {each['text']}", each["experimental"]) for each in told]
