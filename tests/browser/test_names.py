"""An id of an author cannot break the page, whatever a form or an object calls its own."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.person import Person
from selfcheck_core.catalogue import Catalogue, Field, Question
from selfcheck_site.views.questionnaire import questionnaire

CASES = Path(__file__).parent / "cases"
(CASE,) = re.findall(r"kennung: (\S+)", (CASES / "kennung-elements.yaml").read_text(encoding="utf-8"))
QUESTIONS = (CASE, "dataset", "constructor", "action", "submit", "id", "style", "attributes", "__proto__", "children")
FIELDS = ("length", "method", "hidden", "name", "append", "contains", "valueof")


def renamed(catalogue: Catalogue) -> Catalogue:
    """Return the Kurzform with such ids, as many as there are."""
    questions = iter(QUESTIONS)

    def question(each: Question) -> Question:
        return replace(each, id=next(questions, each.id))

    def field(each: Field, name: str) -> Field:
        themes = (replace(theme, questions=tuple(question(q) for q in theme.questions)) for theme in each.themes)
        return replace(each, id=name, themes=tuple(themes))

    return replace(catalogue, fields=tuple(map(field, catalogue.fields, FIELDS)))


def with_form_of(catalogue: Catalogue, html: str) -> str:
    """Return the page with the form of this catalogue in place of its own."""
    start, end = html.index('<form id="selbstcheck"'), html.index("</form>") + len("</form>")
    assets = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', html[start:end]))
    ((main, integrity),) = re.findall(r'<script type="module" src="([^"]*main[^"]*)" integrity="([^"]*)"', html)
    (arrival,) = re.findall(r'<script defer src="([^"]*)"', html)
    form = questionnaire(catalogue, {**assets, "arrival": arrival, "main": main, "main-integrity": integrity})
    return html[:start] + form.rpartition("<script")[0] + html[end:]


@pytest.fixture
def page_of_them(site: Path, kurzform: Catalogue) -> str:
    """Return a page on which nothing is called otherwise."""
    page = (site / "selbstcheck" / "fragebogen" / "index.html").read_text(encoding="utf-8")
    return with_form_of(renamed(kurzform), page)


def meets(person: Person, html: str) -> None:
    """Let somebody have this page in front of them."""
    answer = {"body": html, "content_type": "text/html; charset=utf-8"}
    person.page.route("**/selbstcheck/fragebogen/", lambda route: route.fulfill(**answer))
    person.visits_the_questionnaire()


def test_every_such_question_can_be_answered_and_saved(person: Person, page_of_them: str, kurzform: Catalogue) -> None:
    meets(person, page_of_them)
    person.is_of("Landkreis")
    person.begins()
    noted, given = {CASE, "__proto__"}, {}
    for number, field in enumerate(renamed(kurzform).fields[:4]):
        expect(person.heading(field.title)).to_be_focused()
        for question in field.questions:
            person.answers(question, number)
            given[question.id] = number
            if question.id in noted:
                person.opens_the_note_of(question)
                person.notes(question, f"Notiz zu {question.id}")
        person.goes_on()
    saved = json.loads(person.saves())
    assert saved["catalogue"]["id"] == kurzform.id
    answers: Mapping[str, Mapping[str, object]] = saved["answers"]
    assert set(QUESTIONS) <= set(given)
    assert {name: answers[name]["rung"] for name in given} == given
    assert {name: answers[name]["note"] for name in noted} == {name: f"Notiz zu {name}" for name in noted}


def test_the_short_address_of_such_a_question_still_leads_to_it(
    person: Person, page_of_them: str, kurzform: Catalogue
) -> None:
    meets(person, page_of_them)
    for question in renamed(kurzform).questions()[: len(QUESTIONS)]:
        person.page.goto(f"{person.server.url}selbstcheck/fragebogen/#{question.id}")
        expect(person.question(question).get_by_role("heading")).to_be_focused()
    for field in renamed(kurzform).fields[:3]:
        person.page.goto(f"{person.server.url}selbstcheck/fragebogen/#{field.id}")
        expect(person.heading(field.title)).to_be_focused()


def test_a_form_that_took_them_as_they_are_would_save_what_nobody_can_read(person: Person, page_of_them: str) -> None:
    person.watch.allow("page-error", "")
    meets(person, page_of_them.replace("frage.", "").replace("feld.", ""))
    assert person.sheet()["catalogue"]["id"] == ""
