"""The model of the sheet stands on nothing: it is values and functions, and knows no page."""

import re
from pathlib import Path

import pytest

MODEL = Path(__file__).resolve().parents[2] / "plugins" / "selfcheck_site" / "browser" / "sheet"
MODULES = sorted(path for path in MODEL.glob("*.mjs") if ".test." not in path.name)
# What one of the modules takes from outside, so that the others need not: a random name, and the day.
OUTSIDE = {"identity.mjs": {"crypto", "Date"}}
NAMES = r"\b(?:document|window|location|navigator|console|crypto|Date|fetch|setTimeout|HTML\w*|Element|Event)\b"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_of_the_model_imports_its_own_room_only_and_looks_at_nothing_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    imported = re.findall(r'(?:from|import\()\s*"([^"]+)"', text)
    assert [name for name in imported if not re.fullmatch(r"\./\w+\.mjs", name)] == []
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
    assert set(re.findall(NAMES, code)) <= OUTSIDE.get(path.name, set())
