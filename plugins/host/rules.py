"""The slugs of what is found only where questionnaire and texts come together in a site."""

from enum import StrEnum


class SiteRule(StrEnum):
    """The slugs of findings about pages. They are permanent: editors search for them."""

    UNKNOWN_BLOCK = "unbekannter-baustein"
    FORBIDDEN_CONTENT = "unerlaubter-inhalt"
    FORBIDDEN_FILE = "unerlaubte-datei"
