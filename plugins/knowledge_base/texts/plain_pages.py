"""The pages below docs/ that are no texts of the platform, such as the imprint: what holds for texts holds for them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from editorial.encoding import read_text
from editorial.findings import Finding
from editorial.source import read_tree
from knowledge_base.texts.folders import PAGE_FOLDER, address_of
from knowledge_base.texts.front_matter import body_of
from knowledge_base.texts.front_matter_bounds import bounds_of, start_of_body, unclosed
from knowledge_base.texts.links import links_of_page
from knowledge_base.texts.list_marks import odd_list_marks
from knowledge_base.texts.markdown_body import Body
from knowledge_base.texts.rulebook import markup_in, tables_in
from knowledge_base.texts.unseparated_lists import unseparated_lists

PAGE_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""The endings of files that MkDocs makes a page of."""

# Such a page need not have a front matter; one of these near its top shows that it was meant to.
_MEANT = re.compile(r"\s*(title|description)\s*:")
_TOP = 12


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
        read = read_text(file, data)
        yield from read.findings
        if read.text is not None:
            yield from _slips_in(file, read.text)
    for file, body in plain_bodies(files).items():
        yield from markup_in(body)
        yield from tables_in(body)
        yield from links_of_page(body, PurePosixPath(file).relative_to(PAGE_FOLDER).as_posix(), pages)


def _slips_in(file: str, text: str) -> Iterator[Finding]:
    """Yield what is wrong with a front matter that was meant to be one, and with how lists begin."""
    lines = text.split("\n")
    start = start_of_body(lines)
    body = "\n".join(lines[start:])
    wrong = [*_front_matter(file, lines, start)] if any(_MEANT.match(line) for line in lines[:_TOP]) else []
    yield from [*wrong, *odd_list_marks(file, body, start)]
    if not wrong:  # else its own lists would be taken for lists of the text
        yield from unseparated_lists(file, body, start)


def _front_matter(file: str, lines: list[str], start: int) -> Iterator[Finding]:
    bounds = bounds_of(file, lines)
    if not start and isinstance(bounds, Finding):
        yield bounds
        return
    head = lines[: start - 1] if start else lines
    source = read_tree(file, "\n".join(["", *head[1:]]))
    slipped_in = unclosed(file, head, readable=source.root is not None)
    yield from [slipped_in] if slipped_in else source.findings
