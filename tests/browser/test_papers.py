"""Papers made of a result: one page at a glance, a sheet of each field for the wall; each chosen where one prints."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument

from browser.person import Person
from browser.printing import LaidOut, laid_out, letters
from browser.test_the_result import EXAMPLES, example, opens
from browser.visits import visit
from browser.weakened import without_style
from selfcheck_core.catalogue import Catalogue
from site_server import SiteServer

CHOICE = "Was gedruckt wird"
GLANCE = "auf einen Blick"
FIELDS = "je Feld ein Blatt"
POINTS_PER_MILLIMETRE = 72 / 25.4


def langform(name: str) -> Callable[[Catalogue], Any]:
    """Return what reads the example with this name, with all its answers."""
    return lambda _: json.loads((EXAMPLES / name / "bogen.json").read_text(encoding="utf-8"))


def long_name(kurzform: Catalogue) -> Any:
    """Return a sheet whose municipality has a name of 500 letters, most of them without a place to break."""
    sheet = example(kurzform)
    sheet["sheet"]["municipality"]["name"] = f"Amt {'Donaudampfschifffahrt' * 23} am Strom"
    return sheet


def nothing_scored(kurzform: Catalogue) -> Any:
    """Return a sheet on which nobody knew anything, and which tells nothing of itself."""
    sheet = example(kurzform)
    about = {"id": sheet["sheet"]["id"], "municipality": {"name": "", "type": ""}}
    return sheet | {"sheet": about, "answers": {key: {"state": "unknown"} for key in sheet["answers"]}}


def one_answer(kurzform: Catalogue) -> Any:
    """Return a sheet with one answer."""
    sheet = example(kurzform)
    first, *_ = sheet["answers"]
    return sheet | {"answers": {first: {"rung": 1}}}


SHEETS: dict[str, Callable[[Catalogue], Any]] = {
    "Kurzform": example,
    "Kestenbrück": langform("kestenbrueck"),
    "Werauen": langform("landkreis-werauen"),
    "Ostermünde": langform("ostermuende"),
    "long name": long_name,
    "nothing scored": nothing_scored,
    "one answer": one_answer,
}


def chooses(person: Person, paper: str) -> None:
    """Print as this paper; the browser's dialog stays open, so that the paper can be looked at."""
    person.page.evaluate("window.print = () => {}")
    person.page.get_by_label(CHOICE).select_option(paper)
    person.presses("Ergebnis drucken")


def papers(person: Person, paper: str) -> list[LaidOut]:
    """Print as this paper and return its pages."""
    chooses(person, paper)
    return laid_out(person.page)


def sees_the_result(person: Person, sheet: Any) -> Person:
    """Open a sheet and go to its result, also one without a table."""
    person.visits_the_questionnaire()
    person.opens_the_file(json.dumps(sheet))
    person.waits_for_the_opened_sheet("bearbeitet")
    person.presses("Ergebnis ansehen")
    expect(person.page.locator(".result-origin")).to_be_visible()
    return person


@pytest.fixture(scope="module")
def reader(browser: Browser, server: SiteServer, kurzform: Catalogue) -> Iterator[Person]:
    """Return somebody with the result of a Kurzform in front of them."""
    with visit(browser, server) as person:
        yield opens(person, example(kurzform))


@pytest.mark.parametrize("name", SHEETS)
def test_at_a_glance_is_one_page_whatever_the_sheet_holds(person: Person, kurzform: Catalogue, name: str) -> None:
    sees_the_result(person, SHEETS[name](kurzform))
    (page,) = papers(person, GLANCE)
    paper = letters("".join(page.lines))
    result = person.page.locator("#ergebnis")
    origin = result.locator(".result-origin").inner_text()
    said = result.locator(
        ".result-sentences li:not(:has([href='#ergebnis-beginn'])), .result-steps p:first-child, "
        ".result-steps .result-source, .figure--glance .figure-title, .figure--glance .figure-note, .result-nature"
    )
    for text in (origin[:60], *said.all_text_contents()):
        assert letters(text) in paper
    assert paper.count("Stufe") == 0 or name == "nothing scored"
    assert page.number == "1 / 1"
    assert page.filled < 0.95


def test_at_a_glance_a_long_name_would_need_a_second_page_if_its_lines_were_not_counted(
    person: Person, kurzform: Catalogue
) -> None:
    sheet = long_name(kurzform)
    sheet["sheet"]["municipality"]["name"] *= 4
    sees_the_result(person, sheet)
    assert len(papers(person, GLANCE)) == 1
    without_style(person.page, '[data-paper="glance"] .result-origin', "-webkit-line-clamp")
    assert len(papers(person, GLANCE)) > 1


@pytest.mark.parametrize("name", ["Kurzform", "Kestenbrück", "Werauen", "Ostermünde", "one answer"])
def test_every_field_has_a_sheet_that_begins_with_it_and_holds_nothing_of_another(
    person: Person, kurzform: Catalogue, name: str
) -> None:
    sees_the_result(person, SHEETS[name](kurzform))
    pages = papers(person, FIELDS)
    titles = person.page.locator(".result-field h4").all_text_contents()
    head = letters(f"Ergebnis: {person.page.locator('.result-origin').inner_text()}")
    assert {letters(page.lines[0]) for page in pages} == {head}
    begun = [number for number, page in enumerate(pages) if begins_with(page, titles)]
    assert [begins_with(pages[number], titles) for number in begun] == titles
    assert begun[0] == 0
    for place, title in enumerate(titles):
        end = begun[place + 1] if place + 1 < len(begun) else len(pages)
        sheet = letters("".join(line for page in pages[begun[place] : end] for line in page.lines[1:]))
        field = person.page.locator(".result-field").nth(place)
        held = field.locator(".result-sheet-themes tbody th, .result-suggestions p:first-child").all_text_contents()
        for text in (title, field.locator("summary span").inner_text(), *held):
            assert letters(text) in sheet
        assert not any(letters(other) in sheet for other in titles if other != title)


def begins_with(page: LaidOut, titles: list[str]) -> str:
    """Return the title that the page begins with below its head, or nothing."""
    return next((title for title in titles if letters(title).startswith(letters(page.lines[1]))), "")


def test_a_field_s_sheet_can_be_read_from_a_distance(reader: Person) -> None:
    chooses(reader, FIELDS)
    page = PdfDocument(reader.page.pdf(prefer_css_page_size=True))[0]
    text = page.get_textpage()
    title = reader.page.locator(".result-field h4").first.text_content() or ""
    assert height_of(text, title) > 16
    assert height_of(text, "fortgeschritten") > 9
    chooses(reader, FIELDS)
    reader.page.emulate_media(media="print")
    drawn = reader.page.locator(".figure--poster .figure-track").first.bounding_box()
    reader.page.emulate_media(media="null")
    assert drawn
    assert drawn["height"] * 72 / 96 / POINTS_PER_MILLIMETRE > 13


def height_of(text: Any, words: str) -> float:
    """Return how high the first letter of these words is on the paper, in points; 6.5 in a text of 10 points."""
    found = text.search(words).get_next()
    _, bottom, _, top = text.get_charbox(found[0])
    return float(top - bottom)


def test_fields_run_into_one_another_if_they_do_not_begin_a_page(person: Person, kurzform: Catalogue) -> None:
    opens(person, example(kurzform))
    titles = person.page.locator(".result-field h4").all_text_contents()
    without_style(person.page, ".result-field + .result-field", "break-before")
    begun = [page for page in papers(person, FIELDS) if begins_with(page, titles)]
    assert len(begun) < len(titles)


def test_ranges_keep_their_hatching_on_a_field_s_sheet(reader: Person) -> None:
    """The pattern stands in the picture of all fields, which this paper does not show."""
    chooses(reader, FIELDS)
    reader.page.emulate_media(media="print")
    shown = "() => getComputedStyle(document.querySelector('.figure-hatch')).visibility"
    assert reader.page.evaluate(shown) == "visible"
    assert reader.page.locator(".figure-patterns").evaluate("each => each.getClientRects().length") > 0
    reader.page.emulate_media(media="null")


def test_the_browser_s_own_print_is_the_whole_result_also_after_another_paper(reader: Person) -> None:
    laid_out(reader.page)
    whole = [page.lines for page in laid_out(reader.page)]
    assert len(papers(reader, GLANCE)) == 1
    assert [page.lines for page in laid_out(reader.page)] == whole
    assert [page.lines for page in papers(reader, "alles")] == whole


def test_the_paper_is_chosen_by_keyboard_beside_the_button_and_by_name(reader: Person) -> None:
    choice = reader.page.get_by_role("combobox", name=CHOICE)
    reader.page.get_by_label(CHOICE).select_option("alles")
    reader.page.get_by_role("button", name="Ergebnis drucken").focus()
    reader.page.keyboard.press("Tab")
    expect(choice).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    expect(choice).to_have_value("glance")
    reader.page.evaluate("window.print = () => {}")
    reader.page.keyboard.press("Shift+Tab")
    reader.page.keyboard.press("Enter")
    assert len(laid_out(reader.page)) == 1
