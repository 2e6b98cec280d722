"""The search page as people meet it: typing, filtering, by keyboard, and when something is missing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.person import Person
from search.searching import Searcher
from site_server import Fault, SiteServer, serving

ROOT = Path(__file__).resolve().parents[2]
INDEX = r"^assets/suche/"
KINDS = {"artikel", "methode", "kommune", "rueckhalt", "seite", "frage", "werkstatt", "liste"}
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture
def searcher(person: Person) -> Searcher:
    """Return somebody at the search page."""
    return Searcher.of(person)


def test_the_best_three_come_first_and_all_others_grouped_by_kind(searcher: Searcher) -> None:
    searcher.asks("Dialog")
    groups = searcher.person.page.locator(".wk-search__group")
    first, *others = groups.evaluate_all(
        """groups => groups.map((group) => [
            group.querySelector("h2").textContent,
            [...group.querySelectorAll("li")].map((item) => item.dataset.kind)])"""
    )
    assert first[0] == "Am besten passend"
    assert len(first[1]) == 3
    assert len(others) > 1
    assert all(len(set(kinds)) == 1 and set(kinds) <= KINDS for _, kinds in others)


def test_the_count_is_announced(searcher: Searcher) -> None:
    searcher.asks("Mediation")
    expect(searcher.status).to_have_text(re.compile(r"^\d+ Treffer für „Mediation“\.$"))


def test_matched_words_are_marked_in_title_and_excerpt(searcher: Searcher) -> None:
    searcher.asks("Buergerrat")
    result = searcher.person.page.locator(".wk-search__result").first
    expect(result.locator("a mark")).to_have_text("Bürgerrat")
    expect(result.locator("p mark").first).to_contain_text(re.compile("b(ü|ue)rgerr[aä]t", re.IGNORECASE))


def test_typing_is_enough_and_the_question_stands_in_the_address(searcher: Searcher) -> None:
    searcher.input.press_sequentially("Planspiel")
    searcher.sees("Treffer für „Planspiel“")
    expect(searcher.person.page).to_have_url(re.compile(r"\?suche=Planspiel$"))


def test_an_address_with_question_and_filter_shows_their_results(person: Person) -> None:
    person.visits("suche/?suche=Dialog&kommune=wilhelmshaven")
    searcher = Searcher(person)
    searcher.sees("für „Dialog“")
    expect(searcher.input).to_have_value("Dialog")
    expect(person.page.get_by_role("combobox", name="Kommune")).to_have_value("wilhelmshaven")
    assert any("wilhelmshaven" in page for page in searcher.pages())


def test_filters_narrow_the_results_and_can_be_taken_back(searcher: Searcher) -> None:
    everything = searcher.asks("Workshop")
    count = searcher.status.inner_text()
    municipality = searcher.person.page.get_by_role("combobox", name="Kommune")
    municipality.select_option("dessau-rosslau")
    expect(searcher.status).not_to_have_text(count)
    assert 0 < len(searcher.pages()) < len(everything)
    assert "magazin/dessau-rosslau-workshop/" in searcher.pages()
    expect(searcher.person.page).to_have_url(re.compile("kommune=dessau-rosslau"))
    searcher.presses("Ohne Filter suchen")
    expect(municipality).to_have_value("")
    expect(searcher.status).to_have_text(count)
    assert searcher.pages() == everything


def test_more_of_a_group_is_shown_on_request_and_focus_goes_there(searcher: Searcher) -> None:
    before = len(searcher.asks("Kommune"))
    searcher.presses(re.compile("weitere anzeigen"))
    assert len(searcher.pages()) > before
    assert searcher.person.page.evaluate("document.activeElement.closest('.wk-search__result') !== null")


def test_a_mistyped_word_is_taken_for_the_nearest_and_the_page_says_so(searcher: Searcher) -> None:
    assert "methoden/argumentationstraining/" in searcher.asks("Argumentationstrainig")[:3]
    expect(searcher.person.page.get_by_text("Gesucht wurde nach „Argumentationstraining“.")).to_be_visible()


def test_where_nothing_is_found_the_page_helps_on(searcher: Searcher) -> None:
    assert searcher.asks("Mettiasion") == []
    searcher.sees("Nichts gefunden")
    expect(searcher.person.page.get_by_text("Nehmen Sie ein einzelnes Wort")).to_be_visible()
    searcher.presses("Mediation")
    searcher.sees("Treffer für „Mediation“")


def test_without_a_question_the_page_asks_for_one(searcher: Searcher) -> None:
    searcher.sees("Geben Sie ein oder mehrere Wörter ein.")
    searcher.asks("Mediation")
    searcher.input.fill("")
    searcher.sees("Geben Sie ein oder mehrere Wörter ein.")
    assert searcher.pages() == []


def waits_for_the_excerpts(searcher: Searcher) -> None:
    """Wait until each result in sight, and those just below, show their text."""
    for excerpt in searcher.person.page.locator(".wk-search__excerpt").all():
        if excerpt.evaluate("excerpt => excerpt.getBoundingClientRect().top <= innerHeight + 150"):
            expect(excerpt).not_to_be_empty()


def test_everything_works_by_keyboard(searcher: Searcher) -> None:
    keyboard = searcher.person.page.keyboard
    searcher.input.focus()
    keyboard.type("World Café")
    keyboard.press("Enter")
    searcher.sees("für „World Café“")
    waits_for_the_excerpts(searcher)
    for _ in ("Suchen", "Handlungsfeld", "Kommune", "erster Treffer"):
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(searcher.person.page).to_have_url(re.compile(r"methoden/world-cafe/$"))
    searcher.person.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    "typed", ["<img src=x onerror=alert(1)>", "$& $1", "constructor __proto__", "a" * 200, "ß" * 40, "und"]
)
def test_whatever_is_typed_stays_text(searcher: Searcher, typed: str) -> None:
    searcher.asks(typed)
    assert searcher.person.page.locator("[data-search] img").count() == 0


def test_a_missing_index_is_told_and_can_be_asked_for_again(visitor: Callable[..., Person], server: SiteServer) -> None:
    with serving(server.folder, faults={INDEX: Fault.MISSING}) as broken:
        person = visitor(broken)
        person.watch.expect("bad-status", "404 .*verzeichnis")
        person.watch.allow("console", ".")
        person.visits("suche/?suche=Mediation&feld=kommunikation-und-konfliktmanagement")
        searcher = Searcher(person)
        searcher.sees("Die Suche konnte nicht geladen werden.")
        broken.faults.clear()
        searcher.presses("Noch einmal versuchen")
        searcher.sees("Treffer für „Mediation“")
        expect(searcher.input).to_be_focused()
        field = person.page.get_by_role("combobox", name="Handlungsfeld")
        expect(field).to_have_value("kommunikation-und-konfliktmanagement")


def test_a_file_that_fails_later_is_told_and_the_question_stays(
    visitor: Callable[..., Person], server: SiteServer
) -> None:
    with serving(server.folder, faults={INDEX + "w-": Fault.CORRUPT}) as broken:
        person = visitor(broken)
        person.watch.allow("console", ".")
        searcher = Searcher.of(person, "Mediation")
        searcher.sees("Die Suche konnte nicht geladen werden.")
        expect(searcher.input).to_have_value("Mediation")
        broken.faults.clear()
        searcher.asks("Mediation")
        assert person.page.get_by_role("combobox", name="Handlungsfeld").locator("option").count() == 8


def test_a_result_without_its_text_is_still_a_result(visitor: Callable[..., Person], server: SiteServer) -> None:
    with serving(server.folder, faults={INDEX + "t-": Fault.MISSING}) as broken:
        person = visitor(broken)
        person.watch.expect("bad-status", "404")
        person.watch.allow("console", ".")
        searcher = Searcher.of(person, "Mediation")
        searcher.sees("Treffer für „Mediation“")
        assert searcher.pages()[0] == "methoden/mediation/"


def test_offline_is_told_and_back_online_the_search_goes_on(searcher: Searcher) -> None:
    searcher.sees("Geben Sie")
    searcher.person.watch.allow("failed-request", ".")
    searcher.person.watch.allow("console", ".")
    searcher.person.page.context.set_offline(True)
    searcher.input.fill("Mediation")
    searcher.input.press("Enter")
    searcher.sees("offline")
    searcher.person.page.context.set_offline(False)
    searcher.sees("Treffer für „Mediation“")


def test_without_javascript_there_is_no_form_that_does_nothing(visitor: Callable[..., Person]) -> None:
    person = visitor(java_script_enabled=False)
    person.visits("suche/")
    expect(person.page.get_by_role("searchbox")).to_have_count(0)
    expect(person.page.get_by_role("heading", name="Nach Schlagworten")).to_be_visible()


def test_the_first_question_costs_a_phone_less_than_a_photo(visitor: Callable[..., Person], server: SiteServer) -> None:
    with serving(server.folder) as own:
        searcher = Searcher.of(visitor(own, **PHONE), "Beteiligung")
        searcher.sees("Treffer")
        searcher.person.page.wait_for_load_state("networkidle")
        search = [request for request in own.requests if "/assets/suche/" in request.path]
        assert sum(request.bytes_sent for request in search) < 60_000


def test_texts_of_results_are_asked_for_when_they_come_near(visitor: Callable[..., Person]) -> None:
    searcher = Searcher.of(visitor(**PHONE), "Beteiligung")
    last = searcher.person.page.locator(".wk-search__excerpt").last
    expect(searcher.person.page.locator(".wk-search__excerpt").first).not_to_be_empty()
    expect(last).to_be_empty()
    last.scroll_into_view_if_needed()
    expect(last).not_to_be_empty()


def test_texts_that_arrive_late_move_nothing(visitor: Callable[..., Person]) -> None:
    searcher = Searcher.of(visitor(**PHONE), "Beteiligung")
    searcher.sees("Treffer")
    places = "links => links.map((link) => link.getBoundingClientRect().top)"
    before = searcher.results.evaluate_all(places)
    expect(searcher.person.page.locator(".wk-search__excerpt mark").first).to_be_visible()
    searcher.person.page.wait_for_load_state("networkidle")
    assert searcher.results.evaluate_all(places) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", ["Dialog", "Mettiasion", "Mediatoin"])
def test_axe_finds_nothing(visitor: Callable[..., Person], scheme: str, question: str) -> None:
    person = visitor(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    Searcher.of(person, question).sees(f"„{question}“")
    person.page.wait_for_load_state("networkidle")
    person.page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = person.page.evaluate("async () => (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes[0].html}`)")
    assert found == []
    assert person.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
