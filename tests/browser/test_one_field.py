"""A sheet of one field that was handed to us, with answers to all fields in it: it stays one of one field."""

import json
from pathlib import Path

from playwright.sync_api import expect

from browser.person import Person
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.sheet import Scope
from selfcheck_core.sheet_reading import SheetRead, read_sheet_file

CASE = Path(__file__).parents[1] / "core/cases/bogen-ein-feld.json"
FIELD = "management-und-steuerung"


def test_the_core_reads_the_one_field_and_keeps_every_answer(catalogue: Catalogue) -> None:
    read = read_sheet_file(CASE.read_bytes(), catalogue)
    assert isinstance(read, SheetRead), read
    assert read.sheet.scope == Scope("full", (FIELD,))
    assert read.sheet.answers.keys() == json.loads(CASE.read_bytes())["answers"].keys()


def test_the_page_shows_the_one_field_and_saves_it_as_that(person: Person, catalogue: Catalogue) -> None:
    person.visits_the_questionnaire()
    person.opens_the_file(CASE.read_bytes())
    (field,) = [each for each in catalogue.fields if each.id == FIELD]
    person.waits_for_the_opened_sheet("Der Bogen ist geöffnet")
    person.looks_at_the_overview()
    expect(person.page.get_by_text(f"Dieser Bogen enthält nur das Handlungsfeld „{field.title}“")).to_be_visible()
    saved, handed = person.sheet(), json.loads(CASE.read_bytes())
    assert saved["scope"] == handed["scope"]
    assert saved["answers"].keys() == handed["answers"].keys()
