"""What an editor chooses for the start page: read by a table, held against what there is, shown on the page."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import ROOT
from host.project import read_project
from knowledge_base.texts.start_page import Chosen, choose

NAMES = {
    "beispiel": "ostermuende",
    "handlungsfeld": "zusammenhalt",
    "artikel": "tor-auf",
    "methode": "world-cafe",
    "kommune": "gera",
}
KNOWN = {key: frozenset({name, "etwas-anderes"}) for key, name in NAMES.items()}


def page(names: Mapping[str, str], body: str = "# Start\n") -> bytes:
    section = "".join(f"  {key}: {name}\n" for key, name in names.items())
    return f"---\ntitle: Start\nauswahl:\n{section}---\n\n{body}".encode()


def told(data: bytes, known: Mapping[str, frozenset[str]] = KNOWN) -> list[tuple[str, int, str, str]]:
    chosen, findings = choose(data, known)
    assert (chosen is None) == (findings != ())
    return [(each.slug, each.place.line, each.message, each.remedy) for each in findings]


def test_what_exists_is_chosen() -> None:
    assert choose(page(NAMES), KNOWN) == (Chosen(*NAMES.values()), ())


@pytest.mark.parametrize("data", [b"", b"# Start\n", b"---\ntitle: Start\n---\n\n# Start\n", b"---\n- a\n---\n"])
def test_a_start_page_need_not_choose_anything(data: bytes) -> None:
    assert choose(data, KNOWN) == (None, ())


@pytest.mark.parametrize("mark", ["wissen: auswahl", "selbstcheck: beispiel-ergebnis", "selbstcheck:beispiel-x"])
def test_a_page_that_shows_a_choice_has_to_make_one(mark: str) -> None:
    ((slug, line, message, remedy),) = told(
        f"---\ntitle: Start\nauswal:\n  artikel: a\n---\n\n<!-- {mark} -->\n".encode()
    )
    assert (slug, line) == ("fehlender-schluessel", 1)
    assert message == "Die Startseite zeigt eine Auswahl, aber der Schlüssel „auswahl“ fehlt im Vorspann."
    assert "beispiel, handlungsfeld, artikel, methode, kommune" in remedy


@pytest.mark.parametrize(
    ("key", "line", "message"),
    [
        ("beispiel", 4, "Das Beispiel „gibt-es-nicht“ gibt es nicht."),
        ("handlungsfeld", 5, "Das Handlungsfeld „gibt-es-nicht“ gibt es nicht."),
        ("artikel", 6, "Den Artikel „gibt-es-nicht“ gibt es nicht."),
        ("methode", 7, "Die Methode „gibt-es-nicht“ gibt es nicht."),
        ("kommune", 8, "Das Profil „gibt-es-nicht“ gibt es nicht."),
    ],
)
def test_what_does_not_exist_is_told_with_its_line(key: str, line: int, message: str) -> None:
    ((slug, found_line, found, remedy),) = told(page(NAMES | {key: "gibt-es-nicht"}))
    assert (slug, found_line, found) == ("unbekannter-verweis", line, message)
    assert remedy.startswith("Richtig ist: ")


def test_a_slip_of_the_finger_brings_the_right_name() -> None:
    assert [remedy for *_, remedy in told(page(NAMES | {"methode": "world-kafe"}))] == ["Meinten Sie „world-cafe“?"]


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        ({key: name for key, name in NAMES.items() if key != "kommune"}, ["fehlender-schluessel"]),
        (NAMES | {"kommune": ""}, ["leerer-wert"]),
        (NAMES | {"kommune": "Gera"}, ["ungueltige-kennung"]),
        (NAMES | {"bild": "x"}, ["unbekannter-schluessel"]),
        (NAMES | {"kommune": "x", "artikel": "y"}, ["unbekannter-verweis"] * 2),
    ],
)
def test_the_section_is_read_like_every_other(names: Mapping[str, str], slugs: list[str]) -> None:
    assert sorted(slug for slug, *_ in told(page(names))) == slugs


def test_what_a_questionnaire_with_errors_cannot_tell_is_not_looked_up() -> None:
    known = {key: KNOWN[key] for key in ("artikel", "methode", "kommune")}
    assert choose(page(NAMES | {"beispiel": "gibt-es-nicht"}), known)[1] == ()


def test_the_start_page_shows_what_was_chosen_and_needs_no_style_of_the_form(site: Path) -> None:
    project = read_project(ROOT, ROOT / "questionnaire")
    assert project.glimpse
    start = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    shown = [link.attributes["href"] for link in start.css(".kb-chosen .kb-card-title a")]
    assert shown == [f"{text.page_path}/" for text in project.chosen_texts]
    assert len(shown) == 3
    assert project.glimpse.example.title in start.css_first(".glimpse-result").text()
    assert "form.css" not in start.html
    assert "home.css" in start.html
    assert "home.css" not in (site / "magazin/index.html").read_text(encoding="utf-8")
