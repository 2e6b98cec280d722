"""What a file holds that was read without a notice is there again when it is written."""

import json
from pathlib import Path

import pytest

from core.catalogues import small_catalogue
from selfcheck_core.sheet import Scope
from selfcheck_core.sheet_json import sheet_to_json
from selfcheck_core.sheet_reading import SheetRead, read_sheet

FILES = sorted((Path(__file__).parent / "files").glob("*.json"))


def opened(path: Path) -> SheetRead:
    result = read_sheet(path.read_text(encoding="utf-8"), small_catalogue())
    assert isinstance(result, SheetRead), result
    return result


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sheet_read_and_written_again_is_the_same(path: Path) -> None:
    assert opened(path).notices == ()
    assert sheet_to_json(opened(path).sheet) == json.loads(path.read_text(encoding="utf-8"))


def test_a_sheet_of_one_field_stays_one_of_one_field() -> None:
    (path,) = [path for path in FILES if path.stem == "bogen-ein-feld"]
    assert opened(path).sheet.scope == Scope("full", ("begegnung",))
