"""The result of one sheet as an HTML fragment: picture, table, words, and what to do next.

The fragment stands on the questionnaire's page under its heading "Ergebnis" (h2) and links to the questions by their
ids; its own ids begin with "ergebnis-".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue, Field, Question, Suggestion
from selfcheck_core.report import (
    Clarification,
    Confidence,
    FieldReport,
    Measure,
    Report,
    ThemeReport,
)
from selfcheck_core.sheet import Evidence, Sheet, State
from selfcheck_core.subjects import Html, SheetResult
from selfcheck_core.tally import tally
from selfcheck_site.views import figures, wording
from selfcheck_site.views.rendering import environment

SHOWN_CLARIFICATIONS = 5


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that does not count, and why."""

    question: Question
    reason: str


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with its range in words."""

    title: str
    span: str


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A suggestion with its question, its remarks in words, and its links as (address, page, text without a title)."""

    question: Question
    text: str
    remarks: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]


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


@dataclass(frozen=True, slots=True)
class FieldLine:
    """Everything the result says about one field."""

    field: Field
    report: FieldReport
    level: str
    confidence: str
    meaning: str
    comparison: str
    pair: figures.Drawing
    themes: tuple[ThemeLine, ...]
    suggestions: tuple[SuggestionLine, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...]

    @property
    def point(self) -> str:
        """The value of the answers in percent; a dash where there is no level, as the picture has no mark there."""
        firm_enough = self.report.confidence is not Confidence.NONE
        return wording.percent(self.report.measure.point) if firm_enough else wording.DASH

    @property
    def span(self) -> str:
        """From low to high in percent."""
        return wording.span(self.report.measure)

    @property
    def brief(self) -> str:
        """Confidence and span, where there is one."""
        return self.confidence if self.report.measure.low is None else f"{self.confidence}, {self.span}"

    @property
    def headline(self) -> str:
        """Level, confidence and span, each said once."""
        return self.brief if self.report.confidence is Confidence.NONE else f"{self.level}, {self.brief}"

    @property
    def pair_text(self) -> str:
        """The ranges of both dimensions in words, for those who do not see the picture."""
        return " ".join(f"{row.subject.title}: {row.subject.note}." for row in self.pair.rows)


def result(subject: SheetResult, root: str, titles: Mapping[str, str] | None = None) -> Html:
    """Return the fragment for the result of a sheet.

    `root` is the way from the page it will stand on to the root of the site, such as `../../`. `titles` has paths of
    pages such as `methoden/world-cafe` as keys; a link to any other page is named by its path.
    """
    catalogue, sheet, report = subject.catalogue, subject.sheet, subject.report
    total = tally(catalogue, sheet)
    questions = {question.id: question for question in catalogue.questions()}
    lines = _field_lines(subject, root, questions)
    return Html(
        environment()
        .get_template("result.html")
        .render(
            catalogue=catalogue,
            sheet=sheet,
            origin=_origin(catalogue, sheet),
            total=total,
            too_few_for_firm=sheet.scope.form == "short" and catalogue.short_form_is_tentative(),
            counts=wording.counts(total),
            verdict=wording.verdict([field.confidence for field in report.fields]),
            lines=lines,
            pictures=[
                figures.drawing(layout, catalogue.levels, [_subject(line, layout) for line in lines])
                for layout in (figures.WIDE, figures.NARROW)
            ],
            clarifications=_clarification_lines(catalogue, report, questions),
            shown=SHOWN_CLARIFICATIONS,
            notes=tuple(_note_lines(sheet, questions)),
            titles=titles or {},
        )
    )


def _origin(catalogue: Catalogue, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return what the sheet says about itself, as (label, value); what was not given is left out."""
    types = {kind.id: kind.title for kind in catalogue.municipality_types}
    perspectives = {role.id: role.title for role in catalogue.perspectives}
    given = (
        ("Kommune", sheet.municipality.name),
        ("Art der Kommune", types.get(sheet.municipality.type, "")),
        ("Stelle", sheet.office),
        ("Perspektive", perspectives.get(sheet.perspective, "")),
        ("Datum", wording.date(sheet.date)),
        ("Umfang", wording.FORMS[sheet.scope.form]),
        ("Fragebogen", f"{catalogue.title}, Fassung {catalogue.version}"),
    )
    return tuple((label, value) for label, value in given if value)


def _field_lines(subject: SheetResult, root: str, questions: Mapping[str, Question]) -> tuple[FieldLine, ...]:
    return tuple(_field_line(subject, each, root, questions) for each in subject.report.fields)


def _field_line(subject: SheetResult, report: FieldReport, root: str, questions: Mapping[str, Question]) -> FieldLine:
    catalogue = subject.catalogue
    field = next(each for each in catalogue.fields if each.id == report.id)
    return FieldLine(
        field=field,
        report=report,
        level=wording.level_range(catalogue, report),
        confidence=wording.CONFIDENCE[report.confidence],
        meaning=wording.confidence_meaning(catalogue, report),
        comparison=wording.policy_beside_practice(report.policy, report.practice),
        pair=_pair(catalogue, report),
        themes=_theme_lines(field, report),
        suggestions=tuple(_suggestion_line(questions[each.question], each.index, root) for each in report.suggestions),
        left_out=tuple(_left_out(field, subject.sheet)),
        warnings=tuple(wording.warning(catalogue, code) for code in report.warnings),
    )


def _subject(line: FieldLine, layout: figures.Layout) -> figures.Subject:
    # Where the levels' titles do not fit above the scale, the label of the bar names the level.
    note = line.brief if layout.axis else line.headline
    return figures.Subject(line.report.id, line.field.title, note, line.report.measure, line.report.confidence)


def _pair(catalogue: Catalogue, report: FieldReport) -> figures.Drawing:
    # The two sides have no confidence of their own; the pattern of their range only says that something is open.
    sides = (("policy", "Regelung", report.policy), ("practice", "Praxis", report.practice))
    return figures.drawing(
        figures.PAIR,
        catalogue.levels,
        [
            figures.Subject(f"{report.id}:{side}", title, _side_note(measure), measure, Confidence.TENTATIVE)
            for side, title, measure in sides
        ],
    )


def _side_note(measure: Measure) -> str:
    return "nicht bewertet" if measure.low is None else wording.span(measure)


def _theme_lines(field: Field, report: FieldReport) -> tuple[ThemeLine, ...]:
    titles = {theme.id: theme.title for theme in field.themes}
    themes: dict[str, ThemeReport] = {theme.id: theme for theme in report.themes}
    return tuple(ThemeLine(titles[each], wording.span(themes[each].measure)) for each in report.lowest_themes)


def _suggestion_line(question: Question, index: int, root: str) -> SuggestionLine:
    suggestion = question.suggestions[index]
    links = tuple((_address(link, root), link.partition("#")[0], _link_text(link)) for link in suggestion.links)
    return SuggestionLine(question, suggestion.text, tuple(_remarks(suggestion)), links)


def _remarks(suggestion: Suggestion) -> Iterator[str]:
    yield wording.EFFORT[suggestion.effort]
    if suggestion.needs_decision:
        yield "braucht einen Beschluss"
    if suggestion.free_of_charge:
        yield "geht ohne Geld"


def _address(link: str, root: str) -> str:
    page, mark, anchor = link.partition("#")
    return f"{root}{page.strip('/')}/{mark}{anchor}"


def _link_text(link: str) -> str:
    name = link.strip("/").rpartition("/")[2].replace("-", " ")
    return name[:1].upper() + name[1:]


def _left_out(field: Field, sheet: Sheet) -> Iterator[LeftOut]:
    for question in field.questions:
        answer = sheet.answer(question.id)
        asked = sheet.scope.includes(question)
        if asked and answer.state in {State.NOT_RESPONSIBLE, State.NOT_APPLICABLE}:
            yield LeftOut(question, wording.left_out(answer))


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
