"""Every link of every page leads to something that exists, whoever wrote it: an editor, a template or the map."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ADDRESSES = ("href", "src", "data-index", "data-root")
PARTS_OF_THE_PAGE = ("for", "aria-controls", "aria-describedby", "aria-labelledby", "popovertarget")


@dataclass
class Page(HTMLParser):
    """The addresses on a page, what it says of its own parts, and the ids of those."""

    html: str
    addresses: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ADDRESSES and value:
                self.addresses.append(value)
            if name in PARTS_OF_THE_PAGE and value:
                self.parts += value.split()
            if name == "id" and value:
                self.ids.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    # Links of the error page begin at the host's root: nobody knows how deep the address lies that was not found.
    files = [file for file in site.rglob("*.html") if file.name != "404.html"]
    return {file: Page(file.read_text(encoding="utf-8")) for file in files}


def test_every_address_on_our_own_site_exists_with_its_anchor(pages: dict[Path, Page], site: Path) -> None:
    dead = [
        f"{file.relative_to(site)}: {address}" for file, page in pages.items() for address in _dead(file, page, pages)
    ]
    assert dead == []
    assert sum(len(page.addresses) for page in pages.values()) > 5_000


def test_what_a_page_says_of_its_own_parts_is_there(pages: dict[Path, Page]) -> None:
    missing = {file: set(page.parts) - set(page.ids) for file, page in pages.items()}
    assert {file: parts for file, parts in missing.items() if parts} == {}


def test_no_id_stands_twice_on_a_page(pages: dict[Path, Page]) -> None:
    assert [file for file, page in pages.items() if len(set(page.ids)) < len(page.ids)] == []


def _dead(file: Path, page: Page, pages: dict[Path, Page]) -> Iterator[str]:
    for address in page.addresses:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
        target = target / "index.html" if target.is_dir() else target
        if not target.exists() or (parts.fragment and unquote(parts.fragment) not in pages[target].ids):
            yield address
