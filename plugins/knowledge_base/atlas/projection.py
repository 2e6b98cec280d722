"""From degrees to places on the map: Lambert's conformal conic projection, and outlines as SVG path data.

The sphere is exact enough for a picture; its size does not matter, the drawing is scaled to its frame.
Formulas: J. P. Snyder, Map Projections: A Working Manual, US Geological Survey 1987, pages 104 to 107.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Ring: TypeAlias = Sequence[Sequence[float]]
Geojson: TypeAlias = Mapping[str, object]

# Standard parallels and meridian of the usual maps of Germany (ETRS89-LCC).
_SOUTH, _NORTH, _ORIGIN, _MERIDIAN = (math.radians(degrees) for degrees in (48 + 2 / 3, 52 + 2 / 3, 51, 10.5))
_N = math.log(math.cos(_SOUTH) / math.cos(_NORTH)) / math.log(
    math.tan(math.pi / 4 + _NORTH / 2) / math.tan(math.pi / 4 + _SOUTH / 2)
)
_F = math.cos(_SOUTH) * math.tan(math.pi / 4 + _SOUTH / 2) ** _N / _N
_STEP = 0.5  # units of the drawing; equal borders of neighbours fall on equal points


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the drawing: x to the right, y downwards."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Point":
        """Return the place so far to the right and down."""
        return Point(self.x + dx, self.y + dy)

    def distance(self, other: "Point") -> float:
        """Return how far the other place is."""
        return math.hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the projected country is fitted into the drawing: scale, offset and the drawing's size."""

    scale: float
    left: float
    top: float
    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> Point:
        """Return where a place given in degrees lies on the drawing."""
        x, y = _projected(longitude, latitude)
        return Point(x * self.scale + self.left, y * self.scale + self.top)


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    radius = _F / math.tan(math.pi / 4 + math.radians(latitude) / 2) ** _N
    origin = _F / math.tan(math.pi / 4 + _ORIGIN / 2) ** _N
    angle = _N * (math.radians(longitude) - _MERIDIAN)
    return radius * math.sin(angle), radius * math.cos(angle) - origin


def frame(outline: Geojson, width: int, margin: int) -> Frame:
    """Return the frame in which the outline fills the width between the margins; the height follows from it."""
    points = [_projected(point[0], point[1]) for rings in areas(outline) for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    scale = (width - 2 * margin) / (max(xs) - min(xs))
    height = math.ceil((max(ys) - min(ys)) * scale) + 2 * margin
    return Frame(scale, margin - min(xs) * scale, margin - min(ys) * scale, width, height)


def areas(outline: Geojson) -> Iterator[Sequence[Ring]]:
    """Yield the rings of each feature of a GeoJSON FeatureCollection of polygons and multipolygons."""
    for feature in _list(outline.get("features")):
        geometry = _mapping(_mapping(feature).get("geometry"))
        coordinates = _list(geometry.get("coordinates"))
        polygons = coordinates if geometry.get("type") == "MultiPolygon" else [coordinates]
        yield [ring for polygon in polygons for ring in _list(polygon)]


def _list(value: object) -> list[Ring]:
    return value if isinstance(value, list) else []


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def path_data(rings: Iterable[Ring], frame: Frame) -> str:
    """Return the rings as the data of one SVG path, with relative steps of half a unit."""
    return "".join(_ring_data(ring, frame) for ring in rings)


def _ring_data(ring: Ring, frame: Frame) -> str:
    steps = [_snapped(frame.place(point[0], point[1])) for point in ring[:-1]]
    kept = [point for index, point in enumerate(steps) if index == 0 or point != steps[index - 1]]
    if len(kept) < 3:
        return ""
    moves = [f"{_half(b[0] - a[0])} {_half(b[1] - a[1])}" for a, b in pairwise(kept)]
    return f"M{_half(kept[0][0])} {_half(kept[0][1])}l{' '.join(moves).replace(' -', '-')}z"


def _snapped(point: Point) -> tuple[int, int]:
    return round(point.x / _STEP), round(point.y / _STEP)


def _half(steps: int) -> str:
    value = f"{steps * _STEP:g}"
    return value.replace("0.", ".") if value.lstrip("-").startswith("0.") else value
