"""„Passt dazu“ as rules, on items made for them."""

import random

import pytest

from knowledge_base.pages.related import MOST, closeness, related
from knowledge_base.texts.kinds import Article, Coordinates, Introduction, Item, Material, Profile, Rubric
from knowledge_base.texts.library import Library, library_of
from knowledge_views.samples import method


def article(slug: str, date: str = "2026-01-01", **about: tuple[str, ...]) -> Article:
    return Article(slug, slug, "", "", f"magazin/{slug}", "", 1, rubric=Rubric.ARTICLE, date=date, benefit="", **about)


def profile(slug: str, **about: tuple[str, ...]) -> Profile:
    position = Coordinates("50", "10")
    return Profile(
        slug, slug, "", "", f"kommunen/{slug}", "", 1, type="", description="", state="", position=position, **about
    )


def shown(item: Item, *others: Item) -> list[str]:
    return [found.slug for found in related(item, library_of((item, *others)))]


def test_what_shares_nothing_is_not_related() -> None:
    assert shown(article("a", topics=("geld",)), article("b", topics=("dialog",)), article("c")) == []


def test_a_text_that_is_named_comes_before_one_that_is_about_the_same() -> None:
    own = article("a", methods=("planspiel",), topics=("geld", "dialog"), fields=("x", "y"))
    same = article("b", topics=("geld", "dialog"), fields=("x", "y"))
    assert shown(own, same, method("planspiel")) == ["planspiel", "b"]


def test_two_texts_about_one_municipality_are_closer_than_two_in_one_field() -> None:
    own = article("a", municipalities=("gera",), fields=("x",))
    assert shown(own, article("b", fields=("x",)), article("c", municipalities=("gera",))) == ["c", "b"]


def test_a_shared_topic_says_more_than_a_shared_field() -> None:
    own = article("a", topics=("geld",), fields=("x",))
    assert shown(own, article("b", fields=("x",)), article("c", topics=("geld",))) == ["c", "b"]


def test_ties_go_by_kind_then_newest_then_slug() -> None:
    others = [
        method("d", topics=("t",)),
        article("c", "2026-01-01", topics=("t",)),
        article("b", "2026-01-01", topics=("t",)),
    ]
    newest = article("z", "2026-02-01", topics=("t",))
    assert shown(article("a", topics=("t",)), *others, newest) == ["z", "b", "c", "d"]


def test_nothing_but_the_rubric_in_common_is_nothing() -> None:
    assert shown(article("a"), article("b")) == []


def test_printable_sheets_and_introductions_are_never_proposed() -> None:
    sheet = Material("s", "s", "", "", "methoden/material/s", "", 1, topics=("t",), method="m")
    start = Introduction("index", "i", "", "", "methoden/index", "", 1, topics=("t",))
    assert shown(article("a", topics=("t",), methods=("m",)), sheet, start) == []


@pytest.mark.parametrize("own", [article("a", municipalities=("gera",), topics=("t",)), profile("a", topics=("t",))])
def test_a_profile_is_never_proposed_however_near_it_is(own: Item) -> None:
    assert shown(own, profile("gera", topics=("t",)), article("b", topics=("t",))) == ["b"]


def drawn(count: int) -> Library:
    """Return a library of articles about this and that, the same every time."""
    draw = random.Random(7)
    kinds = {"fields": 7, "topics": 21, "municipalities": 32, "methods": 20}

    def about() -> dict[str, tuple[str, ...]]:
        return {
            key: tuple(f"{key}-{n}" for n in draw.sample(range(most), draw.randrange(4))) for key, most in kinds.items()
        }

    return library_of([article(f"a-{n}", f"2026-01-{draw.randrange(1, 29)}", **about()) for n in range(count)])


@pytest.fixture(scope="module")
def library() -> Library:
    return drawn(300)


def test_never_itself_never_twice_and_at_most_five(library: Library) -> None:
    for item in library.items:
        paths = [found.page_path for found in related(item, library)]
        assert item.page_path not in paths
        assert len(set(paths)) == len(paths) <= MOST


def test_closeness_is_the_same_in_both_directions(library: Library) -> None:
    for item in library.items[:30]:
        assert all(closeness(item, other, library) == closeness(other, item, library) for other in library.items)


def test_the_order_of_the_items_changes_nothing(library: Library) -> None:
    shuffled = list(library.items)
    random.Random(1).shuffle(shuffled)
    again = library_of(shuffled)
    assert [related(item, again) for item in library.items] == [related(item, library) for item in library.items]


def test_the_closest_come_first(library: Library) -> None:
    for item in library.items[:50]:
        found = [closeness(item, other, library) for other in related(item, library)]
        assert found == sorted(found, reverse=True)


def test_in_a_small_library_nothing_closer_is_left_out() -> None:
    library = drawn(50)
    for item in library.items:
        found = related(item, library)
        least = min((closeness(item, other, library) for other in found), default=0)
        missed = [other for other in library.items if other != item and other not in found]
        assert all(closeness(item, other, library) <= least for other in missed) or len(found) < MOST
