"""The search index: from pages as values to small files that a browser loads only as far as a question needs them.

All files are JSON. The directory names the pages and the other files; word files hold the impacts of a run of the
alphabet; text files hold summaries and texts for excerpts; one file lists the words a mistyped one may have meant. All
but the directory carry a hash of their content in their name. The same pages always give the same bytes.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from knowledge_base.search.compounds import Splitter
from knowledge_base.search.postings import Compound, Impacts, Part, Vocabulary, compounds, impacts, widened
from knowledge_base.search.word_forms import folded, surfaces

FOLDER = "assets/suche/"
DIRECTORY = FOLDER + "verzeichnis.json"

_WORD_FILE = 24_000  # characters before compression; about 8 KB on the way to a phone
_POSTING = 5  # characters that a page of a word takes
_TEXT_FILE = 6_000
_SHORTEST_PART = 4
_SHORTEST_CORRECTION = 5


class PageKind(StrEnum):
    """What a page is."""

    ARTICLE = "artikel"
    METHOD = "methode"
    MUNICIPALITY = "kommune"
    HELP = "rueckhalt"
    PAGE = "seite"
    QUESTION = "frage"
    MAKING = "werkstatt"  # for those who write for the site, build it or run it
    LIST = "liste"  # titles only


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page, or one question of the questionnaire.

    Attributes:
        url: relative to the site's root, with the anchor of a question.
        title: as shown in the results.
        summary: one or two sentences, shown where no words of the text fit.
        headings: the headings below the title.
        text: everything else that can be read on it.
        fields: slugs of Handlungsfelder, for the filter.
        municipalities: slugs of profiles, for the filter.
        topics: titles of Schlagworte and other words the page should be found by without being written on it.
        names: what people call the page besides its title; counts as much.
    """

    url: str
    title: str
    kind: PageKind
    summary: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    fields: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CuratedWords:
    """What a program cannot know about German.

    Attributes:
        synonyms: groups of words or phrases that stand for each other.
        forms: groups of words that count as one: „teilnehmen“ and „teilgenommen“.
        parts: short or frequent words that compounds are made of, such as „Rat“ and „Stelle“.
        stop: words that say nothing about a page.
    """

    synonyms: tuple[tuple[str, ...], ...] = ()
    forms: tuple[tuple[str, ...], ...] = ()
    parts: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterNames:
    """Slug → title of what results can be filtered by, in the order of the lists."""

    fields: Mapping[str, str]
    municipalities: Mapping[str, str]


# A page of a kind counts this much beside one of any other kind that says as much about a word.
_COUNTS: Mapping[PageKind, float] = {
    PageKind.QUESTION: 0.8,  # asks what texts answer
    PageKind.MAKING: 0.7,  # is looked for by few, and speaks of everything in its examples
    PageKind.LIST: 0.6,  # leads to what fits, which is found without it
}
_PARTS: Mapping[str, Part] = {
    "title": Part(weight=12, length_counts=0.4),
    "names": Part(weight=12, length_counts=0),
    "question": Part(weight=9, length_counts=0.3),  # a whole sentence, not the name of a thing
    "topics": Part(weight=3, length_counts=0.2),
    "summary": Part(weight=3, length_counts=0.3),
    "headings": Part(weight=2, length_counts=0.3),
    "text": Part(weight=1, length_counts=0.75),
}


def read_word_groups(text: str) -> tuple[tuple[str, ...], ...]:
    """Read a list of words: one group a line, separated by commas; `#` begins a remark."""
    lines = (line.partition("#")[0].split(",") for line in text.splitlines())
    groups = (tuple(word.strip() for word in line if word.strip()) for line in lines)
    return tuple(group for group in groups if group)


def read_curated(synonyms: str, forms: str, parts: str, stop: str) -> CuratedWords:
    """Return the words of the four lists beside this module, given as text."""
    flat = (tuple(chain(*read_word_groups(text))) for text in (parts, stop))
    return CuratedWords(read_word_groups(synonyms), read_word_groups(forms), *flat)


def search_files(pages: Iterable[SearchPage], names: FilterNames, curated: CuratedWords) -> dict[str, bytes]:
    """Return every file of the index under its path in the site; `DIRECTORY` is the one to load first."""
    ordered = sorted(pages, key=lambda page: page.url)
    vocabulary = _vocabulary(ordered, names, curated)
    taken_apart = compounds(vocabulary, Splitter(_compound_parts(vocabulary, curated)), curated.synonyms)
    weights = widened(vocabulary, taken_apart, curated.synonyms)
    index = impacts(weights, vocabulary.weights, [_COUNTS.get(page.kind, 1) for page in ordered])
    words, word_files = _word_files(index, taken_apart)
    texts, text_files = _text_files(ordered)
    spelling = _file("woerter", _json(_corrections(ordered, vocabulary, index, curated)))
    directory = {
        "format": 1,
        "pages": [[p.url, p.title, p.kind, list(p.fields), list(p.municipalities)] for p in ordered],
        "fields": list(names.fields.items()),
        "municipalities": _used(names.municipalities, ordered),
        "words": words,
        "texts": texts,
        "spelling": spelling[0].removeprefix(FOLDER),
        "stop": sorted({folded(word) for word in curated.stop}),
    }
    return {DIRECTORY: _json(directory), **word_files, **text_files, **dict([spelling])}


def _vocabulary(pages: Sequence[SearchPage], names: FilterNames, curated: CuratedWords) -> Vocabulary:
    vocabulary = Vocabulary(frozenset(folded(word) for word in curated.stop))
    filters = {**names.fields, **names.municipalities}
    labels = [[filters.get(slug, slug) for slug in (*page.fields, *page.municipalities)] for page in pages]
    texts = {
        "title": ["" if page.kind is PageKind.QUESTION else page.title for page in pages],
        "names": [" ".join(page.names) for page in pages],
        "question": [page.title if page.kind is PageKind.QUESTION else "" for page in pages],
        "topics": [" ".join((*page.topics, *label)) for page, label in zip(pages, labels, strict=True)],
        "summary": [page.summary for page in pages],
        "headings": [" ".join(page.headings) for page in pages],
        "text": [page.text for page in pages],
    }
    for name, part in _PARTS.items():
        vocabulary.add(part, texts[name])
    vocabulary.unite(curated.forms)
    return vocabulary


def _compound_parts(vocabulary: Vocabulary, curated: CuratedWords) -> frozenset[str]:
    """Return the folded words that compounds may be made of: curated ones, and the site's own that it uses twice."""
    own = {folded(word) for word, times in vocabulary.times.items() if times > 1 and vocabulary.stem_of(word)}
    long_enough = {word for word in own if len(word) >= _SHORTEST_PART and not word.isdigit()}
    return frozenset(long_enough | {folded(word) for word in curated.parts})


def _corrections(
    pages: Iterable[SearchPage], vocabulary: Vocabulary, index: Mapping[str, Impacts], curated: CuratedWords
) -> list[str]:
    """Return the words a mistyped one may have meant.

    These are the words of titles and synonyms, and each that two pages use, as it is mostly written: a word that stands
    once in one text may be a mistake itself.
    """
    written = vocabulary.written()
    words = {written[word][0] for word in index if word in written and len(vocabulary.weights[word]) > 1}
    named = [page.title for page in pages] + [word for group in curated.synonyms for word in group]
    words |= {word for text in named for word in surfaces(text) if vocabulary.stem_of(word) in index}
    return sorted(word for word in words if len(word) >= _SHORTEST_CORRECTION and not any(map(str.isdigit, word)))


def _word_files(
    index: Mapping[str, Impacts], taken_apart: Mapping[str, Compound]
) -> tuple[list[list[str]], dict[str, bytes]]:
    """Return the first word and name of each file, and the files.

    A file holds "words": word → [distance to the page before, impact, …], and "compounds": word → its two halves.
    """
    runs: list[list[str]] = []
    size = 0
    for word, pages in index.items():
        if not runs or size >= _WORD_FILE:
            runs.append([])
            size = 0
        runs[-1].append(word)
        size += _POSTING * len(pages) + len(word)
    made = [(run[0], _file("w", _json(_word_file(run, index, taken_apart)))) for run in runs]
    return [[first, path.removeprefix(FOLDER)] for first, (path, _) in made], dict(file for _, file in made)


def _word_file(
    words: Iterable[str], index: Mapping[str, Impacts], taken_apart: Mapping[str, Compound]
) -> dict[str, object]:
    return {
        "words": {word: _with_distances(index[word]) for word in words},
        "compounds": {word: list(taken_apart[word].halves) for word in words if word in taken_apart},
    }


def _with_distances(pages: Impacts) -> list[int]:
    numbers: list[int] = []
    before = 0
    for page, impact in pages.items():
        numbers += (page - before, impact)
        before = page
    return numbers


def _text_files(pages: Sequence[SearchPage]) -> tuple[list[list[object]], dict[str, bytes]]:
    """Return the first page and name of each file, and the files: [summary, text] of each page from there on."""
    runs: list[tuple[int, list[tuple[str, str]]]] = []
    size = 0
    for number, page in enumerate(pages):
        if not runs or size + len(page.text) > _TEXT_FILE:
            runs.append((number, []))
            size = 0
        runs[-1][1].append((page.summary, page.text))
        size += len(page.text)
    made = [(first, _file("t", _json(texts))) for first, texts in runs]
    return [[first, path.removeprefix(FOLDER)] for first, (path, _) in made], dict(file for _, file in made)


def _used(municipalities: Mapping[str, str], pages: Iterable[SearchPage]) -> list[tuple[str, str]]:
    used = {slug for page in pages for slug in page.municipalities}
    return [(slug, title) for slug, title in municipalities.items() if slug in used]


def _file(name: str, content: bytes) -> tuple[str, bytes]:
    return f"{FOLDER}{name}-{hashlib.sha256(content).hexdigest()[:12]}.json", content


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
