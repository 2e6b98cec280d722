"""What stands in a front matter, in the questionnaire or in mkdocs.yml is plain text: no HTML in any value."""

import re
from collections.abc import Iterator, Mapping

from editorial.findings import Finding, Place, excerpt
from knowledge_base.texts.rules import TextRule

_TAG = re.compile(r"<[a-zA-Z/!?][^>\n]*>?")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n.*?(?:\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))", re.DOTALL)
_YAML = (".yaml", ".yml")


def check_values(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield a finding for all HTML in YAML files and in what stands before a text; path in the project → content."""
    for file, data in files.items():
        text = data.decode("utf-8", errors="replace")
        front = _FRONT.match(text)
        written = text if file.endswith(_YAML) else front.group() if front else ""
        for number, line in enumerate(written.splitlines(), 1):
            for found in _TAG.finditer(line if not line.lstrip().startswith("#") else ""):
                yield Finding(
                    TextRule.RAW_HTML,
                    Place(file, number, found.start() + 1),
                    f"Hier steht HTML: {excerpt(found.group())}.",
                    "Schreiben Sie den Wert als reinen Text, ohne „<“ vor einem Buchstaben.",
                )
