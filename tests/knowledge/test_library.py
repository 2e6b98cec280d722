"""What one can ask of the library."""

import pytest

from knowledge.samples import PROJECT, encoded, surroundings
from knowledge_base.texts.kinds import Deed, Introduction, Rubric
from knowledge_base.texts.library import About, Library, pointers
from knowledge_base.texts.reading import read_library

SECOND = "magazine/hof-zu.md"


@pytest.fixture(scope="module")
def library() -> Library:
    later = (
        PROJECT["magazine/tor-auf.md"]
        .replace("2026-11-22", "2026-11-23")
        .replace("rubrik: praxistipp", "rubrik: artikel")
    )
    read, findings = read_library(encoded({**PROJECT, SECOND: later}), surroundings())
    assert findings == ()
    return read


def test_articles_come_newest_first(library: Library) -> None:
    assert [article.slug for article in library.articles] == ["hof-zu", "tor-auf"]


def test_a_text_is_found_by_its_slug_or_not_at_all(library: Library) -> None:
    assert [found and found.slug for found in (library.article("tor-auf"), library.method("world-cafe"))] == [
        "tor-auf",
        "world-cafe",
    ]
    assert library.profile("world-cafe") is None
    assert library.method("index") is None


@pytest.mark.parametrize(
    ("about", "slug"),
    [
        (About.FIELD, "hof"),
        (About.TOPIC, "begegnung"),
        (About.MUNICIPALITY, "musterstadt"),
        (About.METHOD, "world-cafe"),
        (About.QUESTION, "ho-tor-regel"),
    ],
)
def test_articles_are_found_by_what_they_are_about(library: Library, about: About, slug: str) -> None:
    assert [article.slug for article in library.articles_about(about, slug)] == ["hof-zu", "tor-auf"]
    assert library.articles_about(about, "anderes") == ()


def test_articles_are_found_by_rubric(library: Library) -> None:
    assert [article.slug for article in library.articles_in(Rubric.ADVICE)] == ["tor-auf"]


def test_a_topic_page_has_texts_of_every_kind(library: Library) -> None:
    paths = [item.page_path for item in library.shelf(About.TOPIC, "begegnung")]
    assert paths == [
        "magazin/hof-zu",
        "magazin/tor-auf",
        "methoden/world-cafe",
        "kommunen/musterstadt",
        "rueckhalt/wer-hilft",
    ]


def test_a_method_knows_its_printable_sheets(library: Library) -> None:
    assert [sheet.page_path for sheet in library.materials_of("world-cafe")] == ["methoden/material/einladung"]


def test_the_first_page_of_a_folder_is_an_introduction(library: Library) -> None:
    assert isinstance(library.by_path["kommunen/index"], Introduction)
    assert "index" not in {profile.slug for profile in library.profiles}


def test_a_method_finds_the_way_back_to_the_suggestions_that_point_to_it() -> None:
    catalogue = surroundings().catalogue
    assert catalogue
    found = pointers(catalogue)["methoden/world-cafe"]
    assert [(pointer.field.id, pointer.question.id) for pointer in found] == [("garten", "ga-beete-plan")]
    assert all("methoden/world-cafe" in pointer.suggestion.links for pointer in found)


def test_a_body_is_the_markdown_from_its_line_on(library: Library) -> None:
    article = library.article("tor-auf")
    assert article
    lines = PROJECT[article.source_path].split("\n")
    assert article.body == "\n".join(lines[article.body_line - 1 :])


def test_what_happened_without_a_date_comes_first() -> None:
    text = PROJECT["docs/kommunen/musterstadt.md"].replace(
        "reifegrade:",
        "  - was: Genannt\n    quelle: Projektseite\n  - was: Zusage\n    datum: 2020\n    quelle: X\nreifegrade:",
        1,
    )
    read, findings = read_library(encoded({**PROJECT, "docs/kommunen/musterstadt.md": text}), surroundings())
    profile = read.profile("musterstadt")
    assert findings == ()
    assert profile
    assert profile.deeds[0] == Deed("Genannt", "", "Projektseite")
    assert [deed.date for deed in profile.deeds] == ["", "2020", "2020-07"]
