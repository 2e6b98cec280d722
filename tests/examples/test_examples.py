"""The worked examples open, give the report that stands beside them, and agree with the calculation by hand."""

import difflib
import json
import os
from pathlib import Path

import pytest

from examples.worked import FOLDERS, calculated, catalogue, opened, printed, scored
from selfcheck_core.catalogue import Dimension, Field
from selfcheck_core.report import Confidence, FieldReport, Measure
from selfcheck_core.sheet import Answer, State
from selfcheck_core.subjects import SheetResult
from selfcheck_site.sensitivity import in_words, sensitivity
from selfcheck_site.views import wording
from selfcheck_site.views.sides import Sides

STATES = {
    State.UNKNOWN: ("weiß nicht", "ungeklärt"),
    State.NOT_RESPONSIBLE: ("nicht zuständig", "zählt nicht"),
    State.NOT_APPLICABLE: ("entfällt", "zählt nicht"),
}
VALUES = {0: "0", 1: "1/3", 2: "2/3", 3: "1"}

each_example = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def field_report(folder: Path) -> FieldReport:
    name = calculated(folder).field
    return next(field for field in scored(folder).fields if field.id == name)


def test_there_is_an_invented_example_of_each_usual_type_of_municipality() -> None:
    about = [opened(folder).sheet.municipality for folder in FOLDERS]
    assert {each.type for each in about} == {"kreisangehoerige-gemeinde", "kreisfreie-stadt", "landkreis"}
    assert all(each.name.endswith("(erfunden)") for each in about)


@each_example
def test_an_example_opens_without_losing_an_answer(folder: Path) -> None:
    assert opened(folder).notices == ()
    written = json.loads((folder / "bogen.json").read_text(encoding="utf-8"))["answers"]
    assert set(opened(folder).sheet.answers) == set(written)


@each_example
def test_an_example_answers_the_full_form_and_gives_reasons(folder: Path) -> None:
    sheet = opened(folder).sheet
    assert sheet.scope.form == "full"
    assert len(sheet.answers) >= len(catalogue().questions()) - 1
    assert {answer.state for answer in sheet.answers.values()} > {State.ANSWERED, State.UNKNOWN}
    assert all(a.reason for a in sheet.answers.values() if a.state is State.NOT_APPLICABLE)
    assert all(a.carrier for a in sheet.answers.values() if a.state is State.NOT_RESPONSIBLE)


@each_example
def test_an_example_gives_the_report_that_stands_beside_it(folder: Path) -> None:
    path, now = folder / "bericht.json", printed(scored(folder))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(now, encoding="utf-8")
    before, after = (_without_digest(text) for text in (path.read_text(encoding="utf-8"), now))
    if before != after:
        pytest.fail("\n".join(difflib.unified_diff(before, after, "bisher", "jetzt", lineterm="", n=4)), pytrace=False)


def _without_digest(text: str) -> list[str]:
    return [line for line in text.splitlines() if '"digest"' not in line]


@each_example
def test_the_calculation_by_hand_names_every_answer_of_its_field(folder: Path) -> None:
    sheet, calculation = opened(folder).sheet, calculated(folder)
    field = next(field for field in catalogue().fields if field.id == calculation.field)
    names = {Dimension.POLICY: "Regelung", Dimension.PRACTICE: "Praxis"}
    assert calculation.tables["Frage Dimension Antwort Wert"] == [
        [question.id, names[question.dimension], *_in_words(sheet.answer(question.id))] for question in field.questions
    ]


def _in_words(answer: Answer) -> tuple[str, str]:
    return STATES[answer.state] if answer.rung is None else (f"Stufe {answer.rung}", VALUES[answer.rung])


@each_example
def test_the_calculation_by_hand_comes_to_the_same_numbers(folder: Path) -> None:
    report, tables = field_report(folder), calculated(folder).tables
    assert {row[0]: row[-1] for row in tables["Größe Rechnung Ergebnis"]} == _numbers(report.measure)
    both = tables["Größe Regelung Praxis"]
    assert {row[0]: row[1] for row in both} == _numbers(report.policy)
    assert {row[0]: row[2] for row in both} == _numbers(report.practice)


def _numbers(measure: Measure) -> dict[str, str]:
    return {
        "Abdeckung": str(measure.coverage),
        "Punktwert": str(measure.point),
        "unteres Ende": str(measure.low),
        "oberes Ende": str(measure.high),
    }


@each_example
def test_the_calculation_by_hand_comes_to_the_same_level(folder: Path) -> None:
    report = field_report(folder)
    titles = {level.id: level.title for level in catalogue().levels}
    assert report.level_low is not None
    assert report.level_high is not None
    assert dict(calculated(folder).tables["Einstufung Ergebnis"]) == {
        "Reifegrad unten": titles[report.level_low],
        "Reifegrad oben": titles[report.level_high],
        "Wie sicher": wording.CONFIDENCE[report.confidence],
    }


def test_the_sensitivity_calculated_by_hand_is_the_one_that_is_printed() -> None:
    folder = next(folder for folder in FOLDERS if folder.name == "landkreis-werauen")
    calculation = calculated(folder)
    found = sensitivity(catalogue(), opened(folder).sheet)
    item = next(each for each in found if each.field.id == calculation.field)
    assert dict(calculation.tables["Empfindlichkeit Ergebnis"]) == {
        "Gewicht": in_words(item.weights),
        "Grenze": in_words(item.limits),
    }


def test_the_examples_show_every_confidence_and_the_warning() -> None:
    fields = [field for folder in FOLDERS for field in scored(folder).fields]
    assert {field.confidence for field in fields} == set(Confidence)
    assert any(field.warnings for field in fields)


def fields_of(folder: Path) -> list[tuple[SheetResult, Field, FieldReport]]:
    subject = SheetResult.of(catalogue(), opened(folder).sheet)
    fields = {field.id: field for field in catalogue().fields}
    return [(subject, fields[report.id], report) for report in subject.report.fields]


def test_one_example_lives_more_than_it_has_decided_and_one_the_reverse() -> None:
    said = {folder.name: [Sides.of(*each).sentence for each in fields_of(folder)] for folder in FOLDERS}
    assert any(sentence.startswith("Im Alltag") for sentence in said["kestenbrueck"])
    assert not any(sentence.startswith("Auf dem Papier") for sentence in said["kestenbrueck"])
    assert any(sentence.startswith("Auf dem Papier") for sentence in said["ostermuende"])
    assert not any(sentence.startswith("Im Alltag") for sentence in said["ostermuende"])
