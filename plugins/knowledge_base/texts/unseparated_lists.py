"""Lists that are none, because no blank line stands above them: Markdown takes their signs for words of the paragraph.

A wrapped sentence may have a dash or a day at the beginning of a line. A list is meant where a sentence has ended above
its first point, or where a second point follows the first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from editorial.findings import Finding, Place, excerpt
from knowledge_base.texts.prose import prose_of
from knowledge_base.texts.rules import TextRule

_QUOTED = re.compile(r" {0,3}(?:> ?)+")
_POINT = re.compile(r" {0,3}(?P<sign>[-*+]|\d+\.) +\S")
# What stands in a line of its own, and what follows it is a new paragraph.
_ALONE = re.compile(r" {0,3}(?:#{1,6}.*|=+ *|([-*_])(?: *\1){2,} *|\[(?!\^)[^\]]*\]:.*)")
_OPENS = re.compile(r" {0,3}(?P<sign>!!! .*|\[\^[^\]]+\]:|:(?= ))")
_TABLE = re.compile(r"(?=.*\|)(?=.*-)[|:\- ]+")
# An abbreviation such as „z. B.“ ends no sentence.
_ENDED = re.compile(r"""(?:[:;!?…]|\w{2}\.)["'“”‘’»«)\]*_]*\Z""")
_INDENT = 4


@dataclass(slots=True)
class _Paragraph:
    """Lines that Markdown reads as one, each with its number and without what makes them part of a quotation."""

    numbers: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def unseparated_lists(file: str, text: str, lines_above: int) -> Iterator[Finding]:
    """Yield a finding for the first point of every list that would be read as text of the paragraph above it.

    `text` is a body; `lines_above` is how many lines of the file stand above it.
    """
    lines = text.split("\n")
    for paragraph in _paragraphs(prose_of(text)):
        at = _first_point(paragraph.lines)
        if at:
            number = paragraph.numbers[at]
            column = len(lines[number]) - len(paragraph.lines[at].lstrip()) + 1
            message = (
                f"Über dieser Liste fehlt eine leere Zeile: {excerpt(lines[number].strip())}. "
                "So läuft sie als Text im Absatz darüber weiter."
            )
            remedy = (
                "Lassen Sie über dem ersten Punkt eine Zeile frei. Ist es keine Liste, ziehen Sie das Zeichen "
                "in die Zeile darüber."
            )
            yield Finding(TextRule.LIST_WITHOUT_SPACE, Place(file, lines_above + number + 1, column), message, remedy)


def _first_point(lines: Sequence[str]) -> int:
    """Return where in a paragraph a list was meant to begin; 0 where none was."""
    if not lines or _POINT.match(lines[0]) or any(_TABLE.fullmatch(line) for line in lines[1:2]):
        return 0
    for at in range(1, len(lines)):
        found = _POINT.match(lines[at])
        if found and found["sign"].lstrip("-*+") in {"", "1."} and _is_meant(lines, at, found["sign"]):
            return at
    return 0


def _is_meant(lines: Sequence[str], at: int, sign: str) -> bool:
    if _ENDED.search(lines[at - 1].rstrip()):
        return True
    below = (lines[place] for place in range(at + 1, len(lines)))
    following = next((line for line in below if not line.startswith("  ") or _POINT.match(line)), "")
    second = _POINT.match(following)
    return second is not None and second["sign"] == ("2." if sign == "1." else sign)


def _paragraphs(prose: str) -> Iterator[_Paragraph]:
    """Yield what Markdown reads as one paragraph, inside of quotations, notes and points of lists too."""
    current, inside, depth = _Paragraph(), False, 0
    for number, written in enumerate([*prose.split("\n"), ""]):
        quoted = _QUOTED.match(written)
        line = written[quoted.end() :] if quoted else written
        level = quoted.group().count(">") if quoted else 0
        opens = _OPENS.match(line)
        if not line.strip() or _ALONE.fullmatch(line) or opens or level > depth:
            yield from _finished(current, inside=inside)
            inside = _holds_what_is_indented(current, inside=inside)
            current = _Paragraph()
        depth = level if line.strip() else 0
        if opens:
            inside, line = True, line[opens.end() :]
        if line.strip() and not _ALONE.fullmatch(line):
            current.numbers.append(number)
            current.lines.append(line)


def _finished(paragraph: _Paragraph, *, inside: bool) -> Iterator[_Paragraph]:
    """Yield the paragraph as it reads inside of what it is indented for; what is indented for nothing is code."""
    if not inside and any(line.startswith(" " * _INDENT) for line in paragraph.lines[:1]):
        return
    indent = min((len(line) - len(line.lstrip(" ")) for line in paragraph.lines[1:]), default=0) // _INDENT * _INDENT
    first = [line.lstrip(" ") for line in paragraph.lines[:1]]
    yield _Paragraph(paragraph.numbers, [*first, *(line[indent:] for line in paragraph.lines[1:])])


def _holds_what_is_indented(paragraph: _Paragraph, *, inside: bool) -> bool:
    """Tell whether what follows a paragraph with an indent belongs to it or to what holds it, and is no code."""
    if not paragraph.lines:
        return inside
    first = paragraph.lines[0]
    return _POINT.match(first) is not None or (inside and first.startswith((" ", "\t")))
