"""The rules over all texts together: references, ranges, keys, lengths and sections. Links have rules of their own.

Each rule is a function that yields what breaks it. What the field tables have already reported is missing from the
entries; no rule reports it a second time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from editorial.entries import Entry, Items, Value
from editorial.findings import Finding, did_you_mean, excerpt
from editorial.rules import ReadingRule
from knowledge_base.texts.folders import TOPICS_FILE
from knowledge_base.texts.kinds import Article, Item, Method, Profile
from knowledge_base.texts.manuscript import Collection
from knowledge_base.texts.markdown_body import CAPTION, Body, Heading
from knowledge_base.texts.rules import TextRule
from knowledge_base.texts.shared_keys import STATES
from selfcheck_core.catalogue import Catalogue

TITLE_LENGTH = 80
SUMMARY_LENGTH = 160
_SECTIONS: Mapping[type[Item], tuple[str, ...]] = {
    Article: ("Quellen", "Nächster Schritt"),
    Profile: ("Was wir nicht wissen", "Quellen"),
}
_RANGES = {
    "personen": ("von", "bis"),
    "dauer": ("von-minuten", "bis-minuten"),
    "vorbereitung": ("von-wochen", "bis-wochen"),
}
_COUNTY, _DISTRICT = "landkreis", "stadtbezirk"
_KEY_LENGTH, _COUNTY_KEY_LENGTH = 8, 5
_FEW = 25


@dataclass(frozen=True, slots=True)
class _Register:
    """The slugs that a key may name, what they are and where new ones come from."""

    noun: str
    slugs: frozenset[str]
    origin: str


def check(collection: Collection) -> Iterator[Finding]:
    """Yield the findings of every rule."""
    for rule in _RULES:
        yield from rule(collection)


def _references_are_known(collection: Collection) -> Iterator[Finding]:
    registers = _registers(collection)
    for key, value in _values(manuscript.entry for manuscript in collection.manuscripts):
        register = registers.get(key)
        if register and value.content not in register.slugs:
            message = f"{register.noun} {excerpt(str(value.content))} gibt es nicht."
            yield Finding(TextRule.UNKNOWN_REFERENCE, value.place, message, _proposal(str(value.content), register))


def _proposal(slug: str, register: _Register) -> str:
    near = did_you_mean(slug, register.slugs)
    if near:
        return f"Meinten Sie „{near}“?"
    listed = f" Möglich sind: {', '.join(sorted(register.slugs))}." if 0 < len(register.slugs) <= _FEW else ""
    return f"{register.origin}{listed}"


def _registers(collection: Collection) -> Mapping[str, _Register]:
    profiles, methods = _published(collection, Profile), _published(collection, Method)
    municipality = _Register("Das Profil", profiles, "Nennen Sie eine Datei im Ordner docs/kommunen, ohne „.md“.")
    method = _Register("Die Methode", methods, "Nennen Sie eine Datei im Ordner docs/methoden, ohne „.md“.")
    topics = frozenset(str(value.content) for topic in collection.topics if (value := topic.value("kennung")))
    registers = {"kommunen": municipality, "kommune": municipality, "methoden": method, "methode": method}
    if topics:
        registers["schlagworte"] = _Register("Das Schlagwort", topics, f"Die Schlagworte stehen in {TOPICS_FILE}.")
    if collection.surroundings.catalogue:
        registers |= _registers_of_the_catalogue(collection.surroundings.catalogue)
    return registers


def _published(collection: Collection, kind: type[Item]) -> frozenset[str]:
    # A text that could not be read is still there: who names it makes no second mistake.
    addresses = (manuscript.address for manuscript in collection.manuscripts)
    return frozenset(address.slug for address in addresses if address.kind is kind)


def _registers_of_the_catalogue(catalogue: Catalogue) -> dict[str, _Register]:
    origin = "Die Kennungen stehen in questionnaire/katalog.yaml."
    fields = _Register("Das Handlungsfeld", frozenset(field.id for field in catalogue.fields), origin)
    questions = frozenset(question.id for question in catalogue.questions())
    return {
        "handlungsfelder": fields,
        "reifegrade.key": fields,
        "reifegrade.value": _Register("Den Reifegrad", frozenset(level.id for level in catalogue.levels), origin),
        "typ": _Register("Den Kommunentyp", frozenset(kind.id for kind in catalogue.municipality_types), origin),
        "fragen": _Register("Die Frage", questions, "Die Fragen stehen in questionnaire/handlungsfelder."),
    }


def _values(entries: Iterable[Entry | None]) -> Iterator[tuple[str, Value]]:
    """Yield every value with its key, through all sections; pairs of a map are `<key>.key` and `<key>.value`."""
    for entry in entries:
        for key, value in entry.values.items() if entry else ():
            yield from _values_below(key, value)


def _values_below(key: str, value: Value | Entry | Items) -> Iterator[tuple[str, Value]]:
    match value:
        case Value():
            yield key, value
        case Items():
            for member in value.members:
                yield from _values_below(key, member)
        case Entry():
            for name, below in value.values.items():
                yield from _values_below(f"{key}.{name}" if name in {"key", "value"} else name, below)


def _list_items_are_unique(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        for key in manuscript.entry.values if manuscript.entry else ():
            seen: dict[object, Value] = {}
            for value in manuscript.entry.texts(key) if manuscript.entry else ():
                first = seen.setdefault(value.content, value)
                if first is not value:
                    yield _doubled(ReadingRule.DOUBLED_ITEM, first, value, "Löschen Sie einen der beiden Einträge.")


def _topics_are_unique(collection: Collection) -> Iterator[Finding]:
    seen: dict[object, Value] = {}
    for value in (topic.value("kennung") for topic in collection.topics):
        if value and (first := seen.setdefault(value.content, value)) is not value:
            yield _doubled(
                ReadingRule.DOUBLED_ID, first, value, "Geben Sie dem neueren Schlagwort eine eigene Kennung."
            )


def _doubled(rule: ReadingRule, first: Value, second: Value, remedy: str) -> Finding:
    message = f"{excerpt(str(second.content))} steht hier zum zweiten Mal, zuerst in Zeile {first.place.line}."
    return Finding(rule, second.place, message, remedy)


def _ranges_ascend(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        for key, (low_key, high_key) in _RANGES.items():
            section = manuscript.entry.entry(key) if manuscript.entry else None
            low, high = (section.value(low_key), section.value(high_key)) if section else (None, None)
            if low and high and _number(low) > _number(high):
                message = f"„{low_key}: {low.content}“ ist größer als „{high_key}: {high.content}“."
                yield Finding(TextRule.RANGE_ORDER, high.place, message, "Vertauschen oder berichtigen Sie die Zahlen.")


def _number(value: Value) -> int:
    return value.content if isinstance(value.content, int) else 0


def _keys_fit_type_and_state(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        entry = manuscript.entry
        key, kind, state = (entry.value(name) if entry else None for name in ("schluessel", "typ", "land"))
        if key and kind and (problem := _problem_of_length(str(key.content), str(kind.content))):
            yield Finding(TextRule.KEY_OF_TYPE, key.place, *problem)
        if key and state and STATES.get(str(key.content)[:2]) != state.content:
            begins = STATES.get(str(key.content)[:2], "keinem Bundesland")
            message = f"Der Schlüssel {excerpt(str(key.content))} gehört zu {begins}, nicht zu {state.content}."
            yield Finding(TextRule.KEY_OF_TYPE, key.place, message, "Prüfen Sie „schluessel“ und „land“.")


def _problem_of_length(key: str, kind: str) -> tuple[str, str] | None:
    if kind == _DISTRICT:
        return "Ein Bezirk hat keinen eigenen Schlüssel.", "Löschen Sie die Zeile „schluessel“."
    wanted = _COUNTY_KEY_LENGTH if kind == _COUNTY else _KEY_LENGTH
    if len(key) == wanted:
        return None
    message = f"Der Schlüssel {excerpt(key)} hat {len(key)} Ziffern, zu „typ: {kind}“ gehören {wanted}."
    return message, "Landkreise haben fünf Ziffern, Städte und Gemeinden acht. Prüfen Sie „typ“ und „schluessel“."


def _published_levels_have_a_source(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        entry = manuscript.entry
        if entry and entry.items("reifegrade").length and not entry.value("reifegrade-quelle"):
            message = "Zu den Reifegraden fehlt der Schlüssel „reifegrade-quelle“."
            remedy = "Ergänzen Sie „reifegrade-quelle:“ mit der Stelle, an der die Stufen veröffentlicht sind."
            yield Finding(ReadingRule.MISSING_KEY, entry.items("reifegrade").place, message, remedy)


def _titles_and_summaries_are_short(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        entry = manuscript.entry
        yield from _too_long(entry, "titel", TITLE_LENGTH, TextRule.TITLE_TOO_LONG, "Der Titel")
        yield from _too_long(entry, "kurz", SUMMARY_LENGTH, TextRule.SUMMARY_TOO_LONG, "Der Kurztext")


def _too_long(entry: Entry | None, key: str, most: int, rule: TextRule, noun: str) -> Iterator[Finding]:
    value = entry.value(key) if entry else None
    length = len(str(value.content)) if value else 0
    if value and length > most:
        message = f"{noun} hat {length} Zeichen. In Listen und Suchmaschinen ist nach {most} Schluss."
        yield Finding(rule, value.place, message, f"Kürzen Sie um mindestens {length - most} Zeichen.")


def _required_sections_are_there(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        headings = [heading.text for heading in manuscript.body.headings if heading.level == 2]
        wanted = _SECTIONS.get(manuscript.address.kind, ()) if manuscript.entry else ()
        for title in wanted:
            if title not in headings:
                near = did_you_mean(title, [heading for heading in headings if heading not in wanted])
                message = f"Der Abschnitt „## {title}“ fehlt."
                yield Finding(TextRule.SECTION_MISSING, manuscript.body.end, message, _section_remedy(title, near))


def _section_remedy(title: str, near: str | None) -> str:
    if near is None:
        return f"Ergänzen Sie am Ende die Überschrift „## {title}“ und darunter den Text."
    return (
        f"Ist „## {near}“ dieser Abschnitt, ändern Sie die Überschrift in „## {title}“. "
        f"Sonst ergänzen Sie am Ende „## {title}“ und darunter den Text."
    )


def _bodies_begin_below_the_title(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        for heading in manuscript.body.headings:
            if heading.level == 1:
                message = (
                    f"{excerpt(heading.text)} ist eine Überschrift erster Ordnung. Die Seite hat schon ihren Titel."
                )
                remedy = "Schreiben Sie „## “ davor. Soll die Zeile mit „#“ beginnen, setzen Sie „\\#“."
                yield Finding(TextRule.TOP_HEADING, heading.place, message, remedy)


def _bodies_are_plain_markdown(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        yield from markup_in(manuscript.body)


def _tables_have_captions(collection: Collection) -> Iterator[Finding]:
    for manuscript in collection.manuscripts:
        yield from tables_in(manuscript.body)


def tables_in(body: Body) -> Iterator[Finding]:
    """Yield a finding for every table that has no name: no caption, and no heading that is its own."""
    named: set[Heading] = set()
    for table in body.tables:
        if table.captioned:
            continue
        if table.heading is None or table.heading in named:
            why = "Eine andere heißt schon wie die Überschrift" if table.heading else "Darüber steht keine Überschrift"
            message = f"Diese Tabelle hat keinen Namen. {why}, deshalb kann ein Vorleseprogramm sie nicht ankündigen."
            remedy = f"Schreiben Sie darüber einen eigenen Absatz wie „{CAPTION} Was ein Abend kostet“."
            yield Finding(TextRule.TABLE_WITHOUT_CAPTION, table.place, message, remedy)
        else:
            named.add(table.heading)


def markup_in(body: Body) -> Iterator[Finding]:
    """Yield a finding for all HTML and every attribute that stands in a body."""
    for markup in body.markup:
        message = f"Hier steht HTML oder ein Attribut: {excerpt(markup.text)}."
        remedy = (
            "Schreiben Sie reines Markdown. Ein Kommentar steht in eigenen Zeilen und enthält kein „`“. "
            "Soll das Zeichen zu lesen sein, schreiben Sie „&lt;“ statt „<“."
        )
        yield Finding(TextRule.RAW_HTML, markup.place, message, remedy)


_RULES: tuple[Callable[[Collection], Iterator[Finding]], ...] = (
    _references_are_known,
    _list_items_are_unique,
    _topics_are_unique,
    _ranges_ascend,
    _keys_fit_type_and_state,
    _published_levels_have_a_source,
    _titles_and_summaries_are_short,
    _required_sections_are_there,
    _bodies_begin_below_the_title,
    _bodies_are_plain_markdown,
    _tables_have_captions,
)
