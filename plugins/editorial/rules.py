"""The slugs of what can be wrong with any file of an editor."""

from enum import StrEnum


class ReadingRule(StrEnum):
    """The slugs of findings about how a file is written. They are permanent: editors search for them."""

    # The file
    TOO_LARGE = "datei-zu-gross"
    BINARY = "binaerdatei"
    NOT_UTF8 = "kein-utf8"
    BYTE_ORDER_MARK = "bom-am-anfang"
    WINDOWS_LINE_ENDS = "windows-zeilenenden"
    STRANGE_CHARACTER = "unzulaessiges-zeichen"
    ODD_SPACE = "geschuetztes-leerzeichen"
    TAB = "tabulator"
    EMPTY_FILE = "leere-datei"
    # YAML as such
    YAML_COLON = "yaml-doppelpunkt"
    YAML_INDENT = "yaml-einrueckung"
    YAML_QUOTE = "yaml-anfuehrungszeichen"
    TYPOGRAPHIC_QUOTES = "typografische-anfuehrungszeichen"
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
    # The tables of keys
    UNKNOWN_KEY = "unbekannter-schluessel"
    MISSING_KEY = "fehlender-schluessel"
    EMPTY_VALUE = "leerer-wert"
    WRONG_KIND = "falsche-art"
    INVALID_CHOICE = "ungueltige-auswahl"
    INVALID_SLUG = "ungueltige-kennung"
    INVALID_NUMBER = "ungueltige-zahl"
    INVALID_PATH = "ungueltiger-verweis"
    # Notations
    INVALID_DATE = "ungueltiges-datum"
    INVALID_ADDRESS = "ungueltige-adresse"
    INSECURE_LINK = "unsicherer-link"
    # Lists
    DOUBLED_ID = "doppelte-kennung"
    DOUBLED_ITEM = "doppelter-eintrag"
