"""Which tests run for which change."""

import pytest

from affected import READ_BY, affected, whole_graph
from imports import ROOT

GRAPH = {
    "core.sums": frozenset[str](),
    "views.page": frozenset({"core.sums"}),
    "host.site": frozenset({"views.page"}),
    "test_sums": frozenset({"core.sums"}),
    "test_page": frozenset({"views.page", "samples"}),
    "test_other": frozenset[str](),
    "samples": frozenset[str](),
}
FILES = {
    "core.sums": "core/sums.py",
    "views.page": "views/page.py",
    "host.site": "host/site.py",
    "samples": "tests/samples.py",
    "test_sums": "tests/test_sums.py",
    "test_page": "tests/test_page.py",
    "test_other": "tests/test_other.py",
}


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ([], []),
        (["core/sums.py"], ["tests/test_page.py", "tests/test_sums.py"]),
        (["views/page.py"], ["tests/test_page.py"]),
        (["tests/samples.py"], ["tests/test_page.py"]),
        (["tests/test_other.py"], ["tests/test_other.py"]),
        (["README.md"], []),
        (["magazine/neu.md"], ["tests/knowledge", "tests/search", "tests/site"]),
        (["tests/core/golden/messages.txt"], ["tests/core/golden"]),
        (["magazine/neu.md", "pyproject.toml"], ["tests"]),
    ],
)
def test_a_change_runs_what_stands_on_it(changed: list[str], tests: list[str]) -> None:
    assert affected(changed, GRAPH, FILES) == tests


def test_a_change_of_the_arithmetic_reaches_its_tests_through_the_imports_as_they_are() -> None:
    found = affected(["selfcheck_core/scoring.py"], *whole_graph())
    assert {"tests/core/test_scoring.py", "tests/examples/test_examples.py", "tests/pyodide"} <= set(found)
    assert "tests/knowledge_views/test_map.py" not in found


def test_what_the_table_names_is_there() -> None:
    named = {*READ_BY, *(test for tests in READ_BY.values() for test in tests)}
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
