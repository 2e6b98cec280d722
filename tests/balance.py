"""Spreads the tests over the workers by the time that each took when it last ran, and says where the time went.

The times are kept in a file that every run rewrites (`build/testzeiten.json`); without it, tests are spread by file.
A unit is what one worker runs in one go: a file whose tests are quick or share a fixture, or one slow test.
"""

import ctypes
import json
import os
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

TIMES = Path(__file__).resolve().parent.parent / "build" / "testzeiten.json"
SLOW = 1.0
"""Seconds from which on a test that shares nothing is a unit of its own."""
UNKNOWN = 5.0
"""Seconds that a test counts before it was ever measured, so that it does not come last."""
SLOWEST = 10
PR_SET_CHILD_SUBREAPER = 36
"""Of Linux's `prctl`."""

_GROUP = re.compile(r"@unit:.*$")


def unit_of(test: str, *, shares: bool, times: Mapping[str, float]) -> str:
    """Return the unit of a test by its node id; `shares` says whether it uses a fixture of its file."""
    alone = not shares and times.get(test, 0.0) >= SLOW
    return test if alone else test.partition("::")[0]


def in_order(units: Mapping[str, Sequence[str]], times: Mapping[str, float]) -> list[str]:
    """Return the units, the longest first: what is left at the end is short, so no worker waits long for another."""
    weight = {unit: sum(times.get(test, UNKNOWN) for test in tests) for unit, tests in units.items()}
    return sorted(units, key=lambda unit: (-weight[unit], unit))


def measured(nodeid: str) -> str:
    """Return the node id under which a test's time is kept."""
    return _GROUP.sub("", nodeid)


def read_times() -> Mapping[str, float]:
    """Return node id → seconds of the last run, nothing where there was none."""
    try:
        times: dict[str, float] = json.loads(TIMES.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return times


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        adopt_orphans()
    config.pluginmanager.register(Stopwatch(), "stopwatch")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):
        return
    times = read_times()
    units: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        units[unit_of(item.nodeid, shares=_shares(item), times=times)].append(item)
    order = in_order({unit: [item.nodeid for item in inside] for unit, inside in units.items()}, times)
    items[:] = [item for unit in order for item in units[unit]]
    for unit in order:
        for item in units[unit]:
            # The scheduler splits at this sign, which the name of a parameter may hold.
            item._nodeid = f"{item.nodeid}@unit:{unit.replace('@', '-')}"


def _shares(item: pytest.Item) -> bool:
    info = getattr(item, "_fixtureinfo", None)
    found = info.name2fixturedefs.values() if info else ()
    return any(definition.scope in {"module", "class", "package"} for each in found for definition in each)


class Stopwatch:
    """Adds up what each test took and tells it at the end; on a worker it hears nothing that it could tell."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.times: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        # What is shown of a failure can be copied behind `pytest`.
        report.nodeid = measured(report.nodeid)
        self.times[report.nodeid] += report.duration

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(session.config, "workerinput") or not self.times:
            return
        TIMES.parent.mkdir(exist_ok=True)
        kept = {**read_times(), **{test: round(seconds, 3) for test, seconds in self.times.items()}}
        TIMES.write_text(json.dumps(kept, indent=0, sort_keys=True), encoding="utf-8")

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
