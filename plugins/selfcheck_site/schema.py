"""The field tables as a JSON Schema, so that an editor completes keys and shows their meaning while somebody writes."""

from collections.abc import Mapping

from editorial.entries import NUMBER, PAGE_PATH, SLUG
from editorial.values import Choice, Integer, Key, Kind, ListOf, Number, PagePath, Record, Slug
from selfcheck_site.change_keys import CHANGES
from selfcheck_site.folder import CATALOGUE_FILE, CHANGES_FILE, FIELD_FOLDER
from selfcheck_site.keys import CATALOGUE, FIELD

Schema = Mapping[str, object]

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
        "if": _shows_itself_as(CATALOGUE, FIELD, CHANGES),
        "then": {"$ref": "#/$defs/katalog"},
        "else": {
            "if": _shows_itself_as(CHANGES, FIELD, CATALOGUE),
            "then": {"$ref": "#/$defs/aenderungen"},
            "else": {"$ref": "#/$defs/handlungsfeld"},
        },
        "$defs": {
            "handlungsfeld": {"title": f"Handlungsfeld ({FIELD_FOLDER}/*.yaml)", **_kind(FIELD)},
            "katalog": {"title": f"Katalog ({CATALOGUE_FILE})", **_kind(CATALOGUE)},
            "aenderungen": {"title": f"Änderungen ({CHANGES_FILE})", **_kind(CHANGES)},
        },
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
