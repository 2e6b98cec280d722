"""What the search takes of the platform's texts and of the questionnaire."""

from pathlib import Path

import pytest

from knowledge_base.search.index import PageKind, read_curated
from knowledge_base.search.searchable import filter_names, plain_page, question_pages, text_page
from knowledge_base.texts.kinds import Article, Coordinates, Item, Profile, Rubric
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("synonyme", "wortformen", "wortteile", "stoppwoerter")
ARTICLE = Article(
    "abend", "Ein Abend", "Kurz.", "magazine/abend.md", "magazin/abend", "", 1, ("feld",), ("geld",),
    rubric=Rubric.ARTICLE, date="2026-11-22", benefit="", municipalities=("aachen",),
)  # fmt: skip
PROFILE = Profile(
    "aachen", "Aachen", "Kurz.", "docs/kommunen/aachen.md", "kommunen/aachen", "", 1,
    type="stadt", description="Stadt", state="Land", position=Coordinates("50", "6"),
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    compiled = compile_questionnaire(read_folder(ROOT / "questionnaire")).catalogue
    assert compiled
    return compiled


def test_a_text_brings_its_kind_its_filters_and_the_titles_of_its_topics() -> None:
    page = text_page(ARTICLE, "magazin/abend/", "<h2>Der Abend</h2><p>Text.</p>", {"geld": "Geld und Förderung"})
    assert (page.kind, page.fields, page.municipalities) == (PageKind.ARTICLE, ("feld",), ("aachen",))
    assert (page.headings, page.text, page.topics) == (("Der Abend",), "Text.", ("Geld und Förderung",))


@pytest.mark.parametrize(("item", "kind"), [(ARTICLE, PageKind.ARTICLE), (PROFILE, PageKind.MUNICIPALITY)])
def test_kinds_are_those_of_the_texts(item: Item, kind: PageKind) -> None:
    assert text_page(item, "", "", {}).kind is kind


def test_a_profile_is_found_by_the_filter_for_its_municipality() -> None:
    assert text_page(PROFILE, "kommunen/aachen/", "", {}).municipalities == ("aachen",)


def test_every_question_leads_to_its_place_on_the_form(catalogue: Catalogue) -> None:
    pages = question_pages(catalogue, "selbstcheck/fragebogen/")
    assert [page.url for page in pages] == [f"selbstcheck/fragebogen/#{q.id}" for q in catalogue.questions()]
    assert all(page.kind is PageKind.QUESTION and page.title and page.text and page.topics for page in pages)


def test_filters_are_named_in_the_order_of_questionnaire_and_profiles(catalogue: Catalogue) -> None:
    names = filter_names(catalogue, [PROFILE])
    assert list(names.fields) == [field.id for field in catalogue.fields]
    assert names.municipalities == {"aachen": "Aachen"}


def test_a_list_of_titles_is_found_by_its_own_title_only() -> None:
    assert plain_page("kommunen/", "Kommunen", "Alle.").text == ""


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("schlagworte/geld/", PageKind.LIST),
        ("schlagworte/", PageKind.LIST),
        ("magazin/rubrik/artikel/", PageKind.LIST),
        ("mitwirken/meldungen/", PageKind.MAKING),
        ("technik/architektur/", PageKind.MAKING),
        ("technik/daten/", PageKind.PAGE),
        ("kommunen/", PageKind.PAGE),
    ],
)
def test_pages_that_only_list_and_pages_about_the_making_are_told_from_others(url: str, kind: PageKind) -> None:
    assert plain_page(url, "Titel", "Kurz.").kind is kind


def test_the_way_into_a_part_of_the_site_is_found_by_what_people_call_it() -> None:
    assert "Liste der Modellkommunen" in plain_page("kommunen/", "Kommunen im Projekt", "").names


def test_the_lists_of_words_of_the_project_can_be_read() -> None:
    folder = ROOT / "plugins" / "knowledge_base" / "search"
    texts = [(folder / f"{name}.txt").read_text("utf-8") for name in WORDS]
    curated = read_curated(*texts)
    assert all(len(group) > 1 for group in (*curated.synonyms, *curated.forms))
    assert "Rat" in curated.parts
    assert "und" in curated.stop
