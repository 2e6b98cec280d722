"""The tables of the texts: which German keys the front matter of each kind may have and what they mean.

They are read by the same reader as the questionnaire's tables; the meanings are shown to editors.
"""

from collections.abc import Mapping

from editorial.values import Date, Key, ListOf, Record, Slug, Text, WebAddress
from knowledge_base.texts.kinds import (
    Article,
    Help,
    Introduction,
    Item,
    Material,
    Method,
    Phase,
    Profile,
    Purpose,
    Rubric,
)
from knowledge_base.texts.method_table import METHOD
from knowledge_base.texts.profile_table import PROFILE
from knowledge_base.texts.shared_keys import (
    CHECKED,
    FIELDS,
    METHODS,
    REFERENCES,
    SUMMARY,
    TITLE,
    TOPICS,
    one_of,
    optional,
)

ARTICLE = Record(
    "im Artikel",
    (
        TITLE,
        SUMMARY,
        Key("rubrik", "Welche Art von Text es ist.", one_of(Rubric)),
        Key("datum", "Tag der Veröffentlichung, zum Beispiel 2026-11-22.", Date()),
        Key("nutzen", "Zwei Sätze: Wer kann diesen Text wofür brauchen?", Text()),
        FIELDS,
        TOPICS,
        Key(
            "kommunen",
            "Kommunen, von denen der Text handelt: Namen der Dateien in docs/kommunen.",
            ListOf(Slug()),
            required=False,
        ),
        optional(METHODS),
        Key("fragen", "Kennungen der Fragen, bei denen der Text weiterhilft.", ListOf(Slug()), required=False),
        Key("vorhaben", "Was jemand vorhat, dem der Text hilft.", one_of(Purpose), required=False),
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
        TITLE,
        SUMMARY,
        Key("phase", "Wann die Seite gebraucht wird.", one_of(Phase)),
        Key("fuer-wen", "Wem die Seite hilft.", Text()),
        FIELDS,
        TOPICS,
        Key("stellen", "Anlaufstellen mit Angebot und Prüfdatum.", ListOf(_CONTACT), required=False),
        REFERENCES,
        CHECKED,
    ),
)

MATERIAL = Record(
    "in der Druckvorlage",
    (TITLE, SUMMARY, Key("methode", "Methode, zu der die Vorlage gehört: Name der Datei in docs/methoden.", Slug())),
)

INTRODUCTION = Record("auf der Einstiegsseite", (TITLE, SUMMARY))

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
