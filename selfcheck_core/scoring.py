"""From a catalogue and a sheet to a report, with exact fractions.

With x = rung/3, weight w, A the answered questions and U the unknown and open ones (not responsible and not applicable
count in neither sum):

    point = Σ_A w·x / Σ_A w                          low  = Σ_A w·x / Σ_{A∪U} w
    coverage = Σ_A w / Σ_{A∪U} w                     high = (Σ_A w·x + Σ_U w) / Σ_{A∪U} w

``low`` is what comes out if every uncertain question turns out at the lowest rung, ``high`` at the highest. Nothing is
imputed. Only questions in the sheet's scope count.
"""

from collections.abc import Collection, Iterable
from fractions import Fraction

from selfcheck_core.catalogue import Catalogue, Dimension, Field, Question
from selfcheck_core.planning import UNCERTAIN, clarifications, suggestions
from selfcheck_core.report import (
    NOT_APPLICABLE_SHARE,
    Confidence,
    Counts,
    FieldReport,
    Measure,
    Report,
    ThemeReport,
)
from selfcheck_core.sheet import CatalogueRef, Sheet, State

_LOWEST_THEMES = 3
_FULL_SCORE = Fraction(1)


def score(catalogue: Catalogue, sheet: Sheet) -> Report:
    """Return the report of a sheet: every field in its scope, in catalogue order, and the clarifications.

    Raises ValueError for a sheet of a question set: what one person has seen is no maturity level.
    """
    if sheet.scope.set:
        raise ValueError("a sheet of a question set has no maturity level")
    return Report(
        catalogue=CatalogueRef.of(catalogue),
        scope=sheet.scope,
        fields=tuple(_field_report(catalogue, field, sheet) for field in sheet.scope.fields_of(catalogue)),
        clarifications=clarifications(catalogue, sheet),
    )


def field_levels(catalogue: Catalogue, field: Field, sheet: Sheet) -> tuple[str | None, str | None]:
    """Return the ids of a field's lowest and highest level as ``score`` does, (None, None) where it has no level.

    For whoever asks it a thousand times: no theme, suggestion or warning is worked out for it.
    """
    questions = sheet.scope.questions_of(field)
    low, high, _ = _levels(catalogue, _measure(questions, sheet), _counts(questions, sheet))
    return low, high


def _field_report(catalogue: Catalogue, field: Field, sheet: Sheet) -> FieldReport:
    questions = sheet.scope.questions_of(field)
    measure = _measure(questions, sheet)
    counts = _counts(questions, sheet)
    level_low, level_high, confidence = _levels(catalogue, measure, counts)
    themes = _theme_reports(field, sheet)
    return FieldReport(
        id=field.id,
        counts=counts,
        measure=measure,
        level_low=level_low,
        level_high=level_high,
        confidence=confidence,
        policy=_measure((q for q in questions if q.dimension is Dimension.POLICY), sheet),
        practice=_measure((q for q in questions if q.dimension is Dimension.PRACTICE), sheet),
        themes=themes,
        lowest_themes=_lowest_themes(themes),
        warnings=_warnings(catalogue, questions, sheet),
        suggestions=suggestions(questions, sheet),
    )


def _counts(questions: Iterable[Question], sheet: Sheet) -> Counts:
    states = [sheet.answer(question.id).state for question in questions]
    return Counts(
        answered=states.count(State.ANSWERED),
        unknown=states.count(State.UNKNOWN),
        open=states.count(State.OPEN),
        not_responsible=states.count(State.NOT_RESPONSIBLE),
        not_applicable=states.count(State.NOT_APPLICABLE),
    )


def _measure(questions: Iterable[Question], sheet: Sheet) -> Measure:
    earned = answered = uncertain = Fraction(0)
    for question in questions:
        answer = sheet.answer(question.id)
        if answer.rung is not None:
            earned += question.weight * Fraction(answer.rung, len(question.rungs) - 1)
            answered += question.weight
        elif answer.state in UNCERTAIN:
            uncertain += question.weight
    applicable = answered + uncertain
    if not applicable:
        return Measure(None, None, None, None)
    return Measure(
        coverage=answered / applicable,
        point=earned / answered if answered else None,
        low=earned / applicable,
        high=(earned + uncertain) / applicable,
    )


def _levels(catalogue: Catalogue, measure: Measure, counts: Counts) -> tuple[str | None, str | None, Confidence]:
    if measure.coverage is None or measure.low is None or measure.high is None:
        return None, None, Confidence.NONE
    limits = catalogue.coverage
    if measure.coverage < limits.none_below:
        return None, None, Confidence.NONE
    low, high = catalogue.level_of(measure.low), catalogue.level_of(measure.high)
    covered = measure.coverage >= limits.tentative_below and counts.answered >= limits.firm_from_answers
    return low.id, high.id, Confidence.FIRM if covered and low == high else Confidence.TENTATIVE


def _theme_reports(field: Field, sheet: Sheet) -> tuple[ThemeReport, ...]:
    asked = ((theme.id, [q for q in theme.questions if sheet.scope.includes(q)]) for theme in field.themes)
    return tuple(ThemeReport(theme_id, _measure(questions, sheet)) for theme_id, questions in asked if questions)


def _lowest_themes(themes: Iterable[ThemeReport]) -> tuple[str, ...]:
    """Return the ids of the themes with the lowest points, catalogue order where they are equal.

    A theme at full score is left out even where the field has no lower one: there is nothing left to raise in it, and
    naming it among the lowest would read as a reproach.
    """
    improvable = [
        (theme.measure.point, theme.id)
        for theme in themes
        if theme.measure.point is not None and theme.measure.point < _FULL_SCORE
    ]
    return tuple(theme_id for _, theme_id in sorted(improvable, key=lambda item: item[0])[:_LOWEST_THEMES])


def _warnings(catalogue: Catalogue, questions: Collection[Question], sheet: Sheet) -> tuple[str, ...]:
    weights = [(q.weight, sheet.answer(q.id).state) for q in questions]
    everything = sum((weight for weight, _ in weights), Fraction(0))
    dropped = sum((weight for weight, state in weights if state is State.NOT_APPLICABLE), Fraction(0))
    return (NOT_APPLICABLE_SHARE,) if dropped > catalogue.not_applicable_warning_above * everything else ()
