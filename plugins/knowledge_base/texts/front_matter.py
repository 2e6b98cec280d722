"""From one file's bytes to a text as the rules see it: front matter with places, body, and the item if it is sound."""

from dataclasses import replace

from editorial.encoding import read_text
from editorial.entries import Entry, read_entry
from editorial.findings import Finding
from editorial.source import read_tree
from knowledge_base.texts.folders import Address
from knowledge_base.texts.front_matter_bounds import Bounds, bounds_of, start_of_body, unclosed
from knowledge_base.texts.items import build_item
from knowledge_base.texts.list_marks import odd_list_marks
from knowledge_base.texts.manuscript import Manuscript
from knowledge_base.texts.markdown_body import Body, read_body
from knowledge_base.texts.number_marks import with_digits
from knowledge_base.texts.tables import TABLES
from knowledge_base.texts.unseparated_lists import unseparated_lists


def read_manuscript(address: Address, data: bytes, findings: list[Finding]) -> Manuscript:
    """Read one file; what is wrong with it is added to the findings, with the line and column of this file."""
    own: list[Finding] = []
    file = address.source_path
    read = read_text(file, data)
    own += read.findings
    lines = (read.text or "").split("\n")
    bounds = bounds_of(file, lines) if read.text is not None else None
    entry = None
    if isinstance(bounds, Finding):
        own.append(bounds)
    elif bounds:
        entry = _entry(address, lines[: bounds.closing], own)
    start = bounds.closing + 1 if isinstance(bounds, Bounds) else 0
    text = "" if bounds is None or (start == 0 and lines[0].startswith("---")) else "\n".join(lines[start:])
    own += odd_list_marks(file, text, start)
    own += unseparated_lists(file, text, start) if entry else ()
    body = _body(file, text, start + 1)
    findings += own
    sound = entry is not None and not any(finding.stops for finding in own)
    return Manuscript(address, entry, body, build_item(address, entry, body) if entry and sound else None)


def body_of(file: str, text: str) -> Body:
    """Return what stands below the front matter of a page, which may have none."""
    lines = text.split("\n")
    start = start_of_body(lines)
    return _body(file, "\n".join(lines[start:]), start + 1)


def _body(file: str, text: str, line: int) -> Body:
    """Read a body in which marks for numbers are no HTML."""
    return replace(read_body(file, with_digits(text), line), text=text)


def _entry(address: Address, lines: list[str], findings: list[Finding]) -> Entry | None:
    """Read the lines down to the second mark; the first becomes a blank one, so that every place is the file's own."""
    file = address.source_path
    source = read_tree(file, "\n".join(["", *lines[1:]]))
    slipped_in = unclosed(file, lines, readable=source.root is not None)
    if slipped_in:
        findings.append(slipped_in)
        return None
    findings += source.findings
    return read_entry(source.root, TABLES[address.kind], findings) if source.root else None
