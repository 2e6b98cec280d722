"""The finished site lists the check sums of all its files, as `sha256sum --check` reads them."""

import subprocess
from pathlib import Path

from host.sums import LIST, sums


def test_the_site_lists_every_file_and_the_sums_are_right(site: Path) -> None:
    listed = (site / LIST).read_text(encoding="utf-8").splitlines()
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert [line.partition("  ")[2] for line in listed] == sorted(files - {LIST})
    checked = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", LIST], cwd=site, check=False)
    assert checked.returncode == 0


def test_a_changed_a_lost_and_an_added_file_change_the_list(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt", "ä ö.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / LIST).write_text("alt", encoding="utf-8")
    first = sums(tmp_path)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    changed = sums(tmp_path)
    (tmp_path / "a.txt").unlink()
    lost = sums(tmp_path)
    (tmp_path / "z.txt").write_text("", encoding="utf-8")
    assert len({first, changed, lost, sums(tmp_path)}) == 4
    assert LIST not in first
