"""What the result says of each field: verdict, both sides, lowest themes, suggestions, and what was left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue, Field, Question, Suggestion
from selfcheck_core.report import Confidence, FieldReport, Measure
from selfcheck_core.sheet import Sheet, State
from selfcheck_core.subjects import SheetResult
from selfcheck_site.views import figures, wording
from selfcheck_site.views.sides import Sides


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that does not count, and why."""

    question: Question
    reason: str


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with its range in words, and the share of it that is scored."""

    id: str
    title: str
    span: str
    coverage: str


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A suggestion with the question and rung it follows from; links are (address, page, text without a title)."""

    question: Question
    rung: int
    text: str
    remarks: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """Everything the result says about one field."""

    field: Field
    report: FieldReport
    level_with_place: str
    place: str
    confidence: str
    plain: str
    meaning: str
    comparison: str
    pair: figures.Drawing | None
    poster: figures.Drawing | None
    themes: tuple[ThemeLine, ...]
    suggestions: tuple[SuggestionLine, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...]

    @property
    def lowest_themes(self) -> tuple[ThemeLine, ...]:
        """The themes to look at first, the lowest first."""
        by_id = {theme.id: theme for theme in self.themes}
        return tuple(by_id[each] for each in self.report.lowest_themes)

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
        """Place on the scale and confidence, for a picture that has no room for the level's title."""
        return f"{self.place}, {self.confidence}" if self.place else self.confidence

    @property
    def verdict(self) -> str:
        """Level with its place on the scale and confidence, each said once."""
        classified = self.report.confidence is not Confidence.NONE
        return f"{self.level_with_place}, {self.confidence}" if classified else self.confidence

    @property
    def basis(self) -> str:
        """How many of the questions that count were scored, and the range that follows; empty where none counts."""
        counts = self.report.counts
        asked = counts.answered + counts.unknown + counts.open
        questions = wording.counted(asked, "Frage", "Fragen")
        return f"Aus {counts.answered} von {questions}, Spanne {self.span}." if asked else ""

    @property
    def pair_text(self) -> str:
        """The ranges of both dimensions in words, for those who do not see the picture."""
        rows = self.pair.rows if self.pair else ()
        return " ".join(f"{row.subject.title}: {row.subject.note}." for row in rows)


def field_lines(subject: SheetResult, root: str, questions: Mapping[str, Question]) -> tuple[FieldLine, ...]:
    """Return a line for each field of the report; `root` is the way to the root of the site, `questions` all by id."""
    return tuple(_field_line(subject, each, root, questions) for each in subject.report.fields)


def _field_line(subject: SheetResult, report: FieldReport, root: str, questions: Mapping[str, Question]) -> FieldLine:
    catalogue = subject.catalogue
    field = next(each for each in catalogue.fields if each.id == report.id)
    sides = Sides.of(subject, field, report)
    return FieldLine(
        field=field,
        report=report,
        place=wording.place(catalogue, report),
        level_with_place=wording.level_with_place(catalogue, report),
        confidence=wording.CONFIDENCE[report.confidence],
        plain=wording.plainly(catalogue, report),
        meaning=wording.confidence_meaning(catalogue, report),
        comparison=sides.sentence,
        # Bars of too few answers would be compared all the same.
        pair=None if sides.is_thin else _pair(catalogue, report),
        poster=_poster(catalogue, report),
        themes=tuple(_theme_lines(field, report)),
        suggestions=tuple(_suggestions(subject.sheet, report, root, questions)),
        left_out=tuple(_left_out(field, subject.sheet)),
        warnings=tuple(wording.warning(catalogue, code) for code in report.warnings),
    )


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


def _poster(catalogue: Catalogue, report: FieldReport) -> figures.Drawing | None:
    """Return the picture of the field's sheet; none where there is no range."""
    if report.measure.low is None:
        return None
    row = figures.Subject(f"{report.id}:poster", "", "", report.measure, report.confidence)
    return figures.drawing(figures.POSTER, catalogue.levels, [row])


def _theme_lines(field: Field, report: FieldReport) -> Iterator[ThemeLine]:
    """Yield all themes of which something counts, in the catalogue's order."""
    titles = {theme.id: theme.title for theme in field.themes}
    for theme in report.themes:
        measure = theme.measure
        if measure.coverage is not None:
            yield ThemeLine(theme.id, titles[theme.id], wording.span(measure), wording.percent(measure.coverage))


def _suggestions(
    sheet: Sheet, report: FieldReport, root: str, questions: Mapping[str, Question]
) -> Iterator[SuggestionLine]:
    for each in report.suggestions:
        question = questions[each.question]
        suggestion = question.suggestions[each.index]
        links = tuple((_address(link, root), link.partition("#")[0], _link_text(link)) for link in suggestion.links)
        # A suggestion follows from a rung.
        rung = sheet.answer(question.id).rung or 0
        yield SuggestionLine(question, rung, suggestion.text, tuple(remarks_of(suggestion)), links)


def remarks_of(suggestion: Suggestion) -> Iterator[str]:
    """Yield what a suggestion asks for: effort, a decision, money."""
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
