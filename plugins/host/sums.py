"""The list of check sums of a finished site, by which anybody can tell that nothing was changed on the way."""

import hashlib
from pathlib import Path

LIST = "pruefsummen.txt"


def sums(site: Path) -> str:
    """Return a line for each file of the site but the list itself, as `sha256sum --check` reads it, sorted by path."""
    named = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    listed = (
        f"{hashlib.sha256(named[name].read_bytes()).hexdigest()}  {name}\n" for name in sorted(named) if name != LIST
    )
    return "".join(listed)
