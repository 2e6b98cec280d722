"""A Git repository with commits of chosen days, for what depends on a project's history."""

import os
import subprocess
from pathlib import Path

_PERSON = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Test"), ("EMAIL", "test@example.org"))
}


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    """Run Git in a folder, as if on this day, without the settings of whoever runs the test."""
    noon = f"{day}T12:00:00+00:00"
    environment = {**os.environ, **_PERSON, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    dates = {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
    subprocess.run(["git", "-C", folder, *arguments], env={**environment, **dates}, check=True, capture_output=True)


def commit(folder: Path, *paths: str, day: str) -> None:
    """Commit these paths on this day; the first commit makes the repository."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--", *paths)
    git(folder, "commit", "--quiet", "--message", "Änderung", day=day)
