"""The catalogue's JSON, its digest and its look-ups."""

import copy
import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from core.catalogues import small_catalogue
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_entry import CatalogueError, Damage
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json, seal

Change = Callable[[Any], object]


def first_question(values: Any) -> Any:
    return values["fields"][0]["themes"][0]["questions"][0]


def test_the_json_has_the_keys_of_the_contract() -> None:
    values: Any = catalogue_to_json(small_catalogue())
    assert list(values) == [
        "format", "format_version", "id", "version", "digest", "texts_digest", "title", "levels",
        "coverage", "not_applicable_warning_above", "municipality_types", "perspectives", "fields",
        "set_questions", "sets",
    ]  # fmt: skip
    assert values["levels"][1] == {"id": "auf-dem-weg", "title": "auf dem Weg", "from": "1/4"}
    assert values["coverage"] == {"none_below": "1/2", "tentative_below": "4/5", "firm_from_answers": 2}
    assert list(first_question(values)) == [
        "id", "dimension", "short_form", "weight", "text", "why", "known_by", "rungs", "not_responsible", "suggestions",
    ]  # fmt: skip
    assert first_question(values)["rungs"][0] == {"text": "Nichts davon."}
    assert first_question(values)["suggestions"][0] == {
        "up_to": 0,
        "text": "Leitbilder anderer Orte ansehen.",
        "effort": "low",
        "needs_decision": False,
        "free_of_charge": True,
        "links": ["methoden/rundgang"],
    }


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (Fraction(0), "am-anfang"),
        (Fraction(249, 1000), "am-anfang"),
        (Fraction(1, 4), "auf-dem-weg"),
        (Fraction(3, 4), "aufgestellt"),
        (Fraction(1), "aufgestellt"),
    ],
)
def test_a_level_holds_from_its_start(value: Fraction, level: str) -> None:
    assert small_catalogue().level_of(value).id == level


def test_questions_are_found_by_id() -> None:
    catalogue = small_catalogue()
    assert [q.id for q in catalogue.questions()] == [
        "beschluss", "bekanntheit", "haushalt", "treffpunkt", "nutzung", "feste",
    ]  # fmt: skip
    found = catalogue.question("nutzung")
    assert found is not None
    assert found.weight == Fraction(3, 2)
    assert catalogue.question("gibt-es-nicht") is None


def test_a_digest_says_by_what_rule_it_was_made_and_depends_on_nothing_but_the_content() -> None:
    catalogue = small_catalogue()
    for digest in (catalogue.digest, catalogue.texts_digest):
        assert re.fullmatch("sha256:[0-9a-f]{64}", digest)
    assert seal(replace(catalogue, digest="etwas anderes", texts_digest="")) == catalogue


def sealed(change: Change) -> Catalogue:
    values = copy.deepcopy(catalogue_to_json(small_catalogue()))
    change(values)
    return seal(catalogue_from_json(values))


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.update(title="Ein anderer Titel"),
        lambda c: c["levels"][0].update(title="ganz am Anfang"),
        lambda c: c["fields"][0].update(about="Wohin die Kommune will"),
        lambda c: first_question(c).update(text="Gibt es ein, vom Rat beschlossenes, Leitbild?"),
        lambda c: first_question(c)["rungs"][0].update(text="Nichts."),
        lambda c: first_question(c).update(known_by=["Rathaus"]),
        lambda c: first_question(c)["suggestions"][0].update(text="Umsehen.", effort="high", links=[]),
        lambda c: c["fields"][0]["themes"][1]["questions"][0]["not_responsible"][0].update(carrier="Kreis"),
    ],
)
def test_better_words_change_the_digest_of_the_texts_only(change: Change) -> None:
    changed = sealed(change)
    assert changed.digest == small_catalogue().digest
    assert changed.texts_digest != small_catalogue().texts_digest


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["levels"][1].update({"from": "1/3"}),
        lambda c: c["coverage"].update(none_below="1/3"),
        lambda c: c["coverage"].update(firm_from_answers=3),
        lambda c: c.update(not_applicable_warning_above="1/3"),
        lambda c: c["municipality_types"].append({"id": "landkreis", "title": ""}),
        lambda c: first_question(c).update(weight="2"),
        lambda c: first_question(c).update(dimension="practice"),
        lambda c: first_question(c).update(short_form=False),
        lambda c: first_question(c)["suggestions"][0].update(up_to=1),
        lambda c: c["fields"][0]["themes"][1]["questions"][0].update(not_responsible=[]),
        lambda c: c["fields"].reverse(),
    ],
)
def test_what_can_change_a_result_changes_the_digest(change: Change) -> None:
    assert sealed(change).digest != small_catalogue().digest


def test_a_number_does_not_change_the_digest_of_the_texts() -> None:
    assert sealed(lambda c: first_question(c).update(weight="2")).texts_digest == small_catalogue().texts_digest


@pytest.mark.parametrize("values", [None, [], "Katalog", {}, {"format": "weltoffene-kommune/sheet"}])
def test_what_is_no_catalogue_is_called_so(values: object) -> None:
    with pytest.raises(CatalogueError) as error:
        catalogue_from_json(values)
    assert error.value.code is Damage.NOT_A_CATALOGUE


def test_a_newer_format_is_called_so() -> None:
    with pytest.raises(CatalogueError) as error:
        catalogue_from_json({**catalogue_to_json(small_catalogue()), "format_version": 2})
    assert error.value.code is Damage.NEWER_FORMAT


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.pop("title"),
        lambda c: c.pop("texts_digest"),
        lambda c: c.update(format_version=True),
        lambda c: c.update(fields={}),
        lambda c: c.update(fields=["steuerung"]),
        lambda c: c.update(not_applicable_warning_above=0.25),
        lambda c: c.update(not_applicable_warning_above="1/0"),
        lambda c: c.update(not_applicable_warning_above="9" * 5000),
        lambda c: c.update(not_applicable_warning_above="-1"),
        lambda c: c["coverage"].pop("none_below"),
        lambda c: c["coverage"].pop("firm_from_answers"),
        lambda c: c["coverage"].update(firm_from_answers=0),
        lambda c: c["coverage"].update(firm_from_answers="4"),
        lambda c: c.update(levels=[]),
        lambda c: c["levels"].reverse(),
        lambda c: c["levels"].pop(0),
        lambda c: c["fields"].append(c["fields"][0]),
        lambda c: c["fields"][1]["themes"][0].update(id="leitbild"),
        lambda c: first_question(c).update(id="feste"),
        lambda c: first_question(c).update(weight="0"),
        lambda c: first_question(c).update(dimension="papier"),
        lambda c: first_question(c).update(short_form=1),
        lambda c: first_question(c).update(known_by=[1]),
        lambda c: first_question(c)["rungs"].pop(),
        lambda c: first_question(c)["suggestions"][0].update(up_to=4),
        lambda c: first_question(c)["suggestions"][0].update(up_to=True),
        lambda c: first_question(c)["suggestions"][0].update(effort="klein"),
    ],
)
def test_a_damaged_catalogue_is_refused(change: Change) -> None:
    values = copy.deepcopy(catalogue_to_json(small_catalogue()))
    change(values)
    with pytest.raises(CatalogueError) as error:
        catalogue_from_json(values)
    assert error.value.code in {Damage.ENTRY, Damage.DISORDERED_LEVELS, Damage.DOUBLED_ID}


def test_the_error_about_damage_names_the_place() -> None:
    values = json.loads(json.dumps(catalogue_to_json(small_catalogue())))
    first_question(values)["weight"] = 1
    with pytest.raises(CatalogueError) as error:
        catalogue_from_json(values)
    assert (error.value.place, error.value.key) == (("steuerung", "leitbild", "beschluss"), "weight")


def test_the_error_about_a_doubled_id_names_the_id_and_its_list() -> None:
    values = json.loads(json.dumps(catalogue_to_json(small_catalogue())))
    first_question(values)["id"] = "feste"
    with pytest.raises(CatalogueError) as error:
        catalogue_from_json(values)
    assert (error.value.place, error.value.key) == (("feste",), "questions")
