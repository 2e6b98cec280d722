"""The quick YAML reader says nothing else than the one whose complaints we explain."""

import pytest
import yaml

from editorial import source
from knowledge.samples import PROJECT, written_from_the_tables

TEXTS = [*PROJECT.values(), *written_from_the_tables().values()]
ODD = [
    "a: #b\n",
    "a: 'b' c\n",
    "a: [b\n",
    "? a\n: b\n",
    "- a\nb: c\n",
    "a: &x b\n",
    "a: b\na: c\n",
    "a:\n",
    "---\na: 1\n---\n",
]


@pytest.mark.parametrize("text", [text.split("---\n")[1] if text.startswith("---") else text for text in TEXTS] + ODD)
def test_both_readers_read_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = source.read_tree("x.yaml", text)
    monkeypatch.setattr(source, "_QUICK", yaml.SafeLoader)
    assert source.read_tree("x.yaml", text) == quick


def test_many_open_brackets_keep_neither_reader_busy() -> None:
    assert [finding.slug for finding in source.read_tree("x.yaml", "[" * 200_000).findings] == ["zu-tief-verschachtelt"]
