"""The tables of aenderungen.yaml: which German keys the history of the questionnaire has, and what they mean."""

from editorial.values import Choice, Key, ListOf, Record, Slug, Text
from selfcheck_core.migrations import Carry

_WHY = Key("grund", "Ein Satz dazu, warum. Er steht im Hinweis, den Menschen mit einem älteren Bogen lesen.", Text())
_FROM = Key("von", "Kennung, wie sie in der Fassung davor war.", Slug())
_TO = Key("zu", "Kennung in dieser Fassung.", Slug())

RENAMED = Record("im Eintrag unter „umbenannt“", (_FROM, _TO, _WHY))

SPLIT = Record(
    "im Eintrag unter „geteilt“",
    (
        _FROM,
        Key(
            "zu",
            "Kennungen der neuen Fragen. Notiz und Nachweise gehen an die erste. Die alte Kennung darf dabei sein.",
            ListOf(Slug()),
        ),
        Key(
            "uebernahme",
            "Ob die frühere Antwort für alle neuen Fragen gilt: keine (so auch ohne Angabe) oder alle.",
            Choice((("keine", Carry.OPEN), ("alle", Carry.ALL))),
            required=False,
        ),
        _WHY,
    ),
)

MERGED = Record(
    "im Eintrag unter „zusammengelegt“",
    (
        Key("von", "Kennungen, wie sie in der Fassung davor waren.", ListOf(Slug())),
        Key("zu", "Kennung in dieser Fassung. Sie darf eine der früheren sein.", Slug()),
        Key(
            "regel",
            "Was gilt, wenn die früheren Antworten verschieden sind: offen (so auch ohne Angabe) oder niedrigste.",
            Choice((("offen", Carry.OPEN), ("niedrigste", Carry.LOWEST))),
            required=False,
        ),
        _WHY,
    ),
)

WITHDRAWN = Record("im Eintrag unter „entfallen“", (Key("kennung", "Kennung, die es nicht mehr gibt.", Slug()), _WHY))

RESCALED = Record(
    "im Eintrag unter „stufen-neu“",
    (
        Key("kennung", "Kennung der Frage. Sie bleibt.", Slug()),
        Key(
            "stufen",
            "Zu jeder früheren Stufe von 0 bis 3 die neue, oder offen, wenn keine eindeutig passt.",
            ListOf(Choice((("0", 0), ("1", 1), ("2", 2), ("3", 3), ("offen", Carry.OPEN)))),
        ),
        _WHY,
    ),
)

RELEASE = Record(
    "in der Fassung",
    (
        Key("fassung", 'Veröffentlichte Fassung, zum Beispiel "2026.1". Die letzte ist die aus katalog.yaml.', Text()),
        Key(
            "vergleich",
            "Welche früheren Ergebnisse sich mit denen dieser Fassung vergleichen lassen. "
            "Steht im Hinweis zu jedem älteren Bogen.",
            Text(),
        ),
        Key(
            "pruefsummen",
            "Prüfsummen, die Bögen dieser Fassung außer der heutigen tragen können und dieselben Fragen meinen. "
            "Bögen mit anderen öffnen sich mit einem Hinweis.",
            ListOf(Text()),
            required=False,
        ),
        Key("umbenannt", "Neue Kennungen für etwas, das geblieben ist.", ListOf(RENAMED), required=False),
        Key("geteilt", "Fragen, aus denen mehrere wurden.", ListOf(SPLIT), required=False),
        Key("zusammengelegt", "Fragen, aus denen eine wurde.", ListOf(MERGED), required=False),
        Key("entfallen", "Fragen, Themen und Handlungsfelder ohne Nachfolge.", ListOf(WITHDRAWN), required=False),
        Key("stufen-neu", "Fragen, deren Stufen etwas anderes bedeuten als bisher.", ListOf(RESCALED), required=False),
    ),
)

FIELD_NUMBER = Record(
    "im Eintrag unter „handlungsfelder“",
    (
        Key("nummer", "Nummer von damals.", Text()),
        Key("handlungsfeld", "Kennung des Handlungsfelds von heute.", Slug()),
    ),
)

FIELD_ORDER = Record(
    "in der Reihenfolge",
    (
        Key("fassung", "Fassung oder Jahr, in dem die Handlungsfelder diese Nummern hatten.", Text()),
        Key("quelle", "Woher die Nummern bekannt sind.", Text()),
        Key("handlungsfelder", "Die Nummern, soweit sie belegt sind. Andere bleiben weg.", ListOf(FIELD_NUMBER)),
    ),
)

CHANGES = Record(
    "in aenderungen.yaml",
    (
        Key("aenderungen", "Alle veröffentlichten Fassungen, die älteste zuerst.", ListOf(RELEASE)),
        Key(
            "reihenfolgen",
            "Frühere Nummern der Handlungsfelder, damit Menschen ältere Ergebnisse zuordnen können.",
            ListOf(FIELD_ORDER),
            required=False,
        ),
    ),
)
