"""The border: one response a request, whatever comes in."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogues import rung, sheet, sheet_text, sheet_values, small_catalogue
from selfcheck_core.messages import Fault
from selfcheck_core.notices import Notice, Refusal
from selfcheck_core.protocol import MAX_REQUEST_BYTES, Advice, desk
from selfcheck_core.remarks import Remark
from selfcheck_core.report import report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet_reading import MAX_FILE_BYTES
from selfcheck_core.subjects import File, Html, SheetResult


class Codes:
    """Words for those who read codes."""

    def notice(self, notice: Notice | Remark) -> str:
        return f"({notice.code})"

    def advice(self, problem: Refusal | Fault) -> Advice:
        return Advice(f"({problem.code if isinstance(problem, Refusal) else problem})", "Noch einmal.")


def fields_view(subject: SheetResult) -> Html:
    ids = ", ".join(field.id for field in subject.report.fields)
    return Html(f"<p>{subject.sheet.office}: {ids}</p>")


def saved_view(subject: SheetResult) -> File:
    return File("ergebnis.csv", "text/csv", f"Stelle;{subject.sheet.office}\r\n".encode("utf-16"))


def broken_view(_subject: SheetResult) -> Html:
    raise RuntimeError("Vorlage fehlt")


def handle() -> Callable[[str], str]:
    return desk(small_catalogue(), {"result": fields_view, "saved": saved_view, "broken": broken_view}, Codes())


def ask(request: object) -> Any:
    return json.loads(handle()(json.dumps(request)))


def test_a_score_request_gets_the_report_and_the_notices() -> None:
    response = ask({"id": 7, "kind": "score", "sheet": sheet_values(beschluss={"rung": 3}, nutzung={"rung": 4})})
    expected = report_to_json(score(small_catalogue(), sheet({"beschluss": rung(3)})))
    notices = [{"code": "unknown-answer", "message": "(unknown-answer)", "question": "nutzung"}]
    assert response == {"id": 7, "kind": "report", "report": expected, "notices": notices}


def test_a_view_request_gets_the_html_and_the_notices_and_no_report() -> None:
    values = sheet_values(nutzung={"rung": 4})
    response = ask({"id": 8, "kind": "view", "view": "result", "sheet": values})
    assert response == {
        "id": 8,
        "kind": "view",
        "html": "<p>Hauptamt: steuerung, begegnung</p>",
        "notices": [{"code": "unknown-answer", "message": "(unknown-answer)", "question": "nutzung"}],
    }


def test_bad_evidence_is_noted_with_a_view_as_it_is_when_a_sheet_is_opened() -> None:
    values = sheet_values(beschluss={"rung": 1, "evidence": [{"title": "Satzung", "link": "x"}] * 25})
    opened = ask({"id": 1, "kind": "open", "text": json.dumps(values)})
    viewed = ask({"id": 1, "kind": "view", "view": "result", "sheet": values})
    assert len(opened["notices"]) == 21
    assert viewed["notices"] == opened["notices"]


def test_a_view_that_makes_a_file_gets_its_bytes_across_the_border() -> None:
    response = ask({"id": 8, "kind": "view", "view": "saved", "sheet": sheet_values()})
    content = base64.b64decode(response.pop("content"))
    assert content.decode("utf-16") == "Stelle;Hauptamt\r\n"
    assert response == {"id": 8, "kind": "file", "name": "ergebnis.csv", "media_type": "text/csv", "notices": []}


def test_an_open_request_gets_the_sheet_and_its_notices() -> None:
    response = ask({"id": 9, "kind": "open", "text": sheet_text(beschluss={"rung": 3}, nutzung={"rung": 4})})
    assert (response["id"], response["kind"]) == (9, "sheet")
    assert response["sheet"] == sheet_values(beschluss={"rung": 3})
    assert [(notice["code"], notice["question"]) for notice in response["notices"]] == [("unknown-answer", "nutzung")]


@pytest.mark.parametrize(
    ("request_values", "code"),
    [
        ({"id": 1}, "unknown-request"),
        ({"id": 1, "kind": "eval", "text": "1+1"}, "unknown-request"),
        ({"id": 1, "kind": ["score"]}, "unknown-request"),
        ({"id": 1, "kind": "score"}, "malformed-request"),
        ({"id": 1, "kind": "score", "sheet": "{}"}, "malformed-request"),
        ({"id": 1, "kind": "score", "sheet": {}}, "foreign-file"),
        ({"id": 1, "kind": "view", "sheet": {}}, "unknown-view"),
        ({"id": 1, "kind": "view", "view": "__class__", "sheet": {}}, "unknown-view"),
        ({"id": 1, "kind": "view", "view": "result", "sheet": {}}, "foreign-file"),
        ({"id": 1, "kind": "open"}, "malformed-request"),
        ({"id": 1, "kind": "open", "text": {}}, "malformed-request"),
        ({"id": 1, "kind": "open", "text": "[" * 100_000}, "damaged"),
        ({"id": 1, "kind": "open", "text": ""}, "empty-file"),
    ],
)
def test_what_cannot_be_done_is_a_failure_with_a_hint(request_values: object, code: str) -> None:
    response = ask(request_values)
    assert (response["id"], response["kind"], response["code"]) == (1, "failure", code)
    assert response["message"]
    assert response["hint"]
    assert "traceback" not in response


@pytest.mark.parametrize(
    "text",
    [
        "",
        "guten Tag",
        "null",
        "[]",
        "{}",
        '{"id": 1, "id": 2, "kind": "score"}',
        '{"id": null, "kind": "score"}',
        '{"id": true, "kind": "score"}',
        '{"id": 1.5, "kind": "score"}',
        '{"id": "1", "kind": "score"}',
        '{"id": NaN, "kind": "score"}',
        "[" * 100_000,
    ],
)
def test_a_request_that_cannot_be_read_is_a_failure_without_an_id(text: str) -> None:
    response = json.loads(handle()(text))
    assert (response["id"], response["kind"], response["code"]) == (None, "failure", "malformed-request")


def test_a_request_beyond_all_measure_is_called_too_large() -> None:
    response = json.loads(handle()(" " * (MAX_REQUEST_BYTES + 1)))
    assert (response["id"], response["code"]) == (None, "too-large")


def test_a_file_that_is_too_large_still_gets_an_answer_with_its_id() -> None:
    response = ask({"id": 3, "kind": "open", "text": " " * (MAX_FILE_BYTES + 1)})
    assert (response["id"], response["code"]) == (3, "too-large")


def test_a_bug_is_a_failure_with_its_traceback() -> None:
    response = ask({"id": 4, "kind": "view", "view": "broken", "sheet": sheet_values()})
    assert (response["id"], response["kind"], response["code"]) == (4, "failure", "internal-error")
    assert "RuntimeError: Vorlage fehlt" in response["traceback"]
    assert "Traceback" not in response["message"]


def test_half_characters_in_a_request_do_no_harm() -> None:
    text = '{"id": 5, "kind": "\\ud800", "sheet": {"\\udfff": "\\ud800"}}'
    assert json.loads(handle()(text))["code"] == "unknown-request"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)


@given(st.text() | json_values.map(json.dumps))
def test_any_text_gets_exactly_one_failure(text: str) -> None:
    assert json.loads(handle()(text))["kind"] == "failure"


@given(
    st.dictionaries(
        st.sampled_from(["format", "format_version", "catalogue", "scope", "sheet", "answers"]), json_values
    )
)
def test_any_value_inside_a_sheet_gets_a_response_and_never_a_traceback(entries: dict[str, object]) -> None:
    text = json.dumps({"id": 1, "kind": "open", "text": json.dumps({**sheet_values(), **entries})})
    response = json.loads(handle()(text))
    assert response["kind"] in {"sheet", "failure"}
    assert "traceback" not in response


@given(
    st.dictionaries(st.sampled_from(["rung", "state", "note", "reason", "carrier", "preset", "evidence"]), json_values)
)
def test_any_value_inside_an_answer_gets_a_report(answer: dict[str, object]) -> None:
    values = json.loads(json.dumps(sheet_values(beschluss=answer)).replace("NaN", "0").replace("Infinity", "0"))
    assert ask({"id": 1, "kind": "score", "sheet": values})["kind"] == "report"


@pytest.mark.parametrize("content", ["ä", "QQ", "Q=Q=", "e30=\n", "{}", 5, None, ["e30="]])
def test_what_is_no_base64_is_no_file(content: object) -> None:
    response = ask({"id": 4, "kind": "open", "content": content})
    assert (response["id"], response["code"]) == (4, "malformed-request")


def test_a_file_may_come_as_bytes_or_as_text_and_not_as_both() -> None:
    content = base64.b64encode(sheet_text().encode()).decode()
    assert ask({"id": 5, "kind": "open", "content": content}) == ask({"id": 5, "kind": "open", "text": sheet_text()})
    both = {"id": 5, "kind": "open", "content": content, "text": sheet_text()}
    assert ask(both)["code"] == "malformed-request"
