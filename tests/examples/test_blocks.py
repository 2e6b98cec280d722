"""The tables that the build puts into the pages: sensitivity on the method page, the map for editors."""

import re
from html import unescape

import pytest

from compile.sample import SAMPLE
from examples.worked import ROOT, catalogue, compiled
from selfcheck_core.catalogue import Field
from selfcheck_core.subjects import SheetResult
from selfcheck_site.backing import KnownPages
from selfcheck_site.blocks import Blocks
from selfcheck_site.bundling.bundle import Bundle
from selfcheck_site.compile import Compiled, compile_questionnaire
from selfcheck_site.examples import Example, open_examples
from selfcheck_site.folder import read_examples
from selfcheck_site.glimpses import field_glimpse, result_glimpse
from selfcheck_site.rules import QuestionnaireRule
from selfcheck_site.sensitivity import row, sensitivity
from selfcheck_site.views.field_lines import field_lines
from selfcheck_site.views.places import question_place

EXAMPLES, UNREADABLE = open_examples(read_examples(ROOT / "questionnaire"), catalogue())


def filled(mark: str, platform: KnownPages | None = None, of: Compiled | None = None) -> str:
    blocks = Blocks(
        of or compiled(),
        Bundle(files={}, assets={}, modules=(), sizes={}, styles=()),
        lambda path: f"../../{path}",
        EXAMPLES,
        platform or KnownPages(),
    )
    return blocks.named()[mark]()


def table_rows(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", each, re.DOTALL) for each in rows)
    return [[unescape(re.sub(r"<[^>]+>|\s+", " ", cell)).strip() for cell in each] for each in cells]


def test_all_examples_are_readable_and_shown_with_every_field() -> None:
    assert UNREADABLE == ()
    html = filled("empfindlichkeit")
    shown = table_rows(html)
    for example in EXAMPLES:
        assert f"<caption>{example.title}</caption>" in html
        for item in sensitivity(catalogue(), example.sheet):
            words = row(catalogue(), item)
            assert [words.field, words.level, words.weights, words.limits, words.not_applicable] in shown


def test_a_file_that_is_no_sheet_is_a_finding_at_its_place() -> None:
    examples, findings = open_examples({"beispiele/x/bogen.json": "{}"}, catalogue())
    assert examples == ()
    assert [(finding.slug, finding.place.file) for finding in findings] == [
        (QuestionnaireRule.UNREADABLE_EXAMPLE, "beispiele/x/bogen.json")
    ]


def test_every_number_of_the_model_is_shown_with_its_reason_a_questions_own_weight_too() -> None:
    shown = table_rows(filled("schwellen", of=compile_questionnaire(SAMPLE)))
    own = [
        "Gewicht der Frage „Gibt es einen Plan für die Beete?“",
        "3/2",
        "Ohne Plan hilft auch die beste Pflege wenig.",
    ]
    assert own in shown
    assert "Gewicht einer Frage, wenn nichts anderes angegeben ist" in [cells[0] for cells in shown]


def test_every_explanation_of_the_questionnaire_is_on_the_method_page() -> None:
    shown = [cells[-1] for mark in ("reifegrade", "schwellen") for cells in table_rows(filled(mark))]
    assert [each.key for each in compiled().explanations if " ".join(each.reason.split()) not in shown] == []


def test_the_map_shows_every_question_with_its_standing_in_words() -> None:
    standing = {cells[0].rsplit(" ", 1)[-1]: cells[1] for cells in table_rows(filled("abdeckungskarte")) if cells}
    assert all(standing[question.id] in {"nichts", "teilweise", "alles"} for question in catalogue().questions())


def test_the_map_begins_with_the_sums() -> None:
    shown = table_rows(filled("abdeckungskarte"))
    (total,) = [cells for cells in shown if cells[0] == "zusammen"]
    assert int(total[1]) == len(catalogue().questions()) == sum(int(cell) for cell in total[2:])


def test_the_map_links_a_page_that_exists_and_only_names_one_that_does_not() -> None:
    first = catalogue().questions()[0].id
    platform = KnownPages(titles={"magazin/eins": "Eins & Zwei"}, naming={first: ("magazin/eins", "magazin/fehlt")})
    html = filled("abdeckungskarte", platform)
    assert '<a href="../../magazin/eins/">Eins &amp; Zwei</a>, magazin/fehlt' in html
    assert "magazin/fehlt/" not in html


def test_tables_have_headings_for_rows_and_columns() -> None:
    for mark in ("empfindlichkeit", "abdeckungskarte"):
        html = filled(mark)
        assert html.count("<th") == html.count('scope="row"') + html.count('scope="col"') + html.count("<thead")
        assert html.count('tabindex="0"') == html.count("<table")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_glimpse_of_a_result_draws_and_tells_the_values_of_its_report(example: Example) -> None:
    html = result_glimpse(catalogue(), example)
    subject = SheetResult.of(catalogue(), example.sheet)
    drawn = re.findall(r'data-figure="([^"]+)" data-low="([^"]*)" data-high="([^"]*)"', html)
    measures = [(each.id, str(each.measure.low), str(each.measure.high)) for each in subject.report.fields]
    assert drawn == measures * 2
    lines = field_lines(subject, "", {question.id: question for question in catalogue().questions()})
    assert table_rows(html)[1:] == [
        [x.field.title, x.level_with_place, x.confidence, x.span.replace("\xa0", " ")] for x in lines
    ]
    assert "(erfunden)" in html


@pytest.mark.parametrize("field", catalogue().fields, ids=lambda field: field.id)
def test_a_glimpse_of_a_field_shows_its_themes_and_a_question_of_the_kurzform(field: Field) -> None:
    html = unescape(field_glimpse(catalogue(), field.id, lambda path: path))
    assert all(f"<li>{theme.title}</li>" in html for theme in field.themes)
    (question,) = [each for each in field.questions if f">{each.text}</h3>" in html]
    assert question.short_form
    assert [rung for rung in question.rungs if f"<li>{rung}</li>" in html] == list(question.rungs)
    assert f'href="selbstcheck/fragebogen/#{question_place(question.id)}"' in html


def test_without_a_choice_a_page_shows_no_glimpse() -> None:
    assert filled("beispiel-ergebnis") == filled("beispiel-handlungsfeld") == ""
