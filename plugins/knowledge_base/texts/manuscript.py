"""One file as far as it could be read, and all of them together as the rules see them."""

from dataclasses import dataclass

from editorial.entries import Entry
from knowledge_base.texts.folders import Address
from knowledge_base.texts.kinds import Item
from knowledge_base.texts.markdown_body import Body
from selfcheck_core.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One file as far as it could be read.

    Attributes:
        address: where it lies and where it is published, whether or not it could be read.
        entry: the front matter with places, None where none could be read.
        body: the Markdown below; empty where the file is no text.
        item: the value for everything else, None where an error stands in the way.
    """

    address: Address
    entry: Entry | None
    body: Body
    item: Item | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the texts may refer to beside one another.

    Attributes:
        pages: every other file of the site by its path in it, with ending: `selbstcheck/index.md`, `bilder/karte.svg`.
        catalogue: the compiled questionnaire, None where it could not be compiled; then nothing is held against it.
        today: the latest day that may stand in a text, such as "2026-11-28"; empty where nobody asks.
    """

    pages: frozenset[str] = frozenset()
    catalogue: Catalogue | None = None
    today: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """All texts as far as they could be read, with the topics' entries and what lies around them."""

    manuscripts: tuple[Manuscript, ...]
    topics: tuple[Entry, ...]
    surroundings: Surroundings
