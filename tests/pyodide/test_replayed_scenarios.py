"""Every scenario comes out in the browser's bundle as it says: Pyodide runs under Node, as with the transcripts."""

import json
from pathlib import Path
from typing import Any

import pytest

from pyodide.replaying import ROOT, replay
from scenarios.scenario import FILES, ScenarioError, catalogue_named, read_scenario
from scenarios.trying import agree, each_scenario, scenario_at
from selfcheck_core.catalogue_json import catalogue_to_json
from selfcheck_site.bundling.bundle import build_bundle


def score_requests(catalogue: str) -> dict[Path, str]:
    """Return a request for each readable scenario about this catalogue."""
    requests = {}
    for path in FILES:
        try:
            scenario = read_scenario(path.read_text(encoding="utf-8"))
        except ScenarioError:
            continue  # its own test says what is wrong
        if scenario.catalogue == catalogue:
            requests[path] = json.dumps({"id": 1, "kind": "score", "sheet": scenario.sheet})
    return requests


@pytest.fixture(scope="module")
def reports() -> dict[Path, Any]:
    found = {}
    for name in ("klein", "fragebogen"):
        text = json.dumps(catalogue_to_json(catalogue_named(name)), ensure_ascii=False)
        bundle = build_bundle(text, ROOT / "build", log=print)
        requests = score_requests(name)
        archive = bundle.files[bundle.assets["bundle"]]
        assert isinstance(archive, Path)
        responses = replay(archive, list(requests.values()))
        found.update({path: json.loads(text) for path, text in zip(requests, responses, strict=True)})
    return found


@each_scenario
def test_a_scenario_comes_out_in_the_browser_as_it_says(path: Path, reports: dict[Path, Any]) -> None:
    scenario = scenario_at(path)
    response = reports[path]
    assert (response["kind"], response["notices"]) == ("report", [])
    agree(scenario, response["report"])
