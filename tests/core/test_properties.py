"""What holds for every catalogue and every sheet."""

import json
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from core.strategies import catalogues, filled, rungs
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json, seal
from selfcheck_core.planning import UNCERTAIN
from selfcheck_core.report import Measure, Report, report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Answer, Sheet, State
from selfcheck_core.sheet_json import sheet_to_json
from selfcheck_core.sheet_reading import SheetRead, read_sheet


def measures(report: Report) -> list[Measure]:
    of_fields = [measure for field in report.fields for measure in (field.measure, field.policy, field.practice)]
    return of_fields + [theme.measure for field in report.fields for theme in field.themes]


def numbers(measure: Measure) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Coverage, point, low and high; an empty point becomes low, so that it can be compared."""
    coverage, point, low, high = measure.coverage, measure.point, measure.low, measure.high
    assert coverage is not None
    assert low is not None
    assert high is not None
    return coverage, low if point is None else point, low, high


def applicable(report: Report) -> list[Measure]:
    return [measure for measure in measures(report) if measure.coverage is not None]


def with_answer(sheet: Sheet, question_id: str, answer: Answer) -> Sheet:
    return replace(sheet, answers={**sheet.answers, question_id: answer})


@given(filled())
def test_the_point_lies_in_the_range_and_the_range_in_0_to_1(case: tuple[Catalogue, Sheet]) -> None:
    for measure in applicable(score(*case)):
        _, point, low, high = numbers(measure)
        assert 0 <= low <= point <= high <= 1


@given(filled())
def test_the_range_is_exactly_as_wide_as_coverage_is_incomplete(case: tuple[Catalogue, Sheet]) -> None:
    for measure in applicable(score(*case)):
        coverage, _, low, high = numbers(measure)
        assert high - low == 1 - coverage


@given(filled())
def test_a_point_is_missing_exactly_where_nothing_is_answered(case: tuple[Catalogue, Sheet]) -> None:
    for measure in measures(score(*case)):
        assert (measure.point is None) == (not measure.coverage)


@given(filled(), st.data())
def test_a_better_answer_never_lowers_a_result(case: tuple[Catalogue, Sheet], data: st.DataObject) -> None:
    catalogue, sheet = case
    improvable = {
        key: answer.rung for key, answer in sheet.answers.items() if answer.rung is not None and answer.rung < 3
    }
    assume(improvable)
    chosen = data.draw(st.sampled_from(sorted(improvable)))
    better = with_answer(sheet, chosen, Answer(State.ANSWERED, data.draw(st.integers(improvable[chosen] + 1, 3))))
    before, after = score(catalogue, sheet), score(catalogue, better)
    for old, new in zip(applicable(before), applicable(after), strict=True):
        assert all(was <= now for was, now in zip(numbers(old), numbers(new), strict=True))


@given(filled(), st.data())
def test_a_better_answer_never_lowers_a_level(case: tuple[Catalogue, Sheet], data: st.DataObject) -> None:
    catalogue, sheet = case
    order = [None, *(level.id for level in catalogue.levels)]
    answered = [key for key, answer in sheet.answers.items() if answer.rung is not None]
    assume(answered)
    chosen = data.draw(st.sampled_from(answered))
    better = with_answer(sheet, chosen, Answer(State.ANSWERED, 3))
    for old, new in zip(score(catalogue, sheet).fields, score(catalogue, better).fields, strict=True):
        assert order.index(old.level_low) <= order.index(new.level_low)
        assert order.index(old.level_high) <= order.index(new.level_high)


@given(filled(), st.data())
def test_the_order_of_answers_does_not_matter(case: tuple[Catalogue, Sheet], data: st.DataObject) -> None:
    catalogue, sheet = case
    shuffled = dict(data.draw(st.permutations(list(sheet.answers.items()))))
    assert score(catalogue, replace(sheet, answers=shuffled)) == score(catalogue, sheet)


@given(filled(), st.data())
def test_clarifying_everything_stays_inside_the_range(case: tuple[Catalogue, Sheet], data: st.DataObject) -> None:
    catalogue, sheet = case
    clarified = {
        q.id: Answer(State.ANSWERED, data.draw(rungs))
        for q in catalogue.questions()
        if sheet.answer(q.id).state in UNCERTAIN
    }
    full = replace(sheet, answers={**sheet.answers, **clarified})
    for old, new in zip(applicable(score(catalogue, sheet)), applicable(score(catalogue, full)), strict=True):
        assert new.low == new.point == new.high
        assert numbers(old)[2] <= numbers(new)[1] <= numbers(old)[3]


@given(filled())
def test_a_clarification_takes_exactly_its_gain_from_the_range(case: tuple[Catalogue, Sheet]) -> None:
    catalogue, sheet = case
    before = {field.id: field.measure for field in score(catalogue, sheet).fields}
    for item in score(catalogue, sheet).clarifications:
        after = score(catalogue, with_answer(sheet, item.question, Answer(State.ANSWERED, 0)))
        now = next(field.measure for field in after.fields if field.id == item.field)
        _, _, low, high = numbers(before[item.field])
        assert numbers(now)[3] - numbers(now)[2] == (high - low) * (1 - item.gain)


@given(filled())
def test_what_lies_outside_the_scope_changes_nothing(case: tuple[Catalogue, Sheet]) -> None:
    catalogue, sheet = case
    asked = {q.id for field in sheet.scope.fields_of(catalogue) for q in sheet.scope.questions_of(field)}
    only_asked = {key: answer for key, answer in sheet.answers.items() if key in asked}
    assert score(catalogue, replace(sheet, answers=only_asked)) == score(catalogue, sheet)


@given(catalogues())
def test_a_catalogue_survives_its_json_and_keeps_its_digest(catalogue: Catalogue) -> None:
    again = catalogue_from_json(json.loads(json.dumps(catalogue_to_json(catalogue))))
    assert again == catalogue
    assert seal(again).digest == catalogue.digest


@given(filled())
def test_a_sheet_survives_its_file(case: tuple[Catalogue, Sheet]) -> None:
    catalogue, sheet = case
    read = read_sheet(json.dumps(sheet_to_json(sheet)), catalogue)
    assert isinstance(read, SheetRead)
    assert read.sheet == sheet
    assert {notice.code for notice in read.notices} <= {"missing-reason"}


@given(filled())
def test_every_number_in_a_report_is_exact_text_or_null(case: tuple[Catalogue, Sheet]) -> None:
    def refuse(digits: str) -> float:
        raise AssertionError(digits)

    json.loads(json.dumps(report_to_json(score(*case))), parse_float=refuse)
