"""Small texts that once failed, as they were handed to us."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from knowledge.samples import ARTICLE, PROJECT, encoded, surroundings
from knowledge_base.pages.site_pages import Platform
from knowledge_base.search.searchable import filter_names
from knowledge_base.texts.kinds import Method, Profile, Topic
from knowledge_base.texts.library import library_of
from knowledge_base.texts.reading import read_library

N = TypeVar("N", Profile, Method)
CASES = Path(__file__).parent / "cases"


def content(name: str) -> bytes:
    return (CASES / name).read_bytes()


def test_a_text_with_windows_line_ends_is_read_and_stops_nobody() -> None:
    assert b"\r\n" in content("crlf.md")
    body = PROJECT[ARTICLE].encode().replace(b"## Quellen\n", content("crlf.md") + b"\n## Quellen\n", 1)
    library, found = read_library({**encoded(PROJECT), ARTICLE: body}, surroundings())
    assert [(each.slug, each.stops) for each in found] == [("windows-zeilenenden", False)]
    article = library.article("tor-auf")
    assert article
    assert "\r" not in article.body
    assert "Eine Zeile Text" in article.body


@pytest.mark.parametrize(
    ("name", "slug", "line"),
    [
        ("nbsp-im-vorspann.md", "geschuetztes-leerzeichen", 2),
        ("typografische-anfuehrung.md", "typografische-anfuehrungszeichen", 2),
    ],
)
def test_the_sign_that_looks_like_another_is_named_at_its_line(name: str, slug: str, line: int) -> None:
    found = read_library({**encoded(PROJECT), ARTICLE: content(name)}, surroundings())[1]
    assert (slug, line) in {(each.slug, each.place.line) for each in found if each.place.file == ARTICLE}


def test_the_filter_of_the_search_lists_municipalities_in_the_order_of_german_titles() -> None:
    (profile,) = read_library(encoded(PROJECT), surroundings())[0].profiles
    titles = ["Zwickau", "Ludwigshafen", "Lübeck", "Äpfelbach", "Aurich", "Überlingen", "„Ulm“", "Öhringen", "Oelde"]
    profiles = [named(profile, title) for title in titles]
    catalogue = surroundings().catalogue
    assert catalogue
    expected = ["Äpfelbach", "Aurich", "Lübeck", "Ludwigshafen", "Oelde", "Öhringen", "Überlingen", "„Ulm“", "Zwickau"]
    assert list(filter_names(catalogue, profiles).municipalities.values()) == expected
    assert [each.title for each in library_of(profiles).profiles] == expected


TITLES = ["Überlingen", "Zwickau", "Äpfelbach", "„Ulm“", "Oelde", "Öhringen", "Aurich"]
IN_ORDER = ["Äpfelbach", "Aurich", "Oelde", "Öhringen", "Überlingen", "„Ulm“", "Zwickau"]


def test_topics_are_listed_in_the_order_of_german_titles_whatever_the_order_of_their_file() -> None:
    topics = [Topic(f"s{place}", title, "Worum es geht.") for place, title in enumerate(TITLES)]
    assert [topic.title for topic in library_of((), topics).topics] == IN_ORDER


@pytest.mark.parametrize("kind", ["municipalities", "methods"])
def test_what_a_text_names_is_listed_below_it_in_the_order_of_german_titles(kind: str) -> None:
    library = read_library(encoded(PROJECT), surroundings())[0]
    catalogue = surroundings().catalogue
    assert catalogue
    article, profile, method = library.articles[0], library.profiles[0], library.methods[0]
    neighbours = [named(profile, title) if kind == "municipalities" else named(method, title) for title in TITLES]
    article = replace(article, **{kind: tuple(each.slug for each in neighbours)})
    platform = Platform.of(library_of([article, *neighbours]), catalogue, {}, with_feeds=False)
    foot = platform.foot(article, lambda path: path)
    assert re.findall(r'<li><a href="(?:kommunen|methoden)/[^"]*">([^<]*)</a>', foot) == IN_ORDER


def named(item: N, title: str) -> N:
    slug = title.lower().replace("ü", "ue").replace("ä", "ae").replace("ö", "oe").strip("„“")
    return replace(item, title=title, slug=slug, page_path=f"{item.page_path.partition('/')[0]}/{slug}")
