"""From a file's bytes to text: UTF-8, line ends `\\n`, no character that one cannot see, no tab that indents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editorial.findings import Finding, Place, Severity
from editorial.rules import ReadingRule

MAX_BYTES = 256 * 1024

# What YAML does not allow, and what an eye does not see: control characters, direction marks, other line separators.
_STRANGE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)
_INDENTING_TAB = re.compile(r"^ *\t[ \t]*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as text, None where it is none or holds what nobody sees, and the findings."""

    text: str | None
    findings: tuple[Finding, ...]


def read_text(file: str, data: bytes) -> SourceText:
    """Read a file that holds YAML or something beside it: UTF-8, line ends `\\n`, no character one cannot see."""
    refusal = _refusal(file, data)
    if refusal:
        return SourceText(None, (refusal,))
    written = data.decode("utf-8")
    text = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    habits = tuple(_habits(file, written))
    strange = tuple(_strange_characters(file, text))
    return SourceText(None if strange else text, habits + strange)


def strange_character(text: str) -> str | None:
    """Return the code of the first character that nobody sees, such as "U+200B", None where there is none."""
    found = _STRANGE.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def _refusal(file: str, data: bytes) -> Finding | None:
    if len(data) > MAX_BYTES:
        message = f"Die Datei ist größer als {MAX_BYTES // 1024} KiB und wird deshalb nicht gelesen."
        remedy = "Prüfen Sie, ob hier versehentlich etwas anderes gespeichert wurde."
        return Finding(ReadingRule.TOO_LARGE, Place(file), message, remedy)
    if b"\0" in data:
        remedy = "Speichern Sie die Datei im Editor neu, als reinen Text mit der Kodierung „UTF-8“."
        return Finding(
            ReadingRule.BINARY, _place_of_byte(file, data, data.index(b"\0")), "Das ist keine Textdatei.", remedy
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = "Ab hier ist die Datei nicht in UTF-8 gespeichert. Umlaute gingen verloren."
        remedy = "Speichern Sie die Datei im Editor mit der Kodierung „UTF-8“."
        return Finding(ReadingRule.NOT_UTF8, _place_of_byte(file, data, error.start), message, remedy)
    return None


def _habits(file: str, written: str) -> Iterator[Finding]:
    """Yield what some editors do by themselves and what the reader can put right."""
    if written.startswith("\ufeff"):
        message = "Am Anfang der Datei steht ein unsichtbares Zeichen (Byte-Reihenfolge-Marke)."
        remedy = "Speichern Sie die Datei als „UTF-8“ und nicht als „UTF-8 mit BOM“."
        yield Finding(ReadingRule.BYTE_ORDER_MARK, Place(file), message, remedy, Severity.WARNING)
    if "\r" in written:
        place = Place(file, written.count("\n", 0, written.index("\r")) + 1)
        message = "Die Datei hat Zeilenenden, wie Windows sie schreibt."
        remedy = "Stellen Sie im Editor die Zeilenenden auf „LF“ um. Sonst sieht die ganze Datei wie geändert aus."
        yield Finding(ReadingRule.WINDOWS_LINE_ENDS, place, message, remedy, Severity.WARNING)


def _strange_characters(file: str, text: str) -> Iterator[Finding]:
    found = list(_STRANGE.finditer(text))
    if found:
        code = f"U+{ord(found[0].group()):04X}"
        message = f"Hier steht ein Zeichen, das man nicht sieht ({code}){elsewhere(len(found) - 1)}."
        remedy = "Löschen Sie die Stelle und tippen Sie den Text neu ein. Solche Zeichen kommen oft beim Kopieren mit."
        yield Finding(ReadingRule.STRANGE_CHARACTER, place_of_character(file, text, found[0].start()), message, remedy)


def indenting_tabs(file: str, text: str) -> Iterator[Finding]:
    """Yield a finding where lines are indented with tabs, which YAML does not allow."""
    found = list(_INDENTING_TAB.finditer(text))
    if found:
        place = place_of_character(file, text, text.index("\t", found[0].start()))
        message = (
            f"Diese Zeile ist mit einem Tabulator eingerückt{elsewhere(len(found) - 1)}. YAML erlaubt nur Leerzeichen."
        )
        remedy = "Ersetzen Sie jeden Tabulator am Zeilenanfang durch Leerzeichen, zwei für jede Ebene."
        yield Finding(ReadingRule.TAB, place, message, remedy)


def elsewhere(times: int) -> str:
    """Return the words that count further places of the same fault."""
    return (
        f", ebenso an {times} weiteren Stellen" if times > 1 else ", ebenso an einer weiteren Stelle" if times else ""
    )


def _place_of_byte(file: str, data: bytes, offset: int) -> Place:
    before = data[:offset].decode("utf-8", errors="replace")
    return place_of_character(file, before, len(before))


def place_of_character(file: str, text: str, offset: int) -> Place:
    """Return the line and column of a character of a text."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
