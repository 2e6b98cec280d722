"""The rules of wording for question sets, which are in Einfache Sprache: short sentences, words that people know."""

from collections.abc import Iterator

from editorial.entries import Entry, Value
from editorial.findings import Finding, excerpt
from selfcheck_site.draft import Draft, asks, id_of, named
from selfcheck_site.language import asks_one_thing, long_sentences, rungs_are_distinct, warning
from selfcheck_site.rules import QuestionnaireRule

MAX_PLAIN_WORDS = 15
# „Beschlüsse“ is the same word as „Beschluss“, and „Ratsvorlage“ holds „Vorlage“.
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


def review_sets(draft: Draft) -> Iterator[Finding]:
    """Yield what people outside the town hall stumble over."""
    for question in draft.mirror_questions:
        yield from asks_one_thing(question)
        yield from rungs_are_distinct(question)
    for value in _all_texts(draft):
        yield from long_sentences(value, MAX_PLAIN_WORDS)
    for item in draft.question_sets:
        for value in _texts_of(draft, item):
            yield from _avoided(value, item)


def _avoided(value: Value, item: Entry) -> Iterator[Finding]:
    text = _folded(str(value.content))
    for word in item.texts("meiden"):
        if _folded(str(word.content)) in text:
            where = excerpt(str(value.content))
            message = f"Im Fragensatz{named(item)} soll „{word.content}“ nicht vorkommen. Es steht in {where}."
            remedy = "Sagen Sie es mit Wörtern aus dem Alltag, oder fragen Sie nach etwas anderem."
            yield warning(QuestionnaireRule.AVOIDED_WORD, value, message, remedy)


def _folded(text: str) -> str:
    return text.casefold().translate(_FOLDED)


def _all_texts(draft: Draft) -> Iterator[Value]:
    """Yield every text of all sets once."""
    for item in draft.question_sets:
        yield from _present(item, "titel", "worum-es-geht")
    for _, mirror in draft.readable_mirrors:
        yield from _present(mirror, "titel")
    for question in draft.mirror_questions:
        yield from _present(question, "frage")
        yield from question.texts("stufen")


def _texts_of(draft: Draft, item: Entry) -> Iterator[Value]:
    """Yield every text that people read who answer this set."""
    yield from _present(item, "titel", "worum-es-geht")
    for _, mirror in draft.readable_mirrors:
        asked = [question for question in mirror.entries("fragen") if asks(question, id_of(item))]
        yield from _present(mirror, "titel") if asked else ()
        for question in asked:
            yield from _present(question, "frage")
            yield from question.texts("stufen")


def _present(entry: Entry, *keys: str) -> Iterator[Value]:
    return (value for key in keys if (value := entry.value(key)))
