"""The page about the open data names every key of the file, and none that the file does not have."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge_base.exports.open_data import open_data
from knowledge_base.texts.kinds import MethodExample, Variant
from knowledge_views.samples import full_profile, method

PAGE = (Path(__file__).parents[2] / "docs" / "technik" / "daten.md").read_text(encoding="utf-8")
FREE_KEYS = {"levels"}  # its keys are those of the questionnaire


def described(section: str) -> set[str]:
    """Return the keys in the first column of the section's table."""
    text = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    (mine,) = (part for part in text if part.startswith(section))
    cells = re.findall(r"^\| (`[^|]*`) \|", mine, re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}


def paths(value: object, before: str = "") -> Iterator[str]:
    """Yield the path of every value below: keys with points between them, lists without their numbers."""
    if isinstance(value, dict) and before not in FREE_KEYS:
        for key, below in value.items():
            yield from paths(below, f"{before}.{key}" if before else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from paths(value[0], before)
    else:
        yield before


@pytest.fixture(scope="module")
def data() -> dict[str, object]:
    guide = replace(
        method(),
        variants=(Variant("Online", "Am Bildschirm."),),
        examples=(MethodExample("altdorf", "Es gab sie dort.", "Stadt Altdorf, 2021"),),
    )
    read: dict[str, object] = json.loads(open_data((full_profile(),), (guide,)))
    return read


def test_the_file_itself_is_described(data: dict[str, object]) -> None:
    outer = {**data, "municipalities": [], "methods": []}
    assert described("Die Datei") == set(paths(outer))


@pytest.mark.parametrize(("section", "kind"), [("Eine Kommune", "municipalities"), ("Eine Methode", "methods")])
def test_every_key_of_an_entry_is_described_and_nothing_else(data: dict[str, object], section: str, kind: str) -> None:
    assert described(section) == set(paths(data[kind]))


def test_the_example_on_the_page_runs_on_the_file(
    data: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wissen.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    example = "\n".join(line.removeprefix("    ") for line in PAGE.splitlines() if line.startswith("    "))
    exec(example, {})  # noqa: S102 - the page's own text
    assert capsys.readouterr().out in ("", f"{method().title}\n")
