"""Every editor on every system writes the same bytes: Git keeps line ends of texts as LF, whatever a program makes."""

import shutil
from pathlib import Path

import pytest

from git import commit, git

RULES = Path(__file__).resolve().parents[2] / ".gitattributes"


def fetched_again(folder: Path, name: str, written: bytes) -> bytes:
    """Return what a file holds that was committed and is fetched again where Git is set up as on Windows."""
    path = folder / name
    path.write_bytes(written)
    commit(folder, name, day="2026-01-02")
    path.unlink()
    git(folder, "-c", "core.autocrlf=true", "checkout", "--", name)
    return path.read_bytes()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copy(RULES, tmp_path)
    commit(tmp_path, RULES.name, day="2026-01-01")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["text.md", "frage.yaml", "seite.html", "modul.mjs", "stil.css", "Makefile", "core.py"]
)
def test_line_ends_of_windows_do_not_outlive_a_commit(project: Path, name: str) -> None:
    assert fetched_again(project, name, b"eins\r\nzwei\r\n") == b"eins\nzwei\n"


def test_without_the_rules_they_do(tmp_path: Path) -> None:
    assert fetched_again(tmp_path, "text.md", b"eins\r\nzwei\r\n") == b"eins\r\nzwei\r\n"


@pytest.mark.parametrize("name", ["bild.png", "foto.jpg", "papier.pdf", "kern.wasm", "schrift.woff2", "paket.gz"])
def test_what_is_no_text_stays_byte_for_byte(project: Path, name: str) -> None:
    assert fetched_again(project, name, b"eins\r\nzwei\n") == b"eins\r\nzwei\n"
