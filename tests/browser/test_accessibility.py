"""WCAG 2.2 AA by axe in every state of the form, narrow and wide, light and dark; and what axe cannot see."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import axe
from browser.person import Person
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving

WIDTHS = (360, 1280)
NARROWEST = 320


def check(page: Page) -> None:
    """Let axe look at the page in each width and scheme."""
    assert [complaint.text for complaint in axe.complaints(page)] == []


@pytest.fixture
def host(site: Path) -> Iterator[SiteServer]:
    """Return a host to be spoiled."""
    with serving(site) as running:
        yield running


def test_the_start_of_the_check(person: Person) -> None:
    person.visits_the_questionnaire()
    check(person.page)


def test_a_half_filled_field_with_everything_unfolded(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.is_of("Kreisangehörige Stadt oder Gemeinde")
    field = kurzform.fields[2]  # one of its questions is preset
    person.goes_to(field)
    person.answers(field.questions[0], "not-applicable")
    person.opens_the_note_of(field.questions[0])
    person.notes(field.questions[0], "Notiz")
    person.question(field.questions[0]).get_by_role("button", name="Weiteren Nachweis hinzufügen").click()
    person.saves()
    person.waits_for_the_runtime()
    check(person.page)


def test_a_field_with_an_error(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.begins()
    person.answers(kurzform.questions()[0], "not-applicable")
    person.goes_on()
    expect(person.page.get_by_role("alert")).to_be_visible()
    check(person.page)


def test_the_overview_with_a_file_that_was_refused(person: Person) -> None:
    person.visits_the_questionnaire()
    person.opens_the_file("kein Bogen")
    expect(person.page.get_by_role("alert")).to_be_visible()
    check(person.page)


@pytest.fixture
def opener(person: Person) -> Person:
    """Return somebody who has opened a file with a notice in it."""
    person.visits_the_questionnaire()
    saved = person.saves().replace('"answers": {', '"answers": {"frage-von-frueher": {"rung": 1}')
    person.opens_the_file(saved)
    person.waits_for_the_opened_sheet("1 Hinweis dazu")
    return person


def test_the_overview_with_an_opened_file(opener: Person) -> None:
    check(opener.page)


def test_the_question_before_the_next_file(opener: Person) -> None:
    saved = opener.saves()
    opener.page.get_by_label("Name der Kommune").fill("Musterstadt")
    opener.opens_the_file(saved)
    expect(opener.page.get_by_role("dialog")).to_be_visible()
    check(opener.page)


def test_a_result(person: Person, kurzform: Catalogue) -> None:
    firm, tentative, left_out = kurzform.fields[:3]
    person.visits_the_questionnaire()
    person.page.get_by_label("Name der Kommune").fill("Musterstadt")
    person.begins()
    for question in firm.questions:
        person.answers(question, 1)
    person.opens_the_note_of(firm.questions[0])
    person.notes(firm.questions[0], "Notiz")
    person.proves(firm.questions[0], "Leitbild", "https://example.org")
    person.goes_on()
    for question, choice in zip(tentative.questions, (0, 3, "unknown"), strict=True):
        person.answers(question, choice)
    person.goes_on()
    for question in left_out.questions:
        person.answers(question, "not-applicable")
        person.gives_the_reason(question, "Gibt es hier nicht.")
    person.looks_at_the_result()
    person.page.locator("#ergebnis-inhalt details").evaluate_all("all => all.forEach(each => (each.open = true))")
    check(person.page)


def test_the_list_of_answers_with_everything_that_is_unsettled(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.is_of("Kreisangehörige Stadt oder Gemeinde")
    last = kurzform.fields[-1]
    person.goes_to(last)
    for question, choice in zip(last.questions, (1, "unknown", "not-responsible", 3), strict=True):
        person.answers(question, choice)
    person.opens_the_note_of(last.questions[0])
    person.notes(last.questions[0], "Notiz")
    person.proves(last.questions[0], "Leitbild", "https://example.org")
    person.presses("Antworten prüfen")
    expect(person.page.get_by_role("term")).to_have_count(len(kurzform.questions()))
    assert person.page.evaluate(SMALL, [".answers a", 24]) == 0
    check(person.page)


# WCAG 2.2 asks for 24 pixels; what is pressed again and again has 44.
SMALL = """([selector, least]) => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility())
  .map(each => each.getBoundingClientRect()).filter(box => box.height < least || box.width < 24).length"""


def test_links_of_the_result_s_table_and_buttons_of_a_question_can_be_hit(
    visitor: Callable[..., Person], kurzform: Catalogue
) -> None:
    for width in WIDTHS:
        person = visitor(viewport={"width": width, "height": 900})
        person.goes_to(kurzform.fields[0])
        first = kurzform.questions()[0]
        person.answers(first, 1)
        person.opens_the_note_of(first)
        assert person.page.locator("section[data-current] .sc-link:visible").count() >= 5
        assert person.page.evaluate(SMALL, ["section[data-current] .sc-link", 44]) == 0
        person.looks_at_the_result()
        assert person.page.evaluate(SMALL, ["[data-rendered-actions] button", 24]) == 0
        person.page.get_by_text("Alle Zahlen", exact=True).click()
        assert person.page.locator(".result-table th a").count() == len(kurzform.fields)
        assert person.page.evaluate(SMALL, [".result-table th a", 24]) == 0
        assert person.page.evaluate(SMALL, [".result-table th a", 100]) > 0


def test_an_empty_result(person: Person) -> None:
    person.visits_the_questionnaire()
    person.looks_at_the_overview()
    person.presses("Ergebnis ansehen")
    check(person.page)


def test_an_empty_list_of_answers(person: Person) -> None:
    person.visits("selbstcheck/fragebogen/#antworten")
    expect(person.page.get_by_text("Hier stehen alle Fragen mit Ihren Antworten, sobald")).to_be_visible()
    check(person.page)


@pytest.fixture
def loading(host: SiteServer, visitor: Callable[..., Person], kurzform: Catalogue) -> Person:
    """Return somebody who answers while the runtime loads, for as long as the page waits for it."""
    host.faults[r"\.wasm"] = Fault.STALLED
    return answers_the_first(visitor(host), kurzform)


@pytest.fixture
def failed(host: SiteServer, visitor: Callable[..., Person], kurzform: Catalogue) -> Person:
    """Return somebody for whom the runtime did not load."""
    host.faults[r"selbstcheck-.*\.zip"] = Fault.CUT_SHORT
    person = answers_the_first(visitor(host), kurzform)
    expect(person.page.get_by_role("button", name="Noch einmal laden")).to_be_visible()
    return person


def answers_the_first(person: Person, kurzform: Catalogue) -> Person:
    person.visits_the_questionnaire()
    person.begins()
    person.answers(kurzform.questions()[0], 1)
    return person


def test_a_field_while_the_runtime_loads(loading: Person) -> None:
    expect(loading.page.get_by_text("Das Programm für das Ergebnis wird geladen: Schritt 1 von 2, ")).to_be_visible()
    check(loading.page)


def test_the_result_while_the_runtime_loads(loading: Person) -> None:
    loading.presses("Ergebnis ansehen")
    expect(loading.page.locator("#ergebnis").get_by_text("sobald das Programm dafür geladen ist")).to_be_visible()
    check(loading.page)


def test_a_field_after_the_loading_failed(failed: Person) -> None:
    check(failed.page)


def test_the_result_after_the_loading_failed(failed: Person) -> None:
    failed.presses("Ergebnis ansehen")
    expect(failed.heading("Das Ergebnis fehlt noch")).to_be_visible()
    check(failed.page)
    failed.presses("Antworten prüfen")
    expect(failed.heading("Die Liste der Antworten fehlt noch")).to_be_visible()
    check(failed.page)


def test_nothing_has_to_be_scrolled_sideways_on_the_narrowest_screen(
    visitor: Callable[..., Person], kurzform: Catalogue
) -> None:
    person = visitor(viewport={"width": NARROWEST, "height": 640})
    person.visits_the_questionnaire()
    assert too_wide(person) == []
    person.begins()
    first = kurzform.questions()[0]
    person.answers(first, "not-applicable")
    person.opens_the_note_of(first)
    assert too_wide(person) == []
    person.goes_on()
    assert too_wide(person) == []
    person.answers(first, 2)
    person.looks_at_the_result()
    assert too_wide(person) == []
    person.presses("Antworten prüfen")
    expect(person.page.locator(".answers")).to_be_visible()
    assert too_wide(person) == []


def too_wide(person: Person) -> list[str]:
    """Return what reaches beyond the right edge of the window, where that makes the page scroll."""
    found: list[str] = person.page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))"""
    )
    return found
