"""What is served of Material's style sheet: all that can apply to our pages, and nothing else."""

import re
from pathlib import Path

import material as theme
import pytest
from selectolax.lexbor import LexborHTMLParser

from host.material_style import CLASSES, needed

SHEETS = Path("assets") / "stylesheets"


@pytest.fixture(scope="module")
def material() -> str:
    """Return the whole sheet of the installed release."""
    (sheet,) = (Path(theme.__path__[0]) / "templates" / SHEETS).glob("main.*.min.css")
    return sheet.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def materials_classes(material: str) -> set[str]:
    """Return every class that the whole sheet has a rule for."""
    strings = re.sub(r"url\([^)]*\)|\"[^\"]*\"", "", material)
    return set(re.findall(r"\.([a-zA-Z_][\w-]*)", re.sub(r"(?<=\{)[^{}]*(?=\})", "", strings)))


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("a{color:red}", "a{color:red;}"),
        (".md-typeset h1{color:red}", ".md-typeset h1{color:red;}"),
        (".md-nav a{color:red}", ""),
        (".md-typeset .tabbed-set{color:red}", ""),
        (".md-nav a,.md-typeset a{color:red}", ".md-typeset a{color:red;}"),
        (".md-typeset:not(.focus-visible) a{color:red}", ".md-typeset:not(.focus-visible) a{color:red;}"),
        ("[dir=rtl] .md-search{color:red}", ""),
        ("@media print{.md-nav{color:red}}", ""),
        ("@media print{.md-nav{color:red}.note{color:red}}", "@media print{.note{color:red;}}"),
        ("@media print{@media screen{.md-nav{color:red}}}", ""),
        (":root{--icon:url('a{b}c;d')}", ""),
        (":root{--ink:red}a{color:var(--ink)}", ":root{--ink:red;}a{color:var(--ink);}"),
        (":root{--ours:red}", ":root{--ours:red;}"),
        (":root{--spare:red}a{color:var(--ink,var(--spare))}", ":root{--spare:red;}a{color:var(--ink,var(--spare));}"),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
    ],
)
def test_a_rule_stays_where_our_pages_have_its_classes_and_a_property_where_anything_reads_it(
    rule: str, left: str
) -> None:
    assert needed(rule, "p{color:var(--ours)}") == left


def test_no_page_has_a_class_of_material_whose_rules_are_left_out(site: Path, materials_classes: set[str]) -> None:
    left_out = materials_classes - CLASSES
    assert {"md-nav", "tabbed-set", "highlight"} <= left_out
    found = {
        (path.relative_to(site).as_posix(), name)
        for path in site.rglob("*.html")
        for name in left_out & set(classes_on(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def test_a_page_with_such_a_class_would_be_seen(materials_classes: set[str]) -> None:
    assert materials_classes & set(classes_on('<p class="md-typeset tabbed-set">')) - CLASSES == {"tabbed-set"}


def classes_on(html: str) -> list[str]:
    marked = LexborHTMLParser(html).css("[class]")
    return [name for each in marked for name in (each.attributes["class"] or "").split()]


def test_what_is_served_is_a_quarter_of_the_whole(site: Path, material: str) -> None:
    (sheet,) = (site / SHEETS).glob("material.*.css")
    assert len(sheet.read_bytes()) * 4 < len(material.encode())
    assert ".md-typeset" in sheet.read_text(encoding="utf-8")
