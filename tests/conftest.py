"""What every test may ask for."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.person import Person
from browser.visits import launched, visit
from building import Built, built_once
from site_server import SiteServer, serving

pytest_plugins = ["balance"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the browser, so that `-m "not browser"` is everything else."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let what is skipped for one reason be one line at the end, and a failure in CI, where nobody would read it."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
        file, _, reason = report.longrepr
        report.longrepr = (file, None, reason)  # type: ignore[assignment] - pytest's own line for a whole file
        if os.environ.get("CI"):
            report.outcome, report.longrepr = "failed", f"{reason} CI ist gesetzt, deshalb zählt das als Fehler."
    return report


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site, built once for all tests of all workers."""
    here = tmp_path_factory.getbasetemp()
    done = built_once(here.parent if "PYTEST_XDIST_WORKER" in os.environ else here)
    assert done.code == 0, done.said
    return done


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """Return the folder of the built site."""
    return built.site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one running Chromium: Playwright can be started only once in a process."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    """Return a plain host with compression that serves the site below a path."""
    with serving(site) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser, server: SiteServer) -> Iterator[Callable[..., Person]]:
    """Return a function that gives a new person a browser of their own, at another host if a test names one."""
    with ExitStack() as visits:
        yield lambda at=server, **options: visits.enter_context(visit(browser, at, **options))


@pytest.fixture
def person(visitor: Callable[..., Person]) -> Person:
    """Return somebody with a wide window."""
    return visitor()
