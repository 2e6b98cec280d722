"""Files packed for servers that do not compress by themselves: the same bytes whatever Python the build runs on."""

import subprocess
import sys
import tempfile
from pathlib import Path

_SCRIPT = Path(__file__).resolve().parent / "pack.mjs"
NODE = Path(sys.executable).parent / ("node.exe" if sys.platform == "win32" else "node")


class PackingError(Exception):
    """Node is missing or could not pack a file; the message is one German sentence for whoever runs the build."""


def gzipped(path: Path, node: Path = NODE) -> bytes:
    """Return the file as gzip, without date, name and system. Raises PackingError."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "packed.gz"
        try:
            done = subprocess.run([node, _SCRIPT, path, output], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise PackingError(f"Node fehlt ({node}); „make setup“ installiert es.") from None
        if done.returncode != 0:
            raise PackingError(f"{path.name} ließ sich nicht packen: {done.stderr.strip()[-500:]}")
        return output.read_bytes()
