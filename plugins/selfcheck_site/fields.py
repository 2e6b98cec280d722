"""The field tables: which German keys the questionnaire's files may have, what they mean and of what kind they are.

Everything that reads, checks or explains a file goes by these tables; the meanings are shown to editors.
"""

from dataclasses import dataclass

from selfcheck_core.catalogue import Dimension, Effort
from selfcheck_core.migrations import Carry


@dataclass(frozen=True, slots=True)
class Text:
    """Prose of at least one character."""


@dataclass(frozen=True, slots=True)
class Slug:
    """A permanent speaking id: lower-case letters a–z, digits and single hyphens, a letter first."""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number, not negative, written as a whole number or a fraction: `1`, `4/5`."""


@dataclass(frozen=True, slots=True)
class PagePath:
    """The path of a page inside `docs/`, without scheme and ending: `methoden/world-cafe`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the given words; each stands for a value in the catalogue."""

    words: tuple[tuple[str, bool | int | str], ...]


@dataclass(frozen=True, slots=True)
class Date:
    """A day in ISO 8601, `2026-11-22`; where `partial`, also a month or a year. Stays text."""

    partial: bool = False


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number from `least` to `most` with a decimal point, `51.834703`. Stays text, so that it stays exact."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Digits:
    """A number that only names something: exactly so many digits, zeros in front included. Stays text."""

    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A duration as a whole number or a range with a dash: `15`, `20–30`. Stays text."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """The full address of a page outside, beginning with `https://`."""


@dataclass(frozen=True, slots=True)
class Website:
    """The name of a website without scheme, with a path where the site is part of another: `hamburg.de/altona`."""


@dataclass(frozen=True, slots=True)
class MapOf:
    """A section whose keys are of one kind and whose values of another; read as records with `key` and `value`."""

    key: "Kind"
    value: "Kind"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items are all of one kind."""

    kind: "Kind"


@dataclass(frozen=True, slots=True)
class Record:
    """A section with keys of its own; `where` names it in messages („in der Frage“)."""

    where: str
    keys: tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record with its meaning in German."""

    name: str
    meaning: str
    kind: "Kind"
    required: bool = True


Notation = Date | Integer | Decimal | Digits | Minutes | WebAddress | Website
Kind = Text | Slug | Number | PagePath | Choice | Notation | MapOf | ListOf | Record

YES_NO = Choice((("ja", True), ("nein", False)))

_ID = "Dauerhafte Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen. Sie bleibt, auch wenn der Text sich ändert."

SUGGESTION = Record(
    "in der Anregung",
    (
        Key(
            "bis-stufe",
            "Höchste Stufe (0, 1 oder 2), bei der diese Anregung noch gezeigt wird.",
            Choice((("0", 0), ("1", 1), ("2", 2))),
        ),
        Key("text", "Was die Kommune als Nächstes tun kann, so konkret, dass es in Wochen beginnen kann.", Text()),
        Key(
            "aufwand",
            "Wie viel Arbeit die Anregung macht: gering, mittel oder hoch.",
            Choice((("gering", Effort.LOW), ("mittel", Effort.MEDIUM), ("hoch", Effort.HIGH))),
        ),
        Key("beschluss", "Ob die Anregung einen Beschluss der gewählten Vertretung braucht: ja oder nein.", YES_NO),
        Key("ohne-geld", "Ob die Anregung ohne zusätzliches Geld auskommt: ja oder nein.", YES_NO),
        Key(
            "verweise",
            "Seiten dieser Plattform, die weiterhelfen, zum Beispiel methoden/world-cafe.",
            ListOf(PagePath()),
            required=False,
        ),
    ),
)

NOT_RESPONSIBLE = Record(
    "in der Angabe „nicht-zustaendig“",
    (
        Key(
            "kommunentyp",
            "Kennung des Kommunentyps aus katalog.yaml, der hier in der Regel nicht zuständig ist.",
            Slug(),
        ),
        Key("wer", "Wer stattdessen zuständig ist, zum Beispiel Landkreis.", Text()),
    ),
)

QUESTION = Record(
    "in der Frage",
    (
        Key("kennung", _ID, Slug()),
        Key("frage", "Die Frage, so wie sie gelesen wird. Sie fragt nach genau einer Sache.", Text()),
        Key("warum", "Ein oder zwei Sätze dazu, warum die Frage wichtig ist.", Text()),
        Key(
            "dimension",
            "Ob die Frage nach einer Regelung (beschlossen, geschrieben, ausgestattet) oder nach der Praxis fragt.",
            Choice((("regelung", Dimension.POLICY), ("praxis", Dimension.PRACTICE))),
        ),
        Key("kurzform", "Ob die Frage auch in der Kurzform gestellt wird: ja oder nein.", YES_NO),
        Key(
            "gewicht",
            "Wie viel die Frage im Vergleich zu anderen zählt. Ohne Angabe gilt das Gewicht aus katalog.yaml.",
            Number(),
            required=False,
        ),
        Key(
            "gewicht-begruendung",
            "Warum die Frage mehr oder weniger zählt als andere. Erscheint auf der Seite zur Methode.",
            Text(),
            required=False,
        ),
        Key("wer-weiss-es", "Ämter und Stellen, die die Antwort meistens kennen.", ListOf(Text())),
        Key("stufen", "Vier beschriebene Zustände, von Stufe 0 (nichts davon) bis Stufe 3.", ListOf(Text())),
        Key(
            "nicht-zustaendig",
            "Kommunentypen, die für diese Sache in der Regel nicht zuständig sind.",
            ListOf(NOT_RESPONSIBLE),
            required=False,
        ),
        Key("anregungen", "Mindestens zwei nächste Schritte, aufsteigend nach „bis-stufe“.", ListOf(SUGGESTION)),
    ),
)

THEME = Record(
    "im Thema",
    (
        Key("kennung", _ID, Slug()),
        Key("titel", "Überschrift des Themas.", Text()),
        Key("fragen", "Die Fragen in der Reihenfolge, in der sie gestellt werden.", ListOf(QUESTION)),
    ),
)

FIELD = Record(
    "im Handlungsfeld",
    (
        Key("kennung", f"{_ID} So heißt auch die Datei.", Slug()),
        Key("titel", "Name des Handlungsfelds.", Text()),
        Key("worum-es-geht", "Zwei oder drei Sätze für die Person, die den Fragebogen ausfüllt.", Text()),
        Key("themen", "Die Themen in der Reihenfolge, in der sie gezeigt werden.", ListOf(THEME)),
    ),
)

_REASON = Key(
    "begruendung", "Was die Angabe bedeutet und worauf sie beruht. Erscheint auf der Seite zur Methode.", Text()
)

LEVEL = Record(
    "im Reifegrad",
    (
        Key("kennung", _ID, Slug()),
        Key("titel", "Name des Reifegrads.", Text()),
        Key("ab", 'Wert zwischen 0 und 1, ab dem der Reifegrad gilt, zum Beispiel "1/4".', Number()),
        _REASON,
    ),
)


def _named(where: str) -> Record:
    return Record(where, (Key("kennung", _ID, Slug()), Key("titel", "Name, so wie er gelesen wird.", Text())))


def _explained(where: str, meaning: str, number: Number | Integer = Number()) -> Record:
    return Record(where, (Key("wert", meaning, number), _REASON))


CATALOGUE = Record(
    "in katalog.yaml",
    (
        Key("kennung", _ID, Slug()),
        Key("fassung", 'Fassung des Fragebogens, zum Beispiel "2026.1".', Text()),
        Key("titel", "Name des Selbstchecks.", Text()),
        Key(
            "handlungsfelder",
            "Kennungen der Handlungsfelder in der Reihenfolge, in der sie gezeigt werden. "
            "Zu jeder gehört eine Datei im Ordner handlungsfelder.",
            ListOf(Slug()),
        ),
        Key("reifegrade", "Die Reifegrade, aufsteigend. Der erste gilt ab 0.", ListOf(LEVEL)),
        Key(
            "abdeckung",
            "Wie viel gewertet sein muss, also mit einer Stufe beantwortet, damit es eine Einstufung gibt.",
            Record(
                "in der Abdeckung",
                (
                    Key(
                        "keine-einstufung-unter",
                        "Unter diesem Anteil gewerteter Fragen gibt es keine Einstufung.",
                        _explained("in „keine-einstufung-unter“", 'Anteil zwischen 0 und 1, zum Beispiel "1/2".'),
                    ),
                    Key(
                        "vorlaeufig-unter",
                        "Unter diesem Anteil gewerteter Fragen heißt eine Einstufung vorläufig.",
                        _explained("in „vorlaeufig-unter“", 'Anteil zwischen 0 und 1, zum Beispiel "4/5".'),
                    ),
                    Key(
                        "belastbar-ab-antworten",
                        "Ab so vielen gewerteten Fragen kann eine Einstufung belastbar heißen.",
                        _explained("in „belastbar-ab-antworten“", "Ganze Zahl ab 1, zum Beispiel 4.", Integer(1, 999)),
                    ),
                ),
            ),
        ),
        Key(
            "hinweis-entfaellt-ueber",
            "Über diesem Anteil von „entfällt“ erscheint ein Hinweis.",
            _explained("in „hinweis-entfaellt-ueber“", 'Anteil zwischen 0 und 1, zum Beispiel "1/4".'),
        ),
        Key(
            "gewicht",
            "Wie viel eine Frage zählt, bei der nichts anderes steht.",
            _explained("in „gewicht“", 'Eine Zahl größer als 0, zum Beispiel "1".'),
        ),
        Key("stufenwerte", "Warum die Stufen gleich weit auseinanderliegen.", Record("in „stufenwerte“", (_REASON,))),
        Key("kommunentypen", "Arten von Kommunen, die den Selbstcheck ausfüllen.", ListOf(_named("im Kommunentyp"))),
        Key("perspektiven", "Gruppen, aus deren Sicht geantwortet wird.", ListOf(_named("in der Perspektive"))),
    ),
)

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
