"""Every page is valid HTML by the Nu checker; none of Material's own templates is used, so nothing is excused."""

import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# For one run of seconds, code that is compiled once costs half the CPU time. The checker needs a deeper stack then.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu checker needs Java")
def test_every_page_is_valid_html(site: Path) -> None:
    command = [*JAVA, "-jar", CHECKER, "--skip-non-html", "--errors-only", "--format", "gnu", site]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert checked.stderr == ""
    assert checked.returncode == 0
