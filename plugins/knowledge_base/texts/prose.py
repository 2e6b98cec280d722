"""Which parts of a Markdown body are read as prose: everything but code and comments, with every line and column kept.

Where Python-Markdown might pair signs otherwise than we do, nothing is taken for code: what it could show as markup or
as a link is then seen too, at the price that an editor sometimes has to write a line more plainly.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_FENCE = re.compile(r"(?P<fence>~{3,}|`{3,})(?P<rest>[^\n]*)")
_LANGUAGE = re.compile(r"[ ]*\.?[\w#.+-]*[ ]*")
_COMMENT = re.compile(r"^<!--(?!-?>)", re.MULTILINE)
_COMMENT_ENDS = re.compile(r"-->|--!>")
# Python-Markdown takes them away first, and signs beside them become one.
_TAKEN_AWAY = re.compile("[\x02\x03]")
_TICKS = re.compile(r"\\*`+|\n(?:[ \t]*\n)+")

Span = tuple[int, int]


def prose_of(text: str) -> str:
    """Return the text with code and comments blanked out."""
    if _TAKEN_AWAY.search(text):
        return text
    for spans in (_fences, _comments, _code_spans):
        text = _without(spans(text), text)
    return text


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Blank out what matches and keep every line and column."""
    return _without((found.span() for found in pattern.finditer(text)), text)


def comments_of(text: str) -> tuple[Span, ...]:
    """Return where comments stand that have lines of their own; code with fences must be blanked out before."""
    return tuple(_comments(text))


def _without(spans: Iterable[Span], text: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _fences(text: str) -> Iterator[Span]:
    """Yield every fenced block, until a line looks like a fence and may be none."""
    lines = text.split("\n")
    starts = _starts_of(lines)
    closing: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        closing[line.rstrip(" ")].append(number)
    number = 0
    while number < len(lines):
        found = _FENCE.match(lines[number])
        if found is None:
            number += 1
            continue
        end = _next(closing.get(found["fence"], ()), number + 1)
        if end is None or not _LANGUAGE.fullmatch(found["rest"]):
            return
        yield starts[number], starts[end] + len(lines[end])
        number = end + 1


def _comments(text: str) -> Iterator[Span]:
    """Yield comments with lines of their own and no code sign in them; in others nobody can say which wins."""
    ends = [found.span() for found in _COMMENT_ENDS.finditer(text)]
    beginnings = [start for start, _ in ends]
    ticks = [found.start() for found in re.finditer("`", text)]
    done = 0
    for found in _COMMENT.finditer(text):
        index = bisect_left(beginnings, found.end())
        if found.start() < done or index == len(ends):
            continue
        start, end = ends[index]
        line_end = text.find("\n", end)
        rest = text[end : line_end if line_end >= 0 else len(text)]
        tick = _next(ticks, found.end())
        if text.startswith("-->", start) and not rest.strip(" \t") and (tick is None or tick > start):
            yield found.start(), end
            done = end


def _code_spans(text: str) -> Iterator[Span]:
    """Yield code between equal signs on one line; after signs that may pair otherwise, none in the paragraph."""
    signs = [found.span() for found in _TICKS.finditer(text)]
    following = _following(text, signs)
    index = 0
    while index < len(signs):
        start, end = signs[index]
        closing = following.get(index)
        if text[start] == "\n":
            index += 1
        elif closing is None or text[start] == "\\" or "\n" in text[end : signs[closing][0]]:
            index = _next_paragraph(text, signs, index)
        else:
            yield start, signs[closing][1]
            index = closing + 1


def _following(text: str, signs: Sequence[Span]) -> Mapping[int, int]:
    """Return for each sign the next one of the same length in its paragraph."""
    following: dict[int, int] = {}
    latest: dict[int, int] = {}
    for index, (start, end) in enumerate(signs):
        if text[start] == "\n":
            latest = {}
            continue
        length = text.count("`", start, end)
        if length in latest:
            following[latest[length]] = index
        latest[length] = index
    return following


def _next_paragraph(text: str, signs: Sequence[Span], index: int) -> int:
    while index < len(signs) and text[signs[index][0]] != "\n":
        index += 1
    return index


def _next(sorted_places: Sequence[int], least: int) -> int | None:
    index = bisect_left(sorted_places, least)
    return sorted_places[index] if index < len(sorted_places) else None


def _starts_of(lines: Iterable[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts
