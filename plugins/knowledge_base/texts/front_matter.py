"""From one file's bytes to a text as the rules see it: front matter with places, body, and the item if it is sound."""

import re

from editorial.encoding import read_text
from editorial.entries import Entry, read_entry
from editorial.findings import Finding, Place, Severity
from editorial.source import read_tree
from knowledge_base.texts.folders import Address
from knowledge_base.texts.items import build_item
from knowledge_base.texts.manuscript import Manuscript
from knowledge_base.texts.markdown_body import Body, read_body
from knowledge_base.texts.rules import TextRule
from knowledge_base.texts.tables import TABLES

_MARK = re.compile(r"---[ \t]*")
_MARK_OR_DOTS = re.compile(r"(?:---|\.\.\.)[ \t]*")
_REMEDY = (
    "Beginnen Sie die Datei mit einer Zeile „---“, darunter die Angaben wie „titel:“, dann wieder eine Zeile „---“. "
    "Am einfachsten übernehmen Sie den Anfang einer anderen Datei aus demselben Ordner."
)


def read_manuscript(address: Address, data: bytes, findings: list[Finding]) -> Manuscript:
    """Read one file; what is wrong with it is added to the findings, with the line and column of this file."""
    own: list[Finding] = []
    file = address.source_path
    read = read_text(file, data)
    own += read.findings
    front, body = _parts(file, read.text or "")
    entry = _entry(address, front, own) if read.text is not None else None
    findings += own
    sound = entry is not None and all(finding.severity is Severity.WARNING for finding in own)
    return Manuscript(address, entry, body, build_item(address, entry, body) if entry and sound else None)


def body_of(file: str, text: str) -> Body:
    """Return what stands below the front matter of a page, which may have none; MkDocs lets „...“ end it too."""
    lines = text.split("\n")
    ends = (index for index, line in enumerate(lines[1:], 1) if _MARK_OR_DOTS.fullmatch(line))
    end = next(ends, None) if _MARK.fullmatch(lines[0]) else None
    return read_body(file, text, 1) if end is None else read_body(file, "\n".join(lines[end + 1 :]), end + 2)


def _parts(file: str, text: str) -> tuple[str | None, Body]:
    """Split a text; lines before the front matter stay as blank lines, so that every place is the file's own."""
    lines = text.split("\n")
    marks = [index for index, line in enumerate(lines) if _MARK.fullmatch(line)]
    if not marks or marks[0] != 0 or len(marks) == 1:
        return None, read_body(file, "" if marks[:1] == [0] else text, 1)
    end = marks[1]
    return "\n".join(["", *lines[1:end]]), read_body(file, "\n".join(lines[end + 1 :]), end + 2)


def _entry(address: Address, front: str | None, findings: list[Finding]) -> Entry | None:
    file = address.source_path
    if front is None or not front.strip():
        message = "Am Anfang der Datei fehlt der Vorspann zwischen zwei Zeilen „---“, oder er ist leer."
        findings.append(Finding(TextRule.FRONT_MATTER_MISSING, Place(file), message, _REMEDY))
        return None
    source = read_tree(file, front)
    findings += source.findings
    return read_entry(source.root, TABLES[address.kind], findings) if source.root else None
