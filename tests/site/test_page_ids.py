"""The page with the form is one space of ids: the questionnaire's own and those that the page needs for itself.

Those that the page needs are kept from authors all the same: `#QUESTION` shall lead to the question.
"""

import re
from pathlib import Path

import pytest

from examples.worked import catalogue
from selfcheck_site.integrity import is_reserved


def test_every_id_that_the_page_needs_for_itself_is_reserved(site: Path) -> None:
    html = (site / "selbstcheck/fragebogen/index.html").read_text(encoding="utf-8")
    ids = {found.partition(".")[0] for found in re.findall(r'\sid="([^"]+)"', html)}
    # Those of a question and what lies inside it go on behind a full stop, which no author's id has.
    followed = re.compile(r"frage|feld|q[1-9]\d?")
    assert {name for name in ids if not followed.fullmatch(name) and not is_reserved(name)} == set()


def test_no_author_can_give_an_id_or_a_name_that_stands_on_the_page(site: Path) -> None:
    """Theirs hold no full stop: without any list, they are apart from ours and from what a form calls its own."""
    html = (site / "selbstcheck/fragebogen/index.html").read_text(encoding="utf-8")
    form = html[html.index('<form id="selbstcheck"') : html.index("</form>")]
    given = {question.id for question in catalogue().questions()} | {field.id for field in catalogue().fields}
    names = set(re.findall(r'\s(?:id|name)="([^"]+)"', form))
    assert names & given == set()
    assert all("." in name or is_reserved(name) for name in names)
    assert {f"frage.{question.id}" for question in catalogue().questions()} <= names


@pytest.mark.parametrize("view", ["answers", "result"])
def test_a_view_brings_no_id_that_is_not_reserved(view: str) -> None:
    templates = Path(__file__).parents[2] / "plugins/selfcheck_site/views/templates"
    parts = [path.read_text(encoding="utf-8") for path in sorted(templates.glob(f"{view}*.html"))]
    ids = {found for part in parts for found in re.findall(r'\sid="([^"{.]+)', part)}
    assert ids
    assert {name for name in ids if not is_reserved(name)} == set()
