"""Numbers that a text takes from questionnaire and library, by marks such as ``<!-- selbstcheck: zahl-themen -->``.

They are put in before a page is cut at its marks, so that the search reads them too.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from host.marks import KNOWLEDGE, SELFCHECK, Makers, Mark, parts_of
from knowledge_base.texts.library import Library
from selfcheck_core.catalogue import Catalogue

Numbers = Mapping[Mark, str]
_WORDS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")


def numbers(catalogue: Catalogue, library: Library) -> Numbers:
    """Return each number as it is written in German: from two to twelve in words, all others in figures."""
    asked = [list(field.questions) for field in catalogue.fields]
    short = [[question for question in questions if question.short_form] for questions in asked]
    themes = [theme for field in catalogue.fields for theme in field.themes]
    told = {
        "fragen-kurzform": _written(sum(map(len, short))),
        "fragen-langform": _written(sum(map(len, asked))),
        "fragen-kurzform-je-feld": _span(map(len, short)),
        "fragen-langform-je-feld": _span(map(len, asked)),
        "fragen-belastbar": _written(catalogue.coverage.firm_from_answers),
        "handlungsfelder": _written(len(catalogue.fields)),
        "themen": _written(len(themes)),
        "themen-kurzform": _written(sum(any(q.short_form for q in theme.questions) for theme in themes)),
    }
    texts = {"kommunen": _written(len(library.profiles)), "methoden": _written(len(library.methods))}
    return {
        **{Mark(SELFCHECK, f"zahl-{name}"): text for name, text in told.items()},
        **{Mark(KNOWLEDGE, f"zahl-{name}"): text for name, text in texts.items()},
    }


def makers_of(known: Numbers) -> Makers:
    """Return the numbers as blocks, so that a misspelt one is told with those there are."""
    return {mark: partial(str, text) for mark, text in known.items()}


def with_numbers(html: str, known: Numbers) -> str:
    """Return the HTML of a page with its numbers; all other marks stay."""
    return "".join(part if isinstance(part, str) else known.get(part, _mark(part)) for part in parts_of(html))


def _mark(mark: Mark) -> str:
    return f"<!-- {mark.room}: {mark.name} -->"


def _span(sizes: Iterable[int]) -> str:
    all_sizes = sorted(sizes)
    least, most = all_sizes[0], all_sizes[-1]
    if least == most:
        return _written(least)
    # Figures and words do not stand in one span.
    words = [_written(least), _written(most)]
    return " bis ".join(words if not any(map(str.isdigit, words)) else (str(least), str(most)))


def _written(number: int) -> str:
    return _WORDS[number - 2] if 2 <= number < 2 + len(_WORDS) else str(number)
