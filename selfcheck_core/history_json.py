"""The history of the questionnaire as JSON values: the entries of a catalogue that tell what became of which id."""

from selfcheck_core.catalogue_entry import CatalogueEntry
from selfcheck_core.migrations import Carry, Release, Step, StepKind, retired


def history_to_json(releases: tuple[Release, ...]) -> dict[str, object]:
    """Return the entries of a catalogue's JSON that tell its history. There are none where there is no history."""
    history: dict[str, object] = {
        "migrations": [
            {
                "version": release.version,
                "comparison": release.comparison,
                "digests": list(release.digests),
                "steps": [_step_to_json(step) for step in release.steps],
            }
            for release in releases
        ],
        "retired": [{"id": item.id, "since": item.since, "reason": item.reason} for item in retired(releases)],
    }
    return {key: values for key, values in history.items() if values}


def _step_to_json(step: Step) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "from": list(step.sources),
        "to": list(step.targets),
        "carry": step.carry.value,
        "rungs": list(step.rungs),
        "reason": step.reason,
    }


def releases_from_json(root: CatalogueEntry, rung_count: int) -> tuple[Release, ...]:
    """Return the releases of a catalogue's JSON. Raises CatalogueError where they are damaged."""

    def step(entry: CatalogueEntry) -> Step:
        kind, rungs = entry.choice("kind", StepKind), entry.rungs("rungs", rung_count)
        if len(rungs) != (rung_count if kind is StepKind.RESCALED else 0):
            raise entry.damaged("rungs")
        sources, targets = entry.texts("from"), entry.texts("to")
        if not sources or bool(targets) == (kind is StepKind.WITHDRAWN):
            raise entry.damaged("to")
        return Step(kind, sources, targets, entry.text("reason"), entry.choice("carry", Carry), rungs)

    return root.entries_if_any(
        "migrations",
        lambda entry: Release(
            entry.text("version"), entry.text("comparison"), entry.entries("steps", step), entry.texts("digests")
        ),
    )
