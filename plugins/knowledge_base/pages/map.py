"""The map of the municipalities: outlines of the Länder and a linked mark for each profile, as static SVG.

Marks stand at the place they name. Only where two would cover one another they are drawn apart, with a line to the true
place. The areas that take a click or tap are kept apart as well, so that each is at least 24 CSS pixels wide on a
screen of 320 pixels.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge_base.atlas.placement import Box, Label, Type, apart, labels
from knowledge_base.atlas.projection import Frame, Geojson, Point, areas, frame, path_data
from knowledge_base.pages.environment import render
from knowledge_base.texts.german_order import sort_key
from knowledge_base.texts.kinds import Profile
from selfcheck_site.face import broken

WIDTH = 430
_MARGIN = 14
_RADIUS = 5.5
_MARK_DISTANCE = 14  # a gap stays between two marks
TARGET = 36  # 24 pixels where the map is 288 pixels wide, as on a screen of 320
_MOVED = 1.0
_LETTERS = 15
# Two settings of the labels: a map that is shown small needs larger letters, and then fewer labels fit.
_SETTINGS = (("wide", Type(12.5)), ("narrow", Type(15.5)))
_SHAPES = {"landkreis": "square", "stadtbezirk": "diamond"}


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of a label; places are text with one digit at most."""

    y: str
    text: str


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label in one setting ("wide" or "narrow")."""

    setting: str
    x: str
    anchor: str
    lines: tuple[LabelLine, ...]
    free: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """A profile on the map: its mark, the true place where the mark had to move, and the area that takes a click."""

    profile: Profile
    href: str
    shape: str
    x: str
    y: str
    true_x: str | None
    true_y: str | None
    target_x: str
    target_y: str
    labels: tuple[PlacedLabel, ...]


def map_svg(outline: Geojson, profiles: Sequence[Profile], url: Callable[[str], str]) -> str:
    """Return the map as an SVG element with links; it needs no script, and its notice on the data's origin is in it.

    Args:
        outline: the Länder as a GeoJSON FeatureCollection in degrees (WGS 84).
        profiles: what to draw; each mark carries `data-key`, the slug.
        url: turns a path of the site into an address relative to the page.
    """
    fitted = frame(outline, WIDTH, _MARGIN)
    shapes = [path_data(rings, fitted) for rings in areas(outline)]
    # The order in which a keyboard goes from mark to mark.
    ordered = sorted(profiles, key=lambda profile: (sort_key(profile.title), profile.slug))
    return render(
        "map.svg.html", frame=fitted, shapes=shapes, places=places(fitted, ordered, url), target=_number(TARGET / 2)
    )


def places(fitted: Frame, profiles: Sequence[Profile], url: Callable[[str], str]) -> tuple[Pin, ...]:
    """Return where each profile is drawn, in the order given."""
    true = [fitted.place(float(p.position.longitude), float(p.position.latitude)) for p in profiles]
    marks = apart(true, _MARK_DISTANCE)
    targets = apart(marks, TARGET)
    texts = [broken(profile.title, _LETTERS) for profile in profiles]
    sheet = Box(0, 0, fitted.width, fitted.height)
    settings = [(name, labels(marks, texts, kind, _RADIUS, sheet), kind) for name, kind in _SETTINGS]
    return tuple(
        _place(
            profile,
            url,
            (true[index], marks[index], targets[index]),
            tuple(_placed(name, made[index], kind) for name, made, kind in settings),
        )
        for index, profile in enumerate(profiles)
    )


def _place(
    profile: Profile, url: Callable[[str], str], points: tuple[Point, Point, Point], made: tuple[PlacedLabel, ...]
) -> Pin:
    true, mark, target = points
    moved = true.distance(mark) > _MOVED
    return Pin(
        profile=profile,
        href=url(f"{profile.page_path}/"),
        shape=_SHAPES.get(profile.type, "circle"),
        x=_number(mark.x),
        y=_number(mark.y),
        true_x=_number(true.x) if moved else None,
        true_y=_number(true.y) if moved else None,
        target_x=_number(target.x),
        target_y=_number(target.y),
        labels=made,
    )


def _placed(setting: str, label: Label, kind: Type) -> PlacedLabel:
    lines = tuple(LabelLine(_number(label.y + index * kind.line), text) for index, text in enumerate(label.lines))
    return PlacedLabel(setting, _number(label.x), label.anchor, lines, label.free)


def _number(value: float) -> str:
    tenths = math.floor(value * 10 + 0.5)
    return f"{tenths / 10:g}"
