"""Somebody at a form that filters a table: what they ask for, and what is left to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, expect

from browser.person import Person

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Seeker:
    """What a person does there and sees. Conditions are named by their label, answers as they are read or typed."""

    person: Person

    @classmethod
    def at(cls, person: Person, path: str) -> "Seeker":
        """Open a page with such a form."""
        person.visits(path)
        return cls(person)

    @property
    def status(self) -> Locator:
        """Return the line that is also read out."""
        return self.person.page.get_by_role("status")

    @property
    def links(self) -> Locator:
        """Return the links of the rows in sight, in the order of the table."""
        return self.person.page.get_by_role("table").first.get_by_role("rowheader").get_by_role("link")

    def condition(self, label: str) -> Locator:
        """Return the control with this label."""
        return self.person.page.locator("form").get_by_label(label)

    def asks(self, asked: Mapping[str, str]) -> None:
        """Choose or type each answer."""
        for label, answer in asked.items():
            control = self.condition(label)
            if control.evaluate("control => control.matches('select')"):
                control.select_option(label=answer)
            else:
                control.fill(answer)

    def rows(self) -> list[str]:
        """Return the titles of the rows in sight."""
        return self.links.all_inner_texts()

    def arrives_at(self, title: str) -> None:
        """Wait until the page with this title is there, to its last style sheet."""
        expect(self.person.heading(title)).to_be_visible()
        self.person.page.wait_for_load_state()

    def sees(self, *parts: str) -> None:
        """Expect the status line to say all of this."""
        for part in parts:
            expect(self.status).to_contain_text(part)


def front_matter(folder: str) -> dict[str, Any]:
    """Return what editors wrote above the texts of a folder: title → values."""
    files = [path for path in (ROOT / folder).glob("*.md") if path.name != "index.md"]
    read = [yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]) for path in files]
    return {values["titel"]: values for values in read}
