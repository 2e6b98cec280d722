"""The method finder on the built page: asked, shared, reloaded, misused, printed, and without script."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.keyboard import KeyboardUser
from browser.person import Person
from browser.printing import letters, printed
from browser.seeking import Seeker, front_matter

METHODS = front_matter("docs/methoden")
PAGE = "methoden/"
EVERYTHING = f"Alle {len(METHODS)} Methoden"


@pytest.fixture
def seeker(person: Person) -> Seeker:
    """Return somebody at the method finder."""
    return Seeker.at(person, PAGE)


def test_each_condition_leaves_the_methods_that_meet_it_and_the_page_says_how_many(seeker: Seeker) -> None:
    rules: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
        ("Ich will", "mitentscheiden lassen", lambda method: "mitentscheiden" in method["ziel"]),
        ("Ich will", "Konflikte bearbeiten", lambda method: "konflikte-bearbeiten" in method["potenziale"]),
        ("Wir sind", "12", lambda method: method["personen"]["von"] <= 12 <= method["personen"]["bis"]),
        ("Wir haben", "zwei Stunden", lambda method: method["dauer"]["von-minuten"] <= 120),
        ("Es gibt Streit", "ja", lambda method: method["bei-streit"] != "ungeeignet"),
        ("Es gibt Streit", "nein", lambda method: method["potenziale"][0] != "konflikte-bearbeiten"),
    )
    seeker.sees(EVERYTHING)
    for label, answer, meets in rules:
        fitting = {title for title, method in METHODS.items() if meets(method)}
        assert 0 < len(fitting) < len(METHODS), label
        seeker.asks({label: answer})
        seeker.sees(f"Passend: {len(fitting)} von {len(METHODS)} Methoden")
        assert set(seeker.rows()) == fitting
        seeker.person.presses("Alle zeigen")
        seeker.sees(EVERYTHING)


def test_a_reload_a_shared_link_and_the_way_back_find_the_same_answers(
    seeker: Seeker, visitor: Callable[..., Person]
) -> None:
    page = seeker.person.page
    seeker.asks({"Ich will": "Rat einholen", "Wir sind": "30", "Wir haben": "einen Tag", "Es gibt Streit": "ja"})
    found, said, address = seeker.rows(), seeker.status.inner_text(), page.url
    assert 0 < len(found) < len(METHODS)

    def sees_the_same(other: Seeker) -> None:
        expect(other.status).to_have_text(said)
        assert other.rows() == found
        expect(other.condition("Ich will").locator(":checked")).to_have_text("Rat einholen")
        expect(other.condition("Wir sind")).to_have_value("30")

    page.reload()
    sees_the_same(seeker)
    seeker.person.follows(found[0])
    seeker.arrives_at(found[0])
    page.go_back()
    sees_the_same(seeker)
    assert page.url == address
    sees_the_same(Seeker.at(visitor(), address.removeprefix(seeker.person.server.url)))


def test_where_nothing_fits_the_page_names_the_condition_to_loosen_and_loosens_it(seeker: Seeker) -> None:
    seeker.asks({"Ich will": "mitentscheiden lassen", "Wir sind": "40", "Wir haben": "eine Stunde"})
    seeker.sees("Passend: keine", "Ohne „Wir haben eine Stunde“ wären es")
    assert seeker.rows() == []
    seeker.person.presses("„Wir haben eine Stunde“ weglassen")
    assert seeker.rows()
    expect(seeker.condition("Wir haben")).to_be_focused()
    expect(seeker.condition("Wir sind")).to_have_value("40")


def test_where_no_single_condition_is_in_the_way_the_page_names_the_fewest_that_are(seeker: Seeker) -> None:
    seeker.asks({"Ich will": "mitentscheiden lassen", "Wir sind": "9999", "Wir haben": "eine Stunde"})
    seeker.sees("Ohne „Wir sind 9999 Personen“ und „Wir haben eine Stunde“ wären es")
    seeker.person.presses("„Wir sind 9999 Personen“ und „Wir haben eine Stunde“ weglassen")
    fitting = {title for title, method in METHODS.items() if "mitentscheiden" in method["ziel"]}
    assert set(seeker.rows()) == fitting
    expect(seeker.condition("Wir sind")).to_be_focused()
    assert seeker.person.page.url.endswith("?ziel=mitentscheiden")


def test_the_finder_works_by_keyboard_alone(seeker: Seeker) -> None:
    user = KeyboardUser(seeker.person)
    user.tabs_to("Ich will")
    seeker.person.page.keyboard.type("mit")
    user.tabs_to("Wir sind")
    seeker.person.page.keyboard.type("40")
    user.tabs_to("Wir haben")
    user.types("ArrowDown")
    seeker.sees("keine von", "Ohne „Wir haben eine Stunde“")
    user.tabs_to("„Wir haben eine Stunde“ weglassen")
    user.types("Enter")
    first = seeker.rows()[0]
    user.tabs_to(first)
    user.types("Enter")
    seeker.arrives_at(first)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("personen=abc", "abc"),
        ("personen=-5", "-5"),
        ("personen=1e999", "1e999"),
        (f"personen={'9' * 5000}", "9" * 5000),
        ("personen=%E0%A4%A", "\N{REPLACEMENT CHARACTER}%A"),
        (f"ziel=unfug&zeit=%3Cb%3E&streit={'x' * 5000}&personen", ""),
    ],
    ids=["letters", "negative", "infinite", "long", "broken", "unknown"],
)
def test_an_address_with_an_impossible_value_does_no_harm(person: Person, asked: str, kept: str) -> None:
    seeker = Seeker.at(person, f"{PAGE}?{asked}")
    seeker.sees(EVERYTHING)
    assert len(seeker.rows()) == len(METHODS)
    expect(seeker.condition("Wir sind")).to_have_value(kept)
    expect(person.page.get_by_text("Diese Angabe zählt nicht mit.")).to_have_count(1)
    expect(person.page.get_by_text("Diese Angabe zählt nicht mit.")).to_be_visible(visible=bool(kept))
    seeker.asks({"Es gibt Streit": "ja"})
    seeker.sees("Passend: ")
    assert 0 < len(seeker.rows()) < len(METHODS)


def test_a_number_that_cannot_be_stays_in_the_form_and_the_page_says_that_it_does_not_count(seeker: Seeker) -> None:
    page = seeker.person.page
    people, wrong = seeker.condition("Wir sind"), page.get_by_text("Diese Angabe zählt nicht mit.")
    for typed in ("-5", "0", "12,5", "100000", "zwölf", "1 2"):
        people.fill(typed)
        people.blur()
        seeker.sees(EVERYTHING, f"„Wir sind {typed} Personen“ zählt nicht mit.")
        expect(people).to_have_attribute("aria-invalid", "true")
        expect(people).to_have_accessible_description(re.compile("Diese Angabe zählt nicht mit"))
    page.reload()
    expect(people).to_have_value("1 2")
    page.evaluate("() => { location.hash = 'inhalt' }")
    page.go_back()
    expect(people).to_have_value("1 2")
    expect(wrong).to_be_visible()
    people.fill(" 012 ")
    expect(wrong).to_be_hidden()
    seeker.sees("Passend: ")
    expect(people).to_have_attribute("aria-invalid", "false")
    expect(people).to_have_accessible_description("")


def test_whoever_still_types_hears_no_error_and_one_sentence_at_a_time(seeker: Seeker) -> None:
    page = seeker.person.page
    people, wrong = seeker.condition("Wir sind"), page.get_by_text("Diese Angabe zählt nicht mit.")
    expect(page.locator("form :is([role=alert], [aria-live], [role=status])")).to_have_count(1)
    page.evaluate(
        """() => {
          const status = document.querySelector("form [role=status]");
          globalThis.heard = [];
          new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    people.press_sequentially("abc12")
    expect(wrong).to_be_hidden()
    people.press_sequentially("x")
    people.blur()
    expect(wrong).to_be_visible()
    heard = page.evaluate("() => heard")
    assert heard[-1] == f"{EVERYTHING}. „Wir sind abc12x Personen“ zählt nicht mit."
    assert len(heard) <= 2


def test_one_person_is_no_persons(seeker: Seeker) -> None:
    beside = seeker.condition("Wir sind").locator("xpath=following-sibling::span")
    seeker.asks({"Ich will": "mitentscheiden lassen", "Wir sind": "1"})
    seeker.sees("Ohne „Wir sind 1 Person“ wären es")
    expect(beside).to_have_text("Person")
    expect(seeker.person.page.get_by_role("button", name="„Wir sind 1 Person“ weglassen", exact=True)).to_be_visible()
    seeker.asks({"Wir sind": "2000"})
    seeker.sees("Ohne „Wir sind 2000 Personen“ wären es")
    expect(beside).to_have_text("Personen")


def test_without_script_there_is_no_form_but_a_table_of_all_methods(visitor: Callable[..., Person]) -> None:
    seeker = Seeker.at(visitor(java_script_enabled=False), f"{PAGE}?streit=ja")
    expect(seeker.person.page.locator("form")).to_be_hidden()
    assert set(seeker.rows()) == set(METHODS)
    mediation = seeker.person.page.get_by_role("row", name="Mediation")
    expect(mediation).to_contain_text("2 bis 15")
    paper = printed(seeker.person.page)
    assert all(letters(title) in paper for title in METHODS)
    assert letters("Es gibt Streit") not in paper


def printed_table(seeker: Seeker) -> tuple[str, set[str]]:
    """Print, and return the letters on paper and the methods among them. Titles in the text above count for nothing."""
    paper = printed(seeker.person.page)
    table = paper[paper.index(letters("Methoden von A bis Z")) :]
    return paper, {title for title in METHODS if letters(title) in table}


def test_on_paper_stand_the_methods_found_and_what_was_asked_but_no_form(seeker: Seeker) -> None:
    seeker.asks({"Wir sind": "12", "Es gibt Streit": "ja"})
    paper, methods = printed_table(seeker)
    assert methods == set(seeker.rows())
    assert letters(seeker.status.inner_text()) in paper
    assert letters("Bedingungen: „Wir sind 12 Personen“ und „Es gibt Streit: ja“") in paper
    for control in ("Alle zeigen", "noch offen", "Es zählt die kürzeste"):
        assert letters(control) not in paper
    seeker.person.presses("Alle zeigen")
    seeker.sees(EVERYTHING)
    paper, methods = printed_table(seeker)
    assert methods == set(METHODS)
    assert "Bedingungen" not in paper
