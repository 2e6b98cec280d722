"""The rule for the size of the Kurzform: what it leaves each type of municipality to be scored in each field."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from editorial.entries import Entry
from editorial.findings import Finding, Place, Severity
from selfcheck_site.draft import Draft, exact, named, questions_of
from selfcheck_site.integrity import limits_in_wrong_order
from selfcheck_site.rules import QuestionnaireRule

_MORE = "Setzen Sie bei einer weiteren Frage dieses Handlungsfelds, die für alle zählt, „kurzform: ja“."
_LESS = "Setzen Sie bei einer Frage dieses Handlungsfelds „kurzform: nein“."
_NEW = "Schreiben Sie eine Frage, die auch für sie zählt. Die vorhandenen Fragen reichen dafür nicht."


def check_short_form(draft: Draft) -> Iterator[Finding]:
    """Yield the fields whose Kurzform is shorter or longer for some type of municipality than katalog.yaml wants it."""
    wanted = draft.catalogue.entry("kurzform") if draft.catalogue else None
    least, most = (wanted.value(key) if wanted else None for key in ("mindestens", "hoechstens"))
    if not least or not most:
        return
    if wrong := tuple(limits_in_wrong_order(least, most)):
        yield from wrong
        return
    limits = range(int(exact(least)), int(exact(most)) + 1)
    types = _types(draft.catalogue)
    for file, field in draft.readable:
        questions = questions_of(field)
        if all(question.value("kurzform") for question in questions):
            yield from _problems(Place(file), field, questions, types, limits)


def _types(catalogue: Entry | None) -> Sequence[tuple[str, str]]:
    """Return id and title of the types of municipality that could be read."""
    pairs = ((e.value("kennung"), e.value("titel")) for e in (catalogue.entries("kommunentypen") if catalogue else ()))
    return [(str(slug.content), str(title.content)) for slug, title in pairs if slug and title]


def _problems(
    place: Place, field: Entry, questions: Sequence[Entry], types: Sequence[tuple[str, str]], limits: range
) -> Iterator[Finding]:
    sizes = [(_size(questions, slug, short=True), _size(questions, slug, short=False), title) for slug, title in types]
    wrong = sorted(size for size in sizes if size[0] not in limits)
    for (short, everything), group in groupby(wrong, key=lambda size: size[:2]):
        titles = [title for _, _, title in group]
        yield _problem(place, field, titles, (short, everything), limits)


def _size(questions: Sequence[Entry], kind: str, *, short: bool) -> int:
    """Return how many questions are scored for this type of municipality, in the Kurzform or in the Langform."""
    asked = [question for question in questions if not short or _is_short(question)]
    return sum(kind not in _excused(question) for question in asked)


def _excused(question: Entry) -> frozenset[str]:
    """Return the types of municipality that are not in charge of what a question asks."""
    values = (entry.value("kommunentyp") for entry in question.entries("nicht-zustaendig"))
    return frozenset(str(value.content) for value in values if value)


def _is_short(question: Entry) -> bool:
    value = question.value("kurzform")
    return value is not None and value.content is True


def _problem(place: Place, field: Entry, titles: list[str], sizes: tuple[int, int], limits: range) -> Finding:
    short, everything = sizes
    least, most = limits[0], limits[-1]
    whom = " und ".join(f"„{title}“" for title in titles)
    message = (
        f"Die Kurzform des Handlungsfelds{named(field)} hat für {whom} {_counted(short)}, die zählen. "
        f"In katalog.yaml stehen {least} bis {most}."
    )
    if short > most:
        return Finding(QuestionnaireRule.SHORT_FORM_SIZE, place, message, _LESS)
    if everything >= least:
        return Finding(QuestionnaireRule.SHORT_FORM_SIZE, place, message, _MORE)
    return Finding(QuestionnaireRule.SHORT_FORM_SIZE, place, message, _NEW, Severity.WARNING)


def _counted(number: int) -> str:
    return {0: "keine Frage", 1: "nur eine Frage"}.get(number, f"{number} Fragen")
