"""The texts in the project's folders, read and checked in one way for the build and for the terminal."""

from collections.abc import Mapping
from functools import partial

from editorial.findings import Finding
from knowledge_base.pages.site_pages import generated_pages
from knowledge_base.texts.library import Library
from knowledge_base.texts.manuscript import Surroundings
from knowledge_base.texts.reading import read_library
from selfcheck_core.catalogue import Catalogue


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
