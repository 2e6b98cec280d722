"""Programs as they are served: under names ending in `.js`, which every server knows to be JavaScript.

Browsers run no module that comes as another type, and servers of some years ago have no type for `.mjs`.
"""

import re
from pathlib import Path

_SOURCE, _SERVED = ".mjs", ".js"
_IMPORTED = re.compile(rf'(?<=")(?P<path>\.{{1,2}}/[^"\n]+){re.escape(_SOURCE)}(?=")')


def served_name(name: str) -> str:
    """Return the name under which a file is served, whose ending changes if it is a module."""
    return name.removesuffix(_SOURCE) + _SERVED if name.endswith(_SOURCE) else name


def served_content(path: Path) -> bytes:
    """Return what is served for a module of ours, which imports its neighbours under their served names."""
    return _IMPORTED.sub(rf"\g<path>{_SERVED}", path.read_text(encoding="utf-8")).encode()
