"""Runs a shipped zip in Pyodide under Node, as it is or spoiled."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
NODE = Path(sys.executable).parent / "node"


class ReplayError(Exception):
    """Pyodide did not start with this zip; the message is what it said."""


def replay(archive: Path, requests: Sequence[str]) -> list[str]:
    """Return the responses to these requests, in their order."""
    done = subprocess.run(
        [NODE, Path(__file__).with_name("replay.mjs"), PYODIDE, archive],
        input=json.dumps(requests),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode != 0:
        raise ReplayError(done.stderr)
    responses: list[str] = json.loads(done.stdout)
    return responses


def spoiled(archive: Path, copy: Path, changes: Mapping[str, bytes | None]) -> Path:
    """Write a copy of a zip with some entries replaced, or left out where None; each has to be there."""
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(copy, "w") as target:
        assert changes.keys() <= set(source.namelist())
        for name in source.namelist():
            content = changes.get(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
    return copy
