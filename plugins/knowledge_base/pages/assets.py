"""The platform's own styles and scripts, served under names made of their content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.pages.setting import METHODS, PROFILES, SEARCH
from selfcheck_site.face import served_content, served_name

_BROWSER = Path(__file__).resolve().parents[1] / "browser"
_HASH_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Assets:
    """What is served for the pages of the platform; paths of the site are relative to its root.

    Attributes:
        files: path in the site → what to serve there.
        folder: path of the folder they stand in, with a trailing slash.
    """

    files: Mapping[str, bytes]
    folder: str

    @classmethod
    def collect(cls) -> "Assets":
        """Return all styles and scripts of this package."""
        found = sorted([*_BROWSER.glob("*.css"), *_BROWSER.glob("*.mjs")])
        digest = hashlib.sha256()
        for path in found:
            digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
        folder = f"assets/wissen/{digest.hexdigest()[:_HASH_LENGTH]}/"
        return cls({folder + served_name(path.name): served_content(path) for path in found}, folder)

    def styles(self, path: str) -> tuple[str, ...]:
        """Return the style sheets that the page of this path needs, in their order."""
        more = {
            f"{METHODS}/index": ("filter.css",),
            f"{PROFILES}/index": ("filter.css", "map.css"),
            SEARCH: ("search.css",),
        }
        return tuple(self.folder + name for name in ("knowledge.css", *more.get(path, ())))

    def scripts(self, path: str) -> tuple[str, ...]:
        """Return the modules that the page of this path needs."""
        needed = {
            f"{METHODS}/index": ("filter.js",),
            f"{PROFILES}/index": ("filter.js", "map.js"),
            SEARCH: ("search.js",),
        }
        return tuple(self.folder + name for name in needed.get(path, ()))
