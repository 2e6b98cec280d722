"""How the questionnaire changed from version to version, as data: what became of which question or field.

Ids are unique over questions, themes and fields and are never used again; so a step names ids, whatever they stand for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """What happened. RESCALED keeps the id and describes the rungs anew."""

    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    RESCALED = "rescaled"


class Carry(StrEnum):
    """What becomes of an answer where the step leaves a choice.

    OPEN guesses nothing. ALL gives the answer to every part of a SPLIT, LOWEST takes the lowest rung of a MERGED.
    """

    OPEN = "open"
    ALL = "all"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Step:
    """One change: ``sources`` are ids of the version before, ``targets`` ids after it; ``reason`` is a German sentence.

    For RESCALED ``rungs`` has the new rung for each old one, None where it cannot be told; else it is empty.
    """

    kind: StepKind
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    reason: str
    carry: Carry = Carry.OPEN
    rungs: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A released version, the steps that led to it, and in German which earlier results compare with its own.

    ``digests`` are those that sheets of this version can carry besides the catalogue's own and mean the same by it.
    """

    version: str
    comparison: str
    steps: tuple[Step, ...]
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that must not be used again, since which version, and why."""

    id: str
    since: str
    reason: str


def retired(releases: Iterable[Release]) -> tuple[Retired, ...]:
    """Return the ids that the steps left behind, in the order of the steps."""
    return tuple(
        Retired(source, release.version, step.reason)
        for release in releases
        for step in release.steps
        for source in step.sources
        if source not in step.targets
    )
