"""A button that vanishes when it is pressed leaves the focus at a place that is seen, not at the page's top."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from browser.keyboard import KeyboardUser, complaints
from browser.person import Person
from browser.test_draft import CHOICE
from browser.test_saving import types_an_office
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving

BUNDLE = r"selbstcheck-[0-9a-f]+\.zip"


@pytest.fixture
def host(site: Path) -> Iterator[SiteServer]:
    """Return a host from which the program for the result does not arrive whole."""
    with serving(site, faults={BUNDLE: Fault.CUT_SHORT}) as running:
        yield running


@pytest.fixture
def person(visitor: Callable[..., Person], host: SiteServer) -> Person:
    """Return somebody who has the form in front of them."""
    person = visitor(host)
    person.visits_the_questionnaire()
    return person


def presses_by_keyboard(person: Person, button: str) -> None:
    person.page.get_by_role("button", name=button, exact=True).filter(visible=True).focus()
    KeyboardUser(person).types("Enter")


def holds_the_focus(person: Person, place: Locator) -> None:
    expect(place).to_be_focused()
    stop = KeyboardUser(person).focused()
    assert stop
    assert complaints(stop) == []


def group(person: Person, name: str) -> Locator:
    return person.page.get_by_role("group", name=name, exact=True)


def test_buttons_beside_the_line_about_saving_hand_the_focus_to_its_group(person: Person) -> None:
    types_an_office(person)
    person.saves()
    presses_by_keyboard(person, "Die Datei ist da")
    holds_the_focus(person, group(person, "Speichern"))
    person.page.get_by_label(CHOICE).check()
    presses_by_keyboard(person, "Entwurf löschen")
    holds_the_focus(person, group(person, "Entwurf"))
    person.page.get_by_label(CHOICE).check()
    another = person.page.context.new_page()
    another.goto(person.page.url)
    another.get_by_role("button", name="Diesen Stand merken").click()
    expect(person.page.locator("[data-draft-notice]")).to_contain_text("in einem anderen Tab")
    presses_by_keyboard(person, "Diesen Stand merken")
    holds_the_focus(person, group(person, "Speichern"))


def test_loading_once_more_hands_the_focus_to_the_heading_of_what_is_in_sight(
    person: Person, host: SiteServer, kurzform: Catalogue
) -> None:
    person.begins()
    presses_by_keyboard(person, "Noch einmal laden")
    holds_the_focus(person, person.heading(kurzform.fields[0].title))
    person.answers(kurzform.questions()[0], 1)
    person.presses("Ergebnis ansehen")
    expect(person.heading("Das Ergebnis fehlt noch")).to_be_visible()
    host.faults.clear()
    presses_by_keyboard(person, "Noch einmal versuchen")
    expect(person.table()).to_be_visible()
    holds_the_focus(person, person.heading("Ergebnis"))


def test_the_way_to_a_chosen_file_and_from_it_to_a_new_sheet_keeps_the_focus(person: Person, host: SiteServer) -> None:
    person.opens_the_file(person.saves())
    expect(group(person, "Gewählte Datei")).to_contain_text("Sie bleibt gewählt")
    host.faults[BUNDLE] = Fault.STALLED
    presses_by_keyboard(person, "Laden und Datei öffnen")
    holds_the_focus(person, group(person, "Gewählte Datei"))
    host.faults.clear()
    person.watch.allow("failed-request", "ERR_ABORTED")
    person.visits_the_questionnaire()
    person.opens_the_file(person.saves())
    expect(group(person, "Bogen geöffnet")).to_be_focused()
    presses_by_keyboard(person, "Als neuen Bogen beginnen")
    holds_the_focus(person, group(person, "Neuer Bogen"))


def test_a_box_that_vanishes_by_itself_hands_the_focus_on_too(visitor: Callable[..., Person]) -> None:
    person = visitor()
    held: list[Route] = []
    person.page.route("**/main.js", lambda route: held.append(route))  # noqa: PLW0108
    person.page.goto(person.server.url + "selbstcheck/fragebogen/", wait_until="commit")
    button = person.page.get_by_role("button", name="Seite drucken", include_hidden=True)
    button.evaluate("button => { button.parentElement.dataset.foundCause = 'stalled'; button.hidden = false }")
    button.focus()
    expect(button).to_be_focused()
    while not held:
        person.page.wait_for_timeout(20)
    held[0].continue_()
    holds_the_focus(person, person.heading("Selbstcheck beginnen"))


def test_without_that_the_focus_would_fall_to_the_top_of_the_page(visitor: Callable[..., Person]) -> None:
    person = visitor()
    person.page.add_init_script("MutationObserver.prototype.observe = () => {}")
    person.visits_the_questionnaire()
    types_an_office(person)
    person.saves()
    presses_by_keyboard(person, "Die Datei ist da")
    expect(person.page.get_by_role("button", name="Die Datei ist da")).to_be_hidden()
    person.page.wait_for_function("() => document.activeElement === document.body")
