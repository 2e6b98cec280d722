"""When the texts were last changed, as the project's own history knows it."""

import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

_FIRST_TO_SEE_A_DAY = timezone(timedelta(hours=14))
_LOG = ("-c", "core.quotePath=false", "log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "--", ".")


def last_changes(project: Path) -> Mapping[str, str] | None:
    """Return path below the project → day of the last commit that changed it, such as "2026-11-22".

    None where nobody can know: without Git, outside a repository, or in a shallow clone, where the last commit seems to
    have changed every file. The whole history is read in one go; asking for each of 1,000 files takes half a minute.
    """
    if _git(project, "rev-parse", "--is-shallow-repository") != "false\n":
        return None
    history = _git(project, *_LOG)
    return None if history is None else _days(history.split("\0"))


def last_commit_day(project: Path) -> str:
    """Return the day of the last commit, empty where there is none."""
    return (_git(project, "log", "-1", "--format=%cs") or "").strip()


def latest_day(project: Path, now: datetime | None = None) -> str:
    """Return the latest day that may stand in a text: today, where today has come first, or that of the last commit.

    Whoever writes in the evening of one day may be checked on the evening before, in another time zone. And a clock
    that is slow must not make of what was committed long ago something that is still to come.
    """
    clock = now or datetime.now(UTC)
    return max(clock.astimezone(_FIRST_TO_SEE_A_DAY).date().isoformat(), last_commit_day(project))


def _days(commits: Iterable[str]) -> dict[str, str]:
    days: dict[str, str] = {}
    for commit in commits:  # the newest first
        day, *files = commit.split("\n")
        for file in filter(None, files):
            days.setdefault(file, day)
    return days


def _git(folder: Path, *arguments: str) -> str | None:
    """Return what Git says, None where it fails."""
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, encoding="utf-8", check=False)  # noqa: S607
    except OSError:
        return None
    return None if done.returncode else done.stdout
