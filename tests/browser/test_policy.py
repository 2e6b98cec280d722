"""The policy in the page holds, inside the worker too; and whatever watches the tests does see what it watches for."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.person import Person
from browser.visits import visit
from browser.ways_out import without_withdrawal
from site_server import Fault, SiteServer, serving

# Each tries to reach an address, and never fails itself. A blocked beacon says true, so only the other host can tell.
WAYS_OUT = {
    "fetch": "url => fetch(url, {mode: 'no-cors'}).catch(() => 0)",
    "WebSocket": "url => new Promise(done => { new WebSocket(url.replace('http', 'ws')).onerror = done })",
    "EventSource": "url => new Promise(done => { new EventSource(url).onerror = done })",
    "XMLHttpRequest": """url => new Promise(done => { const request = new XMLHttpRequest();
        request.onloadend = done; request.open('POST', url); request.send('x') })""",
    "import": "url => import(url).catch(() => 0)",
}
WAYS_OUT_OF_A_PAGE = WAYS_OUT | {
    "beacon": "url => navigator.sendBeacon(url, 'x')",
    "image": "url => new Promise(done => { const i = new Image(); i.onload = i.onerror = done; i.src = url })",
    "style": """url => new Promise(done => { const link = document.createElement('link');
        link.rel = 'stylesheet'; link.onload = link.onerror = done; link.href = url; document.head.append(link) })""",
    "script": """url => new Promise(done => { const script = document.createElement('script');
        script.onload = script.onerror = done; script.src = url; document.head.append(script) })""",
    "frame": "url => { const f = document.createElement('iframe'); f.src = url; document.body.append(f) }",
    "form": """url => { const form = document.createElement('form'); form.action = url; form.target = '_blank';
        document.body.append(form); form.submit() }""",
}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[SiteServer]:
    """Return another host: whoever reaches it is noted."""
    with serving(tmp_path, "") as running:
        yield running


def provoke(person: Person) -> None:
    """Let the probes be noticed by everything that watches."""
    person.watch.expect("policy", "")
    for kind in ("console", "failed-request", "foreign-request", "page-error"):
        person.watch.allow(kind, "")


@pytest.mark.parametrize("path", ["", "selbstcheck/fragebogen/"], ids=["start page", "form"])
def test_no_page_can_talk_to_another_host_in_any_way(person: Person, elsewhere: SiteServer, path: str) -> None:
    provoke(person)
    without_withdrawal(person.page)
    person.visits(path)
    for way in WAYS_OUT_OF_A_PAGE.values():
        before = len(person.watch.incidents)
        # Where the page asks for Trusted Types, an address for a program is refused as it is set.
        tried = (
            f"async url => {{ try {{ await ({way})(url) }} catch (e) {{ if (!(e instanceof TypeError)) throw e }} }}"
        )
        person.page.evaluate(tried, elsewhere.url)
        expect_violation(person, before)
    assert reached(elsewhere, person) == set()


def expect_violation(person: Person, before: int) -> None:
    """Wait until the policy has said no since then."""
    for _ in range(100):
        if any(each.kind == "policy" for each in person.watch.incidents[before:]):
            return
        person.page.wait_for_timeout(20)
    raise AssertionError("the policy was not asked")


def reached(elsewhere: SiteServer, person: Person, *, at_least: int = 1) -> set[str]:
    """Return what the other host was asked for, after giving late requests time to come in."""
    for _ in range(10):
        person.page.wait_for_timeout(30)
        if len(elsewhere.requests) >= at_least:
            break
    return {request.path.strip("/") for request in elsewhere.requests}


def test_the_worker_cannot_talk_to_another_host_while_it_still_could(
    visitor: Callable[..., Person], site: Path, elsewhere: SiteServer
) -> None:
    # Half-way through its loading the worker has all abilities of a worker: only the page's policy holds it back.
    with serving(site, faults={r"\.wasm": Fault.STALLED}) as host:
        person = visitor(host)
        provoke(person)
        without_withdrawal(person.page)
        person.visits_the_questionnaire()
        with person.page.expect_worker() as started:
            person.begins()
        expect(person.page.get_by_text("Das Programm für das Ergebnis wird geladen: Schritt 1 von 2, ")).to_be_visible()
        for name, way in WAYS_OUT.items():
            before = len(person.watch.incidents)
            started.value.evaluate(way, f"{elsewhere.url}{name}")
            expect_violation(person, before)
    assert reached(elsewhere, person) == set()


def test_the_same_probe_notices_a_worker_without_the_page_s_policy(person: Person, elsewhere: SiteServer) -> None:
    provoke_only_foreign(person)
    without_withdrawal(person.page)
    person.visits_the_questionnaire()
    with person.page.expect_worker() as started:
        person.page.evaluate(
            """() => { const {worker} = document.getElementById("selbstcheck").dataset;
            globalThis.probe = new Worker(worker, {type: "module"}) }"""
        )
    # An import by a script that a debugger evaluates fails in Chromium's workers, policy or not.
    ways = {name: way for name, way in WAYS_OUT.items() if name != "import"}
    for name, way in ways.items():
        started.value.evaluate(way, f"{elsewhere.url}{name}")
    assert reached(elsewhere, person, at_least=len(ways)) == set(ways)


def provoke_only_foreign(person: Person) -> None:
    person.watch.expect("foreign-request", "")
    for kind in ("bad-status", "failed-request", "console"):
        person.watch.allow(kind, "")


def test_a_worker_that_is_ready_has_lost_the_abilities_themselves(person: Person) -> None:
    person.visits_the_questionnaire()
    person.begins()
    person.waits_for_the_runtime()
    (worker,) = person.page.workers
    names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "importScripts", "indexedDB", "caches"]
    left: list[str] = worker.evaluate("names => names.filter(name => name in globalThis)", names)
    assert left == []
    assert worker.evaluate("() => 'sendBeacon' in navigator || 'storage' in navigator") is False


PAGES_THAT_MISBEHAVE = {
    "console": "<script>console.error('x')</script>",
    "page-error": "<script>throw new Error('x')</script>",
    "foreign-request": "<img src='http://example.org/x.png'>",
    "failed-request": "<img src='http://example.org/x.png'>",
    "bad-status": "<img src='missing.png'>",
    "policy": "<meta http-equiv='Content-Security-Policy' content=\"img-src 'none'\"><img src='x.png'>",
}


@pytest.mark.parametrize("kind", PAGES_THAT_MISBEHAVE)
def test_what_watches_every_test_does_see(browser: Browser, tmp_path: Path, kind: str) -> None:
    head = "<!doctype html><link rel='icon' href='data:,'>"
    (tmp_path / "index.html").write_text(head + PAGES_THAT_MISBEHAVE[kind], encoding="utf-8")
    with serving(tmp_path) as host, pytest.raises(AssertionError, match=re.compile(f"^{kind}: ", re.MULTILINE)):
        visit_the_start_page(browser, host)


def test_what_watches_every_test_also_misses_what_was_announced(browser: Browser, server: SiteServer) -> None:
    with pytest.raises(AssertionError, match="never happened"):
        visit_the_start_page(browser, server, ("console", "x"))


def visit_the_start_page(browser: Browser, host: SiteServer, *announced: tuple[str, str]) -> None:
    with visit(browser, host) as person:
        person.watch.expected.extend(announced)
        person.visits()
        person.page.wait_for_timeout(100)
