"""Frage × Plattform: which pages stand behind each question and each rung, and where the next text is needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from selfcheck_core.catalogue import Catalogue, Field, Question, Suggestion


class Standing(StrEnum):
    """How far a question is backed by pages, in the word that editors read."""

    NOTHING = "nichts"
    PARTLY = "teilweise"
    EVERYTHING = "alles"


@dataclass(frozen=True, slots=True)
class KnownPages:
    """What the platform's pages say about themselves.

    ``titles`` has names of pages such as "methoden/world-cafe" as keys, ``naming`` ids of questions with the names of
    the pages that list them in their front matter under „fragen“.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    naming: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RungsBacking:
    """The rungs for which one suggestion applies, lowest and highest, and the pages it points to."""

    first: int
    last: int
    pages: tuple[str, ...]

    @property
    def rungs(self) -> str:
        """The rungs in words: „Stufe 2“ or „Stufe 0 bis 1“."""
        return f"Stufe {self.first}" if self.first == self.last else f"Stufe {self.first} bis {self.last}"


@dataclass(frozen=True, slots=True)
class QuestionBacking:
    """The pages behind one question: those that name the question as a whole, and those of its suggestions."""

    question: Question
    pages: tuple[str, ...]
    rungs: tuple[RungsBacking, ...]

    @property
    def standing(self) -> Standing:
        """Everything where a page names the question or all its rungs have one; the top rung needs none."""
        backed = [bool(self.pages or item.pages) for item in self.rungs] or [bool(self.pages)]
        if all(backed):
            return Standing.EVERYTHING
        return Standing.PARTLY if any(backed) else Standing.NOTHING


@dataclass(frozen=True, slots=True)
class FieldBacking:
    """The questions of one field with the pages behind them, in reading order."""

    field: Field
    questions: tuple[QuestionBacking, ...]


def backing(catalogue: Catalogue, platform: KnownPages) -> tuple[FieldBacking, ...]:
    """Return the pages behind every question, field by field in catalogue order; nothing is looked up or checked."""
    return tuple(
        FieldBacking(each, tuple(_of_question(question, platform) for question in each.questions))
        for each in catalogue.fields
    )


def count(questions: Iterable[QuestionBacking]) -> Mapping[Standing, int]:
    """Return how many questions stand how, with every standing as a key."""
    found = [question.standing for question in questions]
    return {standing: found.count(standing) for standing in Standing}


def _of_question(question: Question, platform: KnownPages) -> QuestionBacking:
    return QuestionBacking(question, tuple(platform.naming.get(question.id, ())), _of_rungs(question.suggestions))


def _of_rungs(suggestions: Iterable[Suggestion]) -> tuple[RungsBacking, ...]:
    """Suggestions stand in ascending order: each applies above the rungs of the one before it."""
    found: list[RungsBacking] = []
    for suggestion in suggestions:
        first = found[-1].last + 1 if found else 0
        pages = tuple(dict.fromkeys(link.partition("#")[0] for link in suggestion.links))
        found.append(RungsBacking(first, suggestion.up_to, pages))
    return tuple(found)
