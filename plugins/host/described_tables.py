"""Tables of texts as a screen reader needs them: each with a caption, and with headers for its columns and rows.

Markdown knows neither. A paragraph „Tabelle: …“ right above a table becomes its caption; without one the table takes
the heading above it, for the ear alone, since the eye has just read it. The first cell of a row names the row; cells
that are left empty, or hold nothing but a line to write on, name nothing.
"""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from knowledge_base.texts.markdown_body import CAPTION

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPOKEN = "wk-spoken"


def describe_tables(root: Element) -> None:
    """Give every table below an element caption and headers."""
    parents = {child: parent for parent in root.iter() for child in parent}
    befores = {child: before for parent in root.iter() for before, child in pairwise(parent)}
    heading: Element | None = None
    for element in list(root.iter()):
        if element.tag in _HEADINGS:
            heading = element
        elif element.tag == "table":
            _name_columns_and_rows(element)
            _give_caption(element, parents[element], befores.get(element), heading)


def _give_caption(table: Element, parent: Element, before: Element | None, heading: Element | None) -> None:
    caption = Element("caption")
    caption.tail = "\n"
    if before is not None and before.tag == "p" and (before.text or "").startswith(CAPTION):
        caption.text = (before.text or "").removeprefix(CAPTION).lstrip()
        caption.extend(list(before))
        parent.remove(before)
    elif heading is not None:
        caption.text = "".join(_words(heading)).strip()
        caption.set("class", _SPOKEN)
    else:
        return  # the check of texts says so
    table.insert(0, caption)


def _words(element: Element) -> Iterator[str]:
    """Yield what stands in a heading, without the numbers of footnotes."""
    yield element.text or ""
    for child in element:
        yield from () if child.tag == "sup" else _words(child)
        yield child.tail or ""


def _name_columns_and_rows(table: Element) -> None:
    for cell in table.iterfind("thead/tr/th"):
        _mark(cell, "col")
    for row in table.iterfind("tbody/tr"):
        for cell in row[:1]:
            _mark(cell, "row")


def _mark(cell: Element, scope: str) -> None:
    """Make a header of a cell that says something, and a plain cell of any other."""
    if any(sign.isalnum() for sign in "".join(cell.itertext())):
        cell.tag = "th"
        cell.set("scope", scope)
    else:
        cell.tag = "td"
