"""A sheet of an earlier version becomes one of the catalogue's own version, with a report of what was carried over.

This works on the JSON values of a file, before they are read: whatever is odd in them stays as it is for the reader.
Nothing is guessed. An answer that does not clearly belong to its new question leaves it open; notes and evidence move
to the successor, and where there is none, the remark holds them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.migrations import Carry, Release, Step, StepKind
from selfcheck_core.plain_text import cleaned
from selfcheck_core.remarks import (
    GivenAnswer,
    QuestionsMerged,
    QuestionSplit,
    QuestionWithdrawn,
    Remark,
    RungMoved,
    SheetCarried,
)

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The JSON values of a sheet, as far as possible in the catalogue's version, and what happened on the way."""

    values: Values
    remarks: tuple[Remark, ...]


def carry_over(values: Values, catalogue: Catalogue) -> CarriedOver:
    """Return the sheet in the catalogue's version, with a remark on everything that did not simply stay. Never raises.

    A sheet of a version that the catalogue does not know keeps its version, and only those steps are taken that it
    shows to be ahead of it.
    """
    reference, answers = values.get("catalogue"), values.get("answers")
    if not isinstance(reference, dict) or not isinstance(answers, dict):
        return CarriedOver(values, ())
    version = reference.get("version")
    known = version in [release.version for release in catalogue.releases]
    ahead = _after(version, catalogue.releases) if known else _shown_to_be_ahead(answers, catalogue.releases)
    if not ahead:
        return CarriedOver(values, ())
    move = _Move(catalogue, answers)
    for step in _steps(ahead):
        move.take(step)
    scope = _scope(values.get("scope"), ahead)
    moved = {**values, "scope": scope, "answers": move.answers()}
    if not known:
        return CarriedOver(moved, tuple(move.remarks))
    moved["catalogue"] = {**reference, "version": catalogue.version, "digest": catalogue.digest}
    moved["scope"] = _of_today(scope, catalogue)
    return CarriedOver(moved, (_summary(str(version), ahead, move), *move.remarks))


def _after(version: object, releases: tuple[Release, ...]) -> tuple[Release, ...]:
    return releases[[release.version for release in releases].index(str(version)) + 1 :]


def _shown_to_be_ahead(answers: Values, releases: tuple[Release, ...]) -> tuple[Release, ...]:
    """Return the releases that a sheet of unknown version has not seen: it names an id that the first of them retired.

    Ids are never used again, so this is certain. A sheet that names no retired id shows nothing.
    """
    for place, release in enumerate(releases):
        gone = {source for step in release.steps for source in step.sources if source not in step.targets}
        if gone & answers.keys():
            return releases[place:]
    return ()


def _steps(releases: Iterable[Release]) -> Iterable[Step]:
    return chain.from_iterable(release.steps for release in releases)


def _scope(scope: object, releases: tuple[Release, ...]) -> object:
    if not isinstance(scope, dict):
        return scope
    fields, asked = scope.get("fields"), scope.get("set")
    moved = dict(scope)
    if isinstance(fields, list):
        moved["fields"] = _ids_after(releases, fields)
    if isinstance(asked, dict) and isinstance(asked.get("id"), str):
        moved["set"] = {**asked, "id": _ids_after(releases, [asked["id"]])[0]}
    return moved


def _ids_after(releases: Iterable[Release], ids: list[object]) -> list[object]:
    for step in _steps(releases):
        if step.targets:
            ids = list(chain.from_iterable(step.targets if each in step.sources else [each] for each in ids))
    return ids


def _of_today(scope: object, catalogue: Catalogue) -> object:
    """Return the scope with today's digest of its question set, as the answers are today's now."""
    asked = scope.get("set") if isinstance(scope, dict) else None
    here = catalogue.question_set(str(asked.get("id"))) if isinstance(asked, dict) else None
    if not isinstance(scope, dict) or not isinstance(asked, dict) or here is None:
        return scope
    return {**scope, "set": {**asked, "digest": here.digest}}


def _summary(version: str, ahead: tuple[Release, ...], move: "_Move") -> SheetCarried:
    comparisons = tuple(release.comparison for release in ahead)
    return SheetCarried(version, ahead[-1].version, **move.counts(), comparisons=comparisons)


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer as a file holds it: what was chosen, apart from notes and evidence; ``origins`` are the old ids."""

    choice: Values
    notes: tuple[str, ...] = ()
    evidence: tuple[object, ...] = ()
    origins: frozenset[str] = frozenset()

    @classmethod
    def of(cls, question: str, values: object) -> "_Given":
        # The reader calls a rung of null unreadable, and that is what an answer without entries is.
        choice = dict(values) if isinstance(values, dict) else {"rung": None}
        note, evidence = choice.get("note"), choice.get("evidence")
        if isinstance(note, str):
            del choice["note"]
        if isinstance(evidence, list):
            del choice["evidence"]
        notes = (note,) if isinstance(note, str) and note.strip() else ()
        return cls(choice, notes, tuple(evidence) if isinstance(evidence, list) else (), frozenset({question}))

    def values(self) -> dict[str, object]:
        note = {"note": "\n".join(self.notes)} if self.notes else {}
        return {**self.choice, **note, **({"evidence": list(self.evidence)} if self.evidence else {})}

    def told(self, question: str) -> GivenAnswer:
        """Return what was chosen for this question, with what was typed beside it."""
        rung, state = self.choice.get("rung"), self.choice.get("state")
        typed = (self.choice.get(key) for key in ("carrier", "reason"))
        said = tuple(cleaned(text) for text in typed if isinstance(text, str) and text.strip())
        # An exact comparison: True is no rung.
        return GivenAnswer(question, rung if type(rung) is int else None, str(state), said)


_NOTHING = _Given({})


def _confirmed(choice: Values) -> Values:
    return {key: value for key, value in choice.items() if key != "preset"}


def _joined(parts: Iterable[_Given], choice: Values) -> _Given:
    """Return one answer with this choice and all notes, evidence and origins of the parts."""
    listed = tuple(parts)
    return _Given(
        choice,
        tuple(dict.fromkeys(note for part in listed for note in part.notes)),
        tuple(item for part in listed for item in part.evidence),
        frozenset().union(*(part.origins for part in listed)),
    )


class _Move:
    """The answers of one sheet on their way through the steps."""

    def __init__(self, catalogue: Catalogue, answers: Values) -> None:
        self.remarks: list[Remark] = []
        ids = (*(each.id for each in catalogue.questions()), *(each.id for each in catalogue.set_questions()))
        self._here = frozenset(ids)
        self._given = {question: _Given.of(question, values) for question, values in answers.items()}
        self._answered = frozenset(question for question, given in self._given.items() if given.choice)
        self._changed: frozenset[str] = frozenset()
        self._reopened: frozenset[str] = frozenset()

    def answers(self) -> dict[str, object]:
        """Return the answers as they are now, as JSON values."""
        return {question: given.values() for question, given in self._given.items()}

    def counts(self) -> Mapping[str, int]:
        """Return how many of the old answers were kept, changed, reopened and lost; each counts once."""
        here = [given.origins for question, given in self._given.items() if question in self._here]
        lost = self._answered.difference(*here)
        reopened = (self._reopened & self._answered) - lost
        changed = (self._changed & self._answered) - reopened - lost
        kept = self._answered - changed - reopened - lost
        return {"kept": len(kept), "changed": len(changed), "reopened": len(reopened), "lost": len(lost)}

    def take(self, step: Step) -> None:
        """Take one step with the answers it is about, if there are any."""
        if not any(source in self._given for source in step.sources):
            return
        match step.kind:
            case StepKind.RENAMED | StepKind.MERGED:
                self._merge(step)
            case StepKind.SPLIT:
                self._split(step)
            case StepKind.WITHDRAWN:
                self._withdraw(step)
            case StepKind.RESCALED:
                self._rescale(step)

    def _merge(self, step: Step) -> None:
        target = step.targets[0]
        # An answer that is there already is one more voice.
        ids = dict.fromkeys((*step.sources, *(step.targets if target in self._given else ())))
        parts = {question: self._given.pop(question, _NOTHING) for question in ids}
        choices = [part.choice for part in parts.values()]
        if all(_confirmed(choice) == _confirmed(choices[0]) for choice in choices):
            # What somebody confirmed once is not preset any more.
            preset = all("preset" in choice for choice in choices)
            self._given[target] = _joined(parts.values(), choices[0] if preset else _confirmed(choices[0]))
            return
        rungs = [rung for choice in choices if type(rung := choice.get("rung")) is int]
        lowest = step.carry is Carry.LOWEST and len(rungs) == len(choices)
        self._given[target] = whole = _joined(parts.values(), {"rung": min(rungs)} if lowest else {})
        given = tuple(part.told(question) for question, part in parts.items())
        if lowest:
            self._changed |= whole.origins
        else:
            self._reopened |= whole.origins
        self.remarks.append(QuestionsMerged(self._known(target), target, given, lowest, step.reason))

    def _split(self, step: Step) -> None:
        old = self._given.pop(step.sources[0])
        choice: Values = old.choice if step.carry is Carry.ALL else {}
        for place, target in enumerate(step.targets):
            there = self._given.get(target, _NOTHING)
            part = old if place == 0 else replace(old, notes=(), evidence=())
            self._given[target] = _joined((there, part), there.choice or choice)
        if not old.choice:
            return
        if step.carry is Carry.OPEN:
            self._reopened |= old.origins
        source, copied = step.sources[0], step.carry is Carry.ALL
        first = self._known(step.targets[0])
        self.remarks.append(QuestionSplit(first, source, step.targets, old.told(source), copied, step.reason))

    def _withdraw(self, step: Step) -> None:
        source = step.sources[0]
        old = self._given.pop(source)
        notes = tuple(cleaned(note) for note in old.notes)
        evidence = tuple(_title_and_link(item) for item in old.evidence)
        if notes or evidence or old.choice:
            about = self._known(source)
            self.remarks.append(QuestionWithdrawn(about, source, old.told(source), notes, evidence, step.reason))

    def _rescale(self, step: Step) -> None:
        question = step.sources[0]
        old = self._given[question]
        rung = old.choice.get("rung")
        # An exact comparison: True is no rung.
        if type(rung) is not int or rung not in range(len(step.rungs)) or step.rungs[rung] == rung:
            return
        new = step.rungs[rung]
        self._given[question] = replace(old, choice={} if new is None else {"rung": new})
        if new is None:
            self._reopened |= old.origins
        else:
            self._changed |= old.origins
        self.remarks.append(RungMoved(self._known(question), question, rung, new, step.reason))

    def _known(self, question: str) -> str:
        """Return the id where the catalogue asks this question, else nothing."""
        return question if question in self._here else ""


def _title_and_link(item: object) -> tuple[str, str]:
    values = item if isinstance(item, dict) else {}
    title, link = (cleaned(text) if isinstance(text := values.get(key), str) else "" for key in ("title", "link"))
    return title, link
