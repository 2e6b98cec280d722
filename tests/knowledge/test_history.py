"""The day of a text's last change, read from the project's history."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from git import commit, git
from host.history import last_changes, last_commit_day, latest_day


def written(folder: Path, *names: str, text: str = "eins") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    written(tmp_path, "magazine/a.md", "magazine/b.md", "docs/für alle.md")
    commit(tmp_path, ".", day="2026-03-01")
    written(tmp_path, "magazine/b.md", text="zwei")
    commit(tmp_path, ".", day="2026-03-09")
    return tmp_path


def test_a_file_has_the_day_of_the_newest_commit_that_changed_it(project: Path) -> None:
    assert last_changes(project) == {
        "magazine/a.md": "2026-03-01",
        "magazine/b.md": "2026-03-09",
        "docs/für alle.md": "2026-03-01",
    }


def test_what_nobody_has_committed_yet_has_no_day(project: Path) -> None:
    written(project, "magazine/neu.md")
    assert "magazine/neu.md" not in (last_changes(project) or {})


def test_paths_begin_at_the_project_even_where_the_repository_begins_above(tmp_path: Path) -> None:
    written(tmp_path, "website/docs/a.md", "anderes/b.md")
    commit(tmp_path, ".", day="2026-03-01")
    assert last_changes(tmp_path / "website") == {"docs/a.md": "2026-03-01"}


def test_a_shallow_clone_knows_no_day(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "--quiet", "--depth", "1", project.as_uri(), ".")
    assert (clone / "magazine/a.md").exists()
    assert last_changes(clone) is None


def test_without_a_repository_no_day_is_known(tmp_path: Path) -> None:
    assert last_changes(tmp_path) is None


def test_without_git_no_day_is_known(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changes(project) is None


def test_the_last_commit_has_a_day_in_a_shallow_clone_too(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "--quiet", "--depth", "1", project.as_uri(), ".")
    assert (last_commit_day(project), last_commit_day(clone)) == ("2026-03-09", "2026-03-09")


def test_without_a_repository_there_is_no_last_commit(tmp_path: Path) -> None:
    assert last_commit_day(tmp_path) == ""


@pytest.mark.parametrize(
    ("clock", "latest"),
    [
        (datetime(2026, 3, 20, 9, tzinfo=UTC), "2026-03-20"),
        # The evening in Dessau-Roßlau is the next morning in Kiritimati, and somebody may write there.
        (datetime(2026, 3, 20, 22, tzinfo=timezone(timedelta(hours=1))), "2026-03-21"),
        (datetime(2026, 3, 20, 23, tzinfo=timezone(timedelta(hours=-8))), "2026-03-21"),
        # A clock that is slow makes nothing of what was committed a matter of the future.
        (datetime(1970, 1, 1, tzinfo=UTC), "2026-03-09"),
        (datetime(2026, 3, 1, tzinfo=UTC), "2026-03-09"),
    ],
)
def test_the_latest_day_of_a_text_is_today_or_that_of_the_last_commit(
    project: Path, clock: datetime, latest: str
) -> None:
    assert latest_day(project, clock) == latest
