"""Every way through the site by keyboard alone, and at each step one sees where one is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.answering import dealt_with, report_of, rows_of
from browser.keyboard import KeyboardUser, complaints
from browser.person import Person
from selfcheck_core.catalogue import Catalogue

NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
MOST_STOPS = 100


@pytest.mark.parametrize(
    ("size", "paths"),
    [(NARROW, ["", "selbstcheck/", "selbstcheck/fragebogen/"]), (WIDE, ["", "selbstcheck/methode/"])],
    ids=["narrow", "wide"],
)
def test_each_stop_of_the_tab_key_on_a_page_is_seen_where_it_is(
    visitor: Callable[..., Person], size: dict[str, int], paths: list[str]
) -> None:
    user = KeyboardUser(visitor(viewport=size))
    for path in paths:
        user.person.visits(path)
        assert not seen(user), path


def test_each_stop_of_the_tab_key_in_the_form_and_its_result_is_seen_where_it_is(
    visitor: Callable[..., Person], kurzform: Catalogue
) -> None:
    person = visitor(viewport=NARROW)
    user = KeyboardUser(person)
    first, second, _ = kurzform.fields[0].questions
    person.goes_to(kurzform.fields[0])
    person.answers(first, "not-applicable")
    person.gives_the_reason(first, "Gibt es hier nicht.")
    person.answers(second, 1)
    person.opens_the_note_of(first)
    user.goes_to_the_top()
    assert not seen(user)
    person.looks_at_the_result()
    user.goes_to_the_top()
    assert not seen(user)


def test_headings_and_boxes_that_take_the_focus_show_it(person: Person, kurzform: Catalogue) -> None:
    user = KeyboardUser(person)
    person.goes_to(kurzform.fields[0])
    person.answers(kurzform.questions()[0], "not-applicable")
    for focused in (
        person.page.get_by_role("alert"),
        person.heading(kurzform.fields[1].title),
    ):
        person.page.get_by_role("button", name="Weiter", exact=True).filter(visible=True).focus()
        user.types("Enter")
        expect(focused).to_be_focused()
        stop = user.focused()
        assert stop
        assert complaints(stop) == []
    person.waits_for_the_runtime()


def test_the_search_page_has_no_more_stops_than_a_person_bears(person: Person) -> None:
    user = KeyboardUser(person)
    person.visits("suche/")
    stops = user.stops()
    assert 20 < len(stops) < MOST_STOPS
    assert [complaint for stop in stops for complaint in complaints(stop)] == []
    group = person.page.locator("details").first
    link = group.get_by_role("link").first
    expect(link).to_be_hidden()
    group.locator("summary").focus()
    user.types("Enter")
    user.types("Tab")
    expect(link).to_be_focused()


def test_a_block_of_code_scrolls_by_keyboard_and_shows_its_focus(visitor: Callable[..., Person]) -> None:
    user = KeyboardUser(visitor(viewport=NARROW))
    user.person.visits("mitwirken/szenarien/")
    user.tabs_to("titel:")
    block = user.person.page.locator("pre > code").first
    expect(block).to_be_focused()
    user.types("ArrowRight")
    user.person.page.wait_for_function("() => document.activeElement.scrollLeft > 0")


def seen(user: KeyboardUser) -> str:
    stops = user.stops()
    assert len(stops) > 5
    return "\n".join(complaint for stop in stops for complaint in complaints(stop))


def test_the_first_stop_skips_to_the_content(person: Person) -> None:
    user = KeyboardUser(person)
    person.visits("selbstcheck/")
    user.types("Tab")
    expect(person.page.get_by_role("link", name="Zum Inhalt")).to_be_focused()
    expect(person.page.get_by_role("link", name="Zum Inhalt")).to_be_in_viewport()
    user.types("Enter")
    expect(person.page.get_by_role("main")).to_be_focused()
    user.types("Tab")
    assert person.page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_skipping_to_the_content_does_not_leave_a_field_of_the_form(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.goes_to(kurzform.fields[1])
    person.page.get_by_role("link", name="Zum Inhalt").focus()
    KeyboardUser(person).types("Enter")
    expect(person.heading(kurzform.fields[1].title)).to_be_visible()


def test_the_menu_of_a_narrow_screen_opens_with_enter_and_closes_with_escape(visitor: Callable[..., Person]) -> None:
    user = KeyboardUser(visitor(viewport=NARROW))
    page = user.person.page
    user.person.visits()
    menu = page.get_by_role("button", name="Menü", exact=True)
    entry = page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Projekt")
    expect(entry).to_be_hidden()
    user.tabs_to("Menü")
    user.types("Enter")
    expect(entry).to_be_visible()
    user.tabs_to("Projekt")
    user.types("Escape")
    expect(entry).to_be_hidden()
    expect(menu).to_be_focused()
    user.types("Enter", "Escape")
    expect(entry).to_be_hidden()
    user.types("Enter")
    expect(page.get_by_role("button", name="Menü schließen")).to_be_focused()
    user.types("Enter")
    expect(entry).to_be_hidden()
    expect(menu).to_be_focused()
    user.types("Space")
    user.tabs_to("Projekt")
    user.types("Enter")
    expect(page).to_have_url(f"{user.person.server.url}projekt/")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_from_the_start_page_to_the_reopened_file_without_a_mouse(
    visitor: Callable[..., Person], kurzform: Catalogue, size: dict[str, int]
) -> None:
    person = visitor(viewport=size)
    user = KeyboardUser(person)
    on_disk: list[Path] = []
    person.page.on("filechooser", lambda chooser: chooser.set_files(on_disk[0]))
    person.visits()
    user.tabs_to("Selbstcheck beginnen")
    user.types("Enter")
    expect(person.heading("Selbstcheck beginnen")).to_be_visible()
    user.tabs_to("Was für eine Kommune ist es?")
    user.types("ArrowDown")
    user.tabs_to("Aus welcher Perspektive")
    user.types("ArrowDown")
    user.tabs_to("Beginnen", exact=True)
    user.types("Enter")
    expect(person.heading(kurzform.fields[0].title)).to_be_focused()
    fills_the_first_field_in(user, kurzform)
    user.tabs_to("Ergebnis ansehen")
    user.types("Enter")
    expect(person.table()).to_be_attached()
    expect(person.heading("Ergebnis")).to_be_focused()
    user.tabs_to("Bogen speichern")
    with person.page.expect_download() as download:
        user.types("Enter")
    on_disk.append(download.value.path())
    saved = on_disk[0].read_text(encoding="utf-8")
    assert person.rows() == rows_of(report_of(saved, kurzform))

    user.tabs_to("Zur Übersicht", key="Shift+Tab")
    user.types("Enter")
    expect(person.heading("Übersicht")).to_be_focused()
    user.tabs_to("Gespeicherten Bogen öffnen")
    user.types("Enter")
    expect(person.page.locator("input[type=file]")).to_be_focused()
    user.types("Enter")
    opened = person.page.get_by_role("group", name="Bogen geöffnet")
    expect(opened).to_be_focused()
    expect(opened).to_contain_text(dealt_with(kurzform, 3))


def fills_the_first_field_in(user: KeyboardUser, kurzform: Catalogue) -> None:
    """Answer in three ways, forget the reason of „entfällt“ and mend that."""
    page = user.person.page
    first, second, third = kurzform.fields[0].questions
    user.chooses(first, 2)
    user.tabs_to("Notiz und Nachweis")
    user.types("Enter")
    user.tabs_to("Notiz")
    page.keyboard.type("getippt")
    user.chooses(second, "unknown")
    user.chooses(third, "not-applicable")
    user.tabs_to("Weiter", exact=True)
    user.types("Enter")
    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    user.tabs_to("Bitte tragen Sie ein")
    user.types("Enter")
    page.keyboard.type("gibt es nicht")
    expect(alert).to_be_hidden()


def test_the_question_before_answers_are_replaced_is_answered_by_keyboard(person: Person, kurzform: Catalogue) -> None:
    user = KeyboardUser(person)
    person.visits_the_questionnaire()
    person.begins()
    person.answers(kurzform.questions()[0], 1)
    saved = person.saves()
    person.answers(kurzform.questions()[0], 2)
    person.follows("Zur Übersicht")
    person.follows("Gespeicherten Bogen öffnen")
    person.opens_the_file(saved)
    dialog = person.page.get_by_role("dialog", name="Antworten ersetzen?")
    expect(dialog).to_be_visible()
    assert person.page.evaluate("() => document.querySelector('dialog').contains(document.activeElement)")
    user.types("Escape")
    expect(dialog).to_be_hidden()
    expect(person.page.get_by_text("Die Datei wurde nicht übernommen.")).to_be_visible()
    person.opens_the_file(saved)
    expect(dialog).to_be_visible()
    user.tabs_to("Antworten ersetzen")
    user.types("Enter")
    person.waits_for_the_opened_sheet(dealt_with(kurzform, 1))
