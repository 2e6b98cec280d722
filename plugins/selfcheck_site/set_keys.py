"""The tables of the question sets: which German keys fragensaetze.yaml and the files of Spiegelfragen have."""

from editorial.values import Integer, Key, ListOf, Record, Slug, Text

_ID = "Dauerhafte Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen. Sie bleibt, auch wenn der Text sich ändert."

QUESTION_SET = Record(
    "im Fragensatz",
    (
        Key("kennung", _ID, Slug()),
        Key("titel", "Überschrift der Seite, zum Beispiel „Fragen an Menschen, die hier wohnen“.", Text()),
        Key("worum-es-geht", "Zwei oder drei Sätze in Einfacher Sprache für die Person, die antwortet.", Text()),
        Key(
            "perspektiven", "Kennungen der Perspektiven aus katalog.yaml, die diese Fragen beantworten.", ListOf(Slug())
        ),
        Key(
            "meiden",
            "Wörter, die in diesem Fragensatz nicht vorkommen sollen, auch nicht als Teil eines Wortes.",
            ListOf(Text()),
            required=False,
        ),
    ),
)

UNMIRRORED = Record(
    "im Eintrag unter „ohne-spiegel“",
    (
        Key("thema", "Kennung eines Themas, nach dem kein Fragensatz fragt.", Slug()),
        Key("warum", "Warum niemand außerhalb des Rathauses es gesehen haben kann. Erscheint in der Tabelle.", Text()),
    ),
)

SETS = Record(
    "in fragensaetze.yaml",
    (
        Key(
            "umfang",
            "Wie viele Fragen ein Fragensatz hat.",
            Record(
                "in „umfang“",
                (
                    Key("mindestens", "Weniger Fragen sollen es nicht sein, zum Beispiel 14.", Integer(0, 99)),
                    Key("hoechstens", "Mehr Fragen sollen es nicht sein, zum Beispiel 18.", Integer(1, 99)),
                    Key("je-handlungsfeld", "So viele sind es mindestens zu jedem Handlungsfeld.", Integer(0, 99)),
                    Key("begruendung", "Worauf die Zahlen beruhen. Erscheint auf der Seite zur Methode.", Text()),
                ),
            ),
        ),
        Key("fragensaetze", "Die Fragensätze in der Reihenfolge, in der sie genannt werden.", ListOf(QUESTION_SET)),
        Key(
            "ohne-spiegel",
            "Themen der Langform, nach denen kein Fragensatz fragt, mit dem Grund.",
            ListOf(UNMIRRORED),
            required=False,
        ),
    ),
)

MIRROR_QUESTION = Record(
    "in der Spiegelfrage",
    (
        Key("kennung", _ID, Slug()),
        Key("thema", "Kennung des Themas der Langform, zu dem die Frage gehört.", Slug()),
        Key("spiegelt", "Kennungen der Fragen dieses Themas, denen sie einen Spiegel vorhält.", ListOf(Slug())),
        Key("fragensaetze", "Kennungen der Fragensätze aus fragensaetze.yaml, die sie stellen.", ListOf(Slug())),
        Key("frage", "Die Frage in Einfacher Sprache. Sie fragt nach einer Sache, die man gesehen haben kann.", Text()),
        Key("stufen", "Vier Zustände in Einfacher Sprache, von Stufe 0 (nichts davon) bis Stufe 3.", ListOf(Text())),
    ),
)

MIRROR_FIELD = Record(
    "in der Datei mit Spiegelfragen",
    (
        Key("kennung", "Kennung des Handlungsfelds. So heißt auch die Datei.", Slug()),
        Key("titel", "Überschrift in Einfacher Sprache, unter der diese Fragen stehen.", Text()),
        Key("fragen", "Die Spiegelfragen in der Reihenfolge, in der sie gestellt werden.", ListOf(MIRROR_QUESTION)),
    ),
)
