"""The slugs of what can be wrong with a questionnaire."""

from enum import StrEnum


class QuestionnaireRule(StrEnum):
    """The slugs of findings about a questionnaire. They are permanent: editors search for them."""

    # The folder
    CATALOGUE_MISSING = "katalog-fehlt"
    WRONG_ENDING = "falsche-endung"
    UNREADABLE_EXAMPLE = "beispiel-nicht-lesbar"
    # The questionnaire as a whole
    RESERVED_ID = "reservierte-kennung"
    FILE_NAME = "kennung-und-dateiname"
    FIELD_WITHOUT_FILE = "feld-ohne-datei"
    FILE_WITHOUT_FIELD = "datei-ohne-eintrag"
    RUNG_COUNT = "stufen-zahl"
    SUGGESTION_COUNT = "anregungen-zahl"
    DIMENSION_MISSING = "dimension-fehlt"
    SHORT_FORM_MISSING = "kurzform-fehlt"
    SHORT_FORM_SIZE = "kurzform-umfang"
    UNKNOWN_MUNICIPALITY_TYPE = "unbekannter-kommunentyp"
    LEVEL_ORDER = "reifegrade-reihenfolge"
    LIMITS = "grenzen"
    WEIGHT = "gewicht-nicht-positiv"
    # The question sets
    UNKNOWN_REFERENCE = "unbekannter-bezug"
    SET_SIZE = "fragensatz-umfang"
    THEME_WITHOUT_MIRROR = "thema-ohne-spiegel"
    # The wording
    DOUBLE_QUESTION = "doppelfrage"
    MISSING_REASON = "fehlende-begruendung"
    SIMILAR_RUNGS = "stufen-kaum-verschieden"
    LONG_SENTENCE = "langer-satz"
    AVOIDED_WORD = "gemiedenes-wort"
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
