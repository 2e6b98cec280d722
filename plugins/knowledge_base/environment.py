"""The Jinja2 environment of the knowledge platform's pages: autoescape on, nothing undefined passes."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from knowledge_base import wording
from knowledge_base.setting import rubric_path, topic_path
from selfcheck_site.views.environment import environment as views_environment


@cache
def environment() -> Environment:
    """Return the environment, made once; templates of this package come first, then those of the self-check's views.

    Filters are those of the views (`percent`, `exact` …) and, from `wording`, `date`, `grouped`, `web` and `host`.
    """
    views = views_environment()
    own = PackageLoader("knowledge_base")
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        loader=ChoiceLoader([own, views.loader] if views.loader else [own]),
    )
    made.filters.update(views.filters)
    made.filters.update(date=wording.date, grouped=wording.grouped, web=wording.web_address, host=wording.host)
    made.filters.update(potential=wording.POTENTIALS.__getitem__, format_word=wording.FORMATS.__getitem__)
    made.globals.update(wording=wording, kind_title=wording.kind_title, topic_path=topic_path, rubric_path=rubric_path)
    return made


def render(template: str, **values: object) -> str:
    """Return the template filled with the values. Raises `jinja2.UndefinedError` where one is missing."""
    return environment().get_template(template).render(**values)
