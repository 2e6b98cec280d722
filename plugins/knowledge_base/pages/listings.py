"""The pages that list: the magazine and its rubrics, topics, titles, methods, municipalities and help.

All functions return an HTML fragment whose headings begin at `<h2>`; the page's own `<h1>` stands above it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from knowledge_base.atlas.projection import Geojson
from knowledge_base.pages import finder, vocabulary
from knowledge_base.pages.environment import render
from knowledge_base.pages.map import map_svg
from knowledge_base.pages.setting import Setting, rubric_path, topic_path
from knowledge_base.texts.german_order import sort_key
from knowledge_base.texts.kinds import Article, Help, Item, Material, Method, Profile, Rubric, Topic

NEWEST = 12  # under each title of the magazine's page; rubrics and topics show all
ON_START_PAGE = 3

KINDS: tuple[tuple[type[Item], str], ...] = (
    (Article, "Magazin"),
    (Method, "Methoden"),
    (Profile, "Kommunen"),
    (Help, "Rückhalt"),
    (Material, "Material zum Ausdrucken"),
)


I = TypeVar("I", bound=Item)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Shelf:
    """Items under a title; ``path`` is the page that shows them all, or empty."""

    title: str
    items: tuple[Item, ...]
    path: str = ""
    slug: str = ""


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles by date, the newest first; of one day by title."""
    by_title = sorted(articles, key=lambda article: sort_key(article.title))
    return tuple(sorted(by_title, key=lambda article: article.date, reverse=True))


def by_title(items: Iterable[I]) -> tuple[I, ...]:
    """Return the items as a German list is sorted."""
    return tuple(sorted(items, key=lambda item: sort_key(item.title)))


def magazine_page(articles: Sequence[Article], setting: Setting, *, with_feeds: bool) -> str:
    """Return the magazine's start: its texts by what readers want to do, else by rubric, and the ways to all of them.

    `with_feeds` says that `magazin/feed.xml` and `magazin/feed.json` are published.
    """
    shelves = purpose_shelves(articles)
    return render(
        "magazine.html",
        shelves=[replace(shelf, items=shelf.items[:NEWEST]) for shelf in shelves],
        more=any(len(shelf.items) > NEWEST for shelf in shelves),
        rubrics=[shelf for rubric in Rubric if (shelf := rubric_shelf(rubric, articles)).items],
        topics=topic_shelves(articles, setting),
        with_feeds=with_feeds,
        setting=setting,
    )


def newest(articles: Sequence[Article], setting: Setting) -> str:
    """Return the few newest texts, for the site's start page."""
    return render("newest.html", articles=newest_first(articles)[:ON_START_PAGE], setting=setting)


def rubric_page(rubric: Rubric, articles: Sequence[Article], setting: Setting) -> str:
    """Return all articles of a rubric, newest first."""
    return render("rubric.html", articles=rubric_shelf(rubric, articles).items, setting=setting)


def topic_page(topic: Topic, items: Sequence[Item], setting: Setting) -> str:
    """Return everything on a topic, grouped by kind; `items` may hold others too."""
    mine = by_kind(item for item in items if topic.slug in item.topics)
    return render("topic.html", topic=topic, shelves=mine, setting=setting)


def titles_page(items: Sequence[Item], setting: Setting) -> str:
    """Return every title, by topic and then from A to Z: what stands in for the search where that cannot run."""
    listed = by_title(item for item in items if isinstance(item, tuple(kind for kind, _ in KINDS)))
    letters = [
        Shelf(letter, tuple(group))
        for letter, group in groupby(listed, key=lambda item: sort_key(item.title)[:1].upper())
    ]
    return render("titles.html", topics=topic_shelves(listed, setting), letters=letters, setting=setting)


def methods_page(methods: Sequence[Method], setting: Setting) -> str:
    """Return the method finder: the form and the table of all methods."""
    ordered = by_title(methods)
    return render(
        "methods.html", methods=ordered, conditions=finder.METHOD_CONDITIONS, data=finder.method_data, setting=setting
    )


def profiles_page(profiles: Sequence[Profile], outline: Geojson, setting: Setting) -> str:
    """Return the map with the list of municipalities and its filter. `outline` is the GeoJSON of the Länder."""
    return render(
        "profiles.html",
        profiles=by_title(profiles),
        unmapped=by_title(profile for profile in profiles if not profile.on_map),
        map=map_svg(outline, [profile for profile in profiles if profile.on_map], setting.url),
        conditions=finder.profile_conditions(profiles, setting),
        data=finder.profile_data,
        municipality=vocabulary.municipality,
        setting=setting,
    )


def help_page(helps: Sequence[Help], setting: Setting) -> str:
    """Return the pages of help, grouped by when they are needed; what is urgent comes first."""
    shelves = [
        Shelf(title, by_title(page for page in helps if page.phase is phase))
        for phase, title in vocabulary.PHASES.items()
    ]
    return render("help_overview.html", shelves=[shelf for shelf in shelves if shelf.items], setting=setting)


def rubric_shelf(rubric: Rubric, articles: Iterable[Article]) -> Shelf:
    """Return the articles of a rubric, newest first, under the rubric's title."""
    mine = newest_first(article for article in articles if article.rubric is rubric)
    return Shelf(vocabulary.RUBRIC_PLURALS[rubric], mine, rubric_path(rubric), rubric.value)


def purpose_shelves(articles: Sequence[Article]) -> list[Shelf]:
    """Return the articles by purpose, each once, and those without one by rubric."""
    ordered = newest_first(articles)
    shelves = [
        Shelf(title, tuple(article for article in ordered if article.purpose is purpose), slug=purpose.value)
        for purpose, title in vocabulary.PURPOSES.items()
    ]
    shelves += [rubric_shelf(rubric, [article for article in articles if not article.purpose]) for rubric in Rubric]
    return [shelf for shelf in shelves if shelf.items]


def topic_shelves(items: Iterable[Item], setting: Setting) -> list[Shelf]:
    """Return the topics that have items, in the order of the topics, each with its items from A to Z."""
    listed = by_title(items)
    shelves = [
        Shelf(
            topic.title, tuple(item for item in listed if topic.slug in item.topics), topic_path(topic.slug), topic.slug
        )
        for topic in setting.topics
    ]
    return [shelf for shelf in shelves if shelf.items]


def by_kind(items: Iterable[Item]) -> list[Shelf]:
    """Return the items in shelves, one a kind, articles newest first, everything else from A to Z."""
    listed = tuple(items)
    shelves = []
    for kind, title in KINDS:
        mine = tuple(item for item in listed if isinstance(item, kind))
        articles = [item for item in mine if isinstance(item, Article)]
        shelves.append(Shelf(title, newest_first(articles) if articles else by_title(mine)))
    return [shelf for shelf in shelves if shelf.items]
