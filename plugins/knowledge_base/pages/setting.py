"""What a page of the knowledge platform needs besides its items: titles of what they name, and addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from knowledge_base.texts.kinds import Rubric, Topic
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.face import question_place

MAGAZINE = "magazin"
TITLES = "schlagworte"
METHODS = "methoden"
PROFILES = "kommunen"
HELP = "rueckhalt"
SEARCH = "suche"
QUESTIONNAIRE = "selbstcheck/fragebogen"


def rubric_path(rubric: Rubric) -> str:
    """Return the page that lists the articles of a rubric, as a path of the site without ending."""
    return f"{MAGAZINE}/rubrik/{rubric.value}"


def topic_path(topic: str) -> str:
    """Return the page that lists everything on a topic, as a path of the site without ending."""
    return f"{TITLES}/{topic}"


def cards_path(field: str) -> str:
    """Return the page with the question cards of a Handlungsfeld, as a path of the site without ending."""
    return f"{METHODS}/material/fragekarten-{field}"


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of one page.

    Attributes:
        catalogue: the compiled questionnaire.
        topics: the Schlagworte, in the order in which lists show them.
        url: turns a path of the site such as `methoden/world-cafe/` into an address relative to the page.
    """

    catalogue: Catalogue
    topics: tuple[Topic, ...]
    url: Callable[[str], str]

    def href(self, path: str) -> str:
        """Return the address of a page given as a path without ending."""
        return self.url(f"{path}/")

    def field_title(self, slug: str) -> str:
        """Return the title of a Handlungsfeld, or the slug where the questionnaire has none of this name."""
        return next((field.title for field in self.catalogue.fields if field.id == slug), slug)

    def topic_title(self, slug: str) -> str:
        """Return the title of a topic, or the slug where there is none."""
        return next((topic.title for topic in self.topics if topic.slug == slug), slug)

    def type_title(self, slug: str) -> str:
        """Return the title of a type of municipality, or the slug where there is none."""
        return next((kind.title for kind in self.catalogue.municipality_types if kind.id == slug), slug)

    def question_href(self, question: str) -> str:
        """Return the address of a question on the questionnaire's page."""
        return f"{self.href(QUESTIONNAIRE)}#{question_place(question)}"
