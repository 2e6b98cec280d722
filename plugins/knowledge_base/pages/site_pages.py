"""Which pages the knowledge platform has besides the texts that editors write, and what surrounds those.

Knows neither MkDocs nor the file system: pages are named by their path in the site without ending.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from knowledge_base.atlas.projection import Geojson
from knowledge_base.pages import item_pages, listings
from knowledge_base.pages.environment import render
from knowledge_base.pages.related import related
from knowledge_base.pages.schedule import day
from knowledge_base.pages.setting import (
    HELP,
    MAGAZINE,
    METHODS,
    PROFILES,
    TITLES,
    Setting,
    cards_path,
    rubric_path,
    topic_path,
)
from knowledge_base.pages.vocabulary import RUBRIC_PLURALS
from knowledge_base.search.index import DIRECTORY
from knowledge_base.texts.kinds import Article, Help, Introduction, Item, Material, Method, Profile, Rubric
from knowledge_base.texts.library import About, Library, Pointer, pointers
from selfcheck_core.catalogue import Catalogue, Field

Url = Callable[[str], str]
I = TypeVar("I", bound=Item)  # noqa: E741
_SECTIONS = {
    MAGAZINE: "Magazin",
    METHODS: "Methoden",
    PROFILES: "Kommunen",
    HELP: "Rückhalt",
    TITLES: "Alle Texte nach Schlagworten",
}


@dataclass(frozen=True, slots=True)
class Generated:
    """A page without a text of its own: its title and one sentence for search engines."""

    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Platform:
    """Everything that stands on the pages of the knowledge platform.

    Attributes:
        library: all texts.
        catalogue: the compiled questionnaire.
        pointers: page path → suggestions of the questionnaire that lead to it.
        listings: page path → what makes its list.
        chosen: the texts that the start page proposes.
    """

    library: Library
    catalogue: Catalogue
    pointers: Mapping[str, tuple[Pointer, ...]]
    listings: Mapping[str, Callable[[Setting], str]]
    chosen: tuple[Item, ...] = ()

    @classmethod
    def of(
        cls,
        library: Library,
        catalogue: Catalogue,
        outline: Geojson,
        chosen: tuple[Item, ...] = (),
        *,
        with_feeds: bool,
    ) -> "Platform":
        """Arrange what is given; the way back from pages to the questionnaire is worked out here."""
        made = _listings(library, catalogue, outline, with_feeds=with_feeds)
        return cls(library, catalogue, pointers(catalogue), made, chosen)

    def listing(self, path: str, url: Url) -> str:
        """Return what the page of this path lists, empty where it lists nothing."""
        maker = self.listings.get(path)
        return maker(self._setting(url)) if maker else ""

    def blocks(self, path: str, url: Url) -> Mapping[str, Callable[[], str]]:
        """Return the maker of every block that the page of this path may ask for, under the name that editors write."""
        return {
            "liste": partial(self.listing, path, url),
            "auswahl": lambda: render("chosen.html", items=self.chosen, setting=self._setting(url)),
            "suche": lambda: render("search.html", index=url(DIRECTORY), root=url(".")),
            "alle-titel": lambda: listings.titles_page(self.library.items, self._setting(url)),
        }

    def draws(self, item: Item) -> bool:
        """Tell whether a text's page holds a picture: of levels, or of the day of a method."""
        if isinstance(item, Method):
            return day(item.steps) is not None
        return isinstance(item, Profile) and bool(item_pages.published_levels(item, self.catalogue))

    def head(self, item: Item, url: Url) -> str:
        """Return what stands between the title and the text of an item."""
        setting = self._setting(url)
        match item:
            case Article():
                return item_pages.article_head(item, setting)
            case Profile():
                return item_pages.profile_head(item, setting)
            case Method():
                return item_pages.method_head(item, setting)
            case Help():
                return item_pages.help_head(item, setting)
            case Material():
                return item_pages.material_head(item, setting, method=self.library.method(item.method))
        return ""

    def foot(self, item: Item, url: Url) -> str:
        """Return what stands behind the text of an item: its ways on."""
        setting = self._setting(url)
        places = self.pointers.get(item.page_path, ())
        match item:
            case Article():
                return item_pages.article_foot(
                    item,
                    setting,
                    methods=self._methods(item.methods),
                    profiles=self._profiles(item.municipalities),
                )
            case Profile():
                return item_pages.profile_foot(
                    item,
                    setting,
                    articles=self.library.articles_about(About.MUNICIPALITY, item.slug),
                    methods=self._methods_of(item),
                )
            case Method():
                return item_pages.method_foot(
                    item,
                    setting,
                    profiles=self._profiles_of(item),
                    articles=self.library.articles_about(About.METHOD, item.slug),
                    materials=self.library.materials_of(item.slug),
                    pointers=places,
                )
            case Help():
                return item_pages.help_foot(item, setting, pointers=places)
        return ""

    def beside(self, item: Item, url: Url) -> str:
        """Return what stands beside the text of an item, or below it: „Passt dazu“; empty where nothing does."""
        near = () if isinstance(item, Material | Introduction) else related(item, self.library)
        return item_pages.beside(near, self._setting(url))

    def trail(self, path: str) -> tuple[tuple[str, str], ...]:
        """Return the pages between the start page and this one, as pairs of path and title."""
        first, _, rest = path.partition("/")
        return ((f"{first}/", _SECTIONS[first]),) if first in _SECTIONS and rest != "index" else ()

    def _setting(self, url: Url) -> Setting:
        return Setting(self.catalogue, self.library.topics, url)

    def _methods(self, slugs: Sequence[str]) -> tuple[Method, ...]:
        return listings.by_title(found for slug in slugs if (found := self.library.method(slug)))

    def _profiles(self, slugs: Sequence[str]) -> tuple[Profile, ...]:
        return listings.by_title(found for slug in slugs if (found := self.library.profile(slug)))

    def _methods_of(self, profile: Profile) -> tuple[Method, ...]:
        """Return the methods that the profile names and those that name it as an example."""
        shelf = self.library.shelf(About.MUNICIPALITY, profile.slug)
        naming = [item for item in shelf if isinstance(item, Method)]
        return listings.by_title(_once([*self._methods(profile.methods), *naming]))

    def _profiles_of(self, method: Method) -> tuple[Profile, ...]:
        """Return the profiles that name the method and those that its examples name."""
        shelf = self.library.shelf(About.METHOD, method.slug)
        naming = [item for item in shelf if isinstance(item, Profile)]
        return listings.by_title(_once([*self._profiles([e.municipality for e in method.examples]), *naming]))


def generated_pages(library: Library, fields: Iterable[Field]) -> Mapping[str, Generated]:
    """Return path → page for every page that lists and has no text of its own; `fields` are the questionnaire's."""
    rubrics = {
        rubric_path(rubric): Generated(title, f"{title} im Magazin der Plattform Weltoffene Kommune")
        for rubric, title in RUBRIC_PLURALS.items()
        if library.articles_in(rubric)
    }
    topics = {
        topic_path(topic.slug): Generated(topic.title, f"Alles zum Schlagwort {topic.title}")
        for topic in library.topics
        if library.shelf(About.TOPIC, topic.slug)
    }
    cards = {
        cards_path(field.id): Generated(f"Fragekarten: {field.title}", f"Karten zum Ausdrucken: {field.title}")
        for field in fields
    }
    titles = {
        f"{TITLES}/index": Generated("Alle Texte nach Schlagworten", "Alle Titel nach Schlagworten und von A bis Z")
    }
    return {**rubrics, **topics, **cards, **titles}


def _listings(
    library: Library, catalogue: Catalogue, outline: Geojson, *, with_feeds: bool
) -> Mapping[str, Callable[[Setting], str]]:
    made: dict[str, Callable[[Setting], str]] = {
        f"{MAGAZINE}/index": partial(listings.magazine_page, library.articles, with_feeds=with_feeds),
        f"{METHODS}/index": partial(listings.methods_page, library.methods),
        f"{PROFILES}/index": partial(listings.profiles_page, library.profiles, outline),
        f"{HELP}/index": partial(listings.help_page, library.help_pages),
        f"{TITLES}/index": partial(listings.titles_page, library.items),
    }
    made |= {rubric_path(r): partial(listings.rubric_page, r, library.articles) for r in Rubric}
    made |= {
        topic_path(topic.slug): partial(listings.topic_page, topic, library.shelf(About.TOPIC, topic.slug))
        for topic in library.topics
    }
    made |= {cards_path(field.id): partial(item_pages.question_cards, field.id) for field in catalogue.fields}
    return made


def _once(items: Iterable[I]) -> tuple[I, ...]:
    return tuple({item.page_path: item for item in items}.values())
