"""The field tables of the texts: which German keys the front matter of each kind may have and what they mean.

They are read by the same reader as the questionnaire's tables; the meanings are shown to editors.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from editorial.values import (
    Choice,
    Date,
    Decimal,
    Digits,
    Integer,
    Key,
    ListOf,
    MapOf,
    Minutes,
    Record,
    Slug,
    Text,
    WebAddress,
    Website,
)
from knowledge_base.kinds import (
    Aim,
    Article,
    Help,
    Introduction,
    Item,
    Material,
    Method,
    Phase,
    Profile,
    Rubric,
    Suitability,
)

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


def _one_of(words: type[StrEnum]) -> Choice:
    return Choice(tuple((word.value, word) for word in words))


def _word(*words: str) -> Choice:
    return Choice(tuple((word, word) for word in words))


def _optional(key: Key) -> Key:
    return replace(key, required=False)


_TITLE = Key("titel", "Die Überschrift der Seite, höchstens 80 Zeichen.", Text())
_SUMMARY = Key("kurz", "Ein oder zwei Sätze für Listen und Suchmaschinen, höchstens 160 Zeichen.", Text())
_FIELDS = Key("handlungsfelder", "Kennungen der Handlungsfelder, zu denen der Text gehört.", ListOf(Slug()))
_TOPICS = Key("schlagworte", "Kennungen aus magazine/schlagworte.yaml.", ListOf(Slug()))
_METHODS = Key("methoden", "Methoden, von denen der Text handelt: Namen der Dateien in docs/methoden.", ListOf(Slug()))
_NOTE = Key("hinweis", "Was man zu der Angabe wissen muss. Eigene Schätzungen heißen „unsere Schätzung“.", Text())
_SOURCE = Key("quelle", "Woher die Angabe stammt: Titel oder Stelle, Jahr.", Text())
_CHECKED = Key("stand", "Tag, an dem der Text zuletzt geprüft wurde, zum Beispiel 2026-11-22.", Date())

_REFERENCES = Key(
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

ARTICLE = Record(
    "im Artikel",
    (
        _TITLE,
        _SUMMARY,
        Key("rubrik", "Welche Art von Text es ist.", _one_of(Rubric)),
        Key("datum", "Tag der Veröffentlichung, zum Beispiel 2026-11-22.", Date()),
        Key("nutzen", "Zwei Sätze: Wer kann diesen Text wofür brauchen?", Text()),
        _FIELDS,
        _TOPICS,
        Key(
            "kommunen",
            "Kommunen, von denen der Text handelt: Namen der Dateien in docs/kommunen.",
            ListOf(Slug()),
            required=False,
        ),
        _optional(_METHODS),
        Key("fragen", "Kennungen der Fragen, bei denen der Text weiterhilft.", ListOf(Slug()), required=False),
    ),
)

_POPULATION = Record(
    "in der Angabe „einwohner“",
    (
        Key("zahl", "Zahl der Einwohnerinnen und Einwohner, nur Ziffern.", Integer(1, 5_000_000)),
        Key("stichtag", "Tag, für den gezählt wurde.", Date()),
        _SOURCE,
    ),
)

_POSITION = Record(
    "in der Angabe „lage“",
    (
        Key("breite", "Grad nördlicher Breite mit Punkt, zum Beispiel 51.834703.", Decimal(47, 56)),
        Key("laenge", "Grad östlicher Länge mit Punkt, zum Beispiel 12.245715.", Decimal(5, 16)),
    ),
)

_DEED = Record(
    "in der Angabe „im-projekt“",
    (
        Key("was", "Was geschah, in wenigen Worten.", Text()),
        Key("datum", "Wann: Tag, Monat oder Jahr.", Date(partial=True), required=False),
        _SOURCE,
    ),
)

PROFILE = Record(
    "im Profil",
    (
        _TITLE,
        _SUMMARY,
        Key("typ", "Kennung des Kommunentyps aus questionnaire/katalog.yaml.", Slug()),
        Key("bezeichnung", "Was die Kommune rechtlich ist, zum Beispiel „Große Kreisstadt“.", Text()),
        Key("land", "Name des Bundeslands.", _word(*STATES.values())),
        Key(
            "schluessel",
            "Amtlicher Schlüssel: acht Ziffern, bei Landkreisen fünf. Bezirke haben keinen.",
            Digits((5, 8)),
            required=False,
        ),
        Key("einwohner", "Einwohnerzahl mit Stichtag und Quelle.", _POPULATION, required=False),
        Key("lage", "Punkt für die Karte.", _POSITION),
        Key(
            "website",
            "Name der Website, zum Beispiel dessau-rosslau.de oder, als Teil einer anderen, hamburg.de/altona.",
            Website(),
            required=False,
        ),
        Key("beteiligte", "Gemeinden, mit denen ein Landkreis gearbeitet hat.", ListOf(Text()), required=False),
        Key("im-projekt", "Was die Kommune im Projekt getan hat, mit Datum und Quelle.", ListOf(_DEED)),
        Key(
            "reifegrade",
            "Veröffentlichte Stufen: Handlungsfeld, Doppelpunkt, Kennung des Reifegrads aus katalog.yaml.",
            MapOf(Slug(), Slug()),
            required=False,
        ),
        Key("reifegrade-quelle", "Wo die Stufen veröffentlicht sind.", Text(), required=False),
        _optional(_FIELDS),
        _optional(_TOPICS),
        _optional(_METHODS),
    ),
)


def _range(where: str, low: Key, high: Key) -> Record:
    return Record(where, (low, high, _optional(_NOTE), _optional(_SOURCE)))


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
    (Key("stufe", "Wie teuer es wird.", _word("gering", "mittel", "hoch")), _optional(_NOTE)),
)
_FACILITATION = Record(
    "in der Angabe „moderation“",
    (Key("art", "Wer moderiert.", _word("keine", "intern", "extern")), _optional(_NOTE)),
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
        _SOURCE,
    ),
)
_POTENTIALS = _word(
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
        _TITLE,
        _SUMMARY,
        Key("ziel", "Wie weit die Teilnehmenden mitreden.", ListOf(_one_of(Aim))),
        Key("potenziale", "Was die Methode besonders gut kann.", ListOf(_POTENTIALS)),
        Key("bei-streit", "Ob die Methode bei offenem Streit passt.", _one_of(Suitability)),
        Key("personen", "Für wie viele Menschen die Methode gedacht ist.", _PEOPLE),
        Key("dauer", "Wie lange sie dauert.", _DURATION),
        Key("vorbereitung", "Wie viele Wochen die Vorbereitung braucht.", _PREPARATION),
        Key("kosten", "Was sie kostet.", _COST),
        Key("moderation", "Wer durch die Veranstaltung führt.", _FACILITATION),
        Key("formate", "Wo sie stattfindet.", ListOf(_word("praesenz", "online", "hybrid"))),
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
        _FIELDS,
        _TOPICS,
        Key("beispiele", "Belegte Beispiele aus den Kommunen.", ListOf(_EXAMPLE), required=False),
        _REFERENCES,
        _CHECKED,
    ),
)

_CONTACT = Record(
    "in der Stelle",
    (
        Key("name", "Name der Stelle.", Text()),
        Key("angebot", "Was sie anbietet.", Text()),
        Key("fuer-wen", "Wem sie hilft.", Text()),
        Key("link", "Ihre Webadresse.", WebAddress()),
        Key("geprueft-am", "Tag, an dem die Angaben zuletzt an der Quelle gelesen wurden.", Date()),
    ),
)

HELP = Record(
    "auf der Seite zum Rückhalt",
    (
        _TITLE,
        _SUMMARY,
        Key("phase", "Wann die Seite gebraucht wird.", _one_of(Phase)),
        Key("fuer-wen", "Wem die Seite hilft.", Text()),
        _FIELDS,
        _TOPICS,
        Key("stellen", "Anlaufstellen mit Angebot und Prüfdatum.", ListOf(_CONTACT), required=False),
        _REFERENCES,
        _CHECKED,
    ),
)

MATERIAL = Record(
    "in der Druckvorlage",
    (_TITLE, _SUMMARY, Key("methode", "Methode, zu der die Vorlage gehört: Name der Datei in docs/methoden.", Slug())),
)

INTRODUCTION = Record("auf der Einstiegsseite", (_TITLE, _SUMMARY))

TOPIC = Record(
    "im Schlagwort",
    (
        Key("kennung", "Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen. Sie bleibt.", Slug()),
        Key("titel", "Das Schlagwort, so wie es gelesen wird.", Text()),
        Key("worum-es-geht", "Ein Satz dazu, wovon Texte zu diesem Schlagwort handeln.", Text()),
    ),
)

TABLES: Mapping[type[Item], Record] = {
    Article: ARTICLE,
    Profile: PROFILE,
    Method: METHOD,
    Help: HELP,
    Material: MATERIAL,
    Introduction: INTRODUCTION,
}
