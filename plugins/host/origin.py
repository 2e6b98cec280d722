"""Where something on a finished page comes from: the file and, where it can be told, the line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from editorial.findings import Finding, Place, excerpt
from host.finished_page import Offence
from host.rules import SiteRule

_ELSEWHERE = ("magazine/**/*", "questionnaire/**/*.yaml", "docs/**/*.md", "mkdocs.yml", "theme/**/*.html")
_TELLING = 6
"""A sign as long as this is looked for in other files too; a shorter one stands everywhere."""


def findings_about(offences: Iterable[Offence], source: str, root: Path) -> Iterator[Finding]:
    """Yield a finding for each offence; `source` is the file that the page is made of, in the project below `root`."""
    for offence in offences:
        yield Finding(
            slug=SiteRule.FORBIDDEN_CONTENT,
            place=_place(offence, source, root),
            message=f"Auf der fertigen Seite stünde {excerpt_of(offence.message)}. Das darf keine Seite enthalten.",
            remedy="Löschen Sie die Stelle, oder schreiben Sie sie als Code: `so`. Steht sie in keinem Text, kommt sie "
            "aus einer Vorlage; was erlaubt ist und warum, steht in plugins/host/allowed.py.",
        )


def excerpt_of(message: str) -> str:
    """Return a message on one line, shortened where an address in it is long."""
    return excerpt(message).strip("„“") if len(message) > 160 else " ".join(message.split())


def _place(offence: Offence, source: str, root: Path) -> Place:
    own = _text(root / source)
    for sign in offence.signs:
        line = _line(own, sign)
        if line:
            return Place(source, line)
    for sign in (each for each in offence.signs if len(each) >= _TELLING):
        for path in sorted({path for pattern in _ELSEWHERE for path in root.glob(pattern) if path.is_file()}):
            line = _line(_text(path), sign)
            if line:
                return Place(path.relative_to(root).as_posix(), line)
    return Place(source)


def _line(text: str, sign: str) -> int:
    """Return the first line in which a sign stands, however its letters are written; 0 where there is none."""
    at = text.lower().find(sign.lower()) if sign.strip() else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
