"""The menu on small screens and in forced colours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.keyboard import KeyboardUser, complaints
from browser.person import Person
from browser.weakened import without_program, without_style

SMALLEST = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %


@pytest.fixture
def user(visitor: Callable[..., Person]) -> KeyboardUser:
    """Return somebody at the keyboard before a page that is enlarged to 400 %."""
    return KeyboardUser(visitor(viewport=SMALLEST))


def opens_the_menu(user: KeyboardUser) -> None:
    user.person.visits("projekt/")
    user.tabs_to("Menü")
    user.types("Enter")
    expect(user.person.page.get_by_role("button", name="Menü schließen")).to_be_focused()


def entries(page: Page) -> list[str]:
    return page.get_by_role("navigation", name="Hauptmenü").get_by_role("link").all_inner_texts()


def out_of_sight(user: KeyboardUser) -> list[str]:
    """Go through the open menu, and return what is wrong with each item when it has the focus."""
    wrong = []
    for entry in entries(user.person.page):
        user.types("Tab")
        stop = user.focused()
        assert stop
        assert stop["name"] == entry
        wrong += complaints(stop)
    return wrong


def sides_on_which_it_closes(user: KeyboardUser) -> list[str]:
    """Leave the open menu on either side, and return those on which it has closed."""
    closed = []
    for side in ("below", "above"):
        opens_the_menu(user)
        menu = user.person.page.locator("#hauptmenue")
        if side == "below":
            user.types(*["Tab"] * len(entries(user.person.page)))
        assert menu.is_visible()
        user.types("Tab" if side == "below" else "Shift+Tab")
        if menu.is_hidden():
            closed.append(side)
            stop = user.focused()
            assert stop
            assert complaints(stop) == []
    return closed


def items_that_look_current(page: Page) -> list[str]:
    """Return the items of the menu that have a line below them in forced colours."""
    marked = """links => links.filter(link => {
      const { borderBottomColor, borderBottomStyle } = getComputedStyle(link);
      const ground = getComputedStyle(link.closest("nav")).backgroundColor;
      return borderBottomStyle !== "none" && borderBottomColor !== "rgb(255, 255, 255)" && borderBottomColor !== ground;
    }).map(link => link.textContent)"""
    found: list[str] = page.locator(".wk-header li a").evaluate_all(marked)
    return found


def test_every_item_of_the_open_menu_is_seen_when_it_has_the_focus(user: KeyboardUser) -> None:
    opens_the_menu(user)
    assert out_of_sight(user) == []
    page = user.person.page
    assert page.locator("#hauptmenue").evaluate("menu => menu.scrollTop > 0 && menu.clientHeight <= innerHeight")


def test_in_a_menu_that_does_not_scroll_the_focus_would_get_out_of_sight(user: KeyboardUser) -> None:
    opens_the_menu(user)
    without_style(user.person.page, ".wk-menu", "max-height", "overflow-y")
    assert any("inside" in wrong for wrong in out_of_sight(user))


def test_the_menu_closes_when_the_focus_leaves_it_on_either_side(user: KeyboardUser) -> None:
    assert sides_on_which_it_closes(user) == ["below", "above"]
    expect(user.person.page.get_by_role("button", name="Menü", exact=True)).to_be_focused()


def test_without_its_script_the_menu_would_stay_open(user: KeyboardUser) -> None:
    without_program(user.person, "menu.js", r"menu\.hidePopover\(\)")
    assert sides_on_which_it_closes(user) == []


def test_only_the_current_item_is_marked_in_forced_colours(visitor: Callable[..., Person]) -> None:
    person = visitor(forced_colors="active")
    person.visits("selbstcheck/methode/")
    assert items_that_look_current(person.page) == ["Selbstcheck", "Methode"]
    without_style(person.page, ".wk-header li a:not([aria-current])", "border-bottom-color")
    assert len(items_that_look_current(person.page)) > 5
