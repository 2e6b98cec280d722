"""What a view is about, and what it makes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.question_sets import QuestionSet
from selfcheck_core.report import Report
from selfcheck_core.scoring import score
from selfcheck_core.set_report import SetReport, set_report
from selfcheck_core.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SheetResult:
    """The result of one sheet, with all that it was made of."""

    catalogue: Catalogue
    sheet: Sheet
    report: Report

    @classmethod
    def of(cls, catalogue: Catalogue, sheet: Sheet) -> "SheetResult":
        """Score the sheet."""
        return cls(catalogue, sheet, score(catalogue, sheet))


@dataclass(frozen=True, slots=True)
class SetResult:
    """What one sheet of a question set says, with all that it was made of: a view, and no level."""

    catalogue: Catalogue
    asked: QuestionSet
    sheet: Sheet
    report: SetReport

    @classmethod
    def of(cls, catalogue: Catalogue, sheet: Sheet) -> "SetResult":
        """Sum the sheet up. Raises ValueError for a sheet of the main form, or of a set that is not here."""
        report = set_report(catalogue, sheet)
        asked = catalogue.question_set(sheet.scope.set_id)
        assert asked is not None  # noqa: S101 - else there is no report
        return cls(catalogue, asked, sheet, report)


@dataclass(frozen=True, slots=True)
class Html:
    """A view that is shown: a fragment of HTML."""

    text: str


@dataclass(frozen=True, slots=True)
class File:
    """A view that is saved: the bytes of a file, with the name it is offered under."""

    name: str
    media_type: str
    content: bytes


View = Callable[[SheetResult], Html | File]
"""Makes something to show or to save of a sheet of the main form."""

SetView = Callable[[SetResult], Html | File]
"""Makes the same of a sheet of a question set."""
