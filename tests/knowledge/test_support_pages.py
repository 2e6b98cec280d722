"""The pages for people under threat: what they rely on is there, dated, and can be reported when it is wrong."""

import re
from pathlib import Path

import pytest

from knowledge_base.texts.shared_keys import STATES

FOLDER = Path(__file__).parents[2] / "docs" / "rueckhalt"
CONTACTS = (FOLDER / "wer-hilft.md").read_text(encoding="utf-8")
IN_DANGER = ["index", "im-akuten-fall", "beweise-sichern", "wer-hilft", "strategische-kommunikation", "gemeinsam"]
PARTS = ("Polizei", "Justiz und Meldewege", "Beratung für Betroffene")
FREE_CALL = re.compile(r"Telefon (?!110|112)[0-9][0-9 -]+[0-9]")


def section_of(state: str) -> str:
    """Return what stands about one Land."""
    found = re.search(rf"^### {re.escape(state)}\n(.*?)(?=^##)", CONTACTS, re.MULTILINE | re.DOTALL)
    assert found, state
    return found[1]


@pytest.mark.parametrize("page", IN_DANGER)
def test_a_page_about_danger_names_both_emergency_numbers(page: str) -> None:
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    assert re.search(r"\b110\b", text)
    assert re.search(r"\b112\b", text)


@pytest.mark.parametrize("state", sorted(STATES.values()))
def test_each_land_has_three_lines_and_each_says_when_its_source_was_read(state: str) -> None:
    lines = [line for line in section_of(state).splitlines() if line.startswith("- ")]
    assert [re.match(r"- \*\*(.*?):\*\*", line)[1] for line in lines] == list(PARTS)  # type: ignore[index]
    assert [line for line in lines if "gelesen am " not in line] == []


def test_a_number_of_a_helper_stands_with_the_month_of_its_source() -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    printed = {
        f"{name}: {line[:80]}" for name, text in pages.items() for line in text.splitlines() if FREE_CALL.search(line)
    }
    dated = {
        f"{name}: {line[:80]}"
        for name, text in pages.items()
        for line in text.splitlines()
        if FREE_CALL.search(line) and re.search(r"zuletzt belegt (im|am)", line)
    }
    assert printed
    assert printed == dated


def test_the_entry_page_says_when_it_was_reviewed_and_where_to_report_a_mistake() -> None:
    entry = (FOLDER / "index.md").read_text(encoding="utf-8")
    assert re.search(r"zuletzt am [0-9]{1,2}\. \w+ 20[0-9]{2} geprüft", entry)
    assert "[Fehler melden](../impressum.md#fehler-melden)" in entry
