"""„Passt dazu“: which other texts answer what a reader of this one asks next. The same for equal libraries.

Two texts are the closer the more they share, and what they share counts by how much it says: a question of the
self-check most, one of seven Handlungsfelder least. Of texts about the same, the one that comes next goes first: after
a text on preparing the self-check one on its result, after the acute case what to do afterwards.
"""

from collections.abc import Mapping

from knowledge_base.texts.kinds import Article, Help, Introduction, Item, Material, Method, Phase, Profile, Purpose
from knowledge_base.texts.library import About, Library, Trait, own_trait

MOST = 5
_SHARED: Mapping[About, int] = {
    About.MUNICIPALITY: 4,
    About.QUESTION: 3,
    About.METHOD: 2,
    About.TOPIC: 2,
    About.FIELD: 1,
    About.RUBRIC: 0,
}
# More than two topics in common; a text that shares nothing leads nowhere.
_LEADS_ON = 5

Stage = Purpose | Phase | type[Item] | None
NEXT: Mapping[Stage, frozenset[Stage]] = {
    Purpose.PREPARE: frozenset({Purpose.USE_RESULT}),
    Purpose.USE_RESULT: frozenset({Purpose.TALK, Method}),
    Purpose.TALK: frozenset({Method, Purpose.SET_RULES}),
    Purpose.SET_RULES: frozenset({Purpose.TALK}),
    Method: frozenset({Purpose.TALK, Purpose.USE_RESULT}),
    Profile: frozenset({Purpose.PREPARE, Purpose.USE_RESULT}),
    Phase.ACUTE: frozenset({Phase.AFTERWARDS, Phase.CONTACTS}),
    Phase.AFTERWARDS: frozenset({Phase.PREPARE, Phase.CONTACTS}),
    Phase.PREPARE: frozenset({Phase.TOGETHER, Phase.TEMPLATES}),
    Phase.TOGETHER: frozenset({Phase.COMMUNICATION, Phase.TEMPLATES}),
    Phase.COMMUNICATION: frozenset({Phase.TEMPLATES}),
    Phase.CONTACTS: frozenset({Phase.AFTERWARDS}),
    Phase.TEMPLATES: frozenset({Phase.TOGETHER}),
}
"""Where a reader stands → where the next question leads."""

# A field holds a seventh of all texts. Looking only at the first of a shelf keeps the work in step with the number of
# texts; those further back would lose the tie with the first anyway, unless they share more, and then stand elsewhere.
_DEPTH = 25


def related(item: Item, library: Library) -> tuple[Item, ...]:
    """Return at most five other items, closest first; ties go by kind, then newest, then title.

    Printable sheets and introductions are never proposed: the page of their method or folder shows them. Nor are
    profiles, and nor is what the page lists by name: the methods of an article, the articles about a municipality.
    """
    found = _candidates(item, library)
    scores = {
        path: closeness(item, other, library) + _LEADS_ON * leads_on(item, other) for path, other in found.items()
    }
    closest = sorted(scores, key=lambda path: (-scores[path], library.ranks[path]))
    return tuple(found[path] for path in closest[:MOST])


def closeness(one: Item, other: Item, library: Library) -> int:
    """Return how much two items of a library share, 0 for nothing; the same in both directions."""
    shared = library.traits[one.page_path] & library.traits[other.page_path]
    return sum(_SHARED[trait.about] for trait in shared)


def leads_on(item: Item, other: Item) -> bool:
    """Tell whether the other item answers what a reader of this one asks next."""
    return _stage(other) in NEXT.get(_stage(item), ())


def _stage(item: Item) -> Stage:
    match item:
        case Article():
            return item.purpose
        case Help():
            return item.phase
    return type(item)


def _candidates(item: Item, library: Library) -> Mapping[str, Item]:
    fronts = (_front(trait, library) for trait in library.traits[item.page_path])
    found = {other.page_path: other for front in fronts for other in front}
    return {
        path: other
        for path, other in found.items()
        if path != item.page_path
        and not isinstance(other, Material | Introduction | Profile)
        and not _names(item, other, library)
    }


def _names(one: Item, other: Item, library: Library) -> bool:
    """Tell whether one of the two names the other."""
    shared = library.traits[one.page_path] & library.traits[other.page_path]
    return bool(shared & {own_trait(one), own_trait(other)})


def _front(trait: Trait, library: Library) -> tuple[Item, ...]:
    return library.shelves[trait][:_DEPTH] if _SHARED[trait.about] else ()
