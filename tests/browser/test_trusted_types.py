"""No page but the form can make HTML or a program's address out of text: tried with what a mistake of ours would do."""

import pytest

from browser.person import Person
from browser.ways_out import without_withdrawal

SINKS = {
    "innerHTML": "document.createElement('p').innerHTML = '<b>x</b>'",
    "insertAdjacentHTML": "document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>')",
    "DOMParser": "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
    "srcdoc": "document.createElement('iframe').srcdoc = '<b>x</b>'",
    "script": "document.createElement('script').src = 'x.js'",
    "range": "document.createRange().createContextualFragment('<b>x</b>')",
    "policy": "trustedTypes.createPolicy('own', {createHTML: text => text})",
}


WENT_THROUGH = """sinks => Object.keys(sinks).filter(name => {
  try { sinks[name](); return true } catch (error) { if (error instanceof TypeError) return false; throw error }
})"""


def went_through(person: Person) -> set[str]:
    """Return the names of those that the page in sight let happen."""
    tried = ", ".join(f"{name}: () => {{ {sink} }}" for name, sink in SINKS.items())
    return set(person.page.evaluate(f"() => ({WENT_THROUGH})({{{tried}}})"))


@pytest.mark.parametrize("path", ["", "suche/", "kommunen/"], ids=["start", "search", "map"])
def test_a_page_lets_none_of_them_happen(person: Person, path: str) -> None:
    person.watch.expect("policy", "trusted-types")
    person.watch.allow("console", "")
    person.visits(path)
    assert went_through(person) == set()


def test_on_the_form_which_has_no_such_rule_all_of_them_happen(person: Person) -> None:
    without_withdrawal(person.page)
    person.visits_the_questionnaire()
    assert went_through(person) == set(SINKS)
