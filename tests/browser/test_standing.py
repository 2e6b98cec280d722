"""The line that says how things stand stays in sight, and never over what has the focus."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from browser.person import Person
from browser.test_keyboard import NARROW
from selfcheck_core.catalogue import Catalogue
from site_server import SiteServer

LOW = {"width": 320, "height": 256}  # a usual window, enlarged to 400 %

# Every control of the view, brought to the bottom of the window and focused: over which of them the bar lies.
COVERED = """() => {
  const bar = document.querySelector("[data-bar]");
  const controls = [...document.querySelectorAll("[data-current] :is(a, button, input, textarea)")];
  return controls.filter((control) => control.checkVisibility()).flatMap((control) => {
    scrollBy(0, control.getBoundingClientRect().bottom - innerHeight);
    control.focus();
    const isUnder = control.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
    return isUnder && document.activeElement === control ? [control.outerHTML.slice(0, 120)] : [];
  });
}"""


@pytest.fixture
def answering(slow_host: SiteServer, visitor: Callable[..., Person], kurzform: Catalogue) -> Callable[..., Person]:
    """Return a function that gives somebody with an answer in a window of this size."""

    def answers(size: dict[str, int]) -> Person:
        person = visitor(slow_host, viewport=size)
        person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
        person.visits_the_questionnaire()
        person.goes_to(kurzform.fields[0])
        person.answers(kurzform.questions()[0], 1)
        person.page.evaluate("() => scrollTo(0, 0)")
        return person

    return answers


def bar(person: Person) -> Locator:
    return person.page.get_by_role("group", name="Speichern")


def test_whether_everything_is_saved_stays_in_sight(answering: Callable[..., Person]) -> None:
    person = answering(NARROW)
    expect(bar(person)).to_have_text("Noch nicht in einer Datei gespeichert.", use_inner_text=True)
    expect(bar(person)).to_be_in_viewport(ratio=1)
    share: float = bar(person).evaluate("bar => bar.offsetHeight / innerHeight")
    assert share < 0.1
    assert person.page.evaluate(COVERED) == []


def test_without_room_kept_for_it_the_line_would_cover_what_has_the_focus(answering: Callable[..., Person]) -> None:
    person = answering(NARROW)
    person.page.evaluate("() => document.documentElement.style.setProperty('scroll-padding-bottom', '0px')")
    assert person.page.evaluate(COVERED) != []


def test_in_a_low_window_the_line_leaves_the_room_to_the_questions(answering: Callable[..., Person]) -> None:
    person = answering(LOW)
    expect(bar(person)).not_to_be_in_viewport()
    expect(bar(person)).to_have_text("Noch nicht in einer Datei gespeichert.", use_inner_text=True)


def test_before_the_first_entry_nothing_stays_in_sight(slow_host: SiteServer, visitor: Callable[..., Person]) -> None:
    person = visitor(slow_host, viewport=NARROW)
    person.visits_the_questionnaire()
    expect(bar(person)).to_have_text("Noch ist nichts eingetragen, das zu speichern wäre.", use_inner_text=True)
    expect(bar(person)).not_to_be_in_viewport()
