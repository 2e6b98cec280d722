"""All texts in the project's folders: read from disk, made a library, and held against one another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from editorial.entries import Entry, read_entry
from editorial.findings import Finding, Place, in_order
from editorial.rules import ReadingRule
from editorial.source import Node, Sequence, read_source
from knowledge_base.texts.file_names import check_names, check_page_names, is_meant_for_topics, is_picture
from knowledge_base.texts.folders import FOLDERS, PAGE_FOLDER, TOPICS_FILE, address_of
from knowledge_base.texts.front_matter import read_manuscript
from knowledge_base.texts.items import build_topic
from knowledge_base.texts.kinds import Article
from knowledge_base.texts.library import Library, library_of
from knowledge_base.texts.links import check_links
from knowledge_base.texts.manuscript import Collection, Surroundings
from knowledge_base.texts.rulebook import check
from knowledge_base.texts.rules import TextRule
from knowledge_base.texts.tables import TOPIC
from knowledge_base.texts.unfinished import check_unfinished

# Names under which people save a text; those that are wrong have to be told, since they would not be published.
_SAVED_AS = {"", ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ".yml", ".yaml"} | {
    ".doc", ".docx", ".odt", ".rtf",
}  # fmt: skip


def has_texts(root: Path) -> bool:
    """Tell whether a project has a folder for texts at all; a self-check alone has none."""
    return any((root / folder.source).is_dir() for folder in FOLDERS)


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


def read_library(
    files: Mapping[str, bytes],
    surroundings: Surroundings | None = None,
    generated: Callable[[Library], frozenset[str]] = lambda _: frozenset(),
) -> tuple[Library, tuple[Finding, ...]]:
    """Read all texts: path in the project (`magazine/x.md`, `docs/methoden/y.md`, the topics' file) → content.

    `generated` are the pages that the site makes of a library, named like `Surroundings.pages`; texts may link to them.
    Equal files give equal libraries, whatever their order. All findings of all files come at once, by file and line.
    An item with an error in its front matter is missing from the library; who publishes has to look at the findings.
    """
    findings: list[Finding] = []
    topics = _read_topics(files, findings)
    names = [name for name in sorted(files) if name != TOPICS_FILE]
    around = surroundings or Surroundings()
    findings += [*check_names(names), *check_page_names(around.pages)]
    addresses = {name: address_of(name) for name in names if not is_meant_for_topics(name)}
    manuscripts = tuple(read_manuscript(a, files[name], findings) for name, a in addresses.items() if a)
    items = (manuscript.item for manuscript in manuscripts if manuscript.item)
    library = library_of(items, (build_topic(topic) for topic in topics if len(topic.values) == len(TOPIC.keys)))
    around = replace(around, pages=around.pages | generated(library))
    collection = Collection(manuscripts, topics, around)
    findings += [*check(collection), *check_links(collection), *check_unfinished(collection)]
    return library, in_order(findings)


def _read_topics(files: Mapping[str, bytes], findings: list[Finding]) -> tuple[Entry, ...]:
    if TOPICS_FILE not in files:
        # Where the list only bears a wrong name, that is told, and nothing is missing besides.
        if not any(is_meant_for_topics(name) for name in files):
            remedy = "Legen Sie die Datei an: eine Liste mit „kennung“, „titel“ und „worum-es-geht“."
            missing = "Die Liste der Schlagworte fehlt."
            findings.append(Finding(TextRule.TOPICS_MISSING, Place(TOPICS_FILE), missing, remedy))
        return ()
    source = read_source(TOPICS_FILE, files[TOPICS_FILE])
    findings += source.findings
    return tuple(_topics_below(source.root, findings)) if source.root else ()


def _topics_below(root: Node, findings: list[Finding]) -> Iterator[Entry]:
    if not isinstance(root, Sequence):
        remedy = "Beginnen Sie jedes Schlagwort mit „- kennung:“ am Anfang der Zeile."
        findings.append(
            Finding(ReadingRule.WRONG_KIND, root.place, "Hier gehört eine Liste von Schlagworten hin.", remedy)
        )
        return
    for node in root.items:
        entry = read_entry(node, TOPIC, findings)
        if entry:
            yield entry


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (root / folder.source).rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            # Beside articles, which lie outside docs/, a picture would not be published.
            stray = folder.kind is Article and is_picture(path.name)
            if (stray or path.suffix.lower() in _SAVED_AS) and path.is_file() and not hidden:
                yield path
    if (root / TOPICS_FILE).is_file():
        yield root / TOPICS_FILE
