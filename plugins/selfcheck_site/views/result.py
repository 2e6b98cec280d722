"""The result of one sheet as an HTML fragment: picture, table, words, and what to do next.

The fragment stands on the questionnaire's page under its heading "Ergebnis" (h2) and links to the questions by their
ids; its own ids begin with "ergebnis-".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue, Field, Question
from selfcheck_core.report import Clarification, Report
from selfcheck_core.sheet import Evidence, Sheet
from selfcheck_core.subjects import Html, SheetResult
from selfcheck_core.tally import tally
from selfcheck_site.views import figures, wording
from selfcheck_site.views.field_lines import FieldLine, field_lines, remarks_of
from selfcheck_site.views.rendering import environment
from selfcheck_site.views.sheet_heading import beside_heading, heading
from selfcheck_site.views.summary import first_steps, sentences

SHOWN_CLARIFICATIONS = 5


@dataclass(frozen=True, slots=True)
class StepLine:
    """One of the steps to begin with, with its field and its remarks in words."""

    field: Field
    text: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClarificationLine:
    """A question worth answering next."""

    question: Question
    field: str
    gain: str
    known_by: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What a person typed at a question."""

    question: Question
    note: str
    evidence: tuple[Evidence, ...]


def result(subject: SheetResult, root: str, titles: Mapping[str, str] | None = None) -> Html:
    """Return the fragment for the result of a sheet.

    `root` is the way from the page it will stand on to the root of the site, such as `../../`. `titles` has paths of
    pages such as `methoden/world-cafe` as keys; a link to any other page is named by its path.
    """
    catalogue, sheet, report = subject.catalogue, subject.sheet, subject.report
    total = tally(catalogue, sheet)
    questions = {question.id: question for question in catalogue.questions()}
    lines = field_lines(subject, root, questions)
    return Html(
        environment()
        .get_template("result.html")
        .render(
            catalogue=catalogue,
            sheet=sheet,
            heading=heading(catalogue, sheet),
            origin=beside_heading(catalogue, sheet),
            total=total,
            counts=wording.counts(total),
            how_far=wording.how_far(total),
            sentences=sentences(subject),
            steps=[StepLine(s.field, s.suggestion.text, tuple(remarks_of(s.suggestion))) for s in first_steps(subject)],
            lines=lines,
            pictures=[
                figures.drawing(layout, catalogue.levels, [_subject(line, layout) for line in lines])
                for layout in (figures.WIDE, figures.NARROW, figures.GLANCE)
            ],
            clarifications=_clarification_lines(catalogue, report, questions),
            shown=SHOWN_CLARIFICATIONS,
            notes=tuple(_note_lines(sheet, questions)),
            titles=titles or {},
        )
    )


def _subject(line: FieldLine, layout: figures.Layout) -> figures.Subject:
    # Where the levels' titles stand above the scale, the bar itself shows the place.
    note = line.confidence if layout.axis else line.brief
    return figures.Subject(line.report.id, line.field.title, note, line.report.measure, line.report.confidence)


def _clarification_lines(
    catalogue: Catalogue, report: Report, questions: Mapping[str, Question]
) -> tuple[ClarificationLine, ...]:
    fields = {field.id: field.title for field in catalogue.fields}
    return tuple(_clarification_line(fields, questions, each) for each in report.clarifications)


def _clarification_line(
    fields: Mapping[str, str], questions: Mapping[str, Question], item: Clarification
) -> ClarificationLine:
    return ClarificationLine(
        question=questions[item.question],
        field=fields[item.field],
        gain=wording.gain(item.gain),
        known_by=", ".join(item.known_by),
    )


def _note_lines(sheet: Sheet, questions: Mapping[str, Question]) -> Iterator[NoteLine]:
    for question in questions.values():
        answer = sheet.answer(question.id)
        if answer.note or answer.evidence:
            yield NoteLine(question, answer.note, answer.evidence)
