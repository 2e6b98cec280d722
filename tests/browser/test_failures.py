"""Loading the runtime goes wrong in every way we know of: the page says so in German, and all the rest goes on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from browser.answering import report_of, rows_of, sheet_of
from browser.person import Person
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving

FAILED = "Das Programm für das Ergebnis konnte nicht geladen werden."
WHAT_STILL_WORKS = "Sie können trotzdem weiter ausfüllen, den Bogen speichern und ihn drucken."
MISSING_FILE = "Auf dem Server fehlt eine Datei."
WRONG_KIND = "Der Server kündigt eine Datei falsch an, und der Browser führt sie deshalb nicht aus."
DAMAGED = "Eine Datei ist beschädigt oder abgeschnitten angekommen."
STALLED = "Es kommt seit einer Weile nichts mehr an."

WASM, BUNDLE, WORKER = r"pyodide\.asm\.wasm", r"selbstcheck-[0-9a-f]+\.zip", r"/worker\.js$"
LOADER, EMSCRIPTEN, PART = r"/pyodide\.js$", r"/pyodide\.asm\.js$", r"/pyodide_options\.js$"


@dataclass(frozen=True)
class Sabotage:
    """One thing that is wrong with one file, what the page says, and what the browser itself complains about."""

    name: str
    file: str
    fault: Fault
    said: str
    remedy: str
    complaints: tuple[tuple[str, str], ...] = ()


def not_there(name: str) -> tuple[str, str]:
    return MISSING_FILE, f"Die Datei „{name}“ ist nicht abrufbar (Antwort 404)."


def not_as_built(name: str) -> tuple[str, str]:
    return DAMAGED, f"Die Datei „{name}“ hat nicht den Inhalt, mit dem die Seite gebaut wurde."


MISSING = (("bad-status", "404"),)
REFUSED = (("console", "SRI's integrity checks failed|Failed to find a valid digest in the 'integrity' attribute"),)

SABOTAGES = [
    Sabotage("missing wasm", WASM, Fault.MISSING, *not_there("pyodide.asm.wasm"), MISSING),
    Sabotage("missing bundle", BUNDLE, Fault.MISSING, *not_there("selbstcheck-…"), MISSING),
    Sabotage("missing Pyodide", LOADER, Fault.MISSING, *not_there("pyodide.js"), MISSING),
    Sabotage("missing worker", WORKER, Fault.MISSING, *not_there("worker.js"), MISSING),
    Sabotage("corrupt wasm", WASM, Fault.CORRUPT, *not_as_built("pyodide.asm.wasm")),
    Sabotage("a bit in the wasm", WASM, Fault.FLIPPED, *not_as_built("pyodide.asm.wasm")),
    Sabotage("a bit in the bundle", BUNDLE, Fault.FLIPPED, *not_as_built("selbstcheck-…")),
    Sabotage("a bit in Pyodide", EMSCRIPTEN, Fault.FLIPPED, *not_as_built("pyodide.asm.js")),
    Sabotage("a bit in the worker", WORKER, Fault.FLIPPED, *not_as_built("worker.js"), REFUSED),
    Sabotage("empty worker", WORKER, Fault.EMPTY, *not_as_built("worker.js"), REFUSED),
    Sabotage("truncated wasm", WASM, Fault.CUT_SHORT, *not_as_built("pyodide.asm.wasm")),
    Sabotage("truncated bundle", BUNDLE, Fault.CUT_SHORT, *not_as_built("selbstcheck-…")),
]


@pytest.fixture
def host(site: Path) -> Iterator[SiteServer]:
    """Return a host of this test's own, to be spoiled."""
    with serving(site) as running:
        yield running


@pytest.fixture
def person(visitor: Callable[..., Person], host: SiteServer) -> Person:
    """Return somebody who has the form of the host in front of them."""
    person = visitor(host)
    person.visits_the_questionnaire()
    return person


def failure(person: Person, said: str) -> Locator:
    """Return the box that says why there is no runtime, once it is there."""
    expect(person.page.get_by_text(FAILED, exact=True)).to_be_visible()
    expect(paragraph(person, said)).to_be_visible()
    expect(person.page.get_by_text(WHAT_STILL_WORKS)).to_be_visible()
    return person.page.get_by_role("button", name="Noch einmal laden")


def pattern_of(sentence: str) -> re.Pattern[str]:
    """Return what a sentence looks like, whatever hash is in the name of a file."""
    return re.compile(re.escape(sentence).replace("…", r"[0-9a-f]+\.zip"))


def paragraph(person: Person, said: str) -> Locator:
    """Return what stands on the screen, beside what only screen readers hear."""
    return person.page.locator("p:not([role=status])").filter(has_text=said).filter(visible=True)


def still_answers_and_saves(person: Person, kurzform: Catalogue) -> None:
    """Answer the questions in sight and save them."""
    field = kurzform.fields[0]
    for rung, question in enumerate(field.questions):
        person.answers(question, rung)
    answers = sheet_of(person.saves(), kurzform).answers
    assert [answers[question.id].rung for question in field.questions] == [0, 1, 2]


def sees_the_result(person: Person, kurzform: Catalogue) -> None:
    """See in the result what the core makes of the saved answers."""
    expect(person.table()).to_be_attached()
    assert person.rows() == rows_of(report_of(person.saves(), kurzform))


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda sabotage: sabotage.name)
def test_a_spoiled_file_is_named_and_answers_are_kept(
    person: Person, host: SiteServer, kurzform: Catalogue, sabotage: Sabotage
) -> None:
    host.faults[sabotage.file] = sabotage.fault
    for kind, pattern in sabotage.complaints:
        person.watch.expect(kind, pattern)
    allow_what_browsers_say(person)
    person.begins()
    failure(person, sabotage.said)
    expect(person.page.locator("[data-runtime-remedy]")).to_contain_text(pattern_of(sabotage.remedy))
    still_answers_and_saves(person, kurzform)


@pytest.mark.parametrize("file", [WASM, WORKER], ids=["wasm", "worker"])
def test_the_result_says_what_is_missing_and_comes_after_a_retry(
    person: Person, host: SiteServer, kurzform: Catalogue, file: str
) -> None:
    host.faults[file] = Fault.MISSING
    person.watch.expect("bad-status", "404")
    allow_what_browsers_say(person)
    person.begins()
    retry = failure(person, MISSING_FILE)
    person.answers(kurzform.questions()[0], 1)
    person.presses("Ergebnis ansehen")
    expect(person.heading("Das Ergebnis fehlt noch")).to_be_visible()
    expect(paragraph(person, MISSING_FILE)).to_be_visible()
    expect(retry).to_be_hidden()
    host.faults.clear()
    person.presses("Noch einmal versuchen")
    sees_the_result(person, kurzform)


def allow_what_browsers_say(person: Person) -> None:
    """Let Chromium complain in its own words, or not: it tells some of it about pages only, not about workers."""
    person.watch.allow("console", "404|ERR_INTERNET_DISCONNECTED|Content Security Policy")
    person.watch.allow(*REFUSED[0])
    person.watch.allow("failed-request", "ERR_ABORTED")


@pytest.mark.parametrize("file", [WORKER, PART, LOADER, EMSCRIPTEN], ids=["worker", "part", "loader", "Pyodide"])
def test_a_program_of_another_content_does_not_run(person: Person, host: SiteServer, file: str) -> None:
    host.faults[file] = Fault.LONGER
    allow_what_browsers_say(person)
    person.begins()
    failure(person, DAMAGED)


def test_where_nobody_knows_the_sums_it_would_run(visitor: Callable[..., Person], host: SiteServer) -> None:
    host.faults.update(dict.fromkeys((WORKER, PART, LOADER, EMSCRIPTEN), Fault.LONGER))
    person = visitor(host)
    person.page.route("**/fragebogen/", without_sums)
    person.visits_the_questionnaire()
    person.begins()
    person.waits_for_the_runtime()


def without_sums(route: Route) -> None:
    html = re.sub('data-sums="[^"]*"', 'data-sums=""', route.fetch().text())
    route.fulfill(body=html, content_type="text/html; charset=utf-8")


POLICIES = [
    ("worker-src 'self'", "„worker-src“ die Angabe „blob:“"),
    ("script-src 'self'; worker-src 'self' blob:", "„script-src“ die Angabe „'wasm-unsafe-eval'“"),
]


@pytest.mark.parametrize(("header", "remedy"), POLICIES, ids=["worker", "wasm"])
def test_a_header_that_forbids_the_runtime_is_named(
    visitor: Callable[..., Person], host: SiteServer, kurzform: Catalogue, header: str, remedy: str
) -> None:
    host.headers[""] = {"Content-Security-Policy": header}
    person = visitor(host)
    person.watch.allow("policy", "worker-src blob|WebAssembly")
    allow_what_browsers_say(person)
    person.visits_the_questionnaire()
    person.begins()
    failure(person, "Eine Einstellung des Servers verbietet dem Browser, das Programm für das Ergebnis zu starten.")
    expect(paragraph(person, remedy)).to_be_visible()
    still_answers_and_saves(person, kurzform)


def test_a_browser_without_webassembly_says_that_it_is_switched_off(person: Person, kurzform: Catalogue) -> None:
    person.page.evaluate("() => { delete globalThis.WebAssembly; }")
    person.begins()
    failure(person, "In diesem Browser ist WebAssembly abgeschaltet")
    still_answers_and_saves(person, kurzform)


def test_a_browser_without_workers_made_of_modules_is_too_old(person: Person, kurzform: Catalogue) -> None:
    person.page.evaluate("() => { delete globalThis.Worker; }")
    person.begins()
    failure(person, "Dieser Browser ist dafür zu alt.")
    still_answers_and_saves(person, kurzform)


def test_the_box_s_own_retry_loads_the_runtime_too(person: Person, host: SiteServer, kurzform: Catalogue) -> None:
    host.faults[BUNDLE] = Fault.CUT_SHORT
    person.begins()
    retry = failure(person, DAMAGED)
    host.faults.clear()
    retry.click()
    person.waits_for_the_runtime()
    expect(person.page.get_by_text(FAILED, exact=True)).to_be_hidden()


def test_a_network_that_stalls_ends_at_the_deadline(person: Person, host: SiteServer, kurzform: Catalogue) -> None:
    host.faults[WASM] = Fault.STALLED
    person.page.clock.install()
    person.watch.allow("failed-request", "ERR_ABORTED .*wasm")
    person.visits_the_questionnaire()
    person.begins()
    expect(person.page.get_by_text("Das Programm für das Ergebnis wird geladen: Schritt 1 von 2, ")).to_be_visible()
    still_answers_and_saves(person, kurzform)
    person.page.clock.fast_forward(46_000)
    retry = failure(person, STALLED)
    host.faults.clear()
    retry.click()
    person.presses("Ergebnis ansehen")
    sees_the_result(person, kurzform)


def test_a_worker_killed_while_it_loads_ends_at_the_deadline(person: Person, host: SiteServer) -> None:
    host.faults[WASM] = Fault.STALLED
    person.page.clock.install()
    person.visits_the_questionnaire()
    with person.page.expect_worker() as worker:
        person.begins()
    person.watch.allow("failed-request", "ERR_ABORTED .*wasm")
    expect(person.page.get_by_text("Das Programm für das Ergebnis wird geladen: Schritt 1 von 2, ")).to_be_visible()
    kill(person)
    assert worker.value not in person.page.workers
    person.page.clock.fast_forward(46_000)
    failure(person, STALLED)


def test_a_worker_killed_after_a_result_is_missed_at_the_next_and_comes_back(
    person: Person, kurzform: Catalogue
) -> None:
    person.page.clock.install()
    person.visits_the_questionnaire()
    person.begins()
    person.waits_for_the_runtime()
    still_answers_and_saves(person, kurzform)
    kill(person)
    person.presses("Ergebnis ansehen")
    person.page.clock.fast_forward(11_000)
    expect(person.heading("Das Ergebnis fehlt noch")).to_be_visible()
    expect(paragraph(person, "Der Browser hat das Programm für das Ergebnis beendet").first).to_be_visible()
    person.presses("Noch einmal versuchen")
    sees_the_result(person, kurzform)


def test_offline_is_the_reason_that_is_told_first(person: Person, kurzform: Catalogue) -> None:
    person.page.context.set_offline(True)
    person.watch.expect("failed-request", "ERR_INTERNET_DISCONNECTED")
    allow_what_browsers_say(person)
    person.begins()
    retry = failure(person, "Dieses Gerät ist gerade offline.")
    still_answers_and_saves(person, kurzform)
    person.page.context.set_offline(False)
    retry.click()
    person.presses("Ergebnis ansehen")
    sees_the_result(person, kurzform)


def test_a_file_that_is_opened_meanwhile_says_why_it_cannot_be_read(
    person: Person, host: SiteServer, kurzform: Catalogue
) -> None:
    host.faults[BUNDLE] = Fault.CUT_SHORT
    person.opens_the_file("{}")
    failure(person, DAMAGED)
    expect(waiting_file(person)).to_contain_text("weil das Programm dafür nicht geladen werden konnte")
    expect(person.page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize("retry", ["Noch einmal laden", "Laden und Datei öffnen"])
def test_a_file_that_could_not_be_opened_is_kept_and_opens_by_itself(
    person: Person, host: SiteServer, retry: str
) -> None:
    host.faults[BUNDLE] = Fault.CUT_SHORT
    person.page.get_by_label("Stelle", exact=True).fill("Bauamt")
    saved = person.saves()
    person.page.get_by_label("Stelle", exact=True).fill("")
    person.saves()
    person.presses("Die Datei ist da")
    person.opens_the_file(saved)
    expect(waiting_file(person)).to_contain_text("Sie bleibt gewählt und wird geöffnet, sobald es geladen ist.")
    host.faults.clear()
    person.presses(retry)
    expect(person.page.get_by_role("group", name="Bogen geöffnet")).to_be_focused()
    expect(person.page.get_by_label("Stelle", exact=True)).to_have_value("Bauamt")
    expect(waiting_file(person)).to_be_empty()
    expect(person.page.get_by_role("button", name=retry)).to_be_hidden()


def test_of_two_chosen_files_the_later_one_opens_wherever_the_person_is_by_then(
    person: Person, host: SiteServer, kurzform: Catalogue
) -> None:
    host.faults[BUNDLE] = Fault.CUT_SHORT
    saved = person.saves()
    person.opens_the_file(saved.replace('"office": ""', '"office": "Erstes"'), "eins.json")
    person.opens_the_file(saved.replace('"office": ""', '"office": "Zweites"'), "zwei.json")
    expect(waiting_file(person)).to_contain_text("Die Datei „zwei.json“ ist noch nicht geöffnet")
    person.begins()
    person.answers(kurzform.questions()[0], 1)
    host.faults.clear()
    person.presses("Noch einmal laden")
    dialog = person.page.get_by_role("dialog", name="Antworten ersetzen?")
    expect(dialog).to_contain_text("Die Datei, die Sie öffnen, tritt an ihre Stelle.")
    person.presses("Antworten ersetzen")
    expect(person.page.get_by_role("group", name="Bogen geöffnet")).to_be_focused()
    assert person.page.url.endswith("#start")
    expect(person.page.get_by_label("Stelle", exact=True)).to_have_value("Zweites")


def waiting_file(person: Person) -> Locator:
    """Return what the page says about the file that was chosen and is not open yet."""
    return person.page.get_by_role("group", name="Gewählte Datei").get_by_role("status")


def test_nothing_about_a_failure_waits_for_the_mouse(person: Person, host: SiteServer) -> None:
    host.faults[BUNDLE] = Fault.CUT_SHORT
    person.begins()
    failure(person, DAMAGED)
    announcer = person.page.get_by_role("status").filter(has_text=FAILED)
    expect(announcer).to_have_text(f"{FAILED} {DAMAGED}")


def kill(person: Person) -> None:
    """End every worker of the page from outside, as a browser short of memory does."""
    (worker,) = person.page.workers
    with worker.expect_event("close"):
        worker.evaluate("() => self.close()")


def test_a_retry_that_fails_says_its_own_reason_and_the_second_one_loads_the_runtime(
    person: Person, host: SiteServer
) -> None:
    host.faults[BUNDLE] = Fault.CUT_SHORT
    person.begins()
    retry = failure(person, DAMAGED)
    host.faults[BUNDLE] = Fault.MISSING
    for kind, pattern in MISSING:
        person.watch.expect(kind, pattern)
    retry.click()
    failure(person, MISSING_FILE)
    expect(paragraph(person, DAMAGED)).to_have_count(0)
    expect(retry).to_be_visible()
    host.faults.clear()
    retry.click()
    person.waits_for_the_runtime()
    expect(person.page.get_by_text(FAILED, exact=True)).to_be_hidden()
    expect(retry).to_be_hidden()
