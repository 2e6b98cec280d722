"""The search engine without a browser: an index of a few pages, asked in Node by the modules that browsers run."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge_base.search.index import CuratedWords, FilterNames, PageKind, SearchPage, search_files

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "plugins" / "knowledge_base" / "browser"
NODE = ROOT / ".venv" / "bin" / "node"
NO_NAMES = FilterNames({}, {})


def page(title: str, text: str = "", **more: Any) -> SearchPage:
    """Return a page whose address is its title."""
    return SearchPage(url=title, title=title, kind=more.pop("kind", PageKind.PAGE), text=text, **more)


@dataclass(frozen=True, slots=True)
class Engine:
    """An index in a folder."""

    folder: Path

    def ask(self, *questions: str) -> list[Mapping[str, Any]]:
        """Return the answer to each question: its pages, best first, and what became of its words."""
        return in_node(self.folder, {"questions": questions})

    def titles(self, question: str) -> list[str]:
        """Return the pages found, best first."""
        return list(self.ask(question)[0]["pages"])


def engine(
    folder: Path, pages: Iterable[SearchPage], curated: CuratedWords | None = None, names: FilterNames = NO_NAMES
) -> Engine:
    """Write the index of the pages into a folder."""
    for path, content in search_files(pages, names, curated or CuratedWords()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return Engine(folder)


def stems_in_node(words: Sequence[str]) -> list[list[str]]:
    """Return the stems of each word as the browser's module makes them."""
    return in_node(ROOT, {"words": words})


def in_node(folder: Path, asked: Mapping[str, object]) -> Any:
    """Ask `asking.mjs`."""
    command = [NODE, Path(__file__).with_name("asking.mjs"), MODULES, folder]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)
