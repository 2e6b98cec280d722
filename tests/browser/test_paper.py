"""The form without a computer's help: it reads in full without script, and prints as a sheet to fill in by hand."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.person import Person
from browser.printing import laid_out, letters, printed, sheets
from browser.weakened import without_style
from selfcheck_core.catalogue import Catalogue, Field, Question, Theme


@pytest.fixture
def reader(visitor: Callable[..., Person]) -> Person:
    """Return somebody whose browser runs no script, with the form in front of them."""
    person = visitor(java_script_enabled=False)
    # Chromium says so of every module that the page would have loaded with scripts.
    person.watch.allow("failed-request", r"^csp .*\.js$")
    person.visits_the_questionnaire()
    return person


def texts_of_the_form(catalogue: Catalogue) -> list[str]:
    """Return everything a person has to read in order to fill the form in."""
    fields = [text for field in catalogue.fields for text in (field.title, field.about)]
    questions = [text for q in catalogue.questions() for text in (q.text, q.why, *q.known_by, *q.rungs)]
    roles = [each.title for each in (*catalogue.municipality_types, *catalogue.perspectives)]
    return [*fields, *questions, *roles]


def test_without_script_every_question_with_every_option_is_in_sight(reader: Person, catalogue: Catalogue) -> None:
    in_sight = letters(reader.page.get_by_role("main").inner_text())
    assert [text for text in texts_of_the_form(catalogue) if letters(text) not in in_sight] == []
    options = reader.page.locator("fieldset[data-question] input[type=radio]").filter(visible=True)
    expect(options).to_have_count(7 * len(catalogue.questions()))
    for question in catalogue.questions()[:3]:
        for label in ("Notiz", "Nachweis 1", "Welche Stelle ist zuständig?", "Warum entfällt die Frage?"):
            expect(reader.question(question).get_by_label(label, exact=True)).to_be_visible()


def test_without_script_there_is_no_control_that_needs_one(reader: Person) -> None:
    expect(reader.page.get_by_role("button")).to_have_count(0)
    expect(reader.page.get_by_label("Bogen öffnen")).to_be_hidden()
    expect(reader.heading("Ergebnis")).to_be_hidden()
    notice = reader.page.locator("noscript p")  # Playwright finds no text in there by itself
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Ihr Browser führt hier kein JavaScript aus.")


def test_without_script_the_menu_opens_on_a_narrow_screen(visitor: Callable[..., Person]) -> None:
    person = visitor(java_script_enabled=False, viewport={"width": 360, "height": 800})
    person.visits()
    person.presses("Menü")
    person.page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Selbstcheck").click()
    expect(person.page).to_have_url(f"{person.server.url}selbstcheck/")


def test_without_script_the_print_is_the_whole_paper_form(reader: Person, catalogue: Catalogue) -> None:
    paper = printed(reader.page)
    missing = [text for text in texts_of_the_form(catalogue) if letters(text) not in paper]
    assert missing == []
    assert letters(f"Fragebogen Fassung {catalogue.version}") in paper
    assert letters("kein JavaScript") not in paper


def test_without_script_the_kurzform_is_chosen_for_the_paper_and_printed_alone(
    reader: Person, catalogue: Catalogue, kurzform: Catalogue
) -> None:
    reader.chooses_the_kurzform()
    paper = printed(reader.page)
    assert [text for text in texts_of_the_form(kurzform) if letters(text) not in paper] == []
    longer = [q.text for q in catalogue.questions() if not q.short_form]
    left_out = {letters(theme.title) for theme in themes(catalogue)} - {
        letters(theme.title) for theme in themes(kurzform)
    }
    assert [text for text in longer if letters(text) in paper] == []
    assert left_out.isdisjoint(letters(line) for sheet in sheets(reader.page) for line in sheet)
    assert letters("Gehört zur Kurzform") not in paper
    last = len(kurzform.questions())
    assert letters(f"{last}. {kurzform.questions()[-1].text}") in paper
    reader.chooses_the_langform()
    assert letters(longer[0]) in printed(reader.page)


def themes(catalogue: Catalogue) -> list[Theme]:
    """Return the themes of all fields."""
    return [theme for field in catalogue.fields for theme in field.themes]


# Sheets of paper: a person has to carry them, and a Langform of two questions a page had 54.
@pytest.mark.parametrize(("form", "most"), [("Kurzform", 13), ("Langform", 41)])
def test_a_paper_form_is_tight_tears_no_question_and_numbers_its_pages(
    reader: Person, catalogue: Catalogue, kurzform: Catalogue, form: str, most: int
) -> None:
    asked = (kurzform if form == "Kurzform" else catalogue).questions()
    reader.page.get_by_role("radio", name=re.compile(f"^{form}")).check()
    pages = laid_out(reader.page)
    assert len(pages) <= most
    assert [page.number for page in pages] == [f"{number} / {len(pages)}" for number in range(1, len(pages) + 1)]
    texts = [letters("".join(page.lines)) for page in pages]
    for number, question in enumerate(asked, start=1):
        (place,) = [place for place, text in enumerate(texts) if letters(f"{number}. {question.text}") in text]
        for said in (*question.rungs, f"Notiz zu Frage {number} Bitte"):
            assert letters(said) in texts[place], said
    heads = "main :is(h2, h2 span, h3, h4)"
    headings = {letters(text) for text in reader.page.locator(heads).all_text_contents()}
    assert [page.number for page in pages if letters(page.lines[-1]) in headings] == []


def test_questions_are_torn_where_they_may_break(reader: Person, catalogue: Catalogue) -> None:
    without_style(reader.page, ".sc-question", "break-inside")
    texts = [letters("".join(page.lines)) for page in laid_out(reader.page)]
    assert any(torn(texts, number, question) for number, question in enumerate(catalogue.questions(), start=1))


def torn(texts: list[str], number: int, question: Question) -> bool:
    """Tell whether no page holds the question from its text to its note."""
    parts = [letters(part) for part in (f"{number}. {question.text}", f"Notiz zu Frage {number} Bitte")]
    return not any(all(part in text for part in parts) for text in texts)


def test_a_paper_form_has_room_to_write(reader: Person) -> None:
    reader.page.emulate_media(media="print")
    question = reader.page.locator("[data-question]").first
    millimetres = 25.4 / 96
    for name, high, wide in (
        ("note", 9, 150),
        ("carrier", 4.5, 50),
        ("reason", 4.5, 70),
        ("evidence-title-1", 4.5, 50),
    ):
        box = question.locator(f"[name$='.{name}']").bounding_box()
        assert box
        assert box["height"] * millimetres >= high, name
        assert box["width"] * millimetres >= wide, name


def test_with_script_the_kurzform_or_the_whole_form_is_printed_from_any_field(
    person: Person, catalogue: Catalogue, kurzform: Catalogue
) -> None:
    person.visits_the_questionnaire()
    person.goes_to(catalogue.fields[3])
    paper = printed(person.page)
    assert [text for text in texts_of_the_form(kurzform) if letters(text) not in paper] == []
    longer = [q.text for q in catalogue.questions() if not q.short_form]
    assert [text for text in longer if letters(text) in paper] == []
    assert letters("Noch offen") not in paper

    person.follows("Zur Übersicht")
    person.follows("Angaben zum Bogen")
    person.chooses_the_langform()
    paper = printed(person.page)
    assert [text for text in texts_of_the_form(catalogue) if letters(text) not in paper] == []


def test_the_buttons_for_printing_open_the_browser_s_print(person: Person) -> None:
    person.visits_the_questionnaire()
    person.page.evaluate("() => window.addEventListener('beforeprint', () => console.log('prints'))")
    person.looks_at_the_overview()
    person.presses("Papierbogen drucken")
    expect(person.page.get_by_role("button", name="Papierbogen drucken")).to_be_visible()
    assert person.watch.said == ["prints"]


def test_what_was_answered_is_printed_in_full(person: Person, kurzform: Catalogue) -> None:
    first, second = kurzform.fields[0].questions[:2]
    note = " ".join(f"Wort{number}" for number in range(120))
    person.visits_the_questionnaire()
    person.page.get_by_label("Name der Kommune").fill("Musterstadt an der langen Leine")
    person.page.get_by_label("Stand vom").fill("2026-05-31")
    person.begins()
    person.answers(first, "not-responsible")
    person.names_the_carrier(first, "Zweckverband für alle denkbaren Aufgaben im ganzen Landkreis und darüber hinaus")
    person.opens_the_note_of(second)
    person.notes(second, note)
    person.follows("Zur Übersicht")
    paper = printed(person.page)
    for typed in (
        "Musterstadt an der langen Leine",
        "31.05.2026",
        "Zweckverband für alle denkbaren Aufgaben im ganzen Landkreis und darüber hinaus",
    ):
        assert letters(typed) in paper
    # The head of a page may stand between two of its words.
    words = note.split()
    assert sum(letters(f"{one}{other}") not in paper for one, other in pairwise(words)) <= 1
    assert all(letters(word) in paper for word in words)
    person.waits_for_the_runtime()


def has_noted(person: Person, field: Field, question: Question, lines: list[str]) -> None:
    """Let somebody answer a question of a field and write a note of many lines beside it."""
    person.visits_the_questionnaire()
    person.goes_to(field)
    person.answers(question, 1)
    person.opens_the_note_of(question)
    person.notes(question, "\n".join(lines))


def test_a_note_of_many_lines_goes_on_on_the_next_page_and_leaves_none_half_empty(
    person: Person, kurzform: Catalogue
) -> None:
    _, second, _ = kurzform.fields[0].questions
    lines = [f"Zeile {number} der Notiz" for number in range(1, 61)]
    has_noted(person, kurzform.fields[0], second, lines)
    form = sheets(person.page)
    (asked,) = [page for page in form if any(second.text in line for line in page)]
    assert any(letters(lines[0]) in letters(line) for line in asked)
    (ends,) = [page for page in form if any(letters(lines[-1]) in letters(line) for line in page)]
    assert ends is form[form.index(asked) + 1]
    person.looks_at_the_result()
    result = sheets(person.page)
    (begins,) = [page for page in result if "Anhang: Notizen und Nachweise" in page]
    assert lines[2] in begins


SHEETS = [path.stem for path in sorted((Path(__file__).parents[2] / "docs/methoden/material").glob("*.md"))]


@pytest.mark.parametrize("name", SHEETS)
def test_no_page_of_a_sheet_ends_with_a_heading_or_holds_the_site_s_footer_alone(
    visitor: Callable[..., Person], name: str
) -> None:
    person = visitor(java_script_enabled=False)
    person.visits(f"methoden/material/{name}/")
    headings = {letters(text) for text in person.page.locator("main :is(h2, h3)").all_inner_texts()}
    for page in sheets(person.page):
        number = re.search(r"^\d+ / \d+$", page[-1])
        said = page[:-1] if number else page
        assert letters(said[-1]) not in headings
        assert len(said) > 3


def test_the_minute_plan_s_course_stands_on_one_page(visitor: Callable[..., Person]) -> None:
    person = visitor(java_script_enabled=False)
    for name in ("dialogveranstaltung-minutenplan", "selbstcheck-workshop-minutenplan"):
        person.visits(f"methoden/material/{name}/")
        rows = person.page.locator("h2#ablauf + .wk-scroll tbody tr").all_inner_texts()
        assert rows
        assert any(all(letters(row) in letters("".join(page)) for row in rows) for page in sheets(person.page)), name


def test_two_question_cards_fit_on_a_sheet(visitor: Callable[..., Person], catalogue: Catalogue) -> None:
    person = visitor(java_script_enabled=False)
    for field in catalogue.fields:
        person.visits(f"methoden/material/fragekarten-{field.id}/")
        assert len(sheets(person.page)) == (len(field.questions) + 1) // 2, field.id


# All pages would take minutes; the long ones are where a last page begins.
LAST_PAGES = [
    "", "projekt/", "impressum/", "datenschutz/", "selbstcheck/methode/", "kommunen/mannheim/", "methoden/mediation/",
    "magazin/ziel-vor-methode/", "rueckhalt/danach/", "mitwirken/meldungen/", "technik/architektur/", "schlagworte/",
]  # fmt: skip


def test_no_last_page_holds_the_licence_alone(visitor: Callable[..., Person]) -> None:
    person = visitor(java_script_enabled=False)
    for path in LAST_PAGES:
        person.visits(path)
        pages = sheets(person.page)
        assert any("CC BY 4.0" in line for line in pages[0]), path
        said = [line for line in pages[-1] if not re.fullmatch(r"\d+ / \d+", line)]
        assert not all("CC BY 4.0" in line for line in said), path
