"""What the search takes of a text, of any other page and of a question."""

from collections.abc import Iterable, Mapping

from knowledge_base.search.index import FilterNames, PageKind, SearchPage
from knowledge_base.search.page_text import page_text
from knowledge_base.texts.german_order import sort_key
from knowledge_base.texts.kinds import Article, Help, Item, Material, Method, Profile
from selfcheck_core.catalogue import Catalogue

_KINDS: Mapping[type[Item], PageKind] = {
    Article: PageKind.ARTICLE,
    Method: PageKind.METHOD,
    Material: PageKind.METHOD,
    Profile: PageKind.MUNICIPALITY,
    Help: PageKind.HELP,
}
# What people call the way into a part of the site, whatever its title and introduction say.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "magazin/": ("Liste der Artikel", "Übersicht"),
    "methoden/": ("Liste der Methoden", "Übersicht"),
    "kommunen/": ("Liste der Modellkommunen", "Übersicht"),
    "selbstcheck/": ("Selbstcheck",),
}
_FOLDERS: Mapping[str, PageKind] = {
    "technik/daten/": PageKind.PAGE,  # for readers
    "schlagworte/": PageKind.LIST,
    "magazin/rubrik/": PageKind.LIST,
    "mitwirken/": PageKind.MAKING,
    "technik/": PageKind.MAKING,
}


def text_page(item: Item, url: str, html: str, topics: Mapping[str, str]) -> SearchPage:
    """Return a text as it is searched; `topics` gives the titles of Schlagworte by their slugs."""
    found = page_text(html)
    return SearchPage(
        url=url,
        title=item.title,
        kind=_KINDS.get(type(item), PageKind.PAGE),
        summary=item.summary,
        headings=found.headings,
        text=found.text,
        fields=item.fields,
        municipalities=_municipalities(item),
        topics=tuple(topics.get(slug, slug) for slug in item.topics),
    )


def plain_page(url: str, title: str, summary: str, html: str = "") -> SearchPage:
    """Return any other page; without its HTML, as suits a list of titles, it is found by title and summary only."""
    found = page_text(html)
    kind = next((kind for folder, kind in _FOLDERS.items() if url.startswith(folder)), PageKind.PAGE)
    return SearchPage(url, title, kind, summary, found.headings, found.text, names=_NAMES.get(url, ()))


def question_pages(catalogue: Catalogue, form: str) -> tuple[SearchPage, ...]:
    """Return every question as a result of its own that leads to its place on the form's page."""
    return tuple(
        SearchPage(
            url=f"{form}#{question.id}",
            title=question.text,
            kind=PageKind.QUESTION,
            text=" ".join((question.why, *question.rungs, *(each.text for each in question.suggestions))),
            fields=(field.id,),
            topics=(theme.title,),
        )
        for field in catalogue.fields
        for theme in field.themes
        for question in theme.questions
    )


def filter_names(catalogue: Catalogue, profiles: Iterable[Profile]) -> FilterNames:
    """Return what results can be filtered by: fields in the questionnaire's order, municipalities in that of titles."""
    return FilterNames(
        {field.id: field.title for field in catalogue.fields},
        {profile.slug: profile.title for profile in sorted(profiles, key=lambda profile: sort_key(profile.title))},
    )


def _municipalities(item: Item) -> tuple[str, ...]:
    if isinstance(item, Article):
        return item.municipalities
    if isinstance(item, Method):
        return tuple(dict.fromkeys(example.municipality for example in item.examples))
    return (item.slug,) if isinstance(item, Profile) else ()
