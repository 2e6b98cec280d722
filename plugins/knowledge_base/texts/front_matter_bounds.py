"""Where the front matter of a text begins and ends, and by name what keeps it from being found."""

import re
from dataclasses import dataclass

from editorial.findings import Finding, Place, excerpt
from editorial.lookalikes import ODD_SPACE
from knowledge_base.texts.rules import TextRule

_MARK = re.compile(r"---[ \t]*")
_MARK_OR_DOTS = re.compile(r"(?:---|\.\.\.)[ \t]*")
# What autocorrection, another format or a slip of the finger makes of three hyphens.
_NEARLY = re.compile(r"\s*([-\u2010-\u2015\u2212_]{1,}|\+{3,}|={3,}|\*{3,}|-( -){2,})\s*")
_KEY = re.compile(r"[\w-]+\s*:(\s|$)")
_NO_PROSE = re.compile(r"[\w-]+\s*:(\s|$)|[\s#\]}-]")
_HEADING = re.compile(r"#{2,6}[ \t]*\w")
_COPY = "Am einfachsten übernehmen Sie den Anfang einer anderen Datei aus demselben Ordner."
_REMEDY = (
    f"Beginnen Sie die Datei mit einer Zeile „---“, darunter die Angaben wie „titel:“, dann wieder eine Zeile „---“. "
    f"{_COPY}"
)
_EXACT = "Ersetzen Sie die Zeile durch genau drei Bindestriche, ohne Leerzeichen davor: „---“."


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lines, counted from 0, of the two marks round the front matter."""

    opening: int
    closing: int


def bounds_of(file: str, lines: list[str]) -> Bounds | Finding:
    """Return where the front matter stands in a text, or the finding that says why there is none."""
    if not _MARK.fullmatch(lines[0]):
        return _not_opened(file, lines)
    end = _end(lines)
    if isinstance(end, Bounds):
        return end if any(line.strip() for line in lines[1 : end.closing]) else missing(file)
    return _not_closed(file, lines, end)


def start_of_body(lines: list[str]) -> int:
    """Return the line, counted from 0, below a front matter that need not be there; MkDocs lets „...“ end it too."""
    ends = (number for number in range(1, len(lines)) if _MARK_OR_DOTS.fullmatch(lines[number]))
    end = next(ends, None) if _MARK.fullmatch(lines[0]) else None
    return 0 if end is None else end + 1


def missing(file: str) -> Finding:
    """Return the finding for a text without a front matter, or with one that says nothing."""
    message = "Am Anfang der Datei fehlt der Vorspann zwischen zwei Zeilen „---“, oder er ist leer."
    return Finding(TextRule.FRONT_MATTER_MISSING, Place(file), message, _REMEDY)


def unclosed(file: str, lines: list[str], *, readable: bool) -> Finding | None:
    """Return the finding for a front matter into which the text has slipped: its second mark is a line further down.

    Where it can be read all the same, only a heading tells that it has; other lines may belong to a long text.
    """
    prose = _first_prose(lines)
    if prose is None or (readable and not _HEADING.match(lines[prose])):
        return None
    return _not_closed(file, lines, prose)


def _not_opened(file: str, lines: list[str]) -> Finding:
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return missing(file)
    line = lines[first]
    later = next((number for number in range(first + 1, len(lines)) if _MARK.fullmatch(lines[number])), None)
    if _MARK.fullmatch(line):
        above = "steht eine leere Zeile" if first == 1 else f"stehen {first} leere Zeilen"
        message = f"Über dem Vorspann {above}. So gilt er als Text der Seite."
        return _finding(file, 0, message, "Löschen Sie alles über der Zeile „---“.")
    if _NEARLY.fullmatch(line):
        return _finding(file, first, f"Der Vorspann beginnt mit {_damage(line)}.", _EXACT)
    if _KEY.match(line):
        message = f"Über dem Vorspann fehlt die Zeile „---“, er beginnt gleich mit {excerpt(line)}."
        return _finding(file, first, message, "Setzen Sie darüber eine Zeile aus drei Bindestrichen: „---“.")
    if later is not None and later + 1 < len(lines) and _KEY.match(lines[later + 1]):
        message = f"Über dem Vorspann steht schon Text: {excerpt(line)}."
        return _finding(
            file, first, message, "Löschen Sie alles über der Zeile „---“ oder setzen Sie es unter den Vorspann."
        )
    return missing(file)


def _end(lines: list[str]) -> Bounds | int:
    """Return the bounds, or the line where the text begins although no mark has closed the front matter."""
    closing = next((number for number in range(1, len(lines)) if _MARK.fullmatch(lines[number])), None)
    if closing is not None:
        return Bounds(0, closing)
    prose = _first_prose(lines)
    return len("\n".join(lines).rstrip().split("\n")) - 1 if prose is None else prose


def _first_prose(lines: list[str]) -> int | None:
    """Return the first line below a blank one that can be no part of a front matter."""
    return next(
        (
            number
            for number in range(2, len(lines))
            if not lines[number - 1].strip() and (_HEADING.match(lines[number]) or _is_prose(lines[number]))
        ),
        None,
    )


def _is_prose(line: str) -> bool:
    return bool(line.strip()) and not _NO_PROSE.match(line)


def _not_closed(file: str, lines: list[str], prose: int) -> Finding:
    nearly = next((number for number in range(1, prose + 1) if _NEARLY.fullmatch(lines[number])), None)
    if nearly is not None:
        return _finding(file, nearly, f"Der Vorspann endet mit {_damage(lines[nearly])}.", _EXACT)
    begins = f" Hier beginnt schon der Text: {excerpt(lines[prose])}." if _is_text(lines[prose]) else ""
    message = f"Unter dem Vorspann fehlt die zweite Zeile „---“.{begins}"
    return _finding(
        file, prose, message, "Setzen Sie unter die letzte Angabe eine Zeile aus drei Bindestrichen: „---“."
    )


def _damage(line: str) -> str:
    if line.strip() != "---":
        return f"{excerpt(line.strip())} statt mit drei Bindestrichen"
    space = "ein geschütztes Leerzeichen" if ODD_SPACE.search(line) else "ein Leerzeichen"
    return f"drei Bindestrichen, bei denen {space} steht"


def _is_text(line: str) -> bool:
    return bool(_HEADING.match(line)) or _is_prose(line)


def _finding(file: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(TextRule.FRONT_MATTER_MISSING, Place(file, line + 1), message, remedy)
