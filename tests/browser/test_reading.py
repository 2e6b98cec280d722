"""A page of each kind as a reader meets it: light, still, from our host alone, on paper, in the dark."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from browser.person import Person
from browser.printing import letters, printed
from browser.seeking import Seeker, front_matter
from browser.visits import visit
from selfcheck_core.catalogue import Catalogue
from site_server import SiteServer, serving

PHONE = {"width": 360, "height": 740}
MOST_BYTES = 150_000
MOST_SHIFT = 0.01
CLEARLY = 0.6  # of the way from black to white

ITEMS = {
    "article": "magazin/ziel-vor-methode/",
    "profile": "kommunen/mannheim/",
    "method": "methoden/world-cafe/",
    "help": "rueckhalt/im-akuten-fall/",
    "topic": "schlagworte/dialog/",
    "rubric": "magazin/rubrik/praxistipp/",
}
OVERVIEWS = {
    "start": "", "magazine": "magazin/", "methods": "methoden/", "municipalities": "kommunen/",
    "support": "rueckhalt/", "search": "suche/", "form": "selbstcheck/fragebogen/",
}  # fmt: skip
PAGES = ITEMS | OVERVIEWS

SHIFT = """() => new Promise(done => {
  let shift = 0;
  const add = list => { for (const each of list.getEntries()) if (!each.hadRecentInput) shift += each.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(shift), 100));
})"""
PARTS = "items => items.flatMap(item => [...item.childNodes].map(part => part.textContent))"
LIGHTNESS = """() => {
  const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + part / 765, 0);
  const style = getComputedStyle(document.body);
  return [light(style.backgroundColor), light(getComputedStyle(document.querySelector("h1")).color)];
}"""


@dataclass(frozen=True)
class Reader:
    """Somebody with a phone whose browser knows nothing of the site yet, and a host that only they ask."""

    person: Person
    host: SiteServer
    path: str


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES)
def reader(request: pytest.FixtureRequest, browser: Browser, server: SiteServer) -> Iterator[Reader]:
    """Return a reader in front of a page that is loaded to the end."""
    with serving(server.folder) as host, visit(browser, host, viewport=PHONE) as person:
        person.visits(request.param)
        person.page.wait_for_load_state("networkidle")
        yield Reader(person, host, request.param)


def test_a_page_comes_with_its_font_in_less_than_150_kb(reader: Reader) -> None:
    asked = [request.path for request in reader.host.requests]
    assert any(path.endswith(".woff2") for path in asked), asked
    assert sum(request.bytes_sent for request in reader.host.requests) < MOST_BYTES


def test_a_page_asks_no_other_host_and_sends_nothing_along(reader: Reader) -> None:
    assert len(reader.person.watch.requests) > 3
    assert [each.url for each in reader.person.watch.requests if not each.url.startswith(reader.host.url)] == []
    assert {(each.method, each.query) for each in reader.host.requests} == {("GET", "")}


def test_nothing_moves_while_a_page_loads(reader: Reader) -> None:
    assert reader.person.page.evaluate(SHIFT) < MOST_SHIFT


def test_the_scheme_is_the_device_s(reader: Reader) -> None:
    page = reader.person.page
    page.emulate_media(color_scheme="light")
    ground, ink = page.evaluate(LIGHTNESS)
    assert ground - ink > CLEARLY
    page.emulate_media(color_scheme="dark")
    ground, ink = page.evaluate(LIGHTNESS)
    assert ink - ground > CLEARLY


def test_the_measure_does_see_what_moves(person: Person) -> None:
    person.visits("magazin/")
    person.page.evaluate("() => document.querySelector('main').style.setProperty('padding-top', '300px')")
    assert person.page.evaluate(SHIFT) > MOST_SHIFT


# How many lines of text and pictures begin in the right third of what a wide window shows at first, below the menu.
ON_THE_RIGHT = """() => {
  const main = document.querySelector(".wk-page").getBoundingClientRect();
  const from = main.left + main.width * 2 / 3;
  const seen = rect => rect.width > 8 && rect.left >= from && rect.right <= innerWidth && rect.bottom <= innerHeight;
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector(".wk-page"), NodeFilter.SHOW_TEXT);
  const tops = new Set();
  for (let node; (node = walker.nextNode());) {
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (seen(rect)) tops.add(Math.round(rect.top / 8));
  }
  for (const bar of document.querySelectorAll(".wk-page rect, .wk-page select")) {
    const rect = bar.getBoundingClientRect();
    if (rect.right >= from && rect.bottom <= innerHeight) tops.add(Math.round(rect.top / 8));
  }
  return tops.size;
}"""
WIDE_PAGES = {name: path for name, path in PAGES.items() if name not in {"search", "form"}}


def test_no_page_leaves_the_right_of_a_wide_window_empty(visitor: Callable[..., Person]) -> None:
    found = {}
    for width, height in ((1366, 768), (1920, 1080)):
        person = visitor(viewport={"width": width, "height": height})
        for name, path in WIDE_PAGES.items():
            person.visits(path)
            found[name, width] = person.page.evaluate(ON_THE_RIGHT)
    assert {page: lines for page, lines in found.items() if lines < 4} == {}


def test_an_empty_right_is_seen(visitor: Callable[..., Person]) -> None:
    person = visitor(viewport={"width": 1366, "height": 768})
    person.visits(ITEMS["article"])
    person.page.evaluate("() => document.querySelector('.wk-side').remove()")
    assert person.page.evaluate(ON_THE_RIGHT) == 0


def test_what_to_read_next_stands_beside_the_text_or_below_it(visitor: Callable[..., Person]) -> None:
    person = visitor(viewport={"width": 1366, "height": 768})
    person.visits(ITEMS["article"])
    page = person.page
    beside, text = page.locator(".kb-further"), page.locator(".wk-article")
    assert beside.evaluate("box => box.getBoundingClientRect().left") > text.evaluate(
        "box => box.getBoundingClientRect().right"
    )
    page.set_viewport_size(PHONE)
    assert beside.evaluate("box => box.getBoundingClientRect().top") > text.evaluate(
        "box => box.getBoundingClientRect().bottom"
    )
    expect(beside.get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("path", ITEMS.values(), ids=ITEMS)
def test_the_trail_leads_back_to_a_page_that_lists_this_one_and_to_the_start(person: Person, path: str) -> None:
    person.visits(path)
    page = person.page
    title = page.get_by_role("heading", level=1).inner_text()
    steps = page.get_by_role("navigation", name="Sie sind hier").get_by_role("link")
    above = steps.last.inner_text()
    assert steps.first.inner_text() == "Start"
    assert above != "Start"
    steps.last.click()
    Seeker(person).arrives_at(above)
    main = page.get_by_role("main")
    if path == ITEMS["topic"]:
        main.locator("summary", has_text=title).first.click()
    main.get_by_role("link", name=f"Zur Seite „{title}“" if path == ITEMS["topic"] else title, exact=True).first.click()
    Seeker(person).arrives_at(title)
    assert page.url == person.server.url + path
    steps.first.click()
    expect(page).to_have_url(person.server.url)
    page.wait_for_load_state()


@pytest.mark.parametrize("path", [ITEMS["article"], ITEMS["profile"]], ids=["article", "profile"])
def test_a_text_is_printed_with_its_sources_and_without_menus(person: Person, path: str) -> None:
    person.visits(path)
    page = person.page
    # On paper the address of a source stands behind the words of its link: before and after it are parts of their own.
    sources = page.locator("#quellen + ul li").evaluate_all(PARTS)
    addresses = page.locator("#quellen + ul a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    menu = page.get_by_role("navigation", name="Hauptmenü").inner_text()
    title = page.get_by_role("heading", level=1).inner_text()
    paper = printed(page)
    assert len(sources) > 1
    assert addresses
    assert [each for each in (title, *sources, *addresses) if letters(each) not in paper] == []
    assert letters(menu) not in paper
    assert letters("Zum Inhalt") not in paper
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_published_levels_of_dessau_rosslau_stand_in_figure_and_table_under_the_seven_names(
    visitor: Callable[..., Person], catalogue: Catalogue, width: int
) -> None:
    person = visitor(viewport={"width": width, "height": 900})
    person.visits("kommunen/dessau-rosslau/")
    page = person.page
    published = front_matter("docs/kommunen")["Dessau-Roßlau"]["reifegrade"]
    levels = {level.id: level.title for level in catalogue.levels}
    expected = [[field.title, levels[published[field.id]]] for field in catalogue.fields]
    assert len(expected) == 7

    rows = page.get_by_role("table", name="Reifegrad je Handlungsfeld").locator("tbody tr").all()
    assert [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows] == expected

    figure = page.get_by_role("figure").locator("svg.figure").filter(visible=True)
    expect(figure).to_have_count(1)
    drawn = [
        [row.locator(part).filter(visible=True).text_content() for part in (".figure-title", ".figure-note")]
        for row in figure.locator("[data-figure]").all()
    ]
    assert [[letters(text or "") for text in row] for row in drawn] == [[letters(t) for t in row] for row in expected]
