"""`make serve` as an editor lives with it: what is saved appears, and a mistake is told and outlived."""

import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from playwright.sync_api import Browser, expect

from building import ROOT, copy_of_the_project, surroundings
from host.preview import with_script_as_file

ARTICLE = "kurzform-oder-langform"
PATIENCE = 180.0  # seconds; a build takes about five, and a machine may have much else to do


@dataclass
class Preview:
    """A running preview: where it is, and every line it has said so far."""

    project: Path
    url: str
    said: list[str] = field(default_factory=list)

    @property
    def article(self) -> Path:
        """Return the file of the article that the tests edit."""
        return self.project / "magazine" / f"{ARTICLE}.md"

    def shows(self, page: str, text: str) -> None:
        """Wait until a page shows a text."""
        self._until(lambda: text in self.page(page), f"{page} does not show {text!r}")

    def says(self, text: str) -> None:
        """Wait until the preview has said a text to whoever started it."""
        self._until(lambda: text in "".join(self.said), f"nobody said {text!r}")

    def page(self, page: str) -> str:
        """Return what the preview serves at a path, empty where it serves nothing yet."""
        try:
            with urlopen(self.url + page, timeout=10) as response:  # noqa: S310 - our own, on loopback
                return str(response.read().decode())
        except (URLError, OSError):
            return ""

    def _until(self, holds: Callable[[], bool], complaint: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{complaint}\n{''.join(self.said)}"
            time.sleep(0.3)


@pytest.fixture(scope="module", params=["mkdocs"])
def preview(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Preview]:
    """Return a preview that the tests of this module share: starting one takes a build."""
    project = copy_of_the_project(tmp_path_factory.mktemp("vorschau"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [ROOT / ".venv/bin" / request.param, "serve", "-f", project / "mkdocs.yml", "-a", address]
    with subprocess.Popen(
        command, cwd=project, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        running = Preview(project, f"http://{address}/")
        threading.Thread(target=lambda: running.said.extend(process.stdout or ()), daemon=True).start()
        yield running
        process.terminate()


HOSTS = pytest.mark.parametrize("preview", ["mkdocs", "properdocs"], indirect=True)
PAGE = f"magazin/{ARTICLE}/"


@HOSTS
def test_a_page_in_the_preview_has_the_policy_it_is_published_with(preview: Preview) -> None:
    preview.shows(PAGE, "<h1>")
    html = preview.page(PAGE)
    assert "unsafe" not in html
    assert not re.search(r"<script(?![^>]*(?: src=|ld\+json))", html)
    (script,) = re.findall(r'<script src="/(livereload-[^"]+)"', html)
    assert "XMLHttpRequest" in preview.page(script)


@HOSTS
def test_a_page_in_the_preview_follows_what_is_saved(preview: Preview, browser: Browser) -> None:
    preview.shows(PAGE, "<h1>")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(preview.url + PAGE)
    text = preview.article.read_text(encoding="utf-8")
    preview.article.write_text(f"{text}\nEin Satz im Browser.\n", encoding="utf-8")
    expect(page.get_by_text("Ein Satz im Browser.")).to_be_visible(timeout=PATIENCE * 1000)
    assert not [line for line in said if "Content Security Policy" in line]
    page.close()


def test_a_mistake_in_a_text_is_told_and_the_preview_goes_on_when_it_is_mended(preview: Preview) -> None:
    text = preview.article.read_text(encoding="utf-8")
    preview.shows(PAGE, "<h1>")
    preview.article.write_text(text.replace("rubrik: praxistipp", "rubrik: praxistip"), encoding="utf-8")
    preview.says(f"magazine/{ARTICLE}.md:4")
    preview.article.write_text(f"{text}\nEin neuer Satz am Ende.\n", encoding="utf-8")
    preview.shows(PAGE, "Ein neuer Satz am Ende.")


def test_a_mistake_in_a_question_is_told_and_the_preview_goes_on_when_it_is_mended(preview: Preview) -> None:
    catalogue = preview.project / "questionnaire" / "katalog.yaml"
    text, questions = preview.article.read_text(encoding="utf-8"), catalogue.read_text(encoding="utf-8")
    preview.shows(PAGE, "<h1>")
    catalogue.write_text(questions.replace("\ntitel:", "\ntitle:", 1), encoding="utf-8")
    preview.says("questionnaire/katalog.yaml")
    catalogue.write_text(questions, encoding="utf-8")
    preview.article.write_text(f"{text}\nEin anderer Satz am Ende.\n", encoding="utf-8")
    preview.shows(PAGE, "Ein anderer Satz am Ende.")


WRITTEN = b"<script>\nvar livereload = function(epoch, requestId) { };\nlivereload(12, 34);\n</script>"


def answered(page: bytes, kind: str = "text/html") -> Callable[[str], tuple[str, bytes]]:
    """Return what asks an app, wrapped as the preview is, that serves one page."""

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))])
        return [page]

    wrapped = with_script_as_file(app)

    def ask(path: str) -> tuple[str, bytes]:
        begun: list[Sequence[tuple[str, str]]] = []
        body = b"".join(wrapped({"PATH_INFO": path}, lambda status, headers, *_: begun.append(headers)))  # type: ignore[arg-type,return-value]
        assert dict(begun[0])["Content-Length"] == str(len(body))
        return dict(begun[0])["Content-Type"], body

    return ask


def test_the_reload_script_leaves_the_page_and_is_served_with_its_two_numbers() -> None:
    ask = answered(b"<body>x" + WRITTEN + b"</body>")
    assert ask("/")[1] == b'<body>x<script src="/livereload-12-34.js"></script></body>'
    kind, script = ask("/livereload-12-34.js")
    assert kind == "text/javascript"
    assert script.rstrip().endswith(b"livereload(12, 34);")
    assert b"script>" not in script


@pytest.mark.parametrize(
    "page",
    [
        b"<script>alert(1)</script></body>",
        b"<script>\nvar livereload = 1; alert(1)</script></body>",
        b"<script>\nvar livereload = 1;</script><script>livereload(1, 2);</script></body>",
        b"<body>x</body>",
        WRITTEN + b"x</body>",
    ],
)
def test_no_other_script_is_taken_for_it(page: bytes) -> None:
    assert answered(page)("/")[1] == page


def test_what_is_no_page_is_handed_on_as_it_is() -> None:
    assert answered(WRITTEN, kind="text/plain")("/")[1] == WRITTEN
