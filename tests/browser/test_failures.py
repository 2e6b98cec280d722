"""Loading the runtime goes wrong in every way we know of: the page says so in German, and all the rest goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from browser.answering import report_of, rows_of, sheet_of
from browser.person import Person
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving

FAILED = "Das Rechenwerk konnte nicht geladen werden."
WHAT_STILL_WORKS = "Sie können trotzdem weiter ausfüllen, den Bogen speichern und ihn drucken."
NOT_ARRIVED = "Eine Datei ist nicht angekommen."
DAMAGED = "Eine Datei ist beschädigt angekommen."
STALLED = "Es kommt seit einer Weile nichts mehr an."

WASM, BUNDLE, WORKER = r"pyodide\.asm\.wasm", r"selbstcheck-[0-9a-f]+\.zip", r"/worker\.js$"


@dataclass(frozen=True)
class Sabotage:
    """One thing that is wrong with one file, what the page says, and what the browser itself complains about."""

    name: str
    file: str
    fault: Fault
    said: str
    complaints: tuple[tuple[str, str], ...] = ()


MISSING = (("bad-status", "404"),)
NOT_IMPORTED = (*MISSING, ("failed-request", r"ERR_ABORTED .*\.js$"))
# Pyodide itself says on the console that it could not start.
FATAL = (("console", r"Fatal Python error.*/pyodide\.asm\.js"), ("console", r"/pyodide\.asm\.js$"))

SABOTAGES = [
    Sabotage("missing wasm", WASM, Fault.MISSING, NOT_ARRIVED, MISSING),
    Sabotage("missing bundle", BUNDLE, Fault.MISSING, NOT_ARRIVED, MISSING),
    Sabotage("missing Pyodide", r"/pyodide\.js$", Fault.MISSING, NOT_ARRIVED, NOT_IMPORTED),
    Sabotage("missing worker", WORKER, Fault.MISSING, NOT_ARRIVED, NOT_IMPORTED),
    Sabotage("corrupt wasm", WASM, Fault.CORRUPT, DAMAGED),
    Sabotage("corrupt bundle", BUNDLE, Fault.CORRUPT, DAMAGED, FATAL),
    Sabotage("corrupt Pyodide", r"/pyodide\.asm\.js$", Fault.CORRUPT, DAMAGED),
    # Chromium does not say why a module worker did not start.
    Sabotage("corrupt worker", WORKER, Fault.CORRUPT, NOT_ARRIVED),
    Sabotage("truncated wasm", WASM, Fault.CUT_SHORT, DAMAGED),
    Sabotage("truncated bundle", BUNDLE, Fault.CUT_SHORT, DAMAGED),
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
    return person.page.get_by_role("button", name="Rechenwerk noch einmal laden")


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
    expect(person.table()).to_be_visible()
    assert person.rows() == rows_of(report_of(person.saves(), kurzform))


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda sabotage: sabotage.name)
def test_a_spoiled_file_is_named_and_mended_by_a_retry(
    person: Person, host: SiteServer, kurzform: Catalogue, sabotage: Sabotage
) -> None:
    host.faults[sabotage.file] = sabotage.fault
    for kind, pattern in sabotage.complaints:
        person.watch.expect(kind, pattern)
    person.begins()
    retry = failure(person, sabotage.said)
    still_answers_and_saves(person, kurzform)

    person.presses("Ergebnis ansehen")
    expect(person.heading("Das Ergebnis fehlt noch")).to_be_visible()
    expect(paragraph(person, sabotage.said)).to_be_visible()
    expect(retry).to_be_hidden()

    host.faults.clear()
    person.presses("Noch einmal versuchen")
    sees_the_result(person, kurzform)


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
    expect(person.page.get_by_text("Rechenwerk wird geladen: Schritt 1 von 2, ")).to_be_visible()
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
    expect(person.page.get_by_text("Rechenwerk wird geladen: Schritt 1 von 2, ")).to_be_visible()
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
    expect(paragraph(person, "Der Browser hat das Rechenwerk beendet").first).to_be_visible()
    person.presses("Noch einmal versuchen")
    sees_the_result(person, kurzform)


def test_offline_is_the_reason_that_is_told_first(person: Person, kurzform: Catalogue) -> None:
    person.page.context.set_offline(True)
    person.watch.expect("failed-request", "ERR_INTERNET_DISCONNECTED")
    person.watch.allow("console", r"ERR_INTERNET_DISCONNECTED .*\.svg$")  # the icon of the tab
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
    alert = person.page.get_by_role("alert")
    expect(alert).to_contain_text("Die Datei lässt sich gerade nicht öffnen, weil das Rechenwerk nicht läuft.")


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
    failure(person, NOT_ARRIVED)
    expect(paragraph(person, DAMAGED)).to_have_count(0)
    expect(retry).to_be_visible()
    host.faults.clear()
    retry.click()
    person.waits_for_the_runtime()
    expect(person.page.get_by_text(FAILED, exact=True)).to_be_hidden()
    expect(retry).to_be_hidden()
