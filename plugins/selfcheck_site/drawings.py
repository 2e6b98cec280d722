"""Small drawings that explain the self-check: the way through it, and the parts of a range.

Each is made from the questionnaire and a worked example. What a drawing shows stands beside it as a list, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.report import Confidence, FieldReport
from selfcheck_core.subjects import SheetResult
from selfcheck_site.examples import Example
from selfcheck_site.views import wording
from selfcheck_site.views.figures import broken, coordinate
from selfcheck_site.views.rendering import environment

STATIONS = (
    "Form wählen",
    "Fragen beantworten",
    "Antworten prüfen",
    "Ergebnis lesen",
    "Darüber sprechen",
    "Schritte beschließen",
)
_STEP, _LETTERS, _LINE = 110, 13, 16
_SCALE, _MARGIN, _BAR_TOP, _BAR_HEIGHT = 304, 12, 44, 22
_NUMERAL = 26


@dataclass(frozen=True, slots=True)
class Station:
    """One station of the way: its number, where it lies, and its name in short lines."""

    number: int
    x: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class RangePart:
    """A part of a range: its number, where on the scale it lies, what it is, and what that means."""

    number: int
    at: Fraction
    words: str
    meaning: str


def way() -> str:
    """Return the way of a self-check from choosing its form to deciding on steps, as a drawing."""
    stations = [
        Station(n + 1, _STEP // 2 + n * _STEP, tuple((58 + row * _LINE, line) for row, line in enumerate(lines)))
        for n, lines in enumerate(broken(name, _LETTERS) for name in STATIONS)
    ]
    return environment().get_template("drawing_way.html").render(stations=stations, step=_STEP)


def range_parts(catalogue: Catalogue, example: Example) -> str:
    """Return how to read a range, at the field of an example that has the widest one; empty where none has."""
    subject = SheetResult.of(catalogue, example.sheet)
    report = _widest(subject)
    if report is None:
        return ""
    field = next(each for each in catalogue.fields if each.id == report.id)
    measure, parts = report.measure, tuple(_parts(catalogue, report))
    return (
        environment()
        .get_template("drawing_range.html")
        .render(
            field=field,
            title=example.title,
            parts=parts,
            marks=[
                (part.number, coordinate(place), _x(part.at)) for part, place in zip(parts, _apart(parts), strict=True)
            ],
            bands=tuple(_bands(catalogue)),
            low=_x(measure.low or Fraction(0)),
            high=_x(measure.high or Fraction(0)),
            width=coordinate(((measure.high or Fraction(0)) - (measure.low or Fraction(0))) * _SCALE),
            point=_x(measure.point or Fraction(0)),
            confidence=report.confidence.value,
            start=_MARGIN,
            scale=_SCALE,
            top=_BAR_TOP,
            height=_BAR_HEIGHT,
            line=_LINE,
            whole=_SCALE + 2 * _MARGIN,
        )
    )


def _widest(subject: SheetResult) -> FieldReport | None:
    """Return the report of the field with the widest range among those with a level; of equals the first."""
    open_ones = [each for each in subject.report.fields if each.confidence is not Confidence.NONE and _breadth(each)]
    return max(open_ones, key=_breadth, default=None)


def _breadth(report: FieldReport) -> Fraction:
    low, high = report.measure.low, report.measure.high
    return Fraction(0) if low is None or high is None else high - low


def _parts(catalogue: Catalogue, report: FieldReport) -> Iterator[RangePart]:
    low, high, point = report.measure.low, report.measure.high, report.measure.point
    if low is None or high is None or point is None:
        return
    unclear = report.counts.unknown + report.counts.open
    open_ones = "Eine Frage ist" if unclear == 1 else f"{unclear} Fragen sind"
    yield RangePart(1, low / 2, f"Sicher erreicht: {wording.percent(low)}", "Weniger wird es mit keiner Antwort mehr.")
    yield RangePart(
        2,
        (low + point) / 2,
        f"Spanne: {wording.span(report.measure)}",
        f"{open_ones} noch ungeklärt. Irgendwo in der Spanne liegt das Ergebnis, sobald alle beantwortet sind.",
    )
    yield RangePart(
        3,
        point,
        f"Wert der Antworten: {wording.percent(point)}",
        "Das ist der Durchschnitt dessen, was beantwortet ist.",
    )
    last = catalogue.levels[-1].start
    yield RangePart(
        4,
        (last + 1) / 2,
        "Abschnitte: die Reifegrade",
        f"Diese Spanne liegt in Abschnitt {wording.level_with_place(catalogue, report)}.",
    )


def _apart(parts: Sequence[RangePart]) -> tuple[Fraction, ...]:
    """Return where the numbers of the parts stand: above what they point at, as far as they leave each other room."""
    places: list[Fraction] = []
    for part in parts:
        at = _MARGIN + part.at * _SCALE
        places.append(max(at, places[-1] + _NUMERAL) if places else at)
    beyond = max(Fraction(0), places[-1] - _MARGIN - _SCALE) if places else Fraction(0)
    return tuple(place - beyond for place in places)


def _bands(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield where each level begins and where its middle is."""
    starts = [level.start for level in catalogue.levels] + [Fraction(1)]
    yield from ((_x(start), _x((start + end) / 2)) for start, end in pairwise(starts))


def _x(share: Fraction) -> str:
    return coordinate(_MARGIN + share * _SCALE)
