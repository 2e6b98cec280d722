"""The day of the issue, as answers: what the town knows, what it does not, and what the core makes of it."""

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.report import Report, report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Sheet
from selfcheck_core.sheet_reading import SheetRead, read_sheet


def sheet_of(text: str, catalogue: Catalogue) -> Sheet:
    """Return the sheet in a saved file, which has to be without fault."""
    read = read_sheet(text, catalogue)
    assert isinstance(read, SheetRead), read
    assert read.notices == ()
    return read.sheet


def report_of(text: str, catalogue: Catalogue) -> Report:
    """Return what the core makes of a saved file."""
    return score(catalogue, sheet_of(text, catalogue))


def rows_of(report: Report) -> list[dict[str, str]]:
    """Return what the rows of the result's table have to say, in the words of their data attributes."""
    fields = report_to_json(report)["fields"]
    assert isinstance(fields, list)
    names = {"field": "id", "levelLow": "level_low", "levelHigh": "level_high", "confidence": "confidence"}
    names |= {name: name for name in ("coverage", "low", "high", "point")}
    return [{name: field[key] or "" for name, key in names.items()} for field in fields]


def still_open(kurzform: Catalogue, fewer: int = 0) -> str:
    """Return what the page says when so many of the questions are not open any more."""
    everything = len(kurzform.questions())
    return f"Noch offen: {everything - fewer} von {everything} Fragen"


def dealt_with(kurzform: Catalogue, number: int) -> str:
    """Return what the page says when so many of the questions are dealt with."""
    return f"{number} von {len(kurzform.questions())} Fragen bearbeitet"
