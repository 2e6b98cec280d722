"""JSON text from outside, read with suspicion.

Python's own reader takes doubled keys (the last one wins), NaN, and 1e999 as infinity; it raises RecursionError at some
ten thousand brackets and ValueError at 5,000 digits. Here all of these end in one exception, UnreadableError.
"""

import json
import math
import re
from itertools import islice
from typing import NoReturn

from selfcheck_core.notices import Refusal, RefusalCode

# A sheet is 5 levels deep, a request that carries one 6. More than twice that is nobody's sheet.
MAX_DEPTH = 16
# The fullest sheet has ten thousand brackets and commas. With millions of them a file needs minutes in a browser.
MAX_PARTS = 200_000
# No number of ours has more than one digit. 64 leaves room for what other programs write and keeps arithmetic cheap.
MAX_NUMBER_LENGTH = 64

# The closing quote may be missing, so that a broken string is passed in one step instead of being tried at every quote.
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_NO_STRUCTURE = re.compile(r"[^\[\]{},]+")
_STRING_OR_BRACKET = re.compile(rf"{_STRING}|[\[{{\]}}]", re.DOTALL)
# So many brackets are looked at for the line in which a file goes wrong; nobody reads on from there anyway.
_MOST_BRACKETS = 100_000


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
    _check_structure(text)
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=_number, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        raise UnreadableError(RefusalCode.DAMAGED, error.lineno) from None


def _check_structure(text: str) -> None:
    # Without escaped quotes every other piece is outside of a string: ten million quotes take no second.
    outside = text.replace("\\\\", "").replace('\\"', "").split('"')[::2]
    structure = _NO_STRUCTURE.sub("", " ".join(outside))
    if len(structure) > MAX_PARTS:
        raise UnreadableError(RefusalCode.DAMAGED, _too_deep_in_line(text))
    # Pairs go level by level, the innermost first; what is left then is too deep or has no partner.
    left = structure.replace(",", "")
    for _ in range(MAX_DEPTH):
        left = left.replace("[]", "").replace("{}", "")
    if len(left) > MAX_DEPTH:
        raise UnreadableError(RefusalCode.DAMAGED, _too_deep_in_line(text))


def _too_deep_in_line(text: str) -> int:
    """Return the line, or 0 where there are too many brackets before."""
    depth = 0
    for token in islice(_STRING_OR_BRACKET.finditer(text), _MOST_BRACKETS):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token.group(), 0)
        if depth > MAX_DEPTH:
            return text.count("\n", 0, token.start()) + 1
    return 0


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
