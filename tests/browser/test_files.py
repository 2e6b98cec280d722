"""Files that are no sheet, or a hostile one: a sentence with cause and remedy, and the screen stays as it was."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browser.answering import sheet_of
from browser.person import Person
from browser.visits import visit
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.sheet_reading import MAX_FILE_BYTES
from site_server import SiteServer

SCRIPT = "<script>document.title = 'gehackt'</script><img src=x onerror=alert(1)>"
UNCHANGED = "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert."
CHOOSE = f"Wählen Sie eine Datei, die der Selbstcheck gespeichert hat. {UNCHANGED}"
COPY = "Öffnen Sie eine frühere Kopie der Datei"
DAMAGED = "Die Datei ist beschädigt"


def good(of: Catalogue, /, **changes: Any) -> dict[str, Any]:
    """Return a sheet without fault, with some entries replaced."""
    sheet = {
        "format": "weltoffene-kommune/sheet",
        "format_version": 1,
        "catalogue": {"id": of.id, "version": of.version, "digest": of.digest},
        "scope": {"form": "short", "fields": None},
        "sheet": {
            "id": "1",
            "perspective": "politik",
            "office": "",
            "date": "2026-05-31",
            "municipality": {"name": "Andernorts", "type": ""},
        },
        "answers": {of.questions()[0].id: {"rung": 3}},
    }
    return {**sheet, **changes}


Content = Callable[[Catalogue], str | bytes]
REFUSED: list[tuple[str, Content, str, str]] = [
    ("empty", lambda _: "", "Die Datei ist leer.", CHOOSE),
    ("a picture", lambda _: b"\x89PNG\r\n\x1a\n\x00\xff\xfe", DAMAGED, COPY),
    ("a letter", lambda _: "Sehr geehrte Damen und Herren", DAMAGED, COPY),
    ("cut off", lambda c: json.dumps(good(c))[:-20], DAMAGED, COPY),
    ("another program's", lambda _: '{"name": "weltoffene-kommune", "version": 1}', "kein Bogen", CHOOSE),
    ("a list", lambda _: "[1, 2, 3]", "kein Bogen", CHOOSE),
    ("a newer format", lambda c: json.dumps(good(c, format_version=2)), "neueren Fassung", "Laden Sie diese Seite neu"),
    (
        "another catalogue",
        lambda c: json.dumps(good(c, catalogue={"id": "anderswo", "version": "1", "digest": ""})),
        "Der Bogen gehört zu einem anderen Fragebogen („anderswo“).",
        "Öffnen Sie die Datei auf der Seite, auf der dieser Fragebogen steht.",
    ),
    ("100,000 brackets", lambda _: "[" * 100_000, DAMAGED, COPY),
    ("100,000 nested objects", lambda _: '{"a":' * 100_000, DAMAGED, COPY),
    ("a number of 5,000 digits", lambda _: f'{{"format_version": {"9" * 5_000}}}', DAMAGED, COPY),
    ("NaN", lambda _: '{"format_version": NaN}', DAMAGED, COPY),
    ("infinity", lambda _: '{"format_version": 1e999}', DAMAGED, COPY),
    (
        "doubled keys",
        lambda _: '{"format": 1, "format": "weltoffene-kommune/sheet"}',
        "Die Angabe „format“ steht an einer Stelle zweimal darin.",
        COPY,
    ),
    ("tags as a format", lambda _: json.dumps({"format": SCRIPT}), "kein Bogen", CHOOSE),
    ("tags as a key", lambda _: f'{{"{SCRIPT}": 1, "{SCRIPT}": 2}}', "<script>document.title", COPY),
    ("answers that are none", lambda c: json.dumps(good(c, answers=[1])), "Die Angabe „Antworten“", COPY),
]


@pytest.fixture(scope="module")
def busy(browser: Browser, server: SiteServer, kurzform: Catalogue) -> Iterator[Person]:
    """Return somebody with the runtime at hand, unsaved answers and the overview in sight."""
    with visit(browser, server) as person:
        person.visits_the_questionnaire()
        person.page.get_by_label("Name der Kommune").fill("Musterstadt")
        person.begins()
        person.answers(kurzform.questions()[0], 1)
        person.opens_the_note_of(kurzform.questions()[0])
        person.notes(kurzform.questions()[0], "bleibt stehen")
        person.waits_for_the_runtime()
        person.follows("Zur Übersicht")
        yield person


@pytest.mark.parametrize(("content", "cause", "remedy"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_a_file_that_is_no_sheet_is_refused_with_cause_and_remedy_and_nothing_changes(
    busy: Person, kurzform: Catalogue, content: Content, cause: str, remedy: str
) -> None:
    before = entries(busy)
    busy.opens_the_file(content(kurzform))
    alert = busy.page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert).to_contain_text(cause)
    expect(alert).to_contain_text(remedy)
    said_at_the_field = re.compile(f"Fehler: .*{re.escape(cause)}")
    expect(busy.page.get_by_label("Bogen öffnen")).to_have_accessible_description(said_at_the_field)
    assert busy.page.locator(".sc-errors :is(script, img)").count() == 0
    assert entries(busy) == before


def test_a_file_of_one_byte_too_many_is_not_even_read(busy: Person, tmp_path: Path) -> None:
    file = tmp_path / "bogen.json"
    file.write_bytes(b" " * (MAX_FILE_BYTES + 1))
    busy.page.get_by_label("Bogen öffnen").set_input_files(file)
    alert = busy.page.get_by_role("alert")
    expect(alert).to_contain_text("Die Datei ist zu groß. Ein gespeicherter Bogen hat höchstens 10 MB.")
    expect(alert).to_contain_text("Wählen Sie die Datei, die beim Speichern des Bogens entstanden ist.")


def entries(person: Person) -> list[list[str]]:
    """Return everything that is entered in the form."""
    entered: list[list[str]] = person.page.evaluate("() => [...new FormData(document.querySelector('form'))]")
    assert ["selbstcheck.municipality-name", "Musterstadt"] in entered
    return entered


def test_after_all_of_them_the_answers_are_still_there_to_be_saved(busy: Person, kurzform: Catalogue) -> None:
    answer = sheet_of(busy.saves(), kurzform).answer(kurzform.questions()[0].id)
    assert (answer.rung, answer.note) == (1, "bleibt stehen")


@pytest.fixture(scope="module")
def reader(browser: Browser, server: SiteServer) -> Iterator[Person]:
    """Return somebody with nothing unsaved, who opens one file after the other."""
    with visit(browser, server) as person:
        person.visits_the_questionnaire()
        yield person


def sheet_from(of: Catalogue, name: str, answers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a sheet with these answers from a municipality with this name."""
    about = {**good(of)["sheet"], "municipality": {"name": name, "type": ""}}
    return good(of, sheet=about, answers=answers, **changes)


def opens(reader: Person, sheet: dict[str, Any], text: str = "") -> None:
    """Open the sheet, or a text that says the same, and wait until its municipality is on the form."""
    reader.page.goto(f"{reader.server.url}selbstcheck/fragebogen/#start")
    reader.opens_the_file(text or json.dumps(sheet))
    name = sheet["sheet"]["municipality"]["name"]
    expect(reader.page.get_by_label("Name der Kommune")).to_have_value(name)


def sees_the_result(reader: Person) -> None:
    reader.presses("Ergebnis ansehen")
    expect(reader.table()).to_be_attached()


def test_what_a_sheet_holds_beyond_the_format_is_named_and_left_out(reader: Person, kurzform: Catalogue) -> None:
    first, second, third = kurzform.questions()[:3]
    answers = {
        first.id: {"rung": 7},
        second.id: {"rung": True},
        third.id: {"rung": 2, "note": 5},
        "__proto__": {"rung": 1},
        "constructor": {"state": "unknown"},
    }
    sheet = sheet_from(kurzform, "Prototyp", answers, toString="x")
    # One more by hand, beside the format's own entries.
    text = json.dumps(sheet).replace('"answers":', '"__proto__": {"polluted": true}, "answers":', 1)
    opens(reader, sheet, text)
    box = reader.page.get_by_role("group", name="Bogen geöffnet")
    for name in ("__proto__", "constructor", "toString"):
        expect(box.get_by_role("listitem").filter(has_text=f"„{name}“").first).to_be_visible()
    expect(box.get_by_role("listitem").filter(has_text="Die gespeicherte Antwort ist nicht lesbar.")).to_have_count(2)
    assert reader.page.evaluate("() => [({}).polluted, Object.keys(Object.prototype).length]") == [None, 0]
    saved = sheet_of(reader.saves(), kurzform)
    assert {id_: answer.rung for id_, answer in saved.answers.items()} == {third.id: 2}


def test_tags_in_every_text_of_a_sheet_stay_text(reader: Person, kurzform: Catalogue) -> None:
    first, second, third = kurzform.questions()[:3]
    evidence = [{"title": SCRIPT, "link": f"https://example.org/{SCRIPT[:8]}"}]
    answers = {
        first.id: {"rung": 1, "note": SCRIPT, "evidence": evidence},
        second.id: {"state": "not-responsible", "carrier": SCRIPT},
        third.id: {"state": "not-applicable", "reason": SCRIPT},
        SCRIPT: {"rung": 1},
    }
    opens(reader, sheet_from(kurzform, SCRIPT, answers))
    title = reader.page.title()
    sees_the_result(reader)
    expect(reader.page.locator("#ergebnis-inhalt").get_by_text(SCRIPT).filter(visible=True)).not_to_have_count(0)
    assert reader.page.locator("#ergebnis :is(script, img), #ergebnis [onerror], form img").count() == 0
    assert reader.page.title() == title.replace("Übersicht", "Ergebnis")
    assert sheet_of(reader.saves(), kurzform).answer(first.id).note == SCRIPT


@pytest.mark.parametrize("text", ["\ud800", "\x00\x07", "\u202e", "a\u2028b", "🏛️" * 500, "</textarea>"])
def test_odd_characters_in_a_note_do_no_harm(reader: Person, kurzform: Catalogue, text: str) -> None:
    first = kurzform.questions()[0]
    opens(
        reader,
        sheet_from(kurzform, f"Ort {len(text)} {ord(text[0])}", {first.id: {"rung": 1, "note": f"vor {text} nach"}}),
    )
    sees_the_result(reader)
    note = sheet_of(reader.saves(), kurzform).answer(first.id).note
    assert note.startswith("vor ")
    assert note.endswith(" nach")


def test_a_sheet_of_an_older_catalogue_opens_with_a_notice(reader: Person, kurzform: Catalogue) -> None:
    older = {"id": kurzform.id, "version": "2020.1", "digest": "sha256:0"}
    answers = {kurzform.questions()[0].id: {"rung": 2}, "frage-von-frueher": {"state": "unknown"}}
    opens(reader, sheet_from(kurzform, "Früher", answers, catalogue=older))
    notices = reader.page.get_by_role("group", name="Bogen geöffnet").get_by_role("listitem")
    expect(notices.filter(has_text="2020.1")).to_have_count(1)
    expect(notices.filter(has_text="Die Frage „frage-von-frueher“ gibt es in diesem Fragebogen nicht.")).to_have_count(
        1
    )
