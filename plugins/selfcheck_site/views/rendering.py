"""The one Jinja2 environment of all views: autoescape on, nothing undefined passes.

Templates come from this package; those of the form stand beside the scripts and styles of the same part.
"""

import pkgutil
from contextlib import suppress
from fractions import Fraction
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from selfcheck_site.views import wording
from selfcheck_site.views.places import field_place, question_place, theme_place


@cache
def environment() -> Environment:
    """Return the environment, made once, with the German filters ``number``, ``percent`` and ``date`` of ``wording``.

    A fourth filter, ``exact``, writes a number for machines: "5/9", and nothing where there is none.
    """
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        loader=FunctionLoader(_source),
    )
    made.filters.update(number=wording.number, percent=wording.percent, date=wording.date, exact=_exact)
    made.globals.update(
        counted=wording.counted, question_place=question_place, field_place=field_place, theme_place=theme_place
    )
    return made


def _exact(value: Fraction | None) -> str:
    return "" if value is None else str(value)


# The browser's bundle has the first alone: the form is written by the build.
_PLACES = ((__package__, "templates"), (__package__.partition(".")[0], "browser"))


def _source(name: str) -> str | None:
    # get_data asks the package's own loader, so it also finds the templates inside a zip.
    for package, folder in _PLACES:
        with suppress(OSError):
            data = pkgutil.get_data(package, f"{folder}/{name}")
            return None if data is None else data.decode()
    return None
