"""Reading all answers through before the result: what is unsettled, ways to each question, and the list on paper."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from browser.person import Person
from browser.printing import letters, sheets
from selfcheck_core.catalogue import Catalogue, Question
from site_server import Fault, SiteServer, serving


@pytest.fixture
def host(site: Path) -> Iterator[SiteServer]:
    """Return a host to be spoiled."""
    with serving(site) as running:
        yield running


def line(person: Person, question: Question) -> Locator:
    """Return what the list says about a question."""
    return person.page.locator(f"[id='antworten-zu-{question.id}']")


def goes_to_the_list(person: Person) -> None:
    """Go to the list by its address, as a link in a mail or the browser's history does."""
    person.page.evaluate("() => { location.hash = 'antworten' }")
    expect(person.heading("Antworten prüfen")).to_be_focused()


def test_all_answers_stand_in_one_list_from_which_each_can_be_changed(person: Person, kurzform: Catalogue) -> None:
    last = kurzform.fields[-1]
    scored, unknown, unreasoned, *_ = last.questions
    person.visits_the_questionnaire()
    person.goes_to(last)
    person.answers(scored, 2)
    person.opens_the_note_of(scored)
    person.notes(scored, "Beschluss vom Mai.")
    person.answers(unknown, "unknown")
    person.answers(unreasoned, "not-applicable")
    person.presses("Antworten prüfen")
    expect(person.page.get_by_role("alert")).to_be_focused()  # about the reason, as on every way out
    person.presses("Antworten prüfen")
    expect(person.heading("Antworten prüfen")).to_be_focused()
    expect(line(person, scored)).to_contain_text(f"Stufe 2: {scored.rungs[2]}")
    expect(line(person, scored)).to_contain_text("Notiz: Beschluss vom Mai.")
    expect(line(person, unknown)).to_contain_text("Weiß nicht")
    expect(line(person, unreasoned)).to_contain_text("Begründung fehlt")
    expect(line(person, kurzform.questions()[0])).to_contain_text("Noch offen")
    assert person.page.get_by_role("term").count() == len(kurzform.questions())

    person.follows(f"Ändern Frage {kurzform.questions().index(unknown) + 1}: {unknown.text}")
    expect(person.heading(unknown.text)).to_be_focused()
    person.answers(unknown, 3)
    person.gives_the_reason(unreasoned, "Das gibt es hier nicht.")
    person.page.go_back()
    expect(person.heading("Antworten prüfen")).to_be_focused()
    expect(line(person, unknown)).to_contain_text(f"Stufe 3: {unknown.rungs[3]}")
    expect(line(person, unreasoned)).to_contain_text("Entfällt: Das gibt es hier nicht.")

    person.presses("Ergebnis ansehen")
    expect(person.table()).to_be_attached()
    person.presses("Antworten prüfen")
    person.follows("Weiter zum Ergebnis")
    expect(person.table()).to_be_attached()


def test_what_is_unsettled_leads_to_its_first_answer_and_that_to_its_question(
    person: Person, kurzform: Catalogue
) -> None:
    first, second = kurzform.questions()[:2]
    person.visits_the_questionnaire()
    person.begins()
    person.answers(first, 1)
    goes_to_the_list(person)
    person.follows(f"{len(kurzform.questions()) - 1} Fragen sind noch offen")
    expect(line(person, second)).to_be_in_viewport()
    person.page.keyboard.press("Tab")
    expect(person.page.get_by_role("link", name=f"Beantworten Frage 2: {second.text}", exact=True)).to_be_focused()
    person.page.keyboard.press("Enter")
    expect(person.heading(second.text)).to_be_focused()


def test_before_the_first_answer_the_list_says_how_to_begin(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    goes_to_the_list(person)
    expect(person.page.get_by_text("Hier stehen alle Fragen mit Ihren Antworten, sobald")).to_be_visible()
    person.presses("Mit Feld 1 beginnen")
    expect(person.heading(kurzform.fields[0].title)).to_be_focused()


def test_without_the_program_the_list_says_what_is_missing_and_comes_after_a_retry(
    visitor: Callable[..., Person], host: SiteServer, kurzform: Catalogue
) -> None:
    host.faults[r"selbstcheck-.*\.zip"] = Fault.CUT_SHORT
    person = visitor(host)
    person.visits_the_questionnaire()
    person.begins()
    first = kurzform.questions()[0]
    person.answers(first, 1)
    goes_to_the_list(person)
    expect(person.heading("Die Liste der Antworten fehlt noch")).to_be_visible()
    expect(person.page.get_by_role("button", name="Noch einmal laden")).to_be_hidden()
    host.faults.clear()
    person.presses("Noch einmal versuchen")
    expect(line(person, first)).to_contain_text("Stufe 1:")


def filled(person: Person, catalogue: Catalogue, note: str) -> str:
    """Return a file of the Langform with an answer to each question, and a note at the third."""
    sheet = json.loads(person.saves())
    sheet["scope"]["form"] = "full"
    sheet["sheet"]["municipality"]["name"] = "Musterstadt"
    sheet["answers"] = {question.id: {"rung": 2} for question in catalogue.questions()}
    sheet["answers"][catalogue.questions()[2].id]["note"] = note
    return json.dumps(sheet)


def test_the_list_is_printed_alone_with_title_and_municipality_and_tears_no_question(
    person: Person, catalogue: Catalogue
) -> None:
    note = [f"Zeile {number} der Notiz" for number in range(1, 81)]
    person.visits_the_questionnaire()
    person.opens_the_file(filled(person, catalogue, "\n".join(note)))
    person.waits_for_the_opened_sheet(f"{len(catalogue.questions())} von {len(catalogue.questions())}")
    goes_to_the_list(person)
    expect(person.page.get_by_role("term")).to_have_count(len(catalogue.questions()))
    pages = sheets(person.page)
    assert "Antworten im Selbstcheck" in pages[0]
    assert any(each.startswith("Musterstadt") for each in pages[0])
    texts = [letters("".join(page)) for page in pages]
    for number, question in enumerate(catalogue.questions(), start=1):
        asked, answered = letters(f"{number}. {question.text}"), letters(f"Stufe 2: {question.rungs[2]}")
        assert any(asked in text and answered in text for text in texts), question.id
    headings = {letters(field.title) for field in catalogue.fields}
    for page in pages:
        said = [each for each in page if not re.fullmatch(r"[\d /]+", each)]  # apart from the number of the page
        assert letters(said[-1]) not in headings
        assert len(said) > 3
    assert not any(letters("Warum wir das fragen") in text or letters("Ändern") in text for text in texts)
    (begins,) = [text for text in texts if letters(note[1]) + letters(note[2]) in text]
    (ends,) = [text for text in texts if letters(note[-2]) + letters(note[-1]) in text]
    third, fourth = (letters(each.text) for each in catalogue.questions()[2:4])
    assert third in begins
    assert begins is not ends
    assert fourth in ends
