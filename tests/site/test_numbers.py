"""Numbers in texts come from the questionnaire and the library, wherever a mark asks for them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from compile.sample import SAMPLE
from host.marks import Mark
from host.numbers import makers_of, numbers, with_numbers
from knowledge.samples import ARTICLE, PROJECT, encoded, surroundings
from knowledge_base.texts.library import library_of
from knowledge_base.texts.reading import read_library
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.compile import compile_questionnaire

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/mitwirken/text-schreiben.md").read_text(encoding="utf-8")


@pytest.fixture
def catalogue() -> Catalogue:
    made = compile_questionnaire(SAMPLE).catalogue
    assert made
    return made


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fragen-kurzform", "drei"),
        ("fragen-langform", "vier"),
        ("fragen-kurzform-je-feld", "1 bis 2"),
        ("fragen-langform-je-feld", "zwei"),
        ("fragen-belastbar", "zwei"),
        ("handlungsfelder", "zwei"),
        ("themen", "zwei"),
        ("themen-kurzform", "zwei"),
    ],
)
def test_each_number_of_the_questionnaire_is_counted(name: str, text: str, catalogue: Catalogue) -> None:
    known = numbers(catalogue, library_of(()))
    assert with_numbers(f"<p>Es sind <!-- selbstcheck: zahl-{name} -->.</p>", known) == f"<p>Es sind {text}.</p>"


def test_another_questionnaire_gives_other_numbers(catalogue: Catalogue) -> None:
    field = catalogue.fields[0]
    longer = replace(catalogue, fields=(field,) * 13)
    assert numbers(longer, library_of(()))[Mark("selbstcheck", "zahl-handlungsfelder")] == "13"


def test_the_numbers_of_the_library_are_counted(catalogue: Catalogue) -> None:
    known = numbers(catalogue, read_library(encoded(PROJECT), surroundings())[0])
    assert [known[Mark("wissen", f"zahl-{name}")] for name in ("kommunen", "methoden")] == ["1", "1"]


def test_other_marks_and_misspelt_ones_stay_for_whoever_fills_or_reports_them(catalogue: Catalogue) -> None:
    html = "<!-- wissen: liste --><p>a <!-- selbstcheck: zahl-fragn --> b</p><!-- frei -->"
    assert with_numbers(html, numbers(catalogue, library_of(()))) == html


def test_the_guide_names_every_number_and_no_other(catalogue: Catalogue) -> None:
    known = makers_of(numbers(catalogue, library_of(())))
    named = re.findall(r"^\| `<!-- (\w+): (zahl-[a-z-]+) -->` \|", GUIDE, re.MULTILINE)
    assert sorted(named) == sorted((mark.room, mark.name) for mark in known)


@pytest.mark.parametrize(
    "sentence", ["Es sind {} Fragen.", "- {} Fragen", "| a | {} |", "Sie hat **{}** davon.", "({})"]
)
def test_a_number_may_stand_in_the_middle_of_a_sentence_and_shifts_no_place(sentence: str) -> None:
    mark = "<!-- selbstcheck: zahl-themen -->"
    text = PROJECT[ARTICLE].replace("Lesen Sie", f"{sentence.format(mark)} [x](nirgends.md)\n\nLesen Sie")
    library, found = read_library({**encoded(PROJECT), ARTICLE: text.encode()}, surroundings())
    line = text[: text.index("[x]")].count("\n") + 1
    column = text.index("[x]") - text.rindex("\n", 0, text.index("[x]"))
    assert [(each.slug, each.place.line, each.place.column) for each in found] == [("toter-link", line, column)]
    article = library.article("tor-auf")
    assert article
    assert mark in article.body


def test_the_pages_of_this_project_show_numbers_and_no_marks(site: Path) -> None:
    for page in ("index.html", "selbstcheck/index.html", "magazin/kurzform-oder-langform/index.html"):
        html = (site / page).read_text(encoding="utf-8")
        assert "zahl-" not in html
    overview = (site / "selbstcheck/index.html").read_text(encoding="utf-8")
    assert re.search(r"Die Kurzform hat \d+ Fragen, \w+( bis \w+)? je Handlungsfeld. Die Langform hat \d+\.", overview)


def test_no_title_and_no_summary_of_ours_counts_what_may_change() -> None:
    counted = re.compile(
        r"\b(\d+|zwanzig|einundzwanzig) (Fragen der|Methoden|Anleitungen|Kommunen nennen)", re.IGNORECASE
    )
    heads = {
        path.name: path.read_text(encoding="utf-8").split("\n---\n")[0]
        for folder in ("docs", "magazine")
        for path in sorted((ROOT / folder).rglob("*.md"))
    }
    assert [name for name, head in heads.items() if counted.search(head)] == []
