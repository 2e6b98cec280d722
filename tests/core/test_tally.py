"""How far a sheet is filled: what counts as dealt with, what as scored."""

from dataclasses import replace

from hypothesis import given

from core.catalogues import NOT_APPLICABLE, NOT_RESPONSIBLE, SHORT, UNKNOWN, rung, sheet, small_catalogue
from core.strategies import filled
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Scope, Sheet
from selfcheck_core.tally import Tally, tally

PRESET = replace(NOT_RESPONSIBLE, preset=True)


def test_any_answer_that_a_person_gave_is_dealt_with_and_only_a_rung_is_scored() -> None:
    answers = {
        "beschluss": rung(0),
        "bekanntheit": UNKNOWN,
        "haushalt": PRESET,
        "treffpunkt": NOT_RESPONSIBLE,
        "nutzung": NOT_APPLICABLE,
    }
    found = tally(small_catalogue(), sheet(answers))
    assert found == Tally(scored=1, unknown=1, not_responsible=1, not_applicable=1, preset=1, open=1)
    assert (found.dealt_with, found.asked) == (4, 6)


def test_only_questions_in_scope_count() -> None:
    answers = {"beschluss": rung(1), "haushalt": PRESET, "treffpunkt": rung(2)}
    assert tally(small_catalogue(), sheet(answers, SHORT)).asked == 3
    assert tally(small_catalogue(), sheet(answers, Scope("full", ("begegnung",)))).scored == 1


@given(filled())
def test_a_preset_changes_no_number_of_the_report(case: tuple[Catalogue, Sheet]) -> None:
    catalogue, answered = case
    confirmed = {question: replace(answer, preset=False) for question, answer in answered.answers.items()}
    assert score(catalogue, replace(answered, answers=confirmed)) == score(catalogue, answered)


@given(filled())
def test_every_question_in_scope_is_counted_once(case: tuple[Catalogue, Sheet]) -> None:
    catalogue, answered = case
    counts = [field.counts for field in score(catalogue, answered).fields]
    found = tally(catalogue, answered)
    assert found.scored == sum(count.answered for count in counts)
    assert found.not_responsible + found.preset == sum(count.not_responsible for count in counts)
    assert found.asked == sum(len(answered.scope.questions_of(f)) for f in answered.scope.fields_of(catalogue))
