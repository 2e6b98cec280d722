"""Small texts that once failed, as they were handed to us."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.samples import ARTICLE, PROJECT, encoded, surroundings
from knowledge_base.search.searchable import filter_names
from knowledge_base.texts.kinds import Profile
from knowledge_base.texts.library import library_of
from knowledge_base.texts.reading import read_library

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


def named(profile: Profile, title: str) -> Profile:
    slug = title.lower().replace("ü", "ue").replace("ä", "ae").replace("ö", "oe").strip("„“")
    return replace(profile, title=title, slug=slug, page_path=f"kommunen/{slug}")
