"""A deliberate script in each kind of page and place: the build stops, or what was typed is read as text."""

import re
from pathlib import Path

import pytest
from justhtml import JustHTML

from building import Built, build, copy_of_the_project
from wall.reading_bodies import dangers_in

SCRIPT = "<script>document.title=1</script>"
ESCAPED = r"\x3cscript>document.title=1\x3c/script>\" onfocus=\"alert(1)"
"""The same in a YAML text that holds no „<“, with an attribute behind it."""
READ = '<script>document.title=1</script>" onfocus="alert(1)'

BODIES = (
    "docs/impressum.md",
    "docs/datenschutz.md",
    "docs/index.md",
    "docs/suche.md",
    "docs/selbstcheck/methode.md",
    "docs/selbstcheck/fragebogen.md",
    "docs/technik/daten.md",
    "magazine/ziel-vor-methode.md",
    "magazine/index.md",
    "docs/kommunen/krefeld.md",
    "docs/kommunen/index.md",
    "docs/methoden/world-cafe.md",
    "docs/methoden/material/selbstcheck-workshop-protokoll.md",
    "docs/rueckhalt/vorbereiten.md",
)
VALUES = (
    ("magazine/ziel-vor-methode.md", "titel: "),
    ("magazine/ziel-vor-methode.md", "kurz: "),
    ("docs/kommunen/krefeld.md", "titel: "),
    ("docs/kommunen/krefeld.md", "bezeichnung: "),
    ("docs/methoden/world-cafe.md", "kurz: "),
    ("docs/rueckhalt/vorbereiten.md", "fuer-wen: "),
    ("docs/impressum.md", "title: "),
    ("docs/datenschutz.md", "description: "),
    ("magazine/schlagworte.yaml", "  titel: "),
    ("questionnaire/katalog.yaml", "titel: "),
    ("questionnaire/handlungsfelder/management-und-steuerung.yaml", "titel: "),
    ("questionnaire/handlungsfelder/management-und-steuerung.yaml", "        frage: "),
    ("mkdocs.yml", "site_name: "),
    ("mkdocs.yml", "site_description: "),
    ("mkdocs.yml", "copyright: "),
    ("mkdocs.yml", "  - Projekt: "),
)


def edited(project: Path, file: str, old: str, new: str) -> int:
    """Replace the first `old` of a file and return the line it stands in."""
    text = (project / file).read_text(encoding="utf-8")
    assert old in text, (file, old)
    (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + new[: new.find("<")].count("\n") + 1


def refused(done: Built) -> set[str]:
    """Return file and line of each thing that a build found."""
    assert done.code == 1, done.said
    assert "Traceback" not in done.said
    return {f"{file}:{line}" for file, line in re.findall(r"^(\S+?):(\d+):\d+: Fehler \[", done.said, re.MULTILINE)}


def test_a_script_in_any_body_and_any_value_stops_the_build_with_its_file_and_line(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    expected = set()
    for file, key in VALUES:
        text = (project / file).read_text(encoding="utf-8")
        found = re.search(rf"^{re.escape(key)}(.*)$", text, re.MULTILINE)
        assert found, (file, key)
        before = f"{key}'{SCRIPT}'" if not key.startswith("  - ") else f"  - '{SCRIPT}': "
        line = edited(project, file, found.group() if key.startswith("  - ") is False else key, before)
        expected.add(f"{file}:{line}")
    for file in BODIES:
        text = (project / file).read_text(encoding="utf-8").rstrip("\n")
        (project / file).write_text(f"{text}\n\n{SCRIPT}\n", encoding="utf-8")
        expected.add(f"{file}:{text.count(chr(10)) + 3}")
    (project / "docs/seite.html").write_text(SCRIPT, encoding="utf-8")
    assert {*expected, "docs/seite.html:1"} <= refused(build(project / "site", project=project))


TEMPLATES = (
    ("theme/404.html", "  <ul>", f"  {SCRIPT}\n  <ul>", "theme/404.html"),
    ("theme/partials/footer.html", "<p>{{ config", '<p onclick="alert(1)">{{ config', "theme/partials/footer.html"),
    ("theme/base.html", '<body dir="ltr">', '<body dir="ltr" onload="alert(1)">', "theme/base.html"),
)


def test_a_template_that_runs_something_stops_the_build_and_no_such_page_is_written(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    expected = {f"{named}:{edited(project, file, old, new)}" for file, old, new, named in TEMPLATES}
    done = build(tmp_path / "site", project=project)
    assert expected <= refused(done)
    assert list((tmp_path / "site").rglob("*.html")) == []


def test_a_template_that_forgets_to_escape_stops_the_build_in_the_line_of_the_value(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    edited(project, "theme/base.html", "{{ title }} –", "{{ title | safe }} –")
    edited(project, "theme/base.html", "<h1>{{ page.title | plain }}</h1>", "<h1>{{ page.title | safe }}</h1>")
    edited(project, "theme/partials/provenance.html", "{% if page and", "{{ page.title | safe }}{% if page and")
    name = "docs/impressum.md"
    text = (project / name).read_text(encoding="utf-8")
    title = re.search(r"^title: .*$", text, re.MULTILINE)
    assert title
    line = edited(project, name, title.group(), r'title: "a \x3cimg src=x onerror=alert(1)>"')
    assert refused(build(project / "site", project=project)) == {f"{name}:{line}"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site all of whose values try to break out of where they are printed, without a sign that is refused."""
    project = copy_of_the_project(tmp_path_factory.mktemp("feindlich"))
    for file, key in VALUES:
        text = (project / file).read_text(encoding="utf-8")
        found = re.search(rf"^{re.escape(key)}(.*)$", text, re.MULTILINE)
        assert found
        if key.startswith("  - "):
            edited(project, file, key, f'  - "{ESCAPED}": ')
        else:
            edited(project, file, found.group(), f'{key}"{ESCAPED}"')
    heading = '\n\n## &lt;script&gt;alert(1)&lt;/script&gt;" onfocus="alert(1)\n\n## b\n\n## c\n'
    page = project / "docs/barrierefreiheit.md"
    page.write_text(page.read_text(encoding="utf-8") + heading, encoding="utf-8")
    done = build(project / "site", project=project, strict=False)
    assert done.code == 0, done.said
    return project / "site"


def test_no_value_breaks_out_of_the_place_where_it_is_printed(hostile: Path) -> None:
    pages = sorted(hostile.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        html = page.read_text(encoding="utf-8")
        found = [each for each in dangers_in(html) if each not in {"meta", "link", "script"}]
        assert found == [], page
        assert "<script>document" not in html, page


@pytest.mark.parametrize(
    ("page", "element"),
    [
        ("magazin/ziel-vor-methode", "h1"),
        ("magazin/ziel-vor-methode", "title"),
        ("magazin", "a"),
        ("kommunen/krefeld", "h1"),
        ("kommunen/krefeld", "title"),
        ("impressum", "title"),
        ("impressum", ".wk-brand span"),
        ("impressum", ".wk-menu a"),
        ("impressum", ".wk-footer p"),
        ("selbstcheck/fragebogen", "legend"),
    ],
)
def test_what_was_typed_is_read_as_it_was_typed(hostile: Path, page: str, element: str) -> None:
    tree = JustHTML((hostile / page / "index.html").read_text(encoding="utf-8"), sanitize=False)
    read = [node.to_text(separator="", strip=False) for node in tree.query(element)]
    assert any(READ in text for text in read), read[:5]


def test_a_heading_is_text_in_the_list_of_sections_too(hostile: Path) -> None:
    tree = JustHTML((hostile / "barrierefreiheit/index.html").read_text(encoding="utf-8"), sanitize=False)
    listed = [node.to_text(separator="", strip=False) for node in tree.query(".wk-toc a")]
    assert '<script>alert(1)</script>" onfocus="alert(1)' in listed
