"""The only reader of YAML: from bytes to nodes that are text with a place, never a guessed type.

PyYAML's event stream is read without composing or constructing anything, so `NO`, `05334002` and `10:30` stay what
the editor wrote, no object can be made and no depth can exhaust the stack.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from editorial.encoding import indenting_tabs, place_of_character, read_text, strange_character
from editorial.findings import Finding, Place, Severity, excerpt
from editorial.lookalikes import (
    is_typographically_quoted,
    odd_space_finding,
    odd_spaces,
    typographic_quotes,
    with_plain_spaces,
)
from editorial.rules import ReadingRule
from editorial.syntax import Complaint, syntax_finding
from editorial.yaml_limits import (
    EMPTY,
    GIANT,
    KEY_NOT_TEXT,
    MAX_DEPTH,
    MAX_NODES,
    NO_ANCHOR,
    NO_ESCAPE,
    NO_TAG,
    SEVERAL,
    TOO_DEEP,
    TOO_MANY,
)

# A comment begins with a hash and a space; a hash that sticks to a word was meant to be read.
_SWALLOWED = re.compile(r" +#[^\s#][^\n]*")
_GIANT_ESCAPE = re.compile(r"\\U(?!0010|000)[0-9A-Fa-f]{8}")
_Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
_QUICK: _Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text, exactly as written; empty where nothing was written."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list in the order of the file."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the order of the file; no key twice."""

    place: Place
    entries: tuple[tuple[Scalar, "Node"], ...]


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """What became of one file: its root node, None where nothing usable could be read, and the findings."""

    root: Node | None
    findings: tuple[Finding, ...]


def read_source(file: str, data: bytes) -> Source:
    """Read one file. Never raises: whatever is wrong with the content is a finding."""
    read = read_text(file, data)
    if read.text is None:
        return Source(None, read.findings)
    source = read_tree(file, read.text)
    return Source(source.root, read.findings + source.findings)


def read_tree(file: str, text: str) -> Source:
    """Read the YAML of a text; blank lines may stand where the file holds something else, so that places are right."""
    unreadable = (*indenting_tabs(file, text), *odd_space_finding(file, text, _odd_spaces(text)))
    if unreadable:
        return Source(None, unreadable)
    # libyaml is ten times as fast. What it refuses is read again by the reader whose complaints we can explain;
    # tabs, which it lets pass between the words, are left to that reader at once.
    for loader in (yaml.SafeLoader,) if "\t" in text else (_QUICK, yaml.SafeLoader):
        tree = _Tree(file, text)
        root = tree.grow(loader)
        if not tree.refused:
            break
    return Source(root, tuple(tree.findings))


def _odd_spaces(text: str) -> tuple[int, ...]:
    """Return where odd spaces stand in the place of syntax; those inside a quoted or an indented text belong to it."""
    found = odd_spaces(text)
    if not found:
        return ()
    written = tuple(_written_texts(with_plain_spaces(text, found)))
    return tuple(offset for offset in found if not any(start < offset < end for start, end in written))


def _written_texts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where texts in quotes and indented texts begin and end, as far as the file can be read."""
    with suppress(yaml.MarkedYAMLError, ValueError, OverflowError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken) and not token.plain:
                yield token.start_mark.index, token.end_mark.index


class _Mark(Protocol):
    """PyYAML's position, of whichever of its two readers; line and column count from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(slots=True)
class _Branch:
    """A list or mapping whose end is not reached yet; keys and values alternate among a mapping's items."""

    place: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list)


class _Tree:
    """Grows nodes from PyYAML's events with a stack of its own."""

    def __init__(self, file: str, text: str) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._text = text
        self._open = [_Branch(Place(file), is_mapping=False)]
        self._usable = True
        self.refused = False

    def grow(self, loader: _Loader) -> Node | None:
        """Return the root, None where the file cannot be used; `findings` then says why, `refused` if it is no YAML."""
        try:
            for count, event in enumerate(yaml.parse(self._text, Loader=loader)):
                if count > MAX_NODES:
                    self._stop(ReadingRule.TOO_MANY_NODES, self._place(event), *TOO_MANY)
                self._take(event)
                if not self._usable:
                    return None
        except yaml.MarkedYAMLError as error:
            self.refused = True
            found = syntax_finding(_complaint(self._file, self._text, error))
            self.findings = [*(each for each in self.findings if each.place != found.place), found]
            return None
        except (ValueError, OverflowError):
            # PyYAML turns "\UFFFFFFFF" and the digits of "%YAML" into numbers without looking.
            self.refused = True
            self._stop(ReadingRule.YAML_OTHER, _place_of_giant(self._file, self._text), *GIANT)
            return None
        return self._root()

    def _root(self) -> Node | None:
        documents = self._open[0].items
        if not documents:
            self._stop(ReadingRule.EMPTY_FILE, Place(self._file), *EMPTY)
        return documents[0] if self._usable else None

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent() if self._open[0].items:
                self._stop(ReadingRule.SEVERAL_DOCUMENTS, self._place(event), *SEVERAL)
            case yaml.AliasEvent():
                self._stop(
                    ReadingRule.ANCHOR, self._place(event), f"Hier steht ein Verweis („*{event.anchor}“).", NO_ANCHOR
                )
            case yaml.ScalarEvent() | yaml.CollectionStartEvent():
                self._note_oddities(event)
                self._add(event)
            case yaml.CollectionEndEvent():
                self._close()

    def _add(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            self._note_swallowed(event)
            self._note_escaped(event)
            self._note_typographic(place, event)
            self._open[-1].items.append(Scalar(place, event.value))
        elif len(self._open) > MAX_DEPTH:
            self._stop(ReadingRule.TOO_DEEP, place, *TOO_DEEP)
        else:
            self._open.append(_Branch(place, isinstance(event, yaml.MappingStartEvent)))

    def _close(self) -> None:
        branch = self._open.pop()
        node = self._mapping(branch) if branch.is_mapping else Sequence(branch.place, tuple(branch.items))
        self._open[-1].items.append(node)

    def _mapping(self, branch: _Branch) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(branch.items[::2], branch.items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._report(ReadingRule.KEY_NOT_TEXT, key.place, *KEY_NOT_TEXT)
            elif key.text in entries:
                self._report_doubled(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        return Mapping(branch.place, tuple(entries.values()))

    def _report_doubled(self, second: Scalar, first: Scalar) -> None:
        lines = f"in Zeile {first.place.line} und in Zeile {second.place.line}"
        message = f"Der Schlüssel {excerpt(second.text)} steht zweimal im selben Abschnitt: {lines}."
        self._report(
            ReadingRule.DOUBLED_KEY,
            second.place,
            message,
            "Behalten Sie eine der beiden Angaben und löschen Sie die andere.",
        )

    def _note_oddities(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report(
                ReadingRule.ANCHOR, self._place(event), f"Hier steht ein Anker („&{event.anchor}“).", NO_ANCHOR
            )
        if event.tag is not None:
            message = f"Hier steht eine Typangabe ({excerpt(_written(event.tag))})."
            self._report(ReadingRule.TAG, self._place(event), message, NO_TAG)

    def _note_swallowed(self, event: yaml.ScalarEvent) -> None:
        end = event.end_mark
        swallowed = _SWALLOWED.match(self._text, end.index) if end and not event.style else None
        if end and swallowed:
            place = Place(self._file, end.line + 1, end.column + swallowed.group().index("#") + 1)
            message = f"Ab dem Zeichen „#“ gilt der Rest der Zeile als Kommentar: {excerpt(swallowed.group().strip())}."
            remedy = "Setzen Sie den ganzen Text in Anführungszeichen. Ein Kommentar beginnt mit „# “."
            self.findings.append(Finding(ReadingRule.HASH_IN_TEXT, place, message, remedy, Severity.WARNING))

    def _note_escaped(self, event: yaml.ScalarEvent) -> None:
        code = strange_character(event.value) if event.style == '"' else None
        if code:
            message = f"In diesem Text steht ein Zeichen, das man nicht sieht ({code})."
            self._report(ReadingRule.STRANGE_CHARACTER, self._place(event), message, NO_ESCAPE)

    def _note_typographic(self, place: Place, event: yaml.ScalarEvent) -> None:
        if not event.style and is_typographically_quoted(event.value):
            self.findings.append(typographic_quotes(place, event.value))

    def _place(self, event: yaml.Event) -> Place:
        return _place_of_mark(self._file, event.start_mark)

    def _report(self, rule: ReadingRule, place: Place, message: str, remedy: str) -> None:
        self.findings.append(Finding(rule, place, message, remedy))

    def _stop(self, rule: ReadingRule, place: Place, message: str, remedy: str) -> None:
        self._report(rule, place, message, remedy)
        self._usable = False


def _complaint(file: str, text: str, error: yaml.MarkedYAMLError) -> Complaint:
    words = " ".join(part for part in (error.context, error.problem) if part)
    noticed = _place_of_mark(file, error.problem_mark)
    began = _place_of_mark(file, error.context_mark or error.problem_mark)
    lines = [*text.split("\n"), ""]
    return Complaint(words, noticed, lines[noticed.line - 1], began, lines[began.line - 1])


def _place_of_giant(file: str, text: str) -> Place:
    found = _GIANT_ESCAPE.search(text)
    return place_of_character(file, text, found.start()) if found else Place(file)


def _place_of_mark(file: str, mark: _Mark | None) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
