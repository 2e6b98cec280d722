"""The questionnaire page's form: complete, readable and printable before any script runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.noting_reader import USUAL_TEXT_LENGTH
from selfcheck_core.plain_text import INVISIBLE
from selfcheck_core.question_sets import QuestionSet
from selfcheck_core.sheet_reading import MAX_EVIDENCE, MAX_FILE_BYTES, USUAL_NOTE_LENGTH
from selfcheck_core.web_address import WEB_ADDRESS
from selfcheck_site.views.rendering import environment
from selfcheck_site.views.set_form import as_form
from selfcheck_site.views.set_view import UNKNOWN

# How long a device keeps a draft after the last change; the page's script is told.
DRAFT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the page's program: its address, and its sum as the attribute `integrity` has it."""

    url: str
    integrity: str


def questionnaire(
    catalogue: Catalogue, assets: Mapping[str, str], modules: Sequence[Module] = (), asked: QuestionSet | None = None
) -> str:
    """Return the form as an HTML fragment whose headings begin at `<h2>`.

    `assets` names what the page loads: `arrival`, `main`, `worker`, `pyodide` (a folder, with trailing slash) and
    `bundle` are addresses, absolute or relative to the page; `bytes-wasm` and `bytes-bundle` are sizes in bytes,
    `main-integrity` and `sums` sums of files. A missing one raises `jinja2.UndefinedError`. `modules` are all that the
    program is made of. With `asked` it is the form of this question set instead of the main form.
    """
    perspectives = [role for role in catalogue.perspectives if asked and role.id in asked.perspectives]
    catalogue = as_form(catalogue, asked) if asked else catalogue
    short = sum(question.short_form for question in catalogue.questions())
    return (
        environment()
        .get_template("form.html")
        .render(
            catalogue=catalogue,
            assets=assets,
            modules=modules,
            asked=asked,
            perspectives=perspectives,
            set_unknown=UNKNOWN,
            scope_form="set" if asked else scope_form(catalogue),
            short_count=short,
            short_form_is_tentative=catalogue.short_form_is_tentative(),
            two_forms=0 < short < len(catalogue.questions()),
            municipality_type_titles={kind.id: kind.title for kind in catalogue.municipality_types},
            max_evidence=MAX_EVIDENCE,
            max_file=MAX_FILE_BYTES,
            web_address=WEB_ADDRESS,
            invisible=INVISIBLE,
            draft_days=DRAFT_DAYS,
            max_note=USUAL_NOTE_LENGTH,
            max_text=USUAL_TEXT_LENGTH,
        )
    )


def scope_form(catalogue: Catalogue) -> str:
    """Return the scope a filled form has: `short` where the catalogue holds the Kurzform only, else `full`."""
    return "short" if all(question.short_form for question in catalogue.questions()) else "full"
