"""The map: small, without script, every municipality in its place, nothing over another, the same as in the list."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fragment import Element, elements_of
from knowledge_base.atlas.placement import Box, Type, apart, labels
from knowledge_base.atlas.projection import Point, areas, frame
from knowledge_base.pages import listings
from knowledge_base.pages.map import TARGET, WIDTH, map_svg
from knowledge_base.texts.kinds import Profile
from knowledge_views.samples import outline, profile, setting

TOWNS = {
    "aachen": ("6.0848", "50.773516"), "ahlbeck": ("14.1672", "53.954343"), "altona": ("9.93", "53.55"),
    "gera": ("12.080429", "50.876147"), "zwickau": ("12.495641", "50.718556"), "konstanz": ("9.175957", "47.662757"),
    "ludwigshafen": ("8.447899", "49.483235"), "mannheim": ("8.466275", "49.48778"),
}  # fmt: skip
NARROWEST = 288  # pixels that the map has on a screen of 320


def towns() -> tuple[Profile, ...]:
    return tuple(profile(slug, *place) for slug, place in TOWNS.items())


def drawn(*profiles: Profile) -> Element:
    return elements_of(map_svg(outline(), profiles or towns(), setting().url)).one("svg")


def middle(mark: Element, shape: str) -> Point:
    circle = mark.one("circle", class_=shape)
    return Point(float(circle.attributes["cx"]), float(circle.attributes["cy"]))


def test_the_map_is_under_60_kb_and_has_neither_script_nor_style() -> None:
    svg = map_svg(outline(), towns(), setting().url)
    assert len(svg.encode()) < 60_000
    assert not re.search(r"<script|<style|style=|on[a-z]+=", svg)


def test_all_sixteen_laender_are_drawn_inside_the_sheet() -> None:
    fitted = frame(outline(), WIDTH, 14)
    points = [fitted.place(place[0], place[1]) for rings in areas(outline()) for ring in rings for place in ring]
    assert len(drawn().one("g").all("path")) == 16
    assert min(point.x for point in points) == pytest.approx(14)
    assert max(point.x for point in points) == pytest.approx(WIDTH - 14)
    assert all(0 < point.y < fitted.height for point in points)


def test_every_mark_is_a_link_with_a_name() -> None:
    links = drawn().all("a")
    assert [link.attributes["href"] for link in links] == [f"../../kommunen/{slug}/" for slug in sorted(TOWNS)]
    assert links[0].attributes["aria-label"] == "Aachen, Thüringen"


def test_north_is_up_and_east_is_right() -> None:
    fitted = frame(outline(), WIDTH, 14)
    south, north, east = fitted.place(10, 48), fitted.place(10, 54), fitted.place(13, 48)
    assert north.y < south.y
    assert east.x > south.x
    # Along the central meridian a degree north is about 111 km, on the 51st parallel a degree east about 70 km.
    one_north = fitted.place(10.5, 51.5).distance(fitted.place(10.5, 50.5))
    one_east = fitted.place(10, 51).distance(fitted.place(11, 51))
    assert one_north / one_east == pytest.approx(111.2 / 70.0, abs=0.01)


def test_a_mark_stands_where_its_town_is_and_says_so_where_it_had_to_move() -> None:
    fitted = frame(outline(), WIDTH, 14)
    for link in drawn().all("a"):
        slug = link.attributes["data-key"]
        longitude, latitude = TOWNS[slug]
        true = fitted.place(float(longitude), float(latitude))
        moved = middle(link, "kb-mark").distance(true) > 0.2
        assert moved == bool(link.all("path", class_="kb-leader")), slug
    assert len(drawn().all("path", class_="kb-leader")) == 2


def test_mannheim_and_ludwigshafen_do_not_cover_one_another_and_lie_as_they_do_on_the_rhine() -> None:
    marks = {link.attributes["data-key"]: middle(link, "kb-mark") for link in drawn().all("a")}
    assert marks["mannheim"].distance(marks["ludwigshafen"]) > 10
    assert marks["ludwigshafen"].x < marks["mannheim"].x


def test_every_target_is_at_least_24_pixels_wide_on_a_narrow_screen_and_covers_its_mark_alone() -> None:
    links = drawn().all("a")
    targets = [middle(link, "kb-target") for link in links]
    assert TARGET * NARROWEST / WIDTH >= 24
    assert all(a.distance(b) >= TARGET - 0.3 for a, b in combinations(targets, 2))
    assert all(middle(link, "kb-mark").distance(t) < TARGET / 2 for link, t in zip(links, targets, strict=True))


def test_nearly_every_label_finds_a_place() -> None:
    shown = [text for text in drawn().all("text", class_="kb-label--wide") if "covered" not in text.attributes["class"]]
    assert len(shown) >= len(TOWNS) - 1


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=8))
def test_a_label_shown_without_pointing_covers_no_mark_and_no_other_label(places: list[tuple[int, int]]) -> None:
    marks = apart([Point(x, y) for x, y in places], 14)
    sheet = Box(-50, -50, 250, 250)
    placed = labels(marks, [("Ein", "Name")] * len(marks), Type(12), 5, sheet)
    free = [label.box for label in placed if label.free]
    dots = [Box(mark.x - 5, mark.y - 5, mark.x + 5, mark.y + 5) for mark in marks]
    assert not any(a.overlap(b) for a, b in combinations(free, 2))
    assert not any(label.overlap(dot) for label in free for dot in dots)


def test_districts_and_boroughs_have_shapes_of_their_own() -> None:
    svg = drawn(profile("kreis", type="landkreis"), profile("bezirk", "11", type="stadtbezirk"))
    assert [len(link.all("path", class_="kb-mark")) for link in svg.all("a")] == [1, 1]


def test_the_map_does_not_depend_on_the_order_of_the_profiles() -> None:
    assert map_svg(outline(), towns(), str) == map_svg(outline(), towns()[::-1], str)


def test_the_map_shows_exactly_what_the_list_shows_and_the_origin_of_its_borders() -> None:
    page = elements_of(listings.profiles_page(towns(), outline(), setting()))
    rows = {row.attributes["data-row"]: row.one("a").attributes["href"] for row in page.one("tbody").all("tr")}
    marks = {mark.attributes["data-key"]: mark.attributes["href"] for mark in page.one("svg", class_="kb-map").all("a")}
    assert rows == marks
    assert "© GeoBasis-DE / BKG 2017 (Daten verändert)" in page.text


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12))
def test_points_are_moved_apart_wherever_they_lie(places: list[tuple[int, int]]) -> None:
    moved = apart([Point(x, y) for x, y in places], 10)
    assert all(a.distance(b) >= 9.9 for a, b in combinations(moved, 2))


def test_points_that_are_far_enough_apart_stay() -> None:
    points = (Point(0, 0), Point(10, 0), Point(0, 10))
    assert apart(points, 10) == points


def test_a_place_that_is_not_on_the_map_is_named_beside_it() -> None:
    apart = profile("abseits", "12", on_map=False)
    page = elements_of(listings.profiles_page((*towns(), apart), outline(), setting()))
    assert "abseits" not in {link.attributes["data-key"] for link in page.one("svg", class_="kb-map").all("a")}
    assert "Ohne Punkt, weil die Teilnahme strittig ist: Abseits" in page.one("figcaption").text
    assert "Abseits" in page.one("table").text
