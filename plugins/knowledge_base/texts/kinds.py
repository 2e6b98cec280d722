"""The four kinds of content and the printable material, as values; whatever lists, relates or draws them takes these.

Slugs are file names. `fields` are slugs of Handlungsfelder, `topics` slugs of Schlagworte, `municipalities` and
`methods` slugs of profiles and methods, `questions` ids of the questionnaire.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Rubric(StrEnum):
    """What kind of article it is."""

    ADVICE = "praxistipp"
    ARTICLE = "artikel"
    EVENT_REPORT = "bericht-dialogveranstaltung"
    WORKSHOP_REPORT = "bericht-selbstcheck-workshop"
    FINAL_REPORT = "abschlussbericht"


class Purpose(StrEnum):
    """What somebody wants to do whom an article helps; the magazine stands in this order."""

    PREPARE = "selbstcheck-vorbereiten"
    USE_RESULT = "ergebnis-nutzen"
    TALK = "gespraech-planen"
    SET_RULES = "im-amt-regeln"


class Aim(StrEnum):
    """How far those who take part have a say; the first thing to decide before choosing a method."""

    INFORM = "informieren"
    CONSULT = "beraten"
    DECIDE = "mitentscheiden"


class Suitability(StrEnum):
    """Whether a method suits a situation with open conflict."""

    SUITED = "geeignet"
    PARTLY = "bedingt"
    UNSUITED = "ungeeignet"


class Phase(StrEnum):
    """When a page of help is needed."""

    PREPARE = "vorbereiten"
    ACUTE = "akut"
    AFTERWARDS = "danach"
    TOGETHER = "gemeinsam"
    COMMUNICATION = "kommunikation"
    CONTACTS = "stellen"
    TEMPLATES = "vorlagen"


@dataclass(frozen=True, slots=True)
class Item:
    """What every kind has.

    Attributes:
        slug: the file's name without ending.
        title: at most 80 characters.
        summary: one or two sentences for lists, feeds and search engines, at most 160 characters.
        source_path: the file in the repository, for messages and the edit link.
        page_path: the page in the site without ending, such as `methoden/world-cafe`.
        body: the Markdown below the front matter.
        body_line: the line of the file in which the body begins, counted from 1.
    """

    slug: str
    title: str
    summary: str
    source_path: str
    page_path: str
    body: str
    body_line: int
    fields: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Item):
    """A text of the magazine; `date` is ISO 8601, `benefit` says in two sentences who can use it for what."""

    rubric: Rubric
    date: str
    benefit: str
    municipalities: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True)
class Population:
    """A number of inhabitants with the day it was counted for (ISO 8601) and its source."""

    number: int
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84), as exact decimal text."""

    latitude: str
    longitude: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What a municipality did in the model project; `date` is a year, month or day (ISO 8601), empty where unknown."""

    what: str
    date: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Item):
    """A municipality of the model project.

    Attributes:
        type: id of a municipality type of the questionnaire.
        description: what it is in words, such as „Große Kreisstadt, Landkreis Zwickau“.
        state: name of the Land.
        on_map: whether the map of participants shows it; not where its participation is disputed.
        key: official municipality key as text, empty for a Bezirk, which has none.
        members: municipalities through which a Landkreis worked.
        levels: Handlungsfeld → id of a level, where results were published.
    """

    type: str
    description: str
    state: str
    position: Coordinates
    on_map: bool = True
    key: str = ""
    population: Population | None = None
    website: str = ""
    members: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    levels_source: str = ""
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` in the unit its owner names, with a remark and a source (both may be empty)."""

    low: int
    high: int
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step of a method; `minutes` is a number or a range as text („20–30“)."""

    minutes: str
    text: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way to do it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MethodExample:
    """A documented use; `municipality` is the slug of a profile."""

    municipality: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a statement comes from; `link` may be empty."""

    title: str
    publisher: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method(Item):
    """A guide to one method. `people` counts persons, `minutes` and `weeks` are durations in these units."""

    aims: tuple[Aim, ...]
    potentials: tuple[str, ...]
    conflict: Suitability
    people: Range
    minutes: Range
    weeks: Range
    cost: str
    cost_note: str
    facilitation: str
    facilitation_note: str
    formats: tuple[str, ...]
    material: tuple[str, ...]
    steps: tuple[MethodStep, ...]
    suited_for: tuple[str, ...]
    not_suited_for: tuple[str, ...]
    stumbling_blocks: tuple[str, ...]
    language: str
    childcare: str
    accessibility: str
    safety: str
    outcome: str
    variants: tuple[Variant, ...]
    examples: tuple[MethodExample, ...]
    references: tuple[Reference, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """Somebody who helps; `checked` is the day the statement was last read at its source (ISO 8601)."""

    name: str
    offer: str
    audience: str
    link: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Help(Item):
    """A page of help for those in charge."""

    phase: Phase
    audience: str
    contacts: tuple[ContactPoint, ...]
    references: tuple[Reference, ...]
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Item):
    """A printable sheet that belongs to a method."""

    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Item):
    """The first page of a folder, `index.md`: it leads to the items and is none of them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A Schlagwort: `about` says in one sentence what texts on it are about."""

    slug: str
    title: str
    about: str
