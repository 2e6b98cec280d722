"""The list of answers: every question that is asked with its answer in words, what is unsettled, and the way back."""

import os
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogues import (
    FULL,
    NOT_APPLICABLE,
    NOT_RESPONSIBLE,
    SHORT,
    UNKNOWN,
    rung,
    sheet,
    small_catalogue,
)
from fragment import Element, elements_of
from selfcheck_core.sheet import Answer, Evidence, Municipality, Scope, Sheet, State
from selfcheck_core.subjects import SheetResult
from selfcheck_core.tally import tally
from selfcheck_site.views.answers import answers
from selfcheck_site.views.places import question_place

GOLDEN = Path(__file__).parent / "golden" / "answers.html"

PRESET = replace(NOT_RESPONSIBLE, preset=True)
WITHOUT_REASON = Answer(State.NOT_APPLICABLE, reason=" ")
EVIDENCE = (Evidence("Niederschrift", "https://example.org/niederschrift"), Evidence("Ordner im Hauptamt", ""))
MIXED = {
    "beschluss": Answer(State.ANSWERED, 3, note="Beschluss vom Mai 2025.\nFrist & Amt fehlen noch.", evidence=EVIDENCE),
    "bekanntheit": UNKNOWN,
    "haushalt": PRESET,
    "treffpunkt": rung(0),
    "feste": WITHOUT_REASON,
}
ALL_OF_THEM = {each.id: rung(2) for each in small_catalogue().questions()}


def shown(filled: Sheet) -> Element:
    return elements_of(answers(SheetResult.of(small_catalogue(), filled)).text)


def page(given: Mapping[str, Answer], scope: Scope = FULL) -> Element:
    return shown(sheet(given, scope))


def line(given: Answer, question: str = "beschluss") -> Element:
    return page({question: given}).one("div", id=f"antworten-zu-{question}")


def looks(root: Element) -> dict[str, str]:
    return {link.text: link.attributes["href"] for each in root.all("ul") for link in each.all("a")}


def test_the_list_of_a_mixed_sheet_reads_as_agreed() -> None:
    html = answers(SheetResult.of(small_catalogue(), sheet(MIXED))).text
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(html, encoding="utf-8")
    assert html == GOLDEN.read_text(encoding="utf-8")


STATES = [
    (rung(0), "Stufe 0: Nichts davon."),
    (rung(3), "Stufe 3: Es ist da und wird jedes Jahr geprüft."),
    (UNKNOWN, "Weiß nicht"),
    (NOT_RESPONSIBLE, "Nicht zuständig: Landkreis Musterland"),
    (replace(NOT_RESPONSIBLE, carrier=""), "Nicht zuständig"),
    (PRESET, "Nicht zuständig: Landkreis Musterland Voreingestellt, bitte prüfen"),
    (NOT_APPLICABLE, "Entfällt: Wir haben keine Ortsteile."),
    (WITHOUT_REASON, "Entfällt Begründung fehlt"),
    (Answer(State.OPEN), "Noch offen"),
]


@pytest.mark.parametrize(("answer", "words"), STATES)
def test_an_answer_stands_in_words_with_what_is_worth_another_look(answer: Answer, words: str) -> None:
    assert line(answer).one("dd", class_="answers-given").text == words


@pytest.mark.parametrize(
    ("answer", "mark"),
    [
        (UNKNOWN, ["Weiß nicht"]),
        (PRESET, ["Voreingestellt, bitte prüfen"]),
        (WITHOUT_REASON, ["Begründung fehlt"]),
        (Answer(State.OPEN), ["Noch offen"]),
        (Answer(State.OPEN, note="Im Hauptamt fragen."), ["Noch offen"]),
        (rung(0), []),
        (NOT_RESPONSIBLE, []),
        (NOT_APPLICABLE, []),
    ],
)
def test_a_mark_is_a_word_and_stands_where_something_is_left_to_do(answer: Answer, mark: list[str]) -> None:
    assert [each.text for each in line(answer).all("strong")] == mark


@pytest.mark.parametrize(
    ("answer", "way"), [(rung(1), "Ändern"), (UNKNOWN, "Ändern"), (Answer(State.OPEN), "Beantworten")]
)
def test_the_way_to_a_question_is_named_with_the_question(answer: Answer, way: str) -> None:
    link = line(answer).one("dd", class_="answers-change").one("a")
    assert link.text == f"{way} Frage 1: Gibt es ein vom Rat beschlossenes Leitbild?"
    assert link.attributes["href"] == f"#{question_place('beschluss')}"


def test_note_and_evidence_stand_beside_the_answer_also_of_an_open_question() -> None:
    beside = page(MIXED).one("dd", class_="answers-beside")
    assert [each.text for each in beside.all("p")] == [
        "Notiz: Beschluss vom Mai 2025. Frist & Amt fehlen noch.",
        "Nachweis: Niederschrift: https://example.org/niederschrift",
        "Nachweis: Ordner im Hauptamt",
    ]
    still_open = line(Answer(State.OPEN, note="Frau Muster fragen.", evidence=(Evidence("", "https://example.org"),)))
    assert (
        still_open.one("dd", class_="answers-beside").text == "Notiz: Frau Muster fragen. Nachweis: https://example.org"
    )


# What is asked, and as which number


@pytest.mark.parametrize(
    ("scope", "fields", "asked"),
    [
        (FULL, ["Steuerung", "Begegnung"], ["1. Gibt", "2. Kennen", "3. Stehen", "4. Gibt", "5. Wird", "6. Sind"]),
        (SHORT, ["Steuerung", "Begegnung"], ["1. Gibt", "2. Kennen", "3. Gibt"]),
        (Scope("full", ("begegnung",)), ["Begegnung"], ["1. Gibt", "2. Wird", "3. Sind"]),
        (Scope("short", ("begegnung",)), ["Begegnung"], ["1. Gibt"]),
        (Scope("full", ("steuerung",)), ["Steuerung"], ["1. Gibt", "2. Kennen", "3. Stehen"]),
    ],
)
def test_each_question_in_scope_stands_in_its_field_with_its_number_in_the_form(
    scope: Scope, fields: list[str], asked: list[str]
) -> None:
    root = page(MIXED, scope)
    assert [each.text for each in root.all("h3")] == fields
    assert [" ".join(each.text.split()[:2]) for each in root.all("dt")] == asked


def test_a_field_of_which_the_form_asks_nothing_has_no_heading() -> None:
    steering, encounter = small_catalogue().fields
    of_the_langform_only = replace(encounter, themes=encounter.themes[1:])
    catalogue = replace(small_catalogue(), fields=(steering, of_the_langform_only))
    root = elements_of(answers(SheetResult.of(catalogue, sheet({}, SHORT))).text)
    assert [each.text for each in root.all("h3")] == ["Steuerung"]


def test_the_list_says_whose_it_is() -> None:
    assert page({}).one("p", class_="answers-origin").text == "Musterstadt · 31. Mai 2026 · Langform · Verwaltung"
    nameless = replace(sheet({}, SHORT), perspective="", date="", municipality=Municipality("", ""))
    assert shown(nameless).one("p", class_="answers-origin").text == "Ihre Kommune · Kurzform"


# The sum


@pytest.mark.parametrize(
    ("given", "scope", "said"),
    [
        (MIXED, FULL, "4 von 6 Fragen sind bearbeitet. Noch zu klären:"),
        ({"beschluss": rung(1)}, FULL, "1 von 6 Fragen ist bearbeitet. Noch zu klären:"),
        ({}, FULL, "0 von 6 Fragen sind bearbeitet. Noch zu klären:"),
        (ALL_OF_THEM, FULL, "Alle 6 Fragen sind bearbeitet. Zu klären ist nichts mehr."),
        (ALL_OF_THEM, SHORT, "Alle 3 Fragen sind bearbeitet. Zu klären ist nichts mehr."),
        (ALL_OF_THEM, Scope("short", ("begegnung",)), "Die Frage ist bearbeitet. Zu klären ist nichts mehr."),
        ({}, Scope("short", ("begegnung",)), "Die Frage ist noch nicht bearbeitet. Noch zu klären:"),
    ],
)
def test_the_first_sentence_says_how_far_the_sheet_is(given: Mapping[str, Answer], scope: Scope, said: str) -> None:
    assert page(given, scope).all("p")[1].text == said


def test_what_is_left_to_do_is_counted_and_leads_to_its_first_answer() -> None:
    assert looks(page(MIXED)) == {
        "Eine Frage ist noch offen": "#antworten-zu-nutzung",
        "Eine Antwort ist voreingestellt": "#antworten-zu-haushalt",
        "Bei einer Antwort fehlt die Begründung": "#antworten-zu-feste",
        "Eine Frage ist mit „weiß nicht“ beantwortet": "#antworten-zu-bekanntheit",
    }
    twice = {"bekanntheit": UNKNOWN, "treffpunkt": UNKNOWN, "haushalt": PRESET, "nutzung": PRESET}
    assert looks(page({**twice, "feste": WITHOUT_REASON, "beschluss": WITHOUT_REASON})) == {
        "2 Antworten sind voreingestellt": "#antworten-zu-haushalt",
        "Bei 2 Antworten fehlt die Begründung": "#antworten-zu-beschluss",
        "2 Fragen sind mit „weiß nicht“ beantwortet": "#antworten-zu-bekanntheit",
    }
    assert looks(page(ALL_OF_THEM)) == {}


every_answer = st.dictionaries(
    st.sampled_from([q.id for q in small_catalogue().questions()]),
    st.sampled_from([answer for answer, _ in STATES]),
)
scopes = st.builds(Scope, st.sampled_from(["short", "full"]), st.sampled_from([None, ("begegnung",), ("steuerung",)]))


@settings(deadline=None, max_examples=60)
@given(given=every_answer, scope=scopes)
def test_the_marks_are_counted_as_the_core_counts(given: dict[str, Answer], scope: Scope) -> None:
    filled = sheet(given, scope)
    total = tally(small_catalogue(), filled)
    marks = [each.text for each in shown(filled).all("strong")]
    assert marks.count("Noch offen") == total.open
    assert marks.count("Voreingestellt, bitte prüfen") == total.preset
    assert marks.count("Weiß nicht") == total.unknown
    asked = [q.id for field in scope.fields_of(small_catalogue()) for q in scope.questions_of(field)]
    assert marks.count("Begründung fehlt") == sum(given.get(each) is WITHOUT_REASON for each in asked)


@settings(deadline=None, max_examples=60)
@given(given=every_answer, scope=scopes)
def test_the_list_fits_into_its_page(given: dict[str, Answer], scope: Scope) -> None:
    root = page(given, scope)
    ids = [element.attributes["id"] for element in root.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("antworten-") for each in ids)
    questions = {question_place(each.id) for each in small_catalogue().questions()}
    assert {link.attributes["href"][1:] for link in root.all("a")} <= {"ergebnis", *questions, *ids}
    levels = [int(e.tag[1]) for e in root.all() if e.tag in {"h2", "h3", "h4"}]
    assert set(levels) == {3}
    assert all(after - before <= 1 for before, after in pairwise(levels))


# Bad input

HOSTILE = "</p></dd><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}"


def test_what_a_person_typed_is_text_and_leads_nowhere() -> None:
    links = ("javascript:alert(1)", "https://example.org/\"onclick='x'", "")
    typed = {
        "beschluss": Answer(State.ANSWERED, 1, note=HOSTILE, evidence=tuple(Evidence(HOSTILE, link) for link in links)),
        "bekanntheit": Answer(State.NOT_RESPONSIBLE, carrier=HOSTILE),
        "haushalt": Answer(State.NOT_APPLICABLE, reason=HOSTILE),
    }
    root = shown(replace(sheet(typed), municipality=Municipality(HOSTILE, "gemeinde")))
    assert {element.tag for element in root.all()}.isdisjoint({"script", "img"})
    assert root.text.count(HOSTILE) == 1 + len(links) + 3
    assert all(link in root.text for link in links)
    assert {link.attributes["href"][0] for link in root.all("a")} == {"#"}
    assert not any(name.startswith("on") for element in root.all() for name in element.attributes)
