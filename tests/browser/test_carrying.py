"""What a sheet holds is carried through the page: its fields, its presets, and what the core noticed."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.answering import dealt_with, report_of, rows_of, still_open
from browser.person import GO_ON, Person
from browser.printing import letters, printed
from selfcheck_core.catalogue import Catalogue, Question

TOWN = "Kreisangehörige Stadt oder Gemeinde"
CHECK = "voreingestellt, bitte prüfen"


@pytest.fixture
def reader(visitor: Callable[..., Person]) -> Person:
    """Return somebody who has the form in front of them."""
    person = visitor()
    person.visits_the_questionnaire()
    return person


def sheet_of_one_field(catalogue: Catalogue) -> dict[str, Any]:
    """Return a Langform of the second field, with answers inside and outside of it."""
    inside, outside = catalogue.fields[1], catalogue.fields[0]
    return {
        "format": "weltoffene-kommune/sheet",
        "format_version": 1,
        "catalogue": {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest},
        "scope": {"form": "full", "fields": [inside.id]},
        "sheet": {
            "id": "ostermuende-2026",
            "perspective": "verwaltung",
            "office": "Personalamt",
            "date": "2026-10-19",
            "municipality": {"name": "Ostermünde", "type": "kreisfreie-stadt"},
        },
        "answers": {
            outside.questions[0].id: {"rung": 3, "note": "von früher"},
            inside.questions[0].id: {"rung": 2, "evidence": [{"title": "Dienstvereinbarung", "link": ""}]},
            inside.questions[1].id: {"state": "unknown"},
        },
    }


def opens(person: Person, sheet: dict[str, Any], said: str) -> None:
    person.opens_the_file(json.dumps(sheet))
    person.waits_for_the_opened_sheet(said)


def tasks(person: Person) -> Locator:
    """Return the fields that the overview lists."""
    return person.page.locator(".sc-task:has([data-status-of])").filter(visible=True)


def test_a_sheet_of_one_field_is_opened_shown_and_saved_as_that(reader: Person, catalogue: Catalogue) -> None:
    sheet, field = sheet_of_one_field(catalogue), catalogue.fields[1]
    count = len(field.questions)
    opens(reader, sheet, f"2 von {count} Fragen bearbeitet")
    reader.looks_at_the_overview()
    expect(reader.page.get_by_text(f"Dieser Bogen enthält nur das Handlungsfeld „{field.title}“")).to_be_visible()
    expect(tasks(reader)).to_have_count(1)
    expect(tasks(reader)).to_contain_text(field.title)
    saved = reader.sheet()
    assert {**saved, "sheet": {key: saved["sheet"][key] for key in sheet["sheet"]}} == sheet
    assert saved["sheet"].keys() - sheet["sheet"].keys() == {"date_typed", "saved_at"}
    reader.presses(GO_ON)
    expect(reader.question(field.questions[2])).to_be_visible()
    reader.looks_at_the_result()
    assert reader.rows() == rows_of(report_of(json.dumps(sheet), catalogue))
    assert [row["field"] for row in reader.rows()] == [field.id]


def test_the_ways_of_a_sheet_of_one_field_step_over_the_others(reader: Person, catalogue: Catalogue) -> None:
    opens(reader, sheet_of_one_field(catalogue), "Fragen bearbeitet")
    field = catalogue.fields[1]
    reader.goes_to(field)
    reader.presses("Zurück")
    expect(reader.heading("Übersicht")).to_be_focused()
    reader.goes_to(field)
    for _ in field.themes[1:]:
        reader.goes_on()
    reader.presses("Antworten prüfen")
    expect(reader.heading("Antworten prüfen")).to_be_focused()
    reader.presses("Ergebnis ansehen")
    expect(reader.heading("Ergebnis")).to_be_focused()
    reader.presses("Zurück zu den Fragen")
    expect(reader.heading(field.title)).to_be_focused()
    reader.page.goto(f"{reader.server.url}selbstcheck/fragebogen/#{catalogue.fields[3].id}")
    expect(reader.heading("Übersicht")).to_be_focused()


def test_all_fields_come_back_when_they_are_wanted(reader: Person, catalogue: Catalogue) -> None:
    sheet = sheet_of_one_field(catalogue)
    opens(reader, sheet, "Fragen bearbeitet")
    reader.looks_at_the_overview()
    reader.presses("Alle Handlungsfelder zeigen")
    expect(reader.heading("Übersicht")).to_be_focused()
    expect(reader.page.get_by_text("Dieser Bogen enthält nur")).to_be_hidden()
    expect(tasks(reader)).to_have_count(len(catalogue.fields))
    saved = reader.sheet()
    assert saved["scope"] == {"form": "full", "fields": None}
    assert saved["answers"] == sheet["answers"]


def test_what_the_core_notices_in_a_sheet_stands_with_the_result(reader: Person, kurzform: Catalogue) -> None:
    first, second, _ = kurzform.fields[0].questions
    reader.begins()
    reader.answers(first, "not-applicable")
    reader.answers(second, 2)
    reader.presses("Ergebnis ansehen")
    expect(reader.page.get_by_role("alert")).to_be_focused()
    reader.looks_at_the_result()
    notices = reader.page.locator("#ergebnis").get_by_role("listitem").filter(has_text=first.text[:20])
    reader.page.locator("#ergebnis").get_by_text("Hinweise zu diesem Bogen").click()
    expect(notices.first).to_be_visible()
    reader.presses("Zurück zu den Fragen")
    reader.goes_to(kurzform.fields[0])
    reader.answers(first, 1)
    reader.looks_at_the_result()
    expect(reader.heading("Hinweise zu diesem Bogen")).to_be_hidden()


def preset_question(kurzform: Catalogue) -> tuple[Question, str]:
    """Return a question that is preset for a town, with who is in charge of it."""
    (type_id,) = [kind.id for kind in kurzform.municipality_types if kind.title == TOWN]
    entries = [(q, each) for q in kurzform.questions() for each in q.not_responsible]
    return next((q, each.carrier) for q, each in entries if each.municipality_type == type_id)


def goes_to_the_field_of(person: Person, question: Question, kurzform: Catalogue) -> None:
    person.goes_to(next(field for field in kurzform.fields if question in field.questions))


def test_a_preset_says_so_until_it_is_confirmed_also_in_a_file_in_between(
    reader: Person, kurzform: Catalogue, visitor: Callable[..., Person]
) -> None:
    question, carrier = preset_question(kurzform)
    reader.is_of(TOWN)
    reader.looks_at_the_overview()
    expect(tasks(reader).filter(has_text=f"1 {CHECK}")).to_have_count(2)
    saved = reader.saves()
    answer = {"state": "not-responsible", "carrier": carrier}
    assert json.loads(saved)["answers"][question.id] == {**answer, "preset": True}

    later = visitor()
    later.visits_the_questionnaire()
    later.opens_the_file(saved)
    later.waits_for_the_opened_sheet(dealt_with(kurzform, 0))
    goes_to_the_field_of(later, question, kurzform)
    note = later.question(question).get_by_text(re.compile("^Voreingestellt, bitte prüfen"))
    expect(note).to_be_visible()
    assert printed(later.page).count(letters("Voreingestellt, bitte prüfen")) == 2
    later.question(question).get_by_role("button", name="Antwort bestätigen").click()
    expect(note).to_be_hidden()
    assert printed(later.page).count(letters("Voreingestellt, bitte prüfen")) == 1
    expect(later.option(question, "not-responsible")).to_be_focused()
    expect(later.page.get_by_text(f"{still_open(kurzform, 2)}, dazu 1 " + CHECK).filter(visible=True)).to_have_count(1)
    assert later.sheet()["answers"][question.id] == answer


def test_choosing_what_is_preset_confirms_it(reader: Person, kurzform: Catalogue) -> None:
    question, carrier = preset_question(kurzform)
    reader.is_of(TOWN)
    goes_to_the_field_of(reader, question, kurzform)
    reader.option(question, "not-responsible").click()
    assert reader.sheet()["answers"][question.id] == {"state": "not-responsible", "carrier": carrier}


def test_presets_alone_are_no_answers_of_which_there_would_be_a_result(reader: Person) -> None:
    reader.is_of(TOWN)
    reader.looks_at_the_overview()
    reader.presses("Ergebnis ansehen")
    expect(reader.page.get_by_text("Noch ist keine Frage bearbeitet.").filter(visible=True).first).to_be_visible()
    expect(reader.table()).to_be_hidden()


def test_one_sheet_is_counted_alike_on_the_overview_in_a_field_after_opening_and_in_the_result(
    reader: Person, kurzform: Catalogue
) -> None:
    question, carrier = preset_question(kurzform)
    scored, unknown, *_ = kurzform.fields[0].questions
    answers = {
        scored.id: {"rung": 1},
        unknown.id: {"state": "unknown"},
        question.id: {"state": "not-responsible", "carrier": carrier, "preset": True},
    }
    sheet = {**sheet_of_one_field(kurzform), "scope": {"form": "short", "fields": None}, "answers": answers}
    opens(reader, sheet, dealt_with(kurzform, 2))
    reader.looks_at_the_overview()
    expect(tasks(reader).first).to_contain_text("2 von 3")
    open_still = f"{still_open(kurzform, 3)}, dazu 1 „weiß nicht“ und 1 {CHECK}"
    expect(reader.page.get_by_text(open_still, exact=True).filter(visible=True)).to_have_count(1)
    reader.presses(GO_ON)
    expect(reader.page.get_by_text(dealt_with(kurzform, 2)).filter(visible=True)).to_have_count(1)
    reader.looks_at_the_result()
    expect(reader.page.get_by_text(open_still, exact=True).filter(visible=True)).to_have_count(1)
    counts = reader.page.locator(".result-counts > div").evaluate_all(
        "all => Object.fromEntries(all.map(each => [...each.children].map(part => part.textContent)))"
    )
    still = str(len(kurzform.questions()) - 3)
    expected = {"bearbeitet": "2", "gewertet": "1", "weiß nicht": "1", "offen": still, CHECK: "1"}
    assert counts.items() >= expected.items()
