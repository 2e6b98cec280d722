"""Measures how long the site takes to build with many articles, against plain MkDocs with Material and its own search.

The same Markdown files with the same extensions stand in both; both have a short navigation. Builds take turns, and of
each kind the cheapest counts: whatever else the machine does only ever makes one dearer. Run by `make bench`; ends with
1 where a goal is missed.
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

from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 1_000, 2_000
MAX_RATIO = 1.35
MAX_GROWTH = 2.3
MAX_MEGABYTES = 500
ROUNDS = 3
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
PLAIN = {
    "strict": False,  # lists that our plugins make are missing there
    "theme": {"name": "material", "font": False, "language": "de"},
    "plugins": ["search"],
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
        projects = (_plain(folder / "plain", FEW), _ours(folder / "few", FEW), _ours(folder / "many", MANY))
        rounds = [[_built(project) for project in projects] for _ in range(ROUNDS)]
    plain, few, many = (min(costs, key=lambda cost: cost.seconds) for costs in zip(*rounds, strict=True))
    goals = {
        f"{FEW} articles against plain MkDocs": (few.seconds / plain.seconds, MAX_RATIO),
        f"{MANY} articles against {FEW}": (many.seconds / few.seconds, MAX_GROWTH),
        f"megabytes at {MANY} articles": (many.megabytes, MAX_MEGABYTES),
    }
    print(f"CPU seconds: plain {plain.seconds:.1f}, ours {few.seconds:.1f} and {many.seconds:.1f}")
    for goal, (measured, most) in goals.items():
        print(f"{goal}: {measured:.2f}, at most {most}: {'reached' if measured <= most else 'MISSED'}")
    return 0 if all(measured <= most for measured, most in goals.values()) else 1


def _ours(folder: Path, count: int) -> Path:
    for name in ("docs", "magazine", "questionnaire", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("build", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    _multiply(folder / "magazine", count)
    return folder


def _plain(folder: Path, count: int) -> Path:
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "magazine", folder / "docs" / "magazin")
    _multiply(folder / "docs" / "magazin", count)
    config = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8")) | PLAIN
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")  # JSON is YAML, too
    return folder


def _multiply(folder: Path, count: int) -> None:
    """Copy the articles of a folder in turns until there are so many more."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md")) if path.stem != "index"]
    for number in range(count):
        (folder / f"text-{number}.md").write_text(texts[number % len(texts)], encoding="utf-8")


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
