"""Every scenario comes out as it says, in the core and at the terminal; tests/pyodide tries the browser's bundle."""

import json
import re
from pathlib import Path

import pytest

from host.terminal import main
from scenarios.scenario import FILES, FOLDER, KEYS, OUTCOMES, ScenarioError, catalogue_named, read_scenario
from scenarios.trying import agree, each_scenario, scenario_at, with_marks
from selfcheck_core.catalogue_json import catalogue_to_json
from selfcheck_core.report import report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet_reading import SheetRead, sheet_from_json


@each_scenario
def test_a_scenario_comes_out_in_the_core_as_it_says(path: Path) -> None:
    scenario = scenario_at(path)
    catalogue = catalogue_named(scenario.catalogue)
    read = sheet_from_json(scenario.sheet, catalogue)
    assert isinstance(read, SheetRead)
    assert read.notices == ()
    agree(scenario, report_to_json(score(catalogue, read.sheet)))


@each_scenario
def test_a_scenario_comes_out_at_the_terminal_as_it_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = scenario_at(path)
    sheet, catalogue = tmp_path / "bogen.json", tmp_path / "katalog.json"
    sheet.write_text(json.dumps(scenario.sheet), encoding="utf-8")
    catalogue.write_text(json.dumps(catalogue_to_json(catalogue_named(scenario.catalogue))), encoding="utf-8")
    assert main(["score", str(sheet), "--catalogue", str(catalogue)]) == 0
    agree(scenario, json.loads(capsys.readouterr().out))


RIGHT = """
titel: Ein Versuch
katalog: klein
antworten: {beschluss: 3}
erwartet:
  steuerung: {gewertet: 1}
"""


def outcome(text: str) -> list[str]:
    scenario = read_scenario(text)
    read = sheet_from_json(scenario.sheet, catalogue_named("klein"))
    assert isinstance(read, SheetRead)
    return scenario.differences(report_to_json(score(catalogue_named("klein"), read.sheet)))


def test_what_comes_out_otherwise_is_named_with_field_and_both_values() -> None:
    assert outcome(RIGHT) == []
    assert outcome(RIGHT.replace("gewertet: 1", "gewertet: 2, wie-sicher: belastbar")) == [
        "steuerung, gewertet: erwartet 2, herausgekommen 1",
        "steuerung, wie-sicher: erwartet belastbar, herausgekommen keine Einstufung",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("beschluss: 3", "beschlus: 3", "Die Frage „beschlus“ gibt es nicht."),
        ("beschluss: 3", "beschluss: 4", "„4“ ist keine Antwort."),
        ("beschluss: 3", "beschluss: ja", "„ja“ ist keine Antwort."),
        ("beschluss: 3", "beschluss: yes", "„True“ ist keine Antwort."),
        ("katalog: klein", "katalog: groß", "Bei „katalog“ steht „klein“ oder „fragebogen“."),
        ("steuerung:", "steurung:", "Das Handlungsfeld „steurung“ gibt es nicht."),
        ("gewertet: 1", "gewertete: 1", "Unter „erwartet“ die Angabe „gewertete“ gibt es nicht."),
        ("titel: Ein Versuch", "name: Ein Versuch", "Die Angabe „titel“ fehlt."),
    ],
)
def test_a_mistake_in_a_scenario_is_said_in_german(right: str, wrong: str, said: str) -> None:
    assert right in RIGHT
    with pytest.raises(ScenarioError) as error:
        read_scenario(RIGHT.replace(right, wrong))
    assert said in str(error.value)


def test_a_known_failure_is_expected_to_fail_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "bekannt.yaml"
    path.write_text(f"{RIGHT}bekannter-fehler: Das rechnen wir noch falsch.\n", encoding="utf-8")
    (mark,) = with_marks(path).marks
    assert (mark.name, mark.kwargs) == ("xfail", {"strict": True, "reason": "Das rechnen wir noch falsch."})


def test_the_scenarios_try_every_outcome_that_can_be_told() -> None:
    scenarios = [read_scenario(path.read_text(encoding="utf-8")) for path in FILES]
    assert len(scenarios) >= 12
    told = {key for scenario in scenarios for words in scenario.expected.values() for key in words}
    assert told == OUTCOMES


def test_the_page_for_editors_shows_a_scenario_that_comes_out_and_names_every_entry() -> None:
    page = (FOLDER.parents[1] / "docs" / "mitwirken" / "szenarien.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert outcome(example) == []
    cells = re.findall(r"^\| (`[^|]*`) \|", page, re.MULTILINE)
    assert {name for cell in cells for name in re.findall("`([^`]+)`", cell)} == KEYS | OUTCOMES
