"""The kinds of value that a key may have, as the tables of questionnaire and texts name them.

A table is a `Record` of keys; everything that reads, checks or explains a file goes by such tables, and their meanings
are shown to editors.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Prose of at least one character."""


@dataclass(frozen=True, slots=True)
class Slug:
    """A permanent speaking id: lower-case letters a–z, digits and single hyphens, a letter first."""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number, not negative, written as a whole number or a fraction: `1`, `4/5`."""


@dataclass(frozen=True, slots=True)
class PagePath:
    """The path of a page inside `docs/`, without scheme and ending: `methoden/world-cafe`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the given words; each stands for a value in the catalogue."""

    words: tuple[tuple[str, bool | int | str], ...]


@dataclass(frozen=True, slots=True)
class Date:
    """A day in ISO 8601, `2026-11-22`; where `partial`, also a month or a year. Stays text."""

    partial: bool = False


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number from `least` to `most` with a decimal point, `51.834703`. Stays text, so that it stays exact."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Digits:
    """A number that only names something: exactly so many digits, zeros in front included. Stays text."""

    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A duration as a whole number or a range with a dash: `15`, `20–30`. Stays text."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """The full address of a page outside, beginning with `https://`."""


@dataclass(frozen=True, slots=True)
class Website:
    """The name of a website without scheme, with a path where the site is part of another: `hamburg.de/altona`."""


@dataclass(frozen=True, slots=True)
class MapOf:
    """A section whose keys are of one kind and whose values of another; read as records with `key` and `value`."""

    key: "Kind"
    value: "Kind"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items are all of one kind."""

    kind: "Kind"


@dataclass(frozen=True, slots=True)
class Record:
    """A section with keys of its own; `where` names it in messages („in der Frage“)."""

    where: str
    keys: tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record with its meaning in German."""

    name: str
    meaning: str
    kind: "Kind"
    required: bool = True


Notation = Date | Integer | Decimal | Digits | Minutes | WebAddress | Website
Kind = Text | Slug | Number | PagePath | Choice | Notation | MapOf | ListOf | Record

YES_NO = Choice((("ja", True), ("nein", False)))
