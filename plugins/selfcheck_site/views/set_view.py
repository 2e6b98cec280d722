"""The views of a sheet of a question set, as HTML fragments in Einfache Sprache: one person's view, and no level.

They stand where those of the main form stand, under the page's headings; their own ids begin with "ergebnis-" and
"antworten-".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.question_sets import SetQuestion
from selfcheck_core.sheet import Answer, Sheet, State
from selfcheck_core.subjects import Html, SetResult
from selfcheck_core.tally import Tally, tally
from selfcheck_site.views import wording
from selfcheck_site.views.rendering import environment

_UNNAMED = "Ihre Stadt"
UNKNOWN = "Weiß ich nicht oder habe ich nicht erlebt"
OPEN = "Noch nicht beantwortet"


@dataclass(frozen=True, slots=True)
class SetLine:
    """One question with its number and what was answered, in the words that were ticked."""

    number: int
    question: SetQuestion
    answer: Answer

    @property
    def given(self) -> str:
        """What was answered, in words."""
        if self.answer.rung is not None:
            return self.question.rungs[self.answer.rung]
        return UNKNOWN if self.answer.state is State.UNKNOWN else OPEN

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.answer.state is State.OPEN


@dataclass(frozen=True, slots=True)
class SectionLines:
    """The questions of one section of the set."""

    title: str
    lines: tuple[SetLine, ...]


def set_result(subject: SetResult) -> Html:
    """Return the fragment for what a sheet of a set says."""
    return _rendered("set_result.html", subject)


def set_answers(subject: SetResult) -> Html:
    """Return the fragment for the answers of a sheet of a set, to be read through."""
    return _rendered("set_answers.html", subject)


def _rendered(template: str, subject: SetResult) -> Html:
    sections = tuple(_sections(subject))
    return Html(
        environment()
        .get_template(template)
        .render(
            heading=_heading(subject.catalogue, subject.sheet),
            how_far=_how_far(tally(subject.catalogue, subject.sheet)),
            sections=sections,
            first_open=next((line for each in sections for line in each.lines if line.is_open), None),
        )
    )


def _sections(subject: SetResult) -> Iterator[SectionLines]:
    numbers = {question.id: number for number, question in enumerate(subject.asked.questions, start=1)}
    for section in subject.asked.sections:
        lines = (SetLine(numbers[each.id], each, subject.sheet.answer(each.id)) for each in section.questions)
        yield SectionLines(section.title, tuple(lines))


def _heading(catalogue: Catalogue, sheet: Sheet) -> tuple[str, ...]:
    """Return municipality, day and perspective; what was not given is left out, but for the municipality."""
    perspectives = {role.id: role.title for role in catalogue.perspectives}
    given = (wording.date(sheet.date), perspectives.get(sheet.perspective, ""))
    return (sheet.municipality.name or _UNNAMED, *(each for each in given if each))


def _how_far(total: Tally) -> str:
    answered = f"Sie haben {total.dealt_with} von {total.asked} Fragen beantwortet."
    if not total.unknown:
        return answered
    known = "eine davon wissen Sie nicht" if total.unknown == 1 else f"{total.unknown} davon wissen Sie nicht"
    return f"{answered} Die Antwort auf {known}."
