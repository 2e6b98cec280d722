"""The drawings that explain the self-check: the numbers in them are those of the example, and a list says them too."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from examples.worked import ROOT, catalogue
from selfcheck_core.subjects import SheetResult
from selfcheck_site.drawings import STATIONS, range_parts, way
from selfcheck_site.examples import Example, open_examples
from selfcheck_site.folder import read_examples
from selfcheck_site.views import wording

EXAMPLES, _ = open_examples(read_examples(ROOT / "questionnaire"), catalogue())


def test_the_way_shows_every_station_once_with_its_number() -> None:
    drawing = LexborHTMLParser(way())
    names = [" ".join(line.text() for line in each.css("tspan")) for each in drawing.css(".figure-note")]
    assert names == list(STATIONS)
    assert [each.text() for each in drawing.css(".figure-numeral")] == [str(n + 1) for n in range(len(STATIONS))]


def test_the_list_below_the_way_has_the_same_stations(site: Path) -> None:
    page = LexborHTMLParser((site / "selbstcheck/index.html").read_text(encoding="utf-8"))
    assert [each.text() for each in page.css(".figure--way + ol > li > strong")] == [f"{name}." for name in STATIONS]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_range_is_explained_at_the_field_that_has_the_widest_one(example: Example) -> None:
    html = range_parts(catalogue(), example)
    reports = SheetResult.of(catalogue(), example.sheet).report.fields
    rated = [each for each in reports if each.level_low and each.measure.low is not None]
    widest = max(rated, key=lambda each: (each.measure.high or 0) - (each.measure.low or 0))
    field = next(each for each in catalogue().fields if each.id == widest.id)
    text = LexborHTMLParser(html).text()
    assert f"„{field.title}“ in {example.title}" in text
    assert f"Sicher erreicht: {wording.percent(widest.measure.low)}" in text
    assert f"Spanne: {wording.span(widest.measure)}" in text
    assert f"Wert der Antworten: {wording.percent(widest.measure.point)}" in text
    assert wording.level_with_place(catalogue(), widest) in text
    assert f"figure-range--{widest.confidence.value}" in html


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_numbers_of_a_range_stand_from_left_to_right_without_touching(example: Example) -> None:
    drawing = LexborHTMLParser(range_parts(catalogue(), example))
    places = [float(each.attributes["x"] or 0) for each in drawing.css(".figure-numeral")]
    assert [each.text() for each in drawing.css(".figure-numeral")] == ["1", "2", "3", "4"]
    assert len(drawing.css("ol > li")) == len(places)
    assert all(11 <= place <= 317 for place in places)
    assert all(right - left >= 22 for left, right in pairwise(places)), places


def test_where_nothing_is_open_there_is_no_range_to_explain() -> None:
    (example, *_) = EXAMPLES
    assert range_parts(catalogue(), replace(example, sheet=replace(example.sheet, answers={}))) == ""
    assert re.search("<svg", range_parts(catalogue(), example))
