"""Whoever visits the site leaves nothing in the browser, wherever browsers keep things, unless they ask for it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from browser.person import Person
from search.searching import Searcher
from selfcheck_core.catalogue import Catalogue

# What a page may have withdrawn from itself counts as empty there; the last look is taken on a page that has it all.
KEPT = """async () => {
  const names = [];
  for await (const name of (await navigator.storage?.getDirectory?.())?.keys() ?? []) names.push(name);
  return {
    local: Object.keys(globalThis.localStorage ?? {}),
    session: Object.keys(globalThis.sessionStorage ?? {}),
    databases: (await globalThis.indexedDB?.databases() ?? []).map(({name}) => name),
    caches: await globalThis.caches?.keys() ?? [],
    cookies: document.cookie.split("; ").filter(Boolean),
    files: names,
    workers: (await navigator.serviceWorker?.getRegistrations() ?? []).map(({scope}) => scope),
    window: [window.name, history.state].filter(Boolean),
  };
}"""
HAS_IT_ALL = """() => [globalThis.localStorage, globalThis.sessionStorage, globalThis.indexedDB, globalThis.caches,
  navigator.storage?.getDirectory, navigator.serviceWorker].every(Boolean)"""


def kept_places(page: Page) -> set[str]:
    """Return the places in which the browser keeps something for the site, as the page and the browser see it."""
    kept: dict[str, list[Any]] = page.evaluate(KEPT)
    places = {place for place, names in kept.items() if names}
    return places | ({"cookies"} if page.context.cookies() else set())


def test_nothing_is_kept_through_a_whole_visit_and_the_draft_is_once_it_is_chosen(
    person: Person, kurzform: Catalogue
) -> None:
    seen: dict[str, set[str]] = {}
    page = person.page
    person.visits()
    seen["start page"] = kept_places(page)
    Searcher.of(person).asks("Mediation")
    seen["search"] = kept_places(page)
    person.visits_the_questionnaire()
    page.get_by_label("Stelle", exact=True).fill("Bauamt")
    seen["form"] = kept_places(page)
    person.begins()
    for rung, question in enumerate(kurzform.fields[0].questions):
        person.answers(question, rung)
    seen["answers"] = kept_places(page)
    person.looks_at_the_result()
    seen["result"] = kept_places(page)
    person.saves()
    person.presses("Die Datei ist da")
    seen["saved"] = kept_places(page)
    person.visits("impressum/")
    assert page.evaluate(HAS_IT_ALL)
    seen["after"] = kept_places(page)
    assert {place: kept for place, kept in seen.items() if kept} == {}
    person.visits_the_questionnaire()
    page.get_by_label("Entwurf auf diesem Gerät merken").check()
    page.get_by_label("Stelle", exact=True).fill("Hauptamt")
    expect(page.locator("[data-draft-line]")).to_contain_text("Als Entwurf auf diesem Gerät gemerkt")
    assert kept_places(page) == {"local"}


KEEPS = {
    "local": "() => localStorage.setItem('a', 'b')",
    "session": "() => sessionStorage.setItem('a', 'b')",
    "cookies": "() => { document.cookie = 'a=b' }",
    "caches": "() => caches.open('a')",
    "databases": "() => new Promise(done => { indexedDB.open('a').onsuccess = done }).then(() => null)",
    "files": "async () => { await (await navigator.storage.getDirectory()).getFileHandle('a', {create: true}) }",
    "workers": "async worker => { await navigator.serviceWorker.register(worker, {type: 'module'}) }",
    "window": "() => history.replaceState('a', '')",
}


def test_whatever_is_kept_anywhere_would_be_seen(visitor: Callable[..., Person]) -> None:
    person = visitor(bypass_csp=True)
    person.visits("impressum/")
    (worker,) = person.server.folder.glob("assets/wissen/*/search_messages.js")
    address = person.server.url + worker.relative_to(person.server.folder).as_posix()
    seen: set[str] = set()
    for place, keep in KEEPS.items():
        person.page.evaluate(keep, address)
        now = kept_places(person.page)
        assert now - seen == {place}
        seen = now
