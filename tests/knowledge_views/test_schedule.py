"""The day of a method as a picture: drawn from the steps of its guide, or not at all."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.pages.schedule import Day, day
from knowledge_base.texts.kinds import MethodStep


def drawn(*steps: tuple[str, str]) -> Day | None:
    return day([MethodStep(minutes, text) for minutes, text in steps])


@pytest.mark.parametrize(
    ("lengths", "begins", "ends"),
    [
        (["15", "60"], ["0:00", "0:15"], "1:15"),
        (["5"], ["0:00"], "0:05"),
        (["90", "30", "5"], ["0:00", "1:30", "2:00"], "2:05"),
        (["60", "60", "60"], ["0:00", "1:00", "2:00"], "3:00"),
        (["240", "240"], ["0:00", "4:00"], "8:00"),
    ],
)
def test_each_step_says_when_it_begins_and_the_last_when_the_day_ends(
    lengths: list[str], begins: list[str], ends: str
) -> None:
    found = drawn(*((minutes, "Pause.") for minutes in lengths))
    assert found
    assert ([block.begins for block in found.blocks], found.ends) == (begins, ends)


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [("20–30", "Runde.")],
        [("15", "Anfang."), ("5–10", "Ende.")],
        [("480", "Erster Tag."), ("480", "Zweiter Tag.")],
        [("241", "Vormittag."), ("240", "Nachmittag.")],
    ],
    ids=["none", "range", "one range", "days", "a minute too long"],
)
def test_what_has_no_exact_length_or_takes_more_than_a_day_is_not_drawn(steps: list[tuple[str, str]]) -> None:
    assert drawn(*steps) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pause. Die Moderation teilt ein.", ["Pause"]),
        ("Rückmeldung: ein Satz", ["Rückmeldung"]),
        ("Ankommen", ["Ankommen"]),
        ("Das Team stellt Ziele, Ablauf und Regeln vor.", ["Das Team stellt Ziele, Ablauf und", "Regeln vor"]),
        (f"Ergebnis zeigen, {'und so weiter ' * 9}", ["Ergebnis zeigen"]),
    ],
)  # fmt: skip
def test_a_step_is_named_by_its_first_sentence_or_by_how_a_long_one_begins(text: str, lines: list[str]) -> None:
    found = drawn(("10", text))
    assert found
    assert [line for _, line in found.blocks[0].lines] == lines


def test_what_lasts_longer_is_higher_and_no_step_covers_another() -> None:
    found = drawn(("10", "A."), ("60", "B."), ("120", "C."), ("30", "D"))
    assert found
    heights = {block.minutes: block.height for block in found.blocks}
    assert [heights[minutes] for minutes in sorted(heights)] == sorted(heights.values())
    assert heights[120] == 2 * heights[60]
    ends = [block.top + block.height for block in found.blocks]
    assert all(end < block.top for end, block in zip(ends, found.blocks[1:], strict=False))
    assert ends[-1] < found.height


def test_the_pages_draw_the_minutes_of_their_tables(site: Path) -> None:
    pictures = 0
    for path in sorted((site / "methoden").glob("*/index.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        picture = page.css_first(".figure--day")
        if picture:
            pictures += 1
            shown = [text.text() for text in picture.css('.figure-note[text-anchor="end"]')][1::2]
            table = [cell.text() for cell in page.css(".kb-table--steps td.kb-number")]
            assert shown == table, path
            assert "figure.css" in page.html
    assert pictures > 10
