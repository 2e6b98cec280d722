"""A draft on this device: by the person's own choice only, and then nothing is lost and nothing overwritten unseen."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page, Route, expect

from browser.person import Person
from browser.test_privacy import EVERYTHING_KEPT, NOTHING_KEPT
from browser.test_saving import leaving_asks, types_an_office
from selfcheck_core.catalogue import Catalogue

CHOICE = "Entwurf auf diesem Gerät merken"


@pytest.fixture
def keeper(visitor: Callable[..., Person]) -> Person:
    """Return somebody who lets the device keep what they type."""
    person = visitor()
    person.watch.allow("failed-request", "ERR_ABORTED (blob:|.*/assets/)")  # a reload comes before everything is there
    person.visits_the_questionnaire()
    person.page.get_by_label(CHOICE).check()
    types_an_office(person, "Bauamt")
    expect(line(person.page)).to_contain_text("Als Entwurf auf diesem Gerät gemerkt: Stand ")
    return person


def line(page: Page) -> Locator:
    return page.locator("[data-draft-line]")


def notice(page: Page) -> Locator:
    """Return what is to be decided about the draft, wherever one is."""
    return page.locator("[data-draft-notice]")


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
    expect(notice(keeper.page)).to_contain_text("ist in einem anderen Tab weitergeschrieben worden")
    types_an_office(keeper, "Erster Tab")
    assert leaving_asks(keeper)
    assert not leaving_asks(other)
    later = keeper.page.context.new_page()
    later.goto(keeper.server.url + "selbstcheck/fragebogen/")
    expect(office(later)).to_have_value("Zweiter Tab")
    later.close()
    keeper.presses("Diesen Stand merken")
    expect(line(keeper.page)).to_contain_text("Als Entwurf auf diesem Gerät gemerkt")
    expect(notice(other.page)).to_contain_text("ist in einem anderen Tab weitergeschrieben worden")
    other.presses("Gemerkten Entwurf öffnen")
    other.presses("Antworten ersetzen")
    expect(office(other.page)).to_have_value("Erster Tab")


def test_a_draft_that_one_tab_deletes_is_not_brought_back_by_another(keeper: Person) -> None:
    other = another_tab(keeper)
    other.presses("Entwurf löschen")
    expect(notice(keeper.page)).to_contain_text("Der Entwurf wurde in einem anderen Tab gelöscht.")
    types_an_office(keeper, "Hauptamt")
    assert kept(keeper.page) == NOTHING_KEPT
    assert leaving_asks(keeper)


def test_what_is_typed_before_the_draft_is_open_does_not_overwrite_it(keeper: Person) -> None:
    held = holds_the_program_back(keeper)
    keeper.page.reload()
    expect(notice(keeper.page)).to_have_text("Der Entwurf auf diesem Gerät wird geöffnet …")
    expect(keeper.page.get_by_text("Noch ist nichts eingetragen, das zu speichern wäre.")).to_be_hidden()
    types_an_office(keeper, "Zu früh")
    lets_go(keeper, held)
    dialog = keeper.page.get_by_role("dialog", name="Antworten ersetzen?")
    expect(dialog).to_contain_text("Der Entwurf, der auf diesem Gerät gemerkt ist, tritt an ihre Stelle.")
    keeper.presses("Abbrechen")
    expect(notice(keeper.page)).to_contain_text("Auf diesem Gerät liegt ein Entwurf, der nicht geöffnet ist.")
    keeper.presses("Gemerkten Entwurf öffnen")
    keeper.presses("Antworten ersetzen")
    expect(office(keeper.page)).to_have_value("Bauamt")


def test_a_draft_that_the_browser_has_no_room_for_says_so_and_leaving_asks(keeper: Person) -> None:
    keeper.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }"
    )
    types_an_office(keeper, "Hauptamt")
    expect(notice(keeper.page)).to_contain_text("Der Entwurf passt nicht mehr in den Speicher des Browsers")
    assert leaving_asks(keeper)


def holds_the_program_back(keeper: Person) -> list[Route]:
    held: list[Route] = []
    keeper.page.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108
    return held


def lets_go(keeper: Person, held: list[Route]) -> None:
    while not held:
        keeper.page.wait_for_timeout(20)
    for route in held:
        route.continue_()
    # What was held may be the request of the page before the reload; that of today comes later.
    keeper.page.unroute("**/*.wasm")


def opened_draft(page: Page) -> Locator:
    return page.get_by_role("group", name="Entwurf geöffnet")


def test_a_draft_that_is_opened_is_called_a_draft_and_a_new_sheet_a_new_one(keeper: Person) -> None:
    keeper.page.reload()
    expect(opened_draft(keeper.page)).to_be_focused()
    expect(opened_draft(keeper.page)).to_contain_text("Der Entwurf ist geöffnet, 0 von")
    keeper.presses("Als neuen Bogen beginnen")
    expect(keeper.page.get_by_role("group", name="Neuer Bogen")).to_be_focused()
    expect(keeper.page.get_by_text("ist geöffnet")).to_have_count(0)


def test_a_draft_opens_by_itself_once_the_program_for_it_can_be_loaded(keeper: Person) -> None:
    keeper.watch.expect("bad-status", "404")
    keeper.watch.allow("console", "404")
    keeper.page.route("**/*.wasm*", lambda route: route.fulfill(status=404))
    keeper.page.reload()
    expect(notice(keeper.page)).to_contain_text("Er wird geöffnet, sobald es geladen ist.")
    expect(keeper.page.get_by_text("Noch ist nichts eingetragen, das zu speichern wäre.")).to_be_hidden()
    keeper.page.unroute_all()
    keeper.presses("Laden und Entwurf öffnen")
    expect(office(keeper.page)).to_have_value("Bauamt")
    expect(notice(keeper.page)).to_be_empty()
    expect(opened_draft(keeper.page)).to_be_focused()


def test_a_draft_that_cannot_be_read_stays_and_can_be_tried_again(keeper: Person) -> None:
    change = "(to) => { const [key] = Object.keys(localStorage); localStorage[key] = localStorage[key].replace(...to) }"
    format_now, format_later = '"format_version":1', '"format_version":99'
    keeper.page.evaluate(change, [format_now, format_later])
    keeper.page.reload()
    expect(notice(keeper.page)).to_contain_text("Der Entwurf auf diesem Gerät lässt sich nicht öffnen.")
    expect(keeper.page.get_by_role("alert")).to_be_hidden()
    keeper.page.evaluate(change, [format_later, format_now])
    keeper.presses("Gemerkten Entwurf öffnen")
    expect(office(keeper.page)).to_have_value("Bauamt")
    expect(notice(keeper.page)).to_be_empty()


def test_a_draft_that_is_deleted_while_it_opens_is_not_opened_any_more(keeper: Person) -> None:
    held = holds_the_program_back(keeper)
    keeper.page.reload()
    expect(notice(keeper.page)).to_have_text("Der Entwurf auf diesem Gerät wird geöffnet …")
    keeper.presses("Entwurf löschen")
    lets_go(keeper, held)
    keeper.waits_for_the_runtime()
    expect(line(keeper.page)).to_contain_text("Der Entwurf ist gelöscht.")
    expect(office(keeper.page)).to_have_value("")
    assert kept(keeper.page) == NOTHING_KEPT


def test_a_place_that_only_the_draft_asks_about_is_there_again_after_a_reload(
    keeper: Person, catalogue: Catalogue
) -> None:
    keeper.chooses_the_langform()
    keeper.begins()
    keeper.goes_on()
    place = keeper.page.url
    expect(keeper.heading(catalogue.fields[0].title)).to_have_text(re.compile("Thema 2 von"))
    keeper.page.reload()
    expect(keeper.heading(catalogue.fields[0].title)).to_have_text(re.compile("Thema 2 von"))
    assert keeper.page.url == place


def test_a_result_that_is_reloaded_comes_from_the_draft(keeper: Person, kurzform: Catalogue) -> None:
    keeper.begins()
    keeper.answers(kurzform.questions()[0], 1)
    keeper.looks_at_the_result()
    held = holds_the_program_back(keeper)
    keeper.page.reload()
    expect(keeper.page.locator("[data-rendered=result] [data-rendered-message]")).to_contain_text(
        "sobald der Entwurf geöffnet ist"
    )
    expect(keeper.page.get_by_text("Noch ist keine Frage bearbeitet.").filter(visible=True)).to_have_count(0)
    lets_go(keeper, held)
    expect(keeper.table()).to_be_attached()


def test_a_conflict_of_two_tabs_is_told_where_the_person_is_and_leaves_the_focus_there(
    keeper: Person, kurzform: Catalogue
) -> None:
    other = another_tab(keeper)
    keeper.begins()
    first = keeper.option(kurzform.questions()[0], 0)
    first.focus()
    types_an_office(other, "Zweiter Tab")
    expect(notice(keeper.page)).to_contain_text("ist in einem anderen Tab weitergeschrieben worden")
    expect(notice(keeper.page)).to_have_role("status")
    expect(notice(keeper.page)).to_be_in_viewport(ratio=1)
    for choice in ("Gemerkten Entwurf öffnen", "Diesen Stand merken"):
        expect(keeper.page.get_by_role("button", name=choice)).to_be_in_viewport(ratio=1)
    expect(first).to_be_focused()
