"""The menu on small screens and in forced colours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.keyboard import KeyboardUser, complaints
from browser.person import Person

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


def test_every_item_of_the_open_menu_is_seen_when_it_has_the_focus(user: KeyboardUser) -> None:
    opens_the_menu(user)
    for entry in entries(user.person.page):
        user.tabs_to(entry, exact=True)
    page = user.person.page
    assert page.locator("#hauptmenue").evaluate("menu => menu.scrollTop > 0 && menu.clientHeight <= innerHeight")


def test_the_menu_closes_when_the_focus_leaves_it_on_either_side(user: KeyboardUser) -> None:
    page = user.person.page
    menu = page.locator("#hauptmenue")
    opens_the_menu(user)
    user.types(*["Tab"] * len(entries(page)))
    expect(menu).to_be_visible()
    user.types("Tab")
    expect(menu).to_be_hidden()
    stop = user.focused()
    assert stop
    assert complaints(stop) == []
    opens_the_menu(user)
    user.types("Shift+Tab")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Menü", exact=True)).to_be_focused()


def test_only_the_current_item_is_marked_in_forced_colours(visitor: Callable[..., Person]) -> None:
    person = visitor(forced_colors="active")
    person.visits("selbstcheck/methode/")
    marked = """links => links.filter(link => {
      const { borderBottomColor, borderBottomStyle } = getComputedStyle(link);
      const ground = getComputedStyle(link.closest("nav")).backgroundColor;
      return borderBottomStyle !== "none" && borderBottomColor !== "rgb(255, 255, 255)" && borderBottomColor !== ground;
    }).map(link => link.textContent)"""
    links = person.page.locator(".wk-header li a")
    assert links.evaluate_all(marked) == ["Selbstcheck", "Methode"]
