"""Builds the site for tests: one process a build, as an editor would run it."""

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Built:
    """A finished build: where it went, how it ended and what it said."""

    site: Path
    code: int
    said: str


def build(
    site: Path,
    *,
    host: str = "mkdocs",
    project: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    strict: bool = True,
) -> Built:
    """Build the project into a folder; `environment` adds to that of the test."""
    command = [ROOT / ".venv" / "bin" / host, "build", "-f", project / "mkdocs.yml", "-d", site]
    command += ["--strict"] if strict else []
    done = subprocess.run(
        command,
        cwd=project,
        env=surroundings(environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return Built(site, done.returncode, done.stdout + done.stderr)


def built_once(folder: Path) -> Built:
    """Build the project into a folder that several processes share: the first builds, the others wait and take it."""
    site, account = folder / "website", folder / "website.json"
    with (folder / "website.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not account.exists():
            done = build(site)
            account.write_text(json.dumps([done.code, done.said]), encoding="utf-8")
    code, said = json.loads(account.read_text(encoding="utf-8"))
    return Built(site, code, said)


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a build: the test's own and what is given, without banners of MkDocs' successors."""
    return {**os.environ, **QUIET, **(more or {})}


def copy_of_the_project(folder: Path) -> Path:
    """Copy what an editor edits; programs and packages stay where they are."""
    for name in ("docs", "magazine", "questionnaire", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("build", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    return folder
