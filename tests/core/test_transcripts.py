"""The transcripts: requests and the responses they must get, here in CPython, elsewhere in Pyodide.

A transcript is {"about", "request", "response"}; a request is an object, or a string that is sent as it stands. Where
HTML is made, "response_kind" stands instead of "response". UPDATE_GOLDEN=1 writes the responses anew.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from core.catalogues import small_catalogue
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json
from selfcheck_core.messages import Fault, NoticeMessage, Request, Response, read_request
from selfcheck_core.notices import RefusalCode
from selfcheck_core.protocol import desk
from selfcheck_core.subjects import Html, SetResult, SheetResult
from selfcheck_site.views.notice_words import GermanWords

FOLDER = Path(__file__).parents[1] / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("[0-9][0-9]-*.json"))


def content(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def handle() -> Callable[[str], str]:
    catalogue = catalogue_from_json(content(FOLDER / "catalogue.json"))
    views = {"result": number_of_fields, "answers": number_of_answers}
    set_views = {"result": number_of_themes, "answers": number_of_questions}
    return desk(catalogue, views, GermanWords(catalogue), set_views)


def number_of_fields(subject: SheetResult) -> Html:
    return Html(f"<p>{len(subject.report.fields)}</p>")


def number_of_answers(subject: SheetResult) -> Html:
    return Html(f"<p>{len(subject.sheet.answers)}</p>")


def number_of_themes(subject: SetResult) -> Html:
    return Html(f"<p>{sum(len(field.themes) for field in subject.report.fields)}</p>")


def number_of_questions(subject: SetResult) -> Html:
    return Html(f"<p>{len(subject.asked.questions)}</p>")


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_replayed(path: Path, handle: Callable[[str], str]) -> None:
    transcript = content(path)
    request = transcript["request"]
    response = json.loads(handle(request if isinstance(request, str) else json.dumps(request)))
    if os.environ.get("UPDATE_GOLDEN") and "response" in transcript:
        path.write_text(json.dumps({**transcript, "response": response}, ensure_ascii=False, indent=2) + "\n", "utf-8")
        transcript = content(path)
    if "response" in transcript:
        assert response == transcript["response"]
    else:
        assert response["kind"] == transcript["response_kind"]


RESPONSES = {get_args(get_type_hints(kind)["kind"])[0]: kind for kind in get_args(Response)}


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_every_response_has_the_entries_of_its_type(path: Path, handle: Callable[[str], str]) -> None:
    request = content(path)["request"]
    response = json.loads(handle(request if isinstance(request, str) else json.dumps(request)))
    kind = RESPONSES[response["kind"]]
    assert kind.__required_keys__ <= response.keys() <= kind.__required_keys__ | kind.__optional_keys__
    assert all(notice.keys() == NoticeMessage.__required_keys__ for notice in response.get("notices", ()))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_every_request_is_of_a_type_or_fails(path: Path, handle: Callable[[str], str]) -> None:
    request = content(path)["request"]
    if isinstance(request, dict) and not isinstance(read_request(request), Fault):
        assert isinstance(read_request(request), Request)
    else:
        response = json.loads(handle(request if isinstance(request, str) else json.dumps(request)))
        assert response["code"] in set(Fault)


def test_the_transcripts_are_about_the_small_catalogue() -> None:
    assert content(FOLDER / "catalogue.json") == catalogue_to_json(small_catalogue())


def test_the_transcripts_cover_every_kind_and_every_failure_but_bugs() -> None:
    transcripts = [content(path) for path in TRANSCRIPTS]
    responses = [transcript["response"] for transcript in transcripts if "response" in transcript]
    assert {response["kind"] for response in responses} == {"report", "sheet", "failure"}
    assert "view" in {transcript.get("response_kind") for transcript in transcripts}
    codes = {response["code"] for response in responses if response["kind"] == "failure"}
    # A file too large for a transcript is too large for a file of the project.
    assert codes == {*RefusalCode, *Fault} - {RefusalCode.TOO_LARGE, Fault.INTERNAL_ERROR}
