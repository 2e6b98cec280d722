"""What ends up on paper."""

import io
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page) -> str:
    """Print the page on A4 as the browser's dialog would, and return the letters on the sheets."""
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return letters("".join(sheet.extract_text() for sheet in pdf.pages))


def letters(text: str) -> str:
    """Return letters and digits alone: lines break and words are hyphenated where the paper wants it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
