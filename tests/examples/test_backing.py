"""Which pages stand behind each question: the map that shows editors where the next text is needed."""

from dataclasses import replace

from core.catalogues import question, small_catalogue, suggestion
from examples.worked import catalogue
from selfcheck_core.catalogue import Catalogue, Field, Suggestion, Theme
from selfcheck_site.backing import KnownPages, QuestionBacking, Standing, backing, count

NO_PAGES = KnownPages()


def asking(*suggestions: Suggestion) -> Catalogue:
    theme = Theme("wege", "Wege", (question("pfad", "Gibt es einen Pfad?", suggestions=suggestions),))
    return replace(small_catalogue(), fields=(Field("draussen", "Draußen", "Wo man geht.", (theme,)),))


def the_question(known: Catalogue, platform: KnownPages = NO_PAGES) -> QuestionBacking:
    ((found,),) = (field.questions for field in backing(known, platform))
    return found


def linked(up_to: int, *links: str) -> Suggestion:
    return replace(suggestion(up_to, "Losgehen."), links=links)


def test_a_suggestion_s_pages_stand_behind_the_rungs_it_applies_to() -> None:
    found = the_question(asking(linked(1, "methoden/rundgang"), linked(2, "magazin/pfade")))
    assert [(item.rungs, item.pages) for item in found.rungs] == [
        ("Stufe 0 bis 1", ("methoden/rundgang",)),
        ("Stufe 2", ("magazin/pfade",)),
    ]


def test_a_question_of_which_every_rung_has_a_page_lacks_nothing() -> None:
    found = the_question(asking(linked(1, "methoden/rundgang"), linked(2, "magazin/pfade")))
    assert found.standing is Standing.EVERYTHING


def test_a_question_of_which_one_rung_has_no_page_is_backed_in_part() -> None:
    assert the_question(asking(linked(1, "methoden/rundgang"), linked(2))).standing is Standing.PARTLY


def test_a_question_without_any_page_has_nothing() -> None:
    assert the_question(asking(linked(1), linked(2))).standing is Standing.NOTHING
    assert the_question(asking()).standing is Standing.NOTHING


def test_a_page_that_names_the_question_stands_behind_all_its_rungs() -> None:
    found = the_question(asking(linked(1), linked(2)), KnownPages(naming={"pfad": ("magazin/pfade",)}))
    assert found.pages == ("magazin/pfade",)
    assert found.standing is Standing.EVERYTHING


def test_two_places_on_one_page_are_one_page() -> None:
    found = the_question(asking(linked(2, "methoden/rundgang#vorher", "methoden/rundgang#nachher")))
    assert [item.pages for item in found.rungs] == [("methoden/rundgang",)]


def test_the_map_names_every_question_once_and_the_counts_add_up() -> None:
    found = [item for field in backing(catalogue(), NO_PAGES) for item in field.questions]
    assert [item.question for item in found] == list(catalogue().questions())
    assert sum(count(found).values()) == len(found)
    assert set(count(found)) == set(Standing)
