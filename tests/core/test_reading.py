"""Reading a file from outside: every mishap provoked on purpose, with the exact words it leads to.

The words stand in golden/messages.txt, one section a mishap.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

import pytest

from core.catalogues import sheet, sheet_text, sheet_values, small_catalogue
from selfcheck_core.answers import (
    MAX_EVIDENCE,
    MAX_FILE_LENGTH,
    Answer,
    Evidence,
    Municipality,
    Refusal,
    Scope,
    SheetRead,
    State,
    read_sheet,
    sheet_from_json,
    sheet_to_json,
)
from selfcheck_core.notices import MAX_NOTICES
from selfcheck_core.wording import NOTICES, REFUSALS

GOLDEN = Path(__file__).parent / "golden" / "messages.txt"


def changed(**entries: object) -> str:
    return json.dumps({**sheet_values(), **entries})


def about(**entries: object) -> str:
    return changed(sheet={**about_values(), **entries})


def about_values() -> dict[str, object]:
    values = sheet_values()["sheet"]
    assert isinstance(values, dict)
    return values


def reference(**entries: object) -> str:
    values = sheet_values()["catalogue"]
    assert isinstance(values, dict)
    return changed(catalogue={**values, **entries})


def in_place_of_rung(number: str) -> str:
    """Return a sheet's text with this text where a rung stands."""
    return sheet_text(beschluss={"rung": 0}).replace('"rung": 0', f'"rung": {number}')


REFUSED: Mapping[str, str] = {
    "empty": "  \n",
    "too large": " " * (MAX_FILE_LENGTH + 1),
    "no JSON": "Sehr geehrte Damen und Herren,\n",
    "cut off in line 3": '{\n"format": "weltoffene-kommune/sheet",\n"answers": {',
    "half a string": '{"format": "weltoffene-kommune/she',
    "100,000 brackets": "[" * 100_000,
    "100,000 objects": '{"a":' * 100_000,
    "not a number": in_place_of_rung("NaN"),
    "infinity": in_place_of_rung("-Infinity"),
    "too great a number": in_place_of_rung("1e999"),
    "a number of 5,000 digits": in_place_of_rung("9" * 5000),
    "a fraction of 5,000 digits": in_place_of_rung("0." + "9" * 5000),
    "doubled answer": sheet_text(beschluss={"rung": 0}).replace(
        '"beschluss": {"rung": 0}', '"beschluss": {"rung": 0}, "beschluss": {"rung": 3}'
    ),
    "a list": "[]",
    "another file": '{"name": "paket", "version": "1.0"}',
    "the catalogue": '{"format": "weltoffene-kommune/catalogue"}',
    "newer format": changed(format_version=2),
    "format version is text": changed(format_version="1"),
    "format version is true": changed(format_version=True),
    "format version 0": changed(format_version=0),
    "no answers": changed(answers=None),
    "answers in a list": changed(answers=[]),
    "no catalogue": changed(catalogue="probe"),
    "another catalogue": reference(id="klimacheck"),
    "a catalogue with a wrong id": reference(id={"a": [1]}),
}

NOTED: Mapping[str, str] = {
    "older catalogue": reference(version="0.9", digest="sha256:alt"),
    "changed catalogue": reference(digest="sha256:alt"),
    "unknown entry": changed(bewertung="gut"),
    "unknown entries inside": changed(
        scope={"form": "full", "fields": None, "tiefe": 1},
        sheet={**about_values(), "telefon": "1", "municipality": {"name": "M", "type": "", "land": "X"}},
    ),
    "no scope": changed(scope={}),
    "scope is text": changed(scope="kurz"),
    "unknown field in scope": changed(scope={"form": "short", "fields": ["begegnung", "verkehr", 7]}),
    "only unknown fields in scope": changed(scope={"form": "short", "fields": ["verkehr"]}),
    "fields of scope are text": changed(scope={"form": "short", "fields": "begegnung"}),
    "sheet is a list": changed(sheet=[]),
    "unknown perspective": about(perspective="presse"),
    "perspective is a number": about(perspective=1),
    "unknown municipality type": about(municipality={"name": "Musterstadt", "type": "hansestadt"}),
    "no date": about(date="gestern"),
    "a day that is none": about(date="2026-02-29"),
    "unknown question": sheet_text(verkehr={"rung": 1}, __proto__={"rung": 3}),
    "rung above 3": sheet_text(beschluss={"rung": 4}),
    "rung below 0": sheet_text(beschluss={"rung": -1}),
    "rung is true": sheet_text(beschluss={"rung": True}),
    "rung is 1.0": sheet_text(beschluss={"rung": 1.0}),
    "rung is text": sheet_text(beschluss={"rung": "1"}),
    "rung is null": sheet_text(beschluss={"rung": None}),
    "unknown state": sheet_text(beschluss={"state": "vielleicht"}),
    "state is a list": sheet_text(beschluss={"state": ["unknown"]}),
    "rung and state": sheet_text(beschluss={"rung": 1, "state": "unknown"}),
    "answer is a number": sheet_text(beschluss=2),
    "carrier of an answered question": sheet_text(beschluss={"rung": 1, "carrier": "Landkreis"}),
    "no reason": sheet_text(beschluss={"state": "not-applicable", "reason": " "}),
    "note is a number": sheet_text(beschluss={"rung": 1, "note": 5}),
    "note with control characters": sheet_text(beschluss={"rung": 1, "note": "gut\u202e\u0000\ud800 so"}),
    "long note": sheet_text(beschluss={"rung": 1, "note": "a" * 4001}),
    "long office": about(office="a" * 501),
    "evidence is text": sheet_text(beschluss={"rung": 1, "evidence": "Beschluss 12"}),
    "evidence in a wrong form": sheet_text(beschluss={"rung": 1, "evidence": ["Beschluss 12"]}),
    "unknown entry in evidence": sheet_text(beschluss={"rung": 1, "evidence": [{"title": "B", "link": "", "x": 1}]}),
    "too much evidence": sheet_text(beschluss={"rung": 1, "evidence": [{"title": str(n)} for n in range(30)]}),
    "a link that runs": sheet_text(
        beschluss={"rung": 1, "evidence": [{"title": "Beschluss", "link": "javascript:alert(1)"}]}
    ),
    "braces in a name": changed(**{"{place.__class__}": 1}),
    "a name as long as a book": changed(**{"x" * 5000: 1}),
    "more odd things than anyone reads": sheet_text(**{f"frage-{n}": 1 for n in range(MAX_NOTICES + 5)}),
}


def read(text: str) -> SheetRead | Refusal:
    return read_sheet(text, small_catalogue())


def sheet_read(text: str) -> SheetRead:
    result = read(text)
    assert isinstance(result, SheetRead), result
    return result


def answer_to(question: str, text: str) -> Answer:
    return sheet_read(text).sheet.answer(question)


def words(result: SheetRead | Refusal) -> list[str]:
    """Return what the user gets to read, one line each; of many notices the first and the last."""
    if isinstance(result, Refusal):
        return [f"{result.code}: {result.message}", f"→ {result.hint}"]
    lines = [f"{notice.code} [{notice.question}]: {notice.message}" for notice in result.notices]
    return lines if len(lines) < 10 else [lines[0], "…", lines[-1]]


def golden() -> dict[str, list[str]]:
    sections = GOLDEN.read_text(encoding="utf-8").removeprefix("## ").split("\n## ")
    return {lines[0]: lines[1:] for lines in (section.strip().splitlines() for section in sections)}


@pytest.mark.parametrize("mishap", REFUSED)
def test_what_is_no_sheet_is_refused_in_these_words(mishap: str) -> None:
    result = read(REFUSED[mishap])
    assert isinstance(result, Refusal)
    assert words(result) == golden()[mishap]


@pytest.mark.parametrize("mishap", NOTED)
def test_what_is_odd_in_a_sheet_is_noted_in_these_words(mishap: str) -> None:
    result = read(NOTED[mishap])
    assert isinstance(result, SheetRead)
    assert words(result) == golden()[mishap]


def test_every_wording_is_provoked_by_some_mishap() -> None:
    assert set(golden()) == {*REFUSED, *NOTED}
    refusals = [result for result in map(read, REFUSED.values()) if isinstance(result, Refusal)]
    notices = {notice.code for text in NOTED.values() for notice in sheet_read(text).notices}
    assert notices == set(NOTICES)
    assert {refusal.code for refusal in refusals} | {"damaged-line", "damaged-entry"} == set(REFUSALS)


@pytest.mark.parametrize("mishap", ["rung above 3", "rung is true", "rung is 1.0", "unknown state", "rung and state"])
def test_an_unreadable_answer_leaves_the_question_open(mishap: str) -> None:
    assert answer_to("beschluss", NOTED[mishap]).state is State.OPEN


def test_an_unreadable_answer_keeps_its_note() -> None:
    answer = answer_to("beschluss", sheet_text(beschluss={"rung": 9, "note": "Siehe Protokoll."}))
    assert answer == Answer(State.OPEN, note="Siehe Protokoll.")


def test_an_open_question_can_carry_a_note_and_evidence() -> None:
    values = {"note": "Frau Muster fragen.", "evidence": [{"title": "Protokoll", "link": ""}]}
    result = sheet_read(sheet_text(beschluss=values))
    assert result.notices == ()
    assert result.sheet.answer("beschluss") == Answer(
        State.OPEN, note="Frau Muster fragen.", evidence=(Evidence("Protokoll", ""),)
    )
    assert sheet_to_json(result.sheet)["answers"] == {"beschluss": values}


def test_an_answer_without_content_is_no_answer() -> None:
    result = sheet_read(sheet_text(beschluss={}, haushalt={"note": "", "evidence": [{"title": "", "link": ""}]}))
    assert result == SheetRead(sheet({}), ())


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"rung": 0}, Answer(State.ANSWERED, 0)),
        ({"rung": 3, "note": "ja"}, Answer(State.ANSWERED, 3, note="ja")),
        ({"state": "unknown"}, Answer(State.UNKNOWN)),
        ({"state": "not-responsible", "carrier": "Land"}, Answer(State.NOT_RESPONSIBLE, carrier="Land")),
        ({"state": "not-responsible", "carrier": ""}, Answer(State.NOT_RESPONSIBLE)),
        ({"state": "not-applicable", "reason": "Insel"}, Answer(State.NOT_APPLICABLE, reason="Insel")),
        (
            {"rung": 1, "evidence": [{"title": "Satzung", "link": "HTTPS://example.org/satzung"}]},
            Answer(State.ANSWERED, 1, evidence=(Evidence("Satzung", "HTTPS://example.org/satzung"),)),
        ),
    ],
)
def test_each_kind_of_answer_is_read_without_a_notice(values: object, answer: Answer) -> None:
    result = sheet_read(sheet_text(beschluss=values))
    assert result.notices == ()
    assert result.sheet.answer("beschluss") == answer


def test_markup_and_odd_names_stay_plain_text() -> None:
    note = "<script>alert(1)</script> {place} __proto__"
    text = sheet_text(beschluss={"rung": 1, "note": note}, constructor={"rung": 1})
    result = sheet_read(text)
    assert result.sheet.answer("beschluss").note == note
    assert list(result.sheet.answers) == ["beschluss"]


def test_invisible_characters_go_and_what_people_write_with_stays() -> None:
    written = "Zeile 1\r\nZeile 2\tÄß é 👩‍💻 \u0645\u06cc\u200c\u062e"
    note = answer_to("beschluss", sheet_text(beschluss={"note": written + "\u2066\u0007"})).note
    assert note == written.replace("\r\n", "\n")


def test_a_long_note_is_kept_whole() -> None:
    assert len(answer_to("beschluss", NOTED["long note"]).note) == 4001


def test_evidence_beyond_the_limit_is_left_out() -> None:
    assert len(answer_to("beschluss", NOTED["too much evidence"]).evidence) == MAX_EVIDENCE


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//example.org", "example.org", "ftp://a.b", "https://a b", "x"]
)
def test_only_web_addresses_stay_as_links(link: str) -> None:
    text = sheet_text(beschluss={"rung": 1, "evidence": [{"title": "Satzung", "link": link}]})
    assert answer_to("beschluss", text).evidence == (Evidence("Satzung", ""),)


def test_brackets_inside_texts_do_not_count_as_depth() -> None:
    note = '[{"' * 1000 + "\\"
    assert answer_to("beschluss", sheet_text(beschluss={"rung": 1, "note": note})).note == note


def test_a_byte_order_mark_does_no_harm() -> None:
    assert sheet_read("\ufeff" + sheet_text(beschluss={"rung": 2})).sheet.answers == {
        "beschluss": Answer(State.ANSWERED, 2)
    }


def test_unknown_perspective_type_and_date_are_left_empty() -> None:
    municipality = {"name": "Musterstadt", "type": "hansestadt"}
    found = sheet_read(about(perspective="presse", date="31.05.2026", municipality=municipality)).sheet
    assert (found.perspective, found.date) == ("", "")
    assert found.municipality == Municipality("Musterstadt", "")


def test_what_is_unknown_in_the_scope_is_left_out() -> None:
    assert sheet_read(NOTED["unknown field in scope"]).sheet.scope == Scope("short", ("begegnung",))
    assert sheet_read(NOTED["only unknown fields in scope"]).sheet.scope == Scope("short", None)
    assert sheet_read(NOTED["no scope"]).sheet.scope == Scope("full", None)


def test_entries_that_are_missing_altogether_are_empty() -> None:
    values = {key: value for key, value in sheet_values().items() if key != "sheet"}
    result = sheet_from_json(values, small_catalogue())
    assert isinstance(result, SheetRead)
    assert (result.sheet.office, result.sheet.municipality) == ("", Municipality("", ""))
    assert result.notices == ()


def test_the_notices_about_one_file_are_limited_and_the_rest_is_counted() -> None:
    notices = sheet_read(NOTED["more odd things than anyone reads"]).notices
    assert len(notices) == MAX_NOTICES + 1
    assert notices[-1].code == "further-notices"


@pytest.mark.parametrize(
    "text",
    [
        '"' + '\\"' * (MAX_FILE_LENGTH // 2 - 1),
        "[]," * (MAX_FILE_LENGTH // 3),
        '{"a":' + '"' * (MAX_FILE_LENGTH - 10),
        sheet_text(**{f"frage-{n}": 0 for n in range(50_000)}),
    ],
)
def test_no_file_of_permitted_size_takes_long(text: str) -> None:
    assert len(text) <= MAX_FILE_LENGTH
    start = perf_counter()
    read(text)
    # A tenth of this is usual; reading that grew with the square of the length would take minutes.
    assert perf_counter() - start < 5


def test_an_answer_cannot_be_made_with_a_rung_that_contradicts_its_state() -> None:
    for state, rung in ((State.UNKNOWN, 1), (State.ANSWERED, None)):
        with pytest.raises(ValueError, match="rung"):
            Answer(state, rung)
