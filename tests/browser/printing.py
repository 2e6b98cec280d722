"""What ends up on paper."""

import unicodedata
from ctypes import c_double
from dataclasses import dataclass

from playwright.sync_api import Page
from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
from pypdfium2.raw import FPDFText_GetCharOrigin


def printed(page: Page) -> str:
    """Print the page on A4 as the browser's dialog would, and return the letters on the sheets."""
    return letters("".join(line for sheet in sheets(page) for line in sheet))


def sheets(page: Page) -> list[list[str]]:
    """Print the page and return, for each sheet, its lines that are not empty, from top to bottom."""
    texts = [sheet.get_textpage().get_text_bounded() for sheet in PdfDocument(page.pdf(prefer_css_page_size=True))]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet as it lies on the table: its lines from top to bottom, whatever was drawn first, without the page number.

    `filled` is the share of the paper's height above the lowest line.
    """

    lines: list[str]
    number: str
    filled: float


def laid_out(page: Page) -> list[LaidOut]:
    """Print the page and return its sheets."""
    return [_read_from_the_top(sheet) for sheet in PdfDocument(page.pdf(prefer_css_page_size=True))]


# In points: letters of one line may sit a little higher or lower, those of the next line lie farther off.
_ONE_LINE = 3


def _read_from_the_top(sheet: PdfPage) -> LaidOut:
    text = sheet.get_textpage()
    boxes = [(*_origin(text, number), number) for number in range(text.count_chars())]
    lines: list[list[tuple[float, float, int]]] = []
    for box in sorted(boxes, key=lambda box: -box[1]):
        if not lines or lines[-1][0][1] - box[1] > _ONE_LINE:
            lines.append([])
        lines[-1].append(box)
    found = [("".join(text.get_text_range(each, 1) for *_, each in sorted(line)).strip(), line[0][1]) for line in lines]
    *said, (number, _) = [(line, bottom) for line, bottom in found if line]
    return LaidOut([line for line, _ in said], number, 1 - said[-1][1] / sheet.get_height())


def _origin(text: PdfTextPage, number: int) -> tuple[float, float]:
    """Return where a letter begins on its line: in large print, boxes around letters end at different heights."""
    x, y = c_double(), c_double()
    assert FPDFText_GetCharOrigin(text, number, x, y)
    return x.value, y.value


def letters(text: str) -> str:
    """Return letters and digits alone: lines break and words are hyphenated where the paper wants it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
