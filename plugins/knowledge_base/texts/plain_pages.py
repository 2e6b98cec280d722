"""The pages below docs/ that are no texts of the platform, such as the imprint: what holds for texts holds for them."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from editorial.encoding import read_text
from editorial.findings import Finding
from knowledge_base.texts.folders import PAGE_FOLDER, address_of
from knowledge_base.texts.front_matter import body_of
from knowledge_base.texts.links import links_of_page
from knowledge_base.texts.markdown_body import Body
from knowledge_base.texts.rulebook import markup_in, tables_in

PAGE_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""The endings of files that MkDocs makes a page of."""


def read_plain_pages(root: Path) -> Mapping[str, bytes]:
    """Path in the project → content, of every page below docs/ that is no text. Raises OSError."""
    found = sorted(path for path in (root / PAGE_FOLDER).rglob("*") if path.suffix.lower() in PAGE_ENDINGS)
    named = {path.relative_to(root).as_posix(): path for path in found if path.is_file()}
    return {name: path.read_bytes() for name, path in named.items() if address_of(name) is None}


def plain_bodies(files: Mapping[str, bytes]) -> Mapping[str, Body]:
    """Return path in the project → what stands on the page, of all files that can be read as text."""
    texts = {file: read_text(file, data).text for file, data in files.items()}
    return {file: body_of(file, text) for file, text in texts.items() if text is not None}


def check_plain_pages(files: Mapping[str, bytes], pages: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with how these pages are written, with their HTML, links and images.

    `pages` are all that links may lead to, named as `Surroundings.pages` are.
    """
    for file, data in files.items():
        yield from read_text(file, data).findings
    for file, body in plain_bodies(files).items():
        yield from markup_in(body)
        yield from tables_in(body)
        yield from links_of_page(body, PurePosixPath(file).relative_to(PAGE_FOLDER).as_posix(), pages)
