"""What the rules need to know of a Markdown body: its headings, links, images and raw markup, with their places.

It sees at least everything that Python-Markdown would turn into a link or pass through as HTML. Where it sees more,
such as a link in an indented code block, the editor is told to write it otherwise.
"""

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editorial.findings import Place
from knowledge_base.texts.prose import blanked, prose_of

_HEADING = re.compile(r"^(?P<marks>#{1,6})(?!#)(?P<text>[^\n]*)$", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:\A\n*|(?<=\n\n))(?P<text>[^\n]+)\n(?P<line>=+|-+)[ ]*$", re.MULTILINE)
# In a quotation, a list or a footnote a definition stands behind other signs.
_DEFINITION = re.compile(
    r"^(?:[ \t>*+:.\d)-]|\[\^[^\[\]\n]*\]:)*(?P<whole>\[(?!\^)(?P<label>[^\[\]]*)\]:"
    r"[ \t]*(?:\n[ \t>]*)?<?(?P<target>[^\s>]+))",
    re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(?P<target>(?:https?|ftp)://[^<>\s]*)>", re.IGNORECASE)
_MAIL = re.compile(r"<[\w.+-]+@[\w.-]+>")
_TAG = re.compile(r"<[a-zA-Z/!?][^>\n]*>?")
BUTTON = re.compile(r"(?<=\))\{ ?(?P<classes>\.md-button(?: \.md-button--primary)?) ?\}")
"""What behind a link makes it a button: the only attribute that a text may give."""
CAPTION = "Tabelle:"
"""How a paragraph begins that is the caption of the table below it."""
_UNDER_TABLE_HEAD = re.compile(r"(?=[^\n]*\|)(?=[^\n]*-)[ \t>]*[|:\- ]+")
# Whoever writes this means an attribute; on the page it would be text.
_ATTRIBUTES = re.compile(r"\{(?::?[ ]*[#.][\w-]+[^{}\n]*|[^{}\n]*=[^{}\n]*)\}?")
_EMPTY_REFERENCE_IMAGE = re.compile(r"!\[\s*\]\[")
_REFERENCE_IMAGE = re.compile(r"!\[(?P<text>[^\[\]]*)\](?!\()(?:\s?\[(?P<label>[^\[\]]*)\])?")
_BRACKET = re.compile(r"[\[\]()]|\n\n")
_TITLE = re.compile(r"""(?<=\s)(?:"[^"]*"|'[^']*')\Z""")
_LINK_TEXT = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_LONGEST = 2000
"""So much of a link is looked at; who writes more has forgotten to close it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level from 1 to 6 and the anchor that the site gives it."""

    place: Place
    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: `text` is what one reads (for an image its alternative), `target` as written."""

    place: Place
    text: str
    target: str
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML or attributes that stand in the Markdown."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `heading` is the one above it, and `captioned` says whether its caption is written there, too."""

    place: Place
    heading: Heading | None
    captioned: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown below the front matter; `line` is the line of the file in which it begins."""

    file: str
    text: str
    line: int
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    markup: tuple[Markup, ...]
    tables: tuple[Table, ...]

    @property
    def end(self) -> Place:
        """The last line that holds anything."""
        return Place(self.file, self.line + self.text.rstrip().count("\n"))


def read_body(file: str, text: str, line: int) -> Body:
    """Read the body of a file that begins in this line, in time that grows like its length."""
    places = _Places(file, line, [0, *(found.end() for found in re.finditer("\n", text))])
    prose = prose_of(text)
    links = sorted(_links(prose, places), key=lambda link: link.place)
    headings = _headings(prose, text, places)
    tables = tuple(_tables(prose, headings, Place(file, line)))
    return Body(file, text, line, headings, tuple(links), tuple(_markup(prose, places)), tables)


@dataclass(frozen=True, slots=True)
class _Places:
    file: str
    line: int
    starts: list[int]

    def at(self, offset: int) -> Place:
        row = bisect_right(self.starts, offset) - 1
        return Place(self.file, self.line + row, offset - self.starts[row] + 1)


def _headings(prose: str, text: str, places: _Places) -> tuple[Heading, ...]:
    found = [(match, len(match["marks"])) for match in _HEADING.finditer(prose)]
    found += [(match, 1 if match["line"].startswith("=") else 2) for match in _UNDERLINED.finditer(prose)]
    headings: list[Heading] = []
    taken: dict[str, int] = {}
    for match, level in sorted(found, key=lambda pair: pair[0].start()):
        written = text[match.start("text") : match.end("text")].strip().rstrip("#").rstrip()
        anchor = _unique(_anchor(written), taken)
        plain = _LINK_TEXT.sub(r"\1", written).strip().strip("*_")
        headings.append(
            Heading(places.at(match.start("marks" if match.re is _HEADING else "text")), level, plain, anchor)
        )
    return tuple(headings)


def _tables(prose: str, headings: Sequence[Heading], beginning: Place) -> Iterator[Table]:
    """Yield every head of a table with the line under it; above it stands nothing, an empty line or a heading."""
    lines = ["", *prose.split("\n")]
    above = ""  # the latest line that holds anything
    for number, (before, head, under) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        above = before if before.strip(" \t>") else above
        begins = not before.strip(" \t>") or _HEADING.match(before)
        if begins and "|" in head and _UNDER_TABLE_HEAD.fullmatch(under):
            place = replace(beginning, line=beginning.line + number)
            earlier = bisect_left(headings, place, key=lambda heading: heading.place)
            yield Table(place, headings[earlier - 1] if earlier else None, above.lstrip(" \t>").startswith(CAPTION))


def _anchor(heading: str) -> str:
    """Return the id as Python-Markdown's table of contents makes it: the ASCII letters with hyphens."""
    plain = re.sub(r"[*`]", "", _LINK_TEXT.sub(r"\1", heading))
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _unique(anchor: str, taken: dict[str, int]) -> str:
    candidate, count = anchor, taken.get(anchor, 0)
    while candidate in taken:
        count += 1
        candidate = f"{anchor}_{count}"
    taken[anchor] = count
    taken.setdefault(candidate, 0)
    return candidate


def _links(prose: str, places: _Places) -> Iterator[Link]:
    for start, middle, end in _brackets(prose):
        is_image = start > 0 and prose[start - 1] == "!"
        text = prose[start + 1 : min(middle, start + _LONGEST)].strip()
        yield Link(places.at(start - is_image), text, _target(prose[middle + 2 : end]), is_image)
    for match in _AUTOLINK.finditer(prose):
        yield Link(places.at(match.start()), match["target"], html.unescape(match["target"]))
    yield from _defined(prose, places)
    for match in _EMPTY_REFERENCE_IMAGE.finditer(prose):
        yield Link(places.at(match.start()), "", "", is_image=True)


def _defined(prose: str, places: _Places) -> Iterator[Link]:
    """Yield what stands in definitions, and pictures that a definition fetches from elsewhere."""
    targets: dict[str, str] = {}
    for match in _DEFINITION.finditer(prose):
        target = html.unescape(match["target"])
        targets[_label(match["label"])] = target
        yield Link(places.at(match.start("whole")), match["target"], target)
    for match in _REFERENCE_IMAGE.finditer(prose):
        target = targets.get(_label(match["label"] or match["text"]), "")
        if ":" in target or target.startswith("//"):
            yield Link(places.at(match.start()), match["text"].strip(), target, is_image=True)


def _label(written: str) -> str:
    return " ".join(written.lower().split())


def _brackets(prose: str) -> Iterator[tuple[int, int, int]]:
    """Yield for every `](` where its text opens, where it stands, and where its target ends."""
    squares: list[int] = []
    rounds: list[int] = []
    opened: dict[int, int] = {}  # place of `](` -> place where its text opens
    for found in _BRACKET.finditer(prose):
        sign, at = found.group(), found.start()
        if sign == "[":
            squares.append(at)
        elif sign == "]":
            start = squares.pop() if squares else at
            if prose.startswith("(", at + 1):
                opened[at] = start
        elif sign == "(":
            rounds.append(at)
        elif sign == ")" and rounds:
            middle = rounds.pop() - 1
            if middle in opened:
                yield opened.pop(middle), middle, min(at, middle + _LONGEST)
        elif sign == "\n\n":
            yield from ((start, middle, min(at, middle + _LONGEST)) for middle, start in opened.items())
            squares, rounds, opened = [], [], {}
    yield from ((start, middle, middle + _LONGEST) for middle, start in opened.items())


def _target(text: str) -> str:
    """Return an address without a title and without angle brackets."""
    written = text.strip()
    if written.startswith("<") and ">" in written:
        return html.unescape(written[1 : written.index(">")])
    return html.unescape(_TITLE.sub("", written).rstrip())


def _markup(prose: str, places: _Places) -> Iterator[Markup]:
    without_links = blanked(BUTTON, blanked(_MAIL, blanked(_AUTOLINK, prose)))
    found = [*_TAG.finditer(without_links), *_ATTRIBUTES.finditer(without_links)]
    for match in sorted(found, key=lambda match: match.start()):
        yield Markup(places.at(match.start()), match.group())
