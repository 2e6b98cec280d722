"""The rules for the names of the texts' files: a name becomes the page's address and is what other texts call it."""

import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import chain, count

from editorial.findings import Finding, Place, excerpt
from knowledge_base.texts.folders import ENDING, FOLDERS, holds_texts
from knowledge_base.texts.rules import TextRule

_SLUG = re.compile(r"[a-z0-9-]+")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def check_names(files: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with the names and folders of these files, given as paths in the project."""
    for file in files:
        folder, name = posixpath.split(file)
        if not holds_texts(folder):
            yield _misplaced(file)
        elif not name.endswith(ENDING):
            message = (
                f"Der Name {excerpt(name)} endet nicht auf „{ENDING}“. Die Datei wird deshalb nicht veröffentlicht."
            )
            yield Finding(TextRule.INVALID_FILE_NAME, Place(file), message, _remedy(folder, name, files))
        elif not _SLUG.fullmatch(name.removesuffix(ENDING)):
            message = (
                f"Der Name {excerpt(name)} enthält andere Zeichen als Kleinbuchstaben von a bis z, Ziffern und "
                "Bindestriche. Er steht später in der Adresse der Seite."
            )
            yield Finding(TextRule.INVALID_FILE_NAME, Place(file), message, _remedy(folder, name, files))


def _misplaced(file: str) -> Finding:
    folders = ", ".join(folder.source for folder in FOLDERS)
    remedy = f"Verschieben Sie die Datei. Texte liegen in: {folders}."
    return Finding(
        TextRule.MISPLACED_FILE, Place(file), "An dieser Stelle wird die Datei nicht veröffentlicht.", remedy
    )


def _remedy(folder: str, name: str, files: Collection[str]) -> str:
    slug = _slug_of(posixpath.splitext(name)[0])
    if not slug:
        return "Nennen Sie die Datei nach ihrem Titel, zum Beispiel „gespraech-am-gartenzaun.md“."
    proposals = chain([slug], (f"{slug}-{number}" for number in count(2)))
    free = next(each for each in proposals if f"{folder}/{each}{ENDING}" not in files)
    return f"Nennen Sie die Datei „{free}{ENDING}“."


def _slug_of(words: str) -> str:
    """Return the words as a slug, umlauts spelt out; empty where no letter and no digit is left."""
    spelt_out = unicodedata.normalize("NFC", words).lower().translate(_SPELT_OUT)
    return re.sub(r"[^a-z0-9]+", "-", _without_accents(spelt_out)).strip("-")


def _without_accents(words: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", words) if not unicodedata.combining(each))
