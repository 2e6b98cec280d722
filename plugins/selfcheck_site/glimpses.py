"""What a page may show of the self-check before anybody fills it in: a worked example's result, a field from inside."""

from collections.abc import Callable
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue import Field as CatalogueField
from selfcheck_core.subjects import SheetResult
from selfcheck_site.examples import Example
from selfcheck_site.views import figures
from selfcheck_site.views.field_lines import field_lines
from selfcheck_site.views.rendering import environment
from selfcheck_site.views.summary import sentences

_SENTENCES = 2
# Smaller than in a result and without notes: beside the page's first sentences there is half a screen for all fields.
_BESIDE = figures.Layout("wide", label_width=200, scale_width=206, title_letters=27, note_letters=1, gap=12)
_ABOVE = figures.Layout("narrow", label_width=0, scale_width=298, title_letters=44, note_letters=1, gap=12, margin=1)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is shown: the example whose result, and the id of the field."""

    example: Example
    field: str


def result_glimpse(catalogue: Catalogue, example: Example) -> str:
    """Return the picture of an example's result with its first sentences, and the same values as a table."""
    subject = SheetResult.of(catalogue, example.sheet)
    lines = field_lines(subject, "", {question.id: question for question in catalogue.questions()})
    rows = [figures.Subject(x.report.id, x.field.title, "", x.report.measure, x.report.confidence) for x in lines]
    return (
        environment()
        .get_template("glimpse_result.html")
        .render(
            catalogue=catalogue,
            title=example.title,
            lines=lines,
            pictures=[figures.drawing(layout, catalogue.levels, rows) for layout in (_BESIDE, _ABOVE)],
            sentences=["".join(piece.text for piece in each) for each in sentences(subject)[:_SENTENCES]],
        )
    )


def field_glimpse(catalogue: Catalogue, field_id: str, url: Callable[[str], str]) -> str:
    """Return what a field asks for: its themes, and its first question of the Kurzform with the four Stufen."""
    field: CatalogueField = next(each for each in catalogue.fields if each.id == field_id)
    questions = sorted(field.questions, key=lambda question: not question.short_form)
    return (
        environment()
        .get_template("glimpse_field.html")
        .render(field=field, question=questions[0], form=url("selbstcheck/fragebogen/"))
    )
