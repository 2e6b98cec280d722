"""Every page is valid HTML by the Nu checker; none of Material's own templates is used, so nothing is excused."""

import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu checker needs Java")
def test_every_page_is_valid_html(site: Path) -> None:
    command = ["java", "-jar", CHECKER, "--skip-non-html", "--errors-only", "--format", "gnu", site]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert checked.stderr == ""
    assert checked.returncode == 0
