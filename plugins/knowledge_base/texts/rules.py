"""The slugs of what can be wrong with the texts."""

from enum import StrEnum


class TextRule(StrEnum):
    """The slugs of findings about texts. They are permanent: editors search for them."""

    FRONT_MATTER_MISSING = "vorspann-fehlt"
    MISPLACED_FILE = "datei-am-falschen-ort"
    INVALID_FILE_NAME = "ungueltiger-dateiname"
    TOPICS_MISSING = "schlagworte-fehlen"
    UNKNOWN_REFERENCE = "unbekannter-verweis"
    RANGE_ORDER = "spanne-verkehrt"
    FUTURE_DAY = "datum-in-der-zukunft"
    KEY_OF_TYPE = "schluessel-passt-nicht"
    TITLE_TOO_LONG = "titel-zu-lang"
    SUMMARY_TOO_LONG = "kurztext-zu-lang"
    SAMPLE_LEFT = "muster-unveraendert"
    SECTION_MISSING = "abschnitt-fehlt"
    TOP_HEADING = "ueberschrift-erster-ordnung"
    LIST_WITHOUT_SPACE = "liste-ohne-leerzeile"
    RAW_HTML = "roher-html"
    TABLE_WITHOUT_CAPTION = "tabelle-ohne-namen"
    DEAD_LINK = "toter-link"
    IMAGE_MISSING = "bild-fehlt"
    IMAGE_WITHOUT_ALT = "bild-ohne-alternativtext"
    FOREIGN_IMAGE = "fremdes-bild"
