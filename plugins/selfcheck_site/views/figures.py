"""The geometry of the pictures: from measures to places on a drawing, as pure functions.

Lengths are in the drawing's own units; coordinates are decimal text with two digits at most, rounded half up, ready for
SVG attributes. What a part looks like is the style sheet's business, what it says comes from ``wording``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from selfcheck_core.catalogue import Level
from selfcheck_core.report import Confidence, Measure

TITLE_LINE = 18
NOTE_LINE = 16
AXIS_LINE = 15
_LETTER_WIDTH = Fraction(13, 2)  # of an average letter above the scale
_BASELINE = 4  # from the bottom of a line of text up to its baseline


@dataclass(frozen=True, slots=True)
class Layout:
    """How a drawing is divided: labels beside the bars, or above them where ``label_width`` is 0.

    ``title_letters`` and ``note_letters`` say after how many letters a label breaks; ``gap`` is the space under a row.
    """

    name: str
    label_width: int
    scale_width: int
    title_letters: int
    note_letters: int
    gap: int
    axis: bool = False
    bar_height: int = 18
    margin: int = 8  # the mark of a point at either end reaches beyond the scale

    @property
    def scale_start(self) -> int:
        """Where 0 lies."""
        return self.label_width + self.margin

    @property
    def width(self) -> int:
        """The width of the whole drawing."""
        return self.scale_start + self.scale_width + self.margin

    def x(self, share: Fraction) -> str:
        """Return the place of a share (0 to 1) on the scale."""
        return coordinate(self.scale_start + share * self.scale_width)

    def length(self, share: Fraction) -> str:
        """Return the length that a share of the scale takes."""
        return coordinate(share * self.scale_width)


WIDE = Layout("wide", label_width=256, scale_width=460, title_letters=29, note_letters=38, gap=18, axis=True)
NARROW = Layout("narrow", label_width=0, scale_width=298, title_letters=34, note_letters=44, gap=26, margin=1)
PAIR = Layout("pair", label_width=92, scale_width=212, title_letters=20, note_letters=16, gap=10)

# On the one page for those who decide: titles on one line, so that letters stay large where height is scarce.
GLANCE = Layout("glance", label_width=276, scale_width=400, title_letters=44, note_letters=48, gap=10, axis=True)
# On a wall, to be read from a few steps away: one bar as wide as the paper.
POSTER = Layout(
    "poster", label_width=0, scale_width=400, title_letters=1, note_letters=1, gap=0, axis=True, bar_height=34
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What one row is to show. ``confidence`` decides the pattern of the range."""

    id: str
    title: str
    note: str
    measure: Measure
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``y`` is its baseline."""

    y: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One bar with its label. All places are None where there is nothing to draw.

    ``range_x`` and ``range_width`` are the range from low to high, ``point`` is the middle of the mark.
    """

    subject: Subject
    title: tuple[Line, ...]
    note: tuple[Line, ...]
    bar_top: str
    bar_middle: str
    bar_bottom: str
    range_x: str | None
    range_width: str | None
    point: str | None


@dataclass(frozen=True, slots=True)
class Band:
    """The part of the scale that belongs to one level, with the level's title as lines above it."""

    level: str
    x: str
    middle: str
    title: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: ``bands`` of the scale, ``borders`` between them, and ``rows`` from top to bottom."""

    layout: Layout
    height: str
    bands: tuple[Band, ...]
    borders: tuple[str, ...]
    rows: tuple[Row, ...]


def drawing(layout: Layout, levels: Sequence[Level], subjects: Sequence[Subject]) -> Drawing:
    """Return the picture of the subjects on the scale of the levels."""
    bands, top = _bands(layout, levels)
    rows = []
    for subject in subjects:
        row, height = _row(layout, subject, top)
        rows.append(row)
        top += height + layout.gap
    borders = tuple(layout.x(level.start) for level in levels[1:])
    return Drawing(layout, str(top - layout.gap + _BASELINE), bands, borders, tuple(rows))


def coordinate(value: Fraction) -> str:
    """Return the number as decimal text with at most two digits behind the point, rounded half up."""
    # Whole-number arithmetic: fractions would make up a third of the time that a result takes.
    doubled = 2 * value.denominator
    whole, rest = divmod((200 * value.numerator + value.denominator) // doubled, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)


def broken(text: str, letters: int) -> tuple[str, ...]:
    """Return the text in lines of at most ``letters`` letters, broken between words; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _bands(layout: Layout, levels: Sequence[Level]) -> tuple[tuple[Band, ...], int]:
    """Return the bands and the height that their titles take above the rows."""
    if not layout.axis:
        return (), 0
    starts = [level.start for level in levels] + [Fraction(1)]
    spans = list(pairwise(starts))
    titles = [_band_title(layout, level.title, end - start) for level, (start, end) in zip(levels, spans, strict=True)]
    height = AXIS_LINE * max(len(title) for title in titles)
    bands = tuple(
        Band(level.id, layout.x(start), layout.x((start + end) / 2), _lines(title, 0, AXIS_LINE))
        for level, title, (start, end) in zip(levels, titles, spans, strict=True)
    )
    return bands, height + 14


def _band_title(layout: Layout, title: str, share: Fraction) -> tuple[str, ...]:
    return broken(title, int(share * layout.scale_width / _LETTER_WIDTH))


def _row(layout: Layout, subject: Subject, top: int) -> tuple[Row, int]:
    """Return the row that begins at ``top``, and its height."""
    title = broken(subject.title, layout.title_letters) if subject.title else ()
    note = broken(subject.note, layout.note_letters) if subject.note else ()
    note_top = top + TITLE_LINE * len(title)
    text_height = TITLE_LINE * len(title) + NOTE_LINE * len(note)
    beside = layout.label_width > 0
    bar_top = top + (text_height - layout.bar_height) // 2 if beside else top + text_height + 6
    measure = subject.measure
    low, high = measure.low, measure.high
    return Row(
        subject=subject,
        title=_lines(title, top, TITLE_LINE),
        note=_lines(note, note_top, NOTE_LINE),
        bar_top=str(bar_top),
        bar_middle=str(bar_top + layout.bar_height // 2),
        bar_bottom=str(bar_top + layout.bar_height),
        range_x=None if low is None else layout.x(low),
        range_width=None if low is None or high is None else layout.length(high - low),
        point=_point(layout, subject),
    ), (text_height if beside else text_height + 6 + layout.bar_height)


def _point(layout: Layout, subject: Subject) -> str | None:
    # Without a level the mean of the few answers would look like a result.
    if subject.measure.point is None or subject.confidence is Confidence.NONE:
        return None
    return layout.x(subject.measure.point)


def _lines(texts: Sequence[str], top: int, height: int) -> tuple[Line, ...]:
    return tuple(Line(str(top + (index + 1) * height - _BASELINE), text) for index, text in enumerate(texts))
