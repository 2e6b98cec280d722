"""Every page by axe, narrow and wide, light and dark, and at 320 pixels; a page of each kind by IBM's checker.

Beside that, no word of a table is torn on a phone. The states of the form are in test_accessibility.py.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import axe, ibm
from browser.person import Person
from browser.visits import visit
from selfcheck_core.catalogue import Catalogue
from site_server import SiteServer, serving

SHARES = 48
"""So many tests share the pages: one looks at three or four, in one browser tab."""
IBM_SHARES = 8

KINDS = [
    "", "selbstcheck/", "selbstcheck/fragebogen/", "selbstcheck/methode/", "magazin/", "magazin/ziel-vor-methode/",
    "methoden/", "methoden/world-cafe/", "methoden/material/dialogveranstaltung-minutenplan/", "kommunen/",
    "kommunen/dessau-rosslau/", "rueckhalt/wer-hilft/", "schlagworte/dialog/", "suche/", "mitwirken/text-schreiben/",
    "technik/architektur/",
]  # fmt: skip

# What reaches beyond the right edge of the window, and what can be scrolled sideways without a keyboard.
OUT_OF_REACH = """() => {
  const all = [...document.querySelectorAll("body *")];
  const beyond = document.documentElement.scrollWidth <= innerWidth ? [] : all.filter(
    each => each.getBoundingClientRect().right > innerWidth + 1);
  const mayScroll = each => /auto|scroll/.test(getComputedStyle(each).overflowX);
  const hidden = all.filter(each => each.scrollWidth > each.clientWidth + 1 && mayScroll(each) && each.tabIndex < 0);
  return [...beyond, ...hidden].map(each => each.outerHTML.slice(0, 120));
}"""

# Words of tables, those in folded parts too, that stand on two lines without a hyphen where they part.
TORN = """() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const range = document.createRange();
  const lines = (node, found) => {
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    return new Set([...range.getClientRects()].filter(each => each.width).map(each => Math.round(each.bottom))).size;
  };
  const torn = [];
  for (const cell of document.querySelectorAll("th, td")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());)
      for (const found of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) if (lines(node, found) > 1) torn.push(found[0]);
  }
  return torn;
}"""


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[SiteServer]:
    """Return a host with the site at its root, where the links of the page for unknown addresses begin."""
    with serving(site, "") as running:
        yield running


def pages_of(site: Path) -> list[str]:
    """Return the addresses of all pages."""
    found = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return [path.removesuffix("index.html") for path in found]


def shares_of(site: Path) -> list[list[str]]:
    """Return all pages in as many shares as there are tests, about equally long to look at: by what is in the files."""
    shares: list[list[str]] = [[] for _ in range(SHARES)]
    lengths = [0] * SHARES
    for path in sorted(pages_of(site), key=lambda path: -length_of(site, path)):
        lightest = lengths.index(min(lengths))
        shares[lightest].append(path)
        lengths[lightest] += length_of(site, path)
    return shares


def length_of(site: Path, path: str) -> int:
    return (site / path / "index.html" if path.endswith("/") or not path else site / path).stat().st_size


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_has_what_axe_finds_and_none_leaves_anything_out_of_reach(
    root: SiteServer, browser: Browser, site: Path, share: int
) -> None:
    found: list[str] = []
    with visit(browser, root) as person:
        for path in shares_of(site)[share]:
            person.visits(path)
            found += [f"{path}: {complaint.text}" for complaint in axe.complaints(person.page)]
            person.page.set_viewport_size({"width": 320, "height": 256})
            found += [f"{path}: out of reach: {element}" for element in person.page.evaluate(OUT_OF_REACH)]
            person.page.set_viewport_size({"width": 360, "height": 740})
            found += [f"{path}: torn: {word}" for word in person.page.evaluate(TORN)]
    assert found == []


@pytest.mark.parametrize(
    ("path", "spoil", "word"),
    [
        ("selbstcheck/entstehung/", "cell.style.overflowWrap = 'anywhere'", "Zusammenarbeit"),
        ("magazin/was-ein-selbstcheck-veraendert/", "cell.style.overflowWrap = 'anywhere'", "Donnersbergkreis"),
        ("technik/daten/", "cell.style.wordBreak = 'break-all'", "Bedeutung"),
        ("rueckhalt/danach/", "cell.style.wordBreak = 'break-all'", "Traumaambulanz"),
        ("kommunen/", "cell.style.cssText = 'display: block; width: 3em; word-break: break-all'", "Dessau"),
    ],
    ids=lambda value: value if value.endswith("/") else "",
)  # fmt: skip
def test_a_torn_word_is_seen(person: Person, path: str, spoil: str, word: str) -> None:
    person.visits(path)
    person.page.set_viewport_size({"width": 360, "height": 740})
    assert person.page.evaluate(TORN) == []
    person.page.evaluate(f"() => {{ for (const cell of document.querySelectorAll('th, td')) {spoil} }}")
    assert word in person.page.evaluate(TORN)


def test_a_wide_table_has_a_name_and_the_keyboard_scrolls_it(person: Person) -> None:
    person.visits("rueckhalt/strategische-kommunikation/")
    person.page.set_viewport_size({"width": 360, "height": 740})
    region = person.page.get_by_role("region", name="Das dürfen Sie sagen")
    region.focus()
    person.page.keyboard.press("ArrowRight")
    person.page.wait_for_function("() => document.activeElement.scrollLeft > 0")


def test_the_shares_are_all_pages(site: Path) -> None:
    pages, shares = pages_of(site), shares_of(site)
    assert len(pages) > 140
    assert sorted(page for share in shares for page in share) == sorted(pages)
    assert len(shares) == SHARES
    assert all(shares)


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        ("document.querySelector('h1').append(document.createElement('button'))", "button-name"),
        ("document.querySelector('main p').style.color = '#ddd'", "color-contrast"),
        ("for (const name of 'ab') { const small = document.createElement('button'); small.textContent = name; "
         "small.style.cssText = 'width: 9px; height: 9px; padding: 0'; document.querySelector('main').prepend(small) }",
         "target-size"),
        ("document.querySelector('html').removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('main pre code').removeAttribute('tabindex')", "scrollable-region-focusable"),
    ],
    ids=lambda value: value if "." not in value else "",
)  # fmt: skip
def test_axe_does_see_what_is_wrong(person: Person, spoil: str, rule: str) -> None:
    person.visits("mitwirken/szenarien/")
    person.page.evaluate(f"() => {{ {spoil} }}")
    assert rule in {complaint.rule for complaint in axe.complaints(person.page)}


SPOIL_A_STATE = """state => {
  const style = new CSSStyleSheet();
  style.replaceSync(`@media ${state} { [data-current] p { color: #888; background: #888 } }`);
  document.adoptedStyleSheets.push(style);
}"""


@pytest.mark.parametrize(
    "state", ["(prefers-color-scheme: dark)", "(width < 400px)", "(prefers-color-scheme: dark) and (width > 400px)"]
)
def test_axe_sees_what_is_wrong_in_one_state_of_the_form_and_leaves_the_form_as_it_was(
    person: Person, state: str
) -> None:
    person.visits_the_questionnaire()
    person.page.evaluate(SPOIL_A_STATE, state)
    before = person.page.content()
    assert {complaint.rule for complaint in axe.complaints(person.page)} == {"color-contrast"}
    assert person.page.content() == before


@pytest.mark.parametrize("share", range(IBM_SHARES))
def test_ibm_s_checker_finds_nothing_on_a_page_of_each_kind(person: Person, share: int) -> None:
    found = {}
    for path in KINDS[share::IBM_SHARES]:
        person.visits(path)
        found[path] = ibm.complaints(person.page)
    assert {path: complaints for path, complaints in found.items() if complaints} == {}


@pytest.fixture
def filled(person: Person, kurzform: Catalogue) -> Person:
    """Return somebody in a field with an answer, a note and a reason."""
    person.visits_the_questionnaire()
    person.begins()
    first, second, _ = kurzform.fields[0].questions
    person.answers(first, 1)
    person.opens_the_note_of(first)
    person.notes(first, "Notiz")
    person.answers(second, "not-applicable")
    person.gives_the_reason(second, "Gibt es hier nicht.")
    return person


def test_ibm_s_checker_finds_nothing_in_a_field(filled: Person) -> None:
    assert ibm.complaints(filled.page) == []


def test_ibm_s_checker_finds_nothing_in_a_result(filled: Person) -> None:
    filled.looks_at_the_result()
    assert ibm.complaints(filled.page) == []


def spoiled(page: Page) -> list[str]:
    page.evaluate("() => document.querySelector('main').append(document.createElement('img'))")
    return ibm.complaints(page)


def test_ibm_s_checker_does_see_what_is_wrong(visitor: Callable[..., Person]) -> None:
    person = visitor()
    person.visits("impressum/")
    assert any("img_alt" in complaint for complaint in spoiled(person.page))
