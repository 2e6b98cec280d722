"""The page on the questionnaire's origin: every theme is compared, every topic compared with is found again."""

import re
from pathlib import Path

from examples.worked import ROOT, catalogue

PAGE = ROOT / "docs" / "selbstcheck" / "entstehung.md"
SITE_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")

INDEX = {
    "Bekenntnis", "Bildung", "Nachbarschaften", "öffentliche Dienste", "Wirtschaft und Arbeitsmarkt",
    "Kultur und Vereinsleben", "öffentlicher Raum", "Vermittlung", "Sprache", "Medien", "Blick nach außen",
    "Wissen und Können", "Begrüßung", "Mitsprache",
}  # fmt: skip
STANDARD = {"Führung", "gleicher Zugang", "Mitwirkung", "Verbundenheit", "Bildung", "Wirtschaft", "Sicherheit"}
ECCAR = {str(number) for number in range(1, 11)}
LEFT_OUT = {"Blick nach außen"}


def tables() -> dict[str, list[list[str]]]:
    """Return the rows of each field's table by the heading above it."""
    found = {}
    for part in re.split(r"^### ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, rest = part.split("\n", 1)
        rows = re.findall(r"^\|.*\|$", rest.split("\n## ")[0], re.MULTILINE)[2:]
        found[title] = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return found


def named(column: int) -> set[str]:
    cells = [row[column] for rows in tables().values() for row in rows]
    return {name for cell in cells for name in cell.split(", ")} - {"–"}


def test_every_theme_is_in_the_table_of_its_field_in_reading_order() -> None:
    assert {title: [row[0] for row in rows] for title, rows in tables().items()} == {
        field.title: [theme.title for theme in field.themes] for field in catalogue().fields
    }


def test_every_topic_of_the_frameworks_is_covered_or_named_as_left_out() -> None:
    assert named(1) == ECCAR
    assert named(2) == INDEX - LEFT_OUT
    assert named(3) == STANDARD
    left_out = PAGE.read_text(encoding="utf-8").split("## Was wir weggelassen haben")[1]
    assert all(topic in left_out for topic in LEFT_OUT)


def test_the_lists_on_the_page_name_the_same_topics() -> None:
    text = PAGE.read_text(encoding="utf-8")
    lists = [set(found.split(", ")) for found in re.findall(r"^Wir übersetzen sie so: (.*)\.$", text, re.MULTILINE)]
    assert lists == [INDEX, STANDARD]
    assert set(re.findall(r"^(\d+)\. ", text, re.MULTILINE)) == ECCAR


def test_the_page_names_the_version_of_the_questionnaire() -> None:
    assert f"| {catalogue().version} |" in PAGE.read_text(encoding="utf-8")


def test_pages_it_links_to_exist() -> None:
    for page in (PAGE, ROOT / "docs" / "mitwirken" / "abdeckung.md"):
        links = SITE_LINK.findall(page.read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (page.parent / Path(link)).is_file()] == []
