"""The rules that hold for the questionnaire as a whole. Each is a function that yields what breaks it.

What the field tables have already reported is missing from the entries; no rule reports it a second time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from selfcheck_core.catalogue import RUNG_COUNT, Dimension
from selfcheck_site.changes import check_ids, check_rung_mappings, check_versions
from selfcheck_site.entries import Entry, Value
from selfcheck_site.findings import Finding, Place, Rule, did_you_mean, excerpt, listing
from selfcheck_site.folder import CATALOGUE_FILE, FIELD_FOLDER

_DIMENSIONS = {Dimension.POLICY: "regelung", Dimension.PRACTICE: "praxis"}
_LEAST_SUGGESTIONS = 2
# What the questionnaire's page calls its own places; fields, themes and questions are places of the same page.
_RESERVED_IDS = ("start", "ergebnis", "selbstcheck", "fragebogen", "inhalt", "hauptmenue")
_RESERVED_BEGINNINGS = ("selbstcheck-", "ergebnis-")


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What could be read: katalog.yaml, each field by its file, aenderungen.yaml; None where nothing could."""

    catalogue: Entry | None
    fields: Mapping[str, Entry | None]
    changes: Entry | None = None

    @property
    def readable(self) -> tuple[tuple[str, Entry], ...]:
        """The fields that could be read, with their files."""
        return tuple((file, field) for file, field in self.fields.items() if field)

    @property
    def questions(self) -> tuple[Entry, ...]:
        """All questions that could be read."""
        return tuple(question for _, field in self.readable for question in questions_of(field))


def check(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield the findings of every rule."""
    for rule in _RULES:
        yield from rule(questionnaire)


def questions_of(field: Entry) -> tuple[Entry, ...]:
    """Return the questions of a field, through all its themes."""
    return tuple(question for theme in field.entries("themen") for question in theme.entries("fragen"))


def field_file(field_id: str) -> str:
    """Return the file in which a field of this id stands."""
    return f"{FIELD_FOLDER}/{field_id}.yaml"


def is_reserved(name: str) -> bool:
    """Tell whether the questionnaire's page needs this id for itself."""
    return name in _RESERVED_IDS or name.startswith(_RESERVED_BEGINNINGS)


def _ids_are_free(questionnaire: Questionnaire) -> Iterator[Finding]:
    for value in (entry.value("kennung") for entry in _places_of_the_page(questionnaire)):
        if value and is_reserved(str(value.content)):
            message = f"Die Kennung {excerpt(str(value.content))} braucht die Seite mit dem Fragebogen für sich selbst."
            remedy = (
                f"Wählen Sie eine andere Kennung. Nicht möglich sind {', '.join(_RESERVED_IDS)} "
                f"und alles, was mit {listing(_RESERVED_BEGINNINGS)} beginnt."
            )
            yield Finding(Rule.RESERVED_ID, value.place, message, remedy)


def _ids_are_unique(questionnaire: Questionnaire) -> Iterator[Finding]:
    # One page holds them all, and an id must name one place of it.
    yield from _doubled_ids(_places_of_the_page(questionnaire))
    for key in ("reifegrade", "kommunentypen", "perspektiven"):
        yield from _doubled_ids(questionnaire.catalogue.entries(key) if questionnaire.catalogue else ())


def _places_of_the_page(questionnaire: Questionnaire) -> list[Entry]:
    fields = [field for _, field in questionnaire.readable]
    return [*fields, *(theme for field in fields for theme in field.entries("themen")), *questionnaire.questions]


def _doubled_ids(entries: Iterable[Entry]) -> Iterator[Finding]:
    for first, second in _doubles(entry.value("kennung") for entry in entries):
        earlier = f"{first.place.file}, Zeile {first.place.line}"
        message = f"Die Kennung {excerpt(str(second.content))} ist schon vergeben: {earlier}."
        remedy = (
            "Geben Sie dem neueren Eintrag eine eigene Kennung. Die ältere bleibt, denn gespeicherte Bögen nennen sie."
        )
        yield Finding(Rule.DOUBLED_ID, second.place, message, remedy)


def _list_items_are_unique(questionnaire: Questionnaire) -> Iterator[Finding]:
    lists = [questionnaire.catalogue.texts("handlungsfelder")] if questionnaire.catalogue else []
    for question in questionnaire.questions:
        types = [entry.value("kommunentyp") for entry in question.entries("nicht-zustaendig")]
        lists += [question.texts("wer-weiss-es"), question.texts("stufen"), tuple(value for value in types if value)]
        lists += [suggestion.texts("verweise") for suggestion in question.entries("anregungen")]
    for values in lists:
        for first, second in _doubles(values):
            message = (
                f"{excerpt(str(second.content))} steht zweimal in derselben Liste, schon in Zeile {first.place.line}."
            )
            yield Finding(
                Rule.DOUBLED_ITEM, second.place, message, "Ändern oder löschen Sie einen der beiden Einträge."
            )


def _doubles(values: Iterable[Value | None]) -> Iterator[tuple[Value, Value]]:
    seen: dict[object, Value] = {}
    for value in values:
        if value and (first := seen.setdefault(value.content, value)) is not value:
            yield first, value


def _ids_name_their_files(questionnaire: Questionnaire) -> Iterator[Finding]:
    for file, field in questionnaire.readable:
        value = field.value("kennung")
        if value and file != field_file(str(value.content)):
            message = f"Die Kennung {excerpt(str(value.content))} passt nicht zum Namen der Datei, {file}."
            remedy = f"Nennen Sie die Datei „{value.content}.yaml“ oder ändern Sie die Kennung."
            yield Finding(Rule.FILE_NAME, value.place, message, remedy)


def _files_are_listed(questionnaire: Questionnaire) -> Iterator[Finding]:
    listed = _listed_files(questionnaire)
    for file in questionnaire.fields:
        if listed and file not in listed:
            message = f"Dieses Handlungsfeld steht nicht in {CATALOGUE_FILE} und wird deshalb nicht gezeigt."
            remedy = (
                f"Tragen Sie die Kennung in {CATALOGUE_FILE} unter „handlungsfelder“ ein oder löschen Sie die Datei."
            )
            yield Finding(Rule.FILE_WITHOUT_FIELD, Place(file), message, remedy)


def _listed_fields_have_files(questionnaire: Questionnaire) -> Iterator[Finding]:
    listed = _listed_files(questionnaire)
    unlisted = [_field_id(file) for file in questionnaire.fields if file not in listed]
    for file, value in listed.items():
        if file not in questionnaire.fields:
            near = did_you_mean(str(value.content), unlisted)
            remedy = f"Meinten Sie „{near}“?" if near else "Legen Sie die Datei an oder löschen Sie den Eintrag."
            yield Finding(Rule.FIELD_WITHOUT_FILE, value.place, f"Die Datei {file} gibt es nicht.", remedy)


def _listed_files(questionnaire: Questionnaire) -> Mapping[str, Value]:
    listed = questionnaire.catalogue.texts("handlungsfelder") if questionnaire.catalogue else ()
    return {field_file(str(value.content)): value for value in listed}


def _field_id(file: str) -> str:
    return file.removeprefix(f"{FIELD_FOLDER}/").removesuffix(".yaml")


def _questions_have_four_rungs(questionnaire: Questionnaire) -> Iterator[Finding]:
    for question in questionnaire.questions:
        count = question.items("stufen").length
        if count and count != RUNG_COUNT:
            message = f"Die Frage{named(question)} hat {count} Stufen."
            remedy = "Beschreiben Sie genau vier Stufen, von 0 (nichts davon) bis 3."
            yield Finding(Rule.RUNG_COUNT, question.items("stufen").place, message, remedy)


def _questions_have_suggestions(questionnaire: Questionnaire) -> Iterator[Finding]:
    for question in questionnaire.questions:
        if question.items("anregungen").length in range(1, _LEAST_SUGGESTIONS):
            message = f"Die Frage{named(question)} hat nur eine Anregung."
            remedy = "Ergänzen Sie eine zweite, zum Beispiel eine mit „bis-stufe: 1“ und eine mit „bis-stufe: 2“."
            yield Finding(Rule.SUGGESTION_COUNT, question.items("anregungen").place, message, remedy)


def _fields_ask_for_both_dimensions(questionnaire: Questionnaire) -> Iterator[Finding]:
    for file, field in questionnaire.readable:
        found = [question.value("dimension") for question in questions_of(field)]
        missing = [
            word for kind, word in _DIMENSIONS.items() if kind not in {value.content for value in found if value}
        ]
        if found and None not in found and missing:
            message = f"Im Handlungsfeld{named(field)} fragt keine Frage nach der Dimension {listing(missing)}."
            remedy = "Ergänzen Sie eine solche Frage. Erst beide zusammen zeigen, ob Beschlossenes auch gelebt wird."
            yield Finding(Rule.DIMENSION_MISSING, Place(file), message, remedy)


def _fields_appear_in_the_short_form(questionnaire: Questionnaire) -> Iterator[Finding]:
    for file, field in questionnaire.readable:
        found = [question.value("kurzform") for question in questions_of(field)]
        if found and all(value and value.content is False for value in found):
            message = f"Im Handlungsfeld{named(field)} gehört keine Frage zur Kurzform."
            remedy = "Setzen Sie bei etwa drei Fragen „kurzform: ja“."
            yield Finding(Rule.SHORT_FORM_MISSING, Place(file), message, remedy)


def _municipality_types_are_known(questionnaire: Questionnaire) -> Iterator[Finding]:
    types = questionnaire.catalogue.entries("kommunentypen") if questionnaire.catalogue else ()
    known = [str(value.content) for entry in types if (value := entry.value("kennung"))]
    named = [entry.value("kommunentyp") for q in questionnaire.questions for entry in q.entries("nicht-zustaendig")]
    for value in named:
        if value and known and value.content not in known:
            near = did_you_mean(str(value.content), known)
            remedy = f"Meinten Sie „{near}“?" if near else f"Möglich sind: {', '.join(known)}."
            message = f"Den Kommunentyp {excerpt(str(value.content))} gibt es in {CATALOGUE_FILE} nicht."
            yield Finding(Rule.UNKNOWN_MUNICIPALITY_TYPE, value.place, message, remedy)


def _levels_ascend_from_zero(questionnaire: Questionnaire) -> Iterator[Finding]:
    levels = questionnaire.catalogue.entries("reifegrade") if questionnaire.catalogue else ()
    starts = [value for level in levels if (value := level.value("ab"))]
    remedy = (
        'Ordnen Sie die Reifegrade aufsteigend. Der erste gilt ab "0", alle weiteren ab einem höheren Wert bis "1".'
    )
    if starts and len(starts) == len(levels) and exact(starts[0]) != 0:
        message = f"Der erste Reifegrad gilt erst ab {starts[0].content}. Für kleinere Werte gäbe es keinen."
        yield Finding(Rule.LEVEL_ORDER, starts[0].place, message, remedy)
    for earlier, later in pairwise(starts):
        if exact(later) <= exact(earlier):
            message = f"Dieser Reifegrad gilt ab {later.content}, der vorige schon ab {earlier.content}."
            yield Finding(Rule.LEVEL_ORDER, later.place, message, remedy)
    for start in starts:
        if exact(start) > 1:
            message = f"Dieser Reifegrad gilt ab {start.content}. Mehr als 1 ist nicht erreichbar."
            yield Finding(Rule.LEVEL_ORDER, start.place, message, remedy)


def _limits_are_in_order(questionnaire: Questionnaire) -> Iterator[Finding]:
    catalogue = questionnaire.catalogue
    coverage = catalogue.entry("abdeckung") if catalogue else None
    none, tentative = (explained_value(coverage, key) for key in ("keine-einstufung-unter", "vorlaeufig-unter"))
    warning = explained_value(catalogue, "hinweis-entfaellt-ueber")
    for value in (none, tentative, warning):
        if value and not 0 < exact(value) <= 1:
            message = f"{value.content} ist kein Anteil."
            yield Finding(Rule.LIMITS, value.place, message, 'Nennen Sie einen Wert über 0 bis höchstens "1".')
    if none and tentative and exact(none) >= exact(tentative):
        message = (
            f"„keine-einstufung-unter“ ({none.content}) muss kleiner sein als „vorlaeufig-unter“ ({tentative.content})."
        )
        yield Finding(Rule.LIMITS, tentative.place, message, "Ändern Sie einen der beiden Werte.")


def _weights_are_positive(questionnaire: Questionnaire) -> Iterator[Finding]:
    own = (question.value("gewicht") for question in questionnaire.questions)
    for value in (explained_value(questionnaire.catalogue, "gewicht"), *own):
        if value and exact(value) == 0:
            remedy = "Nennen Sie eine Zahl über 0 oder löschen Sie die Frage."
            yield Finding(Rule.WEIGHT, value.place, "Mit dem Gewicht 0 zählt eine Frage nie.", remedy)


def _versions_and_mappings_are_complete(questionnaire: Questionnaire) -> Iterator[Finding]:
    if questionnaire.changes:
        current = questionnaire.catalogue.value("fassung") if questionnaire.catalogue else None
        yield from check_versions(questionnaire.changes, current)
        yield from check_rung_mappings(questionnaire.changes)


def _changes_lead_to_what_there_is(questionnaire: Questionnaire) -> Iterator[Finding]:
    # Where a file or an id could not be read, its ids would seem to be missing.
    if questionnaire.changes and len(questionnaire.readable) == len(questionnaire.fields):
        yield from check_ids(questionnaire.changes, _places(_places_of_the_page(questionnaire)))


def _places(entries: Iterable[Entry]) -> Mapping[str, Place]:
    return {str(value.content): value.place for entry in entries if (value := entry.value("kennung"))}


def explained_value(parent: Entry | None, key: str) -> Value | None:
    """Return the number under a key of katalog.yaml that stands there with its reason."""
    explained = parent.entry(key) if parent else None
    return explained.value("wert") if explained else None


def exact(value: Value) -> Fraction:
    """Return the number of a value that the field tables have read as one."""
    return Fraction(value.content)


def named(entry: Entry) -> str:
    """Return a blank and the id in quotes, for a message; nothing where the entry has no readable id."""
    value = entry.value("kennung")
    return f" {excerpt(str(value.content))}" if value else ""


_RULES: tuple[Callable[[Questionnaire], Iterator[Finding]], ...] = (
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
