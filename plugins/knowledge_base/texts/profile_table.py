"""The table of the profiles: which German keys their front matter has and what they mean."""

from editorial.values import YES_NO, Date, Decimal, Digits, Integer, Key, ListOf, MapOf, Record, Slug, Text, Website
from knowledge_base.texts.shared_keys import FIELDS, METHODS, SOURCE, STATES, SUMMARY, TITLE, TOPICS, optional, word

_POPULATION = Record(
    "in der Angabe „einwohner“",
    (
        Key("zahl", "Zahl der Einwohnerinnen und Einwohner, nur Ziffern.", Integer(1, 5_000_000)),
        Key("stichtag", "Tag, für den gezählt wurde.", Date()),
        SOURCE,
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
        SOURCE,
    ),
)

PROFILE = Record(
    "im Profil",
    (
        TITLE,
        SUMMARY,
        Key("typ", "Kennung des Kommunentyps aus questionnaire/katalog.yaml.", Slug()),
        Key("bezeichnung", "Was die Kommune rechtlich ist, zum Beispiel „Große Kreisstadt“.", Text()),
        Key("land", "Name des Bundeslands.", word(*STATES.values())),
        Key(
            "schluessel",
            "Amtlicher Schlüssel: acht Ziffern, bei Landkreisen fünf. Bezirke haben keinen.",
            Digits((5, 8)),
            required=False,
        ),
        Key("einwohner", "Einwohnerzahl mit Stichtag und Quelle.", _POPULATION, required=False),
        Key("lage", "Punkt für die Karte.", _POSITION),
        Key(
            "auf-der-karte",
            "Ob der Punkt gezeichnet wird: ja (so auch ohne Angabe) oder nein, wenn die Teilnahme strittig ist.",
            YES_NO,
            required=False,
        ),
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
        optional(FIELDS),
        optional(TOPICS),
        optional(METHODS),
    ),
)
