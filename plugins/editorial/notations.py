"""Reads texts that have a notation: dates, whole and decimal numbers, keys of digits, addresses."""

import datetime
import re
from fractions import Fraction

from editorial.findings import Finding, Place, excerpt
from editorial.rules import ReadingRule
from editorial.values import Date, Decimal, Digits, Integer, Minutes, Notation, WebAddress, Website

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_INTEGER = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"[0-9]{1,4}(\.[0-9]{1,9})?")
_MINUTES = re.compile(r"(?P<low>[1-9][0-9]{0,3})(–(?P<high>[1-9][0-9]{0,3}))?")
_WEBSITE = re.compile(
    r"[a-z0-9äöüß](?:[a-z0-9äöüß-]*[a-z0-9äöüß])?(?:\.[a-z0-9äöüß-]+)*\.[a-z]{2,}(?:/[A-Za-z0-9._~-]+)*"
)
_WEB_ADDRESS = re.compile(r"https://[^\s/?#<>\"'\\@:]+\.[a-zA-Z]{2,}(:[0-9]+)?([/?#][^\s<>\"'\\]*)?")


def read_notation(place: Place, text: str, kind: Notation) -> str | int | Finding:
    """Return the content, or the finding that says how it has to be written."""
    if not _fits(text, kind):
        return _rejection(place, text, kind)
    return int(text) if isinstance(kind, Integer) else text


def _fits(text: str, kind: Notation) -> bool:
    match kind:
        case Date():
            fits = _is_date(text, kind)
        case Integer():
            fits = bool(_INTEGER.fullmatch(text)) and kind.least <= int(text) <= kind.most
        case Decimal():
            fits = bool(_DECIMAL.fullmatch(text)) and kind.least <= Fraction(text) <= kind.most
        case Digits():
            fits = text.isascii() and text.isdecimal() and len(text) in kind.lengths
        case Minutes():
            fits = _is_minutes(text)
        case WebAddress():
            fits = bool(_WEB_ADDRESS.fullmatch(text))
        case Website():
            fits = bool(_WEBSITE.fullmatch(text))
    return fits


def _rejection(place: Place, text: str, kind: Notation) -> Finding:
    match kind:
        case Date():
            finding = _invalid_date(place, text, kind)
        case Integer():
            finding = _invalid_integer(place, text, kind)
        case Decimal():
            finding = _invalid_decimal(place, text, kind)
        case Digits():
            finding = _invalid_digits(place, text, kind)
        case Minutes():
            finding = _invalid_minutes(place, text)
        case WebAddress():
            finding = _invalid_address(place, text)
        case Website():
            finding = _invalid_website(place, text)
    return finding


def _is_date(text: str, kind: Date) -> bool:
    if not (_PARTIAL if kind.partial else _DAY).fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _is_minutes(text: str) -> bool:
    found = _MINUTES.fullmatch(text)
    return found is not None and (found["high"] is None or int(found["low"]) < int(found["high"]))


def _invalid_date(place: Place, text: str, kind: Date) -> Finding:
    shorter = (
        " Ist der Tag nicht bekannt, genügen Jahr und Monat (2026-11) oder das Jahr (2026)." if kind.partial else ""
    )
    remedy = f"Schreiben Sie Jahr, Monat und Tag mit Bindestrichen, zum Beispiel 2026-11-22.{shorter}"
    return Finding(ReadingRule.INVALID_DATE, place, f"{excerpt(text)} ist kein gültiges Datum.", remedy)


def _invalid_integer(place: Place, text: str, kind: Integer) -> Finding:
    message = f"{excerpt(text)} ist keine ganze Zahl von {kind.least} bis {kind.most}."
    remedy = "Schreiben Sie nur Ziffern, ohne Punkt, Komma und Einheit."
    return Finding(ReadingRule.INVALID_NUMBER, place, message, remedy)


def _invalid_decimal(place: Place, text: str, kind: Decimal) -> Finding:
    message = f"{excerpt(text)} ist keine Zahl von {kind.least} bis {kind.most}."
    remedy = f"Schreiben Sie Ziffern mit einem Punkt statt eines Kommas, zum Beispiel {kind.least}.25."
    return Finding(ReadingRule.INVALID_NUMBER, place, message, remedy)


def _invalid_digits(place: Place, text: str, kind: Digits) -> Finding:
    lengths = " oder ".join(str(length) for length in kind.lengths)
    message = f"{excerpt(text)} besteht nicht aus {lengths} Ziffern."
    remedy = "Schreiben Sie alle Ziffern, auch Nullen am Anfang, in Anführungszeichen und ohne Leerzeichen."
    return Finding(ReadingRule.INVALID_NUMBER, place, message, remedy)


def _invalid_minutes(place: Place, text: str) -> Finding:
    message = f"{excerpt(text)} ist keine Dauer in Minuten."
    remedy = 'Schreiben Sie eine ganze Zahl oder eine Spanne mit Halbgeviertstrich: "15" oder "20–30".'
    return Finding(ReadingRule.INVALID_NUMBER, place, message, remedy)


def _invalid_address(place: Place, text: str) -> Finding:
    if _WEB_ADDRESS.fullmatch(f"https{text.removeprefix('http')}") and text.startswith("http:"):
        return insecure_link(place, text)
    message = f"{excerpt(text)} ist keine vollständige Webadresse."
    remedy = "Kopieren Sie die Adresse aus dem Browser. Sie beginnt mit „https://“ und enthält keine Leerzeichen."
    return Finding(ReadingRule.INVALID_ADDRESS, place, message, remedy)


def insecure_link(place: Place, address: str) -> Finding:
    """Return the finding for an address that a browser opens without encryption."""
    message = f"Die Adresse {excerpt(address)} beginnt mit „http://“ und wird unverschlüsselt geöffnet."
    remedy = "Schreiben Sie „https://“ und prüfen Sie, ob sich die Seite öffnet. Sonst nennen Sie die Quelle ohne Link."
    return Finding(ReadingRule.INSECURE_LINK, place, message, remedy)


def _invalid_website(place: Place, text: str) -> Finding:
    message = f"{excerpt(text)} ist kein Name einer Website."
    remedy = (
        "Schreiben Sie den Namen ohne „https://“ und ohne „/“ am Ende, zum Beispiel „dessau-rosslau.de“. "
        "Hat die Kommune nur einen Teil einer Website, gehört der Pfad dazu: „hamburg.de/altona“."
    )
    return Finding(ReadingRule.INVALID_ADDRESS, place, message, remedy)
