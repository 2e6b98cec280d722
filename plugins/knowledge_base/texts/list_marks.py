"""Lists in the Markdown of a text whose dash is followed by something that only looks like a space."""

import re
from collections.abc import Iterator

from editorial.encoding import elsewhere, place_of_character
from editorial.findings import Finding, Place, excerpt
from editorial.lookalikes import ODD_SPACE
from editorial.rules import ReadingRule

_DASH = re.compile(rf"^ *[-*+](?P<space>{ODD_SPACE.pattern})", re.MULTILINE)
_FENCED = re.compile(r"^(?P<fence>~{3,}|`{3,}).*?^(?P=fence)", re.MULTILINE | re.DOTALL)


def odd_list_marks(file: str, text: str, lines_above: int) -> Iterator[Finding]:
    """Yield a finding for the first such dash of a body; `lines_above` is how many lines of the file stand above it."""
    fenced = [match.span() for match in _FENCED.finditer(text)] if ODD_SPACE.search(text) else []
    dashes = [match.start("space") for match in _DASH.finditer(text) if ODD_SPACE.search(match["space"])]
    found = [offset for offset in dashes if not any(start < offset < end for start, end in fenced)]
    if found:
        at = place_of_character(file, text, found[0])
        place = Place(file, at.line + lines_above, at.column)
        code = f"U+{ord(text[found[0]]):04X}"
        line = text.split("\n")[at.line - 1]
        message = (
            f"Hinter dem Spiegelstrich steht ein geschütztes Leerzeichen ({code}): "
            f"{excerpt(line)}{elsewhere(len(found) - 1)}. So wird daraus keine Liste."
        )
        remedy = "Löschen Sie das Zeichen und drücken Sie die Leertaste. Beim Kopieren kommt es oft mit."
        yield Finding(ReadingRule.ODD_SPACE, place, message, remedy)
