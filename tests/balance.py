"""Spreads the tests over the workers by the time that each took when it last ran, and says where the time went.

The times are kept in a file that every run rewrites (`build/testzeiten.json`); without it, tests are spread by file.
A unit is what one worker runs in one go: a file whose tests are quick or share a fixture, or one slow test.
"""

import ctypes
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TIMES = "build/testzeiten.json"
SLOW = 1.0
"""Seconds from which on a test that shares nothing is a unit of its own."""
UNKNOWN = 5.0
"""Seconds that a test counts before it was ever measured, so that it does not come last."""
SLOWEST = 10
PR_SET_CHILD_SUBREAPER = 36
"""Of Linux's `prctl`."""


def unit_of(test: str, *, shares: bool, times: Mapping[str, float]) -> str:
    """Return the unit of a test by its node id; `shares` says whether its file has fixtures for several tests."""
    alone = not shares and times.get(test, 0.0) >= SLOW
    return test if alone else test.partition("::")[0]


@cache
def shares_fixtures(file: Path) -> bool:
    """Tell whether tests of a file share a fixture of its own, which a second worker would have to set up again."""
    return 'scope="module"' in file.read_text(encoding="utf-8")


def in_order(units: Mapping[str, Sequence[str]], times: Mapping[str, float]) -> list[str]:
    """Return the units, the longest first: what is left at the end is short, so no worker waits long for another."""
    weight = {unit: sum(times.get(test, UNKNOWN) for test in tests) for unit, tests in units.items()}
    return sorted(units, key=lambda unit: (-weight[unit], unit))


def read_times(root: Path) -> Mapping[str, float]:
    """Return node id → seconds of the last run, nothing where there was none."""
    try:
        times: dict[str, float] = json.loads((root / TIMES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return times


class Units(LoadScopeScheduling):
    """Hands the workers one unit after the other, in the order in which they have them."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        self.unit = _units(config)

    def _split_scope(self, nodeid: str) -> str:
        return self.unit(nodeid)


def _units(config: pytest.Config) -> Callable[[str], str]:
    times = read_times(config.rootpath)

    def unit(test: str) -> str:
        return unit_of(test, shares=shares_fixtures(config.rootpath / test.partition("::")[0]), times=times)

    return unit


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Units:
    config.option.loadscopereorder = False
    return Units(config, log)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        adopt_orphans()
    config.pluginmanager.register(Stopwatch(), "stopwatch")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):
        return
    unit = _units(config)
    units: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        units[unit(item.nodeid)].append(item)
    order = in_order(
        {each: [item.nodeid for item in inside] for each, inside in units.items()}, read_times(config.rootpath)
    )
    items[:] = [item for each in order for item in units[each]]


class Stopwatch:
    """Adds up what each test took and tells it at the end; on a worker it hears nothing that it could tell."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.times: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.times[report.nodeid] += report.duration

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(session.config, "workerinput") or not self.times:
            return
        root = session.config.rootpath
        kept = {**read_times(root), **{test: round(seconds, 3) for test, seconds in self.times.items()}}
        (root / TIMES).parent.mkdir(exist_ok=True)
        (root / TIMES).write_text(json.dumps(kept, indent=0, sort_keys=True), encoding="utf-8")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("where the time went")
        for line in summary(self.times, time.monotonic() - self.began, cpu_seconds(), os.cpu_count() or 1):
            terminalreporter.write_line(line)


def summary(times: Mapping[str, float], wall: float, cpu: float, cores: int) -> Iterable[str]:
    """Yield the slowest tests, and how much of the time that the cores had nobody used."""
    for test in sorted(times, key=lambda test: -times[test])[:SLOWEST]:
        yield f"{times[test]:7.1f} s  {test}"
    waiting = max(0.0, 1 - cpu / (wall * cores))
    yield f"wall {wall:.0f} s, CPU {cpu:.0f} s, wall/CPU {wall / cpu:.2f}; {waiting:.0%} of {cores} cores waited"


def cpu_seconds() -> float:
    """Return the CPU time of this process and of all that have ended below it: workers, builds, browsers."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def adopt_orphans() -> None:
    """Become the parent of whatever outlives its own.

    Chromium does not wait for the process that its tabs come from: without this, most of its CPU time was never seen.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
