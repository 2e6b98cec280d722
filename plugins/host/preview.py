"""The preview's reload script as a file of our own, so that a page in the preview has the policy it has when published.

MkDocs writes a script into every page that its preview serves, and a policy that lets it run would let any other run.
"""

import re
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_WRITTEN = re.compile(
    rb"<script>(?P<program>\s*var livereload = (?:(?!</?script).)*?)"
    rb"livereload\((?P<epoch>\d+), (?P<request>\d+)\);\s*</script>(?=</body>|\Z)",
    re.DOTALL,
)
_SERVED = re.compile(r"/livereload-(?P<epoch>\d+)-(?P<request>\d+)\.js")

Headers = list[tuple[str, str]]


def with_script_as_file(app: WSGIApplication) -> WSGIApplication:
    """Return the preview's app with the script that it writes into pages taken out and served at an address."""
    program = b""

    def served(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        nonlocal program
        asked = _SERVED.fullmatch(environ["PATH_INFO"])
        if asked:
            script = program + f"livereload({asked['epoch']}, {asked['request']});\n".encode()
            start_response("200 OK", [("Content-Type", "text/javascript"), ("Content-Length", str(len(script)))])
            return [script]
        answer = _Answer()
        body = app(environ, answer.start)
        if not answer.is_page:
            start_response(answer.status, answer.headers)
            return body
        page = _read(body)
        found = _WRITTEN.search(page, max(page.rfind(b"<script>"), 0))
        if found:
            program = found["program"]
            page = page[: found.start()] + _element(found) + page[found.end() :]
        start_response(answer.status, answer.with_length(len(page)))
        return [page]

    return served


class _Answer:
    """The status and headers with which an app begins its answer."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []

    def start(self, status: str, headers: Headers, exc_info: object = None, /) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return lambda _: None  # nobody writes in this way any more

    @property
    def is_page(self) -> bool:
        return any(name.lower() == "content-type" and value.startswith("text/html") for name, value in self.headers)

    def with_length(self, length: int) -> Headers:
        kept = [(name, value) for name, value in self.headers if name.lower() != "content-length"]
        return [*kept, ("Content-Length", str(length))]


def _element(found: re.Match[bytes]) -> bytes:
    return b'<script src="/livereload-%b-%b.js"></script>' % (found["epoch"], found["request"])


def _read(body: Iterable[bytes]) -> bytes:
    try:
        return b"".join(body)
    finally:
        close = getattr(body, "close", None)
        if close:
            close()
