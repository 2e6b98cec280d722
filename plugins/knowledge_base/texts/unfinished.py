"""What shows that a text is not finished: words of the sample that nobody replaced, and days that are still to come."""

from collections.abc import Iterator

from editorial.entries import Entry, Items, Value
from editorial.findings import Finding, Place, excerpt
from editorial.values import Date, Kind, ListOf, Record
from knowledge_base.texts.manuscript import Collection, Manuscript
from knowledge_base.texts.rules import TextRule
from knowledge_base.texts.sample_article import SAMPLE_LINES, SAMPLE_VALUES
from knowledge_base.texts.tables import TABLES


def check_unfinished(collection: Collection) -> Iterator[Finding]:
    """Yield what is left of the sample and what lies in the future, as seen from the day that `Surroundings` names."""
    for manuscript in collection.manuscripts:
        yield from _left_of_the_sample(manuscript)
        if manuscript.entry and collection.surroundings.today:
            table = TABLES[manuscript.address.kind]
            for day in _days(manuscript.entry, table):
                yield from _in_the_future(day, collection.surroundings.today)


def _left_of_the_sample(manuscript: Manuscript) -> Iterator[Finding]:
    for key, text in SAMPLE_VALUES.items():
        value = manuscript.entry.value(key) if manuscript.entry else None
        if value and value.content == text:
            yield _left(value.place, text)
    for number, line in enumerate(manuscript.body.text.split("\n")):
        if line.strip() in SAMPLE_LINES:
            yield _left(Place(manuscript.body.file, manuscript.body.line + number), line.strip())


def _left(place: Place, text: str) -> Finding:
    message = f"Hier steht noch, was im Muster steht: {excerpt(text)}."
    remedy = "Schreiben Sie Ihren eigenen Text an diese Stelle oder löschen Sie die Zeile."
    return Finding(TextRule.SAMPLE_LEFT, place, message, remedy)


def _in_the_future(value: Value, today: str) -> Iterator[Finding]:
    day = str(value.content)
    if day > today[: len(day)]:
        message = f"Der Tag {excerpt(day)} liegt in der Zukunft, heute ist der {today}."
        remedy = "Prüfen Sie Jahr und Monat. Nennen Sie einen Tag, der schon begonnen hat."
        yield Finding(TextRule.FUTURE_DAY, value.place, message, remedy)


def _days(found: Value | Entry | Items | None, kind: Kind) -> Iterator[Value]:
    """Yield every value of an entry that its table says is a day."""
    match found, kind:
        case Value(), Date():
            yield found
        case Items(), ListOf():
            for member in found.members:
                yield from _days(member, kind.kind)
        case Entry(), Record():
            for key in kind.keys:
                yield from _days(found.values.get(key.name), key.kind)
