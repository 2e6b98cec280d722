"""The municipalities on the built page: list and map say the same, and each point of the map can be hit."""

import re
from collections.abc import Callable
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.keyboard import KeyboardUser
from browser.person import Person
from browser.printing import letters, printed
from browser.seeking import Seeker, front_matter

TOWNS = front_matter("docs/kommunen")
PAGE = "kommunen/"
ON_THE_MAP = [title for title, town in TOWNS.items() if town.get("auf-der-karte") != "nein"]
EVERYTHING = f"Alle {len(TOWNS)} Kommunen"
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
SMALLEST_TARGET = 24  # CSS pixels, WCAG 2.2, 2.5.8

# What lies at the middle of a mark, and where its mark and its target are.
AT_MARK = """link => {
  link.scrollIntoView({block: "center"});
  const [mark, target] = [".kb-mark", ".kb-target"].map(part => link.querySelector(part).getBoundingClientRect());
  const map = link.ownerSVGElement.getBoundingClientRect();
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  const top = document.elementFromPoint(x, y);
  return { name: link.getAttribute("aria-label"), own: link.contains(top), x, y, width: target.width,
    middle: [target.x + target.width / 2 - map.x, target.y + target.height / 2 - map.y] };
}"""
FOCUSED_PLACE = """() => {
  const link = document.activeElement;
  const box = link.querySelector(".kb-mark")?.getBoundingClientRect();
  if (!box) return null;
  const inside = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
  const ring = getComputedStyle(link.querySelector(".kb-ring"));
  return [link.getAttribute("href"), inside && ring.stroke !== "none" && parseFloat(ring.strokeWidth) >= 2];
}"""


def places(page: Page) -> Locator:
    """Return the links of the map, as far as they are there for everybody."""
    return page.get_by_role("group", name="Karte der Kommunen in Deutschland").get_by_role("link")


def addresses(links: Locator) -> list[str]:
    found: list[str] = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return found


@pytest.fixture
def seeker(person: Person) -> Seeker:
    """Return somebody at the list of municipalities."""
    return Seeker.at(person, PAGE)


def pinned(seeker: Seeker) -> list[str]:
    """Return the addresses of the rows in sight that have a point on the map."""
    return [to for title, to in zip(seeker.rows(), addresses(seeker.links), strict=True) if title in ON_THE_MAP]


def test_a_place_whose_participation_is_disputed_stands_in_the_list_and_has_no_point(seeker: Seeker) -> None:
    (disputed,) = set(TOWNS) - set(ON_THE_MAP)
    assert disputed in seeker.rows()
    expect(
        places(seeker.person.page).and_(seeker.person.page.get_by_label(re.compile(f"^{re.escape(disputed)}")))
    ).to_have_count(0)
    expect(seeker.person.page.get_by_text("Ohne Punkt, weil die Teilnahme strittig ist:")).to_be_visible()


def test_list_and_map_show_those_that_meet_land_type_and_size(seeker: Seeker) -> None:
    rules: tuple[tuple[dict[str, str], Callable[[Any], bool]], ...] = (
        ({"Land:": "Sachsen-Anhalt"}, lambda town: town["land"] == "Sachsen-Anhalt"),
        ({"Art der Kommune:": "Landkreis"}, lambda town: town["typ"] == "landkreis"),
        ({"Einwohnerzahl:": "unter 20.000"}, lambda town: town["einwohner"]["zahl"] < 20_000),
        ({"Einwohnerzahl:": "ab 100.000"}, lambda town: town["einwohner"]["zahl"] >= 100_000),
        (
            {"Land:": "Bayern", "Einwohnerzahl:": "20.000 bis unter 100.000"},
            lambda town: town["land"] == "Bayern" and 20_000 <= town["einwohner"]["zahl"] < 100_000,
        ),
    )
    for asked, meets in rules:
        fitting = {title for title, town in TOWNS.items() if meets(town)}
        assert 0 < len(fitting) < len(TOWNS), asked
        seeker.asks(asked)
        seeker.sees(f"Passend: {len(fitting)} von {len(TOWNS)} Kommunen")
        assert set(seeker.rows()) == fitting
        assert set(addresses(places(seeker.person.page))) == set(pinned(seeker))
        seeker.person.presses("Alle zeigen")
        seeker.sees(EVERYTHING)
    assert places(seeker.person.page).count() == len(ON_THE_MAP)


def test_the_filter_stands_in_the_address_and_survives_the_way_to_a_profile_and_back(
    seeker: Seeker, visitor: Callable[..., Person]
) -> None:
    page = seeker.person.page
    seeker.asks({"Land:": "Rheinland-Pfalz", "Art der Kommune:": "Kreisfreie Stadt"})
    found, address = seeker.rows(), page.url
    assert "Ludwigshafen am Rhein" in found
    places(page).and_(page.get_by_label(re.compile("^Ludwigshafen"))).click()
    seeker.arrives_at("Ludwigshafen am Rhein")
    page.go_back()
    seeker.sees("Passend: ")
    assert (seeker.rows(), page.url) == (found, address)
    shared = Seeker.at(visitor(), address.removeprefix(seeker.person.server.url))
    shared.sees("Passend: ")
    assert shared.rows() == found
    assert addresses(places(shared.person.page)) == addresses(places(page))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_pointer_hits_each_point_of_the_map_and_no_target_covers_another(
    visitor: Callable[..., Person], size: dict[str, int]
) -> None:
    seeker = Seeker.at(visitor(viewport=size), PAGE)
    page = seeker.person.page
    marks = [place.evaluate(AT_MARK) for place in places(page).all()]
    assert len(marks) == len(ON_THE_MAP)
    assert [mark["name"] for mark in marks if not mark["own"]] == []
    assert min(mark["width"] for mark in marks) >= SMALLEST_TARGET
    for one, other in combinations(marks, 2):
        between = dist(one["middle"], other["middle"])
        assert between > one["width"] - 0.3, (one["name"], other["name"])
    for name in ("Mannheim", "Ludwigshafen am Rhein"):
        mark = page.get_by_label(re.compile(f"^{name}, ")).evaluate(AT_MARK)
        page.mouse.click(mark["x"], mark["y"])
        seeker.arrives_at(name)
        page.go_back()


def test_each_point_leads_to_the_profile_that_its_name_promises(seeker: Seeker, site: Path) -> None:
    for place in places(seeker.person.page).all():
        path = urljoin(PAGE, place.get_attribute("href"))
        title = re.search(r"<h1[^>]*>([^<]+)", (site / path / "index.html").read_text(encoding="utf-8"))
        assert title
        assert place.get_attribute("aria-label") == f"{title[1]}, {TOWNS[title[1]]['land']}"


def test_the_keyboard_reaches_each_point_and_shows_which(seeker: Seeker) -> None:
    user = KeyboardUser(seeker.person)
    page = seeker.person.page
    seeker.condition("Einwohnerzahl:").focus()
    user.tabs_to("Karte überspringen")
    reached = []
    for _ in ON_THE_MAP:
        user.types("Tab")
        reached.append(page.evaluate(FOCUSED_PLACE))
    assert reached == [[address, True] for address in addresses(places(page))]
    user.types("Enter")
    expect(page).to_have_url(urljoin(seeker.person.server.url + PAGE, reached[-1][0]))
    page.wait_for_load_state()


def test_the_keyboard_can_skip_the_map_and_a_filtered_one_has_fewer_stops(seeker: Seeker) -> None:
    user = KeyboardUser(seeker.person)
    user.tabs_to("Karte überspringen")
    user.types("Enter", "Tab")
    expect(seeker.person.page.get_by_label("Land:")).to_be_focused()
    seeker.person.page.keyboard.type("Hes")
    seeker.sees("Passend: ")
    user.types("Shift+Tab")
    assert seeker.person.page.evaluate(FOCUSED_PLACE) == [addresses(places(seeker.person.page))[-1], True]
    assert seeker.rows() == [title for title, town in TOWNS.items() if town["land"] == "Hessen"]


def test_without_script_list_and_map_are_complete_and_there_is_no_form(visitor: Callable[..., Person]) -> None:
    seeker = Seeker.at(visitor(java_script_enabled=False), f"{PAGE}?land=Hessen")
    page = seeker.person.page
    expect(page.locator("form")).to_be_hidden()
    assert set(seeker.rows()) == set(TOWNS)
    assert sorted(addresses(places(page))) == sorted(pinned(seeker))
    page.get_by_label("Zwickau, Sachsen").click()
    seeker.arrives_at("Zwickau")


def test_the_print_has_the_list_as_it_is_filtered_and_says_by_what(seeker: Seeker) -> None:
    seeker.asks({"Land:": "Hessen", "Einwohnerzahl:": "unter 20.000"})
    paper = printed(seeker.person.page)
    start = paper.index(letters("Kommunen von A bis Z"))
    table = paper[start : paper.index(letters("Was dazugehörte"), start)]
    fitting = {title for title, town in TOWNS.items() if letters(title) in table}
    assert fitting == set(seeker.rows())
    assert letters("Bedingungen: „Land: Hessen“ und „Einwohnerzahl: unter 20.000“") in paper
    seeker.person.page.emulate_media(media="print")
    assert sorted(addresses(places(seeker.person.page))) == sorted(pinned(seeker))
    expect(seeker.condition("Land:")).to_be_hidden()
    expect(seeker.person.page.get_by_role("group", name="Karte")).to_be_visible()
