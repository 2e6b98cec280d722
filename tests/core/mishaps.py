"""What can be wrong with the file of a sheet: every mishap provoked on purpose, by name."""

import json
from collections.abc import Mapping

from core.catalogues import set_values, sheet_text, sheet_values, small_catalogue
from selfcheck_core.notices import Refusal
from selfcheck_core.noting_reader import MAX_NOTICES
from selfcheck_core.sheet_reading import MAX_FILE_BYTES, SheetRead, read_sheet, read_sheet_file


def read(content: str | bytes) -> SheetRead | Refusal:
    """Read a text, or a file."""
    if isinstance(content, bytes):
        return read_sheet_file(content, small_catalogue())
    return read_sheet(content, small_catalogue())


def changed(**entries: object) -> str:
    return json.dumps({**sheet_values(), **entries})


def about(**entries: object) -> str:
    return changed(sheet={**about_values(), **entries})


def about_values() -> dict[str, object]:
    values = sheet_values()["sheet"]
    assert isinstance(values, dict)
    return values


def reference(**entries: object) -> str:
    values = sheet_values()["catalogue"]
    assert isinstance(values, dict)
    return changed(catalogue={**values, **entries})


def of_set(**entries: object) -> str:
    return json.dumps({**set_values(), **entries})


def in_place_of_rung(number: str) -> str:
    """Return a sheet's text with this text where a rung stands."""
    return sheet_text(beschluss={"rung": 0}).replace('"rung": 0', f'"rung": {number}')


REFUSED: Mapping[str, str | bytes] = {
    "empty": "  \n",
    "the letters of old DOS programs": sheet_text(beschluss={"note": "für"}).encode("cp850"),
    "too large": " " * (MAX_FILE_BYTES + 1),
    "no JSON": "Sehr geehrte Damen und Herren,\n",
    "cut off in line 3": '{\n"format": "weltoffene-kommune/sheet",\n"answers": {',
    "half a string": '{"format": "weltoffene-kommune/she',
    "100,000 brackets": "[" * 100_000,
    "100,000 objects": '{"a":' * 100_000,
    "not a number": in_place_of_rung("NaN"),
    "infinity": in_place_of_rung("-Infinity"),
    "too great a number": in_place_of_rung("1e999"),
    "a number of 5,000 digits": in_place_of_rung("9" * 5000),
    "a fraction of 5,000 digits": in_place_of_rung("0." + "9" * 5000),
    "doubled answer": sheet_text(beschluss={"rung": 0}).replace(
        '"beschluss": {"rung": 0}', '"beschluss": {"rung": 0}, "beschluss": {"rung": 3}'
    ),
    "a list": "[]",
    "another file": '{"name": "paket", "version": "1.0"}',
    "the catalogue": '{"format": "weltoffene-kommune/catalogue"}',
    "newer format": changed(format_version=2),
    "newer format of a question set": of_set(format_version=3),
    "question set that is not here": of_set(scope={"form": "set", "set": {"id": "gaeste", "digest": ""}}),
    "question set without a name": of_set(scope={"form": "set", "set": {"digest": ""}}),
    "question set that is a text": of_set(scope={"form": "set", "set": "rat"}),
    "no question set": of_set(scope={"form": "set", "fields": None}),
    "format version is text": changed(format_version="1"),
    "format version is true": changed(format_version=True),
    "format version 0": changed(format_version=0),
    "no answers": changed(answers=None),
    "answers in a list": changed(answers=[]),
    "no catalogue": changed(catalogue="probe"),
    "another catalogue": reference(id="klimacheck"),
    "a catalogue with a wrong id": reference(id={"a": [1]}),
}

NOTED: Mapping[str, str | bytes] = {
    "saved again as ANSI": sheet_text(beschluss={"note": "für"}).encode("cp1252"),
    "saved again as Unicode": sheet_text(beschluss={"note": "für"}).encode("utf-16"),
    "older catalogue": reference(version="0.9", digest="sha256:alt"),
    "changed catalogue": reference(digest="sha256:alt"),
    "unknown entry": changed(bewertung="gut"),
    "unknown entries inside": changed(
        scope={"form": "full", "fields": None, "tiefe": 1},
        sheet={**about_values(), "telefon": "1", "municipality": {"name": "M", "type": "", "land": "X"}},
    ),
    "no scope": changed(scope={}),
    "scope is text": changed(scope="kurz"),
    "unknown field in scope": changed(scope={"form": "short", "fields": ["begegnung", "verkehr", 7]}),
    "only unknown fields in scope": changed(scope={"form": "short", "fields": ["verkehr"]}),
    "fields of scope are text": changed(scope={"form": "short", "fields": "begegnung"}),
    "sheet is a list": changed(sheet=[]),
    "unknown perspective": about(perspective="presse"),
    "perspective is a number": about(perspective=1),
    "unknown municipality type": about(municipality={"name": "Musterstadt", "type": "hansestadt"}),
    "no date": about(date="gestern"),
    "a day that is none": about(date="2026-02-29"),
    "whether the date was typed is text": about(date_typed="ja"),
    "a time of saving that is none": about(saved_at="31.05.2026, 14 Uhr"),
    "unknown question": sheet_text(verkehr={"rung": 1}, __proto__={"rung": 3}),
    "rung above 3": sheet_text(beschluss={"rung": 4}),
    "rung below 0": sheet_text(beschluss={"rung": -1}),
    "rung is true": sheet_text(beschluss={"rung": True}),
    "rung is 1.0": sheet_text(beschluss={"rung": 1.0}),
    "rung is text": sheet_text(beschluss={"rung": "1"}),
    "rung is null": sheet_text(beschluss={"rung": None}),
    "unknown state": sheet_text(beschluss={"state": "vielleicht"}),
    "state is a list": sheet_text(beschluss={"state": ["unknown"]}),
    "rung and state": sheet_text(beschluss={"rung": 1, "state": "unknown"}),
    "answer is a number": sheet_text(beschluss=2),
    "carrier of an answered question": sheet_text(beschluss={"rung": 1, "carrier": "Landkreis"}),
    "preset is false": sheet_text(haushalt={"state": "not-responsible", "carrier": "Landkreis", "preset": False}),
    "preset is text": sheet_text(haushalt={"state": "not-responsible", "carrier": "Landkreis", "preset": "ja"}),
    "a rung that is preset": sheet_text(haushalt={"rung": 1, "preset": True}),
    "no reason": sheet_text(beschluss={"state": "not-applicable", "reason": " "}),
    "note is a number": sheet_text(beschluss={"rung": 1, "note": 5}),
    "note with control characters": sheet_text(beschluss={"rung": 1, "note": "gut\u202e\u0000\ud800 so"}),
    "long note": sheet_text(beschluss={"rung": 1, "note": "a" * 4001}),
    "long office": about(office="a" * 501),
    "evidence is text": sheet_text(beschluss={"rung": 1, "evidence": "Beschluss 12"}),
    "evidence in a wrong form": sheet_text(beschluss={"rung": 1, "evidence": ["Beschluss 12"]}),
    "unknown entry in evidence": sheet_text(beschluss={"rung": 1, "evidence": [{"title": "B", "link": "", "x": 1}]}),
    "too much evidence": sheet_text(beschluss={"rung": 1, "evidence": [{"title": str(n)} for n in range(30)]}),
    "a link that runs": sheet_text(
        beschluss={"rung": 1, "evidence": [{"title": "Beschluss", "link": "javascript:alert(1)"}]}
    ),
    "braces in a name": changed(**{"{place.__class__}": 1}),
    "a name as long as a book": changed(**{"x" * 5000: 1}),
    "more odd things than anyone reads": sheet_text(**{f"frage-{n}": 1 for n in range(MAX_NOTICES + 5)}),
}
