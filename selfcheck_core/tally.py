"""How far a sheet is filled, in the numbers that form, result and terminal name alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue, Dimension, Field
from selfcheck_core.sheet import Sheet, State


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions in scope stand how; ``not_responsible`` leaves out those that are only ``preset``."""

    scored: int
    unknown: int
    not_responsible: int
    not_applicable: int
    preset: int
    open: int

    @property
    def dealt_with(self) -> int:
        """How many have an answer that a person gave, whatever it is."""
        return self.scored + self.unknown + self.not_responsible + self.not_applicable

    @property
    def asked(self) -> int:
        """How many questions are in scope."""
        return self.dealt_with + self.preset + self.open


def scored_by_dimension(field: Field, sheet: Sheet) -> Mapping[Dimension, int]:
    """Return how many of the field's questions in scope were answered with a rung, on Regelung and on Praxis."""
    scored = [q.dimension for q in sheet.scope.questions_of(field) if sheet.answer(q.id).state is State.ANSWERED]
    return {dimension: scored.count(dimension) for dimension in Dimension}


def tally(catalogue: Catalogue, sheet: Sheet) -> Tally:
    """Count the questions in the sheet's scope."""
    answers = [sheet.answer(question) for question in sheet.scope.asked(catalogue)]
    states = [answer.state for answer in answers]
    preset = sum(answer.preset for answer in answers)
    return Tally(
        scored=states.count(State.ANSWERED),
        unknown=states.count(State.UNKNOWN),
        not_responsible=states.count(State.NOT_RESPONSIBLE) - preset,
        not_applicable=states.count(State.NOT_APPLICABLE),
        preset=preset,
        open=states.count(State.OPEN),
    )
