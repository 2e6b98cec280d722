"""Scores, levels, confidence and warnings, worked out by hand."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from core.catalogues import FULL, NOT_APPLICABLE, NOT_RESPONSIBLE, SHORT, UNKNOWN, rung, sheet, small_catalogue
from selfcheck_core.report import Confidence, Counts, FieldReport, Measure, Report, report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Answer, CatalogueRef, Scope

NOTHING = Measure(None, None, None, None)

# beschluss weighs 1, bekanntheit 2, haushalt 1/2.
HALF_KNOWN = {"beschluss": rung(3), "bekanntheit": rung(1), "haushalt": UNKNOWN}


def scored(answers: Mapping[str, Answer], scope: Scope = FULL) -> Report:
    return score(small_catalogue(), sheet(answers, scope))


def steering(answers: Mapping[str, Answer], scope: Scope = FULL) -> FieldReport:
    return scored(answers, scope).fields[0]


def encounter(answers: Mapping[str, Answer]) -> FieldReport:
    return scored(answers).fields[1]


def measure(coverage: str, point: str | None, low: str, high: str) -> Measure:
    return Measure(Fraction(coverage), None if point is None else Fraction(point), Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (HALF_KNOWN, measure("6/7", "5/9", "10/21", "13/21")),
        ({**HALF_KNOWN, "haushalt": NOT_RESPONSIBLE}, measure("1", "5/9", "5/9", "5/9")),
        ({**HALF_KNOWN, "haushalt": NOT_APPLICABLE}, measure("1", "5/9", "5/9", "5/9")),
        ({"beschluss": rung(3), "bekanntheit": rung(1)}, measure("6/7", "5/9", "10/21", "13/21")),
        ({}, measure("0", None, "0", "1")),
        ({"beschluss": UNKNOWN, "bekanntheit": NOT_APPLICABLE}, measure("0", None, "0", "1")),
        ({"beschluss": rung(0), "bekanntheit": rung(0), "haushalt": rung(0)}, measure("1", "0", "0", "0")),
        ({"beschluss": NOT_APPLICABLE, "bekanntheit": NOT_RESPONSIBLE, "haushalt": NOT_APPLICABLE}, NOTHING),
    ],
)
def test_a_field_is_measured(answers: dict[str, Answer], expected: Measure) -> None:
    assert steering(answers).measure == expected


def test_regulation_and_practice_are_measured_apart() -> None:
    field = steering(HALF_KNOWN)
    assert field.policy == measure("2/3", "1", "2/3", "1")
    assert field.practice == measure("1", "1/3", "1/3", "1/3")


def test_a_dimension_without_a_question_has_no_numbers() -> None:
    assert scored({}, SHORT).fields[1].policy == NOTHING


def test_answers_are_counted_by_state() -> None:
    field = steering({"beschluss": NOT_APPLICABLE, "bekanntheit": UNKNOWN})
    assert field.counts == Counts(answered=0, unknown=1, open=1, not_responsible=0, not_applicable=1)
    other = encounter({"treffpunkt": rung(0), "nutzung": NOT_RESPONSIBLE})
    assert other.counts == Counts(answered=1, unknown=0, open=1, not_responsible=1, not_applicable=0)


@pytest.mark.parametrize(
    ("answers", "levels", "confidence"),
    [
        # coverage 1, both ends 5/9
        ({**HALF_KNOWN, "haushalt": NOT_RESPONSIBLE}, ("fortgeschritten", "fortgeschritten"), Confidence.FIRM),
        # coverage 6/7, but the ends 10/21 and 13/21 have two levels
        (HALF_KNOWN, ("auf-dem-weg", "fortgeschritten"), Confidence.TENTATIVE),
        # coverage 6/7, the ends 6/7 and 1 have one level
        ({"beschluss": rung(3), "bekanntheit": rung(3)}, ("aufgestellt", "aufgestellt"), Confidence.FIRM),
        # coverage 5/7, less than 4/5
        ({"bekanntheit": rung(0), "haushalt": rung(0)}, ("am-anfang", "auf-dem-weg"), Confidence.TENTATIVE),
        # coverage 3/7, less than 1/2
        ({"beschluss": rung(3), "haushalt": rung(3)}, (None, None), Confidence.NONE),
        ({}, (None, None), Confidence.NONE),
        (dict.fromkeys(("beschluss", "bekanntheit", "haushalt"), NOT_APPLICABLE), (None, None), Confidence.NONE),
    ],
)
def test_a_level_is_a_range_with_a_confidence(
    answers: dict[str, Answer], levels: tuple[str | None, str | None], confidence: Confidence
) -> None:
    field = steering(answers)
    assert (field.level_low, field.level_high) == levels
    assert field.confidence is confidence


def test_coverage_exactly_at_a_limit_has_reached_it() -> None:
    catalogue = small_catalogue()
    at_limit = replace(catalogue, coverage=replace(catalogue.coverage, none_below=Fraction(6, 7)))
    above_it = replace(catalogue, coverage=replace(catalogue.coverage, none_below=Fraction(61, 70)))
    assert score(at_limit, sheet(HALF_KNOWN)).fields[0].confidence is Confidence.TENTATIVE
    assert score(above_it, sheet(HALF_KNOWN)).fields[0].confidence is Confidence.NONE


def test_a_field_is_firm_from_the_upper_limit_on() -> None:
    catalogue = small_catalogue()
    at_limit = replace(catalogue, coverage=replace(catalogue.coverage, tentative_below=Fraction(6, 7)))
    above_it = replace(catalogue, coverage=replace(catalogue.coverage, tentative_below=Fraction(61, 70)))
    answers = {"beschluss": rung(3), "bekanntheit": rung(3)}
    assert score(at_limit, sheet(answers)).fields[0].confidence is Confidence.FIRM
    assert score(above_it, sheet(answers)).fields[0].confidence is Confidence.TENTATIVE


def test_a_field_is_firm_only_from_so_many_scored_questions_on() -> None:
    catalogue = small_catalogue()
    answers = {"beschluss": rung(1), "bekanntheit": NOT_RESPONSIBLE, "haushalt": NOT_RESPONSIBLE}
    enough = replace(catalogue, coverage=replace(catalogue.coverage, firm_from_answers=1))
    few, firm = (score(each, sheet(answers)).fields[0] for each in (catalogue, enough))
    assert few.measure == firm.measure == measure("1", "1/3", "1/3", "1/3")
    assert (few.level_low, few.level_high) == ("auf-dem-weg", "auf-dem-weg")
    assert few.confidence is Confidence.TENTATIVE
    assert firm.confidence is Confidence.FIRM


def test_a_long_range_inside_one_level_is_tentative_until_coverage_suffices() -> None:
    catalogue = small_catalogue()
    one_level = replace(catalogue, levels=catalogue.levels[:1])
    answers = {"bekanntheit": rung(0), "haushalt": rung(0)}
    field = score(one_level, sheet(answers)).fields[0]
    assert (field.level_low, field.level_high) == ("am-anfang", "am-anfang")
    assert field.confidence is Confidence.TENTATIVE


@pytest.mark.parametrize(
    ("answers", "lowest"),
    [
        ({"treffpunkt": rung(3), "nutzung": rung(0), "feste": rung(1)}, ("feiern", "orte")),
        ({"treffpunkt": rung(1), "nutzung": rung(1), "feste": rung(1)}, ("orte", "feiern")),
        ({"feste": rung(2)}, ("feiern",)),
        ({"treffpunkt": rung(3), "nutzung": rung(3), "feste": rung(2)}, ("feiern",)),
        ({"treffpunkt": rung(3), "nutzung": rung(3), "feste": rung(3)}, ()),
        ({}, ()),
    ],
)
def test_the_lowest_themes_come_first_and_full_ones_not_at_all(
    answers: dict[str, Answer], lowest: tuple[str, ...]
) -> None:
    assert encounter(answers).lowest_themes == lowest


def test_no_more_than_three_lowest_themes_are_named() -> None:
    catalogue = small_catalogue()
    field = catalogue.fields[0]
    first = field.themes[0].questions[0]
    themes = tuple(
        replace(field.themes[0], id=f"thema-{n}", questions=(replace(first, id=f"frage-{n}"),)) for n in range(5)
    )
    wide = replace(catalogue, fields=(replace(field, themes=themes),))
    answers = {f"frage-{n}": rung(n % 3) for n in range(5)}
    assert score(wide, sheet(answers)).fields[0].lowest_themes == ("thema-0", "thema-3", "thema-1")


@pytest.mark.parametrize(
    ("answers", "warnings"),
    [
        # 1 of 3 1/2 is more than a quarter, 1/2 of 3 1/2 is not
        ({"beschluss": NOT_APPLICABLE}, ("not-applicable-share",)),
        ({"haushalt": NOT_APPLICABLE}, ()),
        # the share is taken of everything in scope, also of what others are in charge of
        ({"haushalt": NOT_APPLICABLE, "bekanntheit": NOT_RESPONSIBLE}, ()),
        ({"beschluss": NOT_RESPONSIBLE, "bekanntheit": NOT_RESPONSIBLE}, ()),
    ],
)
def test_a_large_share_of_not_applicable_is_warned_about(answers: dict[str, Answer], warnings: tuple[str, ...]) -> None:
    assert steering(answers).warnings == warnings


def test_a_share_exactly_at_the_limit_is_not_warned_about() -> None:
    at_limit = replace(small_catalogue(), not_applicable_warning_above=Fraction(2, 7))
    assert score(at_limit, sheet({"beschluss": NOT_APPLICABLE})).fields[0].warnings == ()


def test_the_short_form_leaves_other_questions_and_empty_themes_out() -> None:
    field = steering({"beschluss": rung(3), "bekanntheit": rung(0), "haushalt": rung(3)}, SHORT)
    assert field.measure == measure("1", "1/3", "1/3", "1/3")
    assert [theme.id for theme in field.themes] == ["leitbild"]


def test_only_fields_in_scope_are_reported() -> None:
    report = scored({"treffpunkt": rung(2)}, Scope("full", ("begegnung",)))
    assert [field.id for field in report.fields] == ["begegnung"]
    assert {item.field for item in report.clarifications} == {"begegnung"}


def test_a_field_without_a_question_in_the_short_form_stays_as_a_row() -> None:
    catalogue = small_catalogue()
    field = replace(catalogue.fields[0], themes=catalogue.fields[0].themes[1:])
    report = score(replace(catalogue, fields=(field,)), sheet({"haushalt": rung(3)}, SHORT))
    assert report.fields[0].measure == NOTHING
    assert report.fields[0].themes == ()
    assert report.fields[0].confidence is Confidence.NONE


def test_a_report_names_the_catalogue_it_was_computed_with() -> None:
    older = replace(sheet({}), catalogue=CatalogueRef("probe", "0.9", "sha256:alt"))
    assert score(small_catalogue(), older).catalogue == CatalogueRef.of(small_catalogue())


def test_the_json_of_a_report_follows_the_contract() -> None:
    catalogue = small_catalogue()
    values = report_to_json(scored(HALF_KNOWN, Scope("full", ("steuerung",))))
    assert values == {
        "format": "weltoffene-kommune/report",
        "format_version": 1,
        "catalogue": {"id": "probe", "version": "1.0", "digest": catalogue.digest},
        "scope": {"form": "full", "fields": ["steuerung"]},
        "fields": [
            {
                "id": "steuerung",
                "counts": {"answered": 2, "unknown": 1, "open": 0, "not_responsible": 0, "not_applicable": 0},
                "coverage": "6/7",
                "point": "5/9",
                "low": "10/21",
                "high": "13/21",
                "level_low": "auf-dem-weg",
                "level_high": "fortgeschritten",
                "confidence": "tentative",
                "policy": {"coverage": "2/3", "point": "1", "low": "2/3", "high": "1"},
                "practice": {"coverage": "1", "point": "1/3", "low": "1/3", "high": "1/3"},
                "themes": [
                    {"id": "leitbild", "coverage": "1", "point": "5/9", "low": "5/9", "high": "5/9"},
                    {"id": "mittel", "coverage": "0", "point": None, "low": "0", "high": "1"},
                ],
                "lowest_themes": ["leitbild"],
                "warnings": [],
                "suggestions": [{"question": "bekanntheit", "index": 0}],
            }
        ],
        "clarifications": [{"question": "haushalt", "field": "steuerung", "gain": "1", "known_by": ["Kämmerei"]}],
    }
