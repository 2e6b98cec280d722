"""How much a level hangs on numbers that could have been chosen otherwise.

One number at a time is made a tenth smaller and a tenth larger: the weight of each question asked, the start of each
level but the first, whose start is 0, and both limits of coverage. Counted is how often a field's level range becomes
another one. The number of answers from which a level is called firm is left out: it is a count, of which there is no
tenth, and it never moves a level range. Besides, every "entfällt" is counted as rung 0 once. All with exact fractions.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from selfcheck_core.catalogue import Catalogue, Field, Level
from selfcheck_core.report import FieldReport
from selfcheck_core.scoring import field_levels, score
from selfcheck_core.sheet import Answer, Sheet, State
from selfcheck_site.views import wording

FACTORS = (Fraction(9, 10), Fraction(11, 10))


@dataclass(frozen=True, slots=True)
class Moves:
    """How many changed numbers were tried, and how many of them gave the field another level range."""

    tried: int
    changed: int

    def __add__(self, other: "Moves") -> "Moves":
        """Return both together."""
        return Moves(self.tried + other.tried, self.changed + other.changed)


@dataclass(frozen=True, slots=True)
class FieldSensitivity:
    """What one field of one sheet hangs on.

    ``report`` is the field's result as it is, ``strict`` the one with every "entfällt" as rung 0.
    """

    field: Field
    report: FieldReport
    weights: Moves
    limits: Moves
    strict: FieldReport


@dataclass(frozen=True, slots=True)
class SensitivityRow:
    """A field's sensitivity in German words, for terminal and page."""

    field: str
    level: str
    weights: str
    limits: str
    not_applicable: str


def sensitivity(catalogue: Catalogue, sheet: Sheet) -> tuple[FieldSensitivity, ...]:
    """Return what each field in the sheet's scope hangs on, in catalogue order."""
    return tuple(_of_field(replace(catalogue, fields=(field,)), sheet) for field in sheet.scope.fields_of(catalogue))


def together(fields: Iterable[FieldSensitivity], kind: Callable[[FieldSensitivity], Moves]) -> Moves:
    """Return the sum of one kind of moves over several fields."""
    return sum((kind(field) for field in fields), Moves(0, 0))


def row(catalogue: Catalogue, item: FieldSensitivity) -> SensitivityRow:
    """Return a field's sensitivity in words."""
    return SensitivityRow(
        field=item.field.title,
        level=_level(catalogue, item.report),
        weights=in_words(item.weights),
        limits=in_words(item.limits),
        not_applicable=_without_not_applicable(catalogue, item),
    )


def as_table(title: str, rows: Sequence[SensitivityRow]) -> str:
    """Return one example's rows as a table of plain text with a heading line, for the terminal."""
    lines = [_HEADINGS, *rows]
    widths = [max(len(getattr(line, column)) for line in lines) for column in _COLUMNS]
    return "\n".join((title, *(_aligned(line, widths) for line in lines))) + "\n"


def in_words(moves: Moves) -> str:
    """Return "3 von 28"."""
    return f"{moves.changed} von {moves.tried}"


# The ragged texts stand last, so that the numbers stay near their field.
_COLUMNS = ("field", "weights", "limits", "not_applicable", "level")
_HEADINGS = SensitivityRow("Handlungsfeld", "Ergebnis", "Gewicht", "Grenze", "„entfällt“ als Stufe 0")


def _aligned(line: SensitivityRow, widths: Sequence[int]) -> str:
    cells = (getattr(line, column).ljust(width) for column, width in zip(_COLUMNS, widths, strict=True))
    return f"  {'  '.join(cells)}".rstrip()


def _of_field(catalogue: Catalogue, sheet: Sheet) -> FieldSensitivity:
    (report,) = score(catalogue, sheet).fields
    return FieldSensitivity(
        field=catalogue.fields[0],
        report=report,
        weights=_moves(report, _other_weights(catalogue, sheet), sheet),
        limits=_moves(report, _other_limits(catalogue), sheet),
        strict=score(catalogue, _strict(sheet)).fields[0],
    )


def _moves(report: FieldReport, catalogues: Iterable[Catalogue], sheet: Sheet) -> Moves:
    outcomes = [field_levels(changed, changed.fields[0], sheet) != _range(report) for changed in catalogues]
    return Moves(len(outcomes), sum(outcomes))


def _range(report: FieldReport) -> tuple[str | None, str | None]:
    return report.level_low, report.level_high


def _other_weights(catalogue: Catalogue, sheet: Sheet) -> Iterator[Catalogue]:
    (field,) = catalogue.fields
    for question in sheet.scope.questions_of(field):
        for factor in FACTORS:
            yield replace(catalogue, fields=(_reweighted(field, question.id, question.weight * factor),))


def _reweighted(field: Field, question_id: str, weight: Fraction) -> Field:
    themes = (
        replace(
            theme,
            questions=tuple(replace(q, weight=weight) if q.id == question_id else q for q in theme.questions),
        )
        for theme in field.themes
    )
    return replace(field, themes=tuple(themes))


def _other_limits(catalogue: Catalogue) -> Iterator[Catalogue]:
    coverage = catalogue.coverage
    for factor in FACTORS:
        for level in catalogue.levels[1:]:
            yield replace(catalogue, levels=_restarted(catalogue.levels, level, level.start * factor))
        yield replace(catalogue, coverage=replace(coverage, none_below=coverage.none_below * factor))
        yield replace(catalogue, coverage=replace(coverage, tentative_below=coverage.tentative_below * factor))


def _restarted(levels: tuple[Level, ...], moved: Level, start: Fraction) -> tuple[Level, ...]:
    return tuple(replace(level, start=start) if level is moved else level for level in levels)


def _strict(sheet: Sheet) -> Sheet:
    lowest = Answer(State.ANSWERED, rung=0)
    answers = {
        question_id: lowest if answer.state is State.NOT_APPLICABLE else answer
        for question_id, answer in sheet.answers.items()
    }
    return replace(sheet, answers=answers)


def _level(catalogue: Catalogue, report: FieldReport) -> str:
    level, confidence = wording.level_range(catalogue, report), wording.CONFIDENCE[report.confidence]
    return level if level == confidence else f"{level}, {confidence}"


def _without_not_applicable(catalogue: Catalogue, item: FieldSensitivity) -> str:
    if not item.report.counts.not_applicable:
        return "nichts entfällt"
    if _range(item.strict) == _range(item.report):
        return "gleich"
    return f"anders: {wording.level_range(catalogue, item.strict)}"
