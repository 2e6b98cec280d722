"""A result in front of a person: its first screen, its length on a phone, where it leads, and what is printed."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.person import Person
from browser.printing import laid_out, letters, sheets
from browser.visits import visit
from selfcheck_core.catalogue import Catalogue
from site_server import SiteServer

EXAMPLES = Path(__file__).parents[2] / "questionnaire/beispiele"
TOWN = "Kestenbrück (erfunden)"
ORIGIN = f"{TOWN} · 12. Oktober 2026 · Kurzform · Verwaltung"

# The parts of a result that have to be seen at once, and the part of each that lies inside of the window.
IN_SIGHT = """(names) => names.map((name) => {
  const all = [...document.querySelectorAll(name)].map((each) => each.getBoundingClientRect());
  const box = all.find(({ height }) => height > 0);
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
})"""
FIRST_SCREEN = [
    ".result-origin",
    "[data-rendered-actions] [data-action=print]",
    "[data-rendered-actions] [data-action=save]",
    ".result-sentences > li:nth-child(1)",
    ".result-sentences > li:nth-child(2)",
    ".result-picture .figure-row .figure-track",
]


def example(kurzform: Catalogue, name: str = "kestenbrueck") -> Any:
    """Return an example's sheet as a Kurzform."""
    sheet = json.loads((EXAMPLES / name / "bogen.json").read_text(encoding="utf-8"))
    asked = {question.id for question in kurzform.questions()}
    answers = {key: answer for key, answer in sheet["answers"].items() if key in asked}
    return sheet | {"scope": {"form": "short", "fields": None}, "answers": answers}


def opens(person: Person, sheet: Any) -> Person:
    """Open a sheet and go to its result."""
    person.visits_the_questionnaire()
    person.opens_the_file(json.dumps(sheet))
    person.waits_for_the_opened_sheet("Fragen bearbeitet")
    person.looks_at_the_result()
    return person


@pytest.fixture(scope="module")
def reader(browser: Browser, server: SiteServer, kurzform: Catalogue) -> Iterator[Person]:
    """Return somebody with the result of a Kurzform in front of them, to look at and to leave as it is."""
    with visit(browser, server) as person:
        yield opens(person, example(kurzform))


def comes_to_the_result(reader: Person, width: int, height: int) -> Page:
    """Leave the result and come back with a window of this size."""
    reader.page.set_viewport_size({"width": width, "height": height})
    reader.follows("Zur Übersicht")
    reader.looks_at_the_result()
    expect(reader.heading("Ergebnis")).to_be_focused()
    return reader.page


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (360, 740)])
def test_the_first_screen_shows_whose_result_it_is_two_sentences_and_the_picture_s_first_field(
    reader: Person, width: int, height: int
) -> None:
    page = comes_to_the_result(reader, width, height)
    seen = dict(zip(FIRST_SCREEN, page.evaluate(IN_SIGHT, FIRST_SCREEN), strict=True))
    assert [name for name, is_seen in seen.items() if not is_seen] == []
    assert page.evaluate(IN_SIGHT, [".result-fields"]) == [False]


def test_on_a_phone_the_result_of_a_kurzform_is_shorter_than_6000_pixels(reader: Person) -> None:
    page = comes_to_the_result(reader, 360, 740)
    folded = page.evaluate("document.documentElement.scrollHeight")
    assert folded < 6_000
    unfold = "open => { for (const each of document.querySelectorAll('.result details')) each.open = open }"
    page.evaluate(unfold, True)
    assert page.evaluate("document.documentElement.scrollHeight") > 6_000
    page.evaluate(unfold, False)


def test_who_listens_hears_all_sentences_before_the_picture_wherever_they_stand_on_the_screen(reader: Person) -> None:
    page = comes_to_the_result(reader, 360, 740)
    heard = page.locator(".result-first").aria_snapshot()
    assert heard.index("Beginnen können Sie mit") < heard.index("So weit ist die Kommune")
    focusable = ".result-picture :is(a, button, input, summary, [tabindex])"
    expect(page.locator(focusable)).to_have_count(0)


def test_a_sentence_leads_to_its_row_among_the_folded_numbers_and_to_the_first_steps(reader: Person) -> None:
    page = comes_to_the_result(reader, 1280, 900)
    expect(reader.table()).to_be_hidden()
    page.locator(".result-sentences a").first.click()
    expect(page.locator("tr:target")).to_be_in_viewport()
    # Computed once more, it would be folded again.
    expect(page.locator("#ergebnis-inhalt")).not_to_have_attribute("aria-busy", "true")
    expect(reader.table()).to_be_visible()
    expect(page.locator("tr:target")).to_be_in_viewport()
    reader.follows("Zur Übersicht")
    reader.looks_at_the_result()
    page.locator(".result-sentences a").last.click()
    expect(reader.heading("Damit können Sie beginnen")).to_be_in_viewport()


def test_printing_saving_and_passing_on_come_right_behind_whose_result_it_is(reader: Person) -> None:
    page = comes_to_the_result(reader, 1280, 900)
    behind = page.locator(".result-origin + [data-rendered-actions]").get_by_role("button")
    assert behind.all_inner_texts() == [
        "Ergebnis drucken",
        "Speichern und weitergeben",
        "Antworten prüfen",
        "Zurück zu den Fragen",
    ]
    with page.expect_download() as download:
        reader.presses("Speichern und weitergeben")
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert saved["sheet"]["municipality"]["name"] == TOWN


def test_a_notice_in_the_result_names_its_question_in_full_and_leads_there(person: Person, kurzform: Catalogue) -> None:
    asked = max(kurzform.questions(), key=lambda question: len(question.text))
    assert len(asked.text) > 80
    sheet = example(kurzform)
    sheet["answers"][asked.id] = {"state": "not-applicable", "reason": ""}
    opens(person, sheet)
    person.page.locator("#ergebnis").get_by_text("Hinweise zu diesem Bogen").click()
    person.page.locator("#ergebnis").get_by_role("link", name=f"Frage „{asked.text}“: Zur Antwort").click()
    expect(person.question(asked)).to_be_in_viewport()
    person.follows("Zur Übersicht")
    field = next(each for each in kurzform.fields if asked in each.questions)
    task = person.page.get_by_role("listitem").filter(has=person.page.get_by_role("link", name=field.title))
    expect(task).to_contain_text("Begründung fehlt")
    expect(task).not_to_contain_text("Fertig")


def test_an_address_of_a_result_that_is_not_there_leads_to_where_a_saved_file_is_opened(person: Person) -> None:
    person.visits("selbstcheck/fragebogen/#ergebnis")
    expect(person.page.get_by_text("Hier steht ein Ergebnis, sobald")).to_be_visible()
    person.presses("Datei öffnen")
    opener = person.page.get_by_label("Bogen öffnen")
    expect(opener).to_be_focused()
    expect(opener).to_be_in_viewport()


def one_field(kurzform: Catalogue) -> Any:
    """Return a sheet that is about one field only."""
    sheet, field = example(kurzform), kurzform.fields[0]
    return sheet | {"scope": {"form": "short", "fields": [field.id]}}


def long_notes(kurzform: Catalogue) -> Any:
    """Return a sheet with long notes, from a municipality whose name would end a string of CSS."""
    sheet = deepcopy(example(kurzform))
    for number, answer in enumerate(sheet["answers"].values()):
        answer["note"] = " ".join(f"Satz {number} über das Jahr {year}." for year in range(1990, 2026))
    sheet["sheet"]["municipality"]["name"] = 'Stadt "Am \\ Deich" } * { display: none'
    return sheet


@pytest.mark.parametrize("made", [example, one_field, long_notes])
def test_a_printed_result_is_headed_by_it_on_every_page_and_tears_no_heading_from_what_it_heads(
    person: Person, kurzform: Catalogue, made: Callable[[Catalogue], Any]
) -> None:
    sheet = made(kurzform)
    opens(person, sheet)
    pages = laid_out(person.page)
    origin = person.page.locator(".result-origin").inner_text()
    assert origin.startswith(sheet["sheet"]["municipality"]["name"])
    brand, *first = [letters(line) for line in pages[0].lines]
    assert brand.startswith("WeltoffeneKommune")
    assert first[:2] == ["Ergebnis", letters(origin)]
    assert [letters(page.lines[0]) for page in pages[1:]] == [letters(f"Ergebnis: {origin}")] * (len(pages) - 1)
    heads = person.page.locator("#ergebnis :is(h2, h3, h4, h5, summary span, caption, thead)").all_text_contents()
    for number, page in enumerate(pages, start=1):
        assert page.number == f"{number} / {len(pages)}"
        assert letters(page.lines[-1]) not in {letters(text) for text in heads}
        assert len(page.lines) > 4
        assert page.filled > 0.6 or page is pages[-1]


def test_the_paper_form_has_no_head_of_a_result(person: Person, kurzform: Catalogue) -> None:
    opens(person, example(kurzform))
    assert any(line.startswith("Ergebnis: ") for line in sheets(person.page)[1])
    person.follows("Zur Übersicht")
    expect(person.heading("Übersicht")).to_be_focused()
    assert not any(line.startswith("Ergebnis: ") for page in sheets(person.page) for line in page)
