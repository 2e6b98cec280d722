"""A small project of texts, and texts written from the field tables themselves with every key they know."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editorial.values import (
    Choice,
    Date,
    Decimal,
    Digits,
    Integer,
    Kind,
    ListOf,
    MapOf,
    Minutes,
    Record,
    Slug,
    WebAddress,
    Website,
)
from knowledge_base.texts.folders import FOLDERS, TOPICS_FILE
from knowledge_base.texts.kinds import Introduction, Item
from knowledge_base.texts.manuscript import Surroundings
from knowledge_base.texts.tables import TABLES
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder

QUESTIONNAIRE = Path(__file__).parent.parent / "compile" / "questionnaire"
NAME = "ein-name"
BODY = "\n## Was wir nicht wissen\n\nViel.\n\n## Quellen\n\nKeine.\n\n## Nächster Schritt\n\nFragen.\n"

ARTICLE = "magazine/tor-auf.md"
PROFILE = "docs/kommunen/musterstadt.md"
COUNTY = "docs/kommunen/landkreis-muster.md"
METHOD = "docs/methoden/world-cafe.md"
HELP = "docs/rueckhalt/wer-hilft.md"

_ARTICLE = """\
---
titel: Das Tor steht offen
kurz: Wie eine Stadt ihren Hof öffnete.
rubrik: praxistipp
datum: 2026-11-22
nutzen: Für alle mit einem Hof. Und für die davor.
handlungsfelder: [hof]
schlagworte: [begegnung]
kommunen: [musterstadt]
methoden: [world-cafe]
fragen: [ho-tor-regel]
---

Der Hof in [Musterstadt](../kommunen/musterstadt.md) steht offen.

## Quellen

- [Bericht auf example.org](https://example.org/hof)

## Nächster Schritt

Lesen Sie, [wie ein World Café geht](../methoden/world-cafe.md).
"""

_PROFILE = """\
---
titel: Musterstadt
kurz: Eine Stadt mit einem Hof.
typ: kreisangehoerige-gemeinde
bezeichnung: Stadt
land: Bayern
schluessel: "09123456"
lage:
  breite: 48.1
  laenge: 11.5
website: musterstadt.de
im-projekt:
  - was: Selbstcheck
    datum: 2020-07
    quelle: Stadt Musterstadt, 2020
reifegrade:
  hof: am-anfang
reifegrade-quelle: Stadt Musterstadt, 2020
handlungsfelder: [hof]
schlagworte: [begegnung]
---

## Was wir nicht wissen

Wie es weiterging.

## Quellen

Stadt Musterstadt, 2020.
"""

_METHOD = """\
---
titel: World Café
kurz: Viele reden in kleinen Runden.
ziel: [beraten]
potenziale: [kennenlernen]
bei-streit: ungeeignet
personen:
  von: 15
  bis: 200
dauer:
  von-minuten: 90
  bis-minuten: 180
vorbereitung:
  von-wochen: 4
  bis-wochen: 8
kosten:
  stufe: gering
moderation:
  art: intern
formate: [praesenz]
raum-und-material: [Tische]
ablauf:
  - minuten: "20–30"
    schritt: Reden.
geeignet-fuer: [offene Fragen]
nicht-geeignet-fuer: [Streit]
stolpersteine: [Zu wenig Zeit.]
sprache: Einfach.
kinderbetreuung: Ja.
barrierefreiheit: Stufenlos.
sicherheit: Hausregeln.
ergebnis: Ein Protokoll.
varianten:
  - titel: Online
    text: Kürzer.
handlungsfelder: [hof]
schlagworte: [begegnung]
quellen:
  - titel: Methode World Café
    herausgeber: example.org
    link: https://example.org/world-cafe
stand: 2026-11-22
---

Reden hilft. Dafür braucht es:

- Tische
- Papier
"""

_HELP = """\
---
titel: Wer hilft
kurz: Stellen, die helfen.
phase: stellen
fuer-wen: Alle
handlungsfelder: [hof]
schlagworte: [begegnung]
stellen:
  - name: Beratung
    angebot: Ein Gespräch.
    fuer-wen: Alle
    link: https://example.org/hilfe
    geprueft-am: 2026-11-22
quellen:
  - titel: Beratung
    herausgeber: example.org
stand: 2026-11-22
---

## Zuerst

Rufen Sie an. Das Gespräch ist **kostenlos**.

![Ein Tor steht offen](../bilder/tor.jpg)

\\#TorAuf heißt das Netz der Helfenden.

| Lage | Zuerst |
|---|---|
| Drohung | 110 |

Tabelle: Weitere Stellen

| Stelle | Wo |
|---|---|
| Rathaus | am Tor |
"""

_TOPICS = """\
- kennung: begegnung
  titel: Begegnung
  worum-es-geht: Wo Menschen sich treffen.
"""

PROJECT: dict[str, str] = {
    ARTICLE: _ARTICLE,
    PROFILE: _PROFILE,
    METHOD: _METHOD,
    HELP: _HELP,
    "docs/kommunen/index.md": "---\ntitel: Kommunen\nkurz: Alle.\n---\n\n## Wo sie liegen\n\nHier.\n",
    "docs/methoden/material/einladung.md": "---\ntitel: Einladung\nkurz: Blatt.\nmethode: world-cafe\n---\n\nJa.\n",
    TOPICS_FILE: _TOPICS,
}


TODAY = "2026-11-28"


def surroundings() -> Surroundings:
    """Return the start page, one picture and the catalogue that the compiler's tests use."""
    catalogue = compile_questionnaire(read_folder(QUESTIONNAIRE)).catalogue
    assert catalogue
    return Surroundings(frozenset({"index.md", "bilder/tor.jpg"}), catalogue, today=TODAY)


def encoded(texts: dict[str, str]) -> dict[str, bytes]:
    return {file: text.encode() for file, text in texts.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a front matter; `path` leads to its key, `depth` is its indentation."""

    text: str
    path: tuple[str, ...]
    depth: int
    kind: Kind
    required: bool = True

    @property
    def key(self) -> str:
        return self.path[-1]


def front_matter(record: Record, path: tuple[str, ...] = (), depth: int = 0) -> Iterator[Line]:
    """Write one line or more for every key of a table, each with a value that is right."""
    for key in record.keys:
        own, margin = (*path, key.name), " " * depth
        yield Line(f"{margin}{key.name}: {_inline(key.kind)}".rstrip(), own, depth, key.kind, key.required)
        match key.kind:
            case Record():
                yield from front_matter(key.kind, own, depth + 2)
            case ListOf(Record() as below):
                first, *rest = front_matter(below, own, depth + 4)
                yield Line(f"{margin}  - {first.text.strip()}", first.path, depth + 2, first.kind, first.required)
                yield from rest
            case ListOf(kind):
                yield Line(f"{margin}  - {_inline(kind)}", (*own, "0"), depth + 2, kind)
            case MapOf():
                yield Line(f"{margin}  {NAME}: {NAME}", (*own, "0"), depth + 2, key.kind.value)


def _inline(kind: Kind) -> str:
    match kind:
        case Record() | ListOf() | MapOf():
            return ""
        case Choice():
            return kind.words[0][0]
        case Integer():
            return str(kind.least)
        case Decimal():
            return f"{kind.least}.5"
    examples = {Slug: NAME, Date: "2026-11-22", Digits: '"01003000"', Minutes: '"20–30"', Website: "example.org"}
    return {**examples, WebAddress: "https://example.org/x"}.get(type(kind), "Ein Text")


def file_of(kind: type[Item]) -> str:
    """Where a text of this kind lies."""
    if kind is Introduction:
        return "docs/methoden/index.md"
    return f"{next(folder.source for folder in FOLDERS if folder.kind is kind)}/{NAME}.md"


def as_file(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---", BODY])


def written_from_the_tables() -> dict[str, str]:
    """One text of each kind with every key, and a topic that they name: a project without findings."""
    texts = {file_of(kind): as_file([line.text for line in front_matter(table)]) for kind, table in TABLES.items()}
    return {**texts, TOPICS_FILE: f"- kennung: {NAME}\n  titel: Ein Text\n  worum-es-geht: Ein Text\n"}
