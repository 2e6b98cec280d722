"""The order in which a German list is read."""

import re
import unicodedata


def sort_key(text: str) -> str:
    """Return the text as a German list is sorted (DIN 5007-1): ä as a, ß as ss, without quotes, cases alike."""
    plain = unicodedata.normalize("NFD", text.lower().replace("ß", "ss"))
    return re.sub(r"[^\w ]", "", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip()
