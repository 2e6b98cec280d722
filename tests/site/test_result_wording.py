"""The German words of the results: for ranges, confidence and comparisons, and how numbers are written."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogues import NOT_RESPONSIBLE, UNKNOWN, rung, sheet, small_catalogue
from selfcheck_core.catalogue import Effort
from selfcheck_core.report import Confidence, FieldReport
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Answer
from selfcheck_core.tally import tally
from selfcheck_site.views import wording
from selfcheck_site.views.quoting import excerpt

NBSP = "\N{NO-BREAK SPACE}"


def test_what_two_titles_of_levels_have_in_common_is_said_once() -> None:
    catalogue = small_catalogue()
    first, second, third, fourth = catalogue.levels
    levels = (first, second, replace(third, title="auf dem Weg und fortgeschritten"), fourth)
    report = replace(field_report({"beschluss": rung(1)}), level_low=second.id, level_high=third.id)
    words = wording.level_range(replace(catalogue, levels=levels), report)
    assert words == "auf dem Weg bis und fortgeschritten"


def field_report(answers: Mapping[str, Answer]) -> FieldReport:
    return score(small_catalogue(), sheet(answers)).fields[0]


def test_every_confidence_and_every_effort_has_its_words() -> None:
    assert set(wording.CONFIDENCE) == set(Confidence)
    assert set(wording.EFFORT) == set(Effort)


@pytest.mark.parametrize(
    ("value", "percent", "number"),
    [
        ("0", "0 %", "0,00"),
        ("5/9", "56 %", "0,56"),
        ("1/200", "1 %", "0,01"),
        ("49/10000", "0 %", "0,00"),
        ("1", "100 %", "1,00"),
        ("9999/10000", "100 %", "1,00"),
    ],
)
def test_numbers_are_written_in_german_and_rounded_half_up(value: str, percent: str, number: str) -> None:
    assert wording.percent(Fraction(value)) == percent.replace(" ", NBSP)
    assert wording.number(Fraction(value)) == number


@given(st.integers(0, 10**9).map(lambda n: Fraction(n, 10**9)))
def test_percent_rounds_as_school_does(value: Fraction) -> None:
    exactly = Decimal(value.numerator) / Decimal(value.denominator) * 100
    assert wording.percent(value) == f"{exactly.quantize(Decimal(1), ROUND_HALF_UP)}{NBSP}%"


@pytest.mark.parametrize(
    ("iso", "german"),
    [
        ("2026-03-09", f"9.{NBSP}März 2026"),
        ("2026-12-31", f"31.{NBSP}Dezember 2026"),
        ("2026-13-01", "2026-13-01"),
        ("im Mai", "im Mai"),
        ("", ""),
    ],
)
def test_dates_are_written_out_and_anything_else_stays(iso: str, german: str) -> None:
    assert wording.date(iso) == german


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 Fragen"), (1, "1 Frage"), (2, "2 Fragen"), (11, "11 Fragen"), (21, "21 Fragen")]
)
def test_a_number_and_its_noun_agree(count: int, words: str) -> None:
    assert wording.counted(count, "Frage", "Fragen") == words


@pytest.mark.parametrize(
    ("text", "length", "quoted"),
    [
        ("Gibt es ein Leitbild?", 22, "Gibt es ein Leitbild?"),
        ("Gibt es ein Leitbild für alle?", 14, "Gibt es ein …"),
        ("Ein Satz aus Wörtern mehr", 22, "Ein Satz aus Wörtern …"),
        ("Ordnungswidrigkeitenverfahren", 22, "Ordnungswidrigkeitenv…"),
        ("Zeile\n  und Zeile", 22, "Zeile und Zeile"),
    ],
)
def test_a_quotation_is_cut_behind_a_word(text: str, length: int, quoted: str) -> None:
    assert excerpt(text, length) == quoted


def test_how_far_a_sheet_is_filled_is_said_in_the_same_words_everywhere() -> None:
    preset = replace(NOT_RESPONSIBLE, preset=True)
    some = tally(small_catalogue(), sheet({"beschluss": rung(1), "bekanntheit": UNKNOWN, "haushalt": NOT_RESPONSIBLE}))
    assert wording.how_far(some) == "3 von 6 Fragen bearbeitet, 1 gewertet"
    other = tally(small_catalogue(), sheet({"beschluss": rung(1), "haushalt": preset}))
    assert wording.how_far(other) == "1 von 6 Fragen bearbeitet, 1 gewertet, 1 voreingestellt, bitte prüfen"
