"""No function of the site's scripts is longer than one head holds."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
SCRIPTS = [*sorted((ROOT / "plugins").glob("*/browser/**/*.mjs")), *sorted((ROOT / "theme").rglob("*.mjs"))]
MOST_LINES = 40


def lengths(*paths: Path) -> dict[str, dict[str, int]]:
    """Return the number of lines of each function, by file."""
    command = [NODE, Path(__file__).with_name("lengths.mjs"), *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


def test_no_function_is_longer_than_forty_lines() -> None:
    found = lengths(*SCRIPTS)
    assert sum(map(len, found.values())) > 100
    longer = [(file, name, lines) for file, each in found.items() for name, lines in each.items() if lines > MOST_LINES]
    assert longer == []


@pytest.mark.parametrize("lines", [MOST_LINES, MOST_LINES + 1])
def test_a_function_is_measured_from_its_head_to_its_end(tmp_path: Path, lines: int) -> None:
    script = tmp_path / "script.mjs"
    script.write_text("/** Says something. */\nfunction says() {\n" + "\n" * (lines - 2) + "}\n", encoding="utf-8")
    assert lengths(script) == {str(script): {"says at 2": lines}}
