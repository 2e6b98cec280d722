"""The marks by which a page asks for what the build makes, such as ``<!-- selbstcheck: fragebogen -->``.

A page is cut at its marks once; what it needs (blocks, styles, policy) follows from the parts and from nothing else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from editorial.findings import Finding, Place, did_you_mean
from host.rules import SiteRule

_MARK = re.compile(r"<!--\s*(?P<room>selbstcheck|wissen):\s*(?P<name>\S+)\s*-->")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that asks for a block: the word in front of the colon and the name behind it."""

    room: str
    name: str


SELFCHECK, KNOWLEDGE = "selbstcheck", "wissen"
FORM = Mark(SELFCHECK, "fragebogen")
LIST = Mark(KNOWLEDGE, "liste")


def is_form(mark: Mark) -> bool:
    """Tell whether a mark asks for a form of the self-check, be it the main form or one of the question sets."""
    return mark == FORM or (mark.room == SELFCHECK and mark.name.startswith("fragensatz-"))


Part = str | Mark
Makers = Mapping[Mark, Callable[[], str]]


def is_mark(comment: str) -> bool:
    """Tell whether a comment asks for a block."""
    return _MARK.fullmatch(comment) is not None


def parts_of(html: str) -> tuple[Part, ...]:
    """Cut a page's HTML at its marks, in reading order; pieces of HTML may be empty."""
    parts: list[Part] = []
    end = 0
    for found in _MARK.finditer(html):
        parts += [html[end : found.start()], Mark(found["room"], found["name"])]
        end = found.end()
    return (*parts, html[end:])


def marks_of(parts: Iterable[Part]) -> frozenset[Mark]:
    """Return the marks among the parts of a page."""
    return frozenset(part for part in parts if isinstance(part, Mark))


def filled(parts: Iterable[Part], makers: Makers) -> str:
    """Return the page with every mark replaced by its block; a mark that names no block leaves nothing."""
    return "".join(part if isinstance(part, str) else _made(part, makers) for part in parts)


def unknown_blocks(parts: Iterable[Part], makers: Makers, file: str) -> Iterator[Finding]:
    """Yield a finding for each mark that names no block; `file` is the page's source."""
    for mark in (part for part in parts if isinstance(part, Mark) and part not in makers):
        known = sorted(each.name for each in makers if each.room == mark.room)
        near = did_you_mean(mark.name, known)
        listed = f"Möglich sind: {', '.join(known)}." if known else "Löschen Sie die Zeile."
        yield Finding(
            slug=SiteRule.UNKNOWN_BLOCK,
            place=Place(file),
            message=f"Die Seite fragt nach dem Baustein „{mark.name}“, den es nicht gibt.",
            remedy=f"Meinten Sie „{near}“?" if near else listed,
        )


def _made(mark: Mark, makers: Makers) -> str:
    maker = makers.get(mark)
    return maker() if maker else ""
