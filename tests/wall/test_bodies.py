"""No dangerous Markdown passes the check, and none becomes HTML: two walls, each of which holds without the other."""

import re
from pathlib import Path

import markdown
import pytest
import yaml

from building import ROOT
from host.finished_page import Permit, check_page
from host.plain_markdown import MARKDOWN_EXTENSIONS, converted
from host.plain_values import check_values
from host.project import read_project
from host.rules import SiteRule
from knowledge_base.texts.plain_pages import check_plain_pages
from knowledge_base.texts.rules import TextRule
from wall.markdown_attacks import BODIES, CASES, HARMLESS, SEEDS
from wall.reading_bodies import IMPRINT, dangers_in, findings_about_body, project_with

EVERYTHING = [*BODIES, *CASES.values(), *SEEDS]


def as_other_sites_read(body: str) -> str:
    """Return what Markdown makes of a body where nobody took its HTML and its attribute lists away."""
    return markdown.markdown(body, extensions=[*MARKDOWN_EXTENSIONS, "attr_list"])


def test_there_are_more_than_a_hundred_dangerous_bodies_of_our_own() -> None:
    assert len(set(BODIES)) > 150


@pytest.mark.parametrize("body", EVERYTHING)
def test_a_dangerous_body_ends_the_build_with_its_file_and_line(body: str, tmp_path: Path) -> None:
    findings = findings_about_body(tmp_path, body)
    assert findings
    lines = f"# Impressum\n\n{body}\n".count("\n")
    assert all(finding.place.file == IMPRINT and 3 <= finding.place.line <= lines for finding in findings)


@pytest.mark.parametrize("body", HARMLESS)
def test_a_harmless_body_brings_no_finding_and_nothing_forbidden(body: str, tmp_path: Path) -> None:
    assert findings_about_body(tmp_path, body) == []
    assert check_page(converted(body), Permit()) == ()


@pytest.mark.parametrize("body", EVERYTHING)
def test_what_our_markdown_makes_of_it_holds_no_element_of_the_editor_s(body: str) -> None:
    html = converted(body)
    assert not re.search(r"<(?:script|iframe|svg|math|style|form|object|meta|link|base|b|x)\b", html)
    assert not [danger for danger in dangers_in(html) if " on" in danger]


@pytest.mark.parametrize("body", EVERYTHING)
def test_the_finished_page_is_refused_even_where_markdown_lets_html_through(body: str) -> None:
    html = as_other_sites_read(body)
    if dangers_in(html):
        assert check_page(html, Permit())


def test_without_the_wall_most_of_them_would_have_been_dangerous() -> None:
    dangerous = [body for body in EVERYTHING if dangers_in(as_other_sites_read(body))]
    assert len(dangerous) > 100


@pytest.mark.parametrize("case", CASES)
def test_what_came_from_outside_is_refused_in_the_line_where_it_stands(case: str, tmp_path: Path) -> None:
    text = CASES[case]
    (finding, *_) = findings_about_body(tmp_path, text)
    assert {
        "bild-von-fremd": ("fremdes-bild", 3),
        "code-spanne": ("roher-html", 3),
        "eigenschaft": ("roher-html", 3),
        "seite-ohne-pruefung": ("roher-html", 3),
        "titel": ("roher-html", 4),
        "verweis-im-zitat": ("unsicherer-link", 5),
        "weiterleitung": ("roher-html", 3),
    }[case] == (finding.slug, finding.place.line)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: <script>alert(1)</script>\n---\n",
        '---\ntitle: x\ndescription: "a <img src=x onerror=alert(1)>"\n---\n',
        "---\ntitle: x\nhide:\n  - <b>\n---\n",
        "---\ntitle: x\n...\n<script>alert(1)</script>\n---\n",
        "\ufeff---\r\ntitle: </title><script>\r\n---\r\n",
    ],
)
def test_a_front_matter_with_html_ends_the_build(front: str, tmp_path: Path) -> None:
    root = project_with(tmp_path, f"{front}\nText\n")
    slugs = {finding.slug for finding in read_project(root, root / "questionnaire").findings}
    assert TextRule.RAW_HTML in slugs


def test_no_other_rule_reads_what_stands_in_values() -> None:
    files = {IMPRINT: b"---\ntitle: <script>alert(1)</script>\n---\n\nText\n"}
    assert list(check_plain_pages(files, frozenset())) == []
    assert [finding.place.line for finding in check_values(files)] == [2, 2]


def test_a_file_that_could_run_is_not_published(tmp_path: Path) -> None:
    root = project_with(tmp_path, "# Impressum\n")
    for name in ("seite.html", "programm.js", "bild.SVG", "modul.mjs", "seite.xhtml", "stil.css", "liste.xml", "ohne"):
        (root / "docs" / name).write_text("<script>alert(1)</script>", encoding="utf-8")
    for name in ("bild.PNG", "papier.pdf", ".versteckt.html"):
        (root / "docs" / name).write_bytes(b"")
    found = read_project(root, root / "questionnaire").findings
    refused = [each.place.file for each in found if each.slug == SiteRule.FORBIDDEN_FILE]
    assert len(refused) == 8
    assert not [file for file in refused if "bild.PNG" in file or "papier" in file or "versteckt" in file]


def test_mkdocs_yml_names_the_parts_of_markdown_that_the_check_knows() -> None:
    settings = yaml.safe_load(re.sub(r"!ENV.*", "''", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    named = {each if isinstance(each, str) else next(iter(each)) for each in settings["markdown_extensions"]}
    assert named | {"fenced_code"} == set(MARKDOWN_EXTENSIONS)  # MkDocs itself adds the last one
