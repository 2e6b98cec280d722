"""The list of real queries, asked of the built site: all of them in Node, some on the page in a real browser."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from browser.person import Person
from search.engine import Engine
from search.searching import Searcher

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8"))
REQUIRED = 0.97


@pytest.fixture
def searcher(visitor: Callable[..., Person]) -> Searcher:
    """Return somebody at the search page."""
    return Searcher.of(visitor())


def test_the_list_is_long_and_asks_each_thing_once() -> None:
    assert len(QUERIES) >= 170
    assert len({entry["suche"] for entry in QUERIES}) == len(QUERIES)


def test_the_pages_that_the_list_names_exist(site: Path) -> None:
    named = {page.partition("#")[::2] for entry in QUERIES for page in entry["seiten"]}
    missing = [page for page, _ in named if not (site / page / "index.html").is_file()]
    form = (site / "selbstcheck" / "fragebogen" / "index.html").read_text(encoding="utf-8")
    assert missing + [anchor for _, anchor in named if anchor and f'="{anchor}"' not in form] == []


def test_of_a_hundred_queries_ninety_seven_find_their_page_among_the_first_three(site: Path) -> None:
    answers = Engine(site).ask(*(entry["suche"] for entry in QUERIES))
    asked = zip(QUERIES, answers, strict=True)
    missed = [entry["suche"] for entry, answer in asked if not _found(answer["pages"], entry["seiten"])]
    recall = 1 - len(missed) / len(QUERIES)
    print(f"{recall:.3f} of {len(QUERIES)}; missed: {missed}")
    assert recall >= REQUIRED, missed


def test_no_query_finds_a_list_of_titles_first(site: Path) -> None:
    titles = [topic.parent.name for topic in sorted((site / "schlagworte").glob("*/index.html"))]
    answers = Engine(site).ask(*(entry["suche"] for entry in QUERIES), *titles)
    first = [answer["pages"][0] for answer in answers if answer["pages"]]
    assert [page for page in first if page.startswith(("schlagworte/", "magazin/rubrik/"))] == []


def test_the_page_shows_first_what_the_engine_finds_first(searcher: Searcher, site: Path) -> None:
    asked = {entry["art"]: entry["suche"] for entry in QUERIES}.values()
    for question, answer in zip(asked, Engine(site).ask(*asked), strict=True):
        assert searcher.asks(question)[:3] == answer["pages"][:3], question


@pytest.mark.parametrize("typed", ["Morddrohung", "Drohbrief", "jemand steht vor meinem Haus"])
def test_who_is_in_danger_finds_the_acute_page_first(typed: str, searcher: Searcher) -> None:
    assert searcher.asks(typed)[0] == "rueckhalt/im-akuten-fall/"


def _found(pages: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(page in wanted for page in pages[:3])
