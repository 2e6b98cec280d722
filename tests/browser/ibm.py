"""IBM's accessibility checker on a page, which reads it by other rules than axe."""

from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
CHECKER = (ROOT / "node_modules" / "accessibility-checker-engine" / "ace.js").read_text(encoding="utf-8")
LEAST = 50

# What it is sure of. What it wants a person to look at ("POTENTIAL", "MANUAL") is for people.
_RUN = """async () => {
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  const wrong = results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL");
  const told = ({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 160)}`;
  return [results.length, wrong.map(told)];
}"""


def complaints(page: Page) -> list[str]:
    """Return what it finds wrong in the page as it stands."""
    page.evaluate(f"{CHECKER}; globalThis.ace = ace;")
    count, wrong = page.evaluate(_RUN)
    assert count > LEAST
    found: list[str] = wrong
    return found
