"""What `make verify` relies on: the clock is really wrong, the program is the copy's own, a difference is named."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from verify.twice import ELSEWHERE, HERE, ROOT, Surroundings, contents, differences, environment, faketime

_NODE = Path(sys.executable).parent / "node"
CLOCKS = {
    "python": [sys.executable, "-c", "import time; print(time.time())"],
    "datetime": [sys.executable, "-c", "from datetime import *; print(datetime.now(timezone.utc).timestamp())"],
    "node": [_NODE, "-e", "console.log(Date.now() / 1000)"],
    "date": ["date", "+%s"],
    "git": ["git", "var", "GIT_COMMITTER_IDENT"],
}


def said(command: list[str | Path], around: Surroundings) -> str:
    library = faketime()
    if library is None:
        pytest.skip("libfaketime fehlt; unter Debian und Ubuntu: apt install libfaketime")
    names = {"GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org"}
    env = {**environment(ROOT, around, library), **names}
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("around", [HERE, ELSEWHERE], ids=lambda around: around.clock)
@pytest.mark.parametrize("program", CLOCKS)
def test_whoever_asks_for_the_time_gets_the_wrong_one(program: str, around: Surroundings) -> None:
    words = said(CLOCKS[program], around).split()
    told = datetime.fromtimestamp(float(words[-2] if program == "git" else words[-1]), UTC)
    off = told - datetime.now(UTC)
    assert abs(off - timedelta(days=int(around.clock.removesuffix("d")))) < timedelta(days=1)


@pytest.mark.parametrize("around", [HERE, ELSEWHERE], ids=lambda around: around.clock)
def test_whoever_waits_waits_as_long_as_ever(around: Surroundings) -> None:
    waited = "import time; t = time.monotonic(); time.sleep(0.2); print(0.1 < time.monotonic() - t < 5)"
    assert said([sys.executable, "-c", waited], around) == "True\n"


def test_the_program_of_a_build_is_the_one_in_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "plugins/host").mkdir(parents=True)
    (tmp_path / "plugins/host/__init__.py").write_text("HERE = True\n", encoding="utf-8")
    env = environment(tmp_path, HERE, Path("/nonexistent/libfaketime.so.1"))
    code = "import host; print(host.__file__)"
    asked = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    assert Path(asked.stdout.strip()).is_relative_to(tmp_path)


def test_every_kind_of_difference_is_named(tmp_path: Path) -> None:
    for name, files in {"a": {"x": "1", "y/z": "2", "alt": "3"}, "b": {"x": "1", "y/z": "3", "neu": "3"}}.items():
        for file, text in files.items():
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).write_text(text, encoding="utf-8")
    found = list(differences(contents(tmp_path / "a"), contents(tmp_path / "b")))
    assert found == ["nur beim ersten Mal: alt", "nur beim zweiten Mal: neu", "verschieden: y/z"]
    assert list(differences(contents(tmp_path / "a"), contents(tmp_path / "a"))) == []
