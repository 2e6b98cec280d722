"""The table of the methods: which German keys their front matter has and what they mean."""

from editorial.values import Integer, Key, ListOf, Minutes, Record, Slug, Text
from knowledge_base.texts.kinds import Aim, Suitability
from knowledge_base.texts.shared_keys import (
    CHECKED,
    FIELDS,
    NOTE,
    REFERENCES,
    SOURCE,
    SUMMARY,
    TITLE,
    TOPICS,
    one_of,
    optional,
    word,
)


def _range(where: str, low: Key, high: Key) -> Record:
    return Record(where, (low, high, optional(NOTE), optional(SOURCE)))


_YEAR_IN_MINUTES = 366 * 24 * 60
_PEOPLE = _range(
    "in der Angabe „personen“",
    Key("von", "Kleinste Zahl der Teilnehmenden.", Integer(1, 100_000)),
    Key("bis", "Größte Zahl der Teilnehmenden.", Integer(1, 100_000)),
)
_DURATION = _range(
    "in der Angabe „dauer“",
    Key("von-minuten", "Kürzeste Dauer in Minuten. Ein Arbeitstag zählt 480.", Integer(1, _YEAR_IN_MINUTES)),
    Key("bis-minuten", "Längste Dauer in Minuten. Ein Arbeitstag zählt 480.", Integer(1, _YEAR_IN_MINUTES)),
)
_PREPARATION = _range(
    "in der Angabe „vorbereitung“",
    Key("von-wochen", "Kürzeste Vorbereitung in Wochen, 0 für keine.", Integer(0, 200)),
    Key("bis-wochen", "Längste Vorbereitung in Wochen.", Integer(0, 200)),
)
_COST = Record(
    "in der Angabe „kosten“",
    (Key("stufe", "Wie teuer es wird.", word("gering", "mittel", "hoch")), optional(NOTE)),
)
_FACILITATION = Record(
    "in der Angabe „moderation“",
    (Key("art", "Wer moderiert.", word("keine", "intern", "extern")), optional(NOTE)),
)
_STEP = Record(
    "im Schritt",
    (
        Key("minuten", 'Dauer des Schritts, zum Beispiel "15" oder "20–30".', Minutes()),
        Key("schritt", "Was in dieser Zeit geschieht.", Text()),
    ),
)
_VARIANT = Record(
    "in der Variante",
    (Key("titel", "Name der Variante.", Text()), Key("text", "Was dabei anders ist.", Text())),
)
_EXAMPLE = Record(
    "im Beispiel",
    (
        Key("kommune", "Name der Datei in docs/kommunen.", Slug()),
        Key("text", "Was dort belegt geschah.", Text()),
        SOURCE,
    ),
)
_POTENTIALS = word(
    "ideen-sammeln",
    "kennenlernen",
    "konflikte-bearbeiten",
    "entscheidungen-vorbereiten",
    "wissen-teilen",
    "menschen-staerken",
)

METHOD = Record(
    "in der Methode",
    (
        TITLE,
        SUMMARY,
        Key("ziel", "Wie weit die Teilnehmenden mitreden.", ListOf(one_of(Aim))),
        Key("potenziale", "Was die Methode besonders gut kann.", ListOf(_POTENTIALS)),
        Key("bei-streit", "Ob die Methode bei offenem Streit passt.", one_of(Suitability)),
        Key("personen", "Für wie viele Menschen die Methode gedacht ist.", _PEOPLE),
        Key("dauer", "Wie lange sie dauert.", _DURATION),
        Key("vorbereitung", "Wie viele Wochen die Vorbereitung braucht.", _PREPARATION),
        Key("kosten", "Was sie kostet.", _COST),
        Key("moderation", "Wer durch die Veranstaltung führt.", _FACILITATION),
        Key("formate", "Wo sie stattfindet.", ListOf(word("praesenz", "online", "hybrid"))),
        Key("raum-und-material", "Was gebraucht wird.", ListOf(Text())),
        Key("ablauf", "Die Schritte der Reihe nach.", ListOf(_STEP)),
        Key("geeignet-fuer", "Wofür die Methode passt.", ListOf(Text())),
        Key("nicht-geeignet-fuer", "Wofür sie nicht passt.", ListOf(Text())),
        Key("stolpersteine", "Was oft schiefgeht und was dagegen hilft.", ListOf(Text())),
        Key("sprache", "Wie Menschen mit verschiedenen Sprachen mitmachen.", Text()),
        Key("kinderbetreuung", "Was für Eltern zu regeln ist.", Text()),
        Key("barrierefreiheit", "Was Menschen mit Behinderung brauchen.", Text()),
        Key("sicherheit", "Was bei Anfeindungen zu beachten ist.", Text()),
        Key("ergebnis", "Was mit dem Ergebnis geschieht.", Text()),
        Key("varianten", "Andere Formen, auch online oder vor Ort.", ListOf(_VARIANT)),
        FIELDS,
        TOPICS,
        Key("beispiele", "Belegte Beispiele aus den Kommunen.", ListOf(_EXAMPLE), required=False),
        REFERENCES,
        CHECKED,
    ),
)
