"""German words for the values of the knowledge platform. Lists, tables, pages and the map all take theirs from here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.texts.kinds import (
    Aim,
    Article,
    Help,
    Item,
    Material,
    Method,
    Phase,
    Profile,
    Purpose,
    Range,
    Rubric,
    Suitability,
)
from selfcheck_site import face

WORDS_PER_MINUTE = 200
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_NBSP = "\N{NO-BREAK SPACE}"

PURPOSES: Mapping[Purpose, str] = {
    Purpose.PREPARE: "Den Selbstcheck vorbereiten",
    Purpose.USE_RESULT: "Ein Ergebnis lesen und nutzen",
    Purpose.TALK: "Mit Einwohnerinnen und Einwohnern ins Gespräch kommen",
    Purpose.SET_RULES: "Im eigenen Haus etwas regeln",
}
_STATUS = {"kreisfreie-stadt": "kreisfrei", "kreisangehoerige-gemeinde": "kreisangehörig"}
_KINDS_OF_DISTRICT = {"landkreis": "Landkreis", "stadtbezirk": "Bezirk"}
RUBRICS: Mapping[Rubric, str] = {
    Rubric.ADVICE: "Praxistipp",
    Rubric.ARTICLE: "Artikel",
    Rubric.EVENT_REPORT: "Bericht einer Dialogveranstaltung",
    Rubric.WORKSHOP_REPORT: "Bericht eines Selbstcheck-Workshops",
    Rubric.FINAL_REPORT: "Abschlussbericht",
}
RUBRIC_PLURALS: Mapping[Rubric, str] = {
    Rubric.ADVICE: "Praxistipps",
    Rubric.ARTICLE: "Artikel",
    Rubric.EVENT_REPORT: "Berichte von Dialogveranstaltungen",
    Rubric.WORKSHOP_REPORT: "Berichte von Selbstcheck-Workshops",
    Rubric.FINAL_REPORT: "Abschlussberichte",
}
AIMS: Mapping[Aim, str] = {
    Aim.INFORM: "informieren",
    Aim.CONSULT: "beraten",
    Aim.DECIDE: "mitentscheiden",
}
AIM_WISHES: Mapping[Aim, str] = {
    Aim.INFORM: "informieren",
    Aim.CONSULT: "Rat einholen",
    Aim.DECIDE: "mitentscheiden lassen",
}
POTENTIALS: Mapping[str, str] = {
    "ideen-sammeln": "Ideen sammeln",
    "kennenlernen": "Menschen zusammenbringen",
    "konflikte-bearbeiten": "Konflikte bearbeiten",
    "entscheidungen-vorbereiten": "Entscheidungen vorbereiten",
    "wissen-teilen": "Wissen teilen",
    "menschen-staerken": "Menschen stärken",
}
SUITABILITY: Mapping[Suitability, str] = {
    Suitability.SUITED: "geeignet",
    Suitability.PARTLY: "bedingt",
    Suitability.UNSUITED: "ungeeignet",
}
COSTS: Mapping[str, str] = {"gering": "gering", "mittel": "mittel", "hoch": "hoch"}
FACILITATION: Mapping[str, str] = {
    "keine": "keine nötig",
    "intern": "aus dem eigenen Haus",
    "extern": "von außen",
}
FORMATS: Mapping[str, str] = {"praesenz": "vor Ort", "online": "online", "hybrid": "vor Ort und online zugleich"}
PHASES: Mapping[Phase, str] = {
    Phase.ACUTE: "Im akuten Fall",
    Phase.AFTERWARDS: "Danach",
    Phase.PREPARE: "Vorbereiten",
    Phase.TOGETHER: "Rat und Verwaltung gemeinsam",
    Phase.COMMUNICATION: "Kommunikation",
    Phase.CONTACTS: "Wer hilft",
    Phase.TEMPLATES: "Vorlagen",
}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of time, used for lengths from ``least`` minutes on."""

    minutes: int
    least: int
    one: str
    several: str


_HOUR = 60
_DAY = 8 * _HOUR
_MONTH = 20 * _DAY
_YEAR = 220 * _DAY
_LONGEST_IN_MINUTES = 90
_MINUTE = _Unit(1, 0, "Minute", "Minuten")
_UNITS = (
    _Unit(_YEAR, _YEAR, "Jahr", "Jahre"),
    _Unit(_MONTH, _MONTH, "Monat", "Monate"),
    _Unit(_DAY, _DAY * 3 // 2, "Tag", "Tage"),
    _Unit(_HOUR, _LONGEST_IN_MINUTES, "Stunde", "Stunden"),
    _MINUTE,
)


def date(iso: str) -> str:
    """Return a day, month or year of ISO 8601 in German: "1. Juli 2020", "Juli 2020", "2020"; "" as "ohne Datum"."""
    if not iso:
        return "ohne Datum"
    if len(iso) == len("2020-07"):
        return face.date(f"{iso}-01").partition(_NBSP)[2]
    return face.date(iso)


def grouped(number: int) -> str:
    """Return a whole number with points between groups of three: 75.938."""
    return f"{number:,}".replace(",", ".")


def people(span: Range) -> str:
    """Return for how many persons: "15 bis 200 Personen"."""
    return f"{_span(grouped(span.low), grouped(span.high))} {'Person' if span.high == 1 else 'Personen'}"


def weeks(span: Range) -> str:
    """Return how long in weeks: "4 bis 8 Wochen"."""
    return f"{_span(str(span.low), str(span.high))} {'Woche' if span.high == 1 else 'Wochen'}"


def duration(span: Range) -> str:
    """Return how long, from minutes, in the unit a reader would choose: "45 bis 60 Minuten", "1½ bis 2 Tage".

    As the guides count, a day has 8 hours, a month 20 and a year 220 working days; halves are the finest step.
    """
    unit = _MINUTE if span.high <= _LONGEST_IN_MINUTES else _unit(span.high)
    low, high = _halves(span.low, unit), _halves(span.high, unit)
    if low and high:
        return f"{_span(low, high)}{_NBSP}{unit.several if high != '1' else unit.one}"
    return _span(_length(span.low), _length(span.high))


def _length(minutes: int) -> str:
    unit = _unit(minutes)
    count = _halves(minutes, unit)
    if not count and unit.minutes == _HOUR:
        unit, count = _MINUTE, str(minutes)
    # Of lengths counted in days, the nearest half says enough.
    count = count or _halves(round(2 * minutes / unit.minutes) * unit.minutes // 2, unit)
    return f"{count}{_NBSP}{unit.one if count == '1' else unit.several}"


def _unit(minutes: int) -> _Unit:
    return next(unit for unit in _UNITS if minutes >= unit.least)


def _halves(minutes: int, unit: _Unit) -> str:
    """Return the count of units, at least one, with "½" for a half; nothing where halves do not fit."""
    whole, half = divmod(2 * minutes // unit.minutes, 2)
    fits = 2 * minutes % unit.minutes == 0 and whole
    return f"{whole}{'½' if half else ''}" if fits else ""


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low} bis {high}"


def reading_minutes(markdown: str) -> int:
    """Return how many minutes the text takes at 200 words a minute, rounded half up, at least 1."""
    without_addresses = re.sub(r"\]\([^)]*\)|https?://\S+|<[^>]+>", " ", markdown)
    words = len(re.findall(r"\w[\w\-–’'.]*", without_addresses))
    return max(1, (2 * words + WORDS_PER_MINUTE) // (2 * WORDS_PER_MINUTE))


def web_address(link: str) -> str:
    """Return a link to the web, a bare domain with "https://"; nothing for any other, so that none runs a script."""
    if link.lower().startswith(("https://", "http://")):
        return link
    return f"https://{link}" if re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", link) else ""


def host(link: str) -> str:
    """Return the domain that a web address leads to, without "www."."""
    return re.sub(r"^https?://(www\.)?", "", link, flags=re.IGNORECASE).partition("/")[0]


def aims(method: Method) -> str:
    """Return the aims of a method in words, joined by commas."""
    return ", ".join(AIMS[aim] for aim in method.aims)


def counted(number: int, one: str, several: str) -> str:
    """Return the number with the word that fits: "1 Text", "3 Texte"."""
    return f"{number} {one if number == 1 else several}"


def kind_title(item: Item) -> str:
    """Return what kind of page it is, for lists of mixed kinds: "Praxistipp", "Methode", "Kommune"."""
    if isinstance(item, Article):
        return RUBRICS[item.rubric]
    names = {Method: "Methode", Profile: "Kommune", Help: "Rückhalt", Material: "Material"}
    return names[type(item)]


def municipality(profile: Profile) -> str:
    """Return in a word or two what a municipality is, for lists; its profile gives the whole name of its status."""
    if profile.type in _STATUS:
        place = "Stadt" if "stadt" in profile.description.lower() else "Gemeinde"
        return f"{place}, {_STATUS[profile.type]}"
    return _KINDS_OF_DISTRICT.get(profile.type, profile.description)
