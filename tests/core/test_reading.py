"""Reading a file from outside: what is refused, what is noted, and what is left of a sheet then."""

from dataclasses import replace
from time import process_time

import pytest

from core.catalogues import sheet, sheet_text, sheet_values, small_catalogue
from core.mishaps import NOTED, REFUSED, about, read, reference
from selfcheck_core.catalogue_json import seal
from selfcheck_core.migrations import Release
from selfcheck_core.notices import Notice, NoticeCode, Refusal, RefusalCode, SheetPart, SheetPlace
from selfcheck_core.noting_reader import MAX_NOTICES
from selfcheck_core.sheet import Answer, Evidence, Municipality, Scope, State
from selfcheck_core.sheet_json import sheet_to_json
from selfcheck_core.sheet_reading import MAX_EVIDENCE, MAX_FILE_BYTES, SheetRead, read_sheet, sheet_from_json
from selfcheck_core.strict_json import MAX_PARTS


def sheet_read(text: str | bytes) -> SheetRead:
    result = read(text)
    assert isinstance(result, SheetRead), result
    return result


def answer_to(question: str, text: str | bytes) -> Answer:
    return sheet_read(text).sheet.answer(question)


@pytest.mark.parametrize("mishap", REFUSED)
def test_what_is_no_sheet_is_refused(mishap: str) -> None:
    assert isinstance(read(REFUSED[mishap]), Refusal)


@pytest.mark.parametrize("mishap", NOTED)
def test_what_is_odd_in_a_sheet_is_noted_and_read_all_the_same(mishap: str) -> None:
    assert sheet_read(NOTED[mishap]).notices


def test_every_code_is_provoked_by_some_mishap() -> None:
    refused = {result.code for text in REFUSED.values() if isinstance(result := read(text), Refusal)}
    # Which form a page shows, and which it therefore takes, is known to the desk only.
    assert refused == set(RefusalCode) - {RefusalCode.OTHER_FORM}
    assert {notice.code for text in NOTED.values() for notice in sheet_read(text).notices} == set(NoticeCode)


def test_a_notice_names_place_entry_and_what_stands_there() -> None:
    (notice,) = sheet_read(NOTED["unknown municipality type"]).notices
    assert notice == Notice(
        NoticeCode.UNKNOWN_MUNICIPALITY_TYPE, SheetPlace(SheetPart.MUNICIPALITY), entry="type", text="hansestadt"
    )
    (dropped,) = sheet_read(NOTED["a link that runs"]).notices
    assert dropped == Notice(
        NoticeCode.DROPPED_LINK,
        SheetPlace(SheetPart.ANSWER, "beschluss", evidence=1),
        entry="link",
        text="javascript:alert(1)",
    )


def test_a_refusal_names_the_line_the_entry_or_what_is_there_twice() -> None:
    assert read(REFUSED["cut off in line 3"]) == Refusal(RefusalCode.DAMAGED, line=3)
    assert read(REFUSED["no answers"]) == Refusal(RefusalCode.DAMAGED, entry="answers")
    assert read(REFUSED["doubled answer"]) == Refusal(RefusalCode.DOUBLED_ENTRY, text="beschluss")


def test_a_mended_comma_does_not_make_last_week_s_sheet_foreign() -> None:
    catalogue = small_catalogue()
    first, *others = catalogue.fields
    theme = first.themes[0]
    mended = replace(theme.questions[0], text="Gibt es ein Leitbild, das der Rat beschlossen hat?")
    theme = replace(theme, questions=(mended, *theme.questions[1:]))
    today = seal(replace(catalogue, fields=(replace(first, themes=(theme, *first.themes[1:])), *others)))
    assert today.texts_digest != catalogue.texts_digest
    result = read_sheet(sheet_text(beschluss={"rung": 2}), today)
    assert isinstance(result, SheetRead)
    assert result.notices == ()


def test_a_digest_that_the_history_names_for_this_version_belongs_to_it() -> None:
    releases = (Release("0.9", "Neu.", (), ("sha256:alt",)), Release("1.0", "Gleich.", (), ("sha256:neu",)))
    today = seal(replace(small_catalogue(), releases=releases))
    codes = {
        digest: [notice.code for notice in result.notices]
        for digest in ("sha256:alt", "sha256:neu", today.digest)
        if isinstance(result := read_sheet(reference(digest=digest), today), SheetRead)
    }
    assert codes == {"sha256:alt": ["other-digest"], "sha256:neu": [], today.digest: []}


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
        (
            {"state": "not-responsible", "carrier": "Kreis", "preset": True},
            Answer(State.NOT_RESPONSIBLE, carrier="Kreis", preset=True),
        ),
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
def test_only_web_addresses_stay_as_links_and_what_is_none_is_quoted(link: str) -> None:
    text = sheet_text(beschluss={"rung": 1, "evidence": [{"title": "Satzung", "link": link}]})
    assert answer_to("beschluss", text).evidence == (Evidence("Satzung", ""),)
    (notice,) = sheet_read(text).notices
    assert (notice.code, notice.text) == (NoticeCode.DROPPED_LINK, link)


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
        '"' + '\\"' * (MAX_FILE_BYTES // 2 - 1),
        "[]," * (MAX_FILE_BYTES // 3),
        '{"a":' + '"' * (MAX_FILE_BYTES - 10),
        sheet_text(**{f"frage-{n}": 0 for n in range(50_000)}),
    ],
)
def test_no_file_of_permitted_size_takes_long(text: str) -> None:
    assert len(text) <= MAX_FILE_BYTES
    start = process_time()
    read(text)
    # A tenth of this is usual; reading that grew with the square of the length would take minutes.
    assert process_time() - start < 5


def test_a_file_with_more_brackets_and_commas_than_any_sheet_has_is_not_even_read() -> None:
    parts = "0," * (MAX_PARTS - 2)
    assert read(f"[{parts}0]") == Refusal(RefusalCode.FOREIGN_FILE)
    assert read(f"[0,{parts}0]") == Refusal(RefusalCode.DAMAGED)


def test_an_answer_cannot_be_made_with_a_rung_that_contradicts_its_state() -> None:
    for state, rung in ((State.UNKNOWN, 1), (State.ANSWERED, None)):
        with pytest.raises(ValueError, match="rung"):
            Answer(state, rung)


def test_only_not_responsible_can_be_preset() -> None:
    with pytest.raises(ValueError, match="preset"):
        Answer(State.UNKNOWN, preset=True)


def test_a_preset_that_is_not_true_counts_as_confirmed() -> None:
    for mishap in ("preset is false", "preset is text"):
        assert answer_to("haushalt", NOTED[mishap]) == Answer(State.NOT_RESPONSIBLE, carrier="Landkreis")
