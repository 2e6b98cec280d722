"""Catalogues and sheets of any shape, for properties of the arithmetic."""

from fractions import Fraction

from hypothesis import strategies as st

from core.catalogues import question, suggestion
from selfcheck_core.catalogue import (
    Catalogue,
    CoverageLimits,
    Dimension,
    Field,
    Level,
    MunicipalityType,
    Perspective,
    Question,
    Theme,
)
from selfcheck_core.catalogue_json import seal
from selfcheck_core.sheet import Answer, CatalogueRef, Evidence, Municipality, Scope, Sheet, State

shares = st.integers(0, 12).map(lambda part: Fraction(part, 12))
weights = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(2, 3), Fraction(5, 4), Fraction(3)])
rungs = st.integers(0, 3)
words = st.sampled_from(["", "Straße", "„Ort“ & <b>Zeit</b>", "__proto__"])
notes = st.sampled_from(["", "Zeile 1\nZeile 2\t✓", "👩🏽‍💻 <script>alert(1)</script>", '"\\', "א ب"])


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    starts = sorted({Fraction(0), *draw(st.lists(shares, max_size=4))})
    limits = sorted(draw(st.tuples(shares, shares)))
    return seal(
        Catalogue(
            id="zufall",
            version="1",
            digest="",
            texts_digest="",
            title=draw(words),
            levels=tuple(Level(f"stand-{number}", draw(words), start) for number, start in enumerate(starts)),
            coverage=CoverageLimits(*limits, draw(st.integers(1, 5))),
            not_applicable_warning_above=draw(shares),
            municipality_types=(MunicipalityType("stadt", "Stadt"),),
            perspectives=(Perspective("verwaltung", "Verwaltung"), Perspective("politik", "Politik")),
            fields=tuple(_field(draw, f"feld-{number}") for number in range(draw(st.integers(1, 3)))),
        )
    )


def _field(draw: st.DrawFn, field_id: str) -> Field:
    themes = tuple(_theme(draw, f"{field_id}-{number}") for number in range(draw(st.integers(1, 3))))
    return Field(field_id, field_id, draw(words), themes)


def _theme(draw: st.DrawFn, theme_id: str) -> Theme:
    questions = tuple(_question(draw, f"{theme_id}-{number}") for number in range(draw(st.integers(1, 3))))
    return Theme(theme_id, theme_id, questions)


def _question(draw: st.DrawFn, question_id: str) -> Question:
    return question(
        question_id,
        draw(words),
        draw(st.sampled_from(Dimension)),
        draw(weights),
        short_form=draw(st.booleans()),
        suggestions=tuple(suggestion(up_to, "Ein Schritt.") for up_to in draw(st.lists(rungs, max_size=3))),
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    state = draw(st.sampled_from(State))
    evidence = st.builds(Evidence, notes.filter(bool), st.sampled_from(["", "https://example.org/a?b=1#c"]))
    return Answer(
        state=state,
        rung=draw(rungs) if state is State.ANSWERED else None,
        carrier=draw(notes) if state is State.NOT_RESPONSIBLE else "",
        reason=draw(notes) if state is State.NOT_APPLICABLE else "",
        preset=state is State.NOT_RESPONSIBLE and draw(st.booleans()),
        note=draw(notes),
        evidence=tuple(draw(st.lists(evidence, max_size=2))),
    )


@st.composite
def sheets(draw: st.DrawFn, catalogue: Catalogue) -> Sheet:
    given = {q.id: draw(st.none() | answers()) for q in catalogue.questions()}
    return Sheet(
        catalogue=CatalogueRef.of(catalogue),
        scope=_scope(draw, catalogue),
        id=draw(words),
        perspective=draw(st.sampled_from(["", "verwaltung", "politik"])),
        office=draw(notes),
        date=draw(st.sampled_from(["", "2026-05-31", "2024-02-29"])),
        municipality=Municipality(draw(notes), draw(st.sampled_from(["", "stadt"]))),
        answers={
            question_id: answer
            for question_id, answer in given.items()
            if answer is not None and answer != Answer(State.OPEN)
        },
    )


def _scope(draw: st.DrawFn, catalogue: Catalogue) -> Scope:
    chosen = draw(st.sets(st.sampled_from([field.id for field in catalogue.fields])))
    fields = tuple(field.id for field in catalogue.fields if field.id in chosen)
    return Scope(draw(st.sampled_from(["short", "full"])), fields or None)


@st.composite
def filled(draw: st.DrawFn) -> tuple[Catalogue, Sheet]:
    """Return a catalogue and a sheet on it."""
    catalogue = draw(catalogues())
    return catalogue, draw(sheets(catalogue))
