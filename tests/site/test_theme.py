"""What our frame takes of Material: one style sheet, found under whatever name the installed release gives it."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from host.served_files import typography_in

SHEET = "assets/stylesheets/main.57a0d79d.min.css"


def test_the_style_sheet_is_found_whatever_its_release_calls_it() -> None:
    others = ["assets/stylesheets/palette.7dc9a0ad.min.css", "assets/javascripts/main.js", f"{SHEET}.map"]
    assert typography_in([*others, SHEET]) == SHEET


@pytest.mark.parametrize("found", [[], [SHEET, "assets/stylesheets/main.00000000.min.css"]])
def test_a_theme_without_it_or_with_two_of_them_ends_the_build_with_a_sentence(found: list[str]) -> None:
    with pytest.raises(PluginError, match=rf"Material hat {len(found)} Dateien .* gebraucht wird genau eine"):
        typography_in(found)


def test_every_page_links_the_sheet_that_is_served(site: Path) -> None:
    (sheet,) = site.glob("assets/stylesheets/material.*.css")
    assert sheet.name == f"material.{sha256(sheet.read_bytes()).hexdigest()[:8]}.css"
    pages = sorted(site.rglob("*.html"))
    without = [page for page in pages if not re.search(rf'href="[^"]*{sheet.name}"', page.read_text(encoding="utf-8"))]
    assert len(pages) > 100
    assert without == []


def test_no_template_of_ours_names_a_release_of_material() -> None:
    theme = Path(__file__).parents[2] / "theme"
    assert [
        path.name for path in theme.rglob("*.html") if re.search(r"\.[0-9a-f]{8}\.min\.", path.read_text("utf-8"))
    ] == []
