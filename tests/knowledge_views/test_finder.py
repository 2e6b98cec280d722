"""What the filters ask and what each row answers; the script that compares is tried in a real browser."""

import pytest

from knowledge_base.pages import finder, listings
from knowledge_base.texts.kinds import Aim, Population, Range, Suitability
from knowledge_views.samples import method, profile, setting
from knowledge_views.valid_html import checked

METHODS = (
    method("rundgang", title="Rundgang"),
    method("mediation", title="Mediation", aims=(Aim.DECIDE,), potentials=("konflikte-bearbeiten",),
           conflict=Suitability.SUITED, people=Range(2, 15), minutes=Range(19_200, 28_800)),
    method("tagung", title="Tagung", aims=(Aim.INFORM,), conflict=Suitability.UNSUITED,
           people=Range(30, 300), minutes=Range(480, 960)),
)  # fmt: skip
TOWNS = (
    profile("altdorf", "8", state="Hessen", population=Population(9_009, "2022-05-15", "Zensus")),
    profile("neustadt", "12", population=Population(100_000, "2022-05-15", "Zensus")),
    profile("bezirk", "13", type="stadtbezirk", state="Berlin"),
)


def test_open_conflict_leaves_the_suited_methods_and_peace_leaves_out_those_made_for_conflict() -> None:
    words = {each.slug: finder.method_data(each)["streit"].split() for each in METHODS}
    assert words == {"rundgang": ["ja", "nein"], "mediation": ["ja"], "tagung": ["nein"]}


@pytest.mark.parametrize(
    ("number", "size"), [(19_999, "klein"), (20_000, "mittel"), (99_999, "mittel"), (100_000, "gross")]
)
def test_a_size_begins_at_its_limit(number: int, size: str) -> None:
    assert finder.size_class(profile("ort", population=Population(number, "2022-05-15", "Zensus"))) == size


def test_without_a_number_the_size_is_called_unknown() -> None:
    assert finder.size_class(profile("ort")) == finder.UNKNOWN_SIZE


def test_only_answers_that_some_municipality_meets_are_offered() -> None:
    land, kind, size = finder.profile_conditions(TOWNS, setting())
    assert [option.text for option in land.groups[0].options] == ["Berlin", "Hessen", "Thüringen"]
    assert [option.value for option in kind.groups[0].options] == ["kreisfreie-stadt"]
    assert [option.value for option in size.groups[0].options] == ["klein", "gross", "unbekannt"]


def test_every_condition_compares_with_something_that_every_row_has() -> None:
    for conditions, rows in (
        (finder.METHOD_CONDITIONS, [finder.method_data(each) for each in METHODS]),
        (finder.profile_conditions(TOWNS, setting()), [finder.profile_data(each) for each in TOWNS]),
    ):
        assert all({condition.name for condition in conditions} == set(row) for row in rows)


def test_without_script_the_table_shows_every_method_with_all_that_the_finder_asks() -> None:
    page = checked(listings.methods_page(METHODS, setting()))
    rows = [row.text for row in page.one("tbody").all("tr")]
    assert rows[0] == "Mediation mitentscheiden 2 bis 15 2 bis 3 Monate 3 bis 6 Wochen gering geeignet"
    assert len(rows) == 3
    assert page.one("p", role="status").text == "Alle 3 Methoden"
