"""What the filters ask and what each row answers; the script that compares is tried in a real browser."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge_base import finder, listings
from knowledge_base.kinds import Aim, Population, Range, Suitability
from knowledge_views.samples import ROOT, method, outline, profile, setting
from knowledge_views.valid_html import checked

SCRIPT = ROOT / "plugins" / "knowledge_base" / "browser" / "filter.mjs"
METHODS = (
    method("rundgang", title="Rundgang"),
    method("mediation", title="Mediation", aims=(Aim.DECIDE,), potentials=("konflikte-bearbeiten",),
           conflict=Suitability.SUITED, people=Range(2, 15), minutes=Range(19_200, 28_800)),
    method("tagung", title="Tagung", aims=(Aim.INFORM,), conflict=Suitability.UNSUITED,
           people=Range(30, 300), minutes=Range(480, 960)),
)  # fmt: skip
TOWNS = (
    profile("altdorf", "8", state="Hessen", population=Population(9_009, "2022-05-15", "Zensus")),
    profile("neustadt", "12", population=Population(100_000, "2022-05-15", "Zensus")),
    profile("bezirk", "13", type="stadtbezirk", state="Berlin"),
)


def test_open_conflict_leaves_the_suited_methods_and_peace_leaves_out_those_made_for_conflict() -> None:
    words = {each.slug: finder.method_data(each)["streit"].split() for each in METHODS}
    assert words == {"rundgang": ["ja", "nein"], "mediation": ["ja"], "tagung": ["nein"]}


@pytest.mark.parametrize(
    ("number", "size"), [(19_999, "klein"), (20_000, "mittel"), (99_999, "mittel"), (100_000, "gross")]
)
def test_a_size_begins_at_its_limit(number: int, size: str) -> None:
    assert finder.size_class(profile("ort", population=Population(number, "2022-05-15", "Zensus"))) == size


def test_without_a_number_the_size_is_called_unknown() -> None:
    assert finder.size_class(profile("ort")) == finder.UNKNOWN_SIZE


def test_only_answers_that_some_municipality_meets_are_offered() -> None:
    land, kind, size = finder.profile_conditions(TOWNS, setting())
    assert [option.text for option in land.groups[0].options] == ["Berlin", "Hessen", "Thüringen"]
    assert [option.value for option in kind.groups[0].options] == ["kreisfreie-stadt"]
    assert [option.value for option in size.groups[0].options] == ["klein", "gross", "unbekannt"]


def test_every_condition_compares_with_something_that_every_row_has() -> None:
    for conditions, rows in (
        (finder.METHOD_CONDITIONS, [finder.method_data(each) for each in METHODS]),
        (finder.profile_conditions(TOWNS, setting()), [finder.profile_data(each) for each in TOWNS]),
    ):
        assert all({condition.name for condition in conditions} == set(row) for row in rows)


def test_without_script_the_table_shows_every_method_with_all_that_the_finder_asks() -> None:
    page = checked(listings.methods_page(METHODS, setting()))
    rows = [row.text for row in page.one("tbody").all("tr")]
    assert rows[0] == "Mediation mitentscheiden 2 bis 15 2 bis 3 Monate 3 bis 6 Wochen gering geeignet"
    assert len(rows) == 3
    assert page.one("p", role="status").text == "Alle 3 Methoden"


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("filter")
    shutil.copy(SCRIPT, folder)
    for name, html in (
        ("methoden", listings.methods_page(METHODS, setting())),
        ("kommunen", listings.profiles_page(TOWNS, outline(), setting())),
    ):
        head = '<!doctype html><html lang="de"><meta charset="utf-8"><script type="module" src="filter.mjs"></script>'
        (folder / f"{name}.html").write_text(f"{head}{html}</html>", encoding="utf-8")
    with served(folder) as found:
        yield found


class served:  # noqa: N801 - reads as a word in a with statement
    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def shown(page: Page) -> list[str]:
    return page.locator("tbody tr:not([hidden]) th").all_inner_texts()


def test_the_finder_says_how_many_fit_and_keeps_its_state_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/methoden.html")
    page.get_by_label("Wir sind").fill("12")
    page.get_by_label("Es gibt Streit").select_option("ja")
    expect(page.get_by_role("status")).to_have_text("Passend: 2 von 3 Methoden")
    assert shown(page) == ["Mediation", "Rundgang"]
    assert page.url == f"{address}/methoden.html?personen=12&streit=ja"
    page.reload()
    expect(page.get_by_role("status")).to_have_text("Passend: 2 von 3 Methoden")
    page.get_by_role("button", name="Alle zeigen").click()
    expect(page.get_by_role("status")).to_have_text("Alle 3 Methoden")
    assert page.url == f"{address}/methoden.html"


def test_where_nothing_fits_the_finder_says_which_condition_to_leave_out(page: Page, address: str) -> None:
    page.goto(f"{address}/methoden.html?ziel=informieren&personen=20&zeit=60")
    expect(page.get_by_role("status")).to_contain_text("Passend: keine von 3 Methoden. Ohne „Wir haben eine Stunde“")
    page.get_by_role("button", name="„Wir haben eine Stunde“ weglassen").click()
    assert shown(page) == ["Rundgang"]
    expect(page.get_by_label("Wir haben")).to_be_focused()


def test_where_no_single_condition_is_in_the_way_the_finder_names_the_fewest_that_are(page: Page, address: str) -> None:
    page.goto(f"{address}/methoden.html?ziel=mitentscheiden&personen=9999&zeit=60")
    both = "„Wir sind 9999 Personen“ und „Wir haben eine Stunde“"
    expect(page.get_by_role("status")).to_contain_text(f"Passend: keine von 3 Methoden. Ohne {both} wäre es 1.")
    expect(page.get_by_role("button", name=f"{both} weglassen")).to_be_visible()


def test_an_address_that_nobody_offered_asks_for_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/methoden.html?ziel=unfug&personen=-3&zeit=%3Cb%3E")
    expect(page.get_by_role("status")).to_have_text("Alle 3 Methoden")


def test_what_is_left_out_of_the_list_is_left_out_of_the_map(page: Page, address: str) -> None:
    page.goto(f"{address}/kommunen.html?land=Hessen")
    expect(page.get_by_role("status")).to_have_text("Passend: 1 von 3 Kommunen")
    assert shown(page) == ["Altdorf"]
    marks = page.locator("svg a[data-key]:not([hidden])")
    assert [mark.get_attribute("data-key") for mark in marks.all()] == ["altdorf"]
