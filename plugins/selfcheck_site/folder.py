"""Reads the questionnaire's folder into a mapping; the terminal and MkDocs share it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from selfcheck_site.source import MAX_BYTES

CATALOGUE_FILE = "katalog.yaml"
FIELD_FOLDER = "handlungsfelder"


def read_folder(folder: Path) -> Mapping[str, bytes]:
    """Path relative to the folder, with forward slashes → content of katalog.yaml and handlungsfelder/*.yaml, sorted.

    Contents stay bytes, so that a file that is no text becomes a finding; of an oversized file only as much is
    read as shows its size. A folder that does not exist gives an empty mapping. Raises OSError for what cannot be read.
    """
    return {path.relative_to(folder).as_posix(): _content(path) for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    # A link could lead out of the questionnaire, and findings quote what they read.
    candidates = (*sorted((folder / FIELD_FOLDER).glob("*.yaml")), folder / CATALOGUE_FILE)
    return (path for path in candidates if path.is_file() and not path.is_symlink())


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
