"""The one rule by which the bytes of a file become text: read right, or not at all; never a replacement character."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE
from dataclasses import dataclass
from encodings import cp1252
from enum import StrEnum


class Encoding(StrEnum):
    """How a file was written. Ours are UTF-8; the others are what Windows makes of them when one saves them again."""

    UTF_8 = "UTF-8"
    UTF_16 = "UTF-16"
    WINDOWS_1252 = "Windows-1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without a byte order mark, and how it was written."""

    text: str
    encoding: Encoding


class UnknownEncodingError(ValueError):
    """The bytes are no text in any encoding that is known here."""


def decoded(data: bytes) -> Decoded:
    """Return the text of a JSON file, or raise UnknownEncodingError.

    JSON begins with an ASCII character, so that the zero byte beside it tells UTF-16 without a byte order mark.
    """
    try:
        if data.startswith(BOM_UTF32_LE):
            raise UnknownEncodingError
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return Decoded(data.decode("utf-16"), Encoding.UTF_16)
        if data[1:2] == b"\0" != data[:1]:
            return Decoded((BOM_UTF16_LE + data).decode("utf-16"), Encoding.UTF_16)
        if data[:1] == b"\0" != data[1:2]:
            return Decoded((BOM_UTF16_BE + data).decode("utf-16"), Encoding.UTF_16)
        return _of_single_bytes(data.removeprefix(BOM_UTF8))
    except UnicodeDecodeError:
        raise UnknownEncodingError from None


def _of_single_bytes(data: bytes) -> Decoded:
    escaped = data.decode("utf-8", "surrogateescape")
    strange = sum("\udc80" <= sign <= "\udcff" for sign in escaped)
    if not strange:
        return Decoded(escaped, Encoding.UTF_8)
    # A damaged file in UTF-8 read as Windows-1252 would turn every umlaut into two signs. The other way round, few
    # letters of Windows-1252 look like UTF-8 by chance, such as the end of a quoted word with ß.
    fitting = sum(sign > "\x7f" for sign in escaped) - strange
    if fitting > strange:
        raise UnknownEncodingError
    # By the codec itself: a look-up by its name would miss the trimmed library of the browser.
    return Decoded(cp1252.Codec().decode(data, "strict")[0], Encoding.WINDOWS_1252)
