"""Where the texts lie in the project and where the site publishes them."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.texts.kinds import Article, Help, Introduction, Item, Material, Method, Profile

PAGE_FOLDER = "docs"
PICTURE_FOLDER = "docs/bilder"
TOPICS_FILE = "magazine/schlagworte.yaml"
ENDING = ".md"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the project, its place in the site and the kind of the texts in it."""

    source: str
    site: str
    kind: type[Item]


@dataclass(frozen=True, slots=True)
class Address:
    """Where one text lies and where it is published; `page_path` has no ending."""

    source_path: str
    page_path: str
    slug: str
    kind: type[Item]


FOLDERS = (
    Folder("magazine", "magazin", Article),
    Folder("docs/kommunen", "kommunen", Profile),
    Folder("docs/methoden", "methoden", Method),
    Folder("docs/methoden/material", "methoden/material", Material),
    Folder("docs/rueckhalt", "rueckhalt", Help),
)
FOLDER_OF: Mapping[type[Item], Folder] = {folder.kind: folder for folder in FOLDERS}
_BY_SOURCE: Mapping[str, Folder] = {folder.source: folder for folder in FOLDERS}


def holds_texts(folder: str) -> bool:
    """Tell whether texts lie in this folder of the project itself; a folder below is another one."""
    return folder in _BY_SOURCE


def address_of(file: str) -> Address | None:
    """Return the address of a text by its path in the project, None where no texts are expected."""
    parent, name = posixpath.split(file)
    folder = _BY_SOURCE.get(parent)
    if folder is None or not name.endswith(ENDING):
        return None
    slug = name.removesuffix(ENDING)
    return Address(file, f"{folder.site}/{slug}", slug, Introduction if slug == "index" else folder.kind)
