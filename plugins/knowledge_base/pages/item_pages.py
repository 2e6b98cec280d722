"""What surrounds the text of a page: its head, made from the front matter, and its foot with the ways on.

All functions return an HTML fragment. Heads stand between the page's `<h1>` and its text, feet behind the text; their
headings begin at `<h2>`. Neighbours (methods, profiles, articles …) are given as items, in the order to show;
`pointers` are the suggestions of the questionnaire that lead to the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from knowledge_base.pages import vocabulary
from knowledge_base.pages.environment import render
from knowledge_base.pages.schedule import WIDTH, day
from knowledge_base.pages.setting import Setting, cards_path
from knowledge_base.texts.kinds import Article, Help, Item, Material, Method, Profile
from knowledge_base.texts.library import Pointer
from selfcheck_core.catalogue import Catalogue, Level
from selfcheck_core.report import Confidence, Measure
from selfcheck_site import face

CARDS_FOR = "selbstcheck-workshop"  # the guide whose material the question cards are


@dataclass(frozen=True, slots=True)
class PublishedLevel:
    """A published level of one Handlungsfeld, in the order of today's questionnaire."""

    field: str
    title: str
    level: Level
    end: Fraction


def beside(related: Sequence[Item], setting: Setting) -> str:
    """Return „Passt dazu“, which stands beside the text of a page, or below it; empty where nothing does."""
    return render("beside.html", items=related, setting=setting) if related else ""


def article_head(article: Article, setting: Setting) -> str:
    """Return rubric, date, reading time, summary and the box „Wem das nützt“."""
    return render(
        "article_head.html", article=article, minutes=vocabulary.reading_minutes(article.body), setting=setting
    )


def article_foot(
    article: Article,
    setting: Setting,
    *,
    methods: Sequence[Method],
    profiles: Sequence[Profile],
) -> str:
    """Return the questions the article helps with, the methods and profiles it names, and its topics."""
    found = [setting.catalogue.question(each) for each in article.questions]
    return render(
        "article_foot.html",
        article=article,
        questions=[question for question in found if question],
        methods=methods,
        profiles=profiles,
        setting=setting,
    )


def profile_head(profile: Profile, setting: Setting) -> str:
    """Return the facts, what the municipality did as a dated list, and its published levels as picture and table."""
    published = published_levels(profile, setting.catalogue)
    return render(
        "profile_head.html",
        profile=profile,
        levels=published,
        pictures=level_pictures(published, setting.catalogue) if published else (),
        setting=setting,
    )


def profile_foot(
    profile: Profile,
    setting: Setting,
    *,
    articles: Sequence[Article],
    methods: Sequence[Method],
) -> str:
    """Return the articles about the municipality, the methods of its profile or its examples, and its topics."""
    return render("profile_foot.html", profile=profile, articles=articles, methods=methods, setting=setting)


def method_head(method: Method, setting: Setting) -> str:
    """Return the summary and the box of facts: aims, people, duration, preparation, cost and the rest."""
    return render("method_head.html", method=method, setting=setting)


def method_foot(  # noqa: PLR0913 - a guide has this many neighbours
    method: Method,
    setting: Setting,
    *,
    profiles: Sequence[Profile],
    articles: Sequence[Article],
    materials: Sequence[Material],
    pointers: Sequence[Pointer],
) -> str:
    """Return everything of the guide behind its introduction, from the steps to the questions that point to it.

    `profiles` are those that its examples name and those that name the method.
    """
    by_slug = {profile.slug: profile for profile in profiles}
    return render(
        "method_foot.html",
        method=method,
        day=day(method.steps),
        day_width=WIDTH,
        examples=[(each, by_slug[each.municipality]) for each in method.examples if each.municipality in by_slug],
        materials=materials,
        cards=[(each.title, cards_path(each.id)) for each in setting.catalogue.fields if method.slug == CARDS_FOR],
        articles=articles,
        profiles=[profile for profile in profiles if method.slug in profile.methods],
        pointers=pointers,
        setting=setting,
    )


def help_head(page: Help, setting: Setting) -> str:
    """Return when the page is needed, for whom it is, and its summary."""
    return render("help_head.html", page=page, setting=setting)


def help_foot(page: Help, setting: Setting, *, pointers: Sequence[Pointer]) -> str:
    """Return the contact points with the day each was checked, the references and the date."""
    return render("help_foot.html", page=page, pointers=pointers, setting=setting)


def material_head(material: Material, setting: Setting, *, method: Method | None) -> str:
    """Return the summary and the way back to the guide that the sheet belongs to."""
    return render("material_head.html", material=material, method=method, setting=setting)


def published_levels(profile: Profile, catalogue: Catalogue) -> tuple[PublishedLevel, ...]:
    """Return the profile's levels in the order of the questionnaire; a level or field it does not have is left out."""
    ends = [*(level.start for level in catalogue.levels[1:]), Fraction(1)]
    known = {level.id: (level, end) for level, end in zip(catalogue.levels, ends, strict=True)}
    return tuple(
        PublishedLevel(field.id, field.title, *known[profile.levels[field.id]])
        for field in catalogue.fields
        if profile.levels.get(field.id) in known
    )


def level_pictures(levels: Sequence[PublishedLevel], catalogue: Catalogue) -> tuple[face.Drawing, ...]:
    """Return the pictures for wide and narrow screens. A level covers its whole band: the value in it is not known."""
    subjects = [
        face.Subject(
            each.field,
            each.title,
            each.level.title,
            Measure(coverage=None, point=None, low=each.level.start, high=each.end),
            Confidence.TENTATIVE,
        )
        for each in levels
    ]
    return tuple(face.drawing(layout, catalogue.levels, subjects) for layout in (face.WIDE, face.NARROW))


def question_cards(field_id: str, setting: Setting) -> str:
    """Return printable cards, one a question of the Handlungsfeld. Raises KeyError for a field that does not exist."""
    field = {field.id: field for field in setting.catalogue.fields}[field_id]
    return render(
        "question_cards.html", field=field, cards=[(theme, each) for theme in field.themes for each in theme.questions]
    )
