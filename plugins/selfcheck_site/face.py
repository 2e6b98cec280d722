"""What the knowledge platform may know of the self-check: how levels, numbers, dates and pictures look.

The one module that the platform imports from here; the words and templates behind it are those of every result, and
programs are served as those of the form.
"""

from jinja2 import Environment

from selfcheck_site.bundling.programs import served_content, served_name
from selfcheck_site.views.figures import NARROW, WIDE, Drawing, Subject, broken, drawing
from selfcheck_site.views.places import question_place
from selfcheck_site.views.rendering import environment
from selfcheck_site.views.wording import date

__all__ = [
    "NARROW", "WIDE", "Drawing", "Subject", "broken", "date", "drawing", "question_place", "served_content",
    "served_name", "views_environment",
]  # fmt: skip


def views_environment() -> Environment:
    """Return the environment of all views: its filters for numbers and dates, and its templates, such as the bars."""
    return environment()
