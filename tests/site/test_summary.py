"""The sentences and first steps of a result follow from the report, and each leads to what bears it out."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogues import (
    FULL,
    NOT_APPLICABLE,
    NOT_RESPONSIBLE,
    SHORT,
    UNKNOWN,
    question,
    rung,
    sheet,
    small_catalogue,
)
from fragment import elements_of
from selfcheck_core.catalogue import Catalogue, Effort, Field, Suggestion, Theme
from selfcheck_core.report import Confidence
from selfcheck_core.sheet import Answer, Scope
from selfcheck_core.subjects import SheetResult
from selfcheck_site.views.result import result
from selfcheck_site.views.summary import first_steps, sentences

STEERING = {"beschluss": rung(3), "bekanntheit": rung(3), "haushalt": rung(3)}
UNANSWERED = "sind noch offen oder mit „weiß nicht“ beantwortet."
ENCOUNTER = {"treffpunkt": rung(0), "nutzung": rung(0), "feste": rung(0)}


def needing(answers: int) -> Catalogue:
    return replace(small_catalogue(), coverage=replace(small_catalogue().coverage, firm_from_answers=answers))


def said(answers: Mapping[str, Answer], scope: Scope = FULL, catalogue: Catalogue | None = None) -> list[str]:
    subject = SheetResult.of(catalogue or small_catalogue(), sheet(answers, scope))
    return ["".join(piece.text for piece in sentence) for sentence in sentences(subject)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(
            STEERING | ENCOUNTER,
            [
                "Am weitesten ist „Steuerung“ (4 von 4: gut aufgestellt).",
                "Am meisten zu tun bleibt bei „Begegnung“ (1 von 4: am Anfang).",
                "Das ist in jedem Handlungsfeld belastbar.",
            ],
            id="certain ends are said without a reservation",
        ),
        pytest.param(
            {"beschluss": UNKNOWN, "bekanntheit": rung(3), "haushalt": rung(3), **ENCOUNTER, "treffpunkt": UNKNOWN},
            [
                "Am weitesten ist „Steuerung“ (3 bis 4 von 4: fortgeschritten bis gut aufgestellt).",
                "Am meisten zu tun bleibt bei „Begegnung“ (1 bis 2 von 4: am Anfang bis auf dem Weg).",
                f"Belastbar ist das in keinem Handlungsfeld: 2 Fragen {UNANSWERED}",
            ],
            id="a range whose end no other field can pass is said without one, too",
        ),
        pytest.param(
            {**STEERING, "beschluss": UNKNOWN, "treffpunkt": rung(2), "nutzung": UNKNOWN, "feste": rung(2)},
            [
                "Am weitesten ist nach den bisherigen Antworten „Steuerung“ "
                "(3 bis 4 von 4: fortgeschritten bis gut aufgestellt).",
                "Am meisten zu tun bleibt nach den bisherigen Antworten bei „Begegnung“ "
                "(2 bis 4 von 4: auf dem Weg bis gut aufgestellt).",
                f"Belastbar ist das in keinem Handlungsfeld: 2 Fragen {UNANSWERED}",
            ],
            id="an end that another field could still pass is said with a reservation",
        ),
        pytest.param(
            {"beschluss": rung(1), "bekanntheit": rung(1), "haushalt": rung(1)}
            | {"treffpunkt": rung(0), "nutzung": UNKNOWN, "feste": rung(1)},
            [
                "Am weitesten ist nach den bisherigen Antworten „Steuerung“ (2 von 4: auf dem Weg).",
                "Am meisten zu tun bleibt nach den bisherigen Antworten bei „Begegnung“ "
                "(1 bis 3 von 4: am Anfang bis fortgeschritten).",
                f"Belastbar ist das in 1 von 2 Handlungsfeldern: 1 Frage {UNANSWERED.replace('sind', 'ist')}",
            ],
            id="what lies lower in the picture needs more, though its range may end higher",
        ),
        pytest.param(
            {each.id: rung(2) for each in small_catalogue().questions()},
            [
                "Alle eingestuften Handlungsfelder liegen gleichauf (3 von 4: fortgeschritten).",
                "Das ist in jedem Handlungsfeld belastbar.",
            ],
            id="nobody is furthest where all lie level",
        ),
        pytest.param(
            STEERING,
            [
                "Eingestuft ist bisher nur „Steuerung“ (4 von 4: gut aufgestellt).",
                f"Belastbar ist das in 1 von 2 Handlungsfeldern: 3 Fragen {UNANSWERED}",
            ],
            id="one field with a level is compared with nothing",
        ),
        pytest.param(
            {"beschluss": rung(3)},
            [
                "Für einen Reifegrad reichen die Antworten noch in keinem Handlungsfeld.",
                f"5 Fragen {UNANSWERED}",
            ],
            id="without a level that is what is said",
        ),
        pytest.param(
            {"beschluss": rung(3), "bekanntheit": rung(0), "haushalt": rung(3), **ENCOUNTER},
            "„Steuerung“: Auf dem Papier ist hier mehr erreicht, als im Alltag gelebt wird.",
            id="a certain gap between Regelung and Praxis has its sentence",
        ),
        pytest.param(
            {**STEERING, "treffpunkt": rung(1), "nutzung": NOT_RESPONSIBLE, "feste": NOT_APPLICABLE},
            "Belastbar ist das in 1 von 2 Handlungsfeldern: Anderswo sind weniger als 2 Fragen gewertet.",
            id="too few scored questions are named where nothing is open",
        ),
    ],
)
def test_a_result_says_in_a_few_sentences(answers: Mapping[str, Answer], expected: list[str] | str) -> None:
    if isinstance(expected, str):
        assert expected in said(answers)
    else:
        assert said(answers) == expected


def test_a_field_without_a_level_is_named_where_others_are_compared() -> None:
    steering, encounter = small_catalogue().fields
    renamed = tuple(
        replace(theme, questions=tuple(replace(each, id=f"dritte-{each.id}") for each in theme.questions))
        for theme in encounter.themes
    )
    third = replace(encounter, id="dritte", title="Dritte", themes=renamed)
    catalogue = replace(small_catalogue(), fields=(steering, encounter, third))
    assert "Noch nicht eingestuft ist „Dritte“." in said(STEERING | ENCOUNTER, catalogue=catalogue)
    assert not any("Noch nicht eingestuft" in each for each in said(STEERING | ENCOUNTER))


def test_a_kurzform_says_why_nothing_is_firm() -> None:
    everything = {each.id: rung(2) for each in small_catalogue().questions()}
    assert said(everything, SHORT, needing(4))[-1] == (
        "Belastbar ist das in keinem Handlungsfeld: "
        "Die Kurzform stellt überall weniger als 4 Fragen und ist deshalb höchstens vorläufig."
    )


answers = st.dictionaries(
    st.sampled_from([q.id for q in small_catalogue().questions()]),
    st.one_of(st.builds(rung, st.integers(0, 3)), st.sampled_from([UNKNOWN, NOT_RESPONSIBLE, NOT_APPLICABLE])),
)


@settings(deadline=None, max_examples=40)
@given(answers)
def test_whatever_is_answered_every_sentence_leads_to_what_bears_it_out(given: dict[str, Answer]) -> None:
    subject = SheetResult.of(small_catalogue(), sheet(given))
    places = [[piece.place for piece in sentence if piece.place] for sentence in sentences(subject)]
    assert all(places)
    assert 1 <= len(places) <= 4
    root = elements_of(result(subject, "").text)
    if root.all(class_="result-sentences"):
        ids = {element.attributes.get("id") for element in root.all()}
        assert {place for sentence in places for place in sentence} <= ids


@settings(deadline=None, max_examples=40)
@given(answers)
def test_no_field_is_called_furthest_without_a_level_of_its_own(given: dict[str, Answer]) -> None:
    subject = SheetResult.of(small_catalogue(), sheet(given))
    without = {field.id for field in subject.report.fields if field.confidence is Confidence.NONE}
    named = {piece.place.removeprefix("ergebnis-zeile-") for sentence in sentences(subject) for piece in sentence}
    assert named.isdisjoint(without)


def with_suggestions() -> Catalogue:
    """Two fields whose questions have suggestions that ask for more and for less."""

    def field(name: str, *suggestions: Suggestion) -> Field:
        asked = tuple(question(f"{name}-{n}", "Gibt es das?", suggestions=(s,)) for n, s in enumerate(suggestions))
        return Field(name, name.title(), "", (Theme(f"{name}-thema", "Thema", asked),))

    def step(text: str, effort: Effort, *, needs_decision: bool = False, free_of_charge: bool = True) -> Suggestion:
        return Suggestion(2, text, effort, needs_decision, free_of_charge, ())

    steering = field(
        "steuerung",
        step("mit Beschluss", Effort.LOW, needs_decision=True),
        step("mit Geld", Effort.LOW, free_of_charge=False),
        step("ohne alles", Effort.LOW),
    )
    encounter = field("begegnung", step("viel", Effort.HIGH), step("wenig", Effort.MEDIUM))
    return replace(small_catalogue(), fields=(steering, encounter))


@pytest.mark.parametrize(
    ("rungs", "expected"),
    [
        ((2, 2, 2, 0, 0), ["wenig", "ohne alles", "viel"]),
        ((0, 0, 0, 2, 2), ["ohne alles", "wenig", "mit Geld"]),
        ((0, 0, 0, 3, 3), ["ohne alles", "mit Geld", "mit Beschluss"]),
        ((3, 3, 3, 3, 2), ["wenig"]),
        ((3, 3, 3, 3, 3), []),
    ],
)
def test_the_first_steps_are_of_the_fields_that_need_most_and_ask_least(
    rungs: tuple[int, ...], expected: list[str]
) -> None:
    catalogue = with_suggestions()
    answers = {each.id: rung(value) for each, value in zip(catalogue.questions(), rungs, strict=True)}
    found = first_steps(SheetResult.of(catalogue, sheet(answers)))
    assert [step.suggestion.text for step in found] == expected


def test_sentences_picture_and_fields_stand_before_the_numbers_in_reading_order() -> None:
    answers = {**STEERING, **ENCOUNTER, "beschluss": rung(0), "nutzung": UNKNOWN}
    html = result(SheetResult.of(small_catalogue(), sheet(answers)), "").text
    order = [
        html.index(mark)
        for mark in (
            'class="result-origin"',
            'class="result-sentences"',
            "<svg",
            'class="result-steps"',
            'class="result-fields"',
            'class="result-clarifications"',
            'class="result-table"',
            'id="ergebnis-lesen"',
            'id="ergebnis-stand"',
        )
    ]
    assert order == sorted(order)
