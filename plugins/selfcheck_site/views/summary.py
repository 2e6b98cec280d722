"""What a result says in a few sentences and steps, by rules that a reader can check against the table.

Only what the ranges allow is said: a field is furthest where its low end lies highest, since so much is certain
whatever the missing answers turn out to be; it needs most where its high end lies lowest, since more is not possible.
Where another field's range reaches past that end, the sentence says „nach den bisherigen Antworten“. Fields without a
level take part in neither.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from selfcheck_core.catalogue import Effort, Field, Question, Suggestion
from selfcheck_core.report import Confidence, FieldReport
from selfcheck_core.subjects import SheetResult
from selfcheck_site.views import wording
from selfcheck_site.views.sides import Sides

# Whoever has one minute asks for one field and one beginning; of more than two that lie level, one is named.
_NAMED_FIELDS = 2
_FIRST_STEPS = 3
_EFFORTS = tuple(Effort)
_OVERVIEW = "ergebnis-uebersicht"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; ``place`` is the id of what bears it out in the result, or empty."""

    text: str
    place: str = ""


Sentence = tuple[Piece, ...]
"""One sentence; at least one of its parts has a place."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A suggestion to begin with, and the question and field it belongs to."""

    field: Field
    question: Question
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class _Standing:
    """A field that has a level, with the value of its answers and both ends of its range."""

    field: Field
    report: FieldReport
    low: Fraction
    point: Fraction
    high: Fraction


def sentences(subject: SheetResult) -> tuple[Sentence, ...]:
    """Return what carries most, what needs most, what has no level, where Regelung and Praxis differ, how sure this is.

    A sentence for which there is nothing to say is left out; the last one always stands.
    """
    standings = tuple(_standings(subject))
    ranking = _furthest_and_neediest(subject, standings)
    return (*ranking, *_without_a_level(subject, standings), *_widest_gap(subject), _how_sure(subject))


def first_steps(subject: SheetResult) -> tuple[FirstStep, ...]:
    """Return the three steps to begin with, fewer where fewer apply.

    One from each of the fields that need most, first those whose value lies lowest, then those without a level; in
    a field the one that asks least: little effort, then no decision, then no money. Where that makes fewer than three,
    the next ones of the same fields follow.
    """
    by_field = [_steps_of(field, report) for field, report in _by_need(subject)]
    rounds = max(map(len, by_field), default=0)
    in_turn = [steps[place] for place in range(rounds) for steps in by_field if place < len(steps)]
    return tuple(in_turn[:_FIRST_STEPS])


def _fields(subject: SheetResult) -> Iterator[tuple[Field, FieldReport]]:
    fields = {field.id: field for field in subject.catalogue.fields}
    for report in subject.report.fields:
        yield fields[report.id], report


def _standings(subject: SheetResult) -> Iterator[_Standing]:
    for field, report in _fields(subject):
        low, point, high = report.measure.low, report.measure.point, report.measure.high
        if report.confidence is not Confidence.NONE and low is not None and point is not None and high is not None:
            yield _Standing(field, report, low, point, high)


def _without_a_level(subject: SheetResult, standings: Sequence[_Standing]) -> Iterator[Sentence]:
    """Yield which fields nobody can compare yet, where others are compared: one of them may need most."""
    unrated = [field for field, report in _fields(subject) if report.confidence is Confidence.NONE]
    if len(standings) < 2 or not unrated:
        return
    counted = "ist" if len(unrated) == 1 else f"sind {len(unrated)} Handlungsfelder, darunter"
    yield (
        Piece(f"Noch nicht eingestuft {counted} „"),
        Piece(unrated[0].title, f"ergebnis-feld-{unrated[0].id}"),
        Piece("“."),
    )


def _furthest_and_neediest(subject: SheetResult, standings: Sequence[_Standing]) -> Iterator[Sentence]:
    if not standings:
        yield (
            Piece("Für einen Reifegrad reichen die Antworten noch "),
            Piece("in keinem Handlungsfeld", _OVERVIEW),
            Piece("."),
        )
    elif len(standings) == 1:
        yield Piece("Eingestuft ist bisher nur "), *_named(subject, standings), Piece(".")
    elif len({each.point for each in standings}) == 1:
        yield _level(subject, standings)
    else:
        yield _furthest(subject, standings)
        yield _neediest(subject, standings)


def _level(subject: SheetResult, standings: Sequence[_Standing]) -> Sentence:
    levels = {wording.level_with_place(subject.catalogue, each.report) for each in standings}
    so_far = _so_far(len({(each.low, each.high) for each in standings}) == 1)
    level = f" ({levels.pop()})." if len(levels) == 1 else "."
    return Piece(f"Alle eingestuften Handlungsfelder liegen{so_far} "), Piece("gleichauf", _OVERVIEW), Piece(level)


def _furthest(subject: SheetResult, standings: Sequence[_Standing]) -> Sentence:
    # By the value that the picture shows as well; whether it stays so is for the ranges to tell.
    best = max(each.point for each in standings)
    found = [each for each in standings if each.point == best]
    so_far = _so_far(all(each in found or each.high <= min(one.low for one in found) for each in standings))
    many = len(found) > _NAMED_FIELDS
    verb = "ist" if len(found) == 1 else "sind"
    counted = f"{len(found)} Handlungsfelder, darunter " if many else ""
    return Piece(f"Am weitesten {verb}{so_far} {counted}"), *_named(subject, found[:1] if many else found), Piece(".")


def _neediest(subject: SheetResult, standings: Sequence[_Standing]) -> Sentence:
    least = min(each.point for each in standings)
    found = [each for each in standings if each.point == least]
    so_far = _so_far(all(each in found or each.low >= max(one.high for one in found) for each in standings))
    many = len(found) > _NAMED_FIELDS
    counted = f"in {len(found)} Handlungsfeldern, darunter " if many else "bei "
    named = _named(subject, found[:1] if many else found)
    return Piece(f"Am meisten zu tun bleibt{so_far} {counted}"), *named, Piece(".")


def _so_far(is_certain: bool) -> str:
    return "" if is_certain else " nach den bisherigen Antworten"


def _named(subject: SheetResult, standings: Sequence[_Standing]) -> Iterator[Piece]:
    for place, each in enumerate(standings):
        yield Piece(" und „" if place else "„")
        yield Piece(each.field.title, f"ergebnis-zeile-{each.field.id}")
        yield Piece(f"“ ({wording.level_with_place(subject.catalogue, each.report)})")


def _widest_gap(subject: SheetResult) -> Iterator[Sentence]:
    """Yield the widest certain gap between Regelung and Praxis, with the number of other fields that have one."""
    sides = [(field, Sides.of(subject, field, report)) for field, report in _fields(subject)]
    gaps = sorted((each for each in sides if each[1].gap), key=lambda each: -abs(each[1].gap))
    if not gaps:
        return
    (field, widest), *others = gaps
    places = wording.counted(len(others), "weiteren Handlungsfeld", "weiteren Handlungsfeldern")
    more = f" Auch in {places} gehen Regelung und Praxis auseinander." if others else ""
    yield Piece("„"), Piece(field.title, f"ergebnis-feld-{field.id}"), Piece(f"“: {widest.sentence}{more}")


def _how_sure(subject: SheetResult) -> Sentence:
    confidences = [report.confidence for report in subject.report.fields]
    firm = confidences.count(Confidence.FIRM)
    if firm == len(confidences):
        return Piece("Das ist "), Piece("in jedem Handlungsfeld", _OVERVIEW), Piece(" belastbar.")
    if confidences.count(Confidence.NONE) == len(confidences) and subject.report.clarifications:
        return tuple(_unanswered(len(subject.report.clarifications)))
    counted = f"in {firm} von {len(confidences)} Handlungsfeldern" if firm else "in keinem Handlungsfeld"
    return Piece("Belastbar ist das "), Piece(counted, _OVERVIEW), Piece(": "), *_why_not_firm(subject)


def _why_not_firm(subject: SheetResult) -> Iterator[Piece]:
    few = wording.counted(subject.catalogue.coverage.firm_from_answers, "Frage", "Fragen")
    if subject.sheet.scope.form == "short" and subject.catalogue.short_form_is_tentative():
        yield Piece(f"Die Kurzform stellt überall weniger als {few} und ist deshalb höchstens vorläufig.")
    elif unanswered := len(subject.report.clarifications):
        yield from _unanswered(unanswered)
    else:
        yield Piece(f"Anderswo sind weniger als {few} gewertet.")


def _unanswered(count: int) -> Iterator[Piece]:
    yield Piece(wording.counted(count, "Frage", "Fragen"), "ergebnis-klaerungen")
    yield Piece(f" {'ist' if count == 1 else 'sind'} noch offen oder mit „weiß nicht“ beantwortet.")


def _by_need(subject: SheetResult) -> list[tuple[Field, FieldReport]]:
    def need(item: tuple[Field, FieldReport]) -> tuple[bool, Fraction]:
        _, report = item
        point = report.measure.point
        return report.confidence is Confidence.NONE, Fraction(1) if point is None else point

    return sorted(_fields(subject), key=need)


def _steps_of(field: Field, report: FieldReport) -> list[FirstStep]:
    questions = {question.id: question for question in field.questions}
    found = [(questions[each.question], each.index) for each in report.suggestions]
    steps = [FirstStep(field, question, question.suggestions[index]) for question, index in found]
    return sorted(steps, key=lambda step: _asks(step.suggestion))


def _asks(suggestion: Suggestion) -> tuple[int, bool, bool]:
    return _EFFORTS.index(suggestion.effort), suggestion.needs_decision, not suggestion.free_of_charge
