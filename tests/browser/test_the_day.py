"""The day in a town of 16,000: from the start page to a result, a print and a file, and on again next week."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.answering import dealt_with, report_of, rows_of, sheet_of
from browser.person import Choice, Person
from browser.printing import letters, printed
from browser.visits import visit
from selfcheck_core.catalogue import Catalogue, Question
from selfcheck_core.report import Confidence, Report
from selfcheck_core.sheet import Answer, Evidence, State
from selfcheck_site.views import wording
from site_server import SiteServer

TOWN = "Kreisangehörige Stadt oder Gemeinde"
CARRIER = "Landkreis (Gesundheitsamt)"
UNKNOWN = ("ms-ueberpruefung-bericht", "kk-anfeindungen-ablauf")
ELSEWHERE = "fz-gesundheit-und-pflege-gesundheitsamt"
# Preset too, but this town knows better.
OURS_AFTER_ALL = "aw-arbeitsmarkt-anerkennung"


@dataclass(frozen=True)
class Day:
    """The person in front of the result, the file they saved, and what the core makes of it."""

    person: Person
    saved: str
    report: Report


def choices(kurzform: Catalogue) -> dict[str, Choice]:
    given: dict[str, Choice] = {q.id: index % 4 for index, q in enumerate(kurzform.questions())}
    return given | dict.fromkeys(UNKNOWN, "unknown") | {OURS_AFTER_ALL: 1, ELSEWHERE: "not-responsible"}


def question(kurzform: Catalogue, id_: str) -> Question:
    found = kurzform.question(id_)
    assert found
    return found


@pytest.fixture(scope="module")
def day(browser: Browser, server: SiteServer, kurzform: Catalogue) -> Iterator[Day]:
    """Go through the day once, up to the saved file; the tests of this module look at where it led."""
    with visit(browser, server) as person:
        person.visits()
        person.follows("Selbstcheck beginnen")
        person.is_of(TOWN)
        person.answers_for("Verwaltung")
        person.page.get_by_label("Name der Kommune").fill("Musterstadt")
        person.begins()
        # The one of the county is preset, its carrier too: choosing it confirms it, and there is nothing to type.
        person.answers_every_question(kurzform, choices(kurzform))
        saved = person.saves()
        yield Day(person, saved, report_of(saved, kurzform))


def clarifications(person: Person) -> Locator:
    return person.page.locator("section").filter(has=person.heading("Diese Fragen zuerst klären")).last


def test_the_file_holds_what_the_person_answered(day: Day, kurzform: Catalogue) -> None:
    sheet = sheet_of(day.saved, kurzform)
    assert (sheet.municipality.name, sheet.municipality.type) == ("Musterstadt", "kreisangehoerige-gemeinde")
    assert (sheet.perspective, sheet.scope.form) == ("verwaltung", "short")
    assert sheet.catalogue.digest == kurzform.digest
    assert sheet.answer(ELSEWHERE) == Answer(State.NOT_RESPONSIBLE, carrier=CARRIER)
    assert [q.id for q in kurzform.questions() if sheet.answer(q.id).state is State.UNKNOWN] == list(UNKNOWN)
    for id_, choice in choices(kurzform).items():
        if isinstance(choice, int):
            assert sheet.answer(id_) == Answer(State.ANSWERED, rung=choice)


def test_every_row_of_the_result_says_what_the_core_says(day: Day) -> None:
    rows = day.person.rows()
    assert rows == rows_of(day.report)
    assert len(rows) == 7
    # The Kurzform has too few questions a field for a level that is called firm.
    assert {row["confidence"] for row in rows} == {"tentative"}


def test_the_words_of_a_row_are_those_of_its_values(day: Day, kurzform: Catalogue) -> None:
    for field, row in zip(day.report.fields, day.person.table().locator("tr[data-field]").all(), strict=True):
        expect(row).to_contain_text(wording.level_range(kurzform, field))
        expect(row).to_contain_text(wording.CONFIDENCE[field.confidence])
        expect(row).to_contain_text(wording.percent(field.measure.coverage))
        expect(row).to_contain_text(wording.span(field.measure))


def test_the_two_answers_worth_finding_out_are_named_with_the_office_that_knows(day: Day, kurzform: Catalogue) -> None:
    assert [each.question for each in day.report.clarifications] == list(UNKNOWN)
    items = clarifications(day.person).locator("ol > li")
    expect(items).to_have_count(2)
    for each, item in zip(day.report.clarifications, items.all(), strict=True):
        expect(item).to_contain_text(question(kurzform, each.question).text)
        for office in each.known_by:
            expect(item).to_contain_text(office)


def test_what_the_county_does_is_left_out_and_says_so(day: Day, kurzform: Catalogue) -> None:
    item = day.person.page.locator(".result-left-out li")
    expect(item).to_have_count(1)
    expect(item).to_contain_text(question(kurzform, ELSEWHERE).text)
    expect(item).to_contain_text(f"nicht zuständig; zuständig ist: {CARRIER}")


def test_each_low_answer_gets_a_suggestion_and_no_link_leads_nowhere(day: Day, kurzform: Catalogue, site: Path) -> None:
    content = day.person.page.locator("#ergebnis-inhalt")
    for field in day.report.fields:
        for each in field.suggestions:
            suggestion = question(kurzform, each.question).suggestions[each.index]
            section = content.locator(f"[id='ergebnis-feld-{field.id}']")
            expect(section.get_by_text(suggestion.text, exact=True)).to_be_attached()
    here = day.person.server.url + "selbstcheck/fragebogen/"
    links: list[str] = content.evaluate("all => [...all.querySelectorAll('a')].map(link => link.href)")
    assert links
    for link in links:
        address, _, target = link.partition("#")
        assert (site / address.removeprefix(day.person.server.url)).exists(), link
        assert not target or address != here or day.person.page.locator(f'[id="{target}"]').count() == 1, link


def test_what_a_sentence_leads_to_is_unfolded_there(day: Day) -> None:
    page = day.person.page
    first = page.locator("details.result-field").first
    expect(first).not_to_have_attribute("open", "")
    page.evaluate("id => { location.hash = id }", first.get_attribute("id"))
    expect(first).to_have_attribute("open", "")
    expect(first.locator(".result-verdict")).to_be_in_viewport()


def test_the_print_of_the_result_has_every_field_with_every_value(day: Day, kurzform: Catalogue) -> None:
    paper = printed(day.person.page)
    for field, report in zip(kurzform.fields, day.report.fields, strict=True):
        row = "".join((
            wording.level_with_place(kurzform, report),
            wording.CONFIDENCE[report.confidence],
            wording.confidence_meaning(kurzform, report),
            wording.percent(report.measure.coverage),
            wording.span(report.measure),
        ))  # fmt: skip
        assert letters(field.title + row) in paper
        if report.confidence is not Confidence.NONE:
            assert letters(row + wording.percent(report.measure.point)) in paper
    for id_ in UNKNOWN:
        assert letters(question(kurzform, id_).text) in paper
    assert "Musterstadt" in paper
    assert letters("Beginnen") not in paper


def test_next_week_the_file_leads_to_the_same_result_and_an_answer_found_out_narrows_it(
    day: Day, kurzform: Catalogue, visitor: Callable[..., Person]
) -> None:
    later = visitor()
    later.visits_the_questionnaire()
    later.opens_the_file(day.saved)
    later.waits_for_the_opened_sheet(dealt_with(kurzform, len(kurzform.questions())))
    later.presses("Ergebnis ansehen")
    expect(later.table()).to_be_attached()
    assert later.rows() == day.person.rows()
    assert sheet_of(later.saves(), kurzform) == sheet_of(day.saved, kurzform)

    found_out = question(kurzform, UNKNOWN[0])
    clarifications(later).get_by_role("link", name=found_out.text).click()
    later.answers(found_out, 3)
    later.presses("Ergebnis ansehen")
    expect(clarifications(later).locator("ol > li")).to_have_count(1)
    before, after = day.report.fields[0].measure, report_of(later.saves(), kurzform).fields[0].measure
    assert after.low == after.high == before.high
    assert later.rows()[0]["low"] == str(before.high)


def test_notes_and_evidence_come_back_from_the_file(
    person: Person, kurzform: Catalogue, visitor: Callable[..., Person]
) -> None:
    first = kurzform.questions()[0]
    person.visits_the_questionnaire()
    person.begins()
    person.answers(first, 2)
    person.opens_the_note_of(first)
    person.notes(first, "Ratsbeschluss vom März\nzweite Zeile")
    person.proves(first, "Leitbild", "https://example.org/leitbild")
    person.question(first).get_by_role("button", name="Weiteren Nachweis hinzufügen").click()
    person.proves(first, "Akte 12", "", number=2)
    saved = person.saves()
    answer = sheet_of(saved, kurzform).answer(first.id)
    assert answer.note == "Ratsbeschluss vom März\nzweite Zeile"
    assert answer.evidence == (Evidence("Leitbild", "https://example.org/leitbild"), Evidence("Akte 12", ""))

    later = visitor()
    later.visits_the_questionnaire()
    later.opens_the_file(saved)
    later.waits_for_the_opened_sheet(dealt_with(kurzform, 1))
    assert sheet_of(later.saves(), kurzform) == sheet_of(saved, kurzform)
