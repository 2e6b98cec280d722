"""What the YAML reader finds wrong with a file, said to an editor: their line, the likely cause and the remedy."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from editorial.findings import Finding, Place, excerpt
from editorial.lookalikes import typographic_beginning, typographic_end, typographic_quotes
from editorial.rules import ReadingRule

_BARE_KEY = re.compile(r"\s*(- +)*[\w-]+\s*")
_TEXT_AFTER_QUOTE = re.compile(r"""(^|[:\-\[,]) *("[^"]*"|'[^']*') *$""")
_QUOTE_IT = "Soll das Zeichen zum Text gehören, setzen Sie den ganzen Text in einfache Anführungszeichen: '…'."


@dataclass(frozen=True, slots=True)
class Complaint:
    """The reader's complaint: its English words, where it noticed, where what it was reading began, and both lines."""

    words: str
    noticed: Place
    line: str
    began: Place
    first_line: str

    @property
    def before(self) -> str:
        """What stands on the line before the place where the reader noticed."""
        return self.line[: self.noticed.column - 1]

    @property
    def quoted(self) -> str:
        """The editor's line near the place where the reader noticed."""
        return excerpt(self.line, around=self.noticed.column)

    @property
    def beginning(self) -> str:
        """The editor's line near the place where the reader began."""
        return excerpt(self.first_line, around=self.began.column)


def syntax_finding(complaint: Complaint) -> Finding:
    """Return the finding for what keeps a file from being YAML at all."""
    typed = typographic_beginning(complaint.first_line)
    if typed is not None and complaint.began.line == complaint.noticed.line:
        place = Place(complaint.began.file, complaint.began.line, typed + 1)
        return typographic_quotes(place, complaint.first_line[typed:].rstrip())
    for needle, explain in _EXPLANATIONS:
        if needle in complaint.words:
            return explain(complaint)
    message = f"Diese Zeile lässt sich nicht lesen: {complaint.quoted} (der Leser meldet: {complaint.words})."
    remedy = "Vergleichen Sie die Zeile und die Zeile darüber mit einer Stelle, die funktioniert."
    return Finding(ReadingRule.YAML_OTHER, complaint.noticed, message, remedy)


def _colon(complaint: Complaint) -> Finding:
    if _BARE_KEY.fullmatch(complaint.before):
        return _indent(complaint)
    message = f"Ein Doppelpunkt mitten im Text wird als neuer Schlüssel gelesen: {complaint.quoted}."
    remedy = 'Setzen Sie den ganzen Text in Anführungszeichen, zum Beispiel: text: "Das gilt: immer".'
    return Finding(ReadingRule.YAML_COLON, complaint.noticed, message, remedy)


def _no_colon(complaint: Complaint) -> Finding:
    message = f"Hier fehlt ein Doppelpunkt, oder der Text von oben geht ohne Einrückung weiter: {complaint.beginning}."
    remedy = (
        "Schreiben Sie nach dem Schlüssel einen Doppelpunkt und ein Leerzeichen. Fortgesetzter Text wird eingerückt."
    )
    return Finding(ReadingRule.YAML_COLON, complaint.began, message, remedy)


def _indent(complaint: Complaint) -> Finding:
    message = f"Diese Zeile passt nicht zu den Zeilen darüber: {complaint.quoted}."
    remedy = (
        "Prüfen Sie die Einrückung: Was zusammengehört, beginnt in derselben Spalte. "
        "Prüfen Sie auch, ob in der Zeile darüber ein Doppelpunkt oder ein Anführungszeichen fehlt."
    )
    return Finding(ReadingRule.YAML_INDENT, complaint.noticed, message, remedy)


def _block_end(complaint: Complaint) -> Finding:
    return _text_after_quote(complaint) if _TEXT_AFTER_QUOTE.search(complaint.before) else _indent(complaint)


def _list_item(complaint: Complaint) -> Finding:
    message = f"Ein Spiegelstrich steht hier an einer Stelle, an der keine Liste beginnen kann: {complaint.quoted}."
    remedy = (
        "Beginnen Sie die Liste in einer neuen Zeile. Beginnt ein Text mit „-“, setzen Sie ihn in Anführungszeichen."
    )
    return Finding(ReadingRule.YAML_INDENT, complaint.noticed, message, remedy)


def _text_after_quote(complaint: Complaint) -> Finding:
    message = f"Nach dem schließenden Anführungszeichen geht der Text weiter: {complaint.quoted}."
    remedy = "Setzen Sie den ganzen Text in einfache Anführungszeichen ('…') oder verwenden Sie im Text „ und “."
    return Finding(ReadingRule.YAML_QUOTE, complaint.noticed, message, remedy)


def _open_quote(complaint: Complaint) -> Finding:
    if typographic_end(complaint.first_line):
        return typographic_quotes(complaint.began, complaint.first_line[complaint.began.column - 1 :].rstrip(" ,]}"))
    message = f"Das Anführungszeichen, das hier beginnt, wird nirgends geschlossen: {complaint.beginning}."
    remedy = "Ergänzen Sie am Ende des Textes dasselbe Anführungszeichen."
    return Finding(ReadingRule.YAML_QUOTE, complaint.began, message, remedy)


def _backslash(complaint: Complaint) -> Finding:
    message = f"Der Rückstrich (\\) hat in doppelten Anführungszeichen eine besondere Bedeutung: {complaint.quoted}."
    remedy = "Setzen Sie den Text in einfache Anführungszeichen: '…'."
    return Finding(ReadingRule.YAML_QUOTE, complaint.noticed, message, remedy)


def _tab(complaint: Complaint) -> Finding:
    message = f"Hier steht ein Tabulator: {complaint.quoted}. YAML erlaubt an dieser Stelle nur Leerzeichen."
    return Finding(ReadingRule.TAB, complaint.noticed, message, "Ersetzen Sie den Tabulator durch ein Leerzeichen.")


def _character(complaint: Complaint) -> Finding:
    sign = complaint.line[complaint.noticed.column - 1 : complaint.noticed.column]
    message = f"Mit dem Zeichen „{sign}“ kann hier kein Text beginnen: {complaint.quoted}."
    return Finding(ReadingRule.YAML_CHARACTER, complaint.noticed, message, _QUOTE_IT)


def _block_scalar(complaint: Complaint) -> Finding:
    message = f"Die Zeichen „|“ und „>“ haben am Anfang eine besondere Bedeutung: {complaint.quoted}."
    return Finding(ReadingRule.YAML_CHARACTER, complaint.noticed, message, _QUOTE_IT)


def _bracket(complaint: Complaint) -> Finding:
    message = (
        f"Hier fehlt die schließende Klammer, oder zwischen zwei Einträgen fehlt ein Komma: {complaint.beginning}."
    )
    remedy = "Schließen Sie die Klammer am Ende und trennen Sie die Einträge mit Kommas: [Hauptamt, Sozialamt]."
    return Finding(ReadingRule.YAML_BRACKET, complaint.began, message, remedy)


def _anchor(complaint: Complaint) -> Finding:
    message = f"Die Zeichen „&“ und „*“ haben am Anfang eine besondere Bedeutung: {complaint.quoted}."
    return Finding(ReadingRule.ANCHOR, complaint.noticed, message, _QUOTE_IT)


def _tag(complaint: Complaint) -> Finding:
    message = f"Das Zeichen „!“ hat am Anfang eine besondere Bedeutung: {complaint.quoted}."
    return Finding(ReadingRule.TAG, complaint.noticed, message, _QUOTE_IT)


# The first that fits counts. The words are PyYAML's; a newer release that words them anew ends in the general message.
_EXPLANATIONS: tuple[tuple[str, Callable[[Complaint], Finding]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("found unknown escape character", _backslash),
    ("while scanning a quoted scalar", _open_quote),
    ("character '\\t' that cannot start", _tab),
    ("that cannot start any token", _character),
    ("while scanning a block scalar", _block_scalar),
    ("while scanning an anchor", _anchor),
    ("while scanning an alias", _anchor),
    ("while scanning a tag", _tag),
    ("while parsing a tag", _tag),
    ("while parsing a node found undefined tag", _tag),
    ("while parsing a flow", _bracket),
    ("sequence entries are not allowed", _list_item),
    ("expected <block end>", _block_end),
)
