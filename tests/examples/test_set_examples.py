"""The worked examples of the question sets: one sheet of each, and the view that stands beside it."""

import json
import os
import re
from pathlib import Path

import pytest

from examples.test_blocks import filled, table_rows
from examples.worked import ROOT, catalogue, compiled
from selfcheck_core.protocol import report_of
from selfcheck_core.question_sets import QuestionSet
from selfcheck_core.sheet import State
from selfcheck_core.sheet_reading import SheetRead, read_sheet
from selfcheck_core.subjects import SetResult
from selfcheck_site.mirrors import answering
from selfcheck_site.plain_wording import MAX_PLAIN_WORDS
from selfcheck_site.views.set_view import set_result

FOLDER = ROOT / "questionnaire" / "beispiele" / "kestenbrueck" / "sichten"
PAGE = (ROOT / "docs" / "selbstcheck" / "sichten.md").read_text(encoding="utf-8")

each_set = pytest.mark.parametrize("asked", catalogue().sets, ids=lambda asked: asked.id)


def sheet_of(asked: QuestionSet) -> Path:
    return FOLDER / f"{asked.id}.json"


def opened(asked: QuestionSet) -> SheetRead:
    read = read_sheet(sheet_of(asked).read_text(encoding="utf-8"), catalogue())
    assert isinstance(read, SheetRead), read
    return read


@each_set
def test_each_set_has_an_example_that_opens_without_a_notice(asked: QuestionSet) -> None:
    read = opened(asked)
    assert (read.notices, read.sheet.scope.set_id) == ((), asked.id)
    assert read.sheet.municipality.name.endswith("(erfunden)")
    assert len(read.sheet.answers) >= len(asked.questions) - 1


@each_set
def test_an_example_gives_the_view_that_stands_beside_it(asked: QuestionSet) -> None:
    path = sheet_of(asked).with_suffix(".bericht.json")
    now = json.dumps(report_of(catalogue(), opened(asked).sheet), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


@each_set
def test_no_example_names_a_level_of_maturity(asked: QuestionSet) -> None:
    report = sheet_of(asked).with_suffix(".bericht.json").read_text(encoding="utf-8")
    shown = set_result(SetResult.of(catalogue(), opened(asked).sheet)).text
    for level in catalogue().levels:
        assert level.id not in report
        assert level.title not in shown
    assert "confidence" not in report


def test_the_examples_have_answers_of_every_kind() -> None:
    sheets = [opened(asked).sheet for asked in catalogue().sets]
    states = {
        sheet.answer(q.id).state for asked, sheet in zip(catalogue().sets, sheets, strict=True) for q in asked.questions
    }
    assert states == {State.ANSWERED, State.UNKNOWN, State.OPEN}
    assert any(answer.note for sheet in sheets for answer in sheet.answers.values())


# The table


def test_the_table_shows_every_theme_with_the_questions_of_each_set() -> None:
    rows = {cells[0]: cells[1:] for cells in table_rows(filled("spiegelkarte"))}
    for field in catalogue().fields:
        for theme in field.themes:
            (name,) = [title for title in rows if title == theme.title or title.startswith(f"{theme.title} Kein ")]
            for asked, cell in zip(catalogue().sets, rows[name], strict=True):
                questions = asked.by_theme(field.id).get(theme.id, ())
                assert cell == (" ".join(each.text for each in questions) or "–")


def test_a_theme_that_no_set_asks_about_says_why() -> None:
    rows = table_rows(filled("spiegelkarte"))
    silent = [cells[0] for cells in rows if set(cells[1:]) == {"–"}]
    assert len(silent) == len(compiled().unmirrored)
    for theme, reason in compiled().unmirrored.items():
        assert [cell for cell in silent if reason in cell], theme


def test_the_columns_name_who_answers() -> None:
    heads = {tuple(cells[1:]) for cells in table_rows(filled("spiegelkarte")) if cells[0] == "Thema"}
    assert heads == {tuple(answering(catalogue(), each) for each in catalogue().sets)}


def test_the_page_about_the_sets_says_what_is_so() -> None:
    size = (ROOT / "questionnaire" / "fragensaetze.yaml").read_text(encoding="utf-8")
    least, most = (re.search(rf"{key}: (\d+)", size)[1] for key in ("mindestens", "hoechstens"))  # type: ignore[index]
    assert f"{least} bis {most} Fragen" in PAGE
    assert f"mehr als {MAX_PLAIN_WORDS} Wörter" in PAGE
    assert [each.title for each in catalogue().sets if each.title not in PAGE] == []
