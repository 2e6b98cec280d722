"""No answer leaves the device: watched at the network, at the host, in the browser's memory, and by probes."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from browser.answering import dealt_with
from browser.person import Person
from browser.printing import printed
from browser.visits import visit
from selfcheck_core.catalogue import Catalogue
from site_server import SiteServer, serving

CANARY = "zq7-KANARIE"
RUNTIME = "/assets/laufzeit/"

EVERYTHING_KEPT = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  caches: await caches.keys(),
  window: window.name,
  history: history.state,
})"""
NOTHING_KEPT = {
    "cookies": "", "local": [], "session": [], "databases": 0, "caches": [],
    "window": "", "history": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[SiteServer]:
    """Return a host that only the walk of this module asks for anything."""
    with serving(site) as running:
        yield running


@pytest.fixture(scope="module")
def walk(browser: Browser, host: SiteServer, kurzform: Catalogue) -> Iterator[Person]:
    """Go the whole way from the start page to saved and reopened file, with a canary in every text."""
    with visit(browser, host) as person:
        person.visits()
        person.follows("Selbstcheck beginnen")
        person.page.get_by_label("Name der Kommune").fill(CANARY)
        person.page.get_by_label("Stelle", exact=True).fill(CANARY)
        person.begins()
        first, second, third = kurzform.fields[0].questions
        person.answers(first, 1)
        person.opens_the_note_of(first)
        person.notes(first, CANARY)
        person.proves(first, CANARY, f"https://example.org/{CANARY}")
        person.answers(second, "not-responsible")
        person.names_the_carrier(second, CANARY)
        person.answers(third, "not-applicable")
        person.question(third).get_by_label("Warum entfällt die Frage?").fill(CANARY)
        person.looks_at_the_result()
        expect(person.page.get_by_text(CANARY).filter(visible=True)).not_to_have_count(0)
        saved = person.saves()
        person.follows("Zur Übersicht")
        person.opens_the_file(saved)
        person.waits_for_the_opened_sheet(dealt_with(kurzform, 3))
        person.presses("Ergebnis ansehen")
        printed(person.page)
        yield person


def test_the_walk_asks_for_built_files_only_and_sends_nothing_along(walk: Person, host: SiteServer, site: Path) -> None:
    assert walk.watch.requests
    for request in walk.watch.requests:
        address = urlsplit(request.url)
        assert (request.method, request.post_data_buffer, address.query) == ("GET", None, ""), request.url
        path = site / address.path.removeprefix(host.subpath)
        assert (path / "index.html" if path.is_dir() else path).is_file(), request.url
        sent_along = {name: request.headers.get(name) for name in ("referer", "cookie", "authorization")}
        assert not sent_along["cookie"], request.url
        assert not sent_along["authorization"], request.url
        # Pages send none; a worker says by which of our scripts it was asked.
        assert re.search(r"^$|/assets/[^?#]+\.js$", sent_along["referer"] or ""), request.url


def test_the_host_hears_of_nothing_but_files(walk: Person, host: SiteServer) -> None:
    assert {(request.method, request.query) for request in host.requests} == {("GET", "")}
    assert len(host.requests) <= len(walk.watch.requests) + 2  # the browser's own errands, such as the tab's icon


def test_the_walk_wrote_down_what_the_host_was_asked(walk: Person, host: SiteServer) -> None:
    noted = {urlsplit(request.url).path for request in walk.watch.requests}
    heard = {request.path for request in host.requests}
    assert {path for path in heard if RUNTIME in path} == {path for path in noted if RUNTIME in path} != set()


def test_a_canary_in_every_text_shows_up_nowhere_outside_the_form(walk: Person, host: SiteServer) -> None:
    asked = [f"{request.url} {request.headers} {request.post_data}" for request in walk.watch.requests]
    said = [*walk.watch.said, walk.page.url, walk.page.title()]
    heard = [f"{request.path}?{request.query}" for request in host.requests]
    kept = [str(walk.page.context.storage_state(indexed_db=True)), str(walk.page.evaluate(EVERYTHING_KEPT))]
    assert [text for text in asked + said + heard + kept if CANARY in text] == []


def test_after_the_walk_the_browser_has_kept_nothing(walk: Person) -> None:
    assert walk.page.evaluate(EVERYTHING_KEPT) == NOTHING_KEPT
    assert walk.page.context.cookies() == []
    assert walk.page.context.service_workers == []
    assert walk.page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


def test_after_a_reload_no_answer_is_left(person: Person, kurzform: Catalogue) -> None:
    first = kurzform.questions()[0]
    person.visits_the_questionnaire()
    person.begins()
    person.answers(first, 1)
    person.opens_the_note_of(first)
    person.notes(first, CANARY)
    person.waits_for_the_runtime()
    person.page.on("dialog", lambda dialog: dialog.accept())
    person.page.reload()
    expect(person.option(first, 1)).not_to_be_checked()
    assert CANARY not in person.saves()


# A file of it: the folder alone is named where it is explained how to publish.
NAMED = re.compile(r"assets/laufzeit/[^\s\"<]*\w")


def test_no_page_but_the_forms_names_the_runtime(site: Path, catalogue: Catalogue) -> None:
    naming = [page for page in site.rglob("*.html") if NAMED.search(page.read_text(encoding="utf-8"))]
    forms = {"selbstcheck/fragebogen", *(f"selbstcheck/fragebogen/{each.id}" for each in catalogue.sets)}
    assert {page.parent.relative_to(site).as_posix() for page in naming} == forms


def test_the_runtime_is_loaded_on_no_page_before_a_person_begins(
    person: Person, site: Path, kurzform: Catalogue
) -> None:
    person.watch.allow("failed-request", "ERR_ABORTED")  # the next page comes before all of this one is there
    for path in ["", *sorted(f"{page.parent.relative_to(site)}/" for page in site.glob("*/index.html"))]:
        person.visits(path)
    person.visits_the_questionnaire()
    person.goes_to(kurzform.fields[2])
    person.follows("Zur Übersicht")
    assert [request.url for request in person.watch.requests if RUNTIME in request.url] == []
    person.begins()
    person.waits_for_the_runtime()
    loaded = {Path(urlsplit(request.url).path).suffix for request in person.watch.requests if RUNTIME in request.url}
    assert loaded == {".js", ".wasm", ".zip"}


def test_the_first_answer_loads_the_runtime_too(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.goes_to(kurzform.fields[2])
    person.answers(kurzform.fields[2].questions[0], 1)
    person.waits_for_the_runtime()


def test_once_loaded_everything_works_without_a_host_and_without_a_network(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue
) -> None:
    with serving(site) as host:
        person = visitor(host)
        person.visits_the_questionnaire()
        person.begins()
        person.waits_for_the_runtime()
    person.page.context.set_offline(True)
    person.watch.allow("failed-request", r"ERR_INTERNET_DISCONNECTED .*\.svg$")  # the icon of the tab
    person.watch.allow("console", r"ERR_INTERNET_DISCONNECTED .*\.svg$")
    asked = len(person.watch.requests)
    person.answers_every_question(kurzform)
    saved = person.saves()
    person.follows("Zur Übersicht")
    person.opens_the_file(saved)
    person.waits_for_the_opened_sheet(dealt_with(kurzform, len(kurzform.questions())))
    later = [request.url for request in person.watch.requests[asked:]]
    assert [url for url in later if not url.endswith(".svg")] == []
