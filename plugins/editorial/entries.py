"""Reads nodes by the field tables into typed entries and reports everything that does not fit, all at once."""

import re
from collections.abc import Mapping as Mapped
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from editorial.findings import Finding, Place, did_you_mean, excerpt, listing
from editorial.notations import read_notation
from editorial.rules import ReadingRule
from editorial.source import Mapping, Node, Scalar, Sequence
from editorial.values import Choice, Key, Kind, ListOf, MapOf, Notation, Number, PagePath, Record, Slug

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# A list of words is shorter in brackets; one of sentences is easier to read line by line.
_FEW_WORDS = re.compile(r"[\w-]+( [\w-]+){0,2}(, *[\w-]+( [\w-]+){0,2})*")
NUMBER = re.compile(r"[0-9]{1,4}(/0*[1-9][0-9]{0,3})?")
PAGE_PATH = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*(#[a-z0-9_-]+)?")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

T = TypeVar("T")
Content = str | bool | int | Fraction


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value with its place."""

    place: Place
    content: Content


@dataclass(frozen=True, slots=True)
class Items:
    """A list: how long it was written, and those of its items that could be read."""

    place: Place
    length: int
    members: tuple["Value | Entry", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as far as it could be read; what is missing or of the wrong kind is left out and has been reported."""

    place: Place
    values: Mapped[str, "Value | Entry | Items"]

    def value(self, key: str) -> Value | None:
        """Return the single value of a key, None where there is none that could be read."""
        found = self.values.get(key)
        return found if isinstance(found, Value) else None

    def entry(self, key: str) -> "Entry | None":
        """Return the record under a key, None where there is none that could be read."""
        found = self.values.get(key)
        return found if isinstance(found, Entry) else None

    def record(self, key: str) -> "Entry":
        """Return the record under a key of an entry without findings. Raises LookupError where there is none: a bug."""
        found = self.entry(key)
        if found is None:
            raise LookupError(key)
        return found

    def items(self, key: str) -> Items:
        """Return the list under a key, empty where there is none that could be read."""
        found = self.values.get(key)
        return found if isinstance(found, Items) else Items(self.place, 0, ())

    def texts(self, key: str) -> tuple[Value, ...]:
        """Return the values of a list that could be read."""
        return tuple(item for item in self.items(key).members if isinstance(item, Value))

    def entries(self, key: str) -> tuple["Entry", ...]:
        """Return the records of a list that could be read."""
        return tuple(item for item in self.items(key).members if isinstance(item, Entry))

    def content(self, key: str, kind: type[T]) -> T:
        """Return the content of a value of an entry without findings.

        Raises LookupError where there is none, which then is a bug.
        """
        found = self.value(key)
        if found is None or not isinstance(found.content, kind):
            raise LookupError(key)
        return found.content


def read_entry(node: Node, record: Record, findings: list[Finding]) -> Entry | None:
    """Read one record by its table; findings are added to the list. None where the node is no section with keys."""
    if not isinstance(node, Mapping):
        findings.append(_wrong_kind(node, record))
        return None
    written = {key.text: value for key, value in node.entries}
    misspelt = _unknown_keys(node, record, findings)
    values: dict[str, Value | Entry | Items] = {}
    for key in record.keys:
        if key.name not in written:
            if key.required and key.name not in misspelt:
                findings.append(_missing_key(node, record, key))
        elif (value := _read(written[key.name], key.kind, key, findings)) is not None:
            values[key.name] = value
    return Entry(node.place, values)


def _read(node: Node, kind: Kind, key: Key, findings: list[Finding]) -> Value | Entry | Items | None:
    if _is_empty(node) and not (isinstance(node, Sequence) and not key.required):
        findings.append(_empty_value(node, key))
        return None
    match kind:
        case Record():
            return read_entry(node, kind, findings)
        case ListOf():
            return _read_list(node, kind, key, findings)
        case MapOf():
            return _read_map(node, kind, key, findings)
    return _read_scalar(node, kind, findings)


def _read_scalar(node: Node, kind: Kind, findings: list[Finding]) -> Value | None:
    if not isinstance(node, Scalar):
        findings.append(_wrong_kind(node, kind))
        return None
    read = _read_text(node.place, node.text.strip(), kind)
    if isinstance(read, Finding):
        findings.append(read)
        return None
    return Value(node.place, read)


def _read_list(node: Node, kind: ListOf, key: Key, findings: list[Finding]) -> Items | None:
    if not isinstance(node, Sequence):
        findings.append(_wrong_kind(node, kind))
        return None
    read = (_read(item, kind.kind, key, findings) for item in node.items)
    return Items(node.place, len(node.items), tuple(item for item in read if isinstance(item, Value | Entry)))


def _read_map(node: Node, kind: MapOf, key: Key, findings: list[Finding]) -> Items | None:
    if not isinstance(node, Mapping):
        findings.append(_wrong_kind(node, kind))
        return None
    pairs = tuple(
        Entry(name.place, {"key": read_name, "value": read_value})
        for name, value in node.entries
        if (read_name := _read(name, kind.key, key, findings))
        if (read_value := _read(value, kind.value, key, findings))
    )
    return Items(node.place, len(node.entries), pairs)


def _read_text(place: Place, text: str, kind: Kind) -> Content | Finding:
    if isinstance(kind, Notation):
        return read_notation(place, text, kind)
    match kind:
        case Slug() if not SLUG.fullmatch(text):
            return _invalid_slug(place, text)
        case PagePath() if not PAGE_PATH.fullmatch(text):
            message = f"{excerpt(text)} ist kein Pfad einer Seite dieser Plattform."
            remedy = "Schreiben Sie den Pfad im Ordner docs ohne Endung, zum Beispiel „methoden/world-cafe“."
            return Finding(ReadingRule.INVALID_PATH, place, message, remedy)
        case Number():
            return Fraction(text) if NUMBER.fullmatch(text) else _invalid_number(place, text)
        case Choice():
            words = dict(kind.words)
            return words[text] if text in words else _invalid_choice(place, text, kind)
    return text


def _is_empty(node: Node) -> bool:
    match node:
        case Scalar():
            return not node.text.strip()
        case Sequence():
            return not node.items
        case Mapping():
            return not node.entries


def _unknown_keys(node: Mapping, record: Record, findings: list[Finding]) -> frozenset[str]:
    """Report the keys the table does not know; return those of the table that are meant instead of missing."""
    known = [key.name for key in record.keys]
    written = {key.text for key, _ in node.entries}
    meant: set[str] = set()
    for key, _ in node.entries:
        if key.text not in known:
            near = did_you_mean(key.text, [name for name in known if name not in written])
            meant.update({near} if near else ())
            findings.append(_unknown_key(key, near, f"{record.where}{_name(node)}", known))
    return frozenset(meant)


def _unknown_key(key: Scalar, near: str | None, where: str, known: list[str]) -> Finding:
    message = f"Den Schlüssel {excerpt(key.text)} gibt es {where} nicht."
    remedy = f"Meinten Sie „{near}“?" if near else f"Löschen Sie die Angabe. Möglich sind: {', '.join(known)}."
    return Finding(ReadingRule.UNKNOWN_KEY, key.place, message, remedy)


def _missing_key(node: Mapping, record: Record, key: Key) -> Finding:
    message = f"Der Schlüssel „{key.name}“ fehlt {record.where}{_name(node)}."
    return Finding(ReadingRule.MISSING_KEY, node.place, message, f"Ergänzen Sie „{key.name}:“. {key.meaning}")


def _name(node: Mapping) -> str:
    own = next((value.text for key, value in node.entries if key.text == "kennung" and isinstance(value, Scalar)), "")
    return f" {excerpt(own)}" if own else ""


def _empty_value(node: Node, key: Key) -> Finding:
    message = f"Bei „{key.name}“ steht nichts."
    remedy = (
        f"Ergänzen Sie die Angabe. {key.meaning}"
        if key.required
        else "Ergänzen Sie die Angabe oder löschen Sie die Zeile."
    )
    return Finding(ReadingRule.EMPTY_VALUE, node.place, message, remedy)


def _wrong_kind(node: Node, kind: Kind) -> Finding:
    match kind:
        case ListOf():
            wanted, remedy = "eine Liste", _how_to_list(node, kind)
        case MapOf():
            wanted = "ein Abschnitt mit Schlüsseln"
            remedy = "Schreiben Sie jede Angabe eingerückt in eine eigene Zeile: Kennung, Doppelpunkt, Wert."
        case Record():
            wanted = "ein Abschnitt mit Schlüsseln"
            remedy = f"Gebraucht werden: {', '.join(key.name for key in kind.keys if key.required)}."
        case _:
            wanted = "ein einfacher Text"
            remedy = "Enthält ein Text einen Doppelpunkt oder beginnt er mit „[“, setzen Sie ihn in Anführungszeichen."
    return Finding(
        ReadingRule.WRONG_KIND, node.place, f"Hier gehört {wanted} hin, da steht {_described(node)}.", remedy
    )


def _how_to_list(node: Node, kind: ListOf) -> str:
    if isinstance(node, Scalar) and not isinstance(kind.kind, Record) and _FEW_WORDS.fullmatch(node.text):
        return f"Setzen Sie eckige Klammern darum und Kommas zwischen die Einträge: [{node.text}]."
    return "Schreiben Sie jeden Eintrag in eine eigene Zeile, die mit „- “ beginnt."


def _described(node: Node) -> str:
    match node:
        case Scalar():
            return f"ein Text: {excerpt(node.text)}" if node.text else "nichts"
        case Sequence():
            return "eine Liste"
        case Mapping():
            keys = [key.text for key, _ in node.entries]
            return f"ein Abschnitt mit dem Schlüssel {excerpt(keys[0])}" if keys else "ein leerer Abschnitt"


def _invalid_slug(place: Place, text: str) -> Finding:
    message = f"{excerpt(text)} ist keine Kennung. Erlaubt sind Kleinbuchstaben von a bis z, Ziffern und Bindestriche."
    proposal = re.sub(r"[^a-z0-9]+", "-", text[:100].lower().translate(_UMLAUTS)).strip("-")
    remedy = (
        f"Schreiben Sie zum Beispiel „{proposal}“."
        if SLUG.fullmatch(proposal)
        else "Beginnen Sie mit einem Buchstaben."
    )
    return Finding(ReadingRule.INVALID_SLUG, place, message, remedy)


def _invalid_number(place: Place, text: str) -> Finding:
    message = f"{excerpt(text)} ist keine Zahl, mit der sich genau rechnen lässt."
    remedy = 'Schreiben Sie eine ganze Zahl oder einen Bruch in Anführungszeichen, zum Beispiel "1" oder "4/5".'
    return Finding(ReadingRule.INVALID_NUMBER, place, message, remedy)


def _invalid_choice(place: Place, text: str, kind: Choice) -> Finding:
    words = [word for word, _ in kind.words]
    near = did_you_mean(text, words)
    remedy = f"Meinten Sie „{near}“?" if near else f"Schreiben Sie {listing(words)}."
    return Finding(
        ReadingRule.INVALID_CHOICE, place, f"{excerpt(text)} ist hier nicht möglich, nur {listing(words)}.", remedy
    )
