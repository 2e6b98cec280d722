"""What to do next: the suggestions that apply, and what to clarify first."""

from collections.abc import Iterable
from fractions import Fraction

from selfcheck_core.catalogue import Catalogue, Field, Question
from selfcheck_core.report import Clarification, SuggestionRef
from selfcheck_core.sheet import Sheet, State

UNCERTAIN = (State.UNKNOWN, State.OPEN)


def suggestions(questions: Iterable[Question], sheet: Sheet) -> tuple[SuggestionRef, ...]:
    """Return one suggestion for each answered question that has one, in the order of the questions.

    It is the question's first whose ``up_to`` is not below the answered rung.
    """
    first = ((question.id, _first_suggestion(question, sheet.answer(question.id).rung)) for question in questions)
    return tuple(SuggestionRef(question_id, index) for question_id, index in first if index is not None)


def _first_suggestion(question: Question, rung: int | None) -> int | None:
    if rung is None:
        return None
    return next((index for index, item in enumerate(question.suggestions) if rung <= item.up_to), None)


def clarifications(catalogue: Catalogue, sheet: Sheet) -> tuple[Clarification, ...]:
    """Return the open and unknown questions in scope, those first whose answer narrows their field's range most.

    A field's range is as wide as the weight of its uncertain questions, so that a question's ``gain`` is its share of
    this weight (above 0, at most 1). Equal gains stand in catalogue order.
    """
    found = [item for field in sheet.scope.fields_of(catalogue) for item in _clarifications_of(field, sheet)]
    return tuple(sorted(found, key=lambda item: -item.gain))


def _clarifications_of(field: Field, sheet: Sheet) -> list[Clarification]:
    uncertain = [q for q in sheet.scope.questions_of(field) if sheet.answer(q.id).state in UNCERTAIN]
    total = sum((question.weight for question in uncertain), Fraction(0))
    return [Clarification(q.id, field.id, q.weight / total, q.known_by) for q in uncertain]
