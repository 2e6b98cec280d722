"""JSON text from outside, read with suspicion.

Python's own reader takes doubled keys (the last one wins), NaN, and 1e999 as infinity; it raises RecursionError at some
ten thousand brackets and ValueError at 5,000 digits. Here all of these end in one exception, UnreadableError.
"""

import json
import math
import re
from typing import NoReturn

from selfcheck_core.notices import Refusal, RefusalCode

# A sheet is 5 levels deep, a request that carries one 6. More than twice that is nobody's sheet.
MAX_DEPTH = 16
# No number of ours has more than one digit. 64 leaves room for what other programs write and keeps arithmetic cheap.
MAX_NUMBER_LENGTH = 64

# The closing quote may be missing, so that a broken string is passed in one step instead of being tried at every quote.
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)


class UnreadableError(ValueError):
    """The text cannot be read; the ``refusal`` says why."""

    def __init__(self, code: RefusalCode, line: int = 0, text: str = "") -> None:
        super().__init__(code.value)
        self.refusal = Refusal(code, line=line, text=text)


def parse(text: str, max_bytes: int) -> object:
    """Return the JSON values of a text of at most ``max_bytes`` bytes of UTF-8, or raise UnreadableError."""
    if len(text) > max_bytes or len(text.encode(errors="surrogatepass")) > max_bytes:
        raise UnreadableError(RefusalCode.TOO_LARGE)
    # Some editors on Windows put a byte order mark in front; the reader would take it for damage.
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableError(RefusalCode.EMPTY_FILE)
    _check_depth(text)
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=_number, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        raise UnreadableError(RefusalCode.DAMAGED, error.lineno) from None


def _check_depth(text: str) -> None:
    depth = 0
    for token in _STRING_OR_BRACKET.finditer(text):
        first = token.group()[0]
        if first in "[{":
            depth += 1
        elif first in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            raise UnreadableError(RefusalCode.DAMAGED, text.count("\n", 0, token.start()) + 1)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            raise UnreadableError(RefusalCode.DOUBLED_ENTRY, text=key)
        values[key] = value
    return values


def _integer(digits: str) -> int:
    if len(digits) > MAX_NUMBER_LENGTH:
        raise UnreadableError(RefusalCode.DAMAGED)
    return int(digits)


def _number(digits: str) -> float:
    if len(digits) > MAX_NUMBER_LENGTH or math.isinf(number := float(digits)):
        raise UnreadableError(RefusalCode.DAMAGED)
    return number


def _constant(_name: str) -> NoReturn:
    raise UnreadableError(RefusalCode.DAMAGED)
