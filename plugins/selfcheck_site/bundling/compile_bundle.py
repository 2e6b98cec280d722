"""Run by Pyodide in the build: packs modules as bytecode into one stored zip.

Bytecode belongs to one Python version, so it is Pyodide itself that compiles, whatever Python the build runs on.
"""

import importlib.util
import sys
import zipfile
from collections.abc import Iterator, Sequence
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from importlib.machinery import ModuleSpec
from io import BytesIO
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from selfcheck_site.views.rendering import environment

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
SHIPPED_FROM = (f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip", "/sources")
OURS = ("selfcheck_core", "selfcheck_site")


def bundle(modules: Sequence[str], sources: str) -> bytes:
    """Return the zip of these modules and of the data files in `sources`, in a fixed order and with fixed dates.

    Stored, not deflated: the host's Brotli or our gzip then sees plain bytes and packs them tighter.
    """
    entries = dict(_bytecode(modules)) | dict(_data(Path(sources))) | dict(_templates())
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(entries):
            archive.writestr(zipfile.ZipInfo(name, FIXED_DATE), entries[name])
    return buffer.getvalue()


def _bytecode(modules: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for module in modules:
        spec = sys.modules[module].__spec__ if module in sys.modules else None
        if spec is not None and (spec.origin or "").startswith(SHIPPED_FROM):
            yield _compiled(module, spec)


def _compiled(module: str, spec: ModuleSpec) -> tuple[str, bytes]:
    path = module.replace(".", "/") + ("/__init__" if spec.submodule_search_locations is not None else "")
    source = spec.loader.get_source(module).encode()  # type: ignore[union-attr]
    ours = module.startswith(OURS)
    # Our docstrings stay: a dataclass without one makes it up from its signature, which takes longer than all the rest.
    code = compile(source, f"{SHIPPED_FROM[0]}/{path}.py", "exec", dont_inherit=True, optimize=1 if ours else 2)
    code = code if ours else _without_lines(code)
    # Unchecked: there is no source in the browser that the bytecode could be older than.
    return f"{path}.pyc", bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))


def _without_lines(code: CodeType) -> CodeType:
    """Let all instructions belong to the first line of their function: a quarter less, seen in tracebacks only."""
    constants = tuple(_without_lines(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_linetable=_one_line(len(code.co_code) // 2), co_consts=constants)


def _one_line(code_units: int) -> bytes:
    """Return a location table for this many code units, in which no line follows the first.

    Each entry is two bytes: a mark (1, then 13 for "no columns" in four bits, then the number of units less one in
    three bits) and the step to its line, 0. A table must cover all units, or `traceback` fails. CPython's
    InternalDocs/code_objects.md describes the format.
    """
    full, rest = divmod(code_units, 8)
    return bytes([0x80 | 13 << 3 | 7, 0] * full + ([0x80 | 13 << 3 | rest - 1, 0] if rest else []))


def _data(sources: Path) -> Iterator[tuple[str, bytes]]:
    for path in sources.rglob("*"):
        if path.is_file() and path.suffix != ".py":
            yield path.relative_to(sources).as_posix(), path.read_bytes()


def _templates() -> Iterator[tuple[str, bytes]]:
    """Yield the bytecode of each template that has been used, where `views.bytecode` looks for it."""
    made = environment()
    made.bytecode_cache = recorder = _Recorder()
    if made.loader is not None and made.cache is not None:
        for _, name in sorted(made.cache.keys(), key=lambda key: key[1]):
            made.loader.load(made, name)
    for key, code in recorder.recorded.items():
        yield f"selfcheck_site/views/templates/{key}.bytecode", code


class _Recorder(BytecodeCache):
    def __init__(self) -> None:
        self.recorded: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        pass

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.recorded[bucket.key] = bucket.bytecode_to_string()
