"""The field tables as a JSON Schema, so that an editor completes keys and shows their meaning while somebody writes."""

from collections.abc import Mapping

from editorial.entries import NUMBER, PAGE_PATH, SLUG
from editorial.values import Choice, Integer, Key, Kind, ListOf, Number, PagePath, Record, Slug
from selfcheck_site.change_keys import CHANGES
from selfcheck_site.folder import CATALOGUE_FILE, CHANGES_FILE, FIELD_FOLDER, MIRROR_FOLDER, SETS_FILE
from selfcheck_site.keys import CATALOGUE, FIELD
from selfcheck_site.set_keys import MIRROR_FIELD, SETS

Schema = Mapping[str, object]

_FILES: Mapping[str, tuple[str, Record]] = {
    "katalog": (f"Katalog ({CATALOGUE_FILE})", CATALOGUE),
    "aenderungen": (f"Änderungen ({CHANGES_FILE})", CHANGES),
    "fragensaetze": (f"Fragensätze ({SETS_FILE})", SETS),
    "spiegelfragen": (f"Spiegelfragen ({MIRROR_FOLDER}/*.yaml)", MIRROR_FIELD),
    "handlungsfeld": (f"Handlungsfeld ({FIELD_FOLDER}/*.yaml)", FIELD),
}

# An editor's own reader of YAML makes numbers and truth values of such words; the compiler reads every scalar as text.
_ANY_SCALAR = ("string", "number", "boolean")


def schema() -> Schema:
    """Return one JSON Schema (draft 2020-12) for every file of the questionnaire; the keys tell which file it is.

    What only the whole questionnaire can show, such as doubled ids, is left to `selfcheck check`.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fragebogen des Selbstchecks",
        "description": "Erzeugt aus den Feldtabellen mit „selfcheck schema“. Bitte nicht von Hand ändern.",
        **_chosen(_FILES),
        "$defs": {name: {"title": title, **_kind(record)} for name, (title, record) in _FILES.items()},
    }


def _chosen(left: Mapping[str, tuple[str, Record]]) -> Schema:
    """Return the choice among these files; where none shows itself, the last of them is meant."""
    name, *later = left
    if not later:
        return {"$ref": f"#/$defs/{name}"}
    others = [record for other, (_, record) in _FILES.items() if other != name]
    return {
        "if": _shows_itself_as(left[name][1], *others),
        "then": {"$ref": f"#/$defs/{name}"},
        "else": _chosen({other: left[other] for other in later}),
    }


def _shows_itself_as(record: Record, *others: Record) -> Schema:
    foreign = {key.name for other in others for key in other.keys}
    own = [key.name for key in record.keys if key.required and key.name not in foreign]
    return {"anyOf": [{"required": [name]} for name in own]}


def _kind(kind: Kind) -> Schema:
    match kind:
        case Record():
            return {
                "type": "object",
                "additionalProperties": False,
                "required": [key.name for key in kind.keys if key.required],
                "properties": {key.name: _property(key) for key in kind.keys},
            }
        case ListOf():
            return {"type": "array", "items": _kind(kind.kind)}
    return _scalar(kind)


def _scalar(kind: Kind) -> Schema:
    match kind:
        case Choice():
            return {"enum": [int(word) if word.isdigit() else word for word, _ in kind.words]}
        case Number():
            return {"type": ["string", "integer"], "pattern": f"^{NUMBER.pattern}$", "minimum": 0, "maximum": 9999}
        case Integer():
            return {"type": ["string", "integer"], "pattern": "^[0-9]+$", "minimum": kind.least, "maximum": kind.most}
        case Slug() | PagePath():
            return {"type": "string", "pattern": f"^{(SLUG if isinstance(kind, Slug) else PAGE_PATH).pattern}$"}
    return {"type": list(_ANY_SCALAR), "minLength": 1}


def _property(key: Key) -> Schema:
    least = {"minItems": 1} if isinstance(key.kind, ListOf) and key.required else {}
    return {"title": key.name, "description": key.meaning, **_kind(key.kind), **least}
