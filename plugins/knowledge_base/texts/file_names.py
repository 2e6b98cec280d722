"""The rules for the names of the texts' files: a name becomes the page's address and is what other texts call it."""

import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, count

from editorial.endings import bare_name, seems_yaml
from editorial.findings import Finding, Place, excerpt
from knowledge_base.texts.folders import ENDING, FOLDERS, PAGE_FOLDER, PICTURE_FOLDER, TOPICS_FILE, holds_texts
from knowledge_base.texts.rules import TextRule

_SLUG = re.compile(r"[a-z0-9-]+")
_DOUBLE_ENDING = re.compile(r"\.(md|markdown)\.[a-z]+$", re.IGNORECASE)
_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".gif", ".heic", ".tif", ".tiff", ".bmp"}
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def check_names(files: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with the names and folders of these files, given as paths in the project."""
    for file in files:
        folder, name = posixpath.split(file)
        if is_picture(name):
            yield _picture(file, name)
        elif is_meant_for_topics(file):
            yield _topics(file, name)
        elif not holds_texts(folder):
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


def check_page_names(pages: Iterable[str]) -> Iterator[Finding]:
    """Yield the pages that somebody meant to write, given as paths below docs/, and that a program named otherwise."""
    for page in sorted(pages):
        folder, name = posixpath.split(f"{PAGE_FOLDER}/{page}")
        if _DOUBLE_ENDING.search(name) and not holds_texts(folder):
            message = (
                f"Der Name {excerpt(name)} endet nicht auf „{ENDING}“. Die Datei wird deshalb nicht veröffentlicht."
            )
            remedy = f"Nennen Sie die Datei „{bare_name(name)}{ENDING}“."
            yield Finding(TextRule.INVALID_FILE_NAME, Place(f"{folder}/{name}"), message, remedy)


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture by its name."""
    return posixpath.splitext(name)[1].lower() in _PICTURES


def is_meant_for_topics(file: str) -> bool:
    """Tell whether a file is the list of topics under a wrong ending: `schlagworte.yml`."""
    folder, name = posixpath.split(file)
    own_folder, own_name = posixpath.split(TOPICS_FILE)
    return folder == own_folder and name != own_name and seems_yaml(name) and bare_name(name) == bare_name(own_name)


def _picture(file: str, name: str) -> Finding:
    message = f"Das Bild {excerpt(name)} liegt bei den Artikeln. In diesem Ordner wird es nicht veröffentlicht."
    remedy = f"Legen Sie das Bild in den Ordner {PICTURE_FOLDER} und schreiben Sie im Artikel „../bilder/{name}“."
    return Finding(TextRule.MISPLACED_FILE, Place(file), message, remedy)


def _topics(file: str, name: str) -> Finding:
    message = f"Die Liste der Schlagworte heißt hier {excerpt(name)} und wird unter diesem Namen nicht gefunden."
    remedy = f"Nennen Sie die Datei „{posixpath.basename(TOPICS_FILE)}“."
    return Finding(TextRule.INVALID_FILE_NAME, Place(file), message, remedy)


def _misplaced(file: str) -> Finding:
    folders = ", ".join(folder.source for folder in FOLDERS)
    remedy = f"Verschieben Sie die Datei. Texte liegen in: {folders}."
    return Finding(
        TextRule.MISPLACED_FILE, Place(file), "An dieser Stelle wird die Datei nicht veröffentlicht.", remedy
    )


def _remedy(folder: str, name: str, files: Collection[str]) -> str:
    slug = _slug_of(bare_name(name))
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
