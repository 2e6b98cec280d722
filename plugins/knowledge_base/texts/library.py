"""All texts, read once: look-ups by slug, and by what they are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeVar

from knowledge_base.texts.folders import FOLDER_OF
from knowledge_base.texts.german_order import sort_key
from knowledge_base.texts.kinds import Article, Help, Introduction, Item, Material, Method, Profile, Rubric, Topic
from selfcheck_core.catalogue import Catalogue, Field, Question, Suggestion

I = TypeVar("I", bound=Item)  # noqa: E741

# The order in which kinds are listed beside one another.
_KINDS: tuple[type[Item], ...] = (Article, Method, Profile, Help, Material, Introduction)


class About(StrEnum):
    """In which respect two texts can be about the same."""

    FIELD = "field"
    TOPIC = "topic"
    MUNICIPALITY = "municipality"
    METHOD = "method"
    QUESTION = "question"
    RUBRIC = "rubric"


class Trait(NamedTuple):
    """One thing that a text is about, by its slug. A tuple, since a large library compares very many of them."""

    about: About
    slug: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place of the questionnaire that sends its reader to a text."""

    field: Field
    question: Question
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Library:
    """All texts, made by `library_of`.

    Attributes:
        items: in the order in which they are listed beside one another: by kind, newest first, then by title.
        topics: in the order of their titles, as a German list is sorted.
        by_path: page path → item.
        ranks: page path → the item's position in `items`.
        traits: page path → everything the item is about.
        shelves: trait → the items that are about it, in the order of `items`.
        kinds: kind → the items of it, in the order of `items`.
    """

    items: tuple[Item, ...]
    topics: tuple[Topic, ...]
    by_path: Mapping[str, Item]
    ranks: Mapping[str, int]
    traits: Mapping[str, frozenset[Trait]]
    shelves: Mapping[Trait, tuple[Item, ...]]
    kinds: Mapping[type[Item], tuple[Item, ...]]

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, newest first."""
        return self.of_kind(Article)

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """All profiles by title."""
        return self.of_kind(Profile)

    @property
    def methods(self) -> tuple[Method, ...]:
        """All methods by title."""
        return self.of_kind(Method)

    @property
    def help_pages(self) -> tuple[Help, ...]:
        """All pages of help by title."""
        return self.of_kind(Help)

    def of_kind(self, kind: type[I]) -> tuple[I, ...]:
        """Return all items of a kind in the library's order."""
        return _only(kind, self.kinds.get(kind, ()))

    def article(self, slug: str) -> Article | None:
        """Return the article of this slug."""
        return self._find(Article, slug)

    def profile(self, slug: str) -> Profile | None:
        """Return the profile of this slug."""
        return self._find(Profile, slug)

    def method(self, slug: str) -> Method | None:
        """Return the method of this slug."""
        return self._find(Method, slug)

    def help_page(self, slug: str) -> Help | None:
        """Return the page of help of this slug."""
        return self._find(Help, slug)

    def materials_of(self, method: str) -> tuple[Material, ...]:
        """Return the printable sheets of a method."""
        return _only(Material, self.shelf(About.METHOD, method))

    def shelf(self, about: About, slug: str) -> tuple[Item, ...]:
        """Return all items, of whatever kind, that are about this."""
        return self.shelves.get(Trait(about, slug), ())

    def articles_about(self, about: About, slug: str) -> tuple[Article, ...]:
        """Return the articles about a field, topic, municipality, method or question, newest first."""
        return _only(Article, self.shelf(about, slug))

    def articles_in(self, rubric: Rubric) -> tuple[Article, ...]:
        """Return the articles of a rubric, newest first."""
        return self.articles_about(About.RUBRIC, rubric.value)

    def _find(self, kind: type[I], slug: str) -> I | None:
        found = self.by_path.get(f"{FOLDER_OF[kind].site}/{slug}")
        return found if isinstance(found, kind) else None


def library_of(items: Iterable[Item], topics: Iterable[Topic] = ()) -> Library:
    """Arrange the items; each is filed once under everything it is about."""
    ordered = tuple(_in_order(items))
    shelves: defaultdict[Trait, list[Item]] = defaultdict(list)
    for item in ordered:
        for trait in traits_of(item):
            shelves[trait].append(item)
    return Library(
        items=ordered,
        topics=tuple(sorted(topics, key=lambda topic: sort_key(topic.title))),
        by_path={item.page_path: item for item in ordered},
        ranks={item.page_path: rank for rank, item in enumerate(ordered)},
        traits={item.page_path: frozenset(traits_of(item)) for item in ordered},
        shelves={trait: tuple(found) for trait, found in shelves.items()},
        kinds={kind: tuple(found) for kind, found in groupby(ordered, type)},
    )


def _in_order(items: Iterable[Item]) -> list[Item]:
    by_title = sorted(items, key=lambda item: (sort_key(item.title), item.page_path))
    newest_first = sorted(by_title, key=lambda item: item.date if isinstance(item, Article) else "", reverse=True)
    return sorted(newest_first, key=lambda item: _KINDS.index(type(item)))


def traits_of(item: Item) -> tuple[Trait, ...]:
    """Return everything an item is about, each once; a profile and a method are about themselves too."""
    named: list[tuple[About, tuple[str, ...]]] = [(About.FIELD, item.fields), (About.TOPIC, item.topics)]
    own = own_trait(item)
    match item:
        case Article():
            named += [(About.MUNICIPALITY, item.municipalities), (About.METHOD, item.methods)]
            named += [(About.QUESTION, item.questions), (About.RUBRIC, (item.rubric.value,))]
        case Profile():
            named += [(About.METHOD, item.methods)]
        case Method():
            named += [(About.MUNICIPALITY, tuple(example.municipality for example in item.examples))]
        case Material():
            named += [(About.METHOD, (item.method,))]
    traits = [Trait(about, slug) for about, slugs in named for slug in slugs]
    return tuple(dict.fromkeys([*([own] if own else []), *traits]))


def own_trait(item: Item) -> Trait | None:
    """Return what others name when they name this item: a municipality or a method."""
    match item:
        case Profile():
            return Trait(About.MUNICIPALITY, item.slug)
        case Method():
            return Trait(About.METHOD, item.slug)
    return None


def pointers(catalogue: Catalogue) -> Mapping[str, tuple[Pointer, ...]]:
    """Page path → the suggestions that link to it, in the questionnaire's order; a link's anchor does not count."""
    found: defaultdict[str, list[Pointer]] = defaultdict(list)
    for field in catalogue.fields:
        for question in field.questions:
            for suggestion in question.suggestions:
                for page in dict.fromkeys(link.partition("#")[0] for link in suggestion.links):
                    found[page].append(Pointer(field, question, suggestion))
    return {page: tuple(places) for page, places in found.items()}


def _only(kind: type[I], items: Iterable[Item]) -> tuple[I, ...]:
    return tuple(item for item in items if isinstance(item, kind))
