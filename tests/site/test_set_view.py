"""What a sheet of a question set shows: the words that were ticked, and that this is a view and no level."""

import json
from dataclasses import replace

import pytest

from core.catalogues import UNKNOWN, rung, set_sheet, set_values, small_catalogue
from fragment import Element, elements_of
from selfcheck_core.catalogue_json import catalogue_to_json
from selfcheck_core.sheet import Answer, Municipality, Sheet, State
from selfcheck_core.subjects import SetResult
from selfcheck_site.language import sentences
from selfcheck_site.plain_wording import MAX_PLAIN_WORDS
from selfcheck_site.views.service import start
from selfcheck_site.views.set_view import set_answers, set_result

MIXED = {"gehoert": Answer(State.ANSWERED, 2, note="Im <b>Mai</b>."), "gelesen": UNKNOWN, "gefeiert": rung(0)}
VIEWS = {"result": set_result, "answers": set_answers}


def shown(view: str, filled: Sheet) -> Element:
    return elements_of(VIEWS[view](SetResult.of(small_catalogue(), filled)).text)


@pytest.mark.parametrize("answers", [{}, MIXED, {"gehoert": rung(3)}, {"gelesen": UNKNOWN}, {"gefeiert": rung(0)}])
def test_the_result_says_that_it_is_a_view_and_names_no_level(answers: dict[str, Answer]) -> None:
    text = shown("result", set_sheet(answers)).text
    assert "Das ist Ihre Sicht. Ein Reifegrad ist es nicht." in text
    assert [level.title for level in small_catalogue().levels if level.title in text] == []
    assert [word for word in ("belastbar", "vorläufig", "Einstufung", "Prozent", "%") if word in text] == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_answer_stands_there_in_the_words_that_were_ticked(view: str) -> None:
    text = shown(view, set_sheet(MIXED)).text
    assert ["Gesehen." in text, "Nichts." in text, "Im <b>Mai</b>." in text] == [True] * 3
    assert "Weiß ich nicht oder habe ich nicht erlebt" in text
    assert "Noch nicht beantwortet" in text
    assert "Stufe" not in text


def test_a_row_tells_the_theme_and_the_rung_so_that_it_can_be_laid_beside_another() -> None:
    rows = [row.attributes for row in shown("result", set_sheet(MIXED)).all("tr") if "data-theme-of" in row.attributes]
    assert [(row["data-theme-of"], row.get("data-rung")) for row in rows] == [
        ("leitbild", "2"), ("leitbild", None), ("feiern", "0"), ("orte", None),
    ]  # fmt: skip


def test_it_tells_how_many_questions_are_answered_and_how_many_nobody_knows() -> None:
    assert (
        "Sie haben 3 von 4 Fragen beantwortet. Die Antwort auf eine davon wissen Sie nicht."
        in shown("result", set_sheet(MIXED)).text
    )
    assert "Sie haben 1 von 4 Fragen beantwortet." in shown("result", set_sheet({"gehoert": rung(1)})).text


def test_the_list_leads_back_to_every_question_and_first_to_one_without_an_answer() -> None:
    links = {link.attributes["href"] for link in shown("answers", set_sheet(MIXED)).all("a")}
    assert links == {
        "#antworten-zu-besucht", "#frage.gehoert", "#frage.gelesen", "#frage.gefeiert", "#frage.besucht", "#ergebnis",
    }  # fmt: skip


def test_the_head_names_what_was_given_and_no_office() -> None:
    named = replace(set_sheet({}), municipality=Municipality("Kestenbrück", "gemeinde"), office="Familie Muster")
    text = shown("result", named).text
    assert "Kestenbrück · 31. Mai 2026 · Politik" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Familie Muster" not in text


@pytest.mark.parametrize("view", VIEWS)
def test_the_words_around_the_answers_are_plain(view: str) -> None:
    root = shown(view, set_sheet(MIXED))
    texts = [each.text for name in ("p", "li", "caption", "th") for each in root.all(name)]
    long = [words for text in texts for words in sentences(text) if len(words) > MAX_PLAIN_WORDS]
    assert long == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_worker_shows_a_sheet_of_a_set_under_the_names_of_the_main_forms_views(view: str) -> None:
    handle = start(json.dumps(catalogue_to_json(small_catalogue())))
    request = {"id": 1, "kind": "view", "view": view, "sheet": set_values(gehoert={"rung": 2})}
    assert "Gesehen." in json.loads(handle(json.dumps(request)))["html"]
