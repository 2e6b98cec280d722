"""Nothing typed is lost: the page says what it knows of a file, and asks before leaving wherever it does not know."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from browser.answering import sheet_of
from browser.person import Person
from core.test_decoding import CASES
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.noting_reader import USUAL_TEXT_LENGTH
from selfcheck_core.sheet_reading import MAX_EVIDENCE, USUAL_NOTE_LENGTH
from site_server import SiteServer

UNSAVED = "Noch nicht in einer Datei gespeichert."
ASKED = re.compile("^Der Bogen wird gespeichert. Sehen Sie nach, ob die Datei da ist")
NOTHING_NEW = "Seit dem Öffnen des Bogens ist nichts dazugekommen."
# Files of the browser's own that no dialog has to choose: the same handles, and the same writing.
PICKER = """window.showSaveFilePicker = async ({suggestedName}) =>
  (await navigator.storage.getDirectory()).getFileHandle(suggestedName, {create: true})"""
NO_PICKER = "delete window.showSaveFilePicker"


@pytest.fixture
def person(slow_host: SiteServer, visitor: Callable[..., Person]) -> Person:
    """Return somebody whose browser lets no page write where it wants."""
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    person.page.add_init_script(NO_PICKER)
    person.visits_the_questionnaire()
    return person


def standing(person: Person) -> Locator:
    return person.page.locator("[data-standing]")


def leaving_asks(person: Person) -> bool:
    """Tell whether the page would ask before it is left."""
    asks: bool = person.page.evaluate("() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    return asks


def types_an_office(person: Person, office: str = "Bauamt") -> None:
    person.page.get_by_label("Stelle", exact=True).fill(office)


def test_a_download_is_not_known_to_be_there_until_the_person_says_so(person: Person) -> None:
    expect(standing(person)).to_have_text("Noch ist nichts eingetragen, das zu speichern wäre.")
    assert not leaving_asks(person)
    types_an_office(person)
    expect(standing(person)).to_have_text(UNSAVED)
    assert leaving_asks(person)
    person.saves()
    expect(standing(person)).to_have_text(ASKED)
    assert leaving_asks(person)
    person.presses("Die Datei ist da")
    expect(standing(person)).to_contain_text("Sie haben bestätigt, dass die Datei da ist.")
    assert not leaving_asks(person)
    types_an_office(person, "Hauptamt")
    expect(standing(person)).to_have_text(UNSAVED)
    assert leaving_asks(person)


def test_what_was_typed_after_the_saving_cannot_be_confirmed_with_it(person: Person) -> None:
    types_an_office(person)
    person.saves()
    there = person.page.get_by_role("button", name="Die Datei ist da")
    expect(there).to_be_visible()
    types_an_office(person, "Hauptamt")
    expect(there).to_be_hidden()
    expect(standing(person)).to_have_text(UNSAVED)


def test_a_file_that_the_person_chose_is_known_to_be_saved_and_written_again(
    slow_host: SiteServer, visitor: Callable[..., Person]
) -> None:
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    person.page.add_init_script(PICKER)
    person.visits_the_questionnaire()
    types_an_office(person)
    person.presses("Ort der Datei wählen")
    expect(standing(person)).to_have_text(
        re.compile(r"^Ist gespeichert, um \d\d:\d\d Uhr in der Datei „selbstcheck-bogen_Bauamt_.*\.json“\.$")
    )
    assert not leaving_asks(person)
    types_an_office(person, "Hauptamt")
    expect(standing(person)).to_have_text(UNSAVED)
    person.presses("Bogen speichern")
    expect(standing(person)).to_have_text(re.compile("^Ist gespeichert"))
    written = person.page.evaluate("""async () => {
      const folder = await navigator.storage.getDirectory();
      const texts = [];
      for await (const file of folder.values()) texts.push(await (await file.getFile()).text());
      return texts;
    }""")
    assert [json.loads(text)["sheet"]["office"] for text in written] == ["Hauptamt"]


def test_where_the_chosen_file_cannot_be_written_the_sheet_goes_the_other_way(
    slow_host: SiteServer, visitor: Callable[..., Person]
) -> None:
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    person.page.add_init_script(
        "window.showSaveFilePicker = async () => ({createWritable: async () => { throw new Error('full') }})"
    )
    person.visits_the_questionnaire()
    types_an_office(person)
    with person.page.expect_download():
        person.presses("Ort der Datei wählen")
    expect(standing(person)).to_contain_text("In die gewählte Datei ließ sich nicht schreiben.")
    assert leaving_asks(person)


@pytest.mark.parametrize(
    ("municipality", "office", "name"),
    [
        ("Musterstadt", "Bauamt", "selbstcheck-bogen_Musterstadt_Bauamt_"),
        ("Größöhn", "Büro für Öffentlichkeit", "selbstcheck-bogen_Größöhn_Büro-für-Öffentlichkeit_"),
        ("CON", "NUL", "selbstcheck-bogen_CON_NUL_"),
        ("a/b\\c:d", 'e*f?"g<h>|', "selbstcheck-bogen_a-b-c-d_e-f-g-h_"),
        ("...", "Amt. ", "selbstcheck-bogen_Amt_"),
        ("ß" * 300, "", f"selbstcheck-bogen_{'ß' * 30}_"),
    ],
)
def test_a_file_is_called_by_municipality_office_day_and_time_and_no_message_says_so(
    person: Person, municipality: str, office: str, name: str
) -> None:
    person.page.get_by_label("Name der Kommune").fill(municipality)
    types_an_office(person, office)
    with person.page.expect_download() as download:
        person.presses("Bogen speichern")
    suggested = download.value.suggested_filename
    assert re.fullmatch(re.escape(name) + r"\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.json", suggested)
    expect(standing(person)).to_have_text(ASKED)
    assert ".json" not in standing(person).inner_text()


def test_a_date_that_nobody_typed_is_today_s_again_when_the_sheet_is_opened_later(
    visitor: Callable[..., Person],
) -> None:
    person = visitor()
    person.page.clock.set_fixed_time("2026-03-02T10:00:00")
    person.visits_the_questionnaire()
    types_an_office(person)
    saved = person.saves()
    about = json.loads(saved)["sheet"]
    assert (about["date"], about["date_typed"]) == ("2026-03-02", False)
    assert re.match(r"2026-03-02T\d\d:00:00[+-]\d\d:\d\d$", about["saved_at"])
    person.page.clock.set_fixed_time("2026-05-31T10:00:00")
    person.opens_the_file(saved)
    expect(standing(person)).to_have_text(NOTHING_NEW)
    expect(person.page.get_by_label("Stand vom")).to_have_value("")
    later = person.sheet()["sheet"]
    assert (later["date"], later["date_typed"], later["id"]) == ("2026-05-31", False, about["id"])


def test_an_older_file_keeps_its_date_and_the_page_says_what_to_do_about_it(visitor: Callable[..., Person]) -> None:
    person = visitor()
    person.visits_the_questionnaire()
    person.opens_the_file((CASES / "bogen-maerz.json").read_bytes())
    box = person.page.get_by_role("group", name="Bogen geöffnet")
    expect(box).to_contain_text("Er trägt das Datum 02.03.2026. Soll der heutige Tag gelten, leeren Sie das Feld")
    assert person.sheet()["sheet"]["date"] == "2026-03-02"
    person.page.get_by_label("Stand vom").fill("")
    assert person.sheet()["sheet"]["date"] != "2026-03-02"


def test_only_a_new_sheet_gets_a_new_id(visitor: Callable[..., Person]) -> None:
    person = visitor()
    person.visits_the_questionnaire()
    person.opens_the_file((CASES / "bogen-bom-crlf.json").read_bytes())
    box = person.page.get_by_role("group", name="Bogen geöffnet")
    expect(box).to_contain_text("Eine Berichtigung ist keine zweite Stimme.")
    types_an_office(person, "Bauamt")
    assert person.sheet()["sheet"]["id"] == "a"
    person.presses("Als neuen Bogen beginnen")
    expect(person.page.get_by_role("group", name="Neuer Bogen")).to_contain_text("Es ist jetzt ein neuer Bogen")
    fresh = person.sheet()
    assert fresh["sheet"]["id"] not in {"a", ""}
    assert fresh["sheet"]["office"] == "Bauamt"
    assert fresh["answers"]["ms-leitbild-beschluss"]["rung"] == 2


def test_a_sheet_saved_again_as_ansi_keeps_its_umlauts_and_the_page_says_so(visitor: Callable[..., Person]) -> None:
    person = visitor()
    person.visits_the_questionnaire()
    person.opens_the_file((CASES / "bogen-ansi.json").read_bytes())
    box = person.page.get_by_role("group", name="Bogen geöffnet")
    expect(box).to_contain_text("in einer anderen Kodierung gespeichert (Windows-1252 statt UTF-8)")
    expect(person.page.get_by_label("Name der Kommune")).to_have_value("Größöhn")
    assert "Überörtlich geprüft" in person.saves()


def test_the_form_lets_in_what_the_reader_takes_and_no_more(person: Person, kurzform: Catalogue) -> None:
    first = kurzform.questions()[0]
    person.begins()
    person.answers(first, "not-applicable")
    person.page.evaluate(FILL_A_QUESTION, first.id)
    expect(person.question(first).get_by_role("button", name="Weiteren Nachweis hinzufügen")).to_be_hidden()
    answer = sheet_of(person.saves(), kurzform).answer(first.id)
    assert len(answer.evidence) == MAX_EVIDENCE
    assert {len(each.title) for each in answer.evidence} == {2 * USUAL_TEXT_LENGTH + len(" ()")}
    assert (len(answer.note), len(answer.reason)) == (USUAL_NOTE_LENGTH, USUAL_TEXT_LENGTH)


# As many letters as the form lets in, of the greediest kind, in as many rows as there can be.
FILL_A_QUESTION = """id => {
  const question = document.querySelector(`[data-question="${id}"]`);
  const add = question.querySelector("[data-action=add-evidence]");
  while (!add.hidden) add.click();
  for (const field of question.querySelectorAll("input[type=text], textarea")) {
    field.value = "\u20ac".repeat(field.maxLength);
    field.dispatchEvent(new Event("input", {bubbles: true}));
  }
}"""
