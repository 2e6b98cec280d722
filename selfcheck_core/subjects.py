"""What a view is about, and what it makes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.report import Report
from selfcheck_core.scoring import score
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


# One kind so far; a comparison of several sheets or a plan becomes another kind beside it.
Subject = SheetResult


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


View = Callable[[Subject], Html | File]
"""Makes something to show or to save of a subject."""
