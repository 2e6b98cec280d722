"""Somebody at the search page."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from playwright.sync_api import Locator, expect

from browser.person import Person


@dataclass
class Searcher:
    """What a person does there and sees."""

    person: Person

    @classmethod
    def of(cls, person: Person, question: str = "") -> "Searcher":
        """Open the search page, with a question in the address where one is given."""
        searcher = cls(person)
        person.visits(f"suche/?suche={quote(question)}" if question else "suche/")
        return searcher

    @property
    def input(self) -> Locator:
        """Return the field for the question."""
        return self.person.page.get_by_role("searchbox", name="Wonach suchen Sie?")

    @property
    def status(self) -> Locator:
        """Return the line that is also read out."""
        return self.person.page.get_by_role("search").locator("xpath=../*[@role='status']")

    @property
    def results(self) -> Locator:
        """Return the links of all results, in the order of the page."""
        return self.person.page.locator(".wk-search__result a")

    def asks(self, question: str) -> list[str]:
        """Type a question, press Enter, and return the pages of the results."""
        self.input.fill(question)
        self.input.press("Enter")
        expect(self.status).to_contain_text(f"„{question}“")
        return self.pages()

    def pages(self) -> list[str]:
        """Return the addresses of the results inside the site."""
        links = self.results.evaluate_all("links => links.map((link) => link.href)")
        return [unquote(link.removeprefix(self.person.server.url)) for link in links]

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Expect the status line to say this."""
        expect(self.status).to_contain_text(text)

    def presses(self, button: str | re.Pattern[str]) -> None:
        """Press the first button whose name has this in it."""
        self.person.page.get_by_role("button", name=button).first.click()
