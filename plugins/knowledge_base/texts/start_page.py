"""What an editor chooses for the start page: the section „auswahl“ in the front matter of docs/index.md.

It is read and checked like every front matter, by a table. A page that shows the choice has to make one.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from editorial.encoding import read_text
from editorial.entries import Entry, read_entry
from editorial.findings import Finding, Place, did_you_mean, excerpt
from editorial.rules import ReadingRule
from editorial.source import Mapping as Section
from editorial.source import Node, read_tree
from editorial.values import Key, Record, Slug
from knowledge_base.texts.front_matter_bounds import start_of_body
from knowledge_base.texts.rules import TextRule

START_PAGE = "docs/index.md"
_SECTION = "auswahl"
_SHOWN = re.compile(r"<!--\s*(?:selbstcheck:\s*beispiel-|wissen:\s*auswahl)")
_TABLE = Record(
    "in der Auswahl der Startseite",
    (
        Key("beispiel", "Ein durchgerechnetes Beispiel: Name eines Ordners in questionnaire/beispiele.", Slug()),
        Key("handlungsfeld", "Kennung eines Handlungsfelds aus questionnaire/katalog.yaml.", Slug()),
        Key("artikel", "Name einer Datei in magazine, ohne „.md“.", Slug()),
        Key("methode", "Name einer Datei in docs/methoden, ohne „.md“.", Slug()),
        Key("kommune", "Name einer Datei in docs/kommunen, ohne „.md“.", Slug()),
    ),
)
_NOUNS = {
    "beispiel": "Das Beispiel",
    "handlungsfeld": "Das Handlungsfeld",
    "artikel": "Den Artikel",
    "methode": "Die Methode",
    "kommune": "Das Profil",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the start page shows: the names of a worked example, a Handlungsfeld and three texts, all of which exist."""

    example: str
    field: str
    article: str
    method: str
    municipality: str


def choose(data: bytes, known: Mapping[str, Collection[str]]) -> tuple[Chosen | None, tuple[Finding, ...]]:
    """Return the choice of a start page, None where it makes none or a wrong one, and what is wrong with it.

    `known` are the names that each key of the section may have; a key that is missing there is not looked up.
    """
    text = read_text(START_PAGE, data).text or ""
    lines = text.split("\n")
    start = start_of_body(lines)
    # What is wrong with the front matter as such is told of every page.
    root = read_tree(START_PAGE, "\n".join(["", *lines[1 : start - 1]])).root if start else None
    section = _section_of(root)
    if section is None:
        return None, tuple(_missing(lines[start:]))
    findings: list[Finding] = []
    entry = read_entry(section, _TABLE, findings)
    findings += _unknown(entry, known) if entry else ()
    if entry is None or findings:
        return None, tuple(findings)
    names = {key.name: entry.content(key.name, str) for key in _TABLE.keys}
    return Chosen(*names.values()), ()


def _section_of(root: Node | None) -> Node | None:
    entries = root.entries if isinstance(root, Section) else ()
    return next((node for key, node in entries if key.text == _SECTION), None)


def _missing(body: list[str]) -> Iterator[Finding]:
    if _SHOWN.search("\n".join(body)):
        message = f"Die Startseite zeigt eine Auswahl, aber der Schlüssel „{_SECTION}“ fehlt im Vorspann."
        remedy = f"Ergänzen Sie „{_SECTION}:“ mit {', '.join(key.name for key in _TABLE.keys)}, jeweils eingerückt."
        yield Finding(ReadingRule.MISSING_KEY, Place(START_PAGE), message, remedy)


def _unknown(entry: Entry, known: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    for key in _TABLE.keys:
        value = entry.value(key.name)
        if value and key.name in known and value.content not in known[key.name]:
            near = did_you_mean(str(value.content), known[key.name])
            message = f"{_NOUNS[key.name]} {excerpt(str(value.content))} gibt es nicht."
            remedy = f"Meinten Sie „{near}“?" if near else f"Richtig ist: {key.meaning}"
            yield Finding(TextRule.UNKNOWN_REFERENCE, value.place, message, remedy)
