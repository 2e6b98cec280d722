"""The site as the build leaves it on disk."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from building import Built, build, copy_of_the_project

HOMES = {
    "index.html", "selbstcheck/index.html", "selbstcheck/fragebogen/index.html", "selbstcheck/methode/index.html",
    "projekt/index.html", "mitwirken/index.html", "datenschutz/index.html", "impressum/index.html",
    "barrierefreiheit/index.html", "technik/architektur/index.html", "404.html",
}  # fmt: skip


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_page_is_there_and_the_build_says_no_warning(built: Built) -> None:
    assert {str(path.relative_to(built.site)) for path in pages(built.site)} >= HOMES
    assert "WARNING" not in built.said


def test_the_form_is_in_the_page_with_every_question(site: Path) -> None:
    html = (site / "selbstcheck/fragebogen/index.html").read_text(encoding="utf-8")
    questionnaires = Path(__file__).parents[2] / "questionnaire" / "handlungsfelder"
    listed = "".join(path.read_text(encoding="utf-8") for path in sorted(questionnaires.glob("*.yaml")))
    asked = len(re.findall(r"^\s+frage:", listed, re.MULTILINE))
    assert 'id="selbstcheck"' in html
    assert len(re.findall(r'<fieldset[^>]* id="', html)) >= asked
    assert "<!-- selbstcheck:" not in html


@pytest.mark.parametrize("page", sorted(HOMES))
def test_every_page_carries_a_strict_policy_before_anything_that_loads(site: Path, page: str) -> None:
    html = (site / page).read_text(encoding="utf-8")
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
    assert found
    assert "default-src 'none'" in found[1]
    assert "unsafe-inline" not in found[1]
    assert "'unsafe-eval'" not in found[1]
    assert html.index(found[0]) < html.index("<link")
    assert "sha256-" not in found[1]
    assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*json)[^>]*>", html) == []


def test_only_the_page_with_the_form_may_run_webassembly(site: Path) -> None:
    allowed = [
        str(path.relative_to(site)) for path in pages(site) if "wasm-unsafe-eval" in path.read_text(encoding="utf-8")
    ]
    assert "selbstcheck/fragebogen/index.html" in allowed
    assert "index.html" not in allowed


def test_no_page_and_no_style_loads_anything_from_elsewhere(site: Path) -> None:
    loads = re.compile(
        r"""<(?:script|img|iframe|link|source|video|audio|embed|object)\b[^>]*(?:src|href|data)=["']?(?://|https?:)"""
    )
    for path in pages(site):
        found = [tag for tag in loads.findall(path.read_text(encoding="utf-8")) if 'rel="canonical"' not in tag]
        assert found == [], path
    for path in site.rglob("*.css"):
        assert not re.search(r"""(?:url\(|@import)\s*["']?(?:https?:)?//""", path.read_text(encoding="utf-8")), path


def linked_styles(page: Path) -> list[Path]:
    tags = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.read_text(encoding="utf-8"))
    return [(page.parent / href).resolve() for href in tags]


def test_every_style_a_page_links_is_there(site: Path) -> None:
    for page in pages(site):
        if page.name != "404.html":  # it stands at no fixed depth, so its addresses begin at the root
            assert [style for style in linked_styles(page) if not style.is_file()] == [], page


def test_every_page_with_a_picture_of_levels_links_the_style_of_pictures(site: Path) -> None:
    drawn = [page for page in pages(site) if '<svg class="figure ' in page.read_text(encoding="utf-8")]
    assert drawn
    for page in drawn:
        assert "figure.css" in {style.name for style in linked_styles(page)}, page


def test_every_page_has_a_style_for_paper_and_it_comes_last(site: Path) -> None:
    for page in pages(site):
        tags = re.findall(r'<link rel="stylesheet"[^>]*>', page.read_text(encoding="utf-8"))
        assert re.search(r'assets/css/print\.css" media="print">$', tags[-1]), page


def test_what_the_self_check_loads_has_names_made_of_its_content(site: Path) -> None:
    html = (site / "selbstcheck/fragebogen/index.html").read_text(encoding="utf-8")
    loaded = re.findall(r'"(\.\./\.\./assets/(?:laufzeit|selbstcheck)/[^"]+)"', html)
    assert loaded
    assert all(re.search(r"[0-9a-f]{16}", name) for name in loaded)
    for name in loaded:
        assert (site / "selbstcheck/fragebogen" / name).resolve().exists(), name


def test_links_of_a_result_lead_from_the_page_of_the_form_to_pages_that_exist(site: Path) -> None:
    (bundle,) = site.glob("assets/laufzeit/selbstcheck-*.zip")
    with zipfile.ZipFile(bundle) as archive:
        catalogue, about = (json.loads(archive.read(f"selfcheck_site/views/{n}.json")) for n in ("catalogue", "site"))
    links = set(re.findall(r'"links": \[([^\]]*)\]', json.dumps(catalogue)))
    pages_linked = {link.strip('" ').partition("#")[0] for each in links for link in each.split(",") if each}
    assert pages_linked
    root = (site / "selbstcheck/fragebogen" / about["root"]).resolve()
    assert root == site.resolve()
    assert [page for page in pages_linked if not (root / page / "index.html").is_file()] == []


def test_material_s_own_scripts_are_not_served(site: Path) -> None:
    assert not (site / "assets" / "javascripts").exists()


def test_the_same_site_is_built_by_properdocs(site: Path, tmp_path: Path) -> None:
    other = build(tmp_path, host="properdocs")
    assert other.code == 0, other.said
    ours = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    theirs = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert theirs == ours
    assert (tmp_path / "selbstcheck/fragebogen/index.html").read_bytes() == (
        site / "selbstcheck/fragebogen/index.html"
    ).read_bytes()


def test_a_mistake_in_the_questionnaire_stops_the_build_with_its_place_and_no_traceback(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path / "projekt")
    field = sorted((project / "questionnaire/handlungsfelder").glob("*.yaml"))[0]
    field.write_text(
        field.read_text(encoding="utf-8").replace("dimension: praxis", "dimension: gelebt", 1), encoding="utf-8"
    )
    failed = build(tmp_path / "website", project=project)
    assert failed.code == 1
    assert re.search(rf"{field.name}:\d+:\d+: Fehler", failed.said)
    assert "Abhilfe:" in failed.said
    assert "Traceback" not in failed.said


def test_a_page_that_asks_for_an_unknown_block_stops_the_build_and_says_which_one_is_meant(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path / "projekt")
    with (project / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write("\n\n<!-- selbstcheck: reifegrad -->\n")
    failed = build(tmp_path / "website", project=project)
    assert failed.code == 1
    assert "docs/index.md:" in failed.said
    assert "„reifegrade“" in failed.said
    assert "Traceback" not in failed.said


def test_pages_speak_german_and_have_one_first_heading(site: Path) -> None:
    for path in pages(site):
        html = path.read_text(encoding="utf-8")
        assert '<html lang="de"' in html
        assert len(re.findall(r"<h1[ >]", html)) == 1, path
        assert not re.search(r"Permanent link|Not found", html), path
