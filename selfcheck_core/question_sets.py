"""Question sets: what people are asked who do not work in the town hall, about what they can have seen themselves.

A set holds a mirror to the main form: each of its questions belongs to one of the form's themes. What a set's sheet
says is one view; no maturity level is ever made of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """One thing that a person can have seen: four described rungs, lowest first.

    ``theme`` is the id of the main form's theme, ``mirrors`` the ids of those of its questions that it is held against.
    """

    id: str
    theme: str
    mirrors: tuple[str, ...]
    text: str
    rungs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of a set that belong to one field, under a heading in plain words."""

    field: str
    title: str
    questions: tuple[SetQuestion, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions for one perspective, or for several that see the same.

    A question can stand in several sets and is then the same in all of them. ``digest`` changes with everything that
    can change what a sheet of the set says, and with no word.
    """

    id: str
    title: str
    about: str
    perspectives: tuple[str, ...]
    sections: tuple[Section, ...]
    digest: str = ""

    @property
    def questions(self) -> tuple[SetQuestion, ...]:
        """Return all questions of the set, in reading order."""
        return tuple(question for section in self.sections for question in section.questions)

    def by_theme(self, field: str) -> Mapping[str, tuple[SetQuestion, ...]]:
        """Return the questions to a field by the ids of their themes."""
        found: dict[str, tuple[SetQuestion, ...]] = {}
        for section in self.sections:
            for question in section.questions if section.field == field else ():
                found[question.theme] = (*found.get(question.theme, ()), question)
        return found
