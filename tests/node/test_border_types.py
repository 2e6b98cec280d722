"""The types of what crosses the border, held against the transcripts: TypeScript reads each of them as a literal."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TSC = ROOT / "node_modules" / ".bin" / "tsc"
NODE = ROOT / ".venv" / "bin" / "node"
BORDER = ROOT / "plugins" / "selfcheck_site" / "browser" / "runtime" / "border.mjs"
TRANSCRIPTS = sorted((ROOT / "tests" / "transcripts").glob("[0-9][0-9]-*.json"))
# What the core says to a request that the page's types do not allow.
NOT_OF_THE_PAGE = {"malformed-request", "unknown-request", "unknown-view"}


def transcripts() -> Iterator[tuple[str, Any]]:
    for path in TRANSCRIPTS:
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))


def checked(folder: Path, lines: list[str]) -> str:
    """Return what TypeScript has to say about these lines, nothing where all fit."""
    header = f'import type {{ Request, Response }} from "{BORDER.as_posix()}";'
    (folder / "lines.ts").write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    settings = {"extends": str(ROOT / "tsconfig.json"), "include": ["lines.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [NODE, TSC, "--project", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout


def literal(value: Any, kind: str) -> str:
    return f"void ({json.dumps(value)} satisfies {kind});"


def test_what_the_page_may_send_and_get_is_what_the_transcripts_send_and_get(tmp_path: Path) -> None:
    lines = []
    for name, transcript in transcripts():
        response = transcript.get("response", {})
        if response.get("code") in NOT_OF_THE_PAGE:
            lines.append(f"// @ts-expect-error {name}: the core refuses this request")
        lines.append(literal(transcript["request"], "Request"))
        if response:
            lines.append(literal(response, "Response"))
    assert checked(tmp_path, lines) == ""


FITTING: list[dict[str, Any]] = [
    {"id": 1, "kind": "view", "html": "<p>Gut</p>", "notices": [{"code": "x", "message": "X.", "question": ""}]},
    {"id": 1, "kind": "file", "name": "bogen.csv", "media_type": "text/csv", "content": "QQ==", "notices": []},
    {"id": 1, "kind": "failure", "code": "internal-error", "message": "", "hint": "", "traceback": "…"},
]
UNFITTING: list[dict[str, Any]] = [
    {"id": 1, "kind": "sheet"},
    {"id": 1, "kind": "view", "html": "", "notices": [], "report": {}},
    {"id": 1, "kind": "view", "html": ""},
    {"id": 1, "kind": "eval", "text": ""},
    {"id": 1, "kind": "failure", "code": "damaged", "message": "Die Datei ist beschädigt."},
    {"id": 1, "kind": "file", "name": "vorlage.docx", "content": "", "notices": []},
]


def test_a_response_fits_with_what_belongs_to_its_kind_and_with_nothing_else(tmp_path: Path) -> None:
    fitting = [literal(response, "Response") for response in FITTING]
    unfitting = [f"// @ts-expect-error\n{literal(response, 'Response')}" for response in UNFITTING]
    assert checked(tmp_path, [*fitting, *unfitting]) == ""


def test_a_response_that_does_not_fit_is_found(tmp_path: Path) -> None:
    assert "error TS" in checked(tmp_path, [literal(UNFITTING[0], "Response")])
