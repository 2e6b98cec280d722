"""A draft on this device: by the person's own choice only, and then nothing is lost and nothing overwritten unseen."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page, expect

from browser.person import Person
from browser.test_privacy import EVERYTHING_KEPT, NOTHING_KEPT
from browser.test_saving import leaving_asks, types_an_office

CHOICE = "Entwurf auf diesem Gerät merken"


@pytest.fixture
def keeper(visitor: Callable[..., Person]) -> Person:
    """Return somebody who lets the device keep what they type."""
    person = visitor()
    person.watch.allow("failed-request", "ERR_ABORTED .*/assets/")  # a reload comes before everything is there
    person.visits_the_questionnaire()
    person.page.get_by_label(CHOICE).check()
    types_an_office(person, "Bauamt")
    expect(line(person.page)).to_contain_text("Als Entwurf auf diesem Gerät gemerkt: Stand ")
    return person


def line(page: Page) -> Locator:
    return page.locator("[data-draft-line]")


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(EVERYTHING_KEPT)
    return found


def office(page: Page) -> Locator:
    return page.get_by_label("Stelle", exact=True)


def another_tab(person: Person) -> Person:
    """Open the form a second time in the same browser, and wait until the draft is open there."""
    page = person.page.context.new_page()
    person.watch.attach_to_workers(page)
    other = Person(page, person.watch, person.server)
    other.visits_the_questionnaire()
    expect(office(page)).to_have_value("Bauamt")
    return other


def test_without_the_choice_nothing_is_kept_whatever_one_does(person: Person) -> None:
    person.visits_the_questionnaire()
    expect(person.page.get_by_label(CHOICE)).not_to_be_checked()
    types_an_office(person)
    person.saves()
    person.presses("Die Datei ist da")
    assert kept(person.page) == NOTHING_KEPT
    assert person.page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


def test_a_reload_loses_nothing_and_keeps_the_sheet_the_same(keeper: Person) -> None:
    assert not leaving_asks(keeper)
    before = keeper.sheet()["sheet"]["id"]
    keeper.page.reload()
    expect(office(keeper.page)).to_have_value("Bauamt")
    expect(keeper.page.get_by_label(CHOICE)).to_be_checked()
    expect(keeper.page.locator("[data-standing]")).to_have_text("Noch nicht in einer Datei gespeichert.")
    types_an_office(keeper, "Hauptamt")
    assert keeper.sheet()["sheet"]["id"] == before
    keeper.page.reload()
    expect(office(keeper.page)).to_have_value("Hauptamt")


def test_a_crash_loses_nothing(keeper: Person) -> None:
    with keeper.page.expect_event("crash"):
        crash(keeper.page)
    page = keeper.page.context.new_page()
    page.goto(keeper.server.url + "selbstcheck/fragebogen/")
    expect(office(page)).to_have_value("Bauamt")


def crash(page: Page) -> None:
    """Let the tab's process die."""
    with suppress(PlaywrightError):
        page.goto("chrome://crash", timeout=2_000)


def test_deleting_leaves_nothing_on_the_device(keeper: Person) -> None:
    assert kept(keeper.page)["local"] == ["selbstcheck-entwurf:weltoffene-kommune"]
    assert {**kept(keeper.page), "local": []} == NOTHING_KEPT
    keeper.presses("Entwurf löschen")
    expect(line(keeper.page)).to_have_text("Der Entwurf ist gelöscht. Auf diesem Gerät ist nichts mehr abgelegt.")
    assert kept(keeper.page) == NOTHING_KEPT
    types_an_office(keeper, "Hauptamt")
    assert kept(keeper.page) == NOTHING_KEPT
    assert leaving_asks(keeper)


def test_taking_the_choice_back_deletes_too(keeper: Person) -> None:
    keeper.page.get_by_label(CHOICE).uncheck()
    assert kept(keeper.page) == NOTHING_KEPT


def test_two_tabs_never_overwrite_each_other_unseen(keeper: Person) -> None:
    other = another_tab(keeper)
    types_an_office(other, "Zweiter Tab")
    expect(line(keeper.page)).to_contain_text("ist in einem anderen Tab weitergeschrieben worden")
    types_an_office(keeper, "Erster Tab")
    assert leaving_asks(keeper)
    assert not leaving_asks(other)
    later = keeper.page.context.new_page()
    later.goto(keeper.server.url + "selbstcheck/fragebogen/")
    expect(office(later)).to_have_value("Zweiter Tab")
    later.close()
    keeper.presses("Diesen Stand merken")
    expect(line(keeper.page)).to_contain_text("Als Entwurf auf diesem Gerät gemerkt")
    expect(line(other.page)).to_contain_text("ist in einem anderen Tab weitergeschrieben worden")
    other.presses("Gemerkten Entwurf öffnen")
    other.presses("Antworten ersetzen")
    expect(office(other.page)).to_have_value("Erster Tab")


def test_a_draft_that_one_tab_deletes_is_not_brought_back_by_another(keeper: Person) -> None:
    other = another_tab(keeper)
    other.presses("Entwurf löschen")
    expect(line(keeper.page)).to_contain_text("Der Entwurf wurde in einem anderen Tab gelöscht.")
    types_an_office(keeper, "Hauptamt")
    assert kept(keeper.page) == NOTHING_KEPT
    assert leaving_asks(keeper)


def test_what_is_typed_before_the_draft_is_open_does_not_overwrite_it(keeper: Person) -> None:
    held: list[Any] = []
    keeper.page.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108
    keeper.page.reload()
    expect(line(keeper.page)).to_have_text("Auf diesem Gerät liegt ein Entwurf. Er wird geöffnet …")
    types_an_office(keeper, "Zu früh")
    while not held:
        keeper.page.wait_for_timeout(20)
    for route in held:
        route.continue_()
    keeper.presses("Abbrechen")
    expect(line(keeper.page)).to_contain_text("Auf diesem Gerät liegt ein Entwurf, der nicht geöffnet ist.")
    keeper.presses("Gemerkten Entwurf öffnen")
    keeper.presses("Antworten ersetzen")
    expect(office(keeper.page)).to_have_value("Bauamt")


def test_a_draft_that_the_browser_has_no_room_for_says_so_and_leaving_asks(keeper: Person) -> None:
    keeper.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }"
    )
    types_an_office(keeper, "Hauptamt")
    expect(line(keeper.page)).to_contain_text("Der Entwurf passt nicht mehr in den Speicher des Browsers")
    assert leaving_asks(keeper)
