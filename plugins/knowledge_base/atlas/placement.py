"""Where marks, targets and labels of a map go, so that none covers another; equal input gives equal places."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from knowledge_base.atlas.projection import Point

_ROUNDS = 400
_SLACK = 0.01
_CLOSE = 0.45  # of the letters' size: a label this near to another mark would be taken for its name
_LATER_SIDE = 0.1


def apart(points: Sequence[Point], distance: float) -> tuple[Point, ...]:
    """Return the points moved as little as needed so that any two are at least ``distance`` apart.

    Of each pair that is too close, both move half the way, away from one another; two points in one place move to the
    left and the right, the earlier one to the left.
    """
    placed = list(points)
    for _ in range(_ROUNDS):
        close = [(i, j) for i, j in combinations(range(len(placed)), 2) if placed[i].distance(placed[j]) < distance]
        if not close:
            break
        for i, j in close:
            placed[i], placed[j] = _parted(placed[i], placed[j], distance + _SLACK)
    return tuple(placed)


def _parted(first: Point, second: Point, distance: float) -> tuple[Point, Point]:
    now = first.distance(second)
    if now >= distance:
        return first, second
    angle = math.atan2(second.y - first.y, second.x - first.x) if now else 0.0
    step = (distance - now) / 2
    dx, dy = step * math.cos(angle), step * math.sin(angle)
    return first.moved(-dx, -dy), second.moved(dx, dy)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """Return the area that both share."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0

    def widened(self, margin: float) -> "Box":
        """Return the rectangle with a margin around it."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)


@dataclass(frozen=True, slots=True)
class Type:
    """How the labels are set: size of the letters, line height, average width of a letter, all in units."""

    size: float

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * 1.15

    def width(self, lines: Sequence[str]) -> float:
        """Return about how wide the longest line is; a little more than most fonts take."""
        return max(len(line) for line in lines) * self.size * 0.56


@dataclass(frozen=True, slots=True)
class Label:
    """A label: ``x`` and ``y`` are the baseline of the first line, ``anchor`` an SVG text-anchor.

    ``rank`` is the place of its side in the order of preference; ``free`` says that it covers neither a mark nor
    another free label nor the edge.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str
    box: Box
    rank: int
    free: bool


# Where a label may stand beside its mark, best first: direction right and down, and text-anchor.
_SIDES = (
    (1.0, 0.0, "start"), (-1.0, 0.0, "end"), (0.0, -1.0, "middle"), (0.0, 1.0, "middle"),
    (0.8, -0.8, "start"), (0.8, 0.8, "start"), (-0.8, -0.8, "end"), (-0.8, 0.8, "end"),
)  # fmt: skip


def labels(
    marks: Sequence[Point], texts: Sequence[tuple[str, ...]], kind: Type, radius: float, sheet: Box
) -> tuple[Label, ...]:
    """Return a label for each mark; as many as possible are free, those with the fewest ways to stand come first.

    Args:
        marks: the middles of the marks.
        texts: the lines of each label.
        kind: how the labels are set.
        radius: half the size of a mark.
        sheet: the whole drawing.
    """
    dots = [Box(p.x - radius, p.y - radius, p.x + radius, p.y + radius) for p in marks]
    ways = [_ways(p, lines, kind, radius) for p, lines in zip(marks, texts, strict=True)]
    open_ways = [
        [way for way in each if _stands(way, dots[:index] + dots[index + 1 :], kind, sheet)]
        for index, each in enumerate(ways)
    ]
    found: dict[int, Label] = {}
    while waiting := [index for index, each in enumerate(open_ways) if each and index not in found]:
        index = min(waiting, key=lambda i: (len(open_ways[i]), i))
        chosen = min(open_ways[index], key=lambda way: _harm(way, index, open_ways, found))
        found[index] = chosen
        open_ways = [[w for w in each if not w.box.overlap(chosen.box)] for each in open_ways]
    taken = [*dots, *(label.box for label in found.values())]
    return tuple(found.get(index) or _covered(each, taken, sheet) for index, each in enumerate(ways))


def _harm(way: Label, index: int, open_ways: Sequence[Sequence[Label]], found: dict[int, Label]) -> float:
    """Return how many ways of others this one takes away, counted more where few are left, and how late its side is."""
    others = (each for i, each in enumerate(open_ways) if i != index and i not in found and each)
    taken = sum(sum(1 for other in each if other.box.overlap(way.box)) / len(each) ** 2 for each in others)
    return taken + _LATER_SIDE * way.rank


def _ways(mark: Point, lines: tuple[str, ...], kind: Type, radius: float) -> list[Label]:
    width, height = kind.width(lines), kind.line * len(lines)
    gap = radius + 3
    made = []
    for rank, (right, down, anchor) in enumerate(_SIDES):
        x = mark.x + right * gap
        left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
        top = mark.y + down * gap - height * (1 - down) / 2
        box = Box(left, top, left + width, top + height)
        made.append(Label(lines, x, top + kind.size * 0.92, anchor, box, rank, free=True))
    return made


def _stands(way: Label, others: Sequence[Box], kind: Type, sheet: Box) -> bool:
    claimed = way.box.widened(_CLOSE * kind.size)
    return _inside(way.box, sheet) and not any(claimed.overlap(dot) for dot in others)


def _inside(box: Box, sheet: Box) -> bool:
    return box.left >= sheet.left and box.top >= sheet.top and box.right <= sheet.right and box.bottom <= sheet.bottom


def _covered(ways: Sequence[Label], taken: Sequence[Box], sheet: Box) -> Label:
    """Return the way that covers least, for a label that is only shown while its mark is pointed at."""
    inside = [way for way in ways if _inside(way.box, sheet)] or ways
    way = min(inside, key=lambda way: (sum(way.box.overlap(box) for box in taken), way.rank))
    return replace(way, free=False)
