"""JSON objects of a compiled catalogue, read with their types and their place in it."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

_EXACT_NUMBER = re.compile(r"[0-9]{1,12}(/[1-9][0-9]{0,11})?")

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Damage(StrEnum):
    """Why a catalogue cannot be used."""

    NOT_A_CATALOGUE = "not-a-catalogue"
    NEWER_FORMAT = "newer-format"
    ENTRY = "damaged-entry"
    DISORDERED_LEVELS = "disordered-levels"
    DOUBLED_ID = "doubled-id"


class CatalogueError(ValueError):
    """A catalogue cannot be used.

    ``place`` holds the ids and keys that lead to the object in question, outermost first, ``key`` the entry in it that
    is damaged; where an id is doubled, ``place`` is this id and ``key`` the list it belongs to.
    """

    def __init__(self, code: Damage, place: tuple[str, ...] = (), key: str = "") -> None:
        super().__init__(" ".join((code.value, *place, key)))
        self.code = code
        self.place = place
        self.key = key


class CatalogueEntry:
    """A JSON object with a place. What is missing or of another type raises a CatalogueError that names the place."""

    def __init__(self, values: Mapping[str, object], place: tuple[str, ...] = ()) -> None:
        self._values = values
        self._place = place

    def damaged(self, key: str) -> CatalogueError:
        """Return the error that names the place and this key."""
        return CatalogueError(Damage.ENTRY, self._place, key)

    def _typed(self, key: str, kind: type[T]) -> T:
        value = self._values.get(key)
        # An exact comparison: isinstance would take True for the number 1.
        if type(value) is not kind:
            raise self.damaged(key)
        return value

    def text(self, key: str, missing: str | None = None) -> str:
        """Return the text under the key; ``missing``, where given, if there is no such key."""
        return missing if missing is not None and key not in self._values else self._typed(key, str)

    def integer(self, key: str) -> int:
        """Return the whole number under the key."""
        return self._typed(key, int)

    def count(self, key: str, missing: int | None = None) -> int:
        """Return the whole number from 1 under the key; ``missing``, where given, if there is no such key."""
        number = self._values.get(key, missing)
        # An exact comparison: True is no number.
        if type(number) is not int or number < 1:
            raise self.damaged(key)
        return number

    def boolean(self, key: str) -> bool:
        """Return the truth value under the key."""
        return self._typed(key, bool)

    def exact(self, key: str) -> Fraction:
        """Return the exact number, not negative, under the key."""
        text = self.text(key)
        if not _EXACT_NUMBER.fullmatch(text):
            raise self.damaged(key)
        return Fraction(text)

    def choice(self, key: str, kind: type[E]) -> E:
        """Return the member of ``kind`` that the text under the key names."""
        try:
            return kind(self.text(key))
        except ValueError:
            raise self.damaged(key) from None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under the key."""
        items = self._typed(key, list)
        if not all(isinstance(item, str) for item in items):
            raise self.damaged(key)
        return tuple(items)

    def rungs(self, key: str, count: int) -> tuple[int | None, ...]:
        """Return the list under the key, whose items are rungs below ``count`` or null."""
        items = self._typed(key, list)
        # An exact comparison again: True is no rung.
        if not all(item is None or (type(item) is int and item in range(count)) for item in items):
            raise self.damaged(key)
        return tuple(items)

    def entry(self, key: str) -> "CatalogueEntry":
        """Return the object under the key."""
        return CatalogueEntry(self._typed(key, dict), (*self._place, key))

    def entries(self, key: str, build: Callable[["CatalogueEntry"], T]) -> tuple[T, ...]:
        """Return what ``build`` makes of each object in the list under the key."""
        items = self._typed(key, list)
        if not all(isinstance(item, dict) for item in items):
            raise self.damaged(key)
        return tuple(
            build(CatalogueEntry(item, (*self._place, str(item.get("id", f"{key}[{place}]")))))
            for place, item in enumerate(items)
        )

    def entries_if_any(self, key: str, build: Callable[["CatalogueEntry"], T]) -> tuple[T, ...]:
        """Return the same as ``entries``, and nothing where the key is missing."""
        return self.entries(key, build) if key in self._values else ()
