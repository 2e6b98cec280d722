"""The program of the form does not come: the page says why, keeps what was typed, and says what can be done."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from browser.person import Person
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving

FORM = "selbstcheck/fragebogen/"
NOT_STARTED = "Das Programm dieser Seite ist noch nicht gestartet."
WITHOUT_IT = "Ohne das Programm wird nichts gespeichert und kein Ergebnis berechnet."
TOO_OLD = "Dieser Browser ist für das Programm zu alt."
REFUSED = ("console", "SRI's integrity checks failed|Failed to find a valid digest in the 'integrity' attribute")
NOTHING = "() => {}"

Page = Callable[[str], str]


@dataclass(frozen=True)
class Cause:
    """One reason for which the program does not come, and the sentences that tell it."""

    name: str
    said: tuple[str, ...]
    faults: dict[str, Fault] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    programs: dict[str, str] = field(default_factory=dict)  # what a module says instead, rightly announced by its sum
    page: Page = str
    before: str = NOTHING
    complaints: tuple[tuple[str, str], ...] = ()


def in_an_old_browser(html: str) -> str:
    """Return the page as a browser reads it that does not know what a module is."""
    return html.replace('type="module"', 'type="what-comes-later"')


def in_a_hurry(html: str) -> str:
    """Return the page with little patience."""
    return html.replace('data-patience="20000"', 'data-patience="100"')


CAUSES = [
    Cause(
        "a module is missing",
        ("Auf dem Server fehlt eine Datei.", "Die Datei „views.js“ ist nicht abrufbar (Antwort 404)."),
        faults={r"/views\.js$": Fault.MISSING},
        complaints=(("bad-status", "404"),),
    ),
    Cause(
        "modules come as text",
        (
            "Der Server kündigt eine Datei falsch an",
            "Die Datei „main.js“ muss als „text/javascript“ kommen",
            "text/plain",
        ),
        kinds={".js": "text/plain"},
        complaints=(("console", "MIME type"),),
    ),
    Cause(
        "modules come as bytes of no kind",
        ("Der Server kündigt eine Datei falsch an", "sie kommt als „application/octet-stream“."),
        kinds={".js": "application/octet-stream"},
        complaints=(("console", "MIME type"),),
    ),
    Cause(
        "a module is cut off",
        ("Eine Datei ist beschädigt oder abgeschnitten angekommen.", "Die Datei „form.js“ hat nicht den Inhalt"),
        faults={r"selbstcheck/\w+/form\.js$": Fault.CUT_SHORT},
        complaints=(REFUSED,),
    ),
    Cause(
        "one bit of a module is another",
        ("Eine Datei ist beschädigt oder abgeschnitten angekommen.", "Die Datei „messages.js“ hat nicht den Inhalt"),
        faults={r"/messages\.js$": Fault.FLIPPED},
        complaints=(REFUSED,),
    ),
    Cause(
        "one bit of the entry is another",
        ("Eine Datei ist beschädigt oder abgeschnitten angekommen.", "Die Datei „main.js“ hat nicht den Inhalt"),
        faults={r"/main\.js$": Fault.FLIPPED},
        complaints=(REFUSED,),
    ),
    Cause(
        "nothing more arrives",
        ("Es kommt seit einer Weile nichts mehr an.", "Sobald der Rest da ist, startet das Programm von selbst."),
        faults={r"/problems\.js$": Fault.STALLED},
        page=in_a_hurry,
    ),
    Cause(
        "the browser knows no modules",
        (TOO_OLD,),
        page=in_an_old_browser,
        before="() => { delete HTMLScriptElement.prototype.noModule; }",
    ),
    Cause(
        "the browser does not know the language of today",
        (TOO_OLD,),
        programs={"form.js": "const later = #> 1;"},
        complaints=(("page-error", "Unexpected|Invalid"),),
    ),
    Cause(
        "the program breaks",
        ("Das Programm ist beim Starten stehen geblieben.", "Kein Rat"),
        programs={"main.js": 'throw new Error("Kein Rat");'},
        complaints=(("page-error", "Kein Rat"),),
    ),
]


@pytest.fixture
def host(site: Path) -> Iterator[SiteServer]:
    """Return a host of this test's own, to be spoiled."""
    with serving(site) as running:
        yield running


def allow_what_browsers_say(person: Person) -> None:
    """Let Chromium complain in its own words about what is missing, and about what a host that stops does not send."""
    person.watch.allow("console", "404|ERR_CONTENT_LENGTH_MISMATCH|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE")
    person.watch.allow("failed-request", "ERR_ABORTED|ERR_CONTENT_LENGTH_MISMATCH|ERR_CONNECTION|ERR_EMPTY_RESPONSE")


def box(person: Person) -> Locator:
    """Return what stands there until the program has started."""
    return person.page.get_by_role("status").filter(has_text=NOT_STARTED)


def told(person: Person) -> Locator:
    """Return the one sentence in sight that says why."""
    return box(person).locator("[data-cause]").filter(visible=True)


def visits(person: Person, cause: Cause) -> None:
    """Open the form, with the page and the modules as the cause has them."""

    def changed(route: Route) -> None:
        html = cause.page(route.fetch().text())
        for name, program in cause.programs.items():
            html = re.sub(rf'(/{re.escape(name)}" integrity=")[^"]+', rf"\g<1>{sum_of(program)}", html)
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    person.page.add_init_script(f"({cause.before})()")
    person.page.route(f"**/{FORM}", changed)
    for name, program in cause.programs.items():
        person.page.route(f"**/{name}", fulfilled(program))
    person.page.goto(person.server.url + FORM, wait_until="commit")


def fulfilled(program: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=program, content_type="text/javascript")


def sum_of(program: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(program.encode()).digest()).decode()}"


def keeps_what_is_typed(person: Person, kurzform: Catalogue) -> None:
    """Fill in something, and see it stay."""
    name, first = person.page.get_by_label("Name der Kommune"), kurzform.questions()[0]
    name.fill("Musterstadt")
    person.answers(first, 2)
    expect(name).to_have_value("Musterstadt")
    expect(person.option(first, 2)).to_be_checked()


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.name)
def test_the_page_says_why_its_program_does_not_come(
    visitor: Callable[..., Person], host: SiteServer, kurzform: Catalogue, cause: Cause
) -> None:
    host.faults.update(cause.faults)
    host.kinds.update(cause.kinds)
    person = visitor(host)
    for kind, pattern in cause.complaints:
        person.watch.expect(kind, pattern)
    allow_what_browsers_say(person)
    visits(person, cause)
    for sentence in cause.said:
        expect(told(person)).to_contain_text(sentence)
    expect(box(person).get_by_text(WITHOUT_IT)).to_be_visible()
    expect(box(person).get_by_role("button", name="Seite drucken")).to_be_visible()
    expect(person.page.get_by_text("speichern Sie den Bogen")).to_be_hidden()
    expect(person.page.get_by_role("button", name="Bogen speichern")).to_be_hidden()
    keeps_what_is_typed(person, kurzform)


def test_the_program_takes_the_box_away(person: Person) -> None:
    person.visits_the_questionnaire()
    expect(person.page.get_by_role("button", name="Beginnen", exact=True)).to_be_visible()
    expect(person.page.locator("[data-arrival]")).to_have_count(0)


def test_what_was_typed_is_asked_about_before_the_page_goes(
    visitor: Callable[..., Person], host: SiteServer, kurzform: Catalogue
) -> None:
    host.faults[r"/main\.js$"] = Fault.MISSING
    person = visitor(host)
    person.watch.expect("bad-status", "404")
    allow_what_browsers_say(person)
    asked: list[str] = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    person.visits_the_questionnaire()
    expect(told(person)).to_contain_text("Auf dem Server fehlt eine Datei.")
    keeps_what_is_typed(person, kurzform)
    person.page.evaluate("() => { location.href = '../'; }")
    expect(person.page.get_by_label("Name der Kommune")).to_have_value("Musterstadt")
    assert asked == ["beforeunload"]


def test_on_paper_what_was_typed_stands_in_full(visitor: Callable[..., Person], host: SiteServer) -> None:
    host.faults[r"/main\.js$"] = Fault.MISSING
    person = visitor(host)
    person.watch.expect("bad-status", "404")
    allow_what_browsers_say(person)
    person.visits_the_questionnaire()
    expect(told(person)).to_contain_text("Auf dem Server fehlt eine Datei.")
    person.page.get_by_label("Stelle", exact=True).fill("Amt für alles, was lang ist " * 5)
    person.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    expect(person.page.locator("#selbstcheck-amt + .sc-printed")).to_have_text("Amt für alles, was lang ist " * 5)
    expect(box(person)).to_be_visible()
    person.page.emulate_media(media="print")
    expect(box(person)).to_be_hidden()


def test_where_not_even_the_script_that_looks_for_causes_comes_the_page_says_what_can_be_done(
    visitor: Callable[..., Person], host: SiteServer
) -> None:
    host.faults[r"\.js$"] = Fault.MISSING
    person = visitor(host)
    person.watch.expect("bad-status", "404")
    allow_what_browsers_say(person)
    person.visits_the_questionnaire()
    expect(box(person)).to_be_visible()
    expect(box(person).get_by_text(WITHOUT_IT)).to_be_visible()


def test_a_page_opened_from_disk_says_so(person: Person, site: Path) -> None:
    person.watch.allow("console", "file:|ERR_FAILED")
    person.watch.allow("failed-request", "file:")
    person.page.goto((site / FORM / "index.html").as_uri())
    expect(told(person)).to_contain_text("Die Seite ist als Datei von diesem Gerät geöffnet")


def test_a_lost_connection_is_told(visitor: Callable[..., Person], host: SiteServer) -> None:
    person = visitor(host)
    person.watch.expect("failed-request", "ERR_CONNECTION_RESET")
    person.watch.allow("console", "ERR_CONNECTION_RESET")
    person.page.route("**/views.js", lambda route: route.abort("connectionreset"))
    person.visits_the_questionnaire()
    expect(told(person)).to_contain_text("Die Verbindung zum Server ist abgebrochen")


def test_every_module_that_the_page_loads_is_asked_for_at_once_and_with_its_sum(person: Person, site: Path) -> None:
    person.visits_the_questionnaire()
    expect(person.page.get_by_role("button", name="Beginnen", exact=True)).to_be_visible()
    loaded = {request.url for request in person.watch.requests if request.url.endswith(".js")}
    links = person.page.locator("link[rel=modulepreload]")
    sums = dict(links.evaluate_all("links => links.map(({href, integrity}) => [href, integrity])"))
    no_modules = {url for url in loaded if url.endswith(("/withdrawal.js", "/arrival.js", "/menu.js"))}
    assert len(no_modules) == 3
    assert loaded - no_modules == set(sums)
    for url, said in sums.items():
        content = (site / url.removeprefix(person.server.url)).read_text(encoding="utf-8")
        assert said == sum_of(content), url


@pytest.mark.parametrize("name", ["main", "form", "sheet/entry", "runtime/machine", "elements"])
@pytest.mark.parametrize("checked", [True, False], ids=["checked", "unchecked"])
def test_a_module_of_another_content_runs_only_where_nobody_knows_its_sum(
    visitor: Callable[..., Person], host: SiteServer, name: str, *, checked: bool
) -> None:
    host.faults[rf"selbstcheck/\w+/{name}\.js$"] = Fault.LONGER
    person = visitor(host)
    without_sums = Cause("", (), page=lambda html: re.sub(r' integrity="[^"]*"', "", html))
    visits(person, Cause("", ()) if checked else without_sums)
    if checked:
        person.watch.expect(*REFUSED)
        expect(told(person)).to_contain_text(f"Die Datei „{name.rpartition('/')[2]}.js“ hat nicht den Inhalt")
    else:
        expect(person.page.get_by_role("button", name="Beginnen", exact=True)).to_be_visible()
