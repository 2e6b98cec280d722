"""The content linter's rules of completeness: what is never shown, what nothing answers, what nobody argues for.

What breaks one can still be compiled, so each finding is a warning.
"""

from collections.abc import Callable, Iterator

from editorial.entries import Entry
from editorial.findings import Finding, Place, Severity
from selfcheck_core.catalogue import RUNG_COUNT, Dimension
from selfcheck_site.draft import Draft, exact, explained_value, named, questions_of
from selfcheck_site.rules import QuestionnaireRule

_HIGHEST_TRIGGER = RUNG_COUNT - 2


def find_gaps(draft: Draft) -> Iterator[Finding]:
    """Yield the findings of every rule."""
    for rule in _RULES:
        yield from rule(draft)


def _suggestions_have_triggers(draft: Draft) -> Iterator[Finding]:
    for question in draft.questions:
        reached = None
        for value in (entry.value("bis-stufe") for entry in question.entries("anregungen")):
            if value and reached is not None and exact(value) <= reached:
                message = f"Diese Anregung wird nie gezeigt: Bis Stufe {reached} gilt schon eine frühere."
                remedy = "Ordnen Sie die Anregungen aufsteigend nach „bis-stufe“ und vergeben Sie jede Stufe einmal."
                yield _warning(QuestionnaireRule.SUGGESTION_WITHOUT_TRIGGER, value.place, message, remedy)
            elif value:
                reached = exact(value)


def _triggers_have_suggestions(draft: Draft) -> Iterator[Finding]:
    for question in draft.questions:
        steps = [entry.value("bis-stufe") for entry in question.entries("anregungen")]
        read = [int(exact(value)) for value in steps if value]
        # With a single suggestion the second is missing, and that is reported already.
        if len(read) < max(2, question.items("anregungen").length) or max(read) >= _HIGHEST_TRIGGER:
            continue
        missing = " und ".join(str(rung) for rung in range(max(read) + 1, RUNG_COUNT - 1))
        message = f"Zu Stufe {missing} der Frage{named(question)} gibt es keine Anregung."
        remedy = (
            f"Ergänzen Sie eine Anregung mit „bis-stufe: {_HIGHEST_TRIGGER}“. Erst bei Stufe 3 ist nichts mehr zu tun."
        )
        yield _warning(
            QuestionnaireRule.TRIGGER_WITHOUT_SUGGESTION, question.items("anregungen").place, message, remedy
        )


def _themes_ask_for_practice(draft: Draft) -> Iterator[Finding]:
    """Leave alone what is a Kurzform throughout: it has one question a theme."""
    forms = [question.value("kurzform") for question in draft.questions]
    if not any(form and form.content is False for form in forms):
        return
    for _, field in draft.readable:
        if Dimension.PRACTICE not in _dimensions(questions_of(field)):
            continue  # reported for the field as a whole
        for theme in field.entries("themen"):
            found = _dimensions(theme.entries("fragen"))
            if found and found <= {Dimension.POLICY}:
                message = f"Im Thema{named(theme)} fragt keine Frage danach, was gelebt wird."
                remedy = "Ergänzen Sie eine Frage mit „dimension: praxis“."
                yield _warning(QuestionnaireRule.THEME_WITHOUT_PRACTICE, theme.place, message, remedy)


def _weights_are_argued(draft: Draft) -> Iterator[Finding]:
    usual = explained_value(draft.catalogue, "gewicht")
    for question in draft.questions:
        own = question.value("gewicht")
        if own and usual and own.content != usual.content and not question.value("gewicht-begruendung"):
            message = f"Die Frage{named(question)} zählt {own.content} statt {usual.content}. Nirgends steht, warum."
            remedy = "Ergänzen Sie „gewicht-begruendung:“. Der Text erscheint auf der Seite zur Methode."
            yield _warning(QuestionnaireRule.WEIGHT_WITHOUT_REASON, own.place, message, remedy)


def _warning(rule: QuestionnaireRule, place: Place, message: str, remedy: str) -> Finding:
    return Finding(rule, place, message, remedy, Severity.WARNING)


def _dimensions(questions: tuple[Entry, ...]) -> frozenset[object]:
    """Return the dimensions asked for; one that could not be read counts as None."""
    values = (question.value("dimension") for question in questions)
    return frozenset(value.content if value else None for value in values)


_RULES: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    _suggestions_have_triggers,
    _triggers_have_suggestions,
    _themes_ask_for_practice,
    _weights_are_argued,
)
