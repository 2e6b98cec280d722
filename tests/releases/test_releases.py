"""Every file that a released version saved opens in today's, with a report, and its result changes on purpose only.

A folder for each released version: catalogue.json as it was compiled then, and example sheets as they were saved then.
Beside each sheet stands what opening it says (NAME.hinweise.txt) and what it results in (NAME.ergebnis.txt).
UPDATE_GOLDEN=1 writes both anew.
"""

import hashlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck_core.catalogue import Catalogue, Field, MunicipalityType
from selfcheck_core.catalogue_json import catalogue_from_json, seal
from selfcheck_core.migrations import retired
from selfcheck_core.report import FieldReport
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Answer, Municipality, State
from selfcheck_core.sheet_reading import SheetRead, read_sheet, sheet_from_json
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder
from selfcheck_site.views.notice_words import GermanWords

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COMPILED = compile_questionnaire(read_folder(ROOT / "questionnaire"))
assert COMPILED.catalogue is not None
TODAY = COMPILED.catalogue
WORDS = GermanWords(TODAY)

RELEASED = sorted(path.parent for path in HERE.glob("*/catalogue.json"))
SHEETS = sorted(path for folder in RELEASED for path in folder.glob("*.json") if path.name != "catalogue.json")
# What the CHANGELOG says of 2026.3: in the Kurzform these results may differ from earlier ones, no others.
NOT_COMPARABLE = {
    "arbeit-und-wirtschaftliche-entwicklung",
    "fairer-zugang-und-teilhabechancen",
    "kommunikation-und-konfliktmanagement",
}


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def written(folder: Path) -> dict[str, object]:
    """Return a released catalogue's JSON values as they were compiled then."""
    values: dict[str, object] = json.loads((folder / "catalogue.json").read_text(encoding="utf-8"))
    return values


def catalogue_of(folder: Path) -> Catalogue:
    """Return a released catalogue; what its time did not know yet is added."""
    values = written(folder)
    coverage = values["coverage"]
    assert isinstance(coverage, dict)
    return catalogue_from_json({"texts_digest": "", **values, "coverage": {"firm_from_answers": 1, **coverage}})


def opened(path: Path, catalogue: Catalogue) -> SheetRead:
    result = read_sheet(path.read_text(encoding="utf-8"), catalogue)
    assert isinstance(result, SheetRead), result
    return result


def result_lines(path: Path, catalogue: Catalogue) -> dict[str, str]:
    """Return the result of each field in one line, by the field's id."""
    report = score(catalogue, opened(path, catalogue).sheet)
    return {field.id: _line(field) for field in report.fields}


def _line(field: FieldReport) -> str:
    low, high = field.level_low, field.level_high
    level = "keine Einstufung" if low is None else low if low == high else f"{low} bis {high}"
    return f"{level} ({field.confidence.value}), {field.measure.low} bis {field.measure.high}"


def differences(before: dict[str, str], now: dict[str, str]) -> list[str]:
    """Return a line for each field whose result is not what it was."""
    return [
        f"{field}:\n    bisher {before.get(field, 'nicht dabei')}\n    jetzt  {now.get(field, 'nicht dabei')}"
        for field in dict.fromkeys([*before, *now])
        if before.get(field) != now.get(field)
    ]


def golden(path: Path, lines: list[str]) -> list[str]:
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", SHEETS, ids=name_of)
def test_a_sheet_of_an_earlier_version_opens_with_this_report(path: Path) -> None:
    notices = opened(path, TODAY).notices
    lines = [f"{notice.code} [{notice.question}]: {WORDS.notice(notice)}" for notice in notices]
    assert lines == golden(path.with_suffix(".hinweise.txt"), lines)


@pytest.mark.parametrize("path", SHEETS, ids=name_of)
def test_the_result_of_an_example_changes_on_purpose_only(path: Path) -> None:
    now = result_lines(path, TODAY)
    expected = golden(path.with_suffix(".ergebnis.txt"), [f"{field}: {line}" for field, line in now.items()])
    changed = differences(dict(line.split(": ", 1) for line in expected), now)
    if changed:
        listed = "\n".join(changed)
        pytest.fail(
            f"Das Ergebnis von {name_of(path)} hat sich geändert:\n{listed}\n"
            "Ist das gewollt, dann schreiben Sie es in CHANGELOG.md und unter „vergleich“ in aenderungen.yaml, "
            "und erneuern Sie die erwarteten Ergebnisse mit UPDATE_GOLDEN=1.",
            pytrace=False,
        )


@pytest.mark.parametrize("path", SHEETS, ids=name_of)
def test_what_is_called_comparable_has_the_same_result_as_when_it_was_saved(path: Path) -> None:
    then = catalogue_of(path.parent)
    longer = any(not question.short_form for question in then.questions())
    # Where there was no Langform yet, the Kurzform is what both versions ask.
    today = TODAY if longer else replace(TODAY, fields=tuple(_short(field) for field in TODAY.fields))
    full = longer and opened(path, then).sheet.scope.form == "full"
    may_differ = set() if full else NOT_COMPARABLE
    before, now = (_without(result_lines(path, each), may_differ) for each in (then, today))
    # Level and range are what is compared; from which number of answers a level is called firm, CHANGELOG.md says.
    assert differences(*({field: _bare(line) for field, line in lines.items()} for lines in (before, now))) == []
    assert {_trust(now[field]) for field, line in before.items() if _trust(line) == "firm"} <= {"firm", "tentative"}
    assert all(_trust(now[field]) == _trust(line) for field, line in before.items() if _trust(line) != "firm")


def _bare(line: str) -> str:
    return line.replace(f" ({_trust(line)})", "")


def _trust(line: str) -> str:
    return re.findall(r"\((\w+)\)", line)[0]


def _short(field: Field) -> Field:
    themes = (replace(t, questions=tuple(q for q in t.questions if q.short_form)) for t in field.themes)
    return replace(field, themes=tuple(themes))


def _without(results: dict[str, str], fields: set[str]) -> dict[str, str]:
    return {field: line for field, line in results.items() if field not in fields}


def test_a_changed_result_is_shown_field_by_field_with_before_and_now() -> None:
    before = {"garten": "am-anfang (firm), 0 bis 0", "hof": "weit (firm), 1 bis 1"}
    now = {"garten": "am-anfang (firm), 0 bis 0", "hof": "am-anfang bis weit (tentative), 0 bis 1"}
    assert differences(before, now) == [
        "hof:\n    bisher weit (firm), 1 bis 1\n    jetzt  am-anfang bis weit (tentative), 0 bis 1"
    ]


@pytest.mark.parametrize("folder", RELEASED, ids=lambda folder: folder.name)
def test_a_released_catalogue_is_kept_as_it_was(folder: Path) -> None:
    catalogue = catalogue_of(folder)
    assert catalogue.version == folder.name
    assert catalogue.digest in (_digest_of_old(folder), seal(catalogue).digest)
    for path in (path for path in SHEETS if path.parent == folder):
        assert opened(path, catalogue).notices == ()


def _digest_of_old(folder: Path) -> str:
    """Return the digest by the rule of 2026.1, when it covered every word."""
    content = {key: value for key, value in written(folder).items() if key != "digest"}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def test_a_sheet_of_its_own_version_opens_without_a_notice_whatever_comma_was_mended_since() -> None:
    values = {
        "format": "weltoffene-kommune/sheet",
        "format_version": 1,
        "scope": {"form": "full", "fields": None},
        "answers": {},
    }
    then = catalogue_of(HERE / "2026.2")
    # What the states of that version in the project's history wrote into the sheets of their days.
    digests = then.releases[-1].digests
    assert len(digests) >= 4
    for digest in digests:
        read = sheet_from_json(
            {**values, "catalogue": {"id": then.id, "version": then.version, "digest": digest}}, then
        )
        assert isinstance(read, SheetRead)
        assert read.notices == ()


@pytest.mark.parametrize("folder", RELEASED, ids=lambda folder: folder.name)
def test_no_released_id_vanished_without_a_step_that_says_where_it_went(folder: Path) -> None:
    assert _ids(catalogue_of(folder)) - _ids(TODAY) <= {item.id for item in retired(TODAY.releases)}


def _ids(catalogue: Catalogue) -> set[str]:
    themes = {theme.id for field in catalogue.fields for theme in field.themes}
    return themes | {field.id for field in catalogue.fields} | {question.id for question in catalogue.questions()}


def test_every_released_version_before_this_one_has_its_catalogue_and_at_least_two_sheets() -> None:
    assert [release.version for release in TODAY.releases[:-1]] == [folder.name for folder in RELEASED]
    assert all(sum(path.parent == folder for path in SHEETS) >= 2 for folder in RELEASED)


def test_the_questions_of_the_first_kurzform_are_still_in_the_kurzform_under_their_ids() -> None:
    first = catalogue_of(HERE / "2026.1").questions()
    assert {q.id for q in first if q.short_form} <= {q.id for q in TODAY.questions() if q.short_form}


def test_the_changelog_says_of_this_version_whether_earlier_results_can_be_compared() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(TODAY.version)}\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    assert section is not None, f"CHANGELOG.md has no section {TODAY.version}"
    assert "Frühere Ergebnisse:" in section.group(1)


def test_the_numbers_of_2020_stand_in_the_history_as_the_record_of_the_workshop_names_them() -> None:
    record = json.loads((HERE / "2020" / "dessau-rosslau.json").read_text(encoding="utf-8"))
    history = (ROOT / "questionnaire" / "aenderungen.yaml").read_text(encoding="utf-8")
    ids = dict(re.findall(r"- nummer: (\d+)\n\s+handlungsfeld: ([a-z-]+)", history))
    titles = {field.id: field.title for field in TODAY.fields}
    # The record names five of the seven; the names of 2 and 6 stand in the evaluation sheet of the same self-check.
    for result in record["results"]:
        assert result["title"] in (titles[ids[str(result["number"])]], None)


KURZFORM_OF_2026_2 = [path for path in SHEETS if path.parent.name == "2026.2" and path.stem != "landkreis-teil"]


@pytest.mark.parametrize("path", KURZFORM_OF_2026_2, ids=name_of)
def test_a_shorter_kurzform_stays_one_with_its_new_questions_open_and_one_notice_says_so(path: Path) -> None:
    then, read = catalogue_of(path.parent), opened(path, TODAY)
    before = {question.id for question in then.questions() if question.short_form}
    new = [question.id for question in TODAY.questions() if question.short_form and question.id not in before]
    assert len(new) == 3
    assert read.sheet.scope.form == "short"
    assert [read.sheet.answer(question).state for question in new] == [State.OPEN] * 3
    assert read.sheet.answers == opened(path, then).sheet.answers
    (notice,) = read.notices
    said = WORDS.notice(notice)
    assert all(f"„{field.title}“" in said for field in TODAY.fields if field.id in NOT_COMPARABLE)


@pytest.mark.parametrize("digest", [*TODAY.releases[1].digests, catalogue_of(HERE / "2026.2").digest])
def test_who_was_told_that_a_kurzform_is_firm_reads_why_it_is_not_any_more(digest: str) -> None:
    path = HERE / "2026.2" / "kreisfreie-stadt.json"
    values = json.loads(path.read_text(encoding="utf-8"))
    values["catalogue"]["digest"] = digest
    then = catalogue_of(path.parent)
    generous = replace(then, coverage=replace(then.coverage, firm_from_answers=1))
    assert {_trust(line) for line in result_lines(path, generous).values()} == {"firm"}
    assert "firm" not in {_trust(line) for line in result_lines(path, TODAY).values()}
    read = sheet_from_json(values, TODAY)
    assert isinstance(read, SheetRead)
    (notice,) = read.notices
    assert "höchstens vorläufig, auch wenn es früher belastbar hieß" in WORDS.notice(notice)


@pytest.mark.parametrize("kind", TODAY.municipality_types, ids=lambda kind: kind.id)
def test_no_kurzform_of_ours_is_called_firm(kind: MunicipalityType) -> None:
    blank = opened(HERE / "2026.2" / "kreisfreie-stadt.json", TODAY).sheet
    highest = {question.id: Answer(State.ANSWERED, 3) for question in TODAY.questions()}
    whole = replace(blank, municipality=Municipality("", kind.id), answers=highest)
    assert {field.confidence.value for field in score(TODAY, whole).fields} == {"tentative"}
