"""Thema × Fragensatz: which set asks about which theme of the main form, and why about some none does."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue, Field, Theme
from selfcheck_core.question_sets import QuestionSet, SetQuestion


@dataclass(frozen=True, slots=True)
class MirroredTheme:
    """One theme with the questions of each set about it, in the order of the sets; ``why_not`` where there is none."""

    theme: Theme
    questions: tuple[tuple[SetQuestion, ...], ...]
    why_not: str


@dataclass(frozen=True, slots=True)
class MirroredField:
    """The themes of one field, in reading order."""

    field: Field
    themes: tuple[MirroredTheme, ...]


def mirrored(catalogue: Catalogue, unmirrored: Mapping[str, str]) -> tuple[MirroredField, ...]:
    """Return every theme with the questions that hold a mirror to it; ``unmirrored`` has the reasons by theme."""
    return tuple(
        MirroredField(field, tuple(_theme(catalogue, field, theme, unmirrored) for theme in field.themes))
        for field in catalogue.fields
    )


def answering(catalogue: Catalogue, item: QuestionSet) -> str:
    """Return the titles of the perspectives that answer a set."""
    titles = {role.id: role.title for role in catalogue.perspectives}
    return ", ".join(titles[each] for each in item.perspectives)


def _theme(catalogue: Catalogue, field: Field, theme: Theme, unmirrored: Mapping[str, str]) -> MirroredTheme:
    questions = tuple(each.by_theme(field.id).get(theme.id, ()) for each in catalogue.sets)
    return MirroredTheme(theme, questions, unmirrored.get(theme.id, ""))
