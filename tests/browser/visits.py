"""Browsers for tests: started once, and a fresh profile for everybody who visits the site."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserType, Playwright, expect

from bootstrap import find_chromium
from browser.observing import Watch
from browser.person import Person
from site_server import SiteServer

# A name of this machine that no browser takes for safe, as it would `localhost`.
INTRANET = "intranet.test"

# Chromium's own errands; no name but loopback's leads anywhere, so that nothing could leave even if a page tried.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    f"--host-resolver-rules=MAP {INTRANET} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# A test uses a runtime for seconds: only what it calls is compiled, once and not again for speed. That saves a third of
# the CPU time of a start.
SPARING = ["--js-flags=--wasm-lazy-compilation --liftoff-only"]

# How long an expectation and a step may wait. A cold start takes about a second on an idle machine, but a test shares
# its machine with others: with Playwright's own five seconds, one in 3,000 failed on two busy cores.
PATIENCE_MILLISECONDS = 60_000


def launched(playwright: Playwright) -> Browser:
    """Start the Chromium that `make setup-tests` has found or installed."""
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    path = find_chromium()
    assert path, "Kein Chromium gefunden; „make setup-tests“ richtet eines ein."
    return started(playwright.chromium, path)


def started(kind: BrowserType, path: str) -> Browser:
    """Start the Chromium at this path."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return kind.launch(executable_path=path, args=[*QUIET, *SPARING, *as_root])


@contextmanager
def visit(browser: Browser, server: SiteServer, **options: Any) -> Iterator[Person]:
    """Give somebody a browser with an empty profile; at the end, nothing unexpected may have happened in it.

    `options` are those of Playwright's `new_context`.
    """
    address = urlsplit(server.url)
    watch = Watch(f"{address.scheme}://{address.netloc}/")
    context = browser.new_context(**{"locale": "de-DE", "viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    try:
        watch.attach(context)
        page = context.new_page()
        watch.attach_to_workers(page)
        yield Person(page, watch, server)
        watch.wait_for_what_is_expected(page)
    finally:
        context.close()
    complaints = watch.complaints()
    if complaints:
        raise AssertionError("\n".join(complaints))
