"""Builds the site twice, in two folders under two clocks, time zones and locales, and compares every byte.

    make verify

The program of each build is the copy in its own folder, and each compiles for the browser anew. The clocks are changed
by libfaketime below Python, Node and Git, so that whoever asks for the time gets the wrong one.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LIBRARIES = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/local/lib/faketime/libfaketime.so.1")
_SHARED = ("node_modules",)
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What differs from one build to the other: the folder, by how much the clock is wrong, time zone and locale."""

    folder: str
    clock: str
    zone: str
    locale: str
    seed: str


HERE = Surroundings("hier", "-3000d", "America/Los_Angeles", "C", "0")
ELSEWHERE = Surroundings("ein anderer Ordner/für später", "+400d", "Pacific/Kiritimati", "C.UTF-8", "1")


def main() -> int:
    """Build twice and say how it went: 0 all bytes are the same, 1 some are not, 2 the clock cannot be changed."""
    library = faketime()
    if library is None:
        print("libfaketime fehlt; unter Debian und Ubuntu: apt install libfaketime", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        sites = [built(copied(Path(name) / around.folder), around, library) for around in (HERE, ELSEWHERE)]
        found = list(differences(*(contents(site) for site in sites)))
        count = len(contents(sites[0]))
    for difference in found[:_MOST_SHOWN]:
        print(difference, file=sys.stderr)
    print(f"{count} Dateien, zweimal gebaut: {len(found)} verschieden.")
    return 1 if found else 0


def faketime() -> Path | None:
    """Return the library that changes the clock, None where it is not installed."""
    named = os.environ.get("LIBFAKETIME")
    patterns = (Path(named),) if named else (path for each in _LIBRARIES for path in sorted(Path("/").glob(each[1:])))
    return next((path for path in patterns if path.is_file()), None)


def copied(folder: Path) -> Path:
    """Copy the project as it lies on the disk, with its history and without what was built; return the copy."""
    folder.mkdir(parents=True)
    listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    common = Path(_git("rev-parse", "--path-format=absolute", "--git-common-dir").strip())
    head = _git("rev-parse", "HEAD").strip()
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    subprocess.run(["git", "-C", folder, "fetch", "--quiet", "--update-shallow", common, head], check=True)
    subprocess.run(["git", "-C", folder, "update-ref", "HEAD", head], check=True)
    for name in _SHARED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def _git(*arguments: str) -> str:
    return subprocess.run(["git", "-C", ROOT, *arguments], check=True, capture_output=True, encoding="utf-8").stdout


def built(project: Path, around: Surroundings, library: Path) -> Path:
    """Build a copy of the project in these surroundings; return the folder of the site. Ends the program on failure."""
    command = [Path(sys.executable).parent / "mkdocs", "build", "--strict", "-q", "-f", project / "mkdocs.yml"]
    done = subprocess.run(
        command, cwd=project, env=environment(project, around, library), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"Der Bau in „{around.folder}“ ist gescheitert:\n{done.stdout}{done.stderr}")
    return project / "site"


def environment(project: Path, around: Surroundings, library: Path) -> Mapping[str, str]:
    """Return the environment of a build.

    The monotonic clock is shifted with the others: left alone, libfaketime 0.9.10 lets no Python wait.
    """
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONPATH": f"{project}{os.pathsep}{project / 'plugins'}",
        "PYTHONHASHSEED": around.seed,
        "PYTHONDONTWRITEBYTECODE": "1",
        "SITE_URL": "https://example.org/",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "TZ": around.zone,
        "LC_ALL": around.locale,
        "LD_PRELOAD": str(library),
        "FAKETIME": around.clock,
    }


def contents(site: Path) -> Mapping[str, str]:
    """Return path in the site → SHA-256 of each file."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differences(first: Mapping[str, str], second: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each file that only one of two sites has, or that is not the same in both."""
    for name in sorted(first.keys() | second.keys()):
        if name not in second:
            yield f"nur beim ersten Mal: {name}"
        elif name not in first:
            yield f"nur beim zweiten Mal: {name}"
        elif first[name] != second[name]:
            yield f"verschieden: {name}"


if __name__ == "__main__":
    sys.exit(main())
