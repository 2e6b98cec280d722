"""A sheet of an earlier version is carried over: what moves, what is open again, and what the user reads about it."""

import json
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogues import rung, sheet_values, small_catalogue
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_entry import CatalogueError, Damage
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json, seal
from selfcheck_core.migrations import Carry, Release, Retired, Step, StepKind, retired
from selfcheck_core.remarks import GivenAnswer, QuestionsMerged, QuestionSplit, QuestionWithdrawn, SheetCarried
from selfcheck_core.sheet import Answer, Evidence, Scope, State
from selfcheck_core.sheet_reading import MAX_FILE_BYTES, SheetRead, read_sheet

WHY = "Wir haben es besser verstanden."
RENAMED = Step(StepKind.RENAMED, ("leitbild-alt",), ("beschluss",), WHY)
SPLIT = Step(StepKind.SPLIT, ("haus",), ("treffpunkt", "nutzung"), WHY)
MERGED = Step(StepKind.MERGED, ("strassenfest", "stadtfest"), ("feste",), WHY)
WITHDRAWN = Step(StepKind.WITHDRAWN, ("preis",), (), WHY)
RESCALED = Step(StepKind.RESCALED, ("haushalt",), ("haushalt",), WHY, rungs=(0, 0, None, 3))


def catalogue_after(*steps: Step, later: tuple[Step, ...] = ()) -> Catalogue:
    releases = (Release("1.0", "Neu.", ()), Release("1.1", "Erster Satz.", steps), Release("1.2", "Zweiter.", later))
    return seal(replace(small_catalogue(), version="1.2", releases=releases))


def read(catalogue: Catalogue, version: str = "1.0", fields: object = None, /, **answers: object) -> SheetRead:
    values = {
        **sheet_values(**answers),
        "catalogue": {"id": "probe", "version": version, "digest": "sha256:alt"},
        "scope": {"form": "full", "fields": fields},
    }
    result = read_sheet(json.dumps(values), catalogue)
    assert isinstance(result, SheetRead), result
    return result


def codes(result: SheetRead) -> list[str]:
    return [notice.code for notice in result.notices]


def test_a_renamed_question_keeps_its_answer_note_and_evidence() -> None:
    old = {"rung": 2, "note": "Ratsbeschluss", "evidence": [{"title": "Protokoll", "link": ""}]}
    result = read(catalogue_after(RENAMED), **{"leitbild-alt": old})
    assert result.sheet.answers == {
        "beschluss": Answer(State.ANSWERED, 2, note="Ratsbeschluss", evidence=(Evidence("Protokoll", ""),))
    }
    assert codes(result) == ["carried-over"]


def test_the_sheet_then_names_the_catalogues_own_version_and_is_never_carried_over_twice() -> None:
    catalogue = catalogue_after(RESCALED)
    result = read(catalogue, haushalt={"rung": 1})
    assert (result.sheet.catalogue.version, result.sheet.catalogue.digest) == ("1.2", catalogue.digest)
    assert result.sheet.answer("haushalt") == rung(0)
    assert read(catalogue, "1.2", haushalt={"rung": 1}).sheet.answer("haushalt") == rung(1)


def test_only_steps_after_the_sheets_version_are_taken() -> None:
    catalogue = catalogue_after(RESCALED)
    assert read(catalogue, "1.1", haushalt={"rung": 1}).sheet.answer("haushalt") == rung(1)


def test_steps_of_several_versions_are_taken_in_order() -> None:
    again = Step(StepKind.RENAMED, ("leitbild-neu",), ("beschluss",), WHY)
    catalogue = catalogue_after(replace(RENAMED, targets=("leitbild-neu",)), later=(again,))
    result = read(catalogue, **{"leitbild-alt": {"rung": 3}})
    assert result.sheet.answers == {"beschluss": rung(3)}
    assert isinstance(result.notices[0], SheetCarried)
    assert result.notices[0].comparisons == ("Erster Satz.", "Zweiter.")


def test_a_split_question_is_open_in_all_its_parts_and_the_first_keeps_the_note() -> None:
    result = read(catalogue_after(SPLIT), haus={"rung": 2, "note": "Altes Rathaus"})
    assert result.sheet.answers == {"treffpunkt": Answer(State.OPEN, note="Altes Rathaus")}
    assert codes(result) == ["carried-over", "split-open"]
    assert result.notices[1].question == "treffpunkt"


def test_a_split_question_gives_its_answer_to_all_parts_where_the_step_says_so() -> None:
    result = read(catalogue_after(replace(SPLIT, carry=Carry.ALL)), haus={"rung": 2, "note": "Altes Rathaus"})
    assert result.sheet.answers == {
        "treffpunkt": Answer(State.ANSWERED, 2, note="Altes Rathaus"),
        "nutzung": rung(2),
    }
    assert codes(result) == ["carried-over", "split-copied"]


def test_an_answer_that_a_part_had_already_stays() -> None:
    result = read(catalogue_after(SPLIT), haus={"rung": 2, "note": "A"}, treffpunkt={"rung": 1, "note": "B"})
    assert result.sheet.answers == {"treffpunkt": Answer(State.ANSWERED, 1, note="B\nA")}


@pytest.mark.parametrize("choice", [{"rung": 1}, {"state": "unknown"}, {"state": "not-responsible", "carrier": "Land"}])
def test_equal_answers_merge_into_one_with_all_notes(choice: dict[str, object]) -> None:
    result = read(catalogue_after(MERGED), strassenfest={**choice, "note": "A"}, stadtfest={**choice, "note": "B"})
    assert read(catalogue_after(), feste={**choice, "note": "A\nB"}).sheet.answers == result.sheet.answers
    assert codes(result) == ["carried-over"]


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True), (False, False)])
def test_a_merged_answer_is_preset_only_where_nobody_confirmed_any_part(first: bool, second: bool) -> None:
    def other_body(preset: bool) -> dict[str, object]:
        return {"state": "not-responsible", "carrier": "Kreis", **({"preset": True} if preset else {})}

    result = read(catalogue_after(MERGED), strassenfest=other_body(first), stadtfest=other_body(second))
    expected = Answer(State.NOT_RESPONSIBLE, carrier="Kreis", preset=first and second)
    assert result.sheet.answers == {"feste": expected}


@pytest.mark.parametrize("other", [{"rung": 3}, {"state": "unknown"}, {}])
def test_different_answers_are_not_merged_by_guessing(other: dict[str, object]) -> None:
    result = read(catalogue_after(MERGED), strassenfest={"rung": 1, "note": "A"}, stadtfest={**other, "note": "B"})
    assert result.sheet.answers == {"feste": Answer(State.OPEN, note="A\nB")}
    assert codes(result) == ["carried-over", "merged-open"]


def test_an_answer_to_one_part_alone_is_no_answer_to_the_whole() -> None:
    result = read(catalogue_after(MERGED), stadtfest={"rung": 1})
    assert result.sheet.answers == {}
    remark = result.notices[1]
    assert isinstance(remark, QuestionsMerged)
    assert [(given.question, given.rung) for given in remark.given] == [("strassenfest", None), ("stadtfest", 1)]


def test_the_lowest_rung_is_taken_where_the_step_says_so_and_all_have_one() -> None:
    catalogue = catalogue_after(replace(MERGED, carry=Carry.LOWEST))
    result = read(catalogue, strassenfest={"rung": 3}, stadtfest={"rung": 1})
    assert result.sheet.answers == {"feste": rung(1)}
    assert codes(result) == ["carried-over", "merged-lowest"]
    assert read(catalogue, strassenfest={"rung": 3}, stadtfest={"state": "unknown"}).sheet.answers == {}


def test_what_was_written_at_a_withdrawn_question_stands_in_the_notice() -> None:
    note = "Der Preis wurde 2024 verliehen. " * 30
    evidence = [{"title": "Urkunde", "link": "https://example.org/u"}, {"title": "", "link": 5}, "Foto"]
    result = read(catalogue_after(WITHDRAWN), preis={"rung": 2, "note": note, "evidence": evidence})
    assert result.sheet.answers == {}
    assert codes(result) == ["carried-over", "withdrawn"]
    remark = result.notices[1]
    assert isinstance(remark, QuestionWithdrawn)
    assert remark.notes == (note,)
    assert remark.evidence == (("Urkunde", "https://example.org/u"), ("", ""), ("", ""))


def test_what_was_typed_beside_an_answer_that_is_open_again_stands_in_the_notice() -> None:
    old = {"state": "not-applicable", "reason": "Es gibt hier kein Haus."}
    remark = read(catalogue_after(SPLIT), haus=old).notices[1]
    assert isinstance(remark, QuestionSplit)
    assert remark.given == GivenAnswer("haus", None, "not-applicable", ("Es gibt hier kein Haus.",))


@pytest.mark.parametrize(("old", "new"), [(0, 0), (1, 0), (2, None), (3, 3)])
def test_every_old_rung_becomes_the_one_the_table_names_or_is_open(old: int, new: int | None) -> None:
    result = read(catalogue_after(RESCALED), haushalt={"rung": old, "note": "Produkt 31"})
    expected = Answer(State.OPEN) if new is None else rung(new)
    assert result.sheet.answer("haushalt") == replace(expected, note="Produkt 31")
    assert codes(result)[1:] == ([] if new == old else ["rung-unclear" if new is None else "rung-changed"])


def test_an_answer_without_a_rung_is_not_touched_by_new_rungs() -> None:
    result = read(catalogue_after(RESCALED), haushalt={"state": "unknown"})
    assert result.sheet.answer("haushalt") == Answer(State.UNKNOWN)


def test_the_summary_counts_every_old_answer_once() -> None:
    result = read(
        catalogue_after(RENAMED, SPLIT, WITHDRAWN, RESCALED),
        **{"leitbild-alt": {"rung": 1}, "bekanntheit": {"state": "unknown"}, "feste": {"note": "nur eine Notiz"}},
        haus={"rung": 1},
        preis={"rung": 1},
        nie={"rung": 1},
        haushalt={"rung": 1},
    )
    assert result.notices[0] == SheetCarried(
        "1.0", "1.2", kept=2, changed=1, reopened=1, lost=2, comparisons=("Erster Satz.", "Zweiter.")
    )
    assert codes(result) == ["carried-over", "split-open", "withdrawn", "rung-changed", "unknown-question"]


def test_a_renamed_field_stays_in_the_scope() -> None:
    moved = Step(StepKind.RENAMED, ("verwaltung",), ("steuerung",), WHY)
    assert read(catalogue_after(moved), "1.0", ["verwaltung"]).sheet.scope == Scope("full", ("steuerung",))


@pytest.mark.parametrize("version", ["0.3", "", "neu"])
def test_a_sheet_of_an_unknown_version_is_read_with_a_notice_and_keeps_its_version(version: str) -> None:
    result = read(catalogue_after(RESCALED), version, haushalt={"rung": 1})
    assert result.sheet.answer("haushalt") == rung(1)
    assert result.sheet.catalogue.version == version
    assert codes(result) == ["other-version"]


def test_a_retired_id_shows_which_steps_a_sheet_of_an_unknown_version_has_not_seen() -> None:
    catalogue = catalogue_after(RENAMED, later=(RESCALED,))
    result = read(catalogue, "0.3", haushalt={"rung": 1}, **{"leitbild-alt": {"rung": 1}})
    assert (result.sheet.answer("beschluss"), result.sheet.answer("haushalt")) == (rung(1), rung(0))
    assert codes(result) == ["rung-changed", "other-version"]


def test_every_kind_of_remark_is_provoked_by_some_step() -> None:
    catalogue = catalogue_after(SPLIT, MERGED, WITHDRAWN, RESCALED)
    some = (
        read(catalogue, haus={"rung": 1}, stadtfest={"rung": 1}, preis={"rung": 1}, haushalt={"rung": 1}).notices
        + read(catalogue, haushalt={"rung": 2}).notices
    )
    other = catalogue_after(replace(SPLIT, carry=Carry.ALL), replace(MERGED, carry=Carry.LOWEST))
    rest = read(other, haus={"rung": 1}, stadtfest={"rung": 1}, strassenfest={"rung": 2}).notices
    assert {notice.code for notice in some + rest} == {
        "carried-over", "rung-changed", "rung-unclear", "split-open", "split-copied", "merged-open", "merged-lowest",
        "withdrawn",
    }  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from(["leitbild-alt", "haus", "strassenfest", "stadtfest", "preis", "haushalt", "treffpunkt"]),
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists)
        | st.fixed_dictionaries(
            {},
            optional={
                "rung": st.integers(-1, 4) | st.none() | st.booleans(),
                "state": st.sampled_from(["unknown", "not-applicable", "vielleicht"]) | st.lists(st.none()),
                "note": st.text(max_size=5) | st.integers(),
                "evidence": st.lists(st.dictionaries(st.sampled_from(["title", "link"]), st.text() | st.none())),
            },
        ),
    )
)
def test_whatever_a_file_holds_it_is_carried_over_without_failing(answers: dict[str, object]) -> None:
    result = read(catalogue_after(RENAMED, SPLIT, MERGED, WITHDRAWN, RESCALED), **answers)
    assert result.notices[0].code == "carried-over"


@given(st.lists(st.sampled_from("abcd"), unique=True, max_size=4), st.sampled_from(list(Carry)))
def test_no_note_is_ever_lost(written: list[str], carry: Carry) -> None:
    ids = ["leitbild-alt", "haus", "strassenfest", "stadtfest", "preis", "haushalt"]
    answers = {question: {"rung": 2, "note": f"Notiz {mark}."} for question, mark in zip(ids, written, strict=False)}
    steps = (RENAMED, replace(SPLIT, carry=carry), replace(MERGED, carry=carry), WITHDRAWN, RESCALED)
    result = read(catalogue_after(*steps), **answers)
    kept = [answer.note for answer in result.sheet.answers.values()] + [
        note for remark in result.notices if isinstance(remark, QuestionWithdrawn) for note in remark.notes
    ]
    assert all(any(f"Notiz {mark}." in text for text in kept) for mark in written)


def test_no_file_of_permitted_size_takes_long() -> None:
    evidence = [{"title": ""}] * (MAX_FILE_BYTES // 32)
    start = process_time()
    read(catalogue_after(MERGED), strassenfest={"evidence": evidence}, stadtfest={"evidence": evidence})
    assert process_time() - start < 5


def test_ids_that_steps_left_behind_are_retired() -> None:
    stays = Step(StepKind.SPLIT, ("treffpunkt",), ("treffpunkt", "nutzung"), WHY)
    releases = catalogue_after(RENAMED, stays, RESCALED, later=(WITHDRAWN,)).releases
    assert retired(releases) == (Retired("leitbild-alt", "1.1", WHY), Retired("preis", "1.2", WHY))


def test_the_history_stands_in_the_catalogues_json_and_can_be_read_back() -> None:
    catalogue = catalogue_after(RENAMED, MERGED, WITHDRAWN, RESCALED)
    values = json.loads(json.dumps(catalogue_to_json(catalogue)))
    assert catalogue_from_json(values) == catalogue
    assert list(values)[-2:] == ["migrations", "retired"]
    assert values["migrations"][1]["steps"][3] == {
        "kind": "rescaled", "from": ["haushalt"], "to": ["haushalt"], "carry": "open", "rungs": [0, 0, None, 3],
        "reason": WHY,
    }  # fmt: skip
    assert values["retired"][0] == {"id": "leitbild-alt", "since": "1.1", "reason": WHY}


def test_a_catalogue_without_history_has_no_such_entries_and_the_digest_it_always_had() -> None:
    values = catalogue_to_json(small_catalogue())
    assert not {"migrations", "retired"} & values.keys()
    assert seal(catalogue_from_json(values)).digest == small_catalogue().digest


@pytest.mark.parametrize(
    "damage",
    [
        {"kind": "vanished"},
        {"from": []},
        {"to": []},
        {"to": "feste"},
        {"carry": "some"},
        {"rungs": [0, 1, 2]},
        {"rungs": [0, 1, 2, True]},
        {"rungs": [0, 1, 2, 4]},
        {"reason": None},
    ],
)
def test_a_damaged_history_is_refused(damage: dict[str, object]) -> None:
    values = json.loads(json.dumps(catalogue_to_json(catalogue_after(RESCALED))))
    values["migrations"][1]["steps"][0].update(damage)
    with pytest.raises(CatalogueError) as error:
        catalogue_from_json(values)
    assert error.value.code is Damage.ENTRY
