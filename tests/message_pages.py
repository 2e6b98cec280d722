"""The pages that explain every message to editors, as examples: they are run, so that no page promises wrongly."""

import re
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "docs" / "mitwirken"
OF_THE_QUESTIONNAIRE = _FOLDER / "meldungen.md"
OF_THE_TEXTS = _FOLDER / "meldungen-texte.md"

_PASSAGES = re.compile(
    r"Falsch in `(?P<file>[^`]+)`:\n\n"
    r"```(?P<language>yaml|markdown)\n(?P<wrong>.*?)\n```\n\n"
    r"```text\n(?P<shown>.*?)```\n\nRichtig:\n\n"
    r"```(?P=language)\n(?P<right>.*?)\n```\n",
    re.DOTALL,
)
_RENAMED = re.compile(
    r"Falsch ist `(?P<wrong>[^`]+)`:\n\n```text\n(?P<shown>.*?)```\n\nRichtig ist `(?P<right>[^`]+)`.\n", re.DOTALL
)
_HEADING = re.compile(r"^### ([a-z0-9-]+)\n", re.MULTILINE)
_PASSAGE = re.compile(r"^```(?:yaml|markdown)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong passage of a file, the same passage right as it stands in the sample, and what the editor reads."""

    slug: str
    file: str
    wrong: str
    right: str
    shown: str

    @property
    def before(self) -> str:
        """What stands on the page before what the editor reads."""
        return f"\n{self.wrong}\n```\n\n```text\n"


@dataclass(frozen=True, slots=True)
class Renaming:
    """A wrong name of a file, its name in the sample, and what the editor reads."""

    slug: str
    wrong: str
    right: str
    shown: str

    @property
    def before(self) -> str:
        """What stands on the page before what the editor reads."""
        return f"`{self.wrong}`:\n\n```text\n"


def renamings(page: Path) -> list[Renaming]:
    """Return the examples of a page that are about the names of files."""
    parts = _HEADING.split(page.read_text(encoding="utf-8"))
    return [
        Renaming(slug, match["wrong"], match["right"], match["shown"])
        for slug, section in zip(parts[1::2], parts[2::2], strict=True)
        for match in _RENAMED.finditer(section)
    ]


def explained(page: Path) -> list[str]:
    """Return the slugs that a page explains, in its order."""
    return _HEADING.findall(page.read_text(encoding="utf-8"))


def examples(page: Path) -> list[Example]:
    """Return the examples of a page; every passage on it belongs to one, or it would never be run."""
    text = page.read_text(encoding="utf-8")
    parts = _HEADING.split(text)
    found = [
        Example(slug, match["file"], match["wrong"], match["right"], match["shown"])
        for slug, section in zip(parts[1::2], parts[2::2], strict=True)
        for match in _PASSAGES.finditer(section)
    ]
    assert len(_PASSAGE.findall(text)) == 2 * len(found), f"{page.name} has a passage that is no part of an example"
    return found


def write_down(page: Path, example: Example | Renaming, shown: str) -> None:
    """Put what the editor reads today in the place of what the page says."""
    text = page.read_text(encoding="utf-8")
    start = text.index(f"### {example.slug}\n")
    at = text.index(example.before + example.shown, start) + len(example.before)
    page.write_text(text[:at] + shown + text[at + len(example.shown) :], encoding="utf-8")
