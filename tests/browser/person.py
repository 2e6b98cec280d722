"""What a person does on the site: by roles, labels and buttons, never by the page's inner names."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

from browser.observing import Watch
from selfcheck_core.catalogue import Catalogue, Field, Question
from selfcheck_site.views.places import field_place, question_place
from site_server import SiteServer

GO_ON = "Mit der nächsten offenen Frage weitermachen"
READY = "Das Ergebnis kann jetzt berechnet werden."

Choice = int | str
_WORDS = {"unknown": "Weiß nicht", "not-responsible": "Nicht zuständig", "not-applicable": "Entfällt"}


@dataclass
class Person:
    """Somebody in front of one browser tab.

    A choice is a Stufe from 0 to 3 or one of "unknown", "not-responsible", "not-applicable".
    """

    page: Page
    watch: Watch
    server: SiteServer

    def visits(self, path: str = "") -> None:
        """Go to a page of the site."""
        self.page.goto(self.server.url + path)

    def visits_the_questionnaire(self) -> None:
        """Go straight to the form."""
        self.visits("selbstcheck/fragebogen/")

    def presses(self, button: str) -> None:
        """Press the visible button with exactly this name."""
        self.page.get_by_role("button", name=button, exact=True).filter(visible=True).click()

    def follows(self, link: str) -> None:
        """Follow the first link with this name."""
        self.page.get_by_role("link", name=link, exact=True).first.click()

    def begins(self) -> None:
        """Begin with the first field."""
        self.presses("Beginnen")

    def chooses_the_langform(self) -> None:
        """Choose to be asked everything, on the overview."""
        self.page.get_by_role("radio", name=re.compile("^Langform")).check()

    def chooses_the_kurzform(self) -> None:
        """Choose to be asked the most important questions only, on the overview."""
        self.page.get_by_role("radio", name=re.compile("^Kurzform")).check()

    def is_of(self, kind: str) -> None:
        """Say at the start what kind of municipality it is, by the first words of the choice."""
        self._selects("Was für eine Kommune ist es?", kind)

    def answers_for(self, perspective: str) -> None:
        """Say at the start from which perspective the answers are given."""
        self._selects("Aus welcher Perspektive antworten Sie?", perspective)

    def _selects(self, label: str, beginning: str) -> None:
        choice = self.page.get_by_label(label)
        option = choice.locator("option", has_text=re.compile(rf"^\s*{re.escape(beginning)}"))
        choice.select_option(option.first.get_attribute("value"))

    def goes_to(self, field: Field) -> None:
        """Go to a field by the address that the task list has for it."""
        self.page.goto(f"{self.server.url}selbstcheck/fragebogen/#{field_place(field.id)}")
        expect(self.heading(field.title)).to_be_visible()

    def goes_on(self) -> None:
        """Go to the next field."""
        self.presses("Weiter")

    def looks_at_the_result(self) -> None:
        """Go to the result, and wait until it is there; its numbers are folded."""
        self.presses("Ergebnis ansehen")
        expect(self.table()).to_be_attached()

    def waits_for_the_runtime(self) -> None:
        """Wait until the result can be computed."""
        expect(self.page.get_by_text(READY).first).to_be_attached()

    def heading(self, name: str) -> Locator:
        """Return the heading with this name; those of fields and questions tell their place first."""
        position = r"(Feld \d+ von \d+(, (Thema|Frage) \d+ von \d+)?: |\d+\. )?"
        return self.page.get_by_role("heading", name=re.compile(rf"^{position}{re.escape(name)}$"))

    def table(self) -> Locator:
        """Return the table of the result, folded or not."""
        return self.page.get_by_role("table", name="Ergebnis je Handlungsfeld", include_hidden=True)

    def question(self, question: Question) -> Locator:
        """Return the group of a question's answers."""
        return self.page.get_by_role("group", name=re.compile(rf"^\d+\. {re.escape(question.text)}$"))

    def finds(self, question: Question) -> None:
        """Go to a question by its address where it is not in sight."""
        if not self.question(question).is_visible():
            self.page.goto(f"{self.server.url}selbstcheck/fragebogen/#{question_place(question.id)}")
            expect(self.question(question)).to_be_visible()

    def option(self, question: Question, choice: Choice) -> Locator:
        """Return one of a question's radio buttons."""
        label = f"Stufe {choice}:" if isinstance(choice, int) else _WORDS[choice]
        return self.question(question).get_by_role("radio", name=re.compile(f"^{re.escape(label)}"))

    def answers(self, question: Question, choice: Choice) -> None:
        """Choose an answer of a question, also one that is preset."""
        self.finds(question)
        self.option(question, choice).click()
        expect(self.option(question, choice)).to_be_checked()

    def names_the_carrier(self, question: Question, carrier: str) -> None:
        """Say who is in charge instead."""
        self.question(question).get_by_label("Welche Stelle ist zuständig?").fill(carrier)

    def gives_the_reason(self, question: Question, reason: str) -> None:
        """Say why a question has no place here."""
        self.question(question).get_by_label("Warum entfällt die Frage?").fill(reason)

    def opens_the_note_of(self, question: Question) -> None:
        """Unfold note and evidence."""
        self.question(question).get_by_role("button", name="Notiz und Nachweis").click()

    def notes(self, question: Question, text: str) -> None:
        """Write a note, unfolded before."""
        self.question(question).get_by_label("Notiz", exact=True).fill(text)

    def proves(self, question: Question, title: str, link: str, number: int = 1) -> None:
        """Name a document, unfolded before."""
        self.question(question).get_by_label(f"Nachweis {number}", exact=True).fill(title)
        self.question(question).get_by_label(f"Link zu Nachweis {number}", exact=True).fill(link)

    def answers_every_question(
        self, catalogue: Catalogue, choices: Mapping[str, Choice] | None = None, *, otherwise: Choice = 2
    ) -> None:
        """Go from the first field, which is in sight, to the result, answering everything on the way."""
        for field in catalogue.fields:
            expect(self.heading(field.title)).to_be_visible()
            for question in field.questions:
                if not self.question(question).is_visible():
                    self.goes_on()
                    expect(self.question(question)).to_be_visible()
                self.answers(question, (choices or {}).get(question.id, otherwise))
            if field is not catalogue.fields[-1]:
                self.goes_on()
        self.looks_at_the_result()

    def saves(self) -> str:
        """Save the sheet and return the file's text."""
        with self.page.expect_download() as download:
            self.presses("Bogen speichern")
        return Path(download.value.path()).read_text(encoding="utf-8")

    def opens_the_file(self, text: str | bytes, name: str = "selbstcheck-bogen.json") -> None:
        """Choose a file on the overview."""
        content = text.encode() if isinstance(text, str) else text
        file = FilePayload(name=name, mimeType="application/json", buffer=content)
        self.page.get_by_label("Bogen öffnen").set_input_files(file)

    def waits_for_the_opened_sheet(self, said: str) -> None:
        """Wait until the page says that the file is open, and how much is answered."""
        box = self.page.get_by_role("group", name="Bogen geöffnet")
        expect(box).to_contain_text(said)

    def rows(self) -> list[dict[str, str]]:
        """Return what the rows of the result say about themselves, in their order."""
        rows: list[dict[str, str]] = self.table().evaluate(
            "table => [...table.querySelectorAll('tr[data-field]')].map(row => ({...row.dataset}))"
        )
        return rows

    def sheet(self) -> Any:
        """Save, and return the file as values."""
        return json.loads(self.saves())
