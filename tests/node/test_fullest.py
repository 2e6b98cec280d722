"""One set of limits: the fullest sheet that the form can make is one that the reader takes without a word."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from examples.worked import catalogue
from selfcheck_core.sheet_reading import MAX_EVIDENCE, MAX_FILE_BYTES, SheetRead, read_sheet_file
from selfcheck_site.views.questionnaire import questionnaire

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
MODEL = ROOT / "plugins" / "selfcheck_site" / "browser" / "sheet" / "model.mjs"
ASSETS = dict.fromkeys(
    ("arrival", "main", "main-integrity", "worker", "pyodide", "bundle", "bytes-wasm", "bytes-bundle", "sums"), "x"
)


def limits_on_the_form() -> tuple[int, int, int]:
    """Return the most letters in a line and in a note, and the most rows of evidence, as the form has them."""
    form = questionnaire(catalogue(), ASSETS)
    (text,) = {int(each) for each in re.findall(r'<input type="text"[^>]* maxlength="(\d+)"', form)}
    (note,) = {int(each) for each in re.findall(r'<textarea[^>]* maxlength="(\d+)"', form)}
    (rows,) = {int(each) for each in re.findall(r'data-evidence-list data-max="(\d+)"', form)}
    return text, note, rows


# Three bytes in the file: no letter that takes one place on the form takes more; the quotation mark takes two.
@pytest.mark.parametrize("letter", ["€", "字", '"', "ä", "e"])
def test_the_fullest_sheet_that_the_form_can_make_is_read_without_a_notice(letter: str, tmp_path: Path) -> None:
    text, note, rows = limits_on_the_form()
    assert rows == MAX_EVIDENCE
    known = catalogue()
    asked = {
        "catalogue": {"id": known.id, "version": known.version, "digest": known.digest},
        "forms": ["full"],
        "fields": [field.id for field in known.fields],
        "questions": [
            {"id": question.id, "field": field.id, "inShortForm": False, "carriers": {}}
            for field in known.fields
            for question in field.questions
        ],
    }
    description = {"questionnaire": asked, "text": text, "note": note, "rows": rows, "letter": letter}
    (tmp_path / "description.json").write_text(json.dumps(description), encoding="utf-8")
    command = [NODE, Path(__file__).parent / "fullest.mjs", MODEL, tmp_path / "description.json"]
    file = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    assert 1024 * 1024 < len(file) <= MAX_FILE_BYTES
    read = read_sheet_file(file, known)
    assert isinstance(read, SheetRead), read
    assert read.notices == ()
    assert {len(answer.evidence) for answer in read.sheet.answers.values()} == {rows}
    assert len(read.sheet.answers) == len(known.questions())
