"""How tests try a scenario, wherever it is computed."""

from pathlib import Path
from typing import Any

import pytest

from scenarios.scenario import FILES, Scenario, ScenarioError, read_scenario


def with_marks(path: Path) -> Any:
    """Return the file as a parameter of a test; a known failure is expected to fail."""
    try:
        reason = read_scenario(path.read_text(encoding="utf-8")).known_failure
    except ScenarioError:
        reason = ""  # the test itself says what is wrong
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(path, id=path.stem, marks=marks)


each_scenario = pytest.mark.parametrize("path", [with_marks(path) for path in FILES])


def scenario_at(path: Path) -> Scenario:
    """Return the scenario of a file, or fail with what is wrong with it."""
    try:
        return read_scenario(path.read_text(encoding="utf-8"))
    except ScenarioError as error:
        pytest.fail(f"{path.name}:\n{error}", pytrace=False)


def agree(scenario: Scenario, report: dict[str, Any]) -> None:
    """Fail where the report differs from what the scenario expects."""
    differences = scenario.differences(report)
    if differences:
        pytest.fail("\n".join((scenario.title, *differences)), pytrace=False)
