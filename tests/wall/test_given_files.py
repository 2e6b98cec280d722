"""A file below docs/ is published as it is, so kinds that a browser would run are refused: nobody else stops them."""

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.structure.files import get_files
from playwright.sync_api import Browser, expect

from host.given_files import check_files
from host.rules import SiteRule
from site_server import serving

PROGRAM = "document.documentElement.setAttribute('data-ran', '')"
_HTML = f"<!doctype html><title>x</title><script>{PROGRAM}</script>"
_XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script>{PROGRAM}</script></head></html>'
_SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{PROGRAM}</script></svg>'

PAGES = {
    "seite.html": _HTML,
    "seite.htm": _HTML,
    "SEITE.HTML": _HTML,
    "seite.xhtml": _XHTML,
    "seite.xht": _XHTML,
    "liste.xml": _XHTML,
    "bild.svg": _SVG,
    "bilder/BILD.SVG": _SVG,
}
"""What runs as soon as somebody opens it."""

PARTS = (
    "programm.js",
    "modul.mjs",
    "programm.wasm",
    "stil.css",
    "vorlage.xsl",
    "paket.zip",
    "seite.mht",
    "ohne-endung",
)
"""What another page could load, or what a browser or a system makes of it by itself."""

HARMLESS = (
    "bild.png",
    "BILD.JPEG",
    "bild.webp",
    "papier.pdf",
    "liste.csv",
    "text.md",
    "tabelle.xlsx",
    ".versteckt.html",
)


@pytest.mark.parametrize("name", [*PAGES, *PARTS, "bild.png.html", "bild.svg ", "bild.svg."])
def test_a_file_that_could_run_is_refused_by_name(name: str) -> None:
    (finding,) = check_files(["index.md", name])
    assert (finding.slug, finding.place.file) == (SiteRule.FORBIDDEN_FILE, f"docs/{name}")
    assert finding.stops


@pytest.mark.parametrize("name", HARMLESS)
def test_pictures_papers_and_texts_are_published(name: str) -> None:
    assert list(check_files([name])) == []


def test_without_the_guard_every_one_of_them_would_be_published(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for name in (*PAGES, *PARTS, ".versteckt.html"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(PAGES.get(name, PROGRAM), encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    files = get_files(load_config(str(tmp_path / "mkdocs.yml")))
    published = {file.src_uri for file in files if file.inclusion.is_included()}
    assert published == {*PAGES, *PARTS}


def test_and_opening_one_of_them_would_run_its_program_on_the_site(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    with serving(tmp_path) as host:
        for name, text in PAGES.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
            page = context.new_page()
            page.goto(host.url + name)
            expect(page.locator(":root")).to_have_attribute("data-ran", "")
    context.close()
