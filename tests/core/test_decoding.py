"""From bytes to text: a sheet that another program saved again is read right and said so, or refused."""

from pathlib import Path

import pytest

from core.catalogues import sheet_text, small_catalogue
from selfcheck_core.decoding import Encoding, UnknownEncodingError, decoded
from selfcheck_core.notices import Notice, NoticeCode, Refusal, RefusalCode
from selfcheck_core.sheet_reading import SheetRead, read_sheet_file

CASES = Path(__file__).parent / "cases"
WRITTEN = {
    "umlauts": "Büro für Öffentlichkeit, Größöhn",
    "quoted words with ß": "„Spaß“, „Fleiß“ und „Gruß“",
    "euro and dash": "3 € – mehr nicht …",
    "French": "Œuvre, naïve, Ÿ",
    "one letter": "é",
    "ASCII": "Buero",
}
EVERYWHERE = WRITTEN | {"emoji": "👩‍💻 fragt nach", "Turkish and Arabic": "Şişli, ışık, مرحبا"}
UTF_16 = {
    "LE with BOM": ("utf-16-le", b"\xff\xfe"),
    "BE with BOM": ("utf-16-be", b"\xfe\xff"),
    "LE without BOM": ("utf-16-le", b""),
    "BE without BOM": ("utf-16-be", b""),
}
each_byte_order = pytest.mark.parametrize(("codec", "mark"), UTF_16.values(), ids=UTF_16)
each_line_end = pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])


def sheet_with(office: str) -> str:
    return sheet_text(beschluss={"rung": 2, "note": office}).replace(", ", ",\n")


def note_in(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the note in a file, and how it was encoded where that was said."""
    read = read_sheet_file(data, small_catalogue())
    assert isinstance(read, SheetRead), read
    assert {notice.code for notice in read.notices} <= {NoticeCode.OTHER_ENCODING}
    said = tuple(notice.text for notice in read.notices if isinstance(notice, Notice))
    return read.sheet.answer("beschluss").note, said


@each_line_end
@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_sheet_in_windows_1252_is_read_right_and_said_so(text: str, line_end: str) -> None:
    data = sheet_with(text.replace(", ", " ")).replace("\n", line_end).encode("cp1252")
    assert note_in(data) == (text.replace(", ", " "), () if text.isascii() else (Encoding.WINDOWS_1252,))


@each_byte_order
@pytest.mark.parametrize("text", EVERYWHERE.values(), ids=EVERYWHERE)
def test_a_sheet_in_utf_16_is_read_right_and_said_so(text: str, codec: str, mark: bytes) -> None:
    note = text.replace(", ", " ")
    assert note_in(mark + sheet_with(note).encode(codec)) == (note, (Encoding.UTF_16,))


@each_line_end
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with BOM"])
@pytest.mark.parametrize("text", EVERYWHERE.values(), ids=EVERYWHERE)
def test_a_sheet_in_utf_8_needs_no_word(text: str, mark: bytes, line_end: str) -> None:
    note = text.replace(", ", " ")
    assert note_in(mark + sheet_with(note).replace("\n", line_end).encode()) == (note, ())


UMLAUTS = '{"office": "Büro für Öffentlichkeit"}'.encode()
REFUSED = {
    "UTF-8 with one broken byte": UMLAUTS.replace("ü".encode(), b"\xc3", 1),
    "UTF-8 cut in the middle of a letter": UMLAUTS[: UMLAUTS.rindex("Ö".encode()) + 1],
    "the encoding of old DOS programs": '{"office": "Büro"}'.encode("cp850"),
    "UTF-16 with a byte too few": "{}\n".encode("utf-16")[:-1],
    "UTF-16 with half a sign": b"\xff\xfe{\0\x00\xd8}\0",
    "UTF-16 without a mark, cut off": '{"a": 1}'.encode("utf-16-be")[:-1],
    "UTF-32": '{"office": "Büro"}'.encode("utf-32"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_for_certain_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncodingError):
        decoded(data)
    assert read_sheet_file(data, small_catalogue()) == Refusal(RefusalCode.UNKNOWN_ENCODING)


def test_the_case_saved_as_ansi_keeps_its_umlauts() -> None:
    data = (CASES / "bogen-ansi.json").read_bytes()
    assert data.decode("utf-8", "replace").count("\ufffd") > 5, "the case has lost what it is about"
    file = decoded(data)
    assert file.encoding is Encoding.WINDOWS_1252
    for text in ("Büro für Öffentlichkeit", "Größöhn", "Überörtlich geprüft"):
        assert text in file.text


def test_the_case_with_a_byte_order_mark_and_the_line_ends_of_windows_opens_without_a_word() -> None:
    data = (CASES / "bogen-bom-crlf.json").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    file = decoded(data)
    assert file.encoding is Encoding.UTF_8
    assert file.text.startswith("{")
