"""What counts as a web address: one pattern for the reader of files, the views and, handed over, the page."""

import re

# Python and JavaScript mean the same by this, which cannot be said of \S. A whole text has to fit.
WEB_ADDRESS = (
    r"[Hh][Tt][Tt][Pp][Ss]?://"
    r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+"
)

_WHOLE = re.compile(WEB_ADDRESS)


def is_web_address(text: str) -> bool:
    """Whether the whole text is an address with http or https and without anything blank in it."""
    return _WHOLE.fullmatch(text) is not None
