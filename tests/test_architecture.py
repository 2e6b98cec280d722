"""The house rules of docs/technik/architektur.md, held against the syntax trees."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "selfcheck_core"
SITE = ROOT / "plugins" / "selfcheck_site"
VIEWS = SITE / "views"
KNOWLEDGE = ROOT / "plugins" / "knowledge_base"
EDITORIAL = ROOT / "plugins" / "editorial"
HOST = ROOT / "plugins" / "host"
SCRIPTS = sorted(path for plugin in (SITE, KNOWLEDGE) for path in (plugin / "browser").glob("*.mjs"))

LOOKS_OUTSIDE = {
    "os", "io", "pathlib", "sys", "time", "datetime", "random", "secrets", "locale", "socket", "http", "urllib", "ssl",
    "subprocess", "shutil", "tempfile", "glob", "logging", "threading", "multiprocessing", "asyncio", "js", "pyodide",
}  # fmt: skip
ONLY_IN = {
    "yaml": {EDITORIAL / "source.py"},
    "mkdocs": {HOST / "plugin.py", HOST / "served_files.py", HOST / "settings.py"},
    "markdown": {HOST / "plain_markdown.py"},
    "selectolax": {HOST / "finished_page.py"},
    "click": {HOST / "terminal.py", HOST / "usage.py"},
}
WORDS_WITHOUT_MEANING = {"utils", "helpers", "manager", "common", "base", "misc"}


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each imported module's top name and whether the import stands inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(node) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for node in ast.walk(f)}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            names = [node.module or ""]
        yield from ((name, id(node) in inside) for name in names)


def python_files(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", python_files(CORE), ids=name_of)
def test_the_core_imports_the_standard_library_only_and_nothing_of_it_that_looks_outside(path: Path) -> None:
    tops = {name.split(".")[0] for name, _ in imports(path)}
    foreign = tops - sys.stdlib_module_names - {"selfcheck_core"}
    assert not foreign
    assert not tops & LOOKS_OUTSIDE


@pytest.mark.parametrize("path", python_files(CORE), ids=name_of)
def test_the_core_imports_nothing_inside_a_function_so_the_trimmed_library_misses_nothing(path: Path) -> None:
    assert [name for name, lazy in imports(path) if lazy] == []


@pytest.mark.parametrize("path", python_files(VIEWS), ids=name_of)
def test_views_import_the_core_jinja_and_the_standard_library_only(path: Path) -> None:
    tops = {name.split(".")[0] for name, _ in imports(path)}
    own = {name for name, _ in imports(path) if name.startswith("selfcheck_site")}
    assert tops - sys.stdlib_module_names <= {"selfcheck_core", "selfcheck_site", "jinja2", "markupsafe"}
    assert all(name.startswith("selfcheck_site.views") for name in own)
    assert not tops & LOOKS_OUTSIDE


@pytest.mark.parametrize("path", python_files(EDITORIAL, SITE, KNOWLEDGE, HOST), ids=name_of)
def test_yaml_and_mkdocs_are_imported_in_their_own_rooms_only(path: Path) -> None:
    for name, _ in imports(path):
        allowed = ONLY_IN.get(name.split(".")[0])
        assert allowed is None or path in allowed, f"{name} in {path.name}"


@pytest.mark.parametrize("path", python_files(SITE), ids=name_of)
def test_the_self_check_needs_no_knowledge_platform(path: Path) -> None:
    assert [name for name, _ in imports(path) if name.startswith("knowledge_base")] == []


@pytest.mark.parametrize("package", ["editorial", "selfcheck_site", "knowledge_base", "host"])
def test_importing_the_package_loads_neither_mkdocs_nor_yaml(package: str) -> None:
    code = f"import sys, {package}; print([m for m in ('mkdocs', 'yaml', 'jinja2') if m in sys.modules])"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_scripts_know_no_question_and_no_field(path: Path, slugs: frozenset[str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert [slug for slug in slugs if slug in text] == []


@pytest.mark.parametrize("path", [path for path in SCRIPTS if path.is_relative_to(SITE)], ids=name_of)
def test_scripts_of_the_self_check_know_no_threshold(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b0\.(25|5|75|8)\b|\b[134]/[45]\b", text)


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_scripts_never_parse_typed_text_as_html_nor_store_nor_send_anything(path: Path) -> None:
    comments_and_names = r'/\*.*?\*/|//[^\n]*|"[A-Za-z]+"'  # the worker names what it takes away from itself
    text = re.sub(comments_and_names, "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    stored = r"localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b"
    sent = r"sendBeacon\(|new WebSocket|new EventSource|RTCPeerConnection|new XMLHttpRequest|\.submit\("
    assert re.findall(f"{forbidden}|{stored}|{sent}", text) == []


@pytest.mark.parametrize("path", python_files(CORE, EDITORIAL, SITE, KNOWLEDGE, HOST) + SCRIPTS, ids=name_of)
def test_files_are_nouns_of_the_domain_and_fit_in_one_head(path: Path) -> None:
    assert path.stem not in WORDS_WITHOUT_MEANING
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_file_of_the_project_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*lock*", ".npmrc"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.split():
        assert "://" not in (ROOT / name).read_text(encoding="utf-8"), name


@pytest.fixture(scope="module")
def slugs() -> frozenset[str]:
    """Every slug of the questionnaire that is no everyday word."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "questionnaire").rglob("*.yaml"))]
    found = {slug for text in texts for slug in re.findall(r"^\s*-?\s*kennung:\s*([a-z0-9-]+)\s*$", text, re.MULTILINE)}
    assert found
    return frozenset(slug for slug in found if "-" in slug) - {
        "weltoffene-kommune"
    }  # the project's name, in file formats
