"""The way through the questions: begun on one screen, one stop after the other, and always led on from where one is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.keyboard import KeyboardUser
from browser.person import GO_ON, Person
from selfcheck_core.catalogue import Catalogue, Question
from selfcheck_site.views.places import question_place
from site_server import SiteServer

PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1366, "height": 768}
FORM = "selbstcheck/fragebogen/"


@pytest.fixture
def walker(visitor: Callable[..., Person], slow_host: SiteServer) -> Person:
    """Return somebody at the start of the form, who needs no result."""
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    person.visits_the_questionnaire()
    return person


def ends_above(locator: Locator, height: int) -> bool:
    box = locator.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= height


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_all_that_one_chooses_before_beginning_is_on_one_screen(
    visitor: Callable[..., Person], slow_host: SiteServer, size: dict[str, int]
) -> None:
    person = visitor(slow_host, viewport=size)
    person.visits_the_questionnaire()
    page = person.page
    for place in (
        page.get_by_role("radio", name="Kurzform"),
        page.get_by_role("radio", name="Langform: alle"),
        page.get_by_role("radio", name="Nur ein Handlungsfeld"),
        page.get_by_label("Was für eine Kommune ist es?"),
        page.get_by_label("Aus welcher Perspektive antworten Sie?"),
        page.get_by_role("button", name="Beginnen", exact=True),
    ):
        assert ends_above(place, size["height"]), place


def test_each_kind_of_municipality_says_who_is_one(walker: Person, catalogue: Catalogue) -> None:
    options = walker.page.get_by_label("Was für eine Kommune ist es?").locator("option").all_inner_texts()
    assert options[1:] == [f"{kind.title} ({kind.example})" for kind in catalogue.municipality_types]
    assert any("Kreisstädte" in option for option in options)


def test_from_the_start_page_to_the_first_answer_it_takes_three_activations(
    visitor: Callable[..., Person], slow_host: SiteServer, kurzform: Catalogue
) -> None:
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    person.visits()
    person.follows("Selbstcheck beginnen")
    person.begins()
    first = kurzform.questions()[0]
    person.option(first, 1).click()
    expect(person.option(first, 1)).to_be_checked()


def test_from_the_start_page_to_the_first_answer_it_takes_twelve_keys(
    visitor: Callable[..., Person], slow_host: SiteServer, kurzform: Catalogue
) -> None:
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    user = Counting(person)
    person.visits()
    user.tabs_to("Zum Inhalt")
    user.types("Enter")
    user.tabs_to("Selbstcheck beginnen")
    user.types("Enter")
    expect(person.heading("Selbstcheck beginnen")).to_be_focused()
    user.tabs_to("Beginnen", exact=True)
    user.types("Enter")
    expect(person.heading(kurzform.fields[0].title)).to_be_focused()
    user.chooses(kurzform.questions()[0], 0)
    assert user.keys <= 12


class Counting(KeyboardUser):
    """A person who only types, and counts the keys."""

    keys = 0

    def types(self, *keys: str) -> None:
        self.keys += len(keys)
        super().types(*keys)


def test_a_question_of_the_kurzform_takes_at_most_seven_keys(walker: Person, kurzform: Catalogue) -> None:
    walker.begins()
    user = Counting(walker)
    for question in kurzform.fields[0].questions:
        before = user.keys
        user.chooses(question, 3)
        assert user.keys - before <= 7, question.id


@pytest.mark.parametrize("answered", [0, 1, "all"])
def test_the_main_button_follows_from_the_sheet(walker: Person, kurzform: Catalogue, answered: int | str) -> None:
    field = kurzform.fields[1]
    walker.page.get_by_role("radio", name="Nur ein Handlungsfeld").check()
    walker.page.get_by_label("Welches Handlungsfeld?").select_option(field.id)
    everything = walker.page.locator(f'[data-field="{field.id}"] [data-question]').count()
    for place in range(everything if answered == "all" else int(answered)):
        walker.page.locator(f'[data-field="{field.id}"] [data-question] input[value="2"]').nth(place).dispatch_event(
            "click"
        )
    said = {0: "Beginnen", 1: GO_ON, "all": "Ergebnis ansehen"}[answered]
    for view in ("#start", "#uebersicht"):
        walker.page.goto(f"{walker.server.url}{FORM}{view}")
        main = walker.page.locator(".sc-button--main").filter(visible=True)
        expect(main).to_have_text([said])


def test_the_main_button_leads_to_the_first_open_question_wherever_one_has_been(
    walker: Person, kurzform: Catalogue
) -> None:
    first, second = kurzform.questions()[:2]
    walker.begins()
    walker.answers(first, 1)
    walker.goes_to(kurzform.fields[4])
    walker.follows("Zur Übersicht")
    walker.presses(GO_ON)
    expect(walker.heading(second.text)).to_be_focused()


def test_the_overview_says_how_far_each_field_and_the_sheet_s_own_data_are(walker: Person, kurzform: Catalogue) -> None:
    tasks = walker.page.locator(".sc-tasks > li")
    walker.answers_for("Verwaltung")
    walker.begins()
    walker.answers(kurzform.questions()[0], 1)
    walker.goes_on()
    for question in kurzform.fields[1].questions:
        walker.answers(question, 2)
    walker.follows("Zur Übersicht")
    expect(walker.heading("Übersicht")).to_be_focused()
    expect(tasks).to_have_count(len(kurzform.fields) + 1)
    expect(tasks.nth(0)).to_contain_text("Angaben zum Bogen")
    expect(tasks.nth(0)).to_contain_text("Angefangen")
    expect(tasks.nth(1)).to_contain_text("1 von 3")
    expect(tasks.nth(2)).to_contain_text("Fertig")
    expect(tasks.nth(3)).to_contain_text("Noch nicht begonnen")


def test_the_langform_goes_theme_by_theme_and_the_way_back_leads_through_them(
    walker: Person, catalogue: Catalogue
) -> None:
    first, second = catalogue.fields[0].themes[:2]
    walker.chooses_the_langform()
    walker.begins()
    expect(walker.page.get_by_role("heading", name="Thema 1 von")).to_be_focused()
    shows(walker, first.questions, second.questions)
    walker.goes_on()
    expect(walker.page.get_by_role("heading", name="Thema 2 von")).to_be_focused()
    shows(walker, second.questions, first.questions)
    assert "Thema 2 von" in walker.page.title()
    walker.page.go_back()
    expect(walker.page.get_by_role("heading", name="Thema 1 von")).to_be_focused()
    walker.page.go_forward()
    walker.presses("Zurück")
    shows(walker, first.questions, second.questions)


def shows(person: Person, these: tuple[Question, ...], not_those: tuple[Question, ...]) -> None:
    for question in these:
        expect(person.question(question)).to_be_visible()
    for question in not_those:
        expect(person.question(question)).to_be_hidden()


def test_questions_are_numbered_in_the_order_in_which_they_are_asked(walker: Person, kurzform: Catalogue) -> None:
    walker.goes_to(kurzform.fields[2])
    before = sum(len(field.questions) for field in kurzform.fields[:2])
    names = [f"{before + place}. {question.text}" for place, question in enumerate(kurzform.fields[2].questions, 1)]
    headings = walker.page.get_by_role("heading", level=4).filter(visible=True)
    expect(headings).to_have_count(len(names))
    for place, name in enumerate(names):
        expect(headings.nth(place)).to_have_accessible_name(name)


def test_one_question_at_a_time_is_answered_with_single_keys(walker: Person, kurzform: Catalogue) -> None:
    first, second, _ = kurzform.fields[0].questions
    walker.begins()
    walker.presses("Eine Frage je Bildschirm")
    shows(walker, (first,), (second,))
    expect(walker.page.get_by_text("Tasten: 1 bis 4")).to_be_visible()
    walker.page.keyboard.press("3")
    expect(walker.option(first, 2)).to_be_checked()
    walker.page.keyboard.press("Enter")
    expect(walker.heading(second.text)).to_be_focused()
    walker.page.keyboard.press("w")
    expect(walker.option(second, "unknown")).to_be_checked()
    walker.page.keyboard.press("z")
    expect(walker.heading(first.text)).to_be_focused()
    walker.presses("Mehrere Fragen je Bildschirm")
    shows(walker, (first, second), ())
    walker.page.keyboard.press("1")
    expect(walker.option(first, 2)).to_be_checked()


def test_what_is_typed_into_a_note_is_no_answer(walker: Person, kurzform: Catalogue) -> None:
    first = kurzform.questions()[0]
    walker.begins()
    walker.presses("Eine Frage je Bildschirm")
    walker.opens_the_note_of(first)
    note = walker.question(first).get_by_label("Notiz", exact=True)
    note.press_sequentially("1 w z 4")
    expect(note).to_have_value("1 w z 4")
    assert walker.question(first).locator("input:checked").count() == 0
    expect(walker.question(first)).to_be_visible()


def test_the_next_open_question_is_found_from_anywhere_and_round_the_end(walker: Person, kurzform: Catalogue) -> None:
    last = kurzform.questions()[-1]
    walker.goes_to(kurzform.fields[-1])
    walker.answers(kurzform.fields[-1].questions[0], 1)
    for question in (*kurzform.fields[-1].questions[1:], kurzform.questions()[0]):
        walker.presses("Nächste offene Frage")
        expect(walker.heading(question.text)).to_be_focused()
    walker.goes_to(kurzform.fields[-1])
    walker.answers(last, 1)


def test_a_link_to_a_question_shows_it_in_a_form_that_asks_it_and_says_so(
    visitor: Callable[..., Person], slow_host: SiteServer, catalogue: Catalogue
) -> None:
    person = visitor(slow_host)
    longer = next(question for question in catalogue.questions() if not question.short_form)
    person.visits(f"{FORM}#{question_place(longer.id)}")
    expect(person.heading(longer.text)).to_be_focused()
    expect(person.page.get_by_role("status").filter(has_text="steht nur in der Langform")).to_be_visible()
    person.follows("Zur Übersicht")
    expect(person.page.get_by_text("steht nur in der Langform")).to_be_hidden()
    unasked: list[str] = []
    person.page.on("dialog", lambda dialog: (unasked.append(dialog.type), dialog.accept()))
    person.visits(FORM)
    assert unasked == [], "nobody has entered anything"


def test_a_link_to_a_question_of_the_kurzform_changes_nothing(walker: Person, kurzform: Catalogue) -> None:
    question = kurzform.questions()[5]
    walker.visits(f"{FORM}#{question_place(question.id)}")
    expect(walker.heading(question.text)).to_be_focused()
    expect(walker.page.get_by_text("steht nur in der Langform")).to_be_hidden()


def test_from_the_result_to_a_question_and_back_it_takes_two_activations(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.begins()
    person.answers(kurzform.questions()[0], "unknown")
    person.looks_at_the_result()
    link = person.page.locator("#ergebnis-inhalt a[href^='#frage.']").filter(visible=True).first
    link.click()
    expect(person.heading(kurzform.questions()[0].text)).to_be_focused()
    person.presses("Zurück zu „Ergebnis“")
    expect(person.heading("Ergebnis")).to_be_focused()


def test_one_field_is_asked_in_full_and_given_up_without_loss(walker: Person, catalogue: Catalogue) -> None:
    field = catalogue.fields[2]
    walker.page.get_by_role("radio", name="Nur ein Handlungsfeld").check()
    walker.page.get_by_label("Welches Handlungsfeld?").select_option(field.id)
    walker.begins()
    expect(walker.heading(field.title)).to_be_focused()
    walker.answers(field.questions[0], 3)
    saved: dict[str, Any] = walker.sheet()
    assert saved["scope"] == {"form": "full", "fields": [field.id]}
    walker.follows("Zur Übersicht")
    walker.follows("Angaben zum Bogen")
    walker.chooses_the_kurzform()
    saved = walker.sheet()
    assert (saved["scope"], saved["answers"][field.questions[0].id]["rung"]) == ({"form": "short", "fields": None}, 3)
