"""What stands in the sample that docs/mitwirken/text-schreiben.md gives to copy, and is to be replaced.

A test holds it against that page.
"""

from collections.abc import Mapping

SAMPLE_VALUES: Mapping[str, str] = {
    "titel": "Gespräch am Gartenzaun",
    "kurz": "Wie ein kurzes Gespräch beginnt und was Sie dafür vorbereiten.",
    "nutzen": (
        "Integrationsbeauftragte finden einen einfachen Anlass für Gespräche. "
        "Wohnungsunternehmen sehen, was sie beitragen können."
    ),
}
SAMPLE_LINES = frozenset(
    {
        "Der erste Absatz sagt das Wichtigste.",
        "## Eine Überschrift",
        "Beschreiben Sie, was geschah, wo und wann. Zu jeder Tatsache gehört eine Quelle.",
        "Sagen Sie, was nicht belegt oder umstritten ist.",
        "- Titel des Textes, wer ihn veröffentlicht hat, Datum. [Meldung bei example.org](https://example.org/meldung)",
        "Nennen Sie eine Sache, die in einer Woche gelingt, zum Beispiel einen "
        "[Dialogspaziergang](../methoden/dialogspaziergang.md).",
    }
)
