"""Which suggestions apply, and what to clarify first."""

from fractions import Fraction

import pytest

from core.catalogues import (
    FULL,
    NOT_APPLICABLE,
    NOT_RESPONSIBLE,
    SHORT,
    UNKNOWN,
    rung,
    sheet,
    small_catalogue,
)
from selfcheck_core.planning import clarifications, suggestions
from selfcheck_core.report import SuggestionRef
from selfcheck_core.sheet import Answer, Scope


@pytest.mark.parametrize(
    ("answer", "index"),
    [
        # the suggestions of „beschluss“ apply up to rung 0 and up to rung 2
        (rung(0), 0),
        (rung(1), 1),
        (rung(2), 1),
        (rung(3), None),
        (UNKNOWN, None),
        (Answer(UNKNOWN.state.OPEN), None),
        (NOT_RESPONSIBLE, None),
        (NOT_APPLICABLE, None),
    ],
)
def test_the_first_suggestion_that_reaches_the_rung_applies_and_no_other(answer: Answer, index: int | None) -> None:
    expected = () if index is None else (SuggestionRef("beschluss", index),)
    assert suggestions(small_catalogue().questions(), sheet({"beschluss": answer})) == expected


def gains(answers: dict[str, Answer], scope: Scope = FULL) -> list[tuple[str, Fraction]]:
    return [(item.question, item.gain) for item in clarifications(small_catalogue(), sheet(answers, scope))]


def test_clarifications_are_ranked_by_their_share_of_the_range() -> None:
    assert gains({"beschluss": UNKNOWN, "haushalt": rung(1), "nutzung": rung(2)}) == [
        ("bekanntheit", Fraction(2, 3)),
        ("treffpunkt", Fraction(1, 2)),
        ("feste", Fraction(1, 2)),
        ("beschluss", Fraction(1, 3)),
    ]


def test_settled_questions_need_no_clarification() -> None:
    settled = {"beschluss": rung(0), "bekanntheit": NOT_RESPONSIBLE, "haushalt": NOT_APPLICABLE}
    assert gains(settled, Scope("full", ("steuerung",))) == []


def test_the_short_form_asks_to_clarify_its_own_questions_only() -> None:
    assert gains({}, SHORT) == [
        ("treffpunkt", Fraction(1)),
        ("bekanntheit", Fraction(2, 3)),
        ("beschluss", Fraction(1, 3)),
    ]


def test_a_clarification_says_who_usually_knows() -> None:
    first = clarifications(small_catalogue(), sheet({}, Scope("full", ("steuerung",))))[0]
    assert (first.question, first.known_by) == ("bekanntheit", ("Personalamt", "Personalrat"))
