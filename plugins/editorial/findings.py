"""Findings: what an editor can mend, with the place, the cause and the remedy, all in German."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

EXCERPT_LENGTH = 70


class Severity(StrEnum):
    """An error keeps a catalogue or site from being built; a warning stops nobody, the strict build included."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source file; line and column count from 1.

    The path is relative to the questionnaire's folder or, in a text of the platform, to the project's.
    """

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor can mend; message and remedy are German sentences."""

    slug: str
    place: Place
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    @property
    def stops(self) -> bool:
        """Whether it keeps catalogue, text and site from being made: the one rule, for `check` and the build alike."""
        return self.severity is Severity.ERROR


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as editors meet them: by file, line and column, those of one place by slug."""
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.slug)))


def as_text(finding: Finding, folder: str = "") -> str:
    """Two lines for the terminal; `folder` is put before the file so that the place can be opened."""
    place = finding.place
    word = "Fehler" if finding.severity is Severity.ERROR else "Warnung"
    start = f"{_path(place, folder)}:{place.line}:{place.column}: {word} [{finding.slug}]"
    return f"{_visible(f'{start} {finding.message}')}\n    Abhilfe: {_visible(finding.remedy)}"


def as_github(finding: Finding, folder: str = "") -> str:
    """One workflow command that GitHub shows beside the line of a pull request."""
    place = finding.place
    properties = {"file": _path(place, folder), "line": place.line, "col": place.column, "title": finding.slug}
    listed = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items())
    text = _escape(f"{finding.message}\nAbhilfe: {finding.remedy}")
    return f"::{finding.severity} {listed}::{text}"


def excerpt(text: str, around: int = 0) -> str:
    """Quote the editor's own words in German quotes, on one line, shortened to what stands near position `around`."""
    start = max(0, around - EXCERPT_LENGTH // 2) if len(text) > EXCERPT_LENGTH else 0
    part = " ".join(text[start : start + EXCERPT_LENGTH].split())
    before, after = "… " if start else "", " …" if start + EXCERPT_LENGTH < len(text) else ""
    return f"„{before}{part}{after}“"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a misspelt one, or None where none is near."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.7)
    return by_lower[near[0]] if near else None


def listing(words: Iterable[str]) -> str:
    """Enumerate in German the words that are allowed: „a“, „b“ oder „c“."""
    quoted = [f"„{word}“" for word in words]
    return " oder ".join(part for part in (", ".join(quoted[:-1]), quoted[-1]) if part)


def _path(place: Place, folder: str) -> str:
    return f"{folder.rstrip('/')}/{place.file}" if folder else place.file


def _visible(text: str) -> str:
    """Control characters of a file name must not steer the terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
