"""What a level hangs on: one number at a time, a tenth smaller and a tenth larger."""

from dataclasses import replace
from fractions import Fraction

import pytest

from core.catalogues import NOT_APPLICABLE, UNKNOWN, question, rung, sheet, small_catalogue
from examples.worked import FOLDERS, ROOT, catalogue, opened
from host.terminal import main
from selfcheck_core.catalogue import Catalogue, Field, Theme
from selfcheck_core.report import Confidence
from selfcheck_core.sheet import Sheet
from selfcheck_site.sensitivity import Moves, as_table, row, sensitivity, together


def everything(number: int) -> Sheet:
    return sheet({question.id: rung(number) for question in small_catalogue().questions()})


def two_questions() -> Catalogue:
    theme = Theme("wege", "Wege", (question("pfad", "Gibt es einen Pfad?"), question("bank", "Gibt es eine Bank?")))
    return replace(small_catalogue(), fields=(Field("draussen", "Draußen", "Wo man geht.", (theme,)),))


@pytest.mark.parametrize("number", [0, 3])
def test_no_weight_matters_where_all_answers_are_alike(number: int) -> None:
    assert all(item.weights.changed == 0 for item in sensitivity(small_catalogue(), everything(number)))


def test_each_question_is_weighed_twice_and_each_limit_moved_twice() -> None:
    known = small_catalogue()
    limits = len(known.levels) - 1 + 2
    for item in sensitivity(known, everything(2)):
        assert item.weights.tried == 2 * len(item.field.questions)
        assert item.limits.tried == 2 * limits


def test_a_value_on_a_level_s_start_falls_where_a_better_answer_counts_less_or_a_worse_one_more() -> None:
    (item,) = sensitivity(two_questions(), sheet({"pfad": rung(3), "bank": rung(0)}))
    assert item.report.measure.point == Fraction(1, 2)
    assert item.weights == Moves(tried=4, changed=2)


def test_a_value_on_a_level_s_start_falls_where_that_level_starts_higher() -> None:
    (item,) = sensitivity(two_questions(), sheet({"pfad": rung(3), "bank": rung(0)}))
    assert item.limits == Moves(tried=10, changed=1)


def test_a_coverage_on_the_lower_limit_loses_its_level_where_that_limit_is_higher() -> None:
    (item,) = sensitivity(two_questions(), sheet({"pfad": rung(3), "bank": UNKNOWN}))
    assert item.report.measure.coverage == Fraction(1, 2)
    # The answered question counts less or the unknown one more; the limit or the start that `low` lies on rises.
    assert item.weights.changed == 2
    assert item.limits.changed == 2


def test_an_answer_that_is_not_applicable_can_hold_a_level_up() -> None:
    (item,) = sensitivity(two_questions(), sheet({"pfad": rung(3), "bank": NOT_APPLICABLE}))
    assert row(two_questions(), item).not_applicable == "anders: fortgeschritten"


def test_counting_what_is_not_applicable_as_the_lowest_rung_never_raises_a_result() -> None:
    for folder in FOLDERS:
        for item in sensitivity(catalogue(), opened(folder).sheet):
            before, after = item.report.measure, item.strict.measure
            assert before.low is not None
            assert after.low is not None
            assert after.low <= before.low
            assert (after.low == before.low) or item.report.counts.not_applicable


def test_a_field_without_a_level_can_stay_without_one() -> None:
    found = [item for folder in FOLDERS for item in sensitivity(catalogue(), opened(folder).sheet)]
    unrated = [item for item in found if item.report.confidence is Confidence.NONE]
    assert [row(catalogue(), item).level for item in unrated] == ["keine Einstufung"]


def test_moves_add_up() -> None:
    found = sensitivity(catalogue(), opened(FOLDERS[0]).sheet)
    total = together(found, lambda item: item.weights)
    assert total.tried == 2 * len(catalogue().questions())
    assert total.changed == sum(item.weights.changed for item in found)


def test_the_table_for_the_terminal_keeps_its_columns_apart() -> None:
    rows = [row(catalogue(), item) for item in sensitivity(catalogue(), opened(FOLDERS[0]).sheet)]
    title, heading, *lines = as_table("Beispiel", rows).splitlines()
    assert title == "Beispiel"
    assert all(
        line[heading.index("Gewicht") :].startswith(each.weights) for line, each in zip(lines, rows, strict=True)
    )


def test_the_command_prints_a_table_for_each_example_and_the_same_one_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = str(ROOT / "questionnaire")
    assert main(["sensitivity", folder]) == 0
    first = capsys.readouterr().out
    assert main(["sensitivity", folder]) == 0
    assert capsys.readouterr().out == first
    assert all(opened(path).sheet.municipality.name in first for path in FOLDERS)


def test_without_examples_the_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sensitivity", str(ROOT / "tests" / "compile" / "questionnaire")]) == 1
    assert "Lesbare Beispiele: 0" in capsys.readouterr().err
