"""The catalogue as JSON values: written by the compiler, read by whoever scores.

Exact numbers are strings such as ``"5/9"`` or ``"1"``.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from selfcheck_core.catalogue import (
    RUNG_COUNT,
    Catalogue,
    CoverageLimits,
    Dimension,
    Effort,
    Field,
    Level,
    MunicipalityType,
    NotResponsible,
    Perspective,
    Question,
    Suggestion,
    Theme,
)
from selfcheck_core.catalogue_entry import CatalogueEntry, CatalogueError, Damage
from selfcheck_core.history_json import history_to_json, releases_from_json
from selfcheck_core.question_sets import QuestionSet
from selfcheck_core.question_sets_json import ENTRIES, set_question_to_json, sets_from_json, sets_to_json

FORMAT = "weltoffene-kommune/catalogue"
FORMAT_VERSION = 1
# How it was before catalogues could say from how many answers Regelung and Praxis are compared.
_COMPARED_ALWAYS = 1


# What an editor writes for readers: none of it can change a level, a range or the order of what to clarify first.
_WORDS = frozenset(
    {"title", "about", "text", "why", "known_by", "carrier", "effort", "needs_decision", "free_of_charge", "links"}
    | {"reason", "comparison", "example"}
)
_DIGESTS = frozenset({"digest", "texts_digest", "digests"})


def seal(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with its digests: "sha256:" and the hex hash of canonical JSON.

    Canonical means: UTF-8, sorted keys, no spaces. ``texts_digest`` is about the words, ``digest`` about all the rest
    of the main form. Each set has a digest of its own: a new question for residents changes no result of the town hall.
    """
    content = catalogue_to_json(catalogue)
    form = {key: value for key, value in content.items() if key not in ENTRIES}
    sets = tuple(replace(each, digest=_set_digest(each)) for each in catalogue.sets)
    words = _digest(_words_only(content))
    return replace(catalogue, digest=_digest(_without_words(form)), texts_digest=words, sets=sets)


def _set_digest(item: QuestionSet) -> str:
    return _digest({"id": item.id, "questions": [_without_words(set_question_to_json(q)) for q in item.questions]})


def _without_words(content: object) -> object:
    if isinstance(content, dict):
        return {key: _without_words(value) for key, value in content.items() if key not in _WORDS | _DIGESTS}
    return [_without_words(item) for item in content] if isinstance(content, list) else content


def _words_only(content: object) -> object:
    """Return the words at their places, and nothing else."""
    if isinstance(content, dict):
        parts = {key: value if key in _WORDS else _words_only(value) for key, value in content.items()}
        return {key: part for key, part in parts.items() if part is not None}
    return [_words_only(item) for item in content] if isinstance(content, list) else None


def _digest(content: object) -> str:
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def catalogue_to_json(catalogue: Catalogue) -> dict[str, object]:
    """Return the catalogue as JSON values, as the contract in the documentation fixes them."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "id": catalogue.id,
        "version": catalogue.version,
        "digest": catalogue.digest,
        "texts_digest": catalogue.texts_digest,
        "title": catalogue.title,
        "levels": [{"id": level.id, "title": level.title, "from": str(level.start)} for level in catalogue.levels],
        "coverage": _coverage_to_json(catalogue.coverage),
        "not_applicable_warning_above": str(catalogue.not_applicable_warning_above),
        "municipality_types": [_type_to_json(kind) for kind in catalogue.municipality_types],
        "perspectives": [{"id": role.id, "title": role.title} for role in catalogue.perspectives],
        "fields": [_field_to_json(field) for field in catalogue.fields],
        **sets_to_json(catalogue.sets),
        **history_to_json(catalogue.releases),
    }


def _coverage_to_json(limits: CoverageLimits) -> dict[str, object]:
    values: dict[str, object] = {
        "none_below": str(limits.none_below),
        "tentative_below": str(limits.tentative_below),
        "firm_from_answers": limits.firm_from_answers,
    }
    # Left out where nobody set it, so that the digest of an earlier catalogue stays what its sheets say.
    compared = limits.compared_from_answers
    return values if compared == _COMPARED_ALWAYS else values | {"compared_from_answers": compared}


def _type_to_json(kind: MunicipalityType) -> dict[str, object]:
    values: dict[str, object] = {"id": kind.id, "title": kind.title}
    # Left out where there is none, as in catalogues from before there were any.
    return values | {"example": kind.example} if kind.example else values


def _field_to_json(field: Field) -> dict[str, object]:
    themes = [
        {"id": theme.id, "title": theme.title, "questions": [_question_to_json(q) for q in theme.questions]}
        for theme in field.themes
    ]
    return {"id": field.id, "title": field.title, "about": field.about, "themes": themes}


def _question_to_json(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "dimension": question.dimension.value,
        "short_form": question.short_form,
        "weight": str(question.weight),
        "text": question.text,
        "why": question.why,
        "known_by": list(question.known_by),
        "rungs": [{"text": rung} for rung in question.rungs],
        "not_responsible": [
            {"municipality_type": entry.municipality_type, "carrier": entry.carrier}
            for entry in question.not_responsible
        ],
        "suggestions": [_suggestion_to_json(suggestion) for suggestion in question.suggestions],
    }


def _suggestion_to_json(suggestion: Suggestion) -> dict[str, object]:
    return {
        "up_to": suggestion.up_to,
        "text": suggestion.text,
        "effort": suggestion.effort.value,
        "needs_decision": suggestion.needs_decision,
        "free_of_charge": suggestion.free_of_charge,
        "links": list(suggestion.links),
    }


def catalogue_from_json(obj: object) -> Catalogue:
    """Return the catalogue that JSON values describe; the digests are taken as they stand.

    Raises CatalogueError where the values are no catalogue, one of a newer format, or a damaged one.
    """
    if not isinstance(obj, dict) or obj.get("format") != FORMAT:
        raise CatalogueError(Damage.NOT_A_CATALOGUE)
    root = CatalogueEntry(obj)
    if root.integer("format_version") > FORMAT_VERSION:
        raise CatalogueError(Damage.NEWER_FORMAT)
    catalogue = Catalogue(
        id=root.text("id"),
        version=root.text("version"),
        digest=root.text("digest"),
        texts_digest=root.text("texts_digest"),
        title=root.text("title"),
        levels=root.entries("levels", lambda e: Level(e.text("id"), e.text("title"), e.exact("from"))),
        coverage=_coverage(root.entry("coverage")),
        not_applicable_warning_above=root.exact("not_applicable_warning_above"),
        municipality_types=root.entries(
            "municipality_types",
            lambda e: MunicipalityType(e.text("id"), e.text("title"), e.text("example", missing="")),
        ),
        perspectives=root.entries("perspectives", lambda e: Perspective(e.text("id"), e.text("title"))),
        fields=root.entries("fields", _field),
        releases=releases_from_json(root, RUNG_COUNT),
    )
    themes = {field.id: {theme.id for theme in field.themes} for field in catalogue.fields}
    catalogue = replace(catalogue, sets=sets_from_json(root, themes, RUNG_COUNT))
    _check_levels(catalogue.levels)
    _check_unique("fields", (field.id for field in catalogue.fields))
    _check_unique("themes", (theme.id for field in catalogue.fields for theme in field.themes))
    _check_unique("sets", (each.id for each in catalogue.sets))
    in_sets = (question.id for question in catalogue.set_questions())
    _check_unique("questions", (*(question.id for question in catalogue.questions()), *in_sets))
    return catalogue


def _coverage(entry: CatalogueEntry) -> CoverageLimits:
    return CoverageLimits(
        entry.exact("none_below"),
        entry.exact("tentative_below"),
        entry.count("firm_from_answers"),
        entry.count("compared_from_answers", missing=_COMPARED_ALWAYS),
    )


def _field(entry: CatalogueEntry) -> Field:
    return Field(entry.text("id"), entry.text("title"), entry.text("about"), entry.entries("themes", _theme))


def _theme(entry: CatalogueEntry) -> Theme:
    return Theme(entry.text("id"), entry.text("title"), entry.entries("questions", _question))


def _question(entry: CatalogueEntry) -> Question:
    question = Question(
        id=entry.text("id"),
        dimension=entry.choice("dimension", Dimension),
        short_form=entry.boolean("short_form"),
        weight=entry.exact("weight"),
        text=entry.text("text"),
        why=entry.text("why"),
        known_by=entry.texts("known_by"),
        rungs=entry.entries("rungs", lambda rung: rung.text("text")),
        not_responsible=entry.entries(
            "not_responsible", lambda e: NotResponsible(e.text("municipality_type"), e.text("carrier"))
        ),
        suggestions=entry.entries("suggestions", _suggestion),
    )
    if len(question.rungs) != RUNG_COUNT:
        raise entry.damaged("rungs")
    if question.weight == 0:
        raise entry.damaged("weight")
    return question


def _suggestion(entry: CatalogueEntry) -> Suggestion:
    up_to = entry.integer("up_to")
    if up_to not in range(RUNG_COUNT):
        raise entry.damaged("up_to")
    return Suggestion(
        up_to=up_to,
        text=entry.text("text"),
        effort=entry.choice("effort", Effort),
        needs_decision=entry.boolean("needs_decision"),
        free_of_charge=entry.boolean("free_of_charge"),
        links=entry.texts("links"),
    )


def _check_levels(levels: tuple[Level, ...]) -> None:
    starts = [level.start for level in levels]
    if not starts or starts[0] != 0 or any(later <= earlier for earlier, later in pairwise(starts)):
        raise CatalogueError(Damage.DISORDERED_LEVELS)


def _check_unique(key: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for entry_id in ids:
        if entry_id in seen:
            raise CatalogueError(Damage.DOUBLED_ID, (entry_id,), key)
        seen.add(entry_id)
