"""A small catalogue and sheets on it: two fields, both dimensions, weights other than 1, one question of the county."""

import json
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

from selfcheck_core.catalogue import (
    Catalogue,
    CoverageLimits,
    Dimension,
    Effort,
    Field,
    Level,
    MunicipalityType,
    NotResponsible,
    Perspective,
    Question,
    Suggestion,
    Theme,
)
from selfcheck_core.catalogue_json import seal
from selfcheck_core.question_sets import QuestionSet, Section, SetQuestion
from selfcheck_core.sheet import Answer, CatalogueRef, Municipality, Scope, SetRef, Sheet, State
from selfcheck_core.sheet_json import sheet_to_json

FULL = Scope("full", None)
SHORT = Scope("short", None)
UNKNOWN = Answer(State.UNKNOWN)
NOT_RESPONSIBLE = Answer(State.NOT_RESPONSIBLE, carrier="Landkreis Musterland")
NOT_APPLICABLE = Answer(State.NOT_APPLICABLE, reason="Wir haben keine Ortsteile.")


def rung(number: int) -> Answer:
    return Answer(State.ANSWERED, number)


def suggestion(up_to: int, text: str) -> Suggestion:
    return Suggestion(up_to, text, Effort.LOW, needs_decision=False, free_of_charge=True, links=("methoden/rundgang",))


def question(
    question_id: str,
    text: str,
    dimension: Dimension = Dimension.POLICY,
    weight: Fraction = Fraction(1),
    *,
    short_form: bool = True,
    known_by: tuple[str, ...] = (),
    not_responsible: tuple[NotResponsible, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
) -> Question:
    return Question(
        id=question_id,
        dimension=dimension,
        short_form=short_form,
        weight=weight,
        text=text,
        why="Damit alle wissen, woran sie sind.",
        known_by=known_by,
        rungs=("Nichts davon.", "Es ist in Arbeit.", "Es ist da.", "Es ist da und wird jedes Jahr geprüft."),
        not_responsible=not_responsible,
        suggestions=suggestions,
    )


@cache
def small_catalogue() -> Catalogue:
    return seal(
        Catalogue(
            id="probe",
            version="1.0",
            digest="",
            texts_digest="",
            title="Probefragebogen",
            levels=(
                Level("am-anfang", "am Anfang", Fraction(0)),
                Level("auf-dem-weg", "auf dem Weg", Fraction(1, 4)),
                Level("fortgeschritten", "fortgeschritten", Fraction(1, 2)),
                Level("aufgestellt", "gut aufgestellt", Fraction(3, 4)),
            ),
            coverage=CoverageLimits(Fraction(1, 2), Fraction(4, 5), firm_from_answers=2),
            not_applicable_warning_above=Fraction(1, 4),
            municipality_types=(
                MunicipalityType("gemeinde", "Kreisangehörige Gemeinde"),
                MunicipalityType("kreisfreie-stadt", "Kreisfreie Stadt"),
            ),
            perspectives=(Perspective("verwaltung", "Verwaltung"), Perspective("politik", "Politik")),
            fields=(steering(), encounter()),
            sets=(council(),),
        )
    )


def steering() -> Field:
    resolution = question(
        "beschluss",
        "Gibt es ein vom Rat beschlossenes Leitbild?",
        known_by=("Hauptamt",),
        suggestions=(suggestion(0, "Leitbilder anderer Orte ansehen."), suggestion(2, "Das Leitbild fortschreiben.")),
    )
    awareness = question(
        "bekanntheit",
        "Kennen die Beschäftigten das Leitbild?",
        Dimension.PRACTICE,
        Fraction(2),
        known_by=("Personalamt", "Personalrat"),
        suggestions=(suggestion(1, "Das Leitbild in einer Dienstbesprechung vorstellen."),),
    )
    budget = question(
        "haushalt",
        "Stehen im Haushalt eigene Mittel dafür?",
        weight=Fraction(1, 2),
        short_form=False,
        known_by=("Kämmerei",),
        not_responsible=(NotResponsible("gemeinde", "Landkreis"),),
    )
    return Field(
        "steuerung",
        "Steuerung",
        "Wie die Kommune ihre Ziele setzt.",
        (Theme("leitbild", "Leitbild", (resolution, awareness)), Theme("mittel", "Mittel", (budget,))),
    )


def encounter() -> Field:
    places = question("treffpunkt", "Gibt es einen offenen Treffpunkt?", Dimension.PRACTICE)
    use = question(
        "nutzung", "Wird der Treffpunkt von vielen genutzt?", Dimension.PRACTICE, Fraction(3, 2), short_form=False
    )
    festivals = question("feste", "Sind Feste für alle Ortsteile geplant?", short_form=False)
    return Field(
        "begegnung",
        "Begegnung",
        "Wo Menschen sich treffen.",
        (Theme("orte", "Orte", (places, use)), Theme("feiern", "Feiern", (festivals,))),
    )


def set_question(question_id: str, theme: str, *mirrors: str) -> SetQuestion:
    text = f"Was haben Sie von {theme} gesehen?"
    return SetQuestion(question_id, theme, mirrors, text, ("Nichts.", "Davon gelesen.", "Gesehen.", "Mitgemacht."))


def council() -> QuestionSet:
    """Return the set of the small catalogue, which asks about three of its four themes, about one of them twice."""
    return QuestionSet(
        id="rat",
        title="Fragen an den Rat",
        about="Was haben Sie gesehen?",
        perspectives=("politik",),
        sections=(
            Section(
                "steuerung",
                "Ziele",
                (set_question("gehoert", "leitbild", "beschluss"), set_question("gelesen", "leitbild", "bekanntheit")),
            ),
            Section(
                "begegnung",
                "Treffen",
                (set_question("gefeiert", "feiern", "feste"), set_question("besucht", "orte", "treffpunkt")),
            ),
        ),
    )


def set_sheet(answers: Mapping[str, Answer]) -> Sheet:
    asked = small_catalogue().sets[0]
    of_set = replace(sheet(answers, Scope("set", None, SetRef(asked.id, asked.digest))), perspective="politik")
    return replace(of_set, office="")


def set_values(**answers: object) -> dict[str, object]:
    """Return the JSON values of a sheet of the set with these answers, given as JSON values."""
    return {**sheet_to_json(set_sheet({})), "answers": answers}


def sheet(answers: Mapping[str, Answer], scope: Scope = FULL) -> Sheet:
    return Sheet(
        catalogue=CatalogueRef.of(small_catalogue()),
        scope=scope,
        id="bogen-1",
        perspective="verwaltung",
        office="Hauptamt",
        date="2026-05-31",
        municipality=Municipality("Musterstadt", "gemeinde"),
        answers=answers,
    )


def sheet_values(**answers: object) -> dict[str, object]:
    """Return a sheet's JSON values with these answers, given as JSON values."""
    return {**sheet_to_json(sheet({})), "answers": answers}


def sheet_text(**answers: object) -> str:
    return json.dumps(sheet_values(**answers), ensure_ascii=False)
