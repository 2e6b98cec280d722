"""The site as it is published: with its address, the address of its sources and their history."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from building import Built, build, copy_of_the_project
from git import commit

ADDRESS = "https://weltoffen.example/wissen/"
SOURCES = {"REPO_URL": "https://quelltext.example/wissen", "EDIT_URI": "edit/main/docs/"}
ARTICLE = "kurzform-oder-langform"
EARLIER, LATER = "2026-03-01", "2026-03-09"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = copy_of_the_project(tmp_path_factory.mktemp("projekt"))
    commit(project, "docs", "magazine", day=EARLIER)
    with (project / "magazine" / f"{ARTICLE}.md").open("a", encoding="utf-8") as file:
        file.write("\nNoch ein Satz.\n")
    commit(project, "magazine", day=LATER)
    done = build(tmp_path_factory.mktemp("seite"), project=project, environment={"SITE_URL": ADDRESS, **SOURCES})
    assert done.code == 0, done.said
    return done


def html(built: Built, page: str) -> str:
    return (built.site / page / "index.html").read_text(encoding="utf-8")


def test_the_build_says_no_warning(published: Built) -> None:
    assert "WARNING" not in published.said


@pytest.mark.parametrize(
    ("page", "day", "in_words"),
    [
        (f"magazin/{ARTICLE}", LATER, "9. März 2026"),
        ("magazin/zwickau-weltoffenheit-im-alltag", EARLIER, "1. März 2026"),
        ("kommunen/dessau-rosslau", EARLIER, "1. März 2026"),
        ("selbstcheck/methode", EARLIER, "1. März 2026"),
    ],
)
def test_a_page_says_when_its_source_was_last_changed(published: Built, page: str, day: str, in_words: str) -> None:
    found = re.search(r'Zuletzt geändert am <time datetime="([^"]+)">([^<]+)</time>', html(published, page))
    assert found
    assert (found[1], found[2].replace("\u00a0", " ")) == (day, in_words)


def test_the_day_is_also_in_the_structured_data_of_an_article(published: Built) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html(published, f"magazin/{ARTICLE}"))
    assert found
    assert json.loads(found[1])["dateModified"] == LATER


@pytest.mark.parametrize(
    ("page", "source"),
    [
        (f"magazin/{ARTICLE}", f"edit/main/magazine/{ARTICLE}.md"),
        ("kommunen/dessau-rosslau", "edit/main/docs/kommunen/dessau-rosslau.md"),
        ("mitwirken", "edit/main/docs/mitwirken/index.md"),
    ],
)
def test_a_page_leads_to_its_own_source(published: Built, page: str, source: str) -> None:
    assert f'<a href="{SOURCES["REPO_URL"]}/{source}">Diese Seite verbessern</a>' in html(published, page)


@pytest.mark.parametrize("page", ["schlagworte/dialog", "magazin/rubrik/praxistipp"])
def test_a_list_without_a_source_of_its_own_claims_neither_a_day_nor_a_source(published: Built, page: str) -> None:
    assert "Zuletzt geändert" not in html(published, page)
    assert "Diese Seite verbessern" not in html(published, page)


def test_the_sitemap_names_every_page_with_the_day_of_its_last_change(published: Built) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = ElementTree.parse(published.site / "sitemap.xml").getroot().findall("s:url", names)  # noqa: S314 - our own build wrote it
    days = {entry.findtext("s:loc", "", names): entry.findtext("s:lastmod", None, names) for entry in entries}
    pages = {path.parent.relative_to(published.site).as_posix() for path in published.site.rglob("index.html")}
    assert set(days) == {f"{ADDRESS}{page}/".replace("/./", "/") for page in pages}
    assert days[f"{ADDRESS}magazin/{ARTICLE}/"] == LATER
    assert days[f"{ADDRESS}kommunen/dessau-rosslau/"] == EARLIER
    assert days[f"{ADDRESS}schlagworte/dialog/"] is None


def test_every_page_names_its_own_address_and_the_feeds(published: Built) -> None:
    for page in ("", f"magazin/{ARTICLE}", "schlagworte/dialog"):
        text = html(published, page)
        address = f"{ADDRESS}{page}/" if page else ADDRESS
        assert f'<link rel="canonical" href="{address}">' in text
        assert f'<meta property="og:url" content="{address}">' in text
        for media_type, href in re.findall(r'<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)">', text):
            assert media_type in ("application/rss+xml", "application/feed+json")
            assert (published.site / page / href).resolve().is_file()
        assert text.count('rel="alternate"') == 2


def test_the_feeds_lead_to_pages_that_exist(published: Built) -> None:
    feed = json.loads((published.site / "magazin/feed.json").read_text(encoding="utf-8"))
    rss = ElementTree.parse(published.site / "magazin/feed.xml").getroot()  # noqa: S314
    links = [item["url"] for item in feed["items"]] + [link.text or "" for link in rss.iter("link")]
    assert len(links) > 30
    for link in links:
        assert link.startswith(ADDRESS)
        assert (published.site / link.removeprefix(ADDRESS)).exists(), link


def test_an_unpublished_build_names_no_address_of_its_own(site: Path) -> None:
    text = (site / f"magazin/{ARTICLE}/index.html").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in text
    assert 'rel="alternate"' not in text
    assert not (site / "magazin/feed.xml").exists()
