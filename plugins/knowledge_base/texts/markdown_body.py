"""What the rules need to know of a Markdown body: its headings, links, images and raw markup, with their places.

It sees at least everything that Python-Markdown would turn into a link or pass through as HTML. Where it sees more,
such as a link in an indented code block, the editor is told to write it otherwise.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from editorial.findings import Place

# Where a comment and a code span could overlap, nobody can say which wins; so a comment has lines of its own.
_COMMENT = re.compile(r"^<!--(?!-?>)(?:(?!--!?>)[^`])*-->[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?P<fence>~{3,}|`{3,})[ ]*[\w#.+-]*[ ]*\n.*?(?<=\n)(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
_HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<text>(?!#).*?)#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:\A\n*|(?<=\n\n))(?P<text>[^\n]+)\n(?P<line>=+|-+)[ ]*$", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]*\]:[ \t]*\n?[ \t]*<?(?P<target>[^\s>]+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?P<target>(?:https?|ftp)://[^<>\s]*)>", re.IGNORECASE)
_MAIL = re.compile(r"<[\w.+-]+@[\w.-]+>")
_TAG = re.compile(r"<[a-zA-Z/!?][^>\n]*>?")
# Python-Markdown's attribute lists can hold event handlers; a list that only names an id or classes has no equals sign.
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*=[^{}\n]*\}")
_EMPTY_REFERENCE_IMAGE = re.compile(r"!\[\s*\]\[")
_OWN_ID = re.compile(r"\{:?\s*#(?P<id>[\w-]+)[^{}]*\}\s*$")
_END_OF_TARGET = re.compile(r"[()]|\n\n")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
_LINK_TEXT = re.compile(r"\[([^\]]*)\]\([^)]*\)")


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
class Body:
    """The Markdown below the front matter; `line` is the line of the file in which it begins."""

    file: str
    text: str
    line: int
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    markup: tuple[Markup, ...]

    @property
    def end(self) -> Place:
        """The last line that holds anything."""
        return Place(self.file, self.line + self.text.rstrip().count("\n"))


def read_body(file: str, text: str, line: int) -> Body:
    """Read the body of a file that begins in this line."""
    places = _Places(file, text, line)
    prose = _without(_CODE, _without(_COMMENT, _without(_FENCE, text)))
    links = sorted(_links(prose, places), key=lambda link: link.place)
    return Body(file, text, line, _headings(prose, text, places), tuple(links), tuple(_markup(prose, places)))


@dataclass(frozen=True, slots=True)
class _Places:
    file: str
    text: str
    line: int

    def at(self, offset: int) -> Place:
        return Place(self.file, self.line + self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset))


def _without(pattern: re.Pattern[str], text: str) -> str:
    """Blank out what matches and keep every line and column."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def _headings(prose: str, text: str, places: _Places) -> tuple[Heading, ...]:
    found = [(match, len(match["marks"])) for match in _HEADING.finditer(prose)]
    found += [(match, 1 if match["line"].startswith("=") else 2) for match in _UNDERLINED.finditer(prose)]
    headings: list[Heading] = []
    taken: set[str] = set()
    for match, level in sorted(found, key=lambda pair: pair[0].start()):
        written = text[match.start("text") :].partition("\n")[0].strip().rstrip("#").rstrip()
        anchor = _unique(_anchor(written), taken)
        plain = _LINK_TEXT.sub(r"\1", _OWN_ID.sub("", written)).strip().strip("*_")
        headings.append(
            Heading(places.at(match.start("marks" if match.re is _HEADING else "text")), level, plain, anchor)
        )
    return tuple(headings)


def _anchor(heading: str) -> str:
    """Return the id as Python-Markdown's table of contents makes it: own id, or the ASCII letters with hyphens."""
    own = _OWN_ID.search(heading)
    if own:
        return own["id"]
    plain = re.sub(r"[*`]", "", _LINK_TEXT.sub(r"\1", heading))
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _unique(anchor: str, taken: set[str]) -> str:
    candidate, count = anchor, 0
    while candidate in taken:
        count += 1
        candidate = f"{anchor}_{count}"
    taken.add(candidate)
    return candidate


def _links(prose: str, places: _Places) -> Iterator[Link]:
    for middle in re.finditer(r"\]\(", prose):
        start = _opening_bracket(prose, middle.start())
        is_image = start > 0 and prose[start - 1] == "!"
        text = prose[start + 1 : middle.start()]
        yield Link(places.at(start - is_image), text.strip(), _target(prose, middle.end()), is_image)
    for pattern in (_DEFINITION, _AUTOLINK):
        for match in pattern.finditer(prose):
            yield Link(places.at(match.start()), match["target"], html.unescape(match["target"]))
    for match in _EMPTY_REFERENCE_IMAGE.finditer(prose):
        yield Link(places.at(match.start()), "", "", is_image=True)


def _opening_bracket(text: str, closing: int) -> int:
    """Return where the bracket opens that closes here; where none does, the place itself."""
    depth = 0
    for index in range(closing - 1, -1, -1):
        if text[index] == "]":
            depth += 1
        elif text[index] == "[":
            if depth == 0:
                return index
            depth -= 1
        elif text.startswith("\n\n", index):
            break
    return closing


def _target(text: str, start: int) -> str:
    """Return everything up to the parenthesis that closes, without a title and without angle brackets."""
    depth, end = 0, len(text)
    for found in _END_OF_TARGET.finditer(text, start):
        if found.group() == "\n\n" or (found.group() == ")" and not depth):
            end = found.start()
            break
        depth += 1 if found.group() == "(" else -1
    written = text[start:end].strip()
    if written.startswith("<") and ">" in written:
        return html.unescape(written[1 : written.index(">")])
    return html.unescape(_TITLE.sub("", written))


def _markup(prose: str, places: _Places) -> Iterator[Markup]:
    without_links = _without(_MAIL, _without(_AUTOLINK, prose))
    found = [*_TAG.finditer(without_links), *_ATTRIBUTES.finditer(without_links)]
    for match in sorted(found, key=lambda match: match.start()):
        yield Markup(places.at(match.start()), match.group())
