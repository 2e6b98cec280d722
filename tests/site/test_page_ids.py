"""The page with the form is one space of ids: the questionnaire's own and those that the page needs for itself."""

import re
from pathlib import Path

from examples.worked import catalogue
from selfcheck_site.integrity import is_reserved


def test_every_id_that_the_page_needs_for_itself_is_reserved(site: Path) -> None:
    html = (site / "selbstcheck/fragebogen/index.html").read_text(encoding="utf-8")
    ids = {found.partition(".")[0] for found in re.findall(r'\sid="([^"]+)"', html)}
    fields = catalogue().fields
    themes = [theme.id for field in fields for theme in field.themes]
    own = {*(field.id for field in fields), *themes, *(question.id for question in catalogue().questions())}
    assert own & ids, "no field and no question is on the page"
    assert {name for name in ids - own if not is_reserved(name)} == set()
    assert {name for name in own if is_reserved(name)} == set()


def test_a_result_brings_no_id_that_is_not_reserved() -> None:
    templates = Path(__file__).parents[2] / "plugins/selfcheck_site/views/templates"
    parts = [path.read_text(encoding="utf-8") for path in sorted(templates.glob("result*.html"))]
    ids = {found for part in parts for found in re.findall(r'\sid="([^"{.]+)', part)}
    assert ids
    assert {name for name in ids if not is_reserved(name)} == set()
