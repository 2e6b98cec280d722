"""`make serve` as an editor lives with it: what is saved appears, and a mistake is told and outlived."""

import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from building import ROOT, copy_of_the_project, surroundings

ARTICLE = "kurzform-oder-langform"
PATIENCE = 60.0  # seconds; a build takes about five


@dataclass
class Preview:
    """A running preview: where it is, and every line it has said so far."""

    project: Path
    url: str
    said: list[str] = field(default_factory=list)

    def shows(self, page: str, text: str) -> None:
        """Wait until a page shows a text."""
        self._until(lambda: text in self._page(page), f"{page} does not show {text!r}")

    def says(self, text: str) -> None:
        """Wait until the preview has said a text to whoever started it."""
        self._until(lambda: text in "".join(self.said), f"nobody said {text!r}")

    def _page(self, page: str) -> str:
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


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = copy_of_the_project(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [ROOT / ".venv/bin/mkdocs", "serve", "-f", project / "mkdocs.yml", "-a", address]
    with subprocess.Popen(
        command, cwd=project, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        running = Preview(project, f"http://{address}/")
        threading.Thread(target=lambda: running.said.extend(process.stdout or ()), daemon=True).start()
        yield running
        process.terminate()


def test_a_mistake_in_a_text_or_a_question_is_told_and_the_preview_goes_on_when_it_is_mended(preview: Preview) -> None:
    article = preview.project / "magazine" / f"{ARTICLE}.md"
    catalogue = preview.project / "questionnaire" / "katalog.yaml"
    text, questions = article.read_text(encoding="utf-8"), catalogue.read_text(encoding="utf-8")
    preview.shows(f"magazin/{ARTICLE}/", "<h1>")

    article.write_text(text.replace("rubrik: praxistipp", "rubrik: praxistip"), encoding="utf-8")
    preview.says(f"magazine/{ARTICLE}.md:4")
    article.write_text(f"{text}\nEin neuer Satz am Ende.\n", encoding="utf-8")
    preview.shows(f"magazin/{ARTICLE}/", "Ein neuer Satz am Ende.")

    catalogue.write_text(questions.replace("\ntitel:", "\ntitle:", 1), encoding="utf-8")
    preview.says("questionnaire/katalog.yaml")
    catalogue.write_text(questions, encoding="utf-8")
    article.write_text(f"{text}\nEin anderer Satz am Ende.\n", encoding="utf-8")
    preview.shows(f"magazin/{ARTICLE}/", "Ein anderer Satz am Ende.")
