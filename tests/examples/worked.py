"""The worked examples of the questionnaire's folder, as the tests read them."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.report import Report, report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet_reading import SheetRead, read_sheet
from selfcheck_site.compile import Compiled, compile_questionnaire
from selfcheck_site.folder import read_folder

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(path.parent for path in (ROOT / "questionnaire" / "beispiele").glob("*/bogen.json"))


@cache
def compiled() -> Compiled:
    return compile_questionnaire(read_folder(ROOT / "questionnaire"))


def catalogue() -> Catalogue:
    found = compiled()
    assert found.catalogue is not None, found.findings
    return found.catalogue


def opened(folder: Path) -> SheetRead:
    read = read_sheet((folder / "bogen.json").read_text(encoding="utf-8"), catalogue())
    assert isinstance(read, SheetRead), read
    return read


def scored(folder: Path) -> Report:
    return score(catalogue(), opened(folder).sheet)


def printed(report: Report) -> str:
    """Return the report as `selfcheck score` prints it."""
    return json.dumps(report_to_json(report), ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Calculation:
    """What rechnung.md says: the field, and its tables as rows of cells by the words of their heading."""

    field: str
    tables: dict[str, list[list[str]]]


def calculated(folder: Path) -> Calculation:
    text = (folder / "rechnung.md").read_text(encoding="utf-8")
    (field,) = re.findall(r"^## Handlungsfeld `([a-z-]+)`$", text, re.MULTILINE)
    tables = {}
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        heading, _, *rows = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in block.splitlines()]
        tables[" ".join(heading)] = rows
    return Calculation(field, tables)
