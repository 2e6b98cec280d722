"""Signs that look like those of YAML and are others: spaces that are none, quotation marks of a word processor."""

import re
from collections.abc import Iterable, Iterator

from editorial.encoding import elsewhere, place_of_character
from editorial.findings import Finding, Place, excerpt
from editorial.rules import ReadingRule

_ODD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_AT_SYNTAX = re.compile(
    rf"^ *(?:- +)*(?P<margin>[{_ODD_SPACES}])(?=[ {_ODD_SPACES}]*\S)"  # indentation
    rf"|^ *(?:- +)*-(?P<dash>[{_ODD_SPACES}])"  # behind the dash of a list
    rf"|^ *(?:- +)*[\w\"'-]+ *(?P<before>[{_ODD_SPACES}])[ {_ODD_SPACES}]*:(?:[ {_ODD_SPACES}]|$)"
    rf"|(?:^ *(?:- +)*|[{{,] *)[\w\"'-]+ *: *(?P<behind>[{_ODD_SPACES}])"  # round a key's colon
    rf"|(?<=\S)[ ]*(?P<comment>[{_ODD_SPACES}])# "
    rf"|: *[|>][+-]?[0-9]?(?P<block>[{_ODD_SPACES}])[ {_ODD_SPACES}]*$",
    re.MULTILINE,
)
_OPENING, _CLOSING = "„“”»«‚‘’›‹＂", "“”„«»‘’‚‹›＂"
_DOUBLE = "„“”»«＂"


def odd_spaces(text: str) -> tuple[int, ...]:
    """Return where spaces that YAML does not take for spaces stand in the place of syntax, or seem to."""
    if not ODD_SPACE.search(text):
        return ()
    found = (match.start(name) for match in _AT_SYNTAX.finditer(text) if (name := match.lastgroup))
    return tuple(sorted(set(found)))


def with_plain_spaces(text: str, offsets: Iterable[int]) -> str:
    """Return the text with a plain space at each of these places."""
    letters = list(text)
    for offset in offsets:
        letters[offset] = " "
    return "".join(letters)


def odd_space_finding(file: str, text: str, offsets: tuple[int, ...]) -> Iterator[Finding]:
    """Yield the finding for the first of these places; it counts the others."""
    if offsets:
        place = place_of_character(file, text, offsets[0])
        line = text.split("\n")[place.line - 1]
        name = "geschütztes Leerzeichen" if text[offsets[0]] in "\xa0\u202f" else "besonderes Leerzeichen"
        code = f"U+{ord(text[offsets[0]]):04X}"
        message = (
            f"Hier steht ein {name} ({code}), wo ein gewöhnliches stehen muss: "
            f"{excerpt(line, around=place.column)}{elsewhere(len(offsets) - 1)}."
        )
        remedy = "Löschen Sie das Zeichen und drücken Sie die Leertaste. Beim Kopieren kommt es oft mit."
        yield Finding(ReadingRule.ODD_SPACE, place, message, remedy)


def is_typographically_quoted(text: str) -> bool:
    """Tell whether typed quotation marks stand round a text instead of straight ones, or open one and never close."""
    if len(text) < 2 or text[0] not in _OPENING:
        return False
    closing = [place for place, sign in enumerate(text) if place and sign in _CLOSING]
    return closing[0] == len(text) - 1 if closing else text[0] in _DOUBLE


def typographic_quotes(place: Place, text: str) -> Finding:
    """Return the finding for a text between quotation marks of which one at least is a typed one."""
    bare = text.strip(f"{_OPENING}\"' ")
    sign = next(sign for sign in text if sign in _OPENING)
    message = f'Hier steht das Zeichen {sign} statt eines geraden Anführungszeichens ("), bei: {excerpt(bare)}.'
    remedy = (
        f'Schreiben Sie gerade Anführungszeichen: "{_short(bare)}". '
        f'Sollen „ und “ mit zu lesen sein, setzen Sie gerade außen herum: "„{_short(bare)}“".'
    )
    return Finding(ReadingRule.TYPOGRAPHIC_QUOTES, place, message, remedy)


def typographic_beginning(line: str) -> int | None:
    """Return where on a line a value begins with a typed quotation mark, None where it begins otherwise."""
    found = re.match(rf"\s*(?:- +)*(?:[\w-]+: +)?[\[{{]?\s*(?P<sign>[{_DOUBLE}])", line)
    return found.start("sign") if found else None


def typographic_end(line: str) -> bool:
    """Tell whether a line ends with a typed quotation mark, perhaps with a comma or bracket behind it."""
    return re.search(rf"[{_DOUBLE}][\s,\]}}]*$", line) is not None


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30].rstrip()} …"
