"""How tests are spread over workers, and what a run says about its time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from balance import in_order, shares_fixtures, summary, unit_of

TIMES = {"a.py::slow": 9.0, "a.py::quick": 0.1, "b.py::shared": 4.0, "c.py::one[x@y]": 2.0}


def test_a_slow_test_that_shares_nothing_is_a_unit_of_its_own() -> None:
    assert unit_of("a.py::slow", shares=False, times=TIMES) == "a.py::slow"


def test_quick_tests_and_those_that_share_a_fixture_stay_with_their_file() -> None:
    assert unit_of("a.py::quick", shares=False, times=TIMES) == "a.py"
    assert unit_of("b.py::shared", shares=True, times=TIMES) == "b.py"
    assert unit_of("new.py::never_run", shares=False, times=TIMES) == "new.py"


def test_the_longest_unit_comes_first_and_what_was_never_measured_does_not_come_last() -> None:
    units = {"a.py": ["a.py::quick"], "a.py::slow": ["a.py::slow"], "new.py": ["new.py::never_run"]}
    assert in_order(units, TIMES) == ["a.py::slow", "new.py", "a.py"]


def test_equal_times_give_equal_orders_on_every_worker() -> None:
    units = {name: [f"{name}::t"] for name in ("c", "a", "b")}
    assert in_order(units, {}) == ["a", "b", "c"]


WITH_A_SHARED_FIXTURE = """
import time
from pathlib import Path
import pytest

@pytest.fixture(scope="module")
def costly():
    with Path(__file__).with_suffix(".log").open("a") as log:
        log.write("set up\\n")

@pytest.mark.parametrize("number", range(6))
def test_it(costly, number):
    time.sleep(0.05)
"""


def test_two_workers_set_a_shared_fixture_up_once(tmp_path: Path) -> None:
    for name in ("test_one", "test_two"):
        (tmp_path / f"{name}.py").write_text(WITH_A_SHARED_FIXTURE, encoding="utf-8")
    assert shares_fixtures(tmp_path / "test_one.py")
    plugged = ["-p", "xdist", "-p", "balance"]
    command = [sys.executable, "-m", "pytest", *plugged, "-n", "2", "--rootdir", tmp_path, tmp_path]
    plugins = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    subprocess.run(command, cwd=tmp_path, env=plugins, capture_output=True, text=True, check=True)
    logs = [(tmp_path / f"{name}.log").read_text(encoding="utf-8") for name in ("test_one", "test_two")]
    assert logs == ["set up\n"] * 2


def test_a_run_names_its_ten_slowest_tests_and_the_share_of_waiting() -> None:
    lines = list(summary({f"t{number}": float(number) for number in range(20)}, wall=100.0, cpu=150.0, cores=2))
    assert lines[0] == "   19.0 s  t19"
    assert len(lines) == 11
    assert lines[-1] == "wall 100 s, CPU 150 s, wall/CPU 0.67; 25% of 2 cores waited"


LEAVES_A_CHILD_BEHIND = """
import os, subprocess, sys
from balance import adopt_orphans, cpu_seconds
adopt_orphans()
busy = "import os, time\\nif not os.fork():\\n while time.process_time() < 0.5: pass"
before = cpu_seconds()
subprocess.run([sys.executable, "-c", busy], check=True)
os.waitpid(-1, 0)
print(cpu_seconds() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody can adopt a process")
def test_a_process_that_outlives_its_parent_counts_too() -> None:
    command = [sys.executable, "-c", LEAVES_A_CHILD_BEHIND]
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
    assert float(done.stdout) > 0.5
