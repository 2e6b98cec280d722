"""The program of the search does not come: the page says so, offers nothing that does nothing, and lists all titles."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.person import Person
from search.searching import Searcher
from site_server import Fault, SiteServer, serving

PAGE = "**/suche/"
NOT_STARTED = "Die Suche ist nicht gestartet."


@dataclass(frozen=True)
class Cause:
    """One reason for which the search does not start, on the side of the host or in the page."""

    name: str
    faults: dict[str, Fault] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    page: Callable[[str], str] = str
    broken: str = ""  # what the program says instead


CAUSES = [
    Cause("the program is missing", faults={r"wissen/\w+/search\.js$": Fault.MISSING}),
    Cause("a part of it is missing", faults={r"/search_index\.js$": Fault.MISSING}),
    Cause("it comes as text", kinds={".js": "text/plain"}),
    Cause("it comes as bytes of no kind", kinds={".js": "application/octet-stream"}),
    Cause("it is cut off", faults={r"/search_query\.js$": Fault.CUT_SHORT}),
    Cause("it is empty", faults={r"wissen/\w+/search\.js$": Fault.EMPTY}),
    Cause("a header of the host blocks it", headers={"Content-Security-Policy": "script-src 'none'"}),
    Cause("the browser knows no modules", page=lambda html: html.replace('type="module"', 'type="what-comes-later"')),
    Cause("it breaks", broken='throw new Error("Kein Rat");'),
]


def says_that_it_has_not_started(page: Page) -> bool:
    """Tell whether the page, at rest, says in its own room that there is no search, and shows none."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.getAnimations().forEach(animation => animation.finish())")  # it is said after a while
    seen = page.get_by_text(NOT_STARTED).filter(visible=True)
    if seen.count() == 0 or page.get_by_role("searchbox").count() > 0:
        return False
    sentence, room = seen.bounding_box(), page.locator("[data-search]").bounding_box()
    assert sentence
    assert room
    return sentence["y"] + sentence["height"] <= room["y"] + room["height"]


def meets(person: Person, host: SiteServer, cause: Cause, without: str = "") -> None:
    """Open the page as the cause has it, without what this pattern finds in it."""
    host.faults.update(cause.faults)
    host.kinds.update(cause.kinds)
    host.headers.update({"": cause.headers})
    for kind in ("console", "page-error", "bad-status", "failed-request", "policy"):
        person.watch.allow(kind, ".")

    def changed(route: Route) -> None:
        html = cause.page(route.fetch().text())
        html = re.sub(without, "", html) if without else html
        route.fulfill(body=html, headers={"Content-Type": "text/html; charset=utf-8", **cause.headers})

    person.page.route(PAGE, changed)
    if cause.broken:
        answer = {"body": cause.broken, "content_type": "text/javascript"}
        person.page.route("**/search.js", lambda route: route.fulfill(**answer))
    person.visits("suche/")


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.name)
def test_the_page_says_that_its_search_has_not_started(
    visitor: Callable[..., Person], site: Path, cause: Cause
) -> None:
    with serving(site) as host:
        person = visitor(host, viewport={"width": 320, "height": 800})
        meets(person, host, cause)
        assert says_that_it_has_not_started(person.page)
        expect(person.page.get_by_role("heading", name="Nach Schlagworten")).to_be_visible()


def test_without_the_sentence_nobody_would_be_told(visitor: Callable[..., Person], site: Path) -> None:
    with serving(site) as host:
        person = visitor(host)
        meets(person, host, CAUSES[0], without="<p[^>]*data-search-arrival.*?</p>")
        assert not says_that_it_has_not_started(person.page)


def test_a_search_that_has_started_says_nothing_of_the_kind(person: Person) -> None:
    searcher = Searcher.of(person)
    searcher.sees("Geben Sie")
    expect(person.page.locator("[data-search-arrival]")).to_have_count(0)
    assert not says_that_it_has_not_started(person.page)


def test_opened_from_disk_the_page_says_so_too(person: Person, site: Path) -> None:
    for kind in ("console", "failed-request"):
        person.watch.allow(kind, "file:|ERR_FAILED")
    person.page.goto((site / "suche" / "index.html").as_uri())
    expect(person.page.get_by_text(NOT_STARTED)).to_be_visible()


def test_without_javascript_another_sentence_says_what_helps(visitor: Callable[..., Person]) -> None:
    person = visitor(java_script_enabled=False)
    person.visits("suche/")
    expect(person.page.locator("noscript p")).to_contain_text("Ohne JavaScript hilft diese Liste aller Titel.")
    expect(person.page.locator("noscript p")).to_be_visible()
    expect(person.page.get_by_text(NOT_STARTED)).to_be_hidden()
