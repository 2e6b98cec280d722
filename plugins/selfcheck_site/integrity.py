"""The rules that hold for the questionnaire as a whole. Each is a function that yields what breaks it.

What the field tables have already reported is missing from the entries; no rule reports it a second time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from editorial.entries import Entry, Value
from editorial.findings import Finding, Place, did_you_mean, excerpt, listing
from editorial.rules import ReadingRule
from selfcheck_core.catalogue import RUNG_COUNT, Dimension
from selfcheck_site.changes import check_ids, check_rung_mappings, check_versions
from selfcheck_site.draft import Draft, exact, explained_value, field_file, named, questions_of
from selfcheck_site.folder import CATALOGUE_FILE, FIELD_FOLDER
from selfcheck_site.rules import QuestionnaireRule
from selfcheck_site.views.wording import counted

_DIMENSIONS = {Dimension.POLICY: "regelung", Dimension.PRACTICE: "praxis"}
_LEAST_SUGGESTIONS = 2
# What the questionnaire's page calls its own places: `#QUESTION` would lead there instead of to the question.
_RESERVED_IDS = (
    "start",
    "uebersicht",
    "thema",
    "antworten",
    "ergebnis",
    "selbstcheck",
    "fragebogen",
    "inhalt",
    "hauptmenue",
)
_RESERVED_BEGINNINGS = ("selbstcheck-", "antworten-", "ergebnis-")


def check(draft: Draft) -> Iterator[Finding]:
    """Yield the findings of every rule."""
    for rule in _RULES:
        yield from rule(draft)


def is_reserved(name: str) -> bool:
    """Tell whether the questionnaire's page needs this id for itself."""
    return name in _RESERVED_IDS or name.startswith(_RESERVED_BEGINNINGS)


def _ids_are_free(draft: Draft) -> Iterator[Finding]:
    for value in (entry.value("kennung") for entry in _places_of_the_page(draft)):
        if value and is_reserved(str(value.content)):
            message = f"Die Kennung {excerpt(str(value.content))} braucht die Seite mit dem Fragebogen für sich selbst."
            remedy = (
                f"Wählen Sie eine andere Kennung. Nicht möglich sind {', '.join(_RESERVED_IDS)} "
                f"und alles, was mit {listing(_RESERVED_BEGINNINGS)} beginnt."
            )
            yield Finding(QuestionnaireRule.RESERVED_ID, value.place, message, remedy)


def _ids_are_unique(draft: Draft) -> Iterator[Finding]:
    # One page holds them all, and an id must name one place of it.
    yield from _doubled_ids(_places_of_the_page(draft))
    for key in ("reifegrade", "kommunentypen", "perspektiven"):
        yield from _doubled_ids(draft.catalogue.entries(key) if draft.catalogue else ())


def _places_of_the_page(draft: Draft) -> list[Entry]:
    fields = [field for _, field in draft.readable]
    themes = (theme for field in fields for theme in field.entries("themen"))
    return [*fields, *themes, *draft.questions, *draft.question_sets, *draft.mirror_questions]


def _doubled_ids(entries: Iterable[Entry]) -> Iterator[Finding]:
    for first, second in _doubles(entry.value("kennung") for entry in entries):
        earlier = f"{first.place.file}, Zeile {first.place.line}"
        message = f"Die Kennung {excerpt(str(second.content))} ist schon vergeben: {earlier}."
        remedy = (
            "Geben Sie dem neueren Eintrag eine eigene Kennung. Die ältere bleibt, denn gespeicherte Bögen nennen sie."
        )
        yield Finding(ReadingRule.DOUBLED_ID, second.place, message, remedy)


def _list_items_are_unique(draft: Draft) -> Iterator[Finding]:
    lists = [draft.catalogue.texts("handlungsfelder")] if draft.catalogue else []
    for question in draft.questions:
        types = [entry.value("kommunentyp") for entry in question.entries("nicht-zustaendig")]
        lists += [question.texts("wer-weiss-es"), question.texts("stufen"), tuple(value for value in types if value)]
        lists += [suggestion.texts("verweise") for suggestion in question.entries("anregungen")]
    for values in lists:
        for first, second in _doubles(values):
            message = (
                f"{excerpt(str(second.content))} steht zweimal in derselben Liste, schon in Zeile {first.place.line}."
            )
            yield Finding(
                ReadingRule.DOUBLED_ITEM, second.place, message, "Ändern oder löschen Sie einen der beiden Einträge."
            )


def _doubles(values: Iterable[Value | None]) -> Iterator[tuple[Value, Value]]:
    seen: dict[object, Value] = {}
    for value in values:
        if value and (first := seen.setdefault(value.content, value)) is not value:
            yield first, value


def _ids_name_their_files(draft: Draft) -> Iterator[Finding]:
    for file, field in draft.readable:
        value = field.value("kennung")
        if value and file != field_file(str(value.content)):
            message = f"Die Kennung {excerpt(str(value.content))} passt nicht zum Namen der Datei, {file}."
            remedy = f"Nennen Sie die Datei „{value.content}.yaml“ oder ändern Sie die Kennung."
            yield Finding(QuestionnaireRule.FILE_NAME, value.place, message, remedy)


def _files_are_listed(draft: Draft) -> Iterator[Finding]:
    listed = _listed_files(draft)
    for file in draft.fields:
        if listed and file not in listed:
            message = f"Dieses Handlungsfeld steht nicht in {CATALOGUE_FILE} und wird deshalb nicht gezeigt."
            remedy = (
                f"Tragen Sie die Kennung in {CATALOGUE_FILE} unter „handlungsfelder“ ein oder löschen Sie die Datei."
            )
            yield Finding(QuestionnaireRule.FILE_WITHOUT_FIELD, Place(file), message, remedy)


def _listed_fields_have_files(draft: Draft) -> Iterator[Finding]:
    listed = _listed_files(draft)
    unlisted = [_field_id(file) for file in draft.fields if file not in listed]
    for file, value in listed.items():
        if file not in draft.fields:
            near = did_you_mean(str(value.content), unlisted)
            remedy = f"Meinten Sie „{near}“?" if near else "Legen Sie die Datei an oder löschen Sie den Eintrag."
            yield Finding(QuestionnaireRule.FIELD_WITHOUT_FILE, value.place, f"Die Datei {file} gibt es nicht.", remedy)


def _listed_files(draft: Draft) -> Mapping[str, Value]:
    listed = draft.catalogue.texts("handlungsfelder") if draft.catalogue else ()
    return {field_file(str(value.content)): value for value in listed}


def _field_id(file: str) -> str:
    return file.removeprefix(f"{FIELD_FOLDER}/").removesuffix(".yaml")


def _questions_have_four_rungs(draft: Draft) -> Iterator[Finding]:
    for question in draft.questions:
        yield from too_few_or_many_rungs(question, "Frage")


def too_few_or_many_rungs(question: Entry, kind: str) -> Iterator[Finding]:
    """Yield a finding where a question has not its four rungs; `kind` is what it is called."""
    count = question.items("stufen").length
    if count and count != RUNG_COUNT:
        message = f"Die {kind}{named(question)} hat {counted(count, 'Stufe', 'Stufen')}."
        remedy = "Beschreiben Sie genau vier Stufen, von 0 (nichts davon) bis 3."
        yield Finding(QuestionnaireRule.RUNG_COUNT, question.items("stufen").place, message, remedy)


def limits_in_wrong_order(least: Value, most: Value) -> Iterator[Finding]:
    """Yield a finding where the smaller of two limits is the larger."""
    if exact(least) > exact(most):
        message = f"„mindestens“ ({least.content}) ist größer als „hoechstens“ ({most.content})."
        yield Finding(QuestionnaireRule.LIMITS, most.place, message, "Ändern Sie einen der beiden Werte.")


def _questions_have_suggestions(draft: Draft) -> Iterator[Finding]:
    for question in draft.questions:
        if question.items("anregungen").length in range(1, _LEAST_SUGGESTIONS):
            message = f"Die Frage{named(question)} hat nur eine Anregung."
            remedy = "Ergänzen Sie eine zweite, zum Beispiel eine mit „bis-stufe: 1“ und eine mit „bis-stufe: 2“."
            yield Finding(QuestionnaireRule.SUGGESTION_COUNT, question.items("anregungen").place, message, remedy)


def _fields_ask_for_both_dimensions(draft: Draft) -> Iterator[Finding]:
    for file, field in draft.readable:
        found = [question.value("dimension") for question in questions_of(field)]
        missing = [
            word for kind, word in _DIMENSIONS.items() if kind not in {value.content for value in found if value}
        ]
        if found and None not in found and missing:
            message = f"Im Handlungsfeld{named(field)} fragt keine Frage nach der Dimension {listing(missing)}."
            remedy = "Ergänzen Sie eine solche Frage. Erst beide zusammen zeigen, ob Beschlossenes auch gelebt wird."
            yield Finding(QuestionnaireRule.DIMENSION_MISSING, Place(file), message, remedy)


def _fields_appear_in_the_short_form(draft: Draft) -> Iterator[Finding]:
    for file, field in draft.readable:
        found = [question.value("kurzform") for question in questions_of(field)]
        if found and all(value and value.content is False for value in found):
            message = f"Im Handlungsfeld{named(field)} gehört keine Frage zur Kurzform."
            remedy = "Setzen Sie bei etwa drei Fragen „kurzform: ja“."
            yield Finding(QuestionnaireRule.SHORT_FORM_MISSING, Place(file), message, remedy)


def _municipality_types_are_known(draft: Draft) -> Iterator[Finding]:
    types = draft.catalogue.entries("kommunentypen") if draft.catalogue else ()
    known = [str(value.content) for entry in types if (value := entry.value("kennung"))]
    named = [entry.value("kommunentyp") for q in draft.questions for entry in q.entries("nicht-zustaendig")]
    for value in named:
        if value and known and value.content not in known:
            near = did_you_mean(str(value.content), known)
            remedy = f"Meinten Sie „{near}“?" if near else f"Möglich sind: {', '.join(known)}."
            message = f"Den Kommunentyp {excerpt(str(value.content))} gibt es in {CATALOGUE_FILE} nicht."
            yield Finding(QuestionnaireRule.UNKNOWN_MUNICIPALITY_TYPE, value.place, message, remedy)


def _levels_ascend_from_zero(draft: Draft) -> Iterator[Finding]:
    levels = draft.catalogue.entries("reifegrade") if draft.catalogue else ()
    starts = [value for level in levels if (value := level.value("ab"))]
    remedy = (
        'Ordnen Sie die Reifegrade aufsteigend. Der erste gilt ab "0", alle weiteren ab einem höheren Wert bis "1".'
    )
    if starts and len(starts) == len(levels) and exact(starts[0]) != 0:
        message = f"Der erste Reifegrad gilt erst ab {starts[0].content}. Für kleinere Werte gäbe es keinen."
        yield Finding(QuestionnaireRule.LEVEL_ORDER, starts[0].place, message, remedy)
    for earlier, later in pairwise(starts):
        if exact(later) <= exact(earlier):
            message = f"Dieser Reifegrad gilt ab {later.content}, der vorige schon ab {earlier.content}."
            yield Finding(QuestionnaireRule.LEVEL_ORDER, later.place, message, remedy)
    for start in starts:
        if exact(start) > 1:
            message = f"Dieser Reifegrad gilt ab {start.content}. Mehr als 1 ist nicht erreichbar."
            yield Finding(QuestionnaireRule.LEVEL_ORDER, start.place, message, remedy)


def _limits_are_in_order(draft: Draft) -> Iterator[Finding]:
    catalogue = draft.catalogue
    coverage = catalogue.entry("abdeckung") if catalogue else None
    none, tentative = (explained_value(coverage, key) for key in ("keine-einstufung-unter", "vorlaeufig-unter"))
    warning = explained_value(catalogue, "hinweis-entfaellt-ueber")
    for value in (none, tentative, warning):
        if value and not 0 < exact(value) <= 1:
            message = f"{value.content} ist kein Anteil."
            yield Finding(
                QuestionnaireRule.LIMITS, value.place, message, 'Nennen Sie einen Wert über 0 bis höchstens "1".'
            )
    if none and tentative and exact(none) >= exact(tentative):
        message = (
            f"„keine-einstufung-unter“ ({none.content}) muss kleiner sein als „vorlaeufig-unter“ ({tentative.content})."
        )
        yield Finding(QuestionnaireRule.LIMITS, tentative.place, message, "Ändern Sie einen der beiden Werte.")


def _weights_are_positive(draft: Draft) -> Iterator[Finding]:
    own = (question.value("gewicht") for question in draft.questions)
    for value in (explained_value(draft.catalogue, "gewicht"), *own):
        if value and exact(value) == 0:
            remedy = "Nennen Sie eine Zahl über 0 oder löschen Sie die Frage."
            yield Finding(QuestionnaireRule.WEIGHT, value.place, "Mit dem Gewicht 0 zählt eine Frage nie.", remedy)


def _versions_and_mappings_are_complete(draft: Draft) -> Iterator[Finding]:
    if draft.changes:
        current = draft.catalogue.value("fassung") if draft.catalogue else None
        yield from check_versions(draft.changes, current)
        yield from check_rung_mappings(draft.changes)


def _changes_lead_to_what_there_is(draft: Draft) -> Iterator[Finding]:
    # Where a file or an id could not be read, its ids would seem to be missing.
    everything_read = len(draft.readable) == len(draft.fields) and len(draft.readable_mirrors) == len(draft.mirrors)
    if draft.changes and everything_read:
        yield from check_ids(draft.changes, _places(_places_of_the_page(draft)))


def _places(entries: Iterable[Entry]) -> Mapping[str, Place]:
    return {str(value.content): value.place for entry in entries if (value := entry.value("kennung"))}


_RULES: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    _ids_are_unique,
    _ids_are_free,
    _list_items_are_unique,
    _ids_name_their_files,
    _files_are_listed,
    _listed_fields_have_files,
    _questions_have_four_rungs,
    _questions_have_suggestions,
    _fields_ask_for_both_dimensions,
    _fields_appear_in_the_short_form,
    _municipality_types_are_known,
    _levels_ascend_from_zero,
    _limits_are_in_order,
    _weights_are_positive,
    _versions_and_mappings_are_complete,
    _changes_lead_to_what_there_is,
)
