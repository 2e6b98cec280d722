"""Reads the questionnaire's folder into a mapping; terminal and MkDocs share it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from editorial.encoding import MAX_BYTES
from editorial.endings import bare_name, seems_yaml

CATALOGUE_FILE = "katalog.yaml"
CHANGES_FILE = "aenderungen.yaml"
SETS_FILE = "fragensaetze.yaml"
FIELD_FOLDER = "handlungsfelder"
MIRROR_FOLDER = "spiegelfragen"
_ENDING = ".yaml"
EXAMPLE_SHEETS = "beispiele/*/bogen.json"


def read_folder(folder: Path) -> Mapping[str, bytes]:
    """Path relative to the folder, with forward slashes → content, of every file that belongs to the questionnaire.

    These are handlungsfelder/*.yaml and spiegelfragen/*.yaml, sorted, katalog.yaml, fragensaetze.yaml where there are
    question sets, and aenderungen.yaml where there is a history; files that were meant to be one of these and end
    otherwise are among them, for `meant_names`.
    Contents stay bytes, so that a file that is no text becomes a finding; of an oversized file only as much is
    read as shows its size. A folder that does not exist gives an empty mapping. Raises OSError for what cannot be read.
    """
    return {path.relative_to(folder).as_posix(): _content(path) for path in _files(folder)}


def read_examples(folder: Path) -> Mapping[str, str]:
    """Path relative to the folder → text of the sheet of each worked example, sorted. Raises OSError."""
    sheets = (path for path in sorted(folder.glob(EXAMPLE_SHEETS)) if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in sheets}


def _files(folder: Path) -> Iterator[Path]:
    # A link could lead out of the questionnaire, and findings quote what they read.
    own = tuple(bare_name(name) for name in (CATALOGUE_FILE, CHANGES_FILE, SETS_FILE))
    lists = (sorted((folder / name).glob("[!.]*")) for name in (FIELD_FOLDER, MIRROR_FOLDER))
    fields = (path for paths in lists for path in paths if seems_yaml(path.name))
    others = (path for path in sorted(folder.glob("*")) if seems_yaml(path.name) and bare_name(path.name) in own)
    return (path for path in (*fields, *others) if path.is_file() and not path.is_symlink())


def meant_names(files: Iterable[str]) -> Mapping[str, str]:
    """Return name → the name that was meant, of the files of a questionnaire that end otherwise than on `.yaml`."""
    return {
        name: f"{bare_name(name)}{_ENDING}"
        for name in files
        if seems_yaml(name) and name != f"{bare_name(name)}{_ENDING}"
    }


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
