"""Tables of texts as a screen reader needs them: each with a caption, and with headers for its columns and rows.

Markdown knows neither. A paragraph „Tabelle: …“ right above a table becomes its caption; without one the table takes
the heading above it, for the ear alone, since the eye has just read it. The first cell of a row names the row; cells
that are left empty, or hold nothing but a line to write on, name nothing.

No word is torn to make a table fit: one whose columns may not stand side by side on a phone scrolls, in a region that
has the caption's name and that the keyboard reaches.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, zip_longest
from math import ceil
from xml.etree.ElementTree import Element

from knowledge_base.texts.markdown_body import CAPTION

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPOKEN = "wk-spoken"
_UNBROKEN = re.compile(r"[^\s–-]+[–-]?")
_LETTERS_OF_A_PHONE = 36
"""In the smallest type of a table 320 pixels hold so many; all tables in a browser say whether it is too many."""


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
            name = _give_caption(element, parents[element], befores.get(element), heading)
            if _least_letters(element) > _LETTERS_OF_A_PHONE:
                _let_scroll(element, parents[element], name)


def _give_caption(table: Element, parent: Element, before: Element | None, heading: Element | None) -> str:
    """Put the caption into a table and return what it says, empty where the table has none."""
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
        return ""  # the check of texts says so
    table.insert(0, caption)
    return "".join(_words(caption)).strip()


def _least_letters(table: Element) -> int:
    """Return how many letters stand side by side where each column is as narrow as its longest word, with its gap."""
    rows = ([_longest_word(cell) for cell in row] for row in table.iter("tr"))
    return sum(max(column) + 1 for column in zip_longest(*rows, fillvalue=0))


def _longest_word(cell: Element) -> int:
    """Return how many letters the longest word of a cell has; those of code are wider by a fifth."""
    code = [word for part in cell.iter("code") for word in _words_of(part)]
    return max([*map(len, _words_of(cell)), *(ceil(len(word) * Fraction(6, 5)) for word in code)], default=0)


def _words_of(element: Element) -> list[str]:
    return _UNBROKEN.findall("".join(element.itertext()))


def _let_scroll(table: Element, parent: Element, name: str) -> None:
    region = Element("div", {"class": "wk-scroll", "role": "region", "aria-label": name or "Tabelle", "tabindex": "0"})
    region.tail, table.tail = table.tail, "\n"
    place = list(parent).index(table)
    parent.remove(table)
    parent.insert(place, region)
    region.append(table)


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
