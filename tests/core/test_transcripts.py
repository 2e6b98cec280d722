"""The transcripts: requests and the responses they must get, here in CPython, elsewhere in Pyodide.

A transcript is {"about", "request", "response"}; a request is an object, or a string that is sent as it stands. Where
HTML is made, "response_kind" stands instead of "response".
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.catalogues import small_catalogue
from selfcheck_core.catalogue import catalogue_from_json, catalogue_to_json
from selfcheck_core.protocol import desk
from selfcheck_core.wording import FAILURES

FOLDER = Path(__file__).parents[1] / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("[0-9][0-9]-*.json"))


def content(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def handle() -> Callable[[str], str]:
    catalogue = catalogue_from_json(content(FOLDER / "catalogue.json"))
    return desk(catalogue, {"result": lambda _catalogue, _sheet, report: f"<p>{len(report.fields)}</p>"})


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_replayed(path: Path, handle: Callable[[str], str]) -> None:
    transcript = content(path)
    request = transcript["request"]
    response = json.loads(handle(request if isinstance(request, str) else json.dumps(request)))
    if "response" in transcript:
        assert response == transcript["response"]
    else:
        assert response["kind"] == transcript["response_kind"]


def test_the_transcripts_are_about_the_small_catalogue() -> None:
    assert content(FOLDER / "catalogue.json") == catalogue_to_json(small_catalogue())


def test_the_transcripts_cover_every_kind_and_every_failure_but_bugs() -> None:
    transcripts = [content(path) for path in TRANSCRIPTS]
    responses = [transcript["response"] for transcript in transcripts if "response" in transcript]
    assert {response["kind"] for response in responses} == {"report", "sheet", "failure"}
    assert "view" in {transcript.get("response_kind") for transcript in transcripts}
    codes = {response["code"] for response in responses if response["kind"] == "failure"}
    refusals = {"empty-file", "damaged", "doubled-entry", "foreign-file", "newer-format", "other-catalogue"}
    assert codes == refusals | set(FAILURES) - {"internal-error"}
