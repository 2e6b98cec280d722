"""What ends up on paper."""

import unicodedata

from playwright.sync_api import Page
from pypdfium2 import PdfDocument, PdfPage


def printed(page: Page) -> str:
    """Print the page on A4 as the browser's dialog would, and return the letters on the sheets."""
    return letters("".join(line for sheet in sheets(page) for line in sheet))


def sheets(page: Page) -> list[list[str]]:
    """Print the page and return, for each sheet, its lines that are not empty, from top to bottom."""
    texts = [sheet.get_textpage().get_text_bounded() for sheet in PdfDocument(page.pdf(prefer_css_page_size=True))]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def laid_out(page: Page) -> list[list[str]]:
    """Print the page and return, for each sheet, its lines as they lie from top to bottom, whatever was drawn first."""
    return [_from_the_top(sheet) for sheet in PdfDocument(page.pdf(prefer_css_page_size=True))]


def _from_the_top(sheet: PdfPage) -> list[str]:
    text = sheet.get_textpage()
    lines: dict[int, list[tuple[float, str]]] = {}
    for number in range(text.count_chars()):
        left, bottom, _, _ = text.get_charbox(number, loose=True)
        lines.setdefault(round(bottom), []).append((left, text.get_text_range(number, 1)))
    from_the_top = ("".join(letter for _, letter in sorted(lines[height])) for height in sorted(lines, reverse=True))
    return [line.strip() for line in from_the_top if line.strip()]


def letters(text: str) -> str:
    """Return letters and digits alone: lines break and words are hyphenated where the paper wants it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
