"""The pages of the question sets: filled in on a phone by touch, by keyboard alone, and on paper."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from browser.axe import complaints as found_by_axe
from browser.keyboard import KeyboardUser
from browser.person import Person
from browser.printing import letters, sheets
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.protocol import report_of
from selfcheck_core.question_sets import QuestionSet, SetQuestion
from selfcheck_core.sheet_reading import SheetRead, read_sheet
from selfcheck_site.views.set_view import UNKNOWN

EXAMPLES = Path(__file__).parents[2] / "questionnaire" / "beispiele" / "kestenbrueck"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MOST_SHEETS = 4


def asked(catalogue: Catalogue, name: str) -> QuestionSet:
    found = catalogue.question_set(name)
    assert found
    return found


def visits(person: Person, item: QuestionSet) -> None:
    person.visits(f"selbstcheck/fragebogen/{item.id}/")


def group(person: Person, question: SetQuestion) -> Locator:
    return person.page.locator(f'fieldset[data-question="{question.id}"]')


def options(question: SetQuestion) -> tuple[str, ...]:
    return (*question.rungs, UNKNOWN)


def says_what_it_is(person: Person, catalogue: Catalogue) -> None:
    """Expect the result to call itself a view, and to name no level."""
    shown = person.page.get_by_role("region", name="Ergebnis")
    expect(shown).to_contain_text("Das ist Ihre Sicht. Ein Reifegrad ist es nicht.")
    text = shown.inner_text()
    assert [level.title for level in catalogue.levels if level.title in text] == []


def opened(text: str, catalogue: Catalogue) -> SheetRead:
    read = read_sheet(text, catalogue)
    assert isinstance(read, SheetRead), read
    assert read.notices == ()
    return read


def test_a_resident_fills_everything_in_on_a_phone_by_touch(
    visitor: Callable[..., Person], catalogue: Catalogue
) -> None:
    person, item = visitor(**PHONE), asked(catalogue, "einwohnerschaft")
    visits(person, item)
    person.page.get_by_role("button", name="Beginnen").tap()
    given: dict[str, Any] = {}
    for section in item.sections:
        for number, question in enumerate(section.questions):
            choice = options(question)[number]
            group(person, question).get_by_label(choice, exact=True).tap()
            given[question.id] = {"rung": number}
        person.page.locator(".sc-on .sc-button--main").tap()
    last = item.questions[-1]
    expect(person.page.get_by_role("link", name=f"Ändern Frage {len(item.questions)}: {last.text}")).to_be_visible()
    person.page.get_by_role("button", name="Ergebnis ansehen").filter(visible=True).first.tap()
    says_what_it_is(person, catalogue)
    saved = person.sheet()
    assert saved["answers"] == given
    assert (saved["format_version"], saved["sheet"]["perspective"]) == (2, "einwohnerschaft")
    assert saved["scope"] == {"form": "set", "fields": None, "set": {"id": item.id, "digest": item.digest}}
    assert "level_low" not in json.dumps(report_of(catalogue, opened(json.dumps(saved), catalogue).sheet))


def test_a_board_fills_in_by_keyboard_alone_and_sees_where_it_is(
    visitor: Callable[..., Person], catalogue: Catalogue
) -> None:
    person, item = visitor(viewport={"width": 390, "height": 844}), asked(catalogue, "vereine")
    user = KeyboardUser(person)
    visits(person, item)
    person.page.get_by_label("Für wen antworten Sie?").focus()
    user.types("ArrowDown", "ArrowDown")
    user.tabs_to("Beginnen", exact=True)
    user.types("Enter")
    first, second = item.sections[0].questions[:2]
    user.tabs_to(first.rungs[0], exact=True)
    user.types("Space", "ArrowDown", "ArrowDown")
    user.tabs_to("Etwas dazu schreiben")
    user.types("Enter")
    user.tabs_to("Notiz", exact=True)
    person.page.keyboard.type("Im Mai")
    user.tabs_to(second.rungs[0], exact=True)
    user.types("ArrowUp")
    expect(group(person, second).get_by_label(UNKNOWN, exact=True)).to_be_checked()
    user.tabs_to("Ergebnis ansehen", exact=True)
    user.types("Enter")
    says_what_it_is(person, catalogue)
    saved = person.sheet()
    assert saved["answers"] == {first.id: {"rung": 2, "note": "Im Mai"}, second.id: {"state": "unknown"}}
    assert saved["sheet"]["perspective"] == "migrantenorganisationen"


def test_a_saved_sheet_opens_on_its_own_page_and_on_no_other(person: Person, catalogue: Catalogue) -> None:
    betriebe, rat = asked(catalogue, "betriebe"), asked(catalogue, "rat")
    file = (EXAMPLES / "sichten" / "betriebe.json").read_text(encoding="utf-8")
    visits(person, rat)
    person.opens_the_file(file)
    expect(person.page.get_by_role("alert")).to_contain_text(
        f"Der Bogen gehört zu einer anderen Seite: „{betriebe.title}“."
    )
    person.opens_the_file((EXAMPLES / "bogen.json").read_text(encoding="utf-8"))
    expect(person.page.get_by_role("alert")).to_contain_text(f"„{catalogue.title}“")
    person.visits_the_questionnaire()
    person.opens_the_file(file)
    expect(person.page.get_by_role("alert")).to_contain_text(f"„{betriebe.title}“")
    visits(person, betriebe)
    person.opens_the_file(file)
    person.waits_for_the_opened_sheet("Bogen geöffnet")
    assert person.sheet()["answers"] == json.loads(file)["answers"]


def test_what_a_device_keeps_of_one_form_is_not_offered_by_another(person: Person, catalogue: Catalogue) -> None:
    betriebe, rat = asked(catalogue, "betriebe"), asked(catalogue, "rat")
    visits(person, betriebe)
    person.page.get_by_label("Entwurf auf diesem Gerät merken").check()
    person.begins()
    question = betriebe.questions[0]
    group(person, question).get_by_label(question.rungs[1], exact=True).check()
    person.waits_for_the_runtime()
    visits(person, rat)
    expect(person.page.get_by_label("Entwurf auf diesem Gerät merken")).not_to_be_checked()
    person.visits_the_questionnaire()
    expect(person.page.get_by_label("Entwurf auf diesem Gerät merken")).not_to_be_checked()
    visits(person, betriebe)
    expect(person.page.get_by_role("group", name="Entwurf geöffnet")).to_contain_text("1 von")


def test_without_script_each_set_is_read_in_full_and_printed_on_four_sheets_at_most(
    visitor: Callable[..., Person], catalogue: Catalogue
) -> None:
    reader = visitor(java_script_enabled=False)
    # Chromium says so of every module that the page would have loaded with scripts.
    reader.watch.allow("failed-request", r"^csp .*\.js$")
    for item in catalogue.sets:
        visits(reader, item)
        paper = sheets(reader.page)
        assert len(paper) <= MOST_SHEETS, item.id
        text = letters("".join(line for sheet in paper for line in sheet))
        wanted = [each for question in item.questions for each in (question.text, *options(question))]
        wanted += [item.title, item.about, *(section.title for section in item.sections)]
        assert [each for each in wanted if letters(each) not in text] == []
        assert "Stufe" not in text
        assert "Entfällt" not in text


def test_axe_has_no_complaint_about_a_sets_questions_and_result(person: Person, catalogue: Catalogue) -> None:
    item = asked(catalogue, "einwohnerschaft")
    visits(person, item)
    wrong = found_by_axe(person.page)
    person.begins()
    question = item.questions[0]
    group(person, question).get_by_label(question.rungs[1], exact=True).check()
    wrong += found_by_axe(person.page)
    person.page.get_by_role("button", name="Ergebnis ansehen").filter(visible=True).first.click()
    says_what_it_is(person, catalogue)
    wrong += found_by_axe(person.page)
    assert [each.text for each in wrong if not each.experimental] == []
