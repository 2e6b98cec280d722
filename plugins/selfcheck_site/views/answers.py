"""All answers of one sheet as an HTML fragment: to be read through before the result, and the list for a committee.

The fragment stands on the questionnaire's page under its heading "Antworten prüfen" (h2) and leads to the questions by
their ids; its own ids begin with "antworten-".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from selfcheck_core.catalogue import Question
from selfcheck_core.sheet import Answer, Sheet, State
from selfcheck_core.subjects import Html, SheetResult
from selfcheck_core.tally import Tally, tally
from selfcheck_site.views import wording
from selfcheck_site.views.rendering import environment
from selfcheck_site.views.sheet_heading import heading


class Unsettled(Enum):
    """What is worth another look at an answer, in the words that stand beside it; the most urgent first."""

    OPEN = "Noch offen"
    PRESET = wording.sentence_case(wording.PRESET)
    WITHOUT_REASON = "Begründung fehlt"
    UNKNOWN = "Weiß nicht"


_LOOKS = {
    Unsettled.OPEN: ("Eine Frage ist noch offen", "{} Fragen sind noch offen"),
    Unsettled.PRESET: ("Eine Antwort ist voreingestellt", "{} Antworten sind voreingestellt"),
    Unsettled.WITHOUT_REASON: ("Bei einer Antwort fehlt die Begründung", "Bei {} Antworten fehlt die Begründung"),
    Unsettled.UNKNOWN: ("Eine Frage ist mit „weiß nicht“ beantwortet", "{} Fragen sind mit „weiß nicht“ beantwortet"),
}


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with its number in the form and its answer; ``given`` is empty where the mark says it all."""

    number: int
    question: Question
    given: str
    mark: Unsettled | None
    answer: Answer

    @property
    def way(self) -> str:
        """What the link to the question is called."""
        return "Beantworten" if self.mark is Unsettled.OPEN else "Ändern"


@dataclass(frozen=True, slots=True)
class FieldAnswers:
    """The questions that are asked in one field."""

    title: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How many answers bear one mark, in words, and the question of the first of them."""

    text: str
    first: Question


def answers(subject: SheetResult) -> Html:
    """Return the fragment for the answers of a sheet."""
    fields = tuple(_fields(subject))
    return Html(
        environment()
        .get_template("answers.html")
        .render(
            heading=heading(subject.catalogue, subject.sheet),
            how_far=_how_far(tally(subject.catalogue, subject.sheet)),
            looks=tuple(_looks([line for field in fields for line in field.lines])),
            fields=fields,
        )
    )


def _fields(subject: SheetResult) -> Iterator[FieldAnswers]:
    """Yield the fields in scope; a question has the number that it has in the form."""
    catalogue, sheet = subject.catalogue, subject.sheet
    fields = sheet.scope.fields_of(catalogue)
    asked = [question.id for field in fields for question in sheet.scope.questions_of(field)]
    numbers = {question: number for number, question in enumerate(asked, start=1)}
    for field in fields:
        if questions := sheet.scope.questions_of(field):
            yield FieldAnswers(field.title, tuple(_line(numbers, sheet, question) for question in questions))


def _line(numbers: Mapping[str, int], sheet: Sheet, question: Question) -> AnswerLine:
    answer = sheet.answer(question.id)
    return AnswerLine(numbers[question.id], question, _given(question, answer), _mark(answer), answer)


def _given(question: Question, answer: Answer) -> str:
    if answer.rung is not None:
        return f"Stufe {answer.rung}: {question.rungs[answer.rung]}"
    if answer.state is State.NOT_RESPONSIBLE:
        return f"Nicht zuständig: {answer.carrier}" if answer.carrier else "Nicht zuständig"
    if answer.state is State.NOT_APPLICABLE:
        return "Entfällt" if answer.lacks_reason else f"Entfällt: {answer.reason}"
    return ""


def _mark(answer: Answer) -> Unsettled | None:
    if answer.state is State.OPEN:
        return Unsettled.OPEN
    if answer.state is State.UNKNOWN:
        return Unsettled.UNKNOWN
    if answer.preset:
        return Unsettled.PRESET
    return Unsettled.WITHOUT_REASON if answer.lacks_reason else None


def _how_far(total: Tally) -> str:
    if total.asked == 1:
        return "Die Frage ist bearbeitet." if total.dealt_with else "Die Frage ist noch nicht bearbeitet."
    if total.dealt_with == total.asked:
        return f"Alle {total.asked} Fragen sind bearbeitet."
    verb = "ist" if total.dealt_with == 1 else "sind"
    return f"{total.dealt_with} von {total.asked} Fragen {verb} bearbeitet."


def _looks(lines: Sequence[AnswerLine]) -> Iterator[Look]:
    for mark, (one, many) in _LOOKS.items():
        marked = [line.question for line in lines if line.mark is mark]
        if marked:
            yield Look(one if len(marked) == 1 else many.format(len(marked)), marked[0])
