"""Keys that the front matter of several kinds has in common, and the Länder."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from editorial.values import Choice, Date, Key, ListOf, Record, Slug, Text, WebAddress

# The first two digits of an official municipality key name the Land.
STATES: Mapping[str, str] = {
    "01": "Schleswig-Holstein",
    "02": "Hamburg",
    "03": "Niedersachsen",
    "04": "Bremen",
    "05": "Nordrhein-Westfalen",
    "06": "Hessen",
    "07": "Rheinland-Pfalz",
    "08": "Baden-Württemberg",
    "09": "Bayern",
    "10": "Saarland",
    "11": "Berlin",
    "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern",
    "14": "Sachsen",
    "15": "Sachsen-Anhalt",
    "16": "Thüringen",
}


def one_of(words: type[StrEnum]) -> Choice:
    """Return the choice between the words of an enumeration."""
    return Choice(tuple((word.value, word) for word in words))


def word(*words: str) -> Choice:
    """Return the choice between words that stand for themselves."""
    return Choice(tuple((word, word) for word in words))


def optional(key: Key) -> Key:
    """Return the key as one that may be left out."""
    return replace(key, required=False)


TITLE = Key("titel", "Die Überschrift der Seite, höchstens 80 Zeichen.", Text())
SUMMARY = Key("kurz", "Ein oder zwei Sätze für Listen und Suchmaschinen, höchstens 160 Zeichen.", Text())
FIELDS = Key("handlungsfelder", "Kennungen der Handlungsfelder, zu denen der Text gehört.", ListOf(Slug()))
TOPICS = Key("schlagworte", "Kennungen aus magazine/schlagworte.yaml.", ListOf(Slug()))
METHODS = Key("methoden", "Methoden, von denen der Text handelt: Namen der Dateien in docs/methoden.", ListOf(Slug()))
NOTE = Key("hinweis", "Was man zu der Angabe wissen muss. Eigene Schätzungen heißen „unsere Schätzung“.", Text())
SOURCE = Key("quelle", "Woher die Angabe stammt: Titel oder Stelle, Jahr.", Text())
CHECKED = Key("stand", "Tag, an dem der Text zuletzt geprüft wurde, zum Beispiel 2026-11-22.", Date())

REFERENCES = Key(
    "quellen",
    "Woher die Aussagen des Textes stammen.",
    ListOf(
        Record(
            "in der Quelle",
            (
                Key("titel", "Titel des Textes, auf den sich die Seite stützt.", Text()),
                Key("herausgeber", "Wer ihn veröffentlicht hat.", Text()),
                Key("link", "Seine Webadresse, wenn es eine gibt.", WebAddress(), required=False),
            ),
        )
    ),
)
