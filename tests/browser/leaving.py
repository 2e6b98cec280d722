"""Every way out of a field on which a missing reason is asked about."""

from collections.abc import Callable, Mapping

from browser.person import Person


def ways_to_leave(person: Person) -> Mapping[str, Callable[[], object]]:
    """Return the ways by name; „back in the browser“ leads where the person was before."""
    page = person.page
    return {
        "on": lambda: person.presses("Weiter"),
        "back": lambda: person.presses("Zurück"),
        "result": lambda: person.presses("Ergebnis ansehen"),
        "overview": lambda: page.get_by_role("link", name="Zur Übersicht").filter(visible=True).click(),
        "back in the browser": page.go_back,
        "address": lambda: page.evaluate("() => { location.hash = 'ergebnis' }"),
    }
