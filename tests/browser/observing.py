"""What a browser must never do while a person uses the site: seen here, and told at the end of every visit."""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  globalThis.tellTheTest?.(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""

# The icon of the tab is given up where the next page comes fast.
HARMLESS = ("failed-request", r"ERR_ABORTED .*/assets/zeichen\.svg$")


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that must not happen.

    ``kind`` is "console" (an error or warning), "page-error", "policy" (the Content-Security-Policy was broken),
    "failed-request", "bad-status" (400 and above) or "foreign-request".
    """

    kind: str
    text: str


@dataclass
class Watch:
    """Hears of everything in a browser context, from its pages and their workers.

    Attributes:
        incidents: in the order of happening.
        requests: every request to a web address, whether it was answered or not.
        said: every line of the console, harmless ones included.
        expected: what a test provokes on purpose: kind and regular expression for the text.
        allowed: what may come along with that or not, because it depends on which file arrives first.
        patience_milliseconds: how long what is expected may take to be told.
    """

    origin: str
    incidents: list[Incident] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    expected: list[tuple[str, str]] = field(default_factory=list)
    allowed: list[tuple[str, str]] = field(default_factory=lambda: [HARMLESS])
    patience_milliseconds: int = 5_000

    def attach(self, context: BrowserContext) -> None:
        """Watch a context that has no page yet."""
        context.on("console", self._console)
        context.on("weberror", self._page_error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.expose_binding("tellTheTest", self._violation)
        context.add_init_script(_TELL_VIOLATIONS)

    def attach_to_workers(self, page: Page) -> None:
        """Watch for violations of the policy in the workers of a page, about which Playwright keeps silent."""
        log = page.context.new_cdp_session(page)
        log.on("Log.entryAdded", self._log_entry)
        log.send("Log.enable")

    def expect(self, kind: str, pattern: str) -> None:
        """Say that this will happen, at least once: a test that provokes nothing is told so, too."""
        self.expected.append((kind, pattern))

    def allow(self, kind: str, pattern: str) -> None:
        """Say that this may happen."""
        self.allowed.append((kind, pattern))

    def complaints(self) -> list[str]:
        """Return what happened without being expected, and what was expected without happening."""
        surprises = [each for each in self.incidents if not any(_fits(each, e) for e in self.expected + self.allowed)]
        return [f"{each.kind}: {each.text}" for each in surprises] + [f"never happened: {e}" for e in self._missed()]

    def wait_for_what_is_expected(self, page: Page) -> None:
        """Give it time to be told: a page tells of a broken policy in a task of its own, behind what broke it."""
        for _ in range(self.patience_milliseconds // 50):
            if not self._missed() or page.is_closed():
                return
            page.wait_for_timeout(50)

    def _missed(self) -> list[tuple[str, str]]:
        return [e for e in self.expected if not any(_fits(each, e) for each in self.incidents)]

    def kinds(self) -> set[str]:
        """Return the kinds of incidents so far."""
        return {each.kind for each in self.incidents}

    def _note(self, kind: str, text: str) -> None:
        self.incidents.append(Incident(kind, text))

    def _console(self, message: ConsoleMessage) -> None:
        self.said.append(message.text)
        if message.type in {"error", "warning", "assert"}:
            self._note("console", f"{message.text} {message.location.get('url', '')}")

    def _log_entry(self, event: dict[str, Any]) -> None:
        entry = event["entry"]
        if entry["source"] == "worker" and "Content Security Policy" in entry["text"]:
            self._note("policy", f"worker: {entry['text']}")

    def _page_error(self, error: WebError) -> None:
        self._note("page-error", str(error.error))

    def _violation(self, source: dict[str, Any], text: str) -> None:
        self._note("policy", text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("http:", "https:", "ws:", "wss:")):
            return
        self.requests.append(request)
        if not request.url.startswith(self.origin):
            self._note("foreign-request", request.url)

    def _failed(self, request: Request) -> None:
        self._note("failed-request", f"{request.failure} {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._note("bad-status", f"{response.status} {response.url}")


def _fits(incident: Incident, expected: tuple[str, str]) -> bool:
    kind, pattern = expected
    return incident.kind == kind and re.search(pattern, incident.text) is not None
