"""Question sets: their place in catalogue, sheet and report, and that no sheet of theirs ever has a maturity level."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from core.catalogues import UNKNOWN, council, rung, set_sheet, set_values, sheet, sheet_values, small_catalogue
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_entry import CatalogueError, Damage
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json, seal
from selfcheck_core.migrations import Release, Step, StepKind
from selfcheck_core.notices import Refusal, RefusalCode
from selfcheck_core.protocol import report_of
from selfcheck_core.question_sets import QuestionSet
from selfcheck_core.scoring import score
from selfcheck_core.set_report import set_report, set_report_to_json
from selfcheck_core.sheet import Scope, SetRef, Sheet, State
from selfcheck_core.sheet_json import sheet_to_json
from selfcheck_core.sheet_reading import SheetRead, sheet_from_json
from selfcheck_core.subjects import SetResult, SheetResult
from selfcheck_core.tally import tally

ALL_AT_THE_TOP = {"gehoert": rung(3), "gelesen": rung(3), "gefeiert": rung(3), "besucht": rung(3)}


def read(values: object, catalogue: Catalogue | None = None) -> SheetRead:
    result = sheet_from_json(values, catalogue or small_catalogue())
    assert isinstance(result, SheetRead), result
    return result


def keys_of(values: object) -> Iterator[str]:
    if isinstance(values, dict):
        yield from values
        values = list(values.values())
    for item in values if isinstance(values, list) else ():
        yield from keys_of(item)


def texts_of(values: object) -> Iterator[str]:
    items = list(values.values()) if isinstance(values, dict) else values if isinstance(values, list) else []
    yield from (item for item in items if isinstance(item, str))
    for item in items:
        yield from texts_of(item)


# The catalogue


def test_a_question_that_sets_share_stands_once_in_the_catalogue() -> None:
    guests = replace(council(), id="gaeste", sections=council().sections[:1])
    values: Any = catalogue_to_json(seal(replace(small_catalogue(), sets=(council(), guests))))
    assert [question["id"] for question in values["set_questions"]] == ["gehoert", "gelesen", "gefeiert", "besucht"]
    assert list(values["set_questions"][0]) == ["id", "theme", "mirrors", "text", "rungs"]
    assert list(values["sets"][0]) == ["id", "digest", "title", "about", "perspectives", "sections"]
    assert values["sets"][1]["sections"] == [
        {"field": "steuerung", "title": "Ziele", "questions": ["gehoert", "gelesen"]}
    ]


def test_the_catalogue_comes_back_from_json_with_its_sets() -> None:
    assert catalogue_from_json(json.loads(json.dumps(catalogue_to_json(small_catalogue())))) == small_catalogue()


def test_a_catalogue_from_before_there_were_sets_has_none() -> None:
    values = catalogue_to_json(small_catalogue())
    older = {key: value for key, value in values.items() if key not in ("sets", "set_questions")}
    assert catalogue_from_json(older) == replace(small_catalogue(), sets=())


def test_a_set_changes_nothing_for_sheets_of_the_main_form() -> None:
    assert seal(replace(small_catalogue(), sets=())).digest == small_catalogue().digest


def changed_set(change: Callable[[Any], object]) -> QuestionSet:
    values: Any = copy.deepcopy(catalogue_to_json(small_catalogue()))
    change(values)
    return seal(catalogue_from_json(values)).sets[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["sets"][0]["sections"][0]["questions"].pop(),
        lambda c: c["sets"][0]["sections"].reverse(),
        lambda c: c["sets"][0].update(id="beirat"),
        lambda c: c["set_questions"][0].update(mirrors=[]),
        lambda c: c["set_questions"][0].update(theme="mittel"),
        lambda c: (
            c["set_questions"][0].update(id="gehoert-neu")
            or c["sets"][0]["sections"][0].update(questions=["gehoert-neu", "gelesen"])
        ),
    ],
)
def test_what_can_change_a_view_changes_the_digest_of_the_set(change: Callable[[Any], object]) -> None:
    assert changed_set(change).digest != small_catalogue().sets[0].digest


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["sets"][0].update(title="Fragen an den Stadtrat"),
        lambda c: c["sets"][0].update(about="Was wissen Sie?"),
        lambda c: c["sets"][0]["sections"][0].update(title="Was sich die Stadt vornimmt"),
        lambda c: c["set_questions"][0].update(text="Haben Sie davon gehört?"),
        lambda c: c["set_questions"][0]["rungs"][0].update(text="Gar nichts."),
        lambda c: c["levels"][0].update(title="ganz am Anfang"),
    ],
)
def test_better_words_leave_the_digest_of_a_set_as_it_is(change: Callable[[Any], object]) -> None:
    assert changed_set(change).digest == small_catalogue().sets[0].digest


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["sets"][0]["sections"][0]["questions"].append("treffpunkt"),
        lambda c: c["sets"][0]["sections"][0].update(field="begegnung"),
        lambda c: c["sets"][0].pop("digest"),
        lambda c: c["sets"].append(c["sets"][0]),
        lambda c: (
            c["set_questions"][0].update(id="beschluss") or c["sets"][0]["sections"][0].update(questions=["beschluss"])
        ),
        lambda c: c["set_questions"][0]["rungs"].pop(),
        lambda c: c["set_questions"][0].update(theme="verkehr"),
    ],
)
def test_a_damaged_set_is_refused_with_the_whole_catalogue(change: Callable[[Any], object]) -> None:
    with pytest.raises(CatalogueError) as error:
        changed_set(change)
    assert error.value.code in {Damage.ENTRY, Damage.DOUBLED_ID}


# The sheet


def test_a_sheet_of_a_set_names_the_set_and_has_a_format_that_older_programs_refuse() -> None:
    values: Any = sheet_to_json(set_sheet({"gehoert": rung(2)}))
    asked = {"id": "rat", "digest": small_catalogue().sets[0].digest}
    assert values["format_version"] == 2
    assert values["scope"] == {"form": "set", "fields": None, "set": asked}


def test_a_sheet_of_the_main_form_keeps_the_format_that_older_programs_read() -> None:
    values: Any = sheet_to_json(sheet({"beschluss": rung(2)}))
    assert (values["format_version"], "set" in values["scope"]) == (1, False)


def test_a_saved_sheet_of_a_set_comes_back_as_it_was() -> None:
    filled = set_sheet({"gehoert": rung(2), "gefeiert": UNKNOWN})
    result = read(json.loads(json.dumps(sheet_to_json(filled))))
    assert (result.sheet, result.notices) == (filled, ())


def codes(values: object, catalogue: Catalogue | None = None) -> list[str]:
    return [notice.code for notice in read(values, catalogue).notices]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"beschluss": {"rung": 3}}, "unknown-question"),
        ({"gehoert": {"state": "not-responsible", "carrier": "Kreis"}}, "unknown-answer"),
        ({"gehoert": {"state": "not-applicable", "reason": "Kein Rat."}}, "unknown-answer"),
        ({"gehoert": {"rung": 4}}, "unknown-answer"),
        ({"gehoert": {"rung": 1, "carrier": "Kreis"}}, "unknown-entry"),
    ],
)
def test_an_answer_that_the_set_does_not_offer_is_noted_and_counts_for_nothing(answers: Any, code: str) -> None:
    assert code in codes(set_values(**answers))
    states = {answer.state for answer in read(set_values(**answers)).sheet.answers.values()}
    assert states <= {State.ANSWERED}


def test_only_the_perspectives_of_the_set_can_answer_it() -> None:
    values: Any = set_values()
    values["sheet"]["perspective"] = "verwaltung"
    assert codes(values) == ["unknown-perspective"]
    assert read(values).sheet.perspective == ""


def test_a_changed_set_is_told_and_a_changed_main_form_is_not() -> None:
    longer = replace(council(), sections=council().sections[:1])
    assert codes(set_values(), seal(replace(small_catalogue(), sets=(longer,)))) == ["other-digest"]
    first, *others = small_catalogue().fields
    reordered = seal(replace(small_catalogue(), fields=(*others, first)))
    assert codes(set_values(), reordered) == []


def test_a_set_that_is_not_here_is_refused_so_that_no_answer_is_lost() -> None:
    result = sheet_from_json(set_values(gehoert={"rung": 1}), seal(replace(small_catalogue(), sets=())))
    assert result == Refusal(RefusalCode.UNKNOWN_SET, text="rat")


def test_a_sheet_of_an_earlier_version_is_carried_over_with_its_set() -> None:
    steps = (
        Step(StepKind.RENAMED, ("rat-alt",), ("rat",), "Kürzer."),
        Step(StepKind.RENAMED, ("gehoert-alt",), ("gehoert",), "Kürzer."),
    )
    releases = (Release("1.0", "Neu.", ()), Release("1.1", "Gleich.", steps))
    today = seal(replace(small_catalogue(), version="1.1", releases=releases))
    values: Any = set_values(**{"gehoert-alt": {"rung": 2}})
    values["scope"]["set"] = {"id": "rat-alt", "digest": "sha256:alt"}
    result = read(values, today)
    assert [notice.code for notice in result.notices] == ["carried-over"]
    assert result.sheet.scope == Scope("set", None, SetRef("rat", today.sets[0].digest))
    assert result.sheet.answers == {"gehoert": rung(2)}


# The report


def test_the_report_sums_up_theme_by_theme_and_leads_to_the_questions_that_are_mirrored() -> None:
    filled = set_sheet({"gehoert": rung(2), "gelesen": UNKNOWN, "gefeiert": rung(0)})
    values: Any = set_report_to_json(set_report(small_catalogue(), filled))
    assert list(values) == ["format", "format_version", "catalogue", "scope", "fields"]
    assert (values["format"], values["format_version"]) == ("weltoffene-kommune/set-report", 1)
    steering, encounter = values["fields"]
    assert steering == {
        "id": "steuerung",
        "counts": {"answered": 1, "unknown": 1, "open": 0},
        "themes": [
            {
                "id": "leitbild",
                "coverage": "1/2",
                "point": "2/3",
                "low": "1/3",
                "high": "5/6",
                "questions": [
                    {"id": "gehoert", "rung": 2, "mirrors": ["beschluss"]},
                    {"id": "gelesen", "rung": None, "mirrors": ["bekanntheit"]},
                ],
            }
        ],
    }
    assert [(theme["id"], theme["point"]) for theme in encounter["themes"]] == [("orte", None), ("feiern", "0")]


def test_a_tally_counts_the_questions_of_the_set() -> None:
    found = tally(small_catalogue(), set_sheet({"gehoert": rung(2), "gelesen": UNKNOWN}))
    assert (found.asked, found.scored, found.unknown, found.open) == (4, 1, 1, 2)


FILLED = [{}, {"gehoert": rung(0)}, {"gehoert": UNKNOWN}, ALL_AT_THE_TOP, dict.fromkeys(ALL_AT_THE_TOP, rung(0))]


@pytest.mark.parametrize("answers", FILLED)
def test_no_sheet_of_a_set_has_a_maturity_level(answers: Any) -> None:
    values = report_of(small_catalogue(), set_sheet(answers))
    assert {"level_low", "level_high", "confidence", "policy", "practice"}.isdisjoint(keys_of(values))
    assert {level.id for level in small_catalogue().levels}.isdisjoint(texts_of(values))


@pytest.mark.parametrize("make", [score, SheetResult.of])
def test_the_arithmetic_of_levels_takes_no_sheet_of_a_set(make: Callable[[Catalogue, Sheet], object]) -> None:
    with pytest.raises(ValueError, match="no maturity level"):
        make(small_catalogue(), set_sheet(ALL_AT_THE_TOP))


def test_whoever_calls_a_sheet_of_a_set_one_of_the_main_form_gets_no_level_either() -> None:
    values: Any = set_values(**{question: {"rung": 3} for question in ALL_AT_THE_TOP})
    disguised = {**values, "format_version": 1, "scope": {"form": "full", "fields": None}}
    report: Any = report_of(small_catalogue(), read(disguised).sheet)
    assert {field["level_low"] for field in report["fields"]} == {None}
    as_short = replace(set_sheet(ALL_AT_THE_TOP), scope=Scope("short", None))
    assert {field.level_low for field in score(small_catalogue(), as_short).fields} == {None}


def test_without_the_set_in_its_scope_nothing_would_hold_the_level_back() -> None:
    answered = {question.id: rung(3) for question in small_catalogue().questions()}
    levels = {field.level_low for field in score(small_catalogue(), sheet(answered)).fields}
    assert levels == {"aufgestellt"}


@pytest.mark.parametrize("make", [set_report, SetResult.of])
def test_a_sheet_of_the_main_form_is_no_view(make: Callable[[Catalogue, Sheet], object]) -> None:
    with pytest.raises(ValueError, match="no question set"):
        make(small_catalogue(), read(sheet_values(beschluss={"rung": 3})).sheet)
