"""The catalogue: one version of the questionnaire with its levels, limits, roles and types of municipality.

Everything that affects a result stands in here as an exact number; the code that computes holds no number of its own.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from selfcheck_core.migrations import Release
from selfcheck_core.question_sets import QuestionSet, SetQuestion

RUNG_COUNT = 4


class Dimension(StrEnum):
    """What a question asks about: what is decided and written down, or what is lived."""

    POLICY = "policy"
    PRACTICE = "practice"


class Effort(StrEnum):
    """How much work a suggestion makes, as its author estimates it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Level:
    """A maturity level. It holds from ``start`` (0 to 1, included) up to the start of the next one (left out)."""

    id: str
    title: str
    start: Fraction


@dataclass(frozen=True, slots=True)
class CoverageLimits:
    """How much has to be answered until a field's level can be trusted.

    Below ``none_below`` a field gets no level, below ``tentative_below`` only a tentative one (shares of the weight, 0
    to 1), and the same where fewer than ``firm_from_answers`` questions (1 or more) were answered with a rung. Regelung
    and Praxis are set beside each other where each has at least ``compared_from_answers`` (1 or more) such answers.
    """

    none_below: Fraction
    tentative_below: Fraction
    firm_from_answers: int
    compared_from_answers: int = 1


@dataclass(frozen=True, slots=True)
class MunicipalityType:
    """A type of municipality a sheet can name; ``example`` tells who is one, and may be empty."""

    id: str
    title: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Perspective:
    """A role a sheet can be answered from."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class NotResponsible:
    """For this type of municipality the question is usually the business of ``carrier``."""

    municipality_type: str
    carrier: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A next step for whoever answered with a rung of at most ``up_to`` (0 to 3); ``links`` name pages of the site."""

    up_to: int
    text: str
    effort: Effort
    needs_decision: bool
    free_of_charge: bool
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One fact asked: four described rungs, lowest first, and a ``weight`` above 0."""

    id: str
    dimension: Dimension
    short_form: bool
    weight: Fraction
    text: str
    why: str
    known_by: tuple[str, ...]
    rungs: tuple[str, ...]
    not_responsible: tuple[NotResponsible, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A criterion inside a field, with its questions in reading order."""

    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of action with its themes in reading order."""

    id: str
    title: str
    about: str
    themes: tuple[Theme, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions of the field, in reading order."""
        return tuple(question for theme in self.themes for question in theme.questions)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole questionnaire. Ids are unique among questions, those of sets included, among themes and among fields.

    ``digest`` changes with everything that can change a result of the main form, ``texts_digest`` with the words.
    ``releases`` are all released versions, the catalogue's own last; empty where no history is kept. ``sets`` are the
    questions for people who do not work in the town hall.
    """

    id: str
    version: str
    digest: str
    texts_digest: str
    title: str
    levels: tuple[Level, ...]
    coverage: CoverageLimits
    not_applicable_warning_above: Fraction
    municipality_types: tuple[MunicipalityType, ...]
    perspectives: tuple[Perspective, ...]
    fields: tuple[Field, ...]
    releases: tuple[Release, ...] = ()
    sets: tuple[QuestionSet, ...] = ()

    def questions(self) -> tuple[Question, ...]:
        """Return all questions, in catalogue order."""
        return tuple(question for field in self.fields for question in field.questions)

    def question(self, question_id: str) -> Question | None:
        """Return the question of this id, or None."""
        return next((question for question in self.questions() if question.id == question_id), None)

    def question_set(self, set_id: str) -> QuestionSet | None:
        """Return the set of this id, or None."""
        return next((each for each in self.sets if each.id == set_id), None)

    def set_questions(self) -> tuple[SetQuestion, ...]:
        """Return the questions of all sets, each of them once."""
        return tuple(dict.fromkeys(question for each in self.sets for question in each.questions))

    def short_form_is_tentative(self) -> bool:
        """Return whether no field asks enough questions in the short form for a level that is firm."""
        asked = (sum(question.short_form for question in field.questions) for field in self.fields)
        return all(count < self.coverage.firm_from_answers for count in asked)

    def level_of(self, value: Fraction) -> Level:
        """Return the last level whose start is not above ``value`` (0 to 1)."""
        return [level for level in self.levels if level.start <= value][-1]
