"""„Passt dazu“: which other texts a reader of this one may want next. Deterministic, and the same for equal libraries.

Two texts are the closer the more they share. What they share counts by how much it says: that an editor named the
other text itself says most, one of seven Handlungsfelder least.
"""

from collections.abc import Mapping

from knowledge_base.texts.kinds import Introduction, Item, Material, Profile
from knowledge_base.texts.library import About, Library, Trait, own_trait

MOST = 5
_NAMED = 8
_SHARED: Mapping[About, int] = {
    About.MUNICIPALITY: 4,
    About.QUESTION: 3,
    About.METHOD: 2,
    About.TOPIC: 2,
    About.FIELD: 1,
    About.RUBRIC: 0,
}
# A field holds a seventh of all texts. Looking only at the first of a shelf keeps the work in step with the number of
# texts; those further back would lose the tie with the first anyway, unless they share more, and then stand elsewhere.
_DEPTH = 25


def related(item: Item, library: Library) -> tuple[Item, ...]:
    """Return at most five other items, closest first; ties go by kind, then newest, then title.

    Printable sheets and introductions are never proposed: the page of their method or folder shows them. Nor are
    profiles: a text names its municipalities itself, and another that shares a word seldom answers what comes next.
    """
    found = _candidates(item, library)
    scores = {path: closeness(item, other, library) for path, other in found.items()}
    closest = sorted(scores, key=lambda path: (-scores[path], library.ranks[path]))
    return tuple(found[path] for path in closest[:MOST])


def closeness(one: Item, other: Item, library: Library) -> int:
    """Return how much two items of a library share, 0 for nothing; the same in both directions."""
    own = (own_trait(one), own_trait(other))
    shared = library.traits[one.page_path] & library.traits[other.page_path]
    return sum(_NAMED if trait in own else _SHARED[trait.about] for trait in shared)


def _candidates(item: Item, library: Library) -> Mapping[str, Item]:
    fronts = (_front(trait, library) for trait in library.traits[item.page_path])
    found = {other.page_path: other for front in fronts for other in front}
    return {
        path: other
        for path, other in found.items()
        if path != item.page_path and not isinstance(other, Material | Introduction | Profile)
    }


def _front(trait: Trait, library: Library) -> tuple[Item, ...]:
    return library.shelves[trait][:_DEPTH] if _SHARED[trait.about] else ()
