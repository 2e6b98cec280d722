"""Numbers, dates and lengths as a German reader would say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.pages import vocabulary
from knowledge_base.texts.kinds import Aim, Phase, Range, Rubric, Suitability

DAY, MONTH, YEAR = 480, 9_600, 105_600


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (45, 60, "45 bis 60 Minuten"),
        (60, 120, "1 bis 2 Stunden"),
        (90, 480, "1½ bis 8 Stunden"),
        (100, 180, "100 Minuten bis 3 Stunden"),
        (240, 2 * DAY, "4 Stunden bis 2 Tage"),
        (DAY * 3 // 2, 2 * DAY, "1½ bis 2 Tage"),
        (DAY, 3 * DAY, "1 bis 3 Tage"),
        (2 * MONTH, 3 * MONTH, "2 bis 3 Monate"),
        (2 * YEAR, 3 * YEAR, "2 bis 3 Jahre"),
        (YEAR, YEAR, "1 Jahr"),
        (60, YEAR, "60 Minuten bis 1 Jahr"),
    ],
)
def test_a_length_is_told_in_the_unit_a_reader_would_choose(low: int, high: int, said: str) -> None:
    assert vocabulary.duration(Range(low, high)).replace("\N{NO-BREAK SPACE}", " ") == said


@given(st.integers(1, 10 * YEAR), st.integers(0, 10 * YEAR))
def test_every_length_has_words(low: int, more: int) -> None:
    said = vocabulary.duration(Range(low, low + more))
    assert said[0] in "123456789"
    assert said.split()[-1].rstrip("en") in {"Minut", "Stund", "Tag", "Monat", "Jahr"}


@pytest.mark.parametrize(
    ("iso", "said"), [("2020-07-01", "1. Juli 2020"), ("2020-07", "Juli 2020"), ("2020", "2020"), ("", "ohne Datum")]
)
def test_a_date_may_be_a_day_a_month_a_year_or_unknown(iso: str, said: str) -> None:
    assert vocabulary.date(iso).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (299, 1), (300, 2), (900, 5)])
def test_two_hundred_words_take_a_minute_and_no_text_takes_less_than_one(words: int, minutes: int) -> None:
    assert vocabulary.reading_minutes("Wort " * words) == minutes


def test_addresses_in_a_text_are_not_read() -> None:
    assert vocabulary.reading_minutes("[Wort](https://example.org/a-b-c_d) " * 200) == 1


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("aachen.de", "https://aachen.de"),
        ("https://aachen.de/x", "https://aachen.de/x"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(link: str, address: str) -> None:
    assert vocabulary.web_address(link) == address


def test_every_value_of_every_kind_has_a_word() -> None:
    assert set(vocabulary.RUBRICS) == set(vocabulary.RUBRIC_PLURALS) == set(Rubric)
    assert set(vocabulary.AIMS) == set(vocabulary.AIM_WISHES) == set(Aim)
    assert set(vocabulary.SUITABILITY) == set(Suitability)
    assert set(vocabulary.PHASES) == set(Phase)
