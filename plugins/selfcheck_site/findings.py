"""Findings: what an editor can mend, with the place, the cause and the remedy, all in German."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

EXCERPT_LENGTH = 70


class Rule(StrEnum):
    """The slugs of all findings in questionnaire and texts. They are permanent: editors search for them."""

    # The file
    CATALOGUE_MISSING = "katalog-fehlt"
    TOO_LARGE = "datei-zu-gross"
    BINARY = "binaerdatei"
    NOT_UTF8 = "kein-utf8"
    BYTE_ORDER_MARK = "bom-am-anfang"
    WINDOWS_LINE_ENDS = "windows-zeilenenden"
    STRANGE_CHARACTER = "unzulaessiges-zeichen"
    TAB = "tabulator"
    EMPTY_FILE = "leere-datei"
    # YAML as such
    YAML_COLON = "yaml-doppelpunkt"
    YAML_INDENT = "yaml-einrueckung"
    YAML_QUOTE = "yaml-anfuehrungszeichen"
    YAML_CHARACTER = "yaml-sonderzeichen"
    YAML_BRACKET = "yaml-klammer"
    YAML_OTHER = "yaml-fehler"
    # YAML that we do not use
    TOO_DEEP = "zu-tief-verschachtelt"
    TOO_MANY_NODES = "zu-viele-angaben"
    ANCHOR = "anker-und-verweise"
    TAG = "typangabe"
    HASH_IN_TEXT = "raute-im-text"
    SEVERAL_DOCUMENTS = "mehrere-dokumente"
    KEY_NOT_TEXT = "schluessel-kein-text"
    DOUBLED_KEY = "doppelter-schluessel"
    # The field tables
    UNKNOWN_KEY = "unbekannter-schluessel"
    MISSING_KEY = "fehlender-schluessel"
    EMPTY_VALUE = "leerer-wert"
    WRONG_KIND = "falsche-art"
    INVALID_CHOICE = "ungueltige-auswahl"
    INVALID_SLUG = "ungueltige-kennung"
    INVALID_NUMBER = "ungueltige-zahl"
    INVALID_PATH = "ungueltiger-verweis"
    # The questionnaire as a whole
    DOUBLED_ID = "doppelte-kennung"
    DOUBLED_ITEM = "doppelter-eintrag"
    RESERVED_ID = "reservierte-kennung"
    FILE_NAME = "kennung-und-dateiname"
    FIELD_WITHOUT_FILE = "feld-ohne-datei"
    FILE_WITHOUT_FIELD = "datei-ohne-eintrag"
    RUNG_COUNT = "stufen-zahl"
    SUGGESTION_COUNT = "anregungen-zahl"
    DIMENSION_MISSING = "dimension-fehlt"
    SHORT_FORM_MISSING = "kurzform-fehlt"
    UNKNOWN_MUNICIPALITY_TYPE = "unbekannter-kommunentyp"
    LEVEL_ORDER = "reifegrade-reihenfolge"
    LIMITS = "grenzen"
    WEIGHT = "gewicht-nicht-positiv"
    # The wording
    DOUBLE_QUESTION = "doppelfrage"
    MISSING_REASON = "fehlende-begruendung"
    SIMILAR_RUNGS = "stufen-kaum-verschieden"
    LONG_SENTENCE = "langer-satz"
    # What leads nowhere
    SUGGESTION_WITHOUT_TRIGGER = "anregung-ohne-ausloeser"
    TRIGGER_WITHOUT_SUGGESTION = "stufe-ohne-anregung"
    THEME_WITHOUT_PRACTICE = "thema-ohne-praxis"
    WEIGHT_WITHOUT_REASON = "gewicht-ohne-begruendung"
    DEAD_REFERENCE = "toter-verweis"
    # What changed from version to version
    REUSED_ID = "kennung-wiederverwendet"
    UNKNOWN_TARGET = "unbekanntes-ziel"
    VERSION_ORDER = "fassungen-reihenfolge"
    RUNG_MAPPING = "stufen-zuordnung"
    # The texts of the platform (Texte der Plattform)
    FRONT_MATTER_MISSING = "vorspann-fehlt"
    MISPLACED_FILE = "datei-am-falschen-ort"
    INVALID_FILE_NAME = "ungueltiger-dateiname"
    TOPICS_MISSING = "schlagworte-fehlen"
    INVALID_DATE = "ungueltiges-datum"
    INVALID_ADDRESS = "ungueltige-adresse"
    UNKNOWN_REFERENCE = "unbekannter-verweis"
    RANGE_ORDER = "spanne-verkehrt"
    KEY_OF_TYPE = "schluessel-passt-nicht"
    TITLE_TOO_LONG = "titel-zu-lang"
    SUMMARY_TOO_LONG = "kurztext-zu-lang"
    SECTION_MISSING = "abschnitt-fehlt"
    TOP_HEADING = "ueberschrift-erster-ordnung"
    RAW_HTML = "roher-html"
    DEAD_LINK = "toter-link"
    INSECURE_LINK = "unsicherer-link"
    IMAGE_WITHOUT_ALT = "bild-ohne-alternativtext"
    FOREIGN_IMAGE = "fremdes-bild"


class Severity(StrEnum):
    """An error keeps a catalogue or site from being built, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source file; line and column count from 1.

    The path is relative to the questionnaire's folder or, in a text of the platform, to the project's.
    """

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor can mend; message and remedy are German sentences."""

    slug: str
    place: Place
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as editors meet them: by file, line and column, those of one place by slug."""
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.slug)))


def as_text(finding: Finding, folder: str = "") -> str:
    """Two lines for the terminal; `folder` is put before the file so that the place can be opened."""
    place = finding.place
    word = "Fehler" if finding.severity is Severity.ERROR else "Warnung"
    start = f"{_path(place, folder)}:{place.line}:{place.column}: {word} [{finding.slug}]"
    return f"{_visible(f'{start} {finding.message}')}\n    Abhilfe: {_visible(finding.remedy)}"


def as_github(finding: Finding, folder: str = "") -> str:
    """One workflow command that GitHub shows beside the line of a pull request."""
    place = finding.place
    properties = {"file": _path(place, folder), "line": place.line, "col": place.column, "title": finding.slug}
    listed = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items())
    text = _escape(f"{finding.message}\nAbhilfe: {finding.remedy}")
    return f"::{finding.severity} {listed}::{text}"


def excerpt(text: str, around: int = 0) -> str:
    """Quote the editor's own words in German quotes, on one line, shortened to what stands near position `around`."""
    start = max(0, around - EXCERPT_LENGTH // 2) if len(text) > EXCERPT_LENGTH else 0
    part = " ".join(text[start : start + EXCERPT_LENGTH].split())
    before, after = "… " if start else "", " …" if start + EXCERPT_LENGTH < len(text) else ""
    return f"„{before}{part}{after}“"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a misspelt one, or None where none is near."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.7)
    return by_lower[near[0]] if near else None


def listing(words: Iterable[str]) -> str:
    """Enumerate in German the words that are allowed: „a“, „b“ oder „c“."""
    quoted = [f"„{word}“" for word in words]
    return " oder ".join(part for part in (", ".join(quoted[:-1]), quoted[-1]) if part)


def _path(place: Place, folder: str) -> str:
    return f"{folder.rstrip('/')}/{place.file}" if folder else place.file


def _visible(text: str) -> str:
    """Control characters of a file name must not steer the terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
