"""What a screen reader is given: names that differ, descriptions that hold, and live regions that are there in time."""

import re

from playwright.sync_api import expect

from browser.person import READY, Person
from selfcheck_core.catalogue import Catalogue

# The names that a list of all elements shows, as the browser computes them.
NAMES = """elements => elements.map(element => {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
  const texts = ids.length > 0 ? ids.map(id => document.getElementById(id)) : [element];
  return texts.map(text => text.textContent.trim()).join(" ");
})"""


def test_a_preset_answer_is_told_with_its_question_until_it_is_confirmed(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.is_of("Kreisangehörige Stadt oder Gemeinde")
    (question,) = [q for q in kurzform.fields[2].questions if q.not_responsible][:1]
    person.goes_to(kurzform.fields[2])
    group = person.question(question)
    expect(group).to_have_accessible_description(re.compile(r"^Warum wir das fragen: .*Voreingestellt, bitte prüfen: "))
    others = [person.question(q) for q in kurzform.fields[2].questions if not q.not_responsible]
    for other in others:
        expect(other).not_to_have_accessible_description(re.compile("Voreingestellt"))
    group.get_by_role("button", name="Antwort bestätigen").click()
    expect(group).not_to_have_accessible_description(re.compile("Voreingestellt"))
    person.waits_for_the_runtime()


def test_every_live_region_of_the_form_is_there_before_it_says_anything(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    regions = person.page.locator("form [role=status]")
    expect(regions).to_have_count(7)
    for place in range(7):
        assert regions.nth(place).evaluate("region => region.checkVisibility()"), regions.nth(place)
    person.page.evaluate("() => document.querySelector('[data-presets]').toggleAttribute('hidden', true)")
    assert not person.page.locator("[data-presets]").evaluate("region => region.checkVisibility()")


def test_what_is_ready_is_read_once(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.begins()
    person.answers(kurzform.questions()[0], 1)
    person.waits_for_the_runtime()
    assert person.page.locator("main").aria_snapshot().count(READY) == 1
    person.looks_at_the_result()
    assert person.page.locator("main").aria_snapshot().count("Das Ergebnis ist berechnet.") == 1
    person.page.evaluate("() => document.querySelector('[data-runtime-text]').removeAttribute('aria-hidden')")
    assert person.page.locator("main").aria_snapshot().count(READY) == 2


def test_the_heading_of_a_field_tells_its_position_first(person: Person, kurzform: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.begins()
    for number, field in enumerate(kurzform.fields[:3], start=1):
        heading = person.page.get_by_role("heading", name=f"Feld {number} von 7: {field.title}", exact=True)
        expect(heading).to_be_focused()
        person.goes_on()


def test_no_two_buttons_of_a_field_have_the_same_name_and_none_is_read_as_plus(
    person: Person, kurzform: Catalogue
) -> None:
    person.visits_the_questionnaire()
    person.chooses_the_langform()
    person.goes_to(kurzform.fields[0])
    for question in kurzform.fields[0].questions:
        person.answers(question, 1)
        person.opens_the_note_of(question)
    names = person.page.locator("button:visible").evaluate_all(NAMES)
    assert len(names) > 20
    assert sorted(names) == sorted(set(names))
    question = kurzform.questions()[0]
    button = person.question(question).get_by_role("button", name="Notiz und Nachweis")
    expect(button).to_have_accessible_name(f"Notiz und Nachweis {question.text}")
    signs = person.page.locator("[data-action=more]").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before').content)"
    )
    assert set(signs) == {'"+" / ""', '"–" / ""'}
    person.waits_for_the_runtime()
