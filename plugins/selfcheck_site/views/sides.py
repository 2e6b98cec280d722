"""Regelung beside Praxis: what of a field is written down, what is lived, and what can be said about the two."""

from dataclasses import dataclass
from fractions import Fraction

from selfcheck_core.catalogue import Dimension, Field
from selfcheck_core.report import FieldReport, Measure
from selfcheck_core.subjects import SheetResult
from selfcheck_core.tally import scored_by_dimension
from selfcheck_site.views import wording


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of one field, with the questions scored on each and how many it takes on each to compare them."""

    policy: Measure
    practice: Measure
    scored: tuple[int, int]
    needed: int

    @classmethod
    def of(cls, subject: SheetResult, field: Field, report: FieldReport) -> "Sides":
        """Return the sides of one field of a result."""
        scored = scored_by_dimension(field, subject.sheet)
        counts = scored[Dimension.POLICY], scored[Dimension.PRACTICE]
        return cls(report.policy, report.practice, counts, subject.catalogue.coverage.compared_from_answers)

    @property
    def is_thin(self) -> bool:
        """Whether too little is scored on one side to say anything about both."""
        return min(self.scored) < self.needed

    @property
    def gap(self) -> Fraction:
        """By how much one side is certainly further: above 0 the Regelung, below 0 the Praxis, 0 where none is."""
        (policy_low, policy_high), (practice_low, practice_high) = _ends(self.policy), _ends(self.practice)
        if self.is_thin:
            return Fraction(0)
        return max(policy_low - practice_high, Fraction(0)) - max(practice_low - policy_high, Fraction(0))

    @property
    def sentence(self) -> str:
        """What can be said; one side is called further only where the ranges do not touch."""
        if missing := self._missing():
            return f"{wording.sentence_case(missing)}. Vergleichen lässt sich deshalb noch nichts."
        if self.is_thin:
            needed = wording.counted(self.needed, "gewerteten Frage", "gewerteten Fragen")
            return (
                f"Gewertet: zur Regelung {self.scored[0]}, zur Praxis {self.scored[1]}. "
                f"Verglichen wird erst ab {needed} auf jeder Seite."
            )
        if self.gap > 0:
            return "Auf dem Papier ist hier mehr erreicht, als im Alltag gelebt wird."
        if self.gap < 0:
            return (
                "Im Alltag wird hier mehr gelebt, als geregelt ist. Ohne Regelung hängt vieles an einzelnen Personen."
            )
        if len({*_ends(self.policy), *_ends(self.practice)}) == 1:
            return "Regelung und Praxis sind hier gleich weit."
        return "Ob die Regelung oder die Praxis weiter ist, lässt sich mit den bisherigen Antworten nicht sicher sagen."

    def _missing(self) -> str:
        sides = (("zur Regelung", self.policy), ("zur Praxis", self.practice))
        return ", ".join(
            f"{name} {'gab es nichts zu bewerten' if side.coverage is None else 'ist noch nichts gewertet'}"
            for name, side in sides
            if not side.coverage
        )


def _ends(measure: Measure) -> tuple[Fraction, Fraction]:
    """Return low and high; where there was nothing to score, all is possible."""
    low, high = measure.low, measure.high
    return (Fraction(0), Fraction(1)) if low is None or high is None else (low, high)
