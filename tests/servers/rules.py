"""What docs/technik/veroeffentlichen.md promises of every file, from its two tables: the one place for the values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from building import ROOT

PAGE = ROOT / "docs" / "technik" / "veroeffentlichen.md"
EVERYWHERE, OTHERWISE = "überall", "überall sonst"


@dataclass(frozen=True)
class Rule:
    """One header: where it is set and where, inside that, it is not; a place is a folder or a file of the site."""

    name: str
    value: str
    where: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    otherwise: bool = False

    def holds_for(self, path: str) -> bool:
        """Return whether the header is set for a path of the site; of the one for all others nothing is said here."""
        return not self.otherwise and (not self.where or path.startswith(self.where)) and not path.startswith(self.but)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the table of headers."""
    found = []
    for where, name, value in table("| Wo | Kopfzeile | Wert |"):
        inside, _, outside = where.partition(" außer ")
        places, but = _coded(inside), _coded(outside)
        assert places or inside in (EVERYWHERE, OTHERWISE), where
        found.append(Rule(name.strip("`"), value.strip("`"), places, but or ("\0",), inside == OTHERWISE))
    return tuple(found)


@cache
def types() -> Mapping[str, str]:
    """Return suffix → media type."""
    return {suffix: kind.strip("`") for suffixes, kind in table("| Endung | Typ |") for suffix in _coded(suffixes)}


def expected(path: str) -> Mapping[str, str]:
    """Return the headers that a file of the site is served with, its type included."""
    headers = {rule.name: rule.value for rule in rules() if rule.holds_for(path)}
    for rule in rules():
        if rule.otherwise:
            headers.setdefault(rule.name, rule.value)
    return headers | {"Content-Type": types()[PurePosixPath(path).suffix]}


def names() -> frozenset[str]:
    """Return the names of all headers that the page speaks of."""
    return frozenset({rule.name for rule in rules()} | {"Content-Type"})


def table(head: str) -> list[list[str]]:
    """Return the cells of the table of the page that begins with a line."""
    lines = PAGE.read_text(encoding="utf-8").partition(f"{head}\n")[2].partition("\n\n")[0].splitlines()[1:]
    assert lines, f"the page has no table {head}"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _coded(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))
