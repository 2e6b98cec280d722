"""A question set in the shape that the form's templates know: one field for each section, with plain headings."""

from dataclasses import replace
from fractions import Fraction

from selfcheck_core.catalogue import Catalogue, Dimension, Field, Question, Theme
from selfcheck_core.question_sets import QuestionSet, Section, SetQuestion


def as_form(catalogue: Catalogue, asked: QuestionSet) -> Catalogue:
    """Return a catalogue for the form of this set alone. It is for templates: what is computed knows sets as sets."""
    return replace(catalogue, title=asked.title, fields=tuple(_field(section) for section in asked.sections), sets=())


def _field(section: Section) -> Field:
    theme = Theme(section.field, section.title, tuple(_question(question) for question in section.questions))
    return Field(section.field, section.title, "", (theme,))


def _question(question: SetQuestion) -> Question:
    return Question(
        id=question.id,
        dimension=Dimension.PRACTICE,
        short_form=True,
        weight=Fraction(1),
        text=question.text,
        why="",
        known_by=(),
        rungs=question.rungs,
        not_responsible=(),
        suggestions=(),
    )
