"""Measures how long the site takes to build with many articles, against plain MkDocs with Material and its own search.

The same pages stand in both; both have a short navigation. Run by `make bench`; ends with 1 where a goal is missed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 1_000, 2_000
MAX_RATIO = 1.35
MAX_GROWTH = 2.3
MAX_MEGABYTES = 500
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
PLAIN = {
    "site_name": "Vergleich",
    "theme": {"name": "material", "font": False, "language": "de"},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "admonition", "def_list", "footnotes", "tables"],
    "nav": [{"Start": "index.md"}],
    "not_in_nav": "/magazin/",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: CPU seconds of the process and its largest memory in megabytes."""

    seconds: float
    megabytes: float


def main() -> int:
    """Measure, print and return 0 where every goal is reached, else 1."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = _built(_plain(folder / "plain", FEW))
        few = _built(_ours(folder / "few", FEW))
        many = _built(_ours(folder / "many", MANY))
    goals = {
        f"{FEW} articles against plain MkDocs": (few.seconds / plain.seconds, MAX_RATIO),
        f"{MANY} articles against {FEW}": (many.seconds / few.seconds, MAX_GROWTH),
        f"megabytes at {MANY} articles": (many.megabytes, MAX_MEGABYTES),
    }
    print(f"CPU seconds: plain {plain.seconds:.1f}, ours {few.seconds:.1f} and {many.seconds:.1f}")
    for goal, (measured, most) in goals.items():
        print(f"{goal}: {measured:.2f}, at most {most}: {'reached' if measured <= most else 'MISSED'}")
    return 0 if all(measured <= most for measured, most in goals.values()) else 1


def _texts() -> list[tuple[str, str]]:
    """Return front matter and body of every article there is."""
    paths = [path for path in sorted((ROOT / "magazine").glob("*.md")) if path.stem != "index"]
    return [(head, body) for _, head, body in (path.read_text(encoding="utf-8").split("---\n", 2) for path in paths)]


def _ours(folder: Path, count: int) -> Path:
    for name in ("docs", "magazine", "questionnaire", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("build", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for number, (head, body) in _numbered(count):
        (folder / "magazine" / f"text-{number}.md").write_text(f"---\n{head}---\n{body}", encoding="utf-8")
    return folder


def _plain(folder: Path, count: int) -> Path:
    pages = folder / "docs" / "magazin"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(PLAIN), encoding="utf-8")  # JSON is YAML, too
    for number, (_, body) in _numbered(count):
        (pages / f"text-{number}.md").write_text(f"---\ntitle: Nr. {number}\n---\n{body}", encoding="utf-8")
    return folder


def _numbered(count: int) -> list[tuple[int, tuple[str, str]]]:
    texts = _texts()
    return [(number, texts[number % len(texts)]) for number in range(count)]


def _built(folder: Path) -> Cost:
    command = [
        Path(sys.executable).parent / "mkdocs",
        "build",
        "-q",
        "-f",
        folder / "mkdocs.yml",
        "-d",
        folder / "site",
    ]
    environment: Mapping[str, str] = {**os.environ, **QUIET}
    process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{folder.name}: the build failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
