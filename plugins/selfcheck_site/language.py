"""The content linter's rules of wording. What breaks one can still be compiled, so each finding is a warning."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from editorial.entries import Entry, Items, Value
from editorial.findings import Finding, Severity, excerpt
from selfcheck_core.catalogue import RUNG_COUNT
from selfcheck_site.draft import Draft, named
from selfcheck_site.rules import QuestionnaireRule

MAX_WORDS = 25
_LEAST_WORDS_OF_A_REASON = 3
# Shorter rungs only name a state („begonnen“, „teilweise umgesetzt“); that such words differ is the point of them.
_MOST_WORDS_OF_A_LABEL = 3

_JOINING = re.compile(r"\b(und|oder|sowie|bzw\.|beziehungsweise)(?!\w)", re.IGNORECASE)
_QUOTED = re.compile(r"„[^“„]*“")
_ORDINAL = re.compile(r"[0-9]{1,2}\.")
_ABBREVIATIONS = frozenset(
    {"Abs.", "Art.", "Bd.", "Dr.", "Hrsg.", "Mio.", "Mrd.", "Nr.", "Prof.", "St.", "Str."}
    | {"bzw.", "ca.", "d.h.", "etc.", "evtl.", "ggf.", "inkl.", "u.a.", "usw.", "vgl.", "z.B."}
)
_OPENING, _CLOSING = "„‚«([\"'", "“‘»)]\"'”"


def review(draft: Draft) -> Iterator[Finding]:
    """Yield what is worded in a way that people misread."""
    for question in draft.questions:
        for rule in _RULES:
            yield from rule(question)
    files = (draft.catalogue, *(field for _, field in draft.readable))
    for key, value in (pair for entry in files if entry for pair in _texts(entry)):
        yield from long_sentences(value)
        if key == "begruendung":
            yield from _empty_reason(value)


def sentences(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of each sentence; a dot after an abbreviation, an initial or an ordinal number ends none."""
    words: list[str] = []
    tokens = text.split()
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if any(character.isalnum() for character in token):
            words.append(token)
        if _ends_a_sentence(token, following):
            yield tuple(words)
            words = []
    yield tuple(words)


def _ends_a_sentence(token: str, following: str) -> bool:
    bare = token.rstrip(_CLOSING)
    begins = following.lstrip(_OPENING)
    if not bare.endswith((".", "!", "?", "…")) or not (begins[:1].isupper() or begins[:1].isdigit()):
        return False
    word = bare.lstrip(_OPENING)
    return not (word in _ABBREVIATIONS or _ORDINAL.fullmatch(word) or (len(word) == 2 and word[0].isalpha()))


def long_sentences(value: Value, most: int = MAX_WORDS) -> Iterator[Finding]:
    """Yield the sentences of a text that have more words than people read without a halt."""
    for words in sentences(str(value.content)):
        if len(words) > most:
            message = f"Dieser Satz hat {len(words)} Wörter: {excerpt(' '.join(words))}."
            remedy = f"Machen Sie zwei Sätze daraus. Bis {most} Wörter liest man ohne Stocken."
            yield warning(QuestionnaireRule.LONG_SENTENCE, value, message, remedy)


def asks_one_thing(question: Entry) -> Iterator[Finding]:
    """Yield a finding where a question seems to be two."""
    value = question.value("frage")
    text = _QUOTED.sub("", str(value.content)) if value else ""
    joining = _JOINING.search(text)
    if value and (joining or text.count("?") > 1):
        found = f"steht „{joining.group()}“" if joining else "steht mehr als ein Fragezeichen"
        message = f"In der Frage{named(question)} {found}. Vielleicht fragt sie nach zwei Dingen."
        remedy = "Fragen Sie nach einer Sache und machen Sie aus der zweiten eine eigene Frage. Namen stehen in „…“."
        yield warning(QuestionnaireRule.DOUBLE_QUESTION, value, message, remedy)


def _says_why(question: Entry) -> Iterator[Finding]:
    why, text = question.value("warum"), question.value("frage")
    if why and text and _words(why) == _words(text):
        message = f"Bei „warum“ wiederholt sich nur die Frage{named(question)}."
        yield warning(QuestionnaireRule.MISSING_REASON, why, message, _GIVE_A_REASON)
    elif why:
        yield from _empty_reason(why)
    if own := question.value("gewicht-begruendung"):
        yield from _empty_reason(own)


def _empty_reason(value: Value) -> Iterator[Finding]:
    if len(_words(value)) < _LEAST_WORDS_OF_A_REASON:
        message = f"{excerpt(str(value.content))} ist noch keine Begründung."
        yield warning(QuestionnaireRule.MISSING_REASON, value, message, _GIVE_A_REASON)


def rungs_are_distinct(question: Entry) -> Iterator[Finding]:
    """Yield the rungs that differ in one word only."""
    rungs = question.texts("stufen")
    if len(rungs) != RUNG_COUNT:
        return
    for (low, lower), (high, higher) in combinations(enumerate(rungs), 2):
        one, other = _words(lower), _words(higher)
        if min(len(one), len(other)) > _MOST_WORDS_OF_A_LABEL and _differ_in_one_word(one, other):
            message = f"Die Stufen {low} und {high} der Frage{named(question)} unterscheiden sich nur in einem Wort."
            remedy = "Beschreiben Sie, woran Außenstehende den Unterschied erkennen, an Unterlagen oder am Verhalten."
            yield warning(QuestionnaireRule.SIMILAR_RUNGS, higher, message, remedy)


def _differ_in_one_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    alike = _alike_at_start(one, other)
    alike += _alike_at_start(one[alike:][::-1], other[alike:][::-1])
    return max(len(one), len(other)) - alike == 1


def _alike_at_start(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(value: Value) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", str(value.content).lower()))


def _texts(entry: Entry) -> Iterator[tuple[str, Value]]:
    """Yield every text inside an entry with the key it stands under."""
    for key, found in entry.values.items():
        for item in found.members if isinstance(found, Items) else (found,):
            if isinstance(item, Entry):
                yield from _texts(item)
            elif isinstance(item.content, str):
                yield key, item


def warning(rule: QuestionnaireRule, value: Value, message: str, remedy: str) -> Finding:
    """Return a finding about the wording of a value."""
    return Finding(rule, value.place, message, remedy, Severity.WARNING)


_GIVE_A_REASON = "Schreiben Sie ein oder zwei ganze Sätze, die man auch ohne Vorwissen versteht."

_RULES: tuple[Callable[[Entry], Iterator[Finding]], ...] = (asks_one_thing, _says_why, rungs_are_distinct)
