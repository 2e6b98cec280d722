"""What became of a sheet of an earlier version, without the words; words are made by the views.

Every remark has a ``code`` and a ``question``: the id of the question it is about, or nothing where this question does
not stand in the catalogue. Reasons and comparisons are sentences of the questionnaire.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What somebody had answered to an earlier question.

    ``rung`` is None where the answer was a ``state`` or nothing. ``said`` is what was typed beside it: who is
    responsible, or why the question does not apply.
    """

    question: str
    rung: int | None
    state: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetCarried:
    """The sheet came from version ``old`` into version ``new``; every old answer counts once."""

    old: str
    new: str
    kept: int
    changed: int
    reopened: int
    lost: int
    comparisons: tuple[str, ...]
    code: ClassVar[str] = "carried-over"
    question: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class RungMoved:
    """The rungs of a question are described anew; ``new`` is None where the new rung cannot be told."""

    question: str
    subject: str
    old: int
    new: int | None
    reason: str

    @property
    def code(self) -> str:
        """Whether the rung became another one or the question is open again."""
        return "rung-unclear" if self.new is None else "rung-changed"


@dataclass(frozen=True, slots=True)
class QuestionSplit:
    """The question ``subject`` became several, the ``targets``; they have its answer where it was ``copied``."""

    question: str
    subject: str
    targets: tuple[str, ...]
    given: GivenAnswer
    copied: bool
    reason: str

    @property
    def code(self) -> str:
        """Whether the parts have the old answer or are open."""
        return "split-copied" if self.copied else "split-open"


@dataclass(frozen=True, slots=True)
class QuestionsMerged:
    """Questions with different answers became one, ``subject``; it has the ``lowest`` rung or is open."""

    question: str
    subject: str
    given: tuple[GivenAnswer, ...]
    lowest: bool
    reason: str

    @property
    def code(self) -> str:
        """Whether the question has the lowest rung or is open."""
        return "merged-lowest" if self.lowest else "merged-open"


@dataclass(frozen=True, slots=True)
class QuestionWithdrawn:
    """The question ``subject`` is gone; ``notes`` and ``evidence`` (title, link) are what stood beside its answer."""

    question: str
    subject: str
    given: GivenAnswer
    notes: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    reason: str
    code: ClassVar[str] = "withdrawn"


Remark = SheetCarried | RungMoved | QuestionSplit | QuestionsMerged | QuestionWithdrawn
