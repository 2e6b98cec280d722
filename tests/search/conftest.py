"""The built site on a host, a browser, and the search engine alone for quick questions."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.person import Person
from browser.visits import launched, visit
from site_server import SiteServer, serving


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


@pytest.fixture
def visitor(browser: Browser, server: SiteServer) -> Iterator[Callable[..., Person]]:
    """Return a function that gives a new person a browser of their own, at another host if a test names one."""
    with ExitStack() as visits:
        yield lambda at=server, **options: visits.enter_context(visit(browser, at, **options))


@pytest.fixture
def person(visitor: Callable[..., Person]) -> Person:
    """Return somebody with a wide window."""
    return visitor()
