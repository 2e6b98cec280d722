"""What holds the form: each rule as it is, and taken away, where the same look at the page finds it missing."""

import re
import shutil
from collections.abc import Callable
from os import link
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.leaving import ways_of_the_browser, ways_of_the_page
from browser.person import Person
from browser.printing import letters, sheets
from browser.test_failures import DAMAGED, failure
from browser.test_paper import LAST_PAGES, has_noted
from browser.test_screen_reader import NAMES
from browser.weakened import without_program, without_style
from selfcheck_core.catalogue import Catalogue, Question
from site_server import serving

# Where nothing but the sum would tell: the time of a packed file, and a letter of what the runtime says on failing.
BITS = {
    "pyodide.asm.wasm": lambda content: content.index(b"Read-only file system"),
    "selbstcheck-*.zip": lambda content: content.index(b"PK\x03\x04") + 10,
}


def with_a_bit_flipped(site: Path, folder: Path, name: str) -> Path:
    """Return a copy of the site in which one bit of one file is another."""
    shutil.copytree(site, folder, copy_function=link)
    (path,) = folder.rglob(name)
    content = bytearray(path.read_bytes())
    content[BITS[name](content)] ^= 0x20
    path.unlink()
    path.write_bytes(content)
    return folder


@pytest.mark.parametrize("name", BITS)
def test_a_flipped_bit_is_refused_and_would_start_if_nobody_knew_the_sum(
    visitor: Callable[..., Person], site: Path, tmp_path: Path, name: str
) -> None:
    pattern = re.escape(name).replace(r"\*", "[0-9a-f]+")

    def without_its_sum(route: Route) -> None:
        html, taken = re.subn(rf"{pattern} sha256-[^,\"]*", "", route.fetch().text())
        route.fulfill(body=html if taken == 1 else "", content_type="text/html; charset=utf-8")

    with serving(with_a_bit_flipped(site, tmp_path / "site", name)) as host:
        person = visitor(host)
        person.visits_the_questionnaire()
        person.begins()
        failure(person, DAMAGED)
        person.page.route("**/fragebogen/", without_its_sum)
        person.watch.allow("failed-request", "ERR_ABORTED")  # what was still on its way
        person.visits()
        person.visits_the_questionnaire()
        person.begins()
        person.waits_for_the_runtime()


def ways_that_ask(person: Person, catalogue: Catalogue) -> list[str]:
    """Leave a field in every way with a reason missing, and return the ways on which that is asked about first."""
    page, (before, field, _) = person.page, catalogue.fields[:3]
    asked = []
    pages = ways_of_the_page(person)
    for name, leave in (pages | ways_of_the_browser(person)).items():
        person.goes_to(before)
        person.goes_to(field)
        person.answers(field.questions[0], 0)
        person.answers(field.questions[0], "not-applicable")
        page.evaluate("() => document.activeElement.blur()")
        leave()
        page.wait_for_function("() => document.activeElement.matches('h1, h2, h3, [role=alert]')")
        if page.evaluate("() => document.activeElement.matches('[role=alert]')"):
            asked.append(name)
            if name in pages:
                leave()  # the second time they pass
                expect(page.get_by_role("alert")).to_be_hidden()
    return asked


@pytest.mark.parametrize(("careless", "asked"), [(False, 6), (True, 0)], ids=["as it is", "if nobody asked"])
def test_a_missing_reason_is_asked_about_on_every_way_and_on_none_if_nobody_asked(
    person: Person, kurzform: Catalogue, asked: int, *, careless: bool
) -> None:
    if careless:
        without_program(person, "reasons.js", r"(?<=fresh = )this\.#lacking", "[]")
    person.visits_the_questionnaire()
    assert len(ways_that_ask(person, kurzform)) == asked
    person.waits_for_the_runtime()


def test_a_preset_answer_is_told_in_the_description_of_its_question_and_nowhere_else(
    person: Person, kurzform: Catalogue
) -> None:
    person.visits_the_questionnaire()
    person.is_of("Kreisangehörige Stadt oder Gemeinde")
    question = next(q for q in kurzform.fields[2].questions if q.not_responsible)
    person.goes_to(kurzform.fields[2])
    assert is_told_of_the_preset(person, question)
    person.question(question).evaluate(
        "group => group.setAttribute('aria-describedby', group.getAttribute('aria-describedby').split(' ')[0])"
    )
    assert not is_told_of_the_preset(person, question)
    person.waits_for_the_runtime()


def is_told_of_the_preset(person: Person, question: Question) -> bool:
    """Tell whether a screen reader that enters the group hears that its answer is preset."""
    described = """group => (group.getAttribute("aria-describedby") ?? "").split(" ")
      .map(id => document.getElementById(id)?.textContent ?? "").join(" ")"""
    expect(person.question(question).get_by_text("Voreingestellt, bitte prüfen:")).to_be_visible()
    return "Voreingestellt, bitte prüfen:" in person.question(question).evaluate(described)


def test_no_two_buttons_of_a_field_share_a_name_unless_the_question_is_left_out_of_it(
    person: Person, catalogue: Catalogue
) -> None:
    person.visits_the_questionnaire()
    person.chooses_the_langform()
    person.goes_to(catalogue.fields[0])
    assert shared_names(person.page) == set()
    person.page.locator("fieldset button").evaluate_all(
        "buttons => buttons.forEach(button => button.removeAttribute('aria-labelledby'))"
    )
    assert shared_names(person.page) == {"Notiz und Nachweis"}


def shared_names(page: Page) -> set[str]:
    """Return the names that more than one button in sight has."""
    names: list[str] = page.locator("button:visible").evaluate_all(NAMES)
    assert len(names) > 5
    return {name for name in names if names.count(name) > 1}


def test_a_long_note_goes_on_on_the_next_page_and_would_leave_one_half_empty_without_its_rules(
    person: Person, kurzform: Catalogue
) -> None:
    question = kurzform.fields[0].questions[1]
    lines = [f"Zeile {number} der Notiz" for number in range(1, 35)]
    has_noted(person, kurzform.fields[0], question, lines)
    assert goes_over_two_sheets(person.page, lines)
    without_style(person.page, ".sc-input:has(> textarea", "break-inside")
    assert not goes_over_two_sheets(person.page, lines)
    # In the result the notes begin on a sheet of their own; another one stands before this one.
    before = kurzform.fields[0].questions[0]
    person.answers(before, 1)
    person.opens_the_note_of(before)
    person.notes(before, "\n".join(f"Vorher {number}" for number in range(1, 25)))
    person.looks_at_the_result()
    assert goes_over_two_sheets(person.page, lines)
    without_style(person.page, ".result-notes li > .result-note", "break-inside")
    assert not goes_over_two_sheets(person.page, lines)


def goes_over_two_sheets(page: Page, lines: list[str]) -> bool:
    """Tell whether a note that would fit on a sheet of its own begins on one and ends on the next."""
    printed = [letters("".join(sheet)) for sheet in sheets(page)]
    (first,), (last,) = (
        [number for number, sheet in enumerate(printed) if letters(line) in sheet] for line in (lines[0], lines[-1])
    )
    return first + 1 == last


def ends_with_the_frame_alone(person: Person, path: str, *, weakened: bool = False) -> bool:
    """Tell whether the last sheet of a printed page holds nothing but the site's own lines."""
    person.visits(path)
    if weakened:
        without_style(person.page, ".wk-footer", "display")
    said = [line for line in sheets(person.page)[-1] if not re.fullmatch(r"\d+ / \d+", line)]
    frame = letters("".join(person.page.locator(".wk-header, .wk-footer").all_inner_texts()))
    return all(letters(line) in frame for line in said)


def test_no_last_sheet_holds_the_licence_alone_and_one_would_if_it_stood_at_the_end(
    visitor: Callable[..., Person],
) -> None:
    person = visitor(java_script_enabled=False)
    assert any(ends_with_the_frame_alone(person, path, weakened=True) for path in LAST_PAGES)
    assert not any(ends_with_the_frame_alone(person, path) for path in LAST_PAGES)
