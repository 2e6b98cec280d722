"""Whatever runs on the form's page, nothing reaches another computer: counted there, beside a page that may do it.

Who is held tries first; once all that is not held has arrived, whatever was going to arrive has had longer.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from bootstrap import CHROMIUM
from browser.person import Person
from browser.visits import started
from browser.ways_out import (
    EVERY_WAY,
    FRESH_OBJECTS,
    NO_POLICY_FORBIDS,
    NOTHING_FORBIDS_WITHOUT_THE_HEADER,
    REQUESTS,
    TAKE_FRESH_OBJECTS,
    without_withdrawal,
)
from browser.wire import Wire, listening
from programs import needing, path_of
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving

FORM = "selbstcheck/fragebogen/"
FIREFOX_WAYS = Path(__file__).with_name("firefox_ways.mjs")
NODE = Path(sys.executable).parent / "node"
HEADER = {"Connection-Allowlist": "(response-origin)"}
ARRIVAL_SECONDS = 60

Wires = Mapping[str, Wire]


@contextmanager
def tried(
    browser: Browser,
    address: str,
    ways: Mapping[str, str],
    *,
    on_one_page: Collection[str] = REQUESTS,
    held: bool = True,
) -> Iterator[Wires]:
    """Try each way, most `on_one_page` and those that may leave it each on a page of its own; yield where it leads."""
    with ExitStack() as until_the_end:
        context = browser.new_context()
        until_the_end.callback(context.close)
        wires = {way: until_the_end.enter_context(listening()) for way in ways}
        stays: Page | None = None
        for way, wire in wires.items():
            if way not in on_one_page:
                attempt(arrived_at(context, address, held=held), ways[way], wire)
                continue
            stays = stays or arrived_at(context, address, held=held)
            attempt(stays, ways[way], wire)
        yield wires


def arrived_at(context: BrowserContext, address: str, *, held: bool) -> Page:
    page = context.new_page()
    if not held:
        without_withdrawal(page)
    page.goto(address)
    return page


def attempt(page: Page, way: str, wire: Wire) -> None:
    """Try, whatever the page says to it: what was withdrawn cannot be called."""
    try:
        page.evaluate(way, {"port": wire.port, "url": wire.address})
    except Error as error:
        assert any(sign in error.message for sign in ("TypeError", "ReferenceError", "was destroyed")), error  # noqa: PT017


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """Return a Chromium as people have it, where there is one.

    The one without windows, in which all other tests run, crashed on a way under the header and let a form connect.
    """
    path = next(filter(None, map(shutil.which, CHROMIUM[1:])), None)
    if not path:
        yield browser
        return
    whole = started(browser.browser_type, path)
    yield whole
    whole.close()


def reached(wires: Wires) -> set[str]:
    return {way for way, wire in wires.items() if wire.arrived}


def late(wires: Wires) -> set[str]:
    """Wait for everything to arrive and return what did not."""
    end = monotonic() + ARRIVAL_SECONDS
    return {way for way, wire in wires.items() if not wire.arrival.wait(max(0.0, end - monotonic()))}


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[SiteServer]:
    """Return a host of a page that has neither policy nor script."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><body>", encoding="utf-8"
    )
    with serving(tmp_path) as host:
        yield host


@pytest.fixture
def bare_with_header(bare: SiteServer) -> Iterator[SiteServer]:
    """Return the same with the header that keeps a page to its own host."""
    with serving(bare.folder, headers={"": HEADER}) as host:
        yield host


@pytest.fixture
def with_header(site: Path) -> Iterator[SiteServer]:
    """Return a host that sets the header where it belongs."""
    with serving(site, headers={f"^{FORM}": HEADER}) as host:
        yield host


def test_the_header_alone_stops_every_way_and_without_it_each_gets_through(
    browser: Browser, bare: SiteServer, bare_with_header: SiteServer
) -> None:
    assert len(EVERY_WAY) > 30
    with tried(browser, bare_with_header.url, EVERY_WAY) as held, tried(browser, bare.url, EVERY_WAY) as free:
        assert late(free) == set()
        assert reached(held) == set()


def test_policy_and_first_script_stop_all_but_a_link_to_another_tab_which_the_header_stops(
    browser: Browser, server: SiteServer, with_header: SiteServer
) -> None:
    with (
        tried(browser, with_header.url + FORM, EVERY_WAY, on_one_page=EVERY_WAY) as held_with_header,
        tried(browser, server.url + FORM, EVERY_WAY, on_one_page=EVERY_WAY) as held,
        tried(browser, server.url + FORM, NO_POLICY_FORBIDS, held=False) as free,
    ):
        assert late(free) == set()
        assert reached(held) == set(NOTHING_FORBIDS_WITHOUT_THE_HEADER)
        assert reached(held_with_header) == set()


@pytest.mark.parametrize("held", [True, False], ids=["first script", "without it"])
def test_no_fresh_frame_gives_back_what_was_withdrawn_unless_the_script_is_off(
    browser: Browser, server: SiteServer, held: bool
) -> None:
    context = browser.new_context()
    given: dict[str, bool] = {}
    page = arrived_at(context, server.url + FORM, held=held)
    for name, way in FRESH_OBJECTS.items():
        given[name] = page.evaluate(TAKE_FRESH_OBJECTS.replace("WAY", f"({way})"))
    context.close()
    assert {name for name, fresh in given.items() if fresh is held} == set()


def test_a_page_starts_only_workers_that_have_its_policy(person: Person) -> None:
    person.visits_the_questionnaire()
    refused = """() => { const {worker} = document.getElementById("selbstcheck").dataset;
        const ways = [Worker, Worker.prototype.constructor, class extends Worker {}];
        const addresses = [worker, new URL(worker, location), ` ${worker}`, {toString: () => worker}];
        return ways.flatMap((Way) => addresses.map((address) => {
            try { new Way(address, {type: "module"}); return "started" } catch (error) { return error.name }
        })) }"""
    assert set(person.page.evaluate(refused)) == {"TypeError"}


def test_from_its_first_moment_the_worker_can_start_no_other(visitor: Callable[..., Person], site: Path) -> None:
    with serving(site, faults={r"\.wasm": Fault.STALLED}) as host:
        person = visitor(host)
        for kind in ("console", "failed-request"):
            person.watch.allow(kind, "")
        person.visits_the_questionnaire()
        with person.page.expect_worker() as started:
            person.begins()
        expect(person.page.get_by_text("Das Programm für das Ergebnis wird geladen: Schritt 1 von 2, ")).to_be_visible()
        left: list[str] = started.value.evaluate(
            "() => ['Worker', 'SharedWorker', 'WebSocket', 'WebTransport'].filter((name) => name in self)"
        )
    assert left == []


def test_under_the_header_the_self_check_works_as_ever(
    visitor: Callable[..., Person], with_header: SiteServer, kurzform: Catalogue
) -> None:
    person = visitor(with_header)
    first = kurzform.questions()[0]
    person.visits_the_questionnaire()
    person.begins()
    person.answers(first, 2)
    person.page.get_by_role("link", name="Zur Übersicht").first.click()
    person.presses("Ergebnis ansehen")
    expect(person.table()).to_be_attached()
    assert person.sheet()["answers"] == {first.id: {"rung": 2}}


@pytest.mark.parametrize("held", [True, False], ids=["first script", "without it"])
def test_no_answer_is_lost_to_a_way_out_that_is_stopped(
    visitor: Callable[..., Person], with_header: SiteServer, kurzform: Catalogue, held: bool
) -> None:
    person = visitor(with_header)
    first = kurzform.questions()[0]
    if not held:
        without_withdrawal(person.page)
    person.visits_the_questionnaire()
    person.begins()
    person.answers(first, 2)
    asked: list[str] = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    person.page.evaluate("() => { location = 'http://127.0.0.1:9/' }")
    person.page.wait_for_timeout(300)
    assert asked == ([] if held else ["beforeunload"])
    expect(person.option(first, 2)).to_be_checked()


def test_the_finished_form_links_to_no_other_site(person: Person) -> None:
    person.visits_the_questionnaire()
    hosts: list[Any] = person.page.evaluate("() => [...new Set([...document.links].map((link) => link.host))]")
    assert hosts == [person.page.evaluate("() => location.host")]


@contextmanager
def tried_in(program: str, attempts: list[dict[str, Any]], notes: Path) -> Iterator[None]:
    """Try in this browser, which stays open until the block ends."""
    notes.write_text(json.dumps(attempts), encoding="utf-8")
    command = [NODE, FIREFOX_WAYS, path_of(program), notes]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdin
        assert running.stdout.readline() == "tried\n"
        yield
        running.stdin.close()


@pytest.mark.browser
@pytest.mark.parametrize("program", [pytest.param("Firefox", marks=needing("Firefox"))])
def test_in_firefox_too_only_a_link_to_another_tab_gets_out_of_the_form(
    server: SiteServer, bare: SiteServer, program: str, tmp_path: Path
) -> None:
    ways = NO_POLICY_FORBIDS | NOTHING_FORBIDS_WITHOUT_THE_HEADER
    with ExitStack() as wiring:
        held, free = ({way: wiring.enter_context(listening()) for way in ways} for _ in range(2))
        attempts = [
            {"from": page, "stays": wires is held, "way": ways[way], "port": wire.port, "url": wire.address}
            for page, wires in ((server.url + FORM, held), (bare.url, free))
            for way, wire in wires.items()
        ]
        with tried_in(program, attempts, tmp_path / "ways.json"):
            assert late(free) == set()
            assert reached(held) == set(NOTHING_FORBIDS_WITHOUT_THE_HEADER)
