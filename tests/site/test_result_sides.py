"""Regelung beside Praxis: one is called further only where that is certain and enough is scored on both sides."""

from dataclasses import replace
from fractions import Fraction

import pytest

from core.catalogues import rung, sheet, small_catalogue
from selfcheck_core.report import Measure
from selfcheck_core.subjects import SheetResult
from selfcheck_site.views.sides import Sides


def certain(value: str) -> Measure:
    return between(value, value)


def between(low: str, high: str) -> Measure:
    ends = Fraction(low), Fraction(high)
    return Measure(1 - (ends[1] - ends[0]), ends[0], *ends)


UNANSWERED = Measure(Fraction(0), None, Fraction(0), Fraction(1))
NOT_ASKED = Measure(None, None, None, None)


@pytest.mark.parametrize(
    ("policy", "practice", "words"),
    [
        (certain("1"), certain("1/3"), "Auf dem Papier ist hier mehr erreicht"),
        (between("1/2", "3/4"), between("1/4", "1/3"), "Auf dem Papier ist hier mehr erreicht"),
        (certain("1/3"), certain("2/3"), "Im Alltag wird hier mehr gelebt"),
        (certain("1/3"), certain("1/3"), "Regelung und Praxis sind hier gleich weit."),
        (between("1/4", "3/4"), certain("1/4"), "nicht sicher sagen"),
        (between("1/4", "3/4"), between("1/4", "3/4"), "nicht sicher sagen"),
        (UNANSWERED, certain("1"), "Zur Regelung ist noch nichts gewertet."),
        (certain("1"), NOT_ASKED, "Zur Praxis gab es nichts zu bewerten."),
        (UNANSWERED, NOT_ASKED, "Zur Regelung ist noch nichts gewertet, zur Praxis gab es nichts zu bewerten."),
    ],
)
def test_paper_and_daily_life_are_told_apart_only_where_the_ranges_do_not_touch(
    policy: Measure, practice: Measure, words: str
) -> None:
    assert words in Sides(policy, practice, scored=(2, 2), needed=2).sentence


@pytest.mark.parametrize(
    ("scored", "needed", "is_said"),
    [((1, 1), 1, True), ((2, 2), 2, True), ((1, 2), 2, False), ((2, 1), 2, False), ((4, 0), 2, False)],
)
def test_on_thin_data_the_numbers_are_said_and_nothing_else(
    scored: tuple[int, int], needed: int, is_said: bool
) -> None:
    sides = Sides(certain("1"), certain("0"), scored, needed)
    assert (sides.gap == 1) is is_said
    if not is_said:
        assert sides.sentence == (
            f"Gewertet: zur Regelung {scored[0]}, zur Praxis {scored[1]}. "
            f"Verglichen wird erst ab {needed} gewerteten Fragen auf jeder Seite."
        )


@pytest.mark.parametrize(
    ("policy", "practice", "gap"),
    [
        (certain("1"), certain("1/3"), "2/3"),
        (between("1/2", "3/4"), between("1/4", "1/3"), "1/6"),
        (certain("1/3"), certain("2/3"), "-1/3"),
        (certain("1/3"), certain("1/3"), "0"),
        (between("1/4", "3/4"), certain("1/4"), "0"),
        (UNANSWERED, certain("1"), "0"),
        (NOT_ASKED, certain("1"), "0"),
    ],
)
def test_a_gap_is_only_what_is_certain_whatever_is_still_open(policy: Measure, practice: Measure, gap: str) -> None:
    assert Sides(policy, practice, scored=(2, 2), needed=2).gap == Fraction(gap)


def test_how_many_it_takes_is_the_catalogue_s_number() -> None:
    limits = replace(small_catalogue().coverage, compared_from_answers=2)
    catalogue = replace(small_catalogue(), coverage=limits)
    subject = SheetResult.of(catalogue, sheet({"beschluss": rung(3), "bekanntheit": rung(0), "haushalt": rung(3)}))
    sides = Sides.of(subject, catalogue.fields[0], subject.report.fields[0])
    assert (sides.scored, sides.needed, sides.is_thin) == ((2, 1), 2, True)
