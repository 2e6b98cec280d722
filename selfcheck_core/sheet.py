"""A sheet as values: what one respondent or office answered, about which questions, and who they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from selfcheck_core.catalogue import Catalogue, Field, Question


class State(StrEnum):
    """How a question was answered. Only ANSWERED has a rung; UNKNOWN and OPEN widen the range."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    OPEN = "open"
    NOT_RESPONSIBLE = "not-responsible"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document behind an answer. ``link`` is a web address (http or https) or empty."""

    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: a ``rung`` (0 to 3) where ANSWERED, else None.

    ``carrier`` is filled for NOT_RESPONSIBLE only, ``reason`` for NOT_APPLICABLE only; any answer can carry a note and
    evidence. A NOT_RESPONSIBLE that is ``preset`` was set because of the type of municipality; nobody has confirmed it.
    """

    state: State
    rung: int | None = None
    carrier: str = ""
    reason: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    preset: bool = False

    def __post_init__(self) -> None:
        if (self.state is State.ANSWERED) != (self.rung is not None):
            raise ValueError("an answer has a rung exactly where its state is ANSWERED")
        if self.preset and self.state is not State.NOT_RESPONSIBLE:
            raise ValueError("only NOT_RESPONSIBLE can be preset")

    @property
    def lacks_reason(self) -> bool:
        """Whether the question is said not to be applicable, and nobody has said why."""
        return self.state is State.NOT_APPLICABLE and not self.reason.strip()


_OPEN = Answer(State.OPEN)


@dataclass(frozen=True, slots=True)
class CatalogueRef:
    """Which catalogue a sheet or report belongs to."""

    id: str
    version: str
    digest: str

    @classmethod
    def of(cls, catalogue: Catalogue) -> "CatalogueRef":
        """Return the reference to this catalogue."""
        return cls(catalogue.id, catalogue.version, catalogue.digest)


@dataclass(frozen=True, slots=True)
class SetRef:
    """Which question set a sheet answers, and the digest that the set had."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which questions count: ``form`` "short" takes the marked ones only, ``fields`` None takes every field.

    With ``form`` "set" it is the questions of ``set``, and none of the main form.
    """

    form: str
    fields: tuple[str, ...] | None
    set: SetRef | None = None

    @property
    def set_id(self) -> str:
        """The id of the question set, empty where the main form is answered."""
        return self.set.id if self.set else ""

    def asked(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return the ids of all questions in scope, in their order."""
        if self.set:
            here = catalogue.question_set(self.set.id)
            return tuple(question.id for question in here.questions) if here else ()
        return tuple(question.id for field in self.fields_of(catalogue) for question in self.questions_of(field))

    def fields_of(self, catalogue: Catalogue) -> tuple[Field, ...]:
        """Return the fields of the main form in scope, in catalogue order; a set has none, and so no level."""
        fields = () if self.set else catalogue.fields
        return tuple(field for field in fields if self.fields is None or field.id in self.fields)

    def questions_of(self, field: Field) -> tuple[Question, ...]:
        """Return the questions in scope of a field that is in scope, in catalogue order."""
        return tuple(question for question in field.questions if self.includes(question))

    def includes(self, question: Question) -> bool:
        """Return whether the form asks the question, given that its field is in scope."""
        return not self.set and (self.form == "full" or question.short_form)


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality of a sheet. ``type`` is the id of a municipality type or empty."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one respondent or office.

    ``perspective`` is the id of a perspective or empty, ``date`` a day such as 2026-05-31 or empty; ``date_typed`` says
    whether a person typed it, else it is the day of saving; None where an older file does not tell. ``saved_at`` is a
    moment such as 2026-05-31T14:05:00+02:00, given by whoever saved it, or empty; sheets that say the same are equal,
    whenever they were saved. ``answers`` has ids of questions as keys; a question without an answer is open.
    """

    catalogue: CatalogueRef
    scope: Scope
    id: str
    perspective: str
    office: str
    date: str
    municipality: Municipality
    answers: Mapping[str, Answer]
    date_typed: bool | None = None
    saved_at: str = field(default="", compare=False)

    def answer(self, question_id: str) -> Answer:
        """Return the answer to the question; an open one where there is none."""
        return self.answers.get(question_id, _OPEN)
