"""From the entries of the question sets to their values: each question is built once and stands in all its sets."""

from collections.abc import Iterator, Mapping

from editorial.entries import Entry
from selfcheck_core.question_sets import QuestionSet, Section, SetQuestion


def question_sets(
    sets: Entry | None, fields: Mapping[str, Entry | None], order: tuple[str, ...]
) -> tuple[QuestionSet, ...]:
    """Return the sets of files without findings; ``order`` are the ids of the fields. None where there is no file."""
    by_field = {_text(entry, "kennung"): entry for entry in fields.values() if entry}
    built = {
        _text(question, "kennung"): _question(question)
        for entry in by_field.values()
        for question in entry.entries("fragen")
    }
    return tuple(
        QuestionSet(
            id=_text(entry, "kennung"),
            title=_text(entry, "titel"),
            about=_text(entry, "worum-es-geht"),
            perspectives=_texts(entry, "perspektiven"),
            sections=tuple(_sections(_text(entry, "kennung"), by_field, order, built)),
        )
        for entry in (sets.entries("fragensaetze") if sets else ())
    )


def _sections(
    set_id: str, by_field: Mapping[str, Entry], order: tuple[str, ...], built: Mapping[str, SetQuestion]
) -> Iterator[Section]:
    for entry in (by_field[field] for field in order if field in by_field):
        asked = (each for each in entry.entries("fragen") if set_id in _texts(each, "fragensaetze"))
        if questions := tuple(built[_text(each, "kennung")] for each in asked):
            yield Section(_text(entry, "kennung"), _text(entry, "titel"), questions)


def _question(entry: Entry) -> SetQuestion:
    return SetQuestion(
        id=_text(entry, "kennung"),
        theme=_text(entry, "thema"),
        mirrors=_texts(entry, "spiegelt"),
        text=_text(entry, "frage"),
        rungs=_texts(entry, "stufen"),
    )


def _text(entry: Entry, key: str) -> str:
    return entry.content(key, str)


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(str(value.content) for value in entry.texts(key))
