"""The house rules of docs/technik/architektur.md, held against the syntax trees."""

import ast
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from imports import (
    ROOMS,
    ROOT,
    SCRIPTS,
    between,
    circle,
    imports,
    longest_chain,
    module_of,
    name_of,
    python_files,
    python_graph,
    script_graph,
    within,
)

SITE, KNOWLEDGE = ROOMS["selfcheck_site"], ROOMS["knowledge_base"]
VIEWS = SITE / "views"

LOOKS_OUTSIDE = {
    "os", "io", "pathlib", "sys", "time", "datetime", "random", "secrets", "locale", "socket", "http", "urllib", "ssl",
    "subprocess", "shutil", "tempfile", "glob", "logging", "threading", "multiprocessing", "asyncio", "js", "pyodide",
}  # fmt: skip
ONLY_IN = {
    "yaml": {"editorial.source"},
    "mkdocs": {"host.plugin", "host.served_files", "host.settings"},
    "markdown": {"host.plain_markdown"},
    "selectolax": {"host.finished_page"},
    "click": {"host.terminal", "host.usage"},
    "argparse": set(),
}
# Which rooms a room may import; of `selfcheck_site` the platform knows one module only.
STANDS_ON = {
    "selfcheck_core": set(),
    "editorial": set(),
    "selfcheck_site": {"selfcheck_core", "editorial"},
    "knowledge_base": {"selfcheck_core", "editorial", "selfcheck_site"},
    "host": {"selfcheck_core", "editorial", "selfcheck_site", "knowledge_base"},
}
FACE = "selfcheck_site.face"
GERMAN = {
    "anfang", "angabe", "angaben", "antwort", "belastbar", "bogen", "datei", "datum", "der", "die", "das", "ein",
    "eine", "entfaellt", "fassung", "feld", "frage", "fragen", "handlungsfeld", "ist", "katalog", "kennung", "kommune",
    "nachweis", "nicht", "notiz", "oder", "offen", "perspektive", "reifegrad", "stufe", "thema", "umfang",
    "und", "vorlaeufig", "weiss", "zustaendig",
}  # fmt: skip
WORDS_WITHOUT_MEANING = {"utils", "helpers", "manager", "common", "base", "misc"}
EVERY_ROOM_HAS_ITS_OWN = {"__init__", "rules"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
LONGEST_CHAIN, MOST_FLOORS = 5, 4

PYTHON = python_files()
each_python_file = pytest.mark.parametrize("path", PYTHON, ids=name_of)
each_file_of_the_core = pytest.mark.parametrize("path", python_files("selfcheck_core"), ids=name_of)
each_script = pytest.mark.parametrize("path", SCRIPTS, ids=name_of)


def room_of(module: str) -> str:
    return module.partition(".")[0]


@pytest.mark.parametrize("room", STANDS_ON)
def test_a_room_stands_only_on_the_rooms_below_it(room: str) -> None:
    graph = python_graph()
    found = {room_of(each) for module in graph if room_of(module) == room for each in graph[module]} - {room}
    assert found <= STANDS_ON[room]


def test_the_platform_knows_of_the_self_check_what_its_face_offers() -> None:
    graph = python_graph()
    known = {each for module in graph if room_of(module) == "knowledge_base" for each in graph[module]}
    assert {module for module in known if room_of(module) == "selfcheck_site"} == {FACE}


@pytest.mark.parametrize("graph", [python_graph(), script_graph()], ids=["Python", "JavaScript"])
def test_no_import_leads_in_a_circle(graph: dict[str, frozenset[str]]) -> None:
    assert graph
    assert circle(graph) == []


def test_inside_a_room_of_the_platform_no_chain_of_imports_is_longer_than_five_modules() -> None:
    rooms = defaultdict(list)
    for module in python_graph():
        if module.startswith("knowledge_base."):
            rooms[module.split(".")[1]].append(module)
    assert sorted(rooms) == ["atlas", "exports", "pages", "search", "texts"]
    chains = {room: longest_chain(within(python_graph(), modules)) for room, modules in rooms.items()}
    assert {room: chain for room, chain in chains.items() if len(chain) > LONGEST_CHAIN} == {}


def test_the_rooms_of_the_platform_form_at_most_four_floors() -> None:
    rooms = {module: module.split(".")[1] for module in python_graph() if module.startswith("knowledge_base.")}
    floors = between(python_graph(), rooms)
    assert circle(floors) == []
    assert len(longest_chain(floors)) <= MOST_FLOORS


def test_scripts_of_one_room_import_no_script_of_another() -> None:
    crossing = [
        (script, each)
        for script, imported in script_graph().items()
        for each in imported
        if script.split("/")[:2] != each.split("/")[:2] and ".test." not in script
    ]
    assert crossing == []


def test_the_picture_of_the_house_shows_the_imports_as_they_are() -> None:
    page = (ROOT / "docs" / "technik" / "architektur.md").read_text(encoding="utf-8")
    drawn = page.partition("| Raum | steht auf |")[2].partition("\n\n")[0].splitlines()[2:]
    assert drawn, "architektur.md has no picture of the house"
    cells = (re.findall(r"[^|]+", line) for line in drawn)
    shown = {room.strip(" `"): set(re.findall(r"`(\w+)`", below)) for room, below in cells}
    found = between(python_graph(), {module: room_of(module) for module in python_graph()})
    assert shown == {room: set(below) for room, below in found.items()}


@each_file_of_the_core
def test_the_core_imports_the_standard_library_only_and_nothing_of_it_that_looks_outside(path: Path) -> None:
    tops = {name.split(".")[0] for name, _ in imports(path)}
    foreign = tops - sys.stdlib_module_names - {"selfcheck_core"}
    assert not foreign
    assert not tops & LOOKS_OUTSIDE


@each_file_of_the_core
def test_the_core_imports_nothing_inside_a_function_so_the_trimmed_library_misses_nothing(path: Path) -> None:
    assert [name for name, lazy in imports(path) if lazy] == []


@each_file_of_the_core
def test_the_core_holds_no_sentence_that_a_reader_sees(path: Path) -> None:
    """What is to be said is a code there; only what a programmer reads, a raised error, may be English prose."""
    for text in literals(path):
        assert not [sign for sign in text if not sign.isascii() and sign.isprintable()], text
        assert not re.search(r"[A-Za-z,.:;!?]\s+[A-Za-z]", text), text
        # The names of our file formats hold the name of the project.
        words = re.split(r"[^a-z]+", text.lower().removeprefix("weltoffene-kommune/"))
        assert not GERMAN & set(words), text


def literals(path: Path) -> Iterator[str]:
    """Yield the text of every string but docstrings and the messages of errors that are raised."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node) for error in ast.walk(tree) if isinstance(error, ast.Raise) for node in ast.walk(error)}
    # A string that stands alone is documentation.
    said |= {id(line.value) for line in ast.walk(tree) if isinstance(line, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


@pytest.mark.parametrize("path", sorted(VIEWS.rglob("*.py")), ids=name_of)
def test_views_import_the_core_jinja_and_the_standard_library_only(path: Path) -> None:
    tops = {name.split(".")[0] for name, _ in imports(path)}
    own = {name for name, _ in imports(path) if name.startswith("selfcheck_site")}
    assert tops - sys.stdlib_module_names <= {"selfcheck_core", "selfcheck_site", "jinja2", "markupsafe"}
    assert all(name.startswith("selfcheck_site.views") for name in own)
    assert not tops & LOOKS_OUTSIDE


@each_python_file
def test_yaml_and_the_hosts_are_imported_in_their_own_rooms_only(path: Path) -> None:
    for name, _ in imports(path):
        allowed = ONLY_IN.get(name.split(".")[0])
        assert allowed is None or module_of(path) in allowed, f"{name} in {path.name}"


@pytest.mark.parametrize("package", ["editorial", "selfcheck_site", "knowledge_base", "host"])
def test_importing_the_package_loads_neither_mkdocs_nor_yaml(package: str) -> None:
    code = f"import sys, {package}; print([m for m in ('mkdocs', 'yaml', 'jinja2') if m in sys.modules])"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"


@each_script
def test_scripts_know_no_question_and_no_field(path: Path, slugs: frozenset[str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert [slug for slug in slugs if slug in text] == []


@pytest.mark.parametrize("path", [path for path in SCRIPTS if path.is_relative_to(SITE)], ids=name_of)
def test_scripts_of_the_self_check_know_no_threshold(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b0\.(25|5|75|8)\b|\b[134]/[45]\b", text)


@each_script
def test_scripts_never_parse_typed_text_as_html_nor_store_nor_send_anything(path: Path) -> None:
    comments_and_names = r'/\*.*?\*/|//[^\n]*|"[A-Za-z]+"'  # the worker names what it takes away from itself
    text = re.sub(comments_and_names, "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    stored = r"localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b"
    if path.name == "draft_view.mjs":  # what a person wants this device to keep; tests/browser/test_draft.py
        stored = stored.removeprefix("localStorage|")
    sent = r"sendBeacon\(|new WebSocket|new EventSource|RTCPeerConnection|new XMLHttpRequest|\.submit\("
    assert re.findall(f"{forbidden}|{stored}|{sent}", text) == []


@pytest.mark.parametrize("path", PYTHON + SCRIPTS, ids=name_of)
def test_files_are_nouns_of_the_domain_and_fit_in_one_head(path: Path) -> None:
    assert path.stem not in WORDS_WITHOUT_MEANING
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_module_and_no_class_has_the_name_of_another() -> None:
    modules, classes = defaultdict(list), defaultdict(list)
    for path in PYTHON:
        modules[path.stem].append(name_of(path))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                classes[node.name].append(name_of(path))
    assert {name: at for name, at in modules.items() if len(at) > 1 and name not in EVERY_ROOM_HAS_ITS_OWN} == {}
    assert {name: at for name, at in classes.items() if len(at) > 1} == {}


@each_python_file
def test_no_function_in_python_is_longer_than_forty_lines(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [each.name for each in functions if (each.end_lineno or 0) - each.lineno >= LONGEST_FUNCTION] == []


def lengths(*paths: Path) -> dict[str, dict[str, int]]:
    """Return the number of lines of each function of these scripts, by file."""
    command = [ROOT / ".venv" / "bin" / "node", ROOT / "tests" / "node" / "lengths.mjs", *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


def test_no_function_in_javascript_is_longer_than_forty_lines() -> None:
    found = lengths(*SCRIPTS)
    assert sum(map(len, found.values())) > 100
    longer = {(file, name): n for file, each in found.items() for name, n in each.items() if n > LONGEST_FUNCTION}
    assert longer == {}


@pytest.mark.parametrize("lines", [LONGEST_FUNCTION, LONGEST_FUNCTION + 1])
def test_a_function_of_a_script_is_measured_from_its_head_to_its_end(tmp_path: Path, lines: int) -> None:
    script = tmp_path / "script.mjs"
    script.write_text("/** Says something. */\nfunction says() {\n" + "\n" * (lines - 2) + "}\n", encoding="utf-8")
    assert lengths(script) == {str(script): {"says at 2": lines}}


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
