"""The schema tells an editor what the compiler will say: both go by the same tables."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from compile.sample import SAMPLE, Edit, edited
from selfcheck_site.folder import read_folder
from selfcheck_site.schema import schema

QUESTIONNAIRE = read_folder(Path(__file__).parents[2] / "questionnaire")
SCHEMA = schema()
# The core schema of YAML 1.2, as editors read it: no 10:30, no dates, no NO; PyYAML's own rules are older.
_PLAIN = {"true": True, "false": False}


def as_editors_read(data: bytes) -> object:
    return _typed(yaml.load(data, Loader=yaml.BaseLoader))  # noqa: S506 - it makes text only


def _typed(value: object) -> object:
    match value:
        case dict():
            return {key: _typed(item) for key, item in value.items()}
        case list():
            return [_typed(item) for item in value]
        case str() if re.fullmatch(r"[0-9]+", value):
            return int(value)
    return _PLAIN.get(str(value), value)


def accepts(node: object, value: object) -> bool:
    """Decide by those words of JSON Schema that ours uses; an unknown word fails the test."""
    assert isinstance(node, Mapping)
    rest = dict(node)
    condition, then, otherwise = rest.pop("if", None), rest.pop("then", None), rest.pop("else", None)
    if condition is not None and not accepts(then if accepts(condition, value) else otherwise, value):
        return False
    return all(_RULES[word](argument, value, node) for word, argument in rest.items())


def _type(names: object, value: object) -> bool:
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": int, "boolean": bool}
    return any(isinstance(value, kinds[name]) for name in ([names] if isinstance(names, str) else names))


_RULES = {
    "$schema": lambda *_: True,
    "$defs": lambda *_: True,
    "title": lambda *_: True,
    "description": lambda *_: True,
    "$ref": lambda path, value, _: accepts(SCHEMA["$defs"][path.removeprefix("#/$defs/")], value),
    "anyOf": lambda nodes, value, _: any(accepts(node, value) for node in nodes),
    "type": lambda names, value, _: _type(names, value),
    "enum": lambda words, value, _: value in words,
    "pattern": lambda pattern, value, _: not isinstance(value, str) or bool(re.search(pattern, value)),
    "minimum": lambda least, value, _: not isinstance(value, int) or value >= least,
    "maximum": lambda most, value, _: not isinstance(value, int) or value <= most,
    "minLength": lambda least, value, _: not isinstance(value, str) or len(value) >= least,
    "minItems": lambda least, value, _: not isinstance(value, list) or len(value) >= least,
    "required": lambda names, value, _: isinstance(value, dict) and all(name in value for name in names),
    "additionalProperties": lambda _, value, node: (
        not isinstance(value, dict) or value.keys() <= node["properties"].keys()
    ),
    "properties": lambda nodes, value, _: (
        not isinstance(value, dict) or all(accepts(nodes[name], item) for name, item in value.items() if name in nodes)
    ),
    "items": lambda node, value, _: not isinstance(value, list) or all(accepts(node, item) for item in value),
}


@pytest.mark.parametrize("files", [SAMPLE, QUESTIONNAIRE], ids=["sample", "questionnaire"])
def test_every_file_that_the_compiler_takes_fits_the_schema(files: Mapping[str, bytes]) -> None:
    assert [name for name, data in files.items() if not accepts(SCHEMA, as_editors_read(data))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dimension: praxis", "dimension: alltag"),
        ("dimension: praxis", "dimenson: praxis"),
        ("kennung: hof", "kennung: Höfe"),
        ("kurzform: ja", "kurzform: true"),
        ("titel: Hof\n", ""),
        ("[Hausmeisterei]", "Hausmeisterei"),
        ("[Hausmeisterei]", "[]"),
        ("bis-stufe: 1", "bis-stufe: 3"),
    ],
)
def test_what_the_field_tables_refuse_the_schema_refuses_too(old: str, new: str) -> None:
    name = "handlungsfelder/hof.yaml"
    assert not accepts(SCHEMA, as_editors_read(edited((Edit(name, old, new),))[name]))


@pytest.mark.parametrize(("name", "data"), QUESTIONNAIRE.items(), ids=QUESTIONNAIRE.keys())
def test_every_file_names_the_schema_in_its_first_line(name: str, data: bytes) -> None:
    path = "../schema.json" if "/" in name else "schema.json"
    assert data.decode().splitlines()[0] == f"# yaml-language-server: $schema={path}"


def test_every_key_is_explained() -> None:
    def properties(node: object) -> list[Mapping[str, object]]:
        if isinstance(node, list):
            return [found for item in node for found in properties(item)]
        if not isinstance(node, Mapping):
            return []
        own = list(node["properties"].values()) if isinstance(node.get("properties"), Mapping) else []
        return own + [found for item in node.values() for found in properties(item)]

    assert [entry for entry in properties(SCHEMA) if not (entry.get("title") and entry.get("description"))] == []
