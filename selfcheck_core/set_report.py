"""What one sheet of a question set says: a view, theme by theme, to be laid beside other views.

It has no maturity level and no confidence, and nothing it is made of could hold one. Every question weighs the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.question_sets import QuestionSet, SetQuestion
from selfcheck_core.report import Measure, measure_to_json
from selfcheck_core.sheet import Answer, CatalogueRef, Scope, Sheet, State
from selfcheck_core.sheet_json import catalogue_ref_to_json, scope_to_json

FORMAT = "weltoffene-kommune/set-report"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class SetCounts:
    """How many questions of a field were answered in which way."""

    answered: int
    unknown: int
    open: int


@dataclass(frozen=True, slots=True)
class ThemeView:
    """What the sheet says about one theme of the main form, with the question and answer behind it."""

    id: str
    measure: Measure
    answers: tuple[tuple[SetQuestion, Answer], ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """What the sheet says about the themes of one field that its set asks about, in catalogue order."""

    id: str
    counts: SetCounts
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True, slots=True)
class SetReport:
    """The view of one person or group."""

    catalogue: CatalogueRef
    scope: Scope
    fields: tuple[FieldView, ...]


def set_report(catalogue: Catalogue, sheet: Sheet) -> SetReport:
    """Return what a sheet of a set says.

    Raises ValueError for a sheet of the main form, or of a set that is not here.
    """
    asked = catalogue.question_set(sheet.scope.set_id)
    if asked is None:
        raise ValueError("the sheet belongs to no question set of this catalogue")
    return SetReport(CatalogueRef.of(catalogue), sheet.scope, tuple(_fields(catalogue, asked, sheet)))


def _fields(catalogue: Catalogue, asked: QuestionSet, sheet: Sheet) -> list[FieldView]:
    found = []
    for field in catalogue.fields:
        questions = asked.by_theme(field.id)
        themes = tuple(_theme(each.id, questions[each.id], sheet) for each in field.themes if each.id in questions)
        if themes:
            states = [answer.state for theme in themes for _, answer in theme.answers]
            counts = SetCounts(*(states.count(state) for state in (State.ANSWERED, State.UNKNOWN, State.OPEN)))
            found.append(FieldView(field.id, counts, themes))
    return found


def _theme(theme: str, questions: Sequence[SetQuestion], sheet: Sheet) -> ThemeView:
    answers = tuple((question, sheet.answer(question.id)) for question in questions)
    given = [Fraction(answer.rung, len(each.rungs) - 1) for each, answer in answers if answer.rung is not None]
    earned, uncertain = sum(given, Fraction(0)), len(answers) - len(given)
    measure = Measure(
        coverage=Fraction(len(given), len(answers)),
        point=earned / len(given) if given else None,
        low=earned / len(answers),
        high=(earned + uncertain) / len(answers),
    )
    return ThemeView(theme, measure, answers)


def set_report_to_json(report: SetReport) -> dict[str, object]:
    """Return the report as JSON values, as the documentation of the file formats fixes them."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "catalogue": catalogue_ref_to_json(report.catalogue),
        "scope": scope_to_json(report.scope),
        "fields": [_field_to_json(field) for field in report.fields],
    }


def _field_to_json(field: FieldView) -> dict[str, object]:
    counts = field.counts
    return {
        "id": field.id,
        "counts": {"answered": counts.answered, "unknown": counts.unknown, "open": counts.open},
        "themes": [
            {
                "id": theme.id,
                **measure_to_json(theme.measure),
                "questions": [
                    {"id": question.id, "rung": answer.rung, "mirrors": list(question.mirrors)}
                    for question, answer in theme.answers
                ],
            }
            for theme in field.themes
        ],
    }
