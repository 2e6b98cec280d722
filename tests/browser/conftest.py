"""A browser, a host, and people who use both."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.person import Person
from browser.visits import launched, visit
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder
from site_server import SiteServer, serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    """Return a plain host with compression that serves the site below a path."""
    with serving(site) as running:
        yield running


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the questionnaire that the site was built from."""
    compiled = compile_questionnaire(read_folder(ROOT / "questionnaire")).catalogue
    assert compiled
    return compiled


@pytest.fixture
def visitor(browser: Browser, server: SiteServer) -> Iterator[Callable[..., Person]]:
    """Return a function that gives a new person a browser of their own, at another host if a test names one."""
    with ExitStack() as visits:
        yield lambda at=server, **options: visits.enter_context(visit(browser, at, **options))


@pytest.fixture
def person(visitor: Callable[..., Person]) -> Person:
    """Return somebody with a wide window."""
    return visitor()
