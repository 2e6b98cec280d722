"""The shipped zip answers as CPython does; what it lacks shows here and not at a visitor's."""

import json
from pathlib import Path
from typing import Any

import pytest

from pyodide.replaying import replay, spoiled
from selfcheck_site.views.service import start

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").glob("[0-9]*.json"))


def transcript(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def request(path: Path) -> str:
    wanted = transcript(path)["request"]
    return wanted if isinstance(wanted, str) else json.dumps(wanted)


VIEW = next(request(path) for path in TRANSCRIPTS if transcript(path).get("response_kind") == "view")


@pytest.fixture(scope="module")
def in_cpython(catalogue_text: str) -> dict[Path, str]:
    handle = start(catalogue_text)
    return {path: handle(request(path)) for path in TRANSCRIPTS}


@pytest.fixture(scope="module")
def in_pyodide(archive: Path) -> dict[Path, str]:
    return dict(zip(TRANSCRIPTS, replay(archive, [request(path) for path in TRANSCRIPTS]), strict=True))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_pyodide_answers_a_transcript_to_the_letter_as_cpython_does(
    path: Path, in_cpython: dict[Path, str], in_pyodide: dict[Path, str]
) -> None:
    assert in_pyodide[path] == in_cpython[path]
    expected = transcript(path)
    kind = expected["response"]["kind"] if "response" in expected else expected["response_kind"]
    assert json.loads(in_pyodide[path])["kind"] == kind


def test_pyodide_survives_hostile_text_as_cpython_does(archive: Path, catalogue_text: str) -> None:
    hostile = [
        "[" * 100_000,
        "9" * 5_000,
        '{"a": NaN}',
        '{"a": 1, "a": 2}',
        '{"__proto__": {"x": 1}}',
        " " * 5_000_000,
        "\0",
    ]
    files = [json.dumps({"id": 1, "kind": "open", "text": text}) for text in hostile]
    requests = [*hostile, *files, VIEW]
    handle = start(catalogue_text)
    assert replay(archive, requests) == [handle(text) for text in requests]


def test_a_bug_in_a_template_is_answered_with_its_traceback(archive: Path, tmp_path: Path) -> None:
    broken = {"selfcheck_site/views/templates/result.html": b"{{ 1 // 0 }}"}
    (response,) = map(json.loads, replay(spoiled(archive, tmp_path / "broken.zip", broken), [VIEW]))
    assert response["code"] == "internal-error"
    assert response["traceback"].strip().endswith("ZeroDivisionError: division by zero")


@pytest.mark.parametrize("module", ["urllib/parse", "jinja2/filters", "selfcheck_site/views/result"])
def test_a_module_that_is_imported_late_and_not_shipped_is_noticed(module: str, archive: Path, tmp_path: Path) -> None:
    lacking = spoiled(archive, tmp_path / "lacking.zip", {f"{module}.pyc": None})
    (response,) = map(json.loads, replay(lacking, [VIEW]))
    assert "ModuleNotFoundError" in response["traceback"]
