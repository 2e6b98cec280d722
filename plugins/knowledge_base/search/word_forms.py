"""German words as the search compares them: without case, umlauts and endings.

`browser/search_words.mjs` says the same in JavaScript for what people type; `tests/search/test_words.py` holds the two
against each other. Whoever changes one changes both.
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_GENDERED = re.compile(r"[*:_·/](?<=\w.)-?in(?:nen)?\b")
_SOFT_HYPHEN = "\u00ad"
_MARKS = re.compile(r"[\u0300-\u036f]")

_ENDINGS = ("ern", "em", "en", "er", "es", "e", "n")
_THIRD_PERSON = ("tet", "det")  # „kostet“ belongs to „Kosten“; after other letters „-et“ ends nouns, too
_BEFORE_S = frozenset("bdfghklmnprt")
_SHORTEST_STEM = 3


def surfaces(text: str) -> list[str]:
    """Return the words of a text as they are written.

    A word with hyphens comes in its parts, and at the end of the list also as a whole without them; „Bürger*innen“,
    „Bürger:innen“ and „Bürger/-innen“ come as „Bürger“.
    """
    plain = _GENDERED.sub("", unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, ""))
    hyphenated = _HYPHENATED.findall(" ".join(word for word in plain.split() if "-" in word))
    return _WORD.findall(plain) + [word.replace("-", "") for word in hyphenated]


def folded(word: str) -> str:
    """Return the word in lower case with „ä“, „ae“ → „a“, likewise o and u, „ß“ → „ss“, and without accents.

    „ue“ stays after a, e and q („Frauen“, „neue“, „Quelle“). That „Israel“ becomes „isral“ does no harm: both sides do.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", word.lower().replace("ß", "ss")))
    return re.sub(r"(?<![aeq])ue", "u", plain).replace("ae", "a").replace("oe", "o")


def stem(word: str) -> str:
    """Return a folded word without its ending of number, case and gender, at least three letters.

    Light on purpose: what is left stays the beginning of the word, so that half-typed words still match by prefix.
    """
    if word.isdigit():
        return word
    word = _without(word, "innen", 4)
    if word.endswith("erin"):
        word = _without(word, "in", 4)
    if word.endswith(_THIRD_PERSON):
        return _without(word, "et", 4)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _without_doubled_s(word[: -len(ending)])
    if word.endswith("s") and len(word) > _SHORTEST_STEM and word[-2] in _BEFORE_S:
        return word[:-1]
    return _without_doubled_s(word)


def _without(word: str, ending: str, left: int) -> str:
    return word[: -len(ending)] if word.endswith(ending) and len(word) - len(ending) >= left else word


def _without_doubled_s(word: str) -> str:
    """„Ergebnisse“ belongs to „Ergebnis“."""
    return word[:-1] if word.endswith("niss") else word
