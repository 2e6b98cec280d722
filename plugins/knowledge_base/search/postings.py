"""Which word says how much about which page: BM25F over the parts of a page, widened by compounds and synonyms.

The formula is Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields" (CIKM 2004): weighted
frequencies are summed before they are saturated. All of it happens at build time, so a browser only adds whole numbers.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from knowledge_base.search.compounds import Splitter
from knowledge_base.search.word_forms import folded, stem, surfaces

Weights = dict[int, float]  # number of a page → weighted frequency of a word on it
Impacts = dict[int, int]  # number of a page → how much a word says about it, at least 1

SATURATION = 4.5  # high, so that a title still counts more than a word that stands in a text three times
STEPS = 20  # impacts are whole numbers; one step is a twentieth of a unit of BM25F
FROM_COMPOUND = 0.5  # „Antidiskriminierungsstelle“ on a page counts this much for „Diskriminierung“
FROM_SYNONYM = 0.45
SYNONYM_MOST = 5.5  # of a weight: a synonym in a title must not outdo the word itself in a text


@dataclass(frozen=True, slots=True)
class Part:
    """A part of every page, such as its title: how much a word in it counts, and how much length takes off (0–1)."""

    weight: float
    length_counts: float


@dataclass(slots=True)
class Vocabulary:
    """The words of all pages.

    Attributes:
        stop: folded words that are left out.
        weights: stem → pages → weighted frequency, widened or not.
        times: word as written on the site → how often.
    """

    stop: Collection[str]
    weights: dict[str, Weights] = field(default_factory=lambda: defaultdict(dict))
    times: Counter[str] = field(default_factory=Counter)
    _stems: dict[str, str] = field(default_factory=dict)

    def written(self) -> dict[str, list[str]]:
        """Return stem → each way it is written on the site, the most frequent first."""
        forms: dict[str, list[str]] = {}
        for surface, _ in sorted(self.times.items(), key=lambda found: (-found[1], found[0])):
            if word := self.stem_of(surface):
                forms.setdefault(word, []).append(surface)
        return forms

    def stem_of(self, surface: str) -> str:
        """Return the stem of a word as written, empty for a stop word or a single letter."""
        if surface not in self._stems:
            word = folded(surface)
            self._stems[surface] = "" if word in self.stop or len(word) < 2 else stem(word)
        return self._stems[surface]

    def add(self, part: Part, texts: Sequence[str]) -> None:
        """Count the words of one part of all pages; `texts[n]` is that of page n."""
        written = [surfaces(text) for text in texts]
        counts = [Counter(words) for words in written]
        self.times.update(chain.from_iterable(written))
        average = sum(map(Counter.total, counts)) / max(1, len(counts)) or 1.0
        for page, count in enumerate(counts):
            weight = part.weight / (1 - part.length_counts + part.length_counts * count.total() / average)
            for surface, times in count.items():
                word = self._stems.get(surface)
                if word is None:
                    word = self.stem_of(surface)
                if word:
                    pages = self.weights[word]
                    pages[page] = pages.get(page, 0.0) + weight * times

    def unite(self, groups: Iterable[Sequence[str]]) -> None:
        """Let all words of a group be found as if each were written wherever one of them is."""
        for group in groups:
            stems = {word for word in map(self.stem_of, group) if word}
            together: Weights = {}
            for page, weight in chain.from_iterable(self.weights.get(each, {}).items() for each in sorted(stems)):
                together[page] = together.get(page, 0.0) + weight
            self.weights.update({each: dict(together) for each in stems if together})


@dataclass(frozen=True, slots=True)
class Compound:
    """The stems of all words inside a compound, and of the two halves that make it up."""

    inside: frozenset[str]
    halves: tuple[str, ...]


def compounds(vocabulary: Vocabulary, splitter: Splitter, synonyms: Iterable[Sequence[str]]) -> dict[str, Compound]:
    """Return those words of the vocabulary and the synonyms that are compounds, under their stem, in their order."""
    words = vocabulary.written()
    for surface in (surface for group in synonyms for phrase in group for surface in surfaces(phrase)):
        words.setdefault(vocabulary.stem_of(surface), [surface])
    found: dict[str, Compound] = {}
    for word, written in sorted(words.items()):
        forms = (folded(surface) for surface in written)
        if form := next((form for form in forms if splitter.parts(form)), None):
            inside = frozenset(stem(part) for part in splitter.all_parts(form)) - {word}
            found[word] = Compound(inside, tuple(stem(part) for part in splitter.parts(form)))
    return found


def widened(
    vocabulary: Vocabulary, taken_apart: Mapping[str, Compound], synonyms: Iterable[Sequence[str]]
) -> dict[str, Weights]:
    """Return the weights with what follows from compounds and synonyms; the vocabulary stays as it is.

    That a compound is also found by its halves apart („Beteiligung von Bürgerinnen“) is left to the browser: writing it
    out would double the index.
    """
    result = {word: dict(pages) for word, pages in vocabulary.weights.items()}
    for word, compound in taken_apart.items():
        for part in sorted(compound.inside):
            _raise(result, part, vocabulary.weights.get(word, {}), FROM_COMPOUND)
    for group in synonyms:
        _share(result, [_stems(vocabulary, phrase) for phrase in group])
    return result


def impacts(weights: Mapping[str, Weights], own: Mapping[str, Weights], counts: Sequence[float]) -> dict[str, Impacts]:
    """Return per word the impacts of the pages, saturated and multiplied by how rare the word is.

    `counts[n]` is how much page n counts beside others that say as much.

    Pages that have the word itself (`own`) count by how few they are, all others by how many are found in the end: one
    page with „Drohbrief“ stays before twenty with „Bedrohung“.
    """
    result: dict[str, Impacts] = {}
    for word, found in sorted(weights.items()):
        having = own.get(word, {})
        rare, common = STEPS * _rarity(len(having), len(counts)), STEPS * _rarity(len(found), len(counts))
        rounded = {
            page: round(counts[page] * (rare if page in having else common) * w / (SATURATION + w))
            for page, w in found.items()
        }
        if kept := {page: rounded[page] for page in sorted(rounded) if rounded[page]}:
            result[word] = kept
    return result


def _rarity(found: int, pages: int) -> float:
    return math.log(1 + (pages - found + 0.5) / (found + 0.5))


def _on_all(weights: Mapping[str, Weights], words: Sequence[str]) -> Weights:
    """Return the pages that have all of the words, each with the weight of the weakest; none where there is no word."""
    found = sorted((weights.get(word, {}) for word in words), key=len)
    shared = found[0] if found else {}
    for pages in found[1:]:
        shared = {page: min(weight, pages[page]) for page, weight in shared.items() if page in pages}
    return shared


def _raise(result: dict[str, Weights], word: str, pages: Weights, factor: float) -> None:
    if not pages:
        return
    own = result.setdefault(word, {})
    for page, weight in pages.items():
        if own.get(page, 0.0) < weight * factor:
            own[page] = weight * factor


def _share(result: dict[str, Weights], group: Sequence[tuple[str, ...]]) -> None:
    """Let every word of the group be found by every other; of several words, only pages that have all count."""
    found = [_on_all(result, words) for words in group]
    for words in group:
        if len(words) == 1:
            for other, pages in zip(group, found, strict=True):
                if other != words:
                    most = {page: min(weight, SYNONYM_MOST) for page, weight in pages.items()}
                    _raise(result, words[0], most, FROM_SYNONYM)


def _stems(vocabulary: Vocabulary, phrase: str) -> tuple[str, ...]:
    return tuple(word for word in map(vocabulary.stem_of, surfaces(phrase)) if word)
