"""What is to be said about a file, without the words: a code with what it is about. Words are made by the views."""

from dataclasses import dataclass
from enum import StrEnum


class SheetPart(StrEnum):
    """A part of a sheet's file, named by the entry that holds it; FILE is the file as a whole."""

    FILE = "file"
    CATALOGUE = "catalogue"
    SCOPE = "scope"
    ABOUT = "sheet"
    MUNICIPALITY = "municipality"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A place in a sheet's file.

    ``question`` is the id of the question where the part is an answer; ``evidence`` counts its pieces of evidence from
    1, and is 0 where the answer itself is meant.
    """

    part: SheetPart
    question: str = ""
    evidence: int = 0


FILE = SheetPlace(SheetPart.FILE)


class NoticeCode(StrEnum):
    """What can be odd in a sheet that is read all the same."""

    OTHER_ENCODING = "other-encoding"
    OTHER_VERSION = "other-version"
    OTHER_DIGEST = "other-digest"
    UNKNOWN_ENTRY = "unknown-entry"
    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_SCOPE = "unknown-scope"
    UNKNOWN_ANSWER = "unknown-answer"
    UNKNOWN_PERSPECTIVE = "unknown-perspective"
    UNKNOWN_MUNICIPALITY_TYPE = "unknown-municipality-type"
    UNKNOWN_DATE = "unknown-date"
    UNKNOWN_DATE_ORIGIN = "unknown-date-origin"
    UNKNOWN_TIME = "unknown-time"
    WRONG_TYPE = "wrong-type"
    REMOVED_CHARACTERS = "removed-characters"
    LONG_TEXT = "long-text"
    TOO_MUCH_EVIDENCE = "too-much-evidence"
    DROPPED_LINK = "dropped-link"
    UNKNOWN_PRESET = "unknown-preset"
    MISSING_REASON = "missing-reason"
    FURTHER_NOTICES = "further-notices"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd in a sheet that was read all the same.

    ``entry`` is the key of the entry it is about; ``text`` what stands there in the file itself, such as an id that
    nobody knows, a version, a date, a link, or how the file is encoded; ``number`` a limit, or how many further
    notices there are.
    """

    code: NoticeCode
    place: SheetPlace = FILE
    entry: str = ""
    text: str = ""
    number: int = 0

    @property
    def question(self) -> str:
        """The id of the question it is about, or nothing."""
        return self.place.question


class RefusalCode(StrEnum):
    """Why a file is not read at all."""

    EMPTY_FILE = "empty-file"
    UNKNOWN_ENCODING = "unknown-encoding"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    DOUBLED_ENTRY = "doubled-entry"
    FOREIGN_FILE = "foreign-file"
    NEWER_FORMAT = "newer-format"
    OTHER_CATALOGUE = "other-catalogue"
    UNKNOWN_SET = "unknown-set"
    OTHER_FORM = "other-form"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read at all.

    Where it is DAMAGED, ``line`` is the line in which reading ended, or ``entry`` the key of what is missing or
    damaged. ``text`` is the key that stands there twice, the id of the other catalogue or of the unknown set, or the
    title of the form that the sheet belongs to.
    """

    code: RefusalCode
    entry: str = ""
    line: int = 0
    text: str = ""
