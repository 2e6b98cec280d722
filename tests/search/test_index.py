"""What is found, in which order: small sites, asked by the modules that browsers run."""

import json
import re
import time
from pathlib import Path

import pytest

from knowledge_base.search.index import DIRECTORY, CuratedWords, FilterNames, PageKind, read_word_groups, search_files
from search.engine import NO_NAMES, engine, page

CURATED = CuratedWords(
    synonyms=(("Mediation", "Streitschlichtung"), ("Runder Tisch", "Gesprächsrunde")),
    parts=("Bürger", "Rat", "Stelle", "Anti", "Diskriminierung"),
    stop=("von", "und", "bei"),
)
PAGES = [
    page("Beteiligung von Bürgerinnen und Bürgern", "Wer mitredet."),
    page("Antidiskriminierungsstelle", "Sie berät."),
    page("Mediation", "Zwei Seiten und eine dritte Person."),
    page("Runder Tisch", "Alle sitzen am Tisch. Am runden Tisch."),
    page("Ein langer Text", "Wörter " * 300 + "Drohbrief " + "Wörter " * 300),
    page("Bericht", "Die Mediation in der Ausländerbehörde und der Bürgerrat."),
    page("Zweiter Bericht", "Die Ausländerbehörde und der Bürgerrat antworten."),
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Every question of this file, asked at once."""
    made = engine(tmp_path_factory.mktemp("suche"), PAGES, CURATED)
    questions = sorted({question for question, _ in FINDS} | {question for question, _ in FINDS_NOTHING})
    return {question: answer["pages"] for question, answer in zip(questions, made.ask(*questions), strict=True)}


FINDS = [
    ("Bürgerbeteiligung", "Beteiligung von Bürgerinnen und Bürgern"),
    ("Buergerbeteiligung", "Beteiligung von Bürgerinnen und Bürgern"),
    ("Beteiligung der Bürger", "Beteiligung von Bürgerinnen und Bürgern"),
    ("Antidiskriminierung", "Antidiskriminierungsstelle"),
    ("Diskriminierung", "Antidiskriminierungsstelle"),
    ("Antidiskriminirungsstele", "Antidiskriminierungsstelle"),
    ("Anti-Diskriminierung", "Antidiskriminierungsstelle"),
    ("Ausländerbehörde", "Bericht"),
    ("auslaenderbehoerde", "Bericht"),
    ("Auslenderbehörde", "Bericht"),
    ("Bürgerräte", "Bericht"),
    ("Streitschlichtung", "Mediation"),
    ("Gesprächsrunde", "Runder Tisch"),
    ("Drohbrief", "Ein langer Text"),
    ("Drohbriefe", "Ein langer Text"),
    ("Media", "Mediation"),
]
FINDS_NOTHING = [("", None), ("von und bei", None), ("Xylophon", None), ("<b>", None), ("***", None)]


@pytest.mark.parametrize(("question", "title"), FINDS)
def test_what_people_type_finds_what_they_mean(asked: dict[str, list[str]], question: str, title: str) -> None:
    assert title in asked[question][:2]


@pytest.mark.parametrize(("question", "nothing"), FINDS_NOTHING)
def test_what_has_no_word_of_the_site_finds_nothing(asked: dict[str, list[str]], question: str, nothing: None) -> None:
    assert asked[question] == []


def test_a_word_in_the_title_goes_before_the_same_word_in_the_text(tmp_path: Path) -> None:
    pages = [page("Bericht", "Über Mediation. " * 3), page("Mediation", "Ein Weg."), page("Anderes", "Nichts davon.")]
    assert engine(tmp_path, pages).titles("Mediation") == ["Mediation", "Bericht"]


KINDS = [kind for kind in PageKind if kind not in (PageKind.QUESTION, PageKind.MAKING, PageKind.LIST)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lesser", [PageKind.QUESTION, PageKind.MAKING, PageKind.LIST])
def test_a_text_goes_before_what_only_asks_shows_how_it_is_made_or_lists(
    kind: PageKind, lesser: PageKind, tmp_path: Path
) -> None:
    same = {"text": "Ein Beirat berät.", "summary": "Der Beirat"}
    pages = [page("Beirat", kind=lesser, **same), page("Der Beirat", kind=kind, **same)]
    assert engine(tmp_path, [*pages, page("Rat", "Der Rat.")]).titles("Beirat") == ["Der Beirat", "Beirat"]


def test_a_question_about_a_thing_goes_before_a_text_that_names_it_once(tmp_path: Path) -> None:
    pages = [
        page("Bericht", "Es gab viel zu tun. " * 40 + "Dabei war auch die Ausländerbehörde."),
        page("Wie erreicht man die Ausländerbehörde?", "Ausländerbehörde.", kind=PageKind.QUESTION),
    ]
    assert engine(tmp_path, pages).titles("Ausländerbehörde")[0].startswith("Wie")


@pytest.mark.parametrize("text", ["Am Rand ein Wort zu Jugend.", "Wörter. " * 400 + "Jugend"])
def test_a_list_of_titles_never_stands_first_where_there_is_a_text(text: str, tmp_path: Path) -> None:
    pages = [page("Jugend", kind=PageKind.LIST, summary="Jugend"), page("Bericht", text), page("Rat", "Der Rat.")]
    assert engine(tmp_path, pages).titles("Jugend") == ["Bericht", "Jugend"]


def test_a_page_is_found_by_what_people_call_it_as_by_its_title(tmp_path: Path) -> None:
    pages = [
        page("Orte", "Wo es war.", names=("Liste der Modellkommunen",)),
        page("Bericht", "In der Liste der Modellkommunen steht auch dieser Ort.", summary="Eine der Modellkommunen"),
    ]
    assert engine(tmp_path, pages).titles("Modellkommunen Liste") == ["Orte", "Bericht"]


@pytest.mark.parametrize("typed", ["teilgenommen", "Teilnahme", "teilnahmen"])
def test_forms_of_a_word_count_like_the_word_itself(typed: str, tmp_path: Path) -> None:
    pages = [page("Teilnehmen", "Wer dabei war."), page("Bericht", "Alle haben teilgenommen."), page("Rat", "Der Rat.")]
    curated = CuratedWords(forms=(("teilnehmen", "teilnahm", "teilgenommen", "Teilnahme"),))
    assert engine(tmp_path, pages, curated).titles(typed) == ["Teilnehmen", "Bericht"]


def test_a_known_word_with_an_ending_is_not_the_beginning_of_another(tmp_path: Path) -> None:
    pages = [page("Kommunikation", "Reden."), page("Kommune", "Ein Ort."), page("Kommunalwahl", "Eine Wahl.")]
    found = engine(tmp_path, pages)
    assert found.titles("Kommunen") == ["Kommune"]
    assert set(found.titles("Kommun")) == {"Kommune", "Kommunikation", "Kommunalwahl"}


def test_pages_with_all_words_go_before_pages_with_one(tmp_path: Path) -> None:
    pages = [
        page("Kosten", "Kosten, Kosten."),
        page("Abend", "Am Abend entstehen Kosten."),
        page("Rat", "Der Rat tagt."),
    ]
    assert engine(tmp_path, pages).titles("Kosten Abend") == ["Abend", "Kosten"]


def test_a_page_about_the_thing_goes_before_one_with_all_words_by_the_way(tmp_path: Path) -> None:
    much = "Etwas anderes. " * 200
    pages = [page("Bürgerrat", "Ein Bürgerrat tagt.", summary="Was ein Bürgerrat ist."), page("Rat", "Der Rat.")]
    pages += [page(f"Bericht {n}", f"{much} Das ist teuer. {much}") for n in range(8)]
    pages += [page("Alles", f"{much} Bürgerrat {much} teuer {much}")]
    assert engine(tmp_path, pages).titles("Bürgerrat teuer")[0] == "Bürgerrat"


def test_the_word_itself_goes_before_its_synonym(tmp_path: Path) -> None:
    pages = [page("Drohung", "Eine Drohung."), page("Alltag", "Im Alltag kam ein Drohbrief."), page("Rat", "Der Rat.")]
    curated = CuratedWords(synonyms=(("Drohbrief", "Drohung"),))
    assert engine(tmp_path, pages, curated).titles("Drohbrief") == ["Alltag", "Drohung"]


def test_a_word_taken_for_another_is_told_and_one_too_far_away_is_only_offered(tmp_path: Path) -> None:
    made = engine(tmp_path, [page("Mediation", "Ein Weg."), page("Wege", "Mediation ist einer davon.")])
    near, far = made.ask("Mediatoin", "Mettiasion")
    assert near["corrected"] == [{"typed": "Mediatoin", "used": "Mediation"}]
    assert len(near["pages"]) == 2
    assert far["unknown"] == [{"typed": "Mettiasion", "near": ["Mediation"]}]
    assert far["pages"] == []


def test_a_compound_that_no_page_has_finds_pages_with_both_parts(tmp_path: Path) -> None:
    pages = [page("Amt", "Die Leitung vom Wohnungsamt."), page("Heim", "Die Leitung."), page("Weg", "Ein Weg.")]
    assert engine(tmp_path, pages).titles("Wohnungsamtsleitung") == ["Amt"]


def test_names_of_fields_municipalities_and_topics_find_their_pages(tmp_path: Path) -> None:
    pages = [page("Eins", fields=("em",), municipalities=("luebeck",), topics=("Sprache",)), page("Zwei")]
    names = FilterNames({"em": "Engagement"}, {"luebeck": "Lübeck", "aachen": "Aachen"})
    made = engine(tmp_path, pages, names=names)
    assert [answer["pages"] for answer in made.ask("Engagement", "Lübeck", "Sprachen")] == [["Eins"]] * 3


def test_only_municipalities_that_some_page_names_can_be_filtered_by() -> None:
    names = FilterNames({}, {"luebeck": "Lübeck", "aachen": "Aachen"})
    files = search_files([page("Eins", municipalities=("luebeck",))], names, CuratedWords())
    assert json.loads(files[DIRECTORY])["municipalities"] == [["luebeck", "Lübeck"]]


def test_the_same_pages_in_any_order_give_the_same_bytes() -> None:
    assert search_files(PAGES, NO_NAMES, CURATED) == search_files(reversed(PAGES), NO_NAMES, CURATED)


def test_every_file_but_the_directory_is_named_by_its_content_and_by_the_directory() -> None:
    files = search_files(PAGES, NO_NAMES, CURATED)
    named = files[DIRECTORY].decode()
    for path in files.keys() - {DIRECTORY}:
        assert re.search(r"-[0-9a-f]{12}\.json$", path)
        assert path.rsplit("/", 1)[1] in named


def test_a_site_without_pages_has_an_index_that_finds_nothing(tmp_path: Path) -> None:
    assert engine(tmp_path, []).titles("Mediation") == []


def test_twice_the_pages_take_little_more_than_twice_the_time() -> None:
    def seconds(count: int) -> float:
        texts = [
            f"{number % 7}wort" + " ".join(f"wort{number * place % 997}" for place in range(300))
            for number in range(count)
        ]
        pages = [page(f"Seite {number}", text, kind=PageKind.ARTICLE) for number, text in enumerate(texts)]
        start = time.process_time()
        search_files(pages, NO_NAMES, CURATED)
        return time.process_time() - start

    ratio = min(seconds(400) for _ in range(2)) / max(seconds(200) for _ in range(2))
    assert ratio < 2.6


def test_lists_of_words_are_read_line_by_line_without_remarks() -> None:
    assert read_word_groups("# Kopf\n\nA, B b # Rest\n C\n,\n") == (("A", "B b"), ("C",))
