"""Which tests a change can touch: `python tests/affected.py` prints their files, for `make test-changed`.

Python follows the imports, from a changed module up to every test that stands on it. What is no Python is read by a
test in some other way, and `READ_BY` says by which.
"""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from imports import ROOT, Graph, imports, module_of, name_of, python_files

TESTS = ROOT / "tests"
EVERYTHING = ("tests",)
# What begins with one of these is read by the tests of these folders, beside the ones that the imports lead to.
READ_BY: Mapping[str, tuple[str, ...]] = {
    "docs/technik/": ("tests/servers", "tests/browser/test_real_servers.py"),
    "docs/": ("tests/knowledge", "tests/site", "tests/search", "tests/compile/test_messages_page.py"),
    "magazine/": ("tests/knowledge", "tests/site", "tests/search"),
    "questionnaire/": ("tests/compile", "tests/examples", "tests/releases", "tests/site", "tests/browser"),
    "theme/": ("tests/site", "tests/browser"),
    "mkdocs.yml": ("tests/site", "tests/browser"),
    "plugins/selfcheck_site/bundling/": ("tests/pyodide", "tests/browser"),
    "plugins/selfcheck_site/browser/": ("tests/node", "tests/site", "tests/browser", "tests/test_architecture.py"),
    "plugins/selfcheck_site/views/": ("tests/site", "tests/pyodide", "tests/browser"),
    "plugins/knowledge_base/browser/": ("tests/search", "tests/browser", "tests/test_architecture.py"),
    "plugins/knowledge_base/pages/templates/": ("tests/knowledge_views", "tests/site", "tests/browser"),
    "plugins/knowledge_base/search/": ("tests/search",),
    "plugins/knowledge_base/atlas/": ("tests/knowledge_views",),
    "tests/transcripts/": ("tests/core", "tests/pyodide", "tests/node"),
    "selfcheck_core/": ("tests/pyodide",),
    ".github/": ("tests/test_architecture.py",),
}
NEEDS_ALL = (
    "pyproject.toml",
    "requirements.lock",
    "package-lock.json",
    "bootstrap.py",
    "Makefile",
    "tests/conftest.py",
)


def affected(changed: Iterable[str], graph: Graph, files: Mapping[str, str]) -> list[str]:
    """Return the test files and folders to run, in order; the whole of `tests` where no narrower answer is safe.

    Args:
        changed: paths in the project.
        graph: module → the modules it imports, tests included.
        files: module → its path in the project.
    """
    changed = list(changed)
    if any(path in NEEDS_ALL for path in changed):
        return list(EVERYTHING)
    modules = {module for module, path in files.items() if path in changed}
    reached = {files[module] for module in _standing_on(modules, graph)}
    wanted = {path for path in reached if _is_test(path)}
    for path in changed:
        wanted |= {test for start, tests in READ_BY.items() if path.startswith(start) for test in tests}
        if path.startswith("tests/") and path not in files.values():
            wanted.add(path.rpartition("/")[0])
    return sorted(wanted)


def _standing_on(modules: Iterable[str], graph: Graph) -> set[str]:
    """Return the modules and everything that imports them, however far up."""
    found = set(modules)
    while more := {module for module, imported in graph.items() if imported & found} - found:
        found |= more
    return found


def _is_test(path: str) -> bool:
    return path.startswith("tests/") and path.rpartition("/")[2].startswith("test_")


def whole_graph() -> tuple[Graph, Mapping[str, str]]:
    """Return the imports of the project and its tests, and where each module lies."""
    tests = {".".join(path.relative_to(TESTS).with_suffix("").parts): path for path in TESTS.rglob("*.py")}
    own = {module_of(path): path for path in python_files()}
    every = {**own, **tests}
    graph = {
        module: frozenset(name for name, _ in imports(path) if name in every) - {module}
        for module, path in every.items()
    }
    # A test is given the fixtures of every conftest above it.
    given = {module: _conftests(module, tests) for module in tests}
    graph = {module: below | given.get(module, frozenset()) for module, below in graph.items()}
    return graph, {module: name_of(path) for module, path in every.items()}


def _conftests(module: str, tests: Mapping[str, Path]) -> frozenset[str]:
    parts = module.split(".")[:-1]
    above = {".".join([*parts[:depth], "conftest"]) for depth in range(len(parts) + 1)}
    return frozenset(above & tests.keys()) - {module}


def main() -> int:
    """Print what to run for the uncommitted change, one path on a line; nothing where nothing has changed."""
    command = ["git", "status", "--porcelain", "--untracked-files=all", "--no-renames"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    changed = [line[3:].strip('"') for line in said.splitlines()]
    there = [path for path in affected(changed, *whole_graph()) if (ROOT / path).exists()]
    print("\n".join(there))
    return 0


if __name__ == "__main__":
    sys.exit(main())
