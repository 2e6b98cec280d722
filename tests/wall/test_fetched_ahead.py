"""Nothing lets a browser connect, fetch or open something before a person asks for it, whatever page it stands on."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT, Built, surroundings
from host.finished_page import Guard, check_page
from host.plain_markdown import converted
from wall.page_attacks import PERMIT, page
from wall.reading_bodies import findings_about_body
from wall.test_bodies import as_other_sites_read

# What is fetched ahead → the guards that stop it.
AHEAD = {
    '<link rel="preconnect" href="https://example.org">': {Guard.LINK, Guard.ADDRESS},
    '<link rel="dns-prefetch" href="//namen.example">': {Guard.LINK, Guard.ADDRESS},
    '<link rel="prefetch" href="../magazin/">': {Guard.LINK},
    '<link rel="prerender" href="../kommunen/">': {Guard.LINK},
    '<link rel="next prefetch" href="../methoden/">': {Guard.LINK},
    '<link rel="PRECONNECT" href="/weltoffen/">': {Guard.LINK},
    '<link rel="preload" as="fetch" href="https://kommune.example/">': {Guard.LINK},
    '<script type="speculationrules">{"prefetch": [{"urls": ["../suche/"]}]}</script>': {Guard.SCRIPT},
    '<meta http-equiv="x-dns-prefetch-control" content="on">': {Guard.META},
}
PLACES = ("theme/base.html", "theme/partials/header.html", "theme/partials/footer.html", "theme/partials/trail.html")
UNGUARDED = """
import sys
from host import finished_page
from mkdocs.__main__ import cli
off = {finished_page.Guard[name] for name in sys.argv.pop(1).split(",") if name}
finished_page.check_page.__defaults__ = (tuple(each for each in finished_page.Guard if each not in off),)
cli()
"""


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("place", ["head", "body"])
def test_what_is_fetched_ahead_is_stopped_on_a_finished_page_and_published_without_its_guards(
    ahead: str, place: str
) -> None:
    html = page(**{place: ahead})
    assert {offence.guard for offence in check_page(html, PERMIT)} == AHEAD[ahead]
    assert check_page(html, PERMIT, [guard for guard in Guard if guard not in AHEAD[ahead]]) == ()


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("around", ["{}", "Text {} Text", "> {}", "- {}", "| a |\n|---|\n| {} |"])
def test_in_a_text_it_is_found_in_its_line_and_would_be_read_as_text(ahead: str, around: str, tmp_path: Path) -> None:
    body = around.format(ahead)
    line = 3 + body[: body.index("<")].count("\n")
    assert line in {finding.place.line for finding in findings_about_body(tmp_path, body)}
    assert not re.search("<(?:link|script|meta)", converted(body))
    without_the_wall = as_other_sites_read(body)
    assert AHEAD[ahead] <= {offence.guard for offence in check_page(page(without_the_wall), PERMIT)}


def project_with_hints(root: Path) -> Path:
    """Return a project of one page in whose templates all this stands, each in a line of its own at their end."""
    shutil.copytree(ROOT / "theme", root / "theme")
    for number, ahead in enumerate(AHEAD):
        template = root / PLACES[number % len(PLACES)]
        text = template.read_text(encoding="utf-8").rstrip("\n")
        inside = text.replace("</body>", f"{ahead}\n</body>") if "</body>" in text else f"{text}\n{ahead}"
        template.write_text(f"{inside}\n", encoding="utf-8")
    for name in ("build", "node_modules", "questionnaire"):
        (root / name).symlink_to(ROOT / name)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Start\n\nText.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Klein\ntheme: {name: material, custom_dir: theme, language: de, font: false}\n"
        "plugins:\n  - weltoffene_kommune: {questionnaire: questionnaire}\nextra: {generator: false, footer: []}\n",
        encoding="utf-8",
    )
    return root


def place_in(file: Path, ahead: str) -> int:
    """Return the line of a file in which this stands."""
    text = file.read_text(encoding="utf-8")
    return text.count("\n", 0, text.find(ahead)) + 1 if ahead in text else 0


def built_without(guards: set[Guard], project: Path) -> Built:
    """Build a project with these guards off."""
    names = ",".join(guard.name for guard in guards)
    done = subprocess.run(
        [sys.executable, "-c", UNGUARDED, names, "build", "-d", project / "site"],
        cwd=project, env=surroundings(), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return Built(project / "site", done.returncode, done.stdout + done.stderr)


def test_in_a_template_it_ends_the_build_in_a_line_with_such_a_thing_and_is_published_without_its_guards(
    tmp_path: Path,
) -> None:
    project = project_with_hints(tmp_path)
    done = built_without(set(), project)
    assert done.code == 1
    assert list(done.site.rglob("*.html")) == []
    assert done.said.count("[unerlaubter-inhalt]") >= len(AHEAD)
    told = set(re.findall(r"^(theme/\S+?):(\d+):1: Fehler \[unerlaubter-inhalt\]", done.said, re.MULTILINE))
    places = {(file, str(place_in(project / file, ahead))) for ahead in AHEAD for file in PLACES}
    assert len(told & places) > 5, done.said
    done = built_without(set[Guard]().union(*AHEAD.values()), project)
    assert done.code == 0, done.said
    html = (done.site / "index.html").read_text(encoding="utf-8")
    assert all(ahead in html for ahead in AHEAD)
