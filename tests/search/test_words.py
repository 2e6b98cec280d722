"""Words as the search compares them, in Python for the index and in JavaScript for the question."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge_base.search.compounds import Splitter
from knowledge_base.search.page_text import page_text, sections
from knowledge_base.search.word_forms import folded, stem, surfaces
from search.engine import stems_in_node

SAME = [
    ("Bürger", "Buerger", "Burger", "BÜRGER", "Bürgerin", "Bürgerinnen", "Bürgern", "Bürger*innen", "Bürger:innen"),
    ("Ausländerbehörde", "Auslaenderbehoerde", "auslanderbehorden"),
    ("Rat", "Räte", "Rats"),
    ("Amt", "Ämter", "Amtes", "Ämtern"),
    ("Haus", "Häuser", "Hauses"),
    ("Maßnahme", "Massnahmen", "Maßnahmen"),
    ("Beauftragte", "Beauftragter", "Beauftragten"),
    ("Ergebnis", "Ergebnisse", "Ergebnissen", "Ergebnisses"),
    ("Café", "Cafés", "Cafe"),
    ("Schlafplatz", "Schlafplätze", "Schlafplätzen"),
    ("Kosten", "kostet"),
    ("melden", "meldet"),
    ("arbeiten", "arbeitet", "Arbeit"),
    ("Be\u00adteiligung", "Beteiligung", "Beteiligungen"),
]
DIFFERENT = [
    ("Frau", "Fru"),
    ("neue", "nu"),
    ("Quelle", "Qulle"),
    ("Haus", "Hauer"),
    ("2020", "2021"),
    ("Land", "Wand"),
    ("Internet", "intern"),
    ("Gebiet", "geben"),
]


def stems(text: str) -> list[str]:
    return [stem(folded(word)) for word in surfaces(text)]


@pytest.mark.parametrize("forms", SAME, ids=lambda forms: forms[0])
def test_all_forms_and_spellings_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({tuple(stems(form)) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_a_word_with_hyphens_is_found_by_its_parts_and_as_one() -> None:
    assert surfaces("die E-Mail aus Dessau-Roßlau") == [
        "die", "E", "Mail", "aus", "Dessau", "Roßlau", "EMail", "DessauRoßlau",
    ]  # fmt: skip


def test_browser_and_build_make_the_same_stems_of_every_word_of_the_list() -> None:
    entries = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8"))
    text = " ".join([entry["suche"] for entry in entries] + [form for forms in SAME for form in forms])
    words = sorted({word for word in re.split(r"[\s-]+", text) if word})
    assert stems_in_node(words) == [stems(word) for word in words]


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(st.sampled_from("aeioubdnrstuüöäßéÉÜ2:*/_ \u00ad\u0308"), max_size=14), max_size=200))
def test_browser_and_build_make_the_same_stems_of_anything(words: list[str]) -> None:
    assert stems_in_node(words) == [stems(word) for word in words]


@given(st.text(st.sampled_from("abdeinrstuäöüß"), min_size=1, max_size=20))
def test_a_stem_is_the_beginning_of_its_word_so_that_half_a_word_finds_it(word: str) -> None:
    assert folded(word).startswith(stem(folded(word)))


SPLITTER = Splitter(
    {"anti", "diskriminierung", "stelle", "burger", "beteiligung", "schule", "arbeit", "rat", "integration"}
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("antidiskriminierung", ("anti", "diskriminierung")),
        ("burgerbeteiligung", ("burger", "beteiligung")),
        ("integrationsrat", ("integration", "rat")),
        ("schularbeit", ("schule", "arbeit")),
        ("beteiligung", ()),
        ("ratsherr", ()),
        ("unbekanntes", ()),
    ],
)
def test_compounds_come_apart_at_known_words_with_or_without_linking_letters(word: str, parts: tuple[str, ...]) -> None:
    assert SPLITTER.parts(word) == parts


def test_all_parts_of_a_long_compound_are_found() -> None:
    assert set(SPLITTER.all_parts("antidiskriminierungsstelle")) >= {"anti", "diskriminierung", "stelle"}


def test_the_text_of_a_page_is_what_can_be_read_on_it() -> None:
    html = (
        '<h1>Titel</h1><script>var x = "<p>nein</p>"</script><nav><a>Menü</a></nav>'
        '<form><p>Feld</p></form><h2 id="a">Der Abend<a class="headerlink" href="#a">#</a></h2>'
        "<p>Ein <em>Satz</em> &amp; mehr.</p>"
        "<ul><li>Punkt eins</li><li>Punkt zwei</li></ul>"
    )
    found = page_text(html)
    assert found.headings == ("Der Abend",)
    assert found.text == "Ein Satz & mehr. Punkt eins · Punkt zwei ·"


def test_numbers_of_footnotes_and_arrows_back_are_no_text() -> None:
    html = (
        '<p>Seit 2022.<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">4</a></sup> Ende.</p>'
        '<ol><li id="fn:a"><p>Quelle.<a class="footnote-backref" href="#fnref:a">&#8617;</a></p></li></ol>'
    )
    assert page_text(html).text == "Seit 2022. Ende. Quelle."


def test_lists_of_links_to_other_texts_are_no_text_of_the_page() -> None:
    html = (
        '<p>Eigenes.</p><ul class="kb-links"><li><a href="../b/">Anderes</a></li></ul>'
        '<dl class="kb-tags"><div><dt>Schlagworte</dt><dd>Dialog</dd></div></dl><p>Noch Eigenes.</p>'
        '<section class="kb-further"><h2>Passt dazu</h2><ul class="kb-cards"><li>Fremdes</li></ul></section>'
    )
    found = page_text(html)
    assert (found.headings, found.text) == ((), "Eigenes. Noch Eigenes.")


def test_the_sections_of_a_page_are_its_second_headings_whoever_wrote_them() -> None:
    html = (
        '<h1 id="titel">Titel</h1>'
        '<h2 id="ablauf">Ablauf &amp; <em>Zeit</em><a class="headerlink" href="#ablauf">#</a></h2>'
        '<h3 id="b">Darunter</h3><h2>Ohne Marke</h2><section><h2 class="x" id="passt-dazu">Passt dazu</h2></section>'
    )
    assert sections(html) == (("ablauf", "Ablauf & Zeit"), ("passt-dazu", "Passt dazu"))
