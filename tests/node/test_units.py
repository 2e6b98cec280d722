"""The unit tests of the page's modules, which stand beside what they test; Node runs them, without a browser."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
BROWSER = ROOT / "plugins" / "selfcheck_site" / "browser"
UNITS = sorted(BROWSER.rglob("*.test.mjs"))


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.relative_to(BROWSER).as_posix())
def test_a_module_does_what_its_unit_tests_say(path: Path) -> None:
    command = [NODE, "--test", "--test-reporter=spec", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    ran = re.search(r"^ℹ tests (\d+)$", done.stdout, re.MULTILINE)
    assert ran
    assert int(ran[1]) > 0


def test_there_are_unit_tests() -> None:
    assert UNITS
