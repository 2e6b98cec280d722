"""What happens to the tests with nginx, Apache and Firefox where these are missing: said once, and no success in CI."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping

from building import ROOT

TESTS = ["tests/browser/test_real_servers.py", "tests/browser/test_firefox.py"]
MISSING = {"nginx": "NGINX", "Apache": "APACHE", "Firefox": "FIREFOX"}


def run(more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the tests that need these programs where there are none, in a session of their own."""
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:balance", *TESTS]
    environment = {**kept, **dict.fromkeys(MISSING.values(), ""), **more}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_missing_program_is_one_line_with_its_remedy() -> None:
    done = run({})
    assert done.returncode == 0, done.stdout
    skipped = re.findall(r"^SKIPPED \[\d+\] \S+ (.+)$", done.stdout, re.MULTILINE)
    assert sorted(skipped) == sorted(
        f"Kein {name} gefunden; „make setup-tests“ installiert ihn, oder {variable} nennt seinen Pfad."
        for name, variable in MISSING.items()
    )


def test_in_ci_a_missing_program_is_a_failure() -> None:
    done = run({"CI": "true"})
    assert done.returncode == 1, done.stdout
    assert "skipped" not in done.stdout.splitlines()[-1]
    for name in MISSING:
        assert f"Kein {name} gefunden" in done.stdout


def test_the_test_command_of_a_clean_clone_is_ci() -> None:
    assert "export CI=true" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
