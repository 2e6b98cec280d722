"""The tables of the questionnaire: which German keys katalog.yaml and the fields' files have, and what they mean."""

from editorial.values import YES_NO, Choice, Integer, Key, ListOf, Number, PagePath, Record, Slug, Text
from selfcheck_core.catalogue import Dimension, Effort

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


def _named(where: str, *more: Key) -> Record:
    return Record(where, (Key("kennung", _ID, Slug()), Key("titel", "Name, so wie er gelesen wird.", Text()), *more))


def _explained(where: str, meaning: str, number: Integer | None = None) -> Record:
    return Record(where, (Key("wert", meaning, number or Number()), _REASON))


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
                    Key(
                        "vergleich-ab-antworten",
                        "Ab so vielen gewerteten Fragen auf jeder Seite werden Regelung und Praxis verglichen.",
                        _explained("in „vergleich-ab-antworten“", "Ganze Zahl ab 1, zum Beispiel 2.", Integer(1, 999)),
                        required=False,
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
        Key(
            "kurzform",
            "Wie viele Fragen der Kurzform in jedem Handlungsfeld für jeden Kommunentyp zählen sollen.",
            Record(
                "in „kurzform“",
                (
                    Key("mindestens", "Weniger Fragen sollen es nicht sein, zum Beispiel 3.", Integer(0, 99)),
                    Key("hoechstens", "Mehr Fragen sollen es nicht sein, zum Beispiel 5.", Integer(1, 99)),
                    _REASON,
                ),
            ),
            required=False,
        ),
        Key(
            "kommunentypen",
            "Arten von Kommunen, die den Selbstcheck ausfüllen.",
            ListOf(
                _named(
                    "im Kommunentyp",
                    Key("beispiel", "Woran man diese Art erkennt, zum Beispiel „Kiel“.", Text(), required=False),
                )
            ),
        ),
        Key("perspektiven", "Gruppen, aus deren Sicht geantwortet wird.", ListOf(_named("in der Perspektive"))),
    ),
)
