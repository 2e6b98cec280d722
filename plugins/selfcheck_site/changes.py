"""aenderungen.yaml: what became of which id from version to version, checked and made the history of the catalogue."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from editorial.entries import Entry, Value
from editorial.findings import Finding, Place, did_you_mean, excerpt
from selfcheck_core.catalogue import RUNG_COUNT
from selfcheck_core.migrations import Carry, Release, Step, StepKind
from selfcheck_site.folder import CATALOGUE_FILE
from selfcheck_site.rules import QuestionnaireRule
from selfcheck_site.views.wording import counted

_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})*")

# In this order the steps of one version are taken: a renamed question can have new rungs in the same version.
_KINDS = {
    "umbenannt": StepKind.RENAMED,
    "geteilt": StepKind.SPLIT,
    "zusammengelegt": StepKind.MERGED,
    "entfallen": StepKind.WITHDRAWN,
    "stufen-neu": StepKind.RESCALED,
}


@dataclass(frozen=True, slots=True)
class _Change:
    """One step as it stands in the file, with the ids it names before and after, as far as they could be read."""

    kind: StepKind
    entry: Entry
    sources: tuple[Value, ...]
    targets: tuple[Value, ...]


def releases(changes: Entry | None) -> tuple[Release, ...]:
    """Return the history that a file without findings tells; nothing where there is no file."""
    return tuple(
        Release(
            entry.content("fassung", str),
            entry.content("vergleich", str),
            tuple(_step(change) for change in _changes(entry)),
            tuple(str(value.content) for value in entry.texts("pruefsummen")),
        )
        for entry in (changes.entries("aenderungen") if changes else ())
    )


def check_versions(changes: Entry, current: Value | None) -> Iterator[Finding]:
    """Yield the versions that cannot be told apart, do not ascend, or do not end with the catalogue's own."""
    versions = [value for entry in changes.entries("aenderungen") if (value := entry.value("fassung"))]
    ordered = [value for value in versions if _VERSION.fullmatch(str(value.content))]
    for value in versions:
        if value not in ordered:
            message = f"{excerpt(str(value.content))} lässt sich nicht in eine Reihenfolge bringen."
            remedy = 'Schreiben Sie Zahlen mit Punkten, zum Beispiel "2026.1".'
            yield Finding(QuestionnaireRule.VERSION_ORDER, value.place, message, remedy)
    for earlier, later in pairwise(ordered):
        if _numbers(earlier) >= _numbers(later):
            message = f"Auf Fassung {earlier.content} folgt Fassung {later.content}."
            remedy = "Ordnen Sie die Fassungen, die älteste zuerst. Jede steht einmal da."
            yield Finding(QuestionnaireRule.VERSION_ORDER, later.place, message, remedy)
    if versions and current and versions[-1].content != current.content:
        message = f"Die letzte Fassung hier ist {versions[-1].content}, in {CATALOGUE_FILE} steht {current.content}."
        remedy = (
            f'Ergänzen Sie am Ende einen Eintrag mit „fassung: "{current.content}"“, auch wenn keine Kennung wegfiel.'
        )
        yield Finding(QuestionnaireRule.VERSION_ORDER, versions[-1].place, message, remedy)


def check_rung_mappings(changes: Entry) -> Iterator[Finding]:
    """Yield the mappings that leave an old rung out."""
    for release in changes.entries("aenderungen"):
        for entry in release.entries("stufen-neu"):
            count = entry.items("stufen").length
            if count and count != RUNG_COUNT:
                are = "ist" if count == 1 else "sind"
                message = f"Zugeordnet {are} {counted(count, 'Stufe', 'Stufen')}, frühere Bögen haben {RUNG_COUNT}."
                remedy = "Nennen Sie zu jeder früheren Stufe die neue, zum Beispiel [0, 1, offen, 3]."
                yield Finding(QuestionnaireRule.RUNG_MAPPING, entry.items("stufen").place, message, remedy)


def check_ids(changes: Entry, living: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield the ids that are used again and the targets that never were; ``living`` are the ids of today.

    The steps are followed backwards from today, so that at each of them the ids after it are known.
    """
    after = dict(living)
    for release in reversed(changes.entries("aenderungen")):
        version = release.value("fassung")
        for change in reversed(tuple(_changes(release))):
            named = {value.content for value in change.targets}
            for value in change.targets:
                if value.content not in after:
                    yield _unknown(value, after, f"in Fassung {version.content}" if version else "hier")
            for value in change.sources:
                if value.content in after and value.content not in named:
                    yield _reused(value, after[str(value.content)])
            after.update({str(value.content): value.place for value in change.sources})


def _numbers(version: Value) -> list[int]:
    return [int(part) for part in str(version.content).split(".")]


def _unknown(value: Value, known: Mapping[str, Place], when: str) -> Finding:
    near = did_you_mean(str(value.content), known)
    remedy = f"Meinten Sie „{near}“?" if near else "Nennen Sie eine Kennung aus dem Ordner handlungsfelder."
    message = f"Die Kennung {excerpt(str(value.content))} gibt es {when} nicht."
    return Finding(QuestionnaireRule.UNKNOWN_TARGET, value.place, message, remedy)


def _reused(source: Value, again: Place) -> Finding:
    where = f"{source.place.file}, Zeile {source.place.line}"
    message = f"Die Kennung {excerpt(str(source.content))} ist ausgemustert: {where}. Sie darf nicht wieder vorkommen."
    remedy = "Vergeben Sie hier eine neue Kennung. Ältere Bögen nennen die frühere und meinen damit etwas anderes."
    return Finding(QuestionnaireRule.REUSED_ID, again, message, remedy)


def _changes(release: Entry) -> Iterator[_Change]:
    for key, kind in _KINDS.items():
        for entry in release.entries(key):
            own = _ids(entry, "kennung")
            sources, targets = own or _ids(entry, "von"), own or _ids(entry, "zu")
            yield _Change(kind, entry, sources, () if kind is StepKind.WITHDRAWN else targets)


def _ids(entry: Entry, key: str) -> tuple[Value, ...]:
    single = entry.value(key)
    return (single,) if single else entry.texts(key)


def _step(change: _Change) -> Step:
    choice = change.entry.value("uebernahme") or change.entry.value("regel")
    rungs = (value.content for value in change.entry.texts("stufen"))
    return Step(
        kind=change.kind,
        sources=tuple(str(value.content) for value in change.sources),
        targets=tuple(str(value.content) for value in change.targets),
        reason=change.entry.content("grund", str),
        carry=choice.content if choice and isinstance(choice.content, Carry) else Carry.OPEN,
        rungs=tuple(content if isinstance(content, int) else None for content in rungs),
    )
