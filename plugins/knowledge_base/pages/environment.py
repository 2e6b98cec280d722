"""The Jinja2 environment of the knowledge platform's pages: autoescape on, nothing undefined passes."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from knowledge_base.pages import vocabulary
from knowledge_base.pages.setting import rubric_path, topic_path
from selfcheck_site.face import views_environment


@cache
def environment() -> Environment:
    """Return the environment, made once; templates of this package come first, then those of the self-check's views.

    Filters are those of the views (`percent`, `exact` …) and, from `vocabulary`, `date`, `grouped`, `web` and `host`.
    """
    views = views_environment()
    own = PackageLoader("knowledge_base.pages")
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        loader=ChoiceLoader([own, views.loader] if views.loader else [own]),
    )
    made.filters.update(views.filters)
    made.filters.update(
        date=vocabulary.date, grouped=vocabulary.grouped, web=vocabulary.web_address, host=vocabulary.host
    )
    made.filters.update(potential=vocabulary.POTENTIALS.__getitem__, format_word=vocabulary.FORMATS.__getitem__)
    made.globals.update(
        vocabulary=vocabulary, kind_title=vocabulary.kind_title, topic_path=topic_path, rubric_path=rubric_path
    )
    return made


def render(template: str, **values: object) -> str:
    """Return the template filled with the values. Raises `jinja2.UndefinedError` where one is missing."""
    return environment().get_template(template).render(**values)
