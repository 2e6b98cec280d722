"""The form that the build writes: complete, unfilled, harmless and well formed for any catalogue."""

from dataclasses import dataclass, field
from fractions import Fraction
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from jinja2 import UndefinedError

from selfcheck_core.catalogue import (
    Catalogue,
    CoverageLimits,
    Dimension,
    Field,
    Level,
    MunicipalityType,
    NotResponsible,
    Perspective,
    Question,
    Theme,
)
from selfcheck_core.plain_text import INVISIBLE
from selfcheck_core.web_address import WEB_ADDRESS
from selfcheck_site.views.places import field_place, question_place
from selfcheck_site.views.questionnaire import questionnaire, scope_form

ASSETS = {
    "arrival": "../a/arrival.js",
    "main": "../a/main.js",
    "main-integrity": "sha256-main",
    "sums": "worker.js sha256-worker",
    "worker": "../a/worker.js",
    "pyodide": "../p/",
    "bundle": "../b.zip",
    "bytes-wasm": "900",
    "bytes-bundle": "300",
}
HOSTILE = """<script>alert(1)</script> " onclick="alert(2)" ' & <img src=x onerror=alert(3)>"""
CHOICES = ["0", "1", "2", "3", "unknown", "not-responsible", "not-applicable"]
VOID = {"input", "link", "meta", "br", "img", "hr"}
# What closes a paragraph by itself, so that the browser's tree would be another one than the template's.
NOT_IN_PARAGRAPH = {"p", "ul", "ol", "div", "section", "fieldset", "h2", "h3", "h4", "form", "dialog", "li"}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str | None]
    within: tuple["Element", ...]
    text: str = ""


@dataclass(slots=True)
class Page(HTMLParser):
    """The fragment's elements in order; fails on a tag that is closed out of turn or never."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = {element.tag for element in self.open}
        assert not ("p" in inside and tag in NOT_IN_PARAGRAPH), f"<{tag}> inside <p>"
        assert not (tag in {"form", "button", "a", "label"} and tag in inside), f"<{tag}> inside <{tag}>"
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice in {self.get_starttag_text()}"
        element = Element(tag, dict(attrs), tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag, f"</{tag}> out of turn"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def by_id(self, name: str) -> Element:
        (found,) = [element for element in self.elements if element.attributes.get("id") == name]
        return found


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open, f"never closed: {[element.tag for element in page.open]}"
    return page


def a_question(name: str, text: str = "Gibt es das?", *, short_form: bool = True) -> Question:
    return Question(
        id=name,
        dimension=Dimension.POLICY,
        short_form=short_form,
        weight=Fraction(1),
        text=text,
        why=f"Darum: {text}",
        known_by=("Hauptamt",),
        rungs=("gar nicht", "ein wenig", "schon viel", text),
        not_responsible=(NotResponsible("gemeinde", "Landkreis"),) if name == "a-eins" else (),
        suggestions=(),
    )


def a_catalogue(*fields: tuple[str, tuple[Question, ...]]) -> Catalogue:
    return Catalogue(
        id="probe",
        version="1",
        digest="sha256:00",
        texts_digest="sha256:01",
        title="Probe",
        levels=(Level("unten", "unten", Fraction(0)),),
        coverage=CoverageLimits(Fraction(1, 2), Fraction(4, 5), firm_from_answers=4),
        not_applicable_warning_above=Fraction(1, 4),
        municipality_types=(MunicipalityType("gemeinde", "Gemeinde"), MunicipalityType("kreis", "Landkreis")),
        perspectives=(Perspective("verwaltung", "Verwaltung"),),
        fields=tuple(
            Field(name, f"Feld {name}", "Worum es geht.", (Theme(f"{name}-thema", "Thema", questions),))
            for name, questions in fields
        ),
    )


CATALOGUE = a_catalogue(
    ("feld-a", (a_question("a-eins"), a_question("a-zwei", HOSTILE))),
    ("feld-b", (a_question("b-eins"),)),
)


@pytest.fixture(scope="module")
def html() -> str:
    return questionnaire(CATALOGUE, ASSETS)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return read(html)


def test_every_field_is_a_section_and_every_question_a_fieldset_inside_it(page: Page) -> None:
    for field_ in CATALOGUE.fields:
        for question in field_.questions:
            fieldset = page.by_id(question_place(question.id))
            assert fieldset.tag == "fieldset"
            assert page.by_id(field_place(field_.id)) in fieldset.within
            assert page.by_id(field_place(field_.id)).tag == "section"


@pytest.mark.parametrize("question", CATALOGUE.questions(), ids=lambda question: question.id)
def test_every_question_offers_the_same_seven_answers(page: Page, question: Question) -> None:
    fieldset = page.by_id(question_place(question.id))
    radios = [e for e in page.all("input") if fieldset in e.within and e.attributes["type"] == "radio"]
    assert [radio.attributes["value"] for radio in radios] == CHOICES
    (name,) = {radio.attributes["name"] for radio in radios}
    assert [e for e in page.all("input") if e.attributes.get("name") == name] == radios


@pytest.mark.parametrize("question", CATALOGUE.questions(), ids=lambda question: question.id)
def test_a_question_says_everything_a_person_on_paper_needs(page: Page, question: Question) -> None:
    text = " ".join(page.by_id(question_place(question.id)).text.split())
    words = [question.text, question.why, *question.rungs, *question.known_by, "Warum wir das fragen", "Weiß nicht"]
    words += ["Welche Stelle ist zuständig?", "Warum entfällt die Frage?", "Notiz", "Nachweis"]
    assert [word for word in words if word not in text] == []


def test_nothing_is_answered_beforehand_but_how_much_is_asked(page: Page) -> None:
    chosen = [e for e in page.elements if {"checked", "selected"} & e.attributes.keys()]
    filled = [e for e in chosen if e.attributes["name"] != "selbstcheck.form"]
    typed = [e for e in page.all("input") if e.attributes.get("type") != "radio" and e.attributes.get("value")]
    assert (filled, typed, [e.text for e in page.all("textarea") if e.text]) == ([], [], [])


def test_what_editors_write_never_becomes_markup(html: str, page: Page) -> None:
    assert [script.attributes for script in page.all("script")] == [
        {"defer": None, "src": ASSETS["arrival"]},
        {"type": "module", "src": ASSETS["main"], "integrity": ASSETS["main-integrity"]},
    ]
    assert page.all("img") == []
    assert HOSTILE in page.by_id("frage.a-zwei").text
    assert "<script>alert" not in html


def test_the_strict_policy_lets_everything_through(page: Page) -> None:
    """No inline style, no handler attribute, no script in the page itself: all of them are forbidden."""
    refused = [
        (e.tag, name) for e in page.elements for name in e.attributes if name == "style" or name.startswith("on")
    ]
    assert (refused, page.all("style")) == ([], [])
    assert all("src" in script.attributes and not script.text for script in page.all("script"))


def test_ids_are_unique_and_every_reference_leads_to_one(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in page.elements:
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "data-go"):
            assert set((element.attributes.get(name) or "").split()) <= set(ids), (element.tag, name)
        if element.tag == "a":
            assert (element.attributes["href"] or "").removeprefix("#") in ids


def test_every_control_has_a_label(page: Page) -> None:
    labelled = {label.attributes["for"] for label in page.all("label")}
    controls = page.all("input") + page.all("textarea")
    assert [e.attributes for e in controls if e.attributes.get("id") not in labelled] == []


def test_headings_begin_at_the_second_level_and_skip_none(page: Page) -> None:
    levels = [int(e.tag[1]) for e in page.elements if e.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert levels[0] == 2
    assert min(levels) == 2
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_what_only_works_with_script_stays_hidden_without_it(page: Page) -> None:
    def is_hidden(element: Element) -> bool:
        return any("hidden" in e.attributes or e.tag == "dialog" for e in (element, *element.within))

    working = page.all("button") + [e for e in page.all("input") if e.attributes.get("type") == "file"]
    assert [e.attributes for e in working if not is_hidden(e)] == []
    assert is_hidden(page.by_id("ergebnis-inhalt"))


def test_the_form_says_that_a_kurzform_that_asks_too_little_is_tentative_at_best() -> None:
    questions = (a_question("frage-kurz"), a_question("frage-lang", short_form=False))
    form = questionnaire(a_catalogue(("feld-x", questions)), ASSETS)
    assert "Das Ergebnis der Kurzform ist höchstens vorläufig" in form


def test_the_form_names_its_catalogue_and_what_the_script_loads(page: Page) -> None:
    form = page.by_id("selbstcheck").attributes
    assert {name.removeprefix("data-"): value for name, value in form.items() if name.startswith("data-")} == {
        "catalogue-id": "probe",
        "catalogue-version": "1",
        "catalogue-digest": "sha256:00",
        "scope-form": "short",
        "web-address": WEB_ADDRESS,
        "invisible": INVISIBLE,
        **{name: value for name, value in ASSETS.items() if name not in {"arrival", "main", "main-integrity"}},
    }
    assert {"action", "method"} & form.keys() == set()


def test_a_carrier_stands_beside_the_municipality_type_it_belongs_to(page: Page) -> None:
    carriers = [e for e in page.elements if "data-carrier" in e.attributes]
    assert [(e.attributes["data-municipality-type"], e.attributes["data-carrier"], e.text) for e in carriers] == [
        ("gemeinde", "Landkreis", "„Gemeinde“: Landkreis")
    ]
    assert page.by_id("frage.a-eins") in carriers[0].within


def test_one_way_on_serves_every_field(page: Page) -> None:
    ways = [
        (button.text, button.attributes.get("data-action") or button.attributes["data-go"])
        for button in page.all("button")
        if any("sc-on" in str(each.attributes.get("class")).split() for each in button.within)
    ]
    assert ways == [
        ("Zurück", "back"),
        ("Weiter", "on"),
        ("Ergebnis ansehen", "ergebnis"),
        ("", "return"),
        ("Nächste offene Frage", "next-open"),
        ("Eine Frage je Bildschirm", "pace"),
    ]


@pytest.mark.parametrize(("short_form", "scope"), [(True, "short"), (False, "full")])
def test_a_form_of_short_questions_only_has_the_short_scope(short_form: bool, scope: str) -> None:
    questions = (a_question("x-eins"), a_question("x-zwei", short_form=short_form))
    assert scope_form(a_catalogue(("feld-x", questions))) == scope


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_left_out_is_an_error_at_once(name: str) -> None:
    with pytest.raises(UndefinedError):
        questionnaire(CATALOGUE, {other: value for other, value in ASSETS.items() if other != name})


@pytest.mark.parametrize(("both", "promised"), [(True, "die Fragen der gewählten Form"), (False, "alle Fragen")])
def test_the_paper_form_promises_no_more_questions_than_are_printed(both: bool, promised: str) -> None:
    questions = (a_question("x-eins"), a_question("x-zwei", short_form=not both))
    form = questionnaire(a_catalogue(("feld-x", questions)), ASSETS)
    assert f"Der Papierbogen enthält {promised} zum Ankreuzen." in form
