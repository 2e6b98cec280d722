"""The question sets of the questionnaire: how they are compiled, and that those of this project are in plain German."""

import json
from pathlib import Path
from typing import Any

import pytest

from compile.sample import WITH_SETS, Edit, compiled, edited
from editorial.findings import Finding
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_json import catalogue_to_json
from selfcheck_site.compile import Explanation, compile_questionnaire
from selfcheck_site.folder import read_folder
from selfcheck_site.plain_wording import MAX_PLAIN_WORDS
from selfcheck_site.rules import QuestionnaireRule

SETS, GARTEN, HOF = "fragensaetze.yaml", "spiegelfragen/garten.yaml", "spiegelfragen/hof.yaml"
TODAY = compile_questionnaire(read_folder(Path(__file__).parents[2] / "questionnaire"))


def catalogue() -> Catalogue:
    assert TODAY.catalogue is not None
    return TODAY.catalogue


def findings(*edits: Edit) -> list[Finding]:
    return list(compiled(edited(edits)).findings)


def slugs(*edits: Edit) -> set[str]:
    return {finding.slug for finding in findings(*edits)}


# Compiling


def test_the_sample_with_sets_has_no_finding_and_each_shared_question_once() -> None:
    done = compiled(WITH_SETS)
    assert done.findings == ()
    assert done.catalogue is not None
    values: Any = json.loads(json.dumps(catalogue_to_json(done.catalogue)))
    assert [(question["id"], question["theme"], question["mirrors"]) for question in values["set_questions"]] == [
        ("sp-beete", "ga-beete", ["ga-beete-pflege"]),
        ("sp-tor", "ho-tor", ["ho-tor-alltag"]),
        ("sp-schild", "ho-tor", ["ho-tor-regel"]),
    ]
    sections = [(each["id"], [section["questions"] for section in each["sections"]]) for each in values["sets"]]
    assert sections == [("gaeste", [["sp-beete"], ["sp-tor"]]), ("kinder", [["sp-beete"], ["sp-schild"]])]


def test_the_reason_for_the_size_of_a_set_is_among_the_explanations() -> None:
    reasons = {explanation.key: explanation for explanation in compiled(WITH_SETS).explanations}
    assert reasons["question-sets"] == Explanation("question-sets", None, "Kurz soll kurz bleiben.")


def test_sets_change_nothing_of_the_digest_that_sheets_of_the_main_form_name() -> None:
    without = {name: data for name, data in WITH_SETS.items() if name == "katalog.yaml" or "handlungsfelder" in name}
    digests = [done.catalogue.digest for done in (compiled(WITH_SETS), compiled(without)) if done.catalogue]
    assert len(digests) == 2
    history = {"aenderungen.yaml": WITH_SETS["aenderungen.yaml"]}
    with_history = compiled({**without, **history}).catalogue
    assert with_history is not None
    assert with_history.digest == digests[0]


# The rules


@pytest.mark.parametrize(
    ("edit", "slug"),
    [
        (Edit(SETS, "[schule]", "[nachbarschaft]"), "doppelter-eintrag"),
        (Edit(GARTEN, "kennung: sp-beete", "kennung: ga-beete-plan"), "doppelte-kennung"),
        (Edit(SETS, "kennung: gaeste", "kennung: hof"), "doppelte-kennung"),
        (Edit(HOF, "kennung: sp-tor", "kennung: ergebnis"), "reservierte-kennung"),
        (Edit(HOF, "      - Nirgends.\n", ""), "stufen-zahl"),
        (Edit(HOF, "kennung: hof", "kennung: garten"), "kennung-und-dateiname"),
        (Edit(HOF, "Stand das Tor zuletzt offen?", "Stand das Tor offen und war es bunt?"), "doppelfrage"),
        (Edit(GARTEN, "Alle Beete haben geblüht.", "Einzelne Blumen haben gelacht."), "stufen-kaum-verschieden"),
        (Edit(SETS, "mindestens: 2", "mindestens: 4"), "grenzen"),
        (Edit(GARTEN, "    thema: ga-beete\n", ""), "fehlender-schluessel"),
        (Edit(GARTEN, "fragensaetze: [gaeste, kinder]", "fragensaetze: []"), "leerer-wert"),
    ],
)
def test_what_holds_for_the_main_form_holds_for_its_mirror(edit: Edit, slug: str) -> None:
    assert slug in slugs(edit)


def test_a_sentence_of_fifteen_words_is_plain_and_one_of_sixteen_is_not() -> None:
    fifteen = " ".join(["Wort"] * MAX_PLAIN_WORDS) + "."
    assert MAX_PLAIN_WORDS == 15
    assert findings(Edit(HOF, "Nein. Ich musste wieder gehen.", fifteen)) == []
    assert slugs(Edit(HOF, "Nein. Ich musste wieder gehen.", f"Noch {fifteen}")) == {"langer-satz"}


@pytest.mark.parametrize(
    "edit",
    [
        Edit(SETS, "Was haben Sie gesehen?", " ".join(["Wort"] * 16)),
        Edit(SETS, "Fragen an Gäste", " ".join(["Wort"] * 16)),
        Edit(GARTEN, "titel: Im Garten", f"titel: {' '.join(['Wort'] * 16)}"),
        Edit(GARTEN, "Wie sahen die Beete zuletzt aus?", f"{' '.join(['Wort'] * 16)}?"),
        Edit(GARTEN, "Alle Beete haben geblüht.", " ".join(["Wort"] * 16)),
    ],
)
def test_every_text_of_a_set_is_measured(edit: Edit) -> None:
    assert slugs(edit) == {"langer-satz"}


@pytest.mark.parametrize("word", ["Beschluss", "Beschlüsse", "RATSBESCHLUSS", "Beschlussvorlage", "beschlussfähig"])
def test_an_avoided_word_is_found_in_each_of_its_forms(word: str) -> None:
    assert slugs(Edit(HOF, "Nein. Ich musste wieder gehen.", f"Nein. Dort hing {word}.")) == {"gemiedenes-wort"}


@pytest.mark.parametrize("word", ["beschlossen", "Schluss", "Besuch", "Schüsse", "Schlüssel"])
def test_another_word_is_no_avoided_one(word: str) -> None:
    assert findings(Edit(HOF, "Nein. Ich musste wieder gehen.", f"Nein. Dort hing {word}.")) == []


def test_without_the_list_the_word_would_pass() -> None:
    written = Edit(HOF, "Nein. Ich musste wieder gehen.", "Nein. Es gab einen Beschluss.")
    assert slugs(written) == {"gemiedenes-wort"}
    assert findings(written, Edit(SETS, "    meiden: [Beschluss]\n", "")) == []


def test_a_slip_in_the_main_form_is_not_told_a_second_time_by_its_mirror() -> None:
    broken = {**WITH_SETS}
    broken["handlungsfelder/hof.yaml"] = broken["handlungsfelder/hof.yaml"].replace(
        b"kennung: ho-tor\n", b"kennung: 1-tor\n"
    )
    assert {finding.slug for finding in compiled(broken).findings} == {"ungueltige-kennung"}


# The sets of this project


RESIDENTS = "einwohnerschaft"


def test_the_project_has_a_set_for_everybody_outside_the_town_hall() -> None:
    asked = {perspective for each in catalogue().sets for perspective in each.perspectives}
    assert asked == {each.id for each in catalogue().perspectives} - {"verwaltung"}


def test_a_set_has_14_to_18_questions_and_two_to_each_field() -> None:
    for each in catalogue().sets:
        assert 14 <= len(each.questions) <= 18, each.id
        assert {section.field: len(section.questions) >= 2 for section in each.sections} == {
            field.id: True for field in catalogue().fields
        }


def test_the_questions_and_their_rungs_break_no_rule_of_plain_german() -> None:
    about_sets = [
        finding for finding in TODAY.findings if "fragens" in finding.place.file or "spiegel" in finding.place.file
    ]
    assert about_sets == []


@pytest.mark.parametrize("word", ["Stellenplan", "Beschluss", "Vorlage", "Haushalt", "Ausschuss"])
def test_residents_are_asked_in_no_word_of_the_town_hall(word: str) -> None:
    asked = next(each for each in catalogue().sets if each.id == RESIDENTS)
    texts = [asked.title, asked.about, *(section.title for section in asked.sections)]
    texts += [text for question in asked.questions for text in (question.text, *question.rungs)]
    stem = word.lower()[:7]
    assert [text for text in texts if stem in text.lower()] == []
    added = f"      - {word}\n".encode()
    files = read_folder(Path(__file__).parents[2] / "questionnaire")
    assert added in files[SETS].split(b"  - kennung: vereine")[0]


def test_the_words_for_residents_are_held_by_the_linter() -> None:
    files = dict(read_folder(Path(__file__).parents[2] / "questionnaire"))
    name = "spiegelfragen/management-und-steuerung.yaml"
    files[name] = files[name].replace(b"Ich kann ein Ziel nennen.", "Ich kenne die Beschlüsse.".encode())
    found = [finding.slug for finding in compile_questionnaire(files).findings]
    assert found == [QuestionnaireRule.AVOIDED_WORD]
