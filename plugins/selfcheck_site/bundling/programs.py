"""Programs as they are served: under names ending in `.js`, which servers know to be JavaScript, and with their sums.

Browsers run no module that comes as another type, and servers of some years ago have no type for `.mjs`.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

_SOURCE, _SERVED = ".mjs", ".js"
_STATIC_IMPORT = re.compile(rb"""^(?:import|export)\b[^;]*?\bfrom "(?P<path>\.[^"]+)";""", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_IMPORTED = re.compile(rf'(?<=")(?P<path>\.{{1,2}}/[^"\n]+){re.escape(_SOURCE)}(?=")')


def served_name(name: str) -> str:
    """Return the name under which a file is served, whose ending changes if it is a module."""
    return name.removesuffix(_SOURCE) + _SERVED if name.endswith(_SOURCE) else name


def served_content(path: Path) -> bytes:
    """Return what is served for a file of ours: with served names, without comments that document.

    With its comments, the page of the form would weigh 154 kB.
    """
    text = path.read_text(encoding="utf-8")
    text = _COMMENT.sub("", text) if path.suffix in {_SOURCE, _SERVED} else text
    return _IMPORTED.sub(rf"\g<path>{_SERVED}", text).encode()


def imported_by(name: str, programs: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of all programs that one imports, directly or not, in the order in which it asks for them."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop(0)
        paths = [found["path"].decode() for found in _STATIC_IMPORT.finditer(programs[each])]
        new = [path for path in (normpath(join(dirname(each), path)) for path in paths) if path not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)


def integrity(content: bytes) -> str:
    """Return the sum of a file, as the attribute `integrity` has it."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"
