"""The result as a page shows it: the same values in picture, table and words, and nothing that a person typed runs."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogues import (
    FULL,
    NOT_APPLICABLE,
    NOT_RESPONSIBLE,
    SHORT,
    UNKNOWN,
    question,
    rung,
    sheet,
    small_catalogue,
)
from fragment import Element, elements_of
from selfcheck_core.catalogue import RUNG_COUNT, Catalogue, Effort, Field, Suggestion, Theme
from selfcheck_core.report import NOT_APPLICABLE_SHARE, Report, report_to_json
from selfcheck_core.sheet import Answer, Evidence, Municipality, Scope, Sheet, State
from selfcheck_core.subjects import SheetResult
from selfcheck_site.views import figures, wording
from selfcheck_site.views.places import field_place, question_place
from selfcheck_site.views.result import result

GOLDEN = Path(__file__).parent / "golden" / "result.html"
PLUGINS = Path(__file__).parents[2] / "plugins"

WORKED = {
    "beschluss": Answer(
        State.ANSWERED,
        3,
        note="Beschluss vom Mai 2025.\nFrist & Amt fehlen noch.",
        evidence=(Evidence("Niederschrift", "https://example.org/niederschrift"), Evidence("Ordner im Hauptamt", "")),
    ),
    "bekanntheit": rung(1),
    "haushalt": NOT_RESPONSIBLE,
    "treffpunkt": rung(2),
    "nutzung": UNKNOWN,
    "feste": NOT_APPLICABLE,
}
FIRM = {"beschluss": rung(2), "bekanntheit": rung(2), "haushalt": rung(2)}
FIRM_THOUGH_OPEN = {"beschluss": rung(3), "bekanntheit": rung(3)}
TENTATIVE = {"beschluss": UNKNOWN, "bekanntheit": rung(1)}
NO_LEVEL = {"beschluss": rung(3)}
NOTHING_APPLICABLE = {"beschluss": NOT_APPLICABLE, "bekanntheit": NOT_APPLICABLE, "haushalt": NOT_RESPONSIBLE}
ROOT = "../../"
SHEETS: Mapping[str, Mapping[str, Answer]] = {
    "worked": WORKED,
    "firm": FIRM,
    "firm though open": FIRM_THOUGH_OPEN,
    "tentative": TENTATIVE,
    "no level": NO_LEVEL,
    "nothing applicable": NOTHING_APPLICABLE | {"treffpunkt": rung(0)},
}


def shown(filled: Sheet, catalogue: Catalogue | None = None) -> tuple[Element, Report]:
    catalogue = catalogue or small_catalogue()
    subject = SheetResult.of(catalogue, filled)
    return elements_of(result(subject, ROOT).text), subject.report


def page(answers: Mapping[str, Answer], scope: Scope = FULL) -> Element:
    return shown(sheet(answers, scope))[0]


def row(answers: Mapping[str, Answer], field_id: str = "steuerung") -> Element:
    return page(answers).one("tr", data_field=field_id)


def exact(value: object) -> str:
    return "" if value is None else str(value)


answers = st.dictionaries(
    st.sampled_from([q.id for q in small_catalogue().questions()]),
    st.one_of(st.builds(rung, st.integers(0, 3)), st.sampled_from([UNKNOWN, NOT_RESPONSIBLE, NOT_APPLICABLE])),
)
every_sheet = given(answers.filter(lambda given: any(a.state is State.ANSWERED for a in given.values())))
quick = settings(deadline=None, max_examples=60)


def test_the_result_of_a_worked_sheet_reads_as_agreed() -> None:
    html = result(SheetResult.of(small_catalogue(), sheet(WORKED)), ROOT).text
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(html, encoding="utf-8")
    assert html == GOLDEN.read_text(encoding="utf-8")


# The same values everywhere


@quick
@every_sheet
def test_the_table_carries_exactly_the_values_of_the_report(given: dict[str, Answer]) -> None:
    root, report = shown(sheet(given))
    table = root.one("table", class_="result-table")
    assert table.one("caption").text == "Ergebnis je Handlungsfeld"
    rows = table.one("tbody").all("tr")
    values = report_to_json(report)["fields"]
    assert isinstance(values, list)
    for element, value in zip(rows, values, strict=True):
        keys = ("level_low", "level_high", "confidence", "coverage", "low", "high", "point")
        carried = {key: element.attributes[f"data-{key.replace('_', '-')}"] for key in keys}
        assert carried == {key: exact(value[key]) for key in keys}
        assert element.attributes["data-field"] == value["id"]


@quick
@every_sheet
def test_every_bar_lies_where_the_table_says(given: dict[str, Answer]) -> None:
    root, report = shown(sheet(given))
    rows = {
        element.attributes["data-field"]: element.attributes
        for element in root.one("table", class_="result-table").one("tbody").all("tr")
    }
    for layout in (figures.WIDE, figures.NARROW, figures.GLANCE):
        bars = root.one("svg", class_=f"figure--{layout.name}").all("g", class_="figure-row")
        assert [bar.attributes["data-figure"] for bar in bars] == [each.id for each in report.fields]
        for bar in bars:
            values = rows[bar.attributes["data-figure"]]
            assert {
                key: bar.attributes[key] for key in ("data-low", "data-high", "data-point")
            }.items() <= values.items()
            assert_drawn(bar, layout, values)
    for svg in root.all("svg", class_="figure--poster"):
        bar = svg.one("g", class_="figure-row")
        assert_drawn(bar, figures.POSTER, rows[bar.attributes["data-figure"].removesuffix(":poster")])


@quick
@every_sheet
def test_a_field_s_sheet_has_its_picture_and_its_themes_wherever_it_has_a_range(given: dict[str, Answer]) -> None:
    root, report = shown(sheet(given))
    for field in report.fields:
        section = root.one("details", id=f"ergebnis-feld-{field.id}")
        sheets = section.all(class_="result-sheet")
        assert len(sheets) == (field.measure.low is not None)
        themes = [row.all("td") for each in sheets for row in each.one("tbody").all("tr")]
        counted = [theme.measure for theme in field.themes if theme.measure.coverage is not None]
        said = [(wording.span(measure), wording.percent(measure.coverage)) for measure in counted]
        assert [(span.text, share.text) for span, share in themes] == [
            (spaced(span), spaced(share)) for span, share in said
        ]


def spaced(text: str) -> str:
    """Return the text as an element's text is read."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def assert_drawn(bar: Element, layout: figures.Layout, values: Mapping[str, str]) -> None:
    """Read the geometry back into shares; a mark stands where there is a level, and only there."""
    if not values["data-low"]:
        assert not bar.all(class_="figure-range")
        return
    drawn = bar.one("rect", class_="figure-range").attributes
    assert f"figure-range--{values['data-confidence']}" in drawn["class"]
    low = share(drawn["x"], layout)
    assert low == pytest.approx(Fraction(values["data-low"]), abs=0.0001)
    width = Fraction(drawn["width"]) / layout.scale_width
    assert low + width == pytest.approx(Fraction(values["data-high"]), abs=0.0002)
    marks = [share(mark.attributes["cx"], layout) for mark in bar.all("circle", class_="figure-point")]
    expected = [] if values["data-confidence"] == "none" else [Fraction(values["data-point"])]
    assert marks == pytest.approx(expected, abs=0.0001)


def share(x: str, layout: figures.Layout) -> float:
    return float((Fraction(x) - layout.scale_start) / layout.scale_width)


@quick
@every_sheet
def test_table_picture_and_words_say_the_same_numbers(given: dict[str, Answer]) -> None:
    root, _ = shown(sheet(given))
    for element in root.one("table", class_="result-table").one("tbody").all("tr"):
        cells = {cell.attributes["data-label"]: cell.text for cell in element.all("td")}
        labels = [
            bar.one(class_="figure-note").text for bar in root.all("g", data_figure=element.attributes["data-field"])
        ]
        section = root.one("details", id=f"ergebnis-feld-{element.attributes['data-field']}")
        if cells["Spanne"] != "–":
            assert f"Spanne {cells['Spanne']}." in section.text
        place, _, level = cells["Reifegrad"].rpartition(": ")
        assert cells["Wie sicher"].startswith(f"{labels[0]}.")
        assert labels[1] == (f"{place}, {labels[0]}" if place else level)


@quick
@every_sheet
def test_the_fragment_fits_into_its_page(given: dict[str, Answer]) -> None:
    root, _ = shown(sheet(given))
    everything = root.all()
    ids = [element.attributes["id"] for element in everything if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("ergebnis-") for each in ids)
    questions = {question_place(each.id) for each in small_catalogue().questions()}
    questions |= {field_place(each.id) for each in small_catalogue().fields}
    targets = {e.attributes["href"][1:] for e in everything if e.attributes.get("href", "").startswith("#")}
    assert targets <= questions | set(ids)
    assert {name for element in everything for name in element.attributes}.isdisjoint({"style", "onclick", "onload"})
    assert {element.tag for element in everything}.isdisjoint({"style", "script"})


@pytest.mark.parametrize("name", SHEETS)
def test_headings_begin_below_the_page_s_own_and_skip_no_level(name: str) -> None:
    levels = [int(e.tag[1]) for e in page(SHEETS[name]).all() if e.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert min(levels) == levels[0] == 3
    assert all(after - before <= 1 for before, after in pairwise(levels))


# Words


@pytest.mark.parametrize(
    ("answers", "level", "trust"),
    [
        (FIRM, "3 von 4: fortgeschritten", "belastbar. Alles, was zählt, ist gewertet."),
        (
            FIRM_THOUGH_OPEN,
            "4 von 4: gut aufgestellt",
            "belastbar. Was noch fehlt, kann den Reifegrad nicht mehr ändern.",
        ),
        (TENTATIVE, "1 bis 3 von 4: am Anfang bis fortgeschritten", "vorläufig. Was noch fehlt, kann"),
        (
            NO_LEVEL,
            "keine Einstufung",
            "keine Einstufung. Für einen Reifegrad müssen mindestens 50 % gewertet sein.",
        ),
        (NOTHING_APPLICABLE | {"treffpunkt": rung(0)}, "keine Einstufung", "Hier gab es nichts zu bewerten."),
    ],
)
def test_level_and_confidence_stand_in_words(answers: Mapping[str, Answer], level: str, trust: str) -> None:
    cells = {cell.attributes["data-label"]: cell.text for cell in row(answers).all("td")}
    assert cells["Reifegrad"] == level
    assert trust in cells["Wie sicher"]


def test_a_level_that_is_certain_but_short_of_answers_says_how_many_are_missing() -> None:
    strict = replace(small_catalogue(), coverage=replace(small_catalogue().coverage, tentative_below=Fraction(9, 10)))
    root, _ = shown(sheet(FIRM_THOUGH_OPEN), strict)
    assert "Ab 90 % Abdeckung nennen wir diesen Reifegrad belastbar." in root.one("tr", data_field="steuerung").text


@pytest.mark.parametrize(
    ("answers", "scope", "words"),
    [
        ({"beschluss": NOT_RESPONSIBLE, "bekanntheit": rung(2), "haushalt": NOT_RESPONSIBLE}, FULL, "hier ist es 1"),
        ({"beschluss": rung(2), "bekanntheit": rung(2)}, SHORT, "gefragt sind hier nur 2"),
    ],
)
def test_a_field_with_too_few_scored_questions_says_how_many_it_takes(
    answers: Mapping[str, Answer], scope: Scope, words: str
) -> None:
    needs_three = replace(small_catalogue(), coverage=replace(small_catalogue().coverage, firm_from_answers=3))
    root, _ = shown(sheet(answers, scope), needs_three)
    expected = f"vorläufig. Für „belastbar“ müssen mindestens 3 Fragen gewertet sein; {words}."
    assert expected in root.one("tr", data_field="steuerung").text


def test_a_result_of_a_kurzform_that_asks_too_little_says_that_it_is_tentative_at_best() -> None:
    needs_three = replace(small_catalogue(), coverage=replace(small_catalogue().coverage, firm_from_answers=3))
    said = "Die Kurzform stellt überall weniger als 3 Fragen und ist deshalb höchstens vorläufig."
    assert said in shown(sheet(FIRM, SHORT), needs_three)[0].text
    assert said not in shown(sheet(FIRM, FULL), needs_three)[0].text
    assert "höchstens vorläufig" not in shown(sheet(FIRM, SHORT))[0].text


def test_a_large_share_of_not_applicable_is_pointed_out_in_the_field_it_concerns() -> None:
    root, report = shown(sheet(WORKED))
    assert [each.warnings for each in report.fields] == [(), (NOT_APPLICABLE_SHARE,)]
    assert root.one("p", class_="result-warning").text.startswith(
        "Hinweis: Mehr als 25 % dieses Handlungsfelds sind mit „entfällt“ beantwortet."
    )


def test_what_is_only_preset_is_named_so_and_is_neither_dealt_with_nor_scored() -> None:
    root = page({**WORKED, "haushalt": replace(NOT_RESPONSIBLE, preset=True)})
    counts = {each.one("dt").text: each.one("dd").text for each in root.one("dl", class_="result-counts").all("div")}
    assert counts == {
        "bearbeitet": "5", "gewertet": "3", "weiß nicht": "1", "nicht zuständig": "0", "entfällt": "1",
        "voreingestellt, bitte prüfen": "1", "offen": "0",
    }  # fmt: skip
    left_out = root.all("ul", class_="result-left-out")[0].text
    assert "nicht zuständig (voreingestellt, bitte prüfen); zuständig ist: Landkreis Musterland" in left_out


# What to do next


def test_the_result_says_whose_it_is_and_how_far_it_is_filled() -> None:
    root = page(WORKED)
    heading = root.one("p", class_="result-origin")
    assert heading.text == "Musterstadt · 31. Mai 2026 · Langform · Verwaltung"
    assert "Sie ist keine Note und kein Rang." in root.one("p", class_="result-nature").text
    head = root.one("details", class_="result-basis")
    counts = {each.one("dt").text: each.one("dd").text for each in head.one("dl", class_="result-counts").all("div")}
    assert counts == {
        "bearbeitet": "6", "gewertet": "3", "weiß nicht": "1", "nicht zuständig": "1", "entfällt": "1", "offen": "0",
    }  # fmt: skip
    origin = {each.one("dt").text: each.one("dd").text for each in head.one("dl", class_="result-about").all("div")}
    assert origin == {
        "Art der Kommune": "Kreisangehörige Gemeinde",
        "Stelle": "Hauptamt",
        "Fragebogen": "Probefragebogen, Fassung 1.0",
    }


def test_what_was_not_given_is_not_named() -> None:
    nameless = replace(sheet(FIRM), perspective="", office="", date="", municipality=Municipality("", ""))
    root, _ = shown(nameless)
    assert root.one("p", class_="result-origin").text == "Ihre Kommune · Langform"
    labels = [each.text for each in root.one("dl", class_="result-about").all("dt")]
    assert labels == ["Fragebogen"]


def test_a_suggestion_names_effort_decision_money_its_pages_and_its_question() -> None:
    step = Suggestion(1, "Ein Treffen ansetzen.", Effort.MEDIUM, True, True, ("methoden/world-cafe", "/rueckhalt/"))
    asked = question("treffen", "Gibt es ein Treffen?", suggestions=(step,))
    field_of_one = Field("probe", "Probe", "", (Theme("eins", "Eins", (asked,)),))
    root, _ = shown(sheet({"treffen": rung(1)}), replace(small_catalogue(), fields=(field_of_one,)))
    suggestion = root.one("ul", class_="result-suggestions")
    assert suggestion.text == (
        "Ein Treffen ansetzen. mittlerer Aufwand, braucht einen Beschluss, geht ohne Geld "
        "Zum Weiterlesen: World cafe, Rueckhalt Zur Frage: Gibt es ein Treffen? beantwortet mit Stufe 1"
    )
    assert [link.attributes["href"] for link in suggestion.all("a")] == [
        "../../methoden/world-cafe/",
        "../../rueckhalt/",
        "#frage.treffen",
    ]


def test_what_was_left_out_stands_with_its_reason() -> None:
    left_out = [each.text for each in page(WORKED).all("ul", class_="result-left-out")]
    assert left_out == [
        "Stehen im Haushalt eigene Mittel dafür? nicht zuständig; zuständig ist: Landkreis Musterland",
        "Sind Feste für alle Ortsteile geplant? entfällt: Wir haben keine Ortsteile.",
    ]


def test_what_the_short_form_does_not_ask_is_not_called_left_out() -> None:
    assert not page(WORKED, Scope("short", None)).all("ul", class_="result-left-out")


ONE_QUESTION = replace(
    small_catalogue(),
    fields=(Field("probe", "Probe", "", (Theme("eins", "Eins", (question("treffen", "Gibt es ein Treffen?"),)),)),),
)


def test_a_field_of_one_question_is_spoken_of_in_the_singular() -> None:
    root, _ = shown(sheet({"treffen": rung(1)}), ONE_QUESTION)
    section = root.one("details", id="ergebnis-feld-probe")
    assert "Aus 1 von 1 Frage, Spanne 33 %." in section.text
    assert "müssen mindestens 2 Fragen gewertet sein; gefragt ist hier nur 1." in section.text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (FIRM, "Die Kommune ist hier fortgeschritten."),
        (FIRM_THOUGH_OPEN, "Die Kommune ist hier gut aufgestellt."),
        (TENTATIVE, "Die Kommune ist hier zwischen „am Anfang“ und „fortgeschritten“."),
        (NO_LEVEL, "Wie weit die Kommune hier ist, lässt sich noch nicht sagen."),
        (NOTHING_APPLICABLE | {"treffpunkt": rung(0)}, "Hier gab es nichts zu bewerten."),
    ],
)
def test_a_field_begins_with_a_plain_sentence_without_a_number(answers: Mapping[str, Answer], sentence: str) -> None:
    said = page(answers).one("details", id="ergebnis-feld-steuerung").one("p", class_="result-verdict")
    assert said.text.startswith(sentence)
    assert not any(letter.isdigit() for letter in sentence)


def test_regelung_and_praxis_are_drawn_only_where_enough_is_scored_to_compare_them() -> None:
    catalogue = small_catalogue()
    needs_two = replace(catalogue, coverage=replace(catalogue.coverage, compared_from_answers=2))
    drawn = [len(shown(sheet(FIRM), each)[0].all("svg", class_="figure--pair")) for each in (catalogue, needs_two)]
    assert drawn == [1, 0]


@pytest.mark.parametrize("answered", range(3))
def test_the_rung_that_led_to_a_suggestion_is_drawn_as_stairs_and_said_in_words(answered: int) -> None:
    step = Suggestion(2, "Ein Treffen ansetzen.", Effort.LOW, False, True, ())
    asked = question("treffen", "Gibt es ein Treffen?", suggestions=(step,))
    field_of_one = Field("probe", "Probe", "", (Theme("eins", "Eins", (asked,)),))
    root, _ = shown(sheet({"treffen": rung(answered)}), replace(small_catalogue(), fields=(field_of_one,)))
    source = root.one("ul", class_="result-suggestions").one("p", class_="result-source")
    assert source.text.endswith(f"beantwortet mit Stufe {answered}")
    stairs = source.one("svg", class_="figure-stairs").all("rect")
    assert [place for place, each in enumerate(stairs) if "here" in each.attributes["class"]] == [answered]
    assert len(stairs) == RUNG_COUNT


@pytest.mark.parametrize("name", SHEETS)
def test_every_part_behind_the_fields_is_folded_and_opens_by_its_heading(name: str) -> None:
    root = page(SHEETS[name])
    folded = [each.one("summary").one("h3").text for each in root.all("details", class_="result-more")]
    assert folded[:2] == ["Alle Zahlen", "So lesen Sie das Ergebnis"]
    assert folded[2:] == ["Worauf das beruht", *["Anhang: Notizen und Nachweise"] * (name == "worked")]
    assert not any("open" in each.attributes for each in root.all("details"))


def test_five_clarifications_are_shown_at_once_and_the_others_fold_out() -> None:
    more = tuple(question(f"frage-{n}", f"Frage {n}?", known_by=("Hauptamt",)) for n in range(1, 4))
    extra = Field("weiteres", "Weiteres", "", (Theme("weiteres-thema", "Weiteres", more),))
    catalogue = replace(small_catalogue(), fields=(*small_catalogue().fields, extra))
    root, report = shown(sheet({"beschluss": rung(1)}), catalogue)
    section = root.one("section", class_="result-clarifications")
    listed = [item.one("a").attributes["href"] for item in section.all("li")]
    assert listed == [f"#{question_place(each.question)}" for each in report.clarifications]
    folded = section.one("details")
    assert folded.one("summary").text == f"{len(listed) - 5} weitere Fragen"
    assert folded.one("ol").attributes["start"] == "6"
    assert len(folded.all("li")) == len(listed) - 5


def test_a_clarification_names_the_office_that_knows_and_what_its_answer_gains() -> None:
    (first, *_) = page({"beschluss": rung(1), "haushalt": rung(1)}).one(class_="result-clarifications").all("li")
    assert first.text == (
        "Kennen die Beschäftigten das Leitbild? Das weiß am ehesten: Personalamt, Personalrat "
        "Steuerung: Mit dieser Antwort verschwindet die Spanne ganz."
    )


def test_without_an_open_question_there_is_nothing_to_clarify() -> None:
    everything = {each.id: rung(2) for each in small_catalogue().questions()}
    root = page(everything)
    assert not root.all(class_="result-clarifications")
    assert not root.all("a", href="#ergebnis-klaerungen")


@pytest.mark.parametrize("given", [{}, {"beschluss": UNKNOWN}, NOTHING_APPLICABLE])
def test_a_sheet_without_an_answer_gets_a_friendly_word_instead_of_a_result(given: dict[str, Answer]) -> None:
    root = page(given)
    assert not root.all("table")
    assert not root.all("svg")
    assert "Beginnen Sie mit dem Handlungsfeld, das Sie am besten kennen." in root.one(class_="result-empty").text


def test_notes_are_kept_even_where_nothing_is_answered_yet() -> None:
    root = page({"beschluss": Answer(State.OPEN, note="Frau Muster fragen.")})
    assert "Frau Muster fragen." in root.one("details", class_="result-notes").text


# Bad input

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}"


def test_what_a_person_typed_is_text_and_never_runs() -> None:
    links = ("javascript:alert(1)", " https://example.org", "HTTPS://example.org/\"onclick='x'", "")
    typed = {
        "beschluss": Answer(State.ANSWERED, 1, note=HOSTILE, evidence=tuple(Evidence(HOSTILE, link) for link in links)),
        "bekanntheit": Answer(State.NOT_RESPONSIBLE, carrier=HOSTILE),
        "haushalt": Answer(State.NOT_APPLICABLE, reason=HOSTILE),
    }
    filled = replace(sheet(typed), office=HOSTILE, municipality=Municipality(HOSTILE, "gemeinde"))
    root, _ = shown(filled)
    assert {element.tag for element in root.all()}.isdisjoint({"script", "img"})
    assert root.text.count(HOSTILE) == 1 + len(links) + 2 + 2
    assert [a.attributes["href"] for a in root.all("a") if a.attributes["href"][0] not in "#."] == []
    assert all(link in root.text for link in links)
    assert not any(name.startswith("on") for element in root.all() for name in element.attributes)


# The same templates in the browser


def test_the_view_works_from_a_zip_as_in_the_browser_s_bundle(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        for path in sorted((PLUGINS / "selfcheck_site" / "views").rglob("*")):
            if path.suffix in {".py", ".html"}:
                archive.write(path, path.relative_to(PLUGINS))
        archive.write(PLUGINS / "selfcheck_site" / "__init__.py", "selfcheck_site/__init__.py")
    program = (
        f"import sys; sys.path.insert(0, {str(bundle)!r})\n"
        "from selfcheck_site.views import result\n"
        "from selfcheck_site.views.rendering import environment\n"
        "print(result.__file__, len(environment().get_template('result.html').blocks))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith(str(bundle))
