"""What ends up on paper."""

import unicodedata

from playwright.sync_api import Page
from pypdfium2 import PdfDocument


def printed(page: Page) -> str:
    """Print the page on A4 as the browser's dialog would, and return the letters on the sheets."""
    return letters("".join(line for sheet in sheets(page) for line in sheet))


def sheets(page: Page) -> list[list[str]]:
    """Print the page and return, for each sheet, its lines that are not empty, from top to bottom."""
    texts = [sheet.get_textpage().get_text_bounded() for sheet in PdfDocument(page.pdf(prefer_css_page_size=True))]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def letters(text: str) -> str:
    """Return letters and digits alone: lines break and words are hyphenated where the paper wants it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
