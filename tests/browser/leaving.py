"""Every way out of a field on which a missing reason is asked about."""

from collections.abc import Callable, Mapping

from browser.person import Person


def ways_of_the_page(person: Person) -> Mapping[str, Callable[[], object]]:
    """Return the ways that the page offers, by name; it can ask before they are gone."""
    overview = person.page.get_by_role("link", name="Zur Übersicht").filter(visible=True)
    return {
        "on": lambda: person.presses("Weiter"),
        "back": lambda: person.presses("Zurück"),
        "result": lambda: person.presses("Ergebnis ansehen"),
        "overview": overview.click,
    }


def ways_of_the_browser(person: Person) -> Mapping[str, Callable[[], object]]:
    """Return the browser's own ways, by name; they cannot be refused, and the page asks where they lead."""
    page = person.page
    return {
        "back in the browser": page.go_back,
        "address": lambda: page.evaluate("() => { location.hash = 'ergebnis' }"),
    }
