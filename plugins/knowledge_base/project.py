"""The texts in the project's folders, read and checked in one way for the build and for the terminal."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from editorial.findings import Finding
from knowledge_base.checks import Surroundings
from knowledge_base.folders import FOLDERS, TOPICS_FILE
from knowledge_base.library import Library, read_library
from knowledge_base.site_pages import generated_pages
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.folder import PAGE_FOLDER

# Names under which people save a text; those that are wrong have to be told, since they would not be published.
_SAVED_AS = {".md", ".markdown", ".txt", ""}


def read_texts(root: Path) -> Mapping[str, bytes]:
    """Path in the project → content, of every text and of the topics' file, for `check_texts`. Raises OSError.

    A text in a folder of its own or with a wrong ending is among them: it is a mistake that somebody has to be told.
    """
    named = {path.relative_to(root).as_posix(): path for path in sorted(_files(root))}
    return {name: path.read_bytes() for name, path in named.items()}


def read_pages(root: Path) -> frozenset[str]:
    """Return the paths of all files below docs/, pictures too, named as `Surroundings.pages` are."""
    docs = root / PAGE_FOLDER
    return frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())


def check_texts(
    files: Mapping[str, bytes], pages: frozenset[str], catalogue: Catalogue | None
) -> tuple[Library, tuple[Finding, ...]]:
    """Read what `read_texts` returns; links may lead to the pages and to those that the build makes of the texts.

    `catalogue` is the compiled questionnaire, None where it has errors. See `read_library` for what is returned.
    """
    return read_library(files, Surroundings(pages, catalogue), partial(made_pages, catalogue))


def made_pages(catalogue: Catalogue | None, library: Library) -> frozenset[str]:
    """Return the paths of the pages that the build makes of texts and questionnaire: `schlagworte/begegnung.md`."""
    fields = catalogue.fields if catalogue else ()
    return frozenset(f"{path}.md" for path in generated_pages(library, fields))


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (root / folder.source).rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if path.suffix.lower() in _SAVED_AS and path.is_file() and not hidden:
                yield path
    if (root / TOPICS_FILE).is_file():
        yield root / TOPICS_FILE
