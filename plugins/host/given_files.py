"""The files below docs/ that are published as they are: pictures and papers, nothing that a browser would run."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from editorial.findings import Finding, Place
from host.rules import SiteRule
from knowledge_base.texts.folders import PAGE_FOLDER, holds_texts
from knowledge_base.texts.plain_pages import PAGE_ENDINGS

_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}  # SVG can hold a program, and runs it when opened
_PAPERS = {".pdf", ".txt", ".csv", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx"}
ALLOWED = _PICTURES | _PAPERS | PAGE_ENDINGS


def check_files(names: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each file below docs/ of a kind that is not published; hidden ones never are."""
    for name in sorted(names):
        path = PurePosixPath(name)
        without_ending = not path.suffix and holds_texts(f"{PAGE_FOLDER}/{path.parent}")  # told as a wrong name
        hidden = any(part.startswith(".") for part in path.parts)
        if path.suffix.lower() not in ALLOWED and not hidden and not without_ending:
            kind = f"Dateien mit der Endung „{path.suffix}“" if path.suffix else "Dateien ohne Endung"
            yield Finding(
                slug=SiteRule.FORBIDDEN_FILE,
                place=Place(f"{PAGE_FOLDER}/{name}"),
                message=f"{kind} werden nicht veröffentlicht, weil sie auf der Website ein Programm sein könnten.",
                remedy="Speichern Sie ein Bild als PNG, JPEG oder WebP und ein Papier als PDF, oder löschen Sie die "
                "Datei.",
            )
