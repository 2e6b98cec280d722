"""From a front matter without errors to the item that everything else takes."""

from collections.abc import Callable, Mapping
from typing import TypedDict, TypeVar

from editorial.entries import Entry
from knowledge_base.texts.folders import Address
from knowledge_base.texts.kinds import (
    Aim,
    Article,
    ContactPoint,
    Coordinates,
    Deed,
    Help,
    Introduction,
    Item,
    Material,
    Method,
    MethodExample,
    MethodStep,
    Phase,
    Population,
    Profile,
    Purpose,
    Range,
    Reference,
    Rubric,
    Suitability,
    Topic,
    Variant,
)
from knowledge_base.texts.markdown_body import Body

T = TypeVar("T")


class _Shared(TypedDict):
    slug: str
    title: str
    summary: str
    source_path: str
    page_path: str
    body: str
    body_line: int
    fields: tuple[str, ...]
    topics: tuple[str, ...]


def build_item(address: Address, entry: Entry, body: Body) -> Item:
    """Build the item of a front matter in which no finding is an error. LookupError would be a bug."""
    shared = _Shared(
        slug=address.slug,
        title=_text(entry, "titel"),
        summary=_text(entry, "kurz"),
        source_path=address.source_path,
        page_path=address.page_path,
        body=body.text,
        body_line=body.line,
        fields=_texts(entry, "handlungsfelder"),
        topics=_texts(entry, "schlagworte"),
    )
    return _BUILDERS[address.kind](entry, shared)


def build_topic(entry: Entry) -> Topic:
    """Build a topic of an entry without findings."""
    return Topic(_text(entry, "kennung"), _text(entry, "titel"), _text(entry, "worum-es-geht"))


def _article(entry: Entry, shared: _Shared) -> Article:
    return Article(
        **shared,
        rubric=entry.content("rubrik", Rubric),
        date=_text(entry, "datum"),
        benefit=_text(entry, "nutzen"),
        municipalities=_texts(entry, "kommunen"),
        methods=_texts(entry, "methoden"),
        questions=_texts(entry, "fragen"),
        purpose=entry.content("vorhaben", Purpose) if entry.value("vorhaben") else None,
    )


def _profile(entry: Entry, shared: _Shared) -> Profile:
    position, population = entry.record("lage"), entry.entry("einwohner")
    return Profile(
        **shared,
        type=_text(entry, "typ"),
        description=_text(entry, "bezeichnung"),
        state=_text(entry, "land"),
        position=Coordinates(_text(position, "breite"), _text(position, "laenge")),
        on_map=entry.content("auf-der-karte", bool) if entry.value("auf-der-karte") else True,
        key=_optional(entry, "schluessel"),
        population=_population(population) if population else None,
        website=_optional(entry, "website"),
        members=_texts(entry, "beteiligte"),
        deeds=_deeds(entry),
        levels={_text(pair, "key"): _text(pair, "value") for pair in entry.entries("reifegrade")},
        levels_source=_optional(entry, "reifegrade-quelle"),
        methods=_texts(entry, "methoden"),
    )


def _population(entry: Entry) -> Population:
    return Population(entry.content("zahl", int), _text(entry, "stichtag"), _text(entry, "quelle"))


def _deeds(entry: Entry) -> tuple[Deed, ...]:
    """Return what happened in the order of time; what has no date comes first, in the order of the file."""
    deeds = [
        Deed(_text(deed, "was"), _optional(deed, "datum"), _text(deed, "quelle"))
        for deed in entry.entries("im-projekt")
    ]
    return tuple(sorted(deeds, key=lambda deed: deed.date))


def _method(entry: Entry, shared: _Shared) -> Method:
    cost, facilitation = entry.record("kosten"), entry.record("moderation")
    return Method(
        **shared,
        aims=_all(entry, "ziel", Aim),
        potentials=_texts(entry, "potenziale"),
        conflict=entry.content("bei-streit", Suitability),
        people=_range(entry.record("personen"), "von", "bis"),
        minutes=_range(entry.record("dauer"), "von-minuten", "bis-minuten"),
        weeks=_range(entry.record("vorbereitung"), "von-wochen", "bis-wochen"),
        cost=_text(cost, "stufe"),
        cost_note=_optional(cost, "hinweis"),
        facilitation=_text(facilitation, "art"),
        facilitation_note=_optional(facilitation, "hinweis"),
        formats=_texts(entry, "formate"),
        material=_texts(entry, "raum-und-material"),
        steps=tuple(MethodStep(_text(step, "minuten"), _text(step, "schritt")) for step in entry.entries("ablauf")),
        suited_for=_texts(entry, "geeignet-fuer"),
        not_suited_for=_texts(entry, "nicht-geeignet-fuer"),
        stumbling_blocks=_texts(entry, "stolpersteine"),
        language=_text(entry, "sprache"),
        childcare=_text(entry, "kinderbetreuung"),
        accessibility=_text(entry, "barrierefreiheit"),
        safety=_text(entry, "sicherheit"),
        outcome=_text(entry, "ergebnis"),
        variants=tuple(Variant(_text(item, "titel"), _text(item, "text")) for item in entry.entries("varianten")),
        examples=tuple(
            MethodExample(_text(item, "kommune"), _text(item, "text"), _text(item, "quelle"))
            for item in entry.entries("beispiele")
        ),
        references=_references(entry),
        checked=_text(entry, "stand"),
    )


def _range(entry: Entry, low: str, high: str) -> Range:
    return Range(
        entry.content(low, int), entry.content(high, int), _optional(entry, "hinweis"), _optional(entry, "quelle")
    )


def _help(entry: Entry, shared: _Shared) -> Help:
    return Help(
        **shared,
        phase=entry.content("phase", Phase),
        audience=_text(entry, "fuer-wen"),
        contacts=tuple(_contact(contact) for contact in entry.entries("stellen")),
        references=_references(entry),
        checked=_text(entry, "stand"),
    )


def _contact(entry: Entry) -> ContactPoint:
    name, offer, audience = (_text(entry, key) for key in ("name", "angebot", "fuer-wen"))
    return ContactPoint(name, offer, audience, _text(entry, "link"), _text(entry, "geprueft-am"))


def _references(entry: Entry) -> tuple[Reference, ...]:
    return tuple(
        Reference(_text(item, "titel"), _text(item, "herausgeber"), _optional(item, "link"))
        for item in entry.entries("quellen")
    )


def _material(entry: Entry, shared: _Shared) -> Material:
    return Material(**shared, method=_text(entry, "methode"))


def _introduction(_entry: Entry, shared: _Shared) -> Introduction:
    return Introduction(**shared)


def _text(entry: Entry, key: str) -> str:
    return entry.content(key, str)


def _optional(entry: Entry, key: str) -> str:
    return entry.content(key, str) if entry.value(key) else ""


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    return _all(entry, key, str)


def _all(entry: Entry, key: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(value.content for value in entry.texts(key) if isinstance(value.content, kind))


_BUILDERS: Mapping[type[Item], Callable[[Entry, _Shared], Item]] = {
    Article: _article,
    Profile: _profile,
    Method: _method,
    Help: _help,
    Material: _material,
    Introduction: _introduction,
}
