"""Everything the browser loads to run the self-check: Pyodide, one zip of bytecode, and the page's own modules.

Node runs Pyodide once to compile the modules (`build.mjs`); the outcome is kept in a cache under a key made of
all that went in. Every served name carries a hash of its content, so that hosts may let browsers keep it for ever.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from selfcheck_site.bundling.packing import NODE, PackingError, gzipped
from selfcheck_site.bundling.programs import imported_by, integrity, served_content, served_name

_HERE = Path(__file__).resolve().parent
_SITE = _HERE.parent
_BROWSER = _SITE / "browser"
_NODE_MODULES = _SITE.parents[1] / "node_modules"

_WASM = "pyodide.asm.wasm"
_SERVED_FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", _WASM)
_NEEDED_FROM_PYODIDE = (*_SERVED_FROM_PYODIDE, "python_stdlib.zip", "pyodide-lock.json", "package.json")
# What a packed file is made with beside its content: another Node may pack otherwise.
_PACKED_WITH = [
    (path.name, path) for path in (_HERE / "pack.mjs", _SITE.parents[1] / "requirements.lock") if path.is_file()
]
_COMPILE_SECONDS = 300
_HASH_LENGTH = 16
_KEPT_SECONDS = 7 * 24 * 60 * 60

Log = Callable[[str], object]


class BundleError(Exception):
    """The bundle cannot be built; the message is one German sentence for whoever runs the build."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is served for the self-check; all paths of the site are relative to its root, without a leading slash.

    Attributes:
        files: path in the site → the file to serve there, or its content.
        assets: "withdrawal" (the first script), "arrival", "main", "worker", "bundle" (files) and "pyodide" (a folder,
            with a trailing slash) → path in the site.
        modules: paths of "main" and of all modules that it imports, directly or not.
        sizes: "bytes-wasm" and "bytes-bundle" → size in bytes, unpacked, as decimal text for a data attribute.
        styles: paths of the style sheets, in the order in which they apply.
    """

    files: Mapping[str, Path | bytes]
    assets: Mapping[str, str]
    modules: tuple[str, ...]
    sizes: Mapping[str, str]
    styles: tuple[str, ...]

    def content(self, path: str) -> bytes:
        """Return the bytes that are served at a path of the site."""
        served = self.files[path]
        return served if isinstance(served, bytes) else served.read_bytes()

    def integrity(self, path: str) -> str:
        """Return the sum of what is served at a path, as the attribute `integrity` has it."""
        return integrity(self.content(path))

    @property
    def sums(self) -> str:
        """Return name and sum of each file that the worker is made of or loads, for a data attribute."""
        worker = self.assets["worker"]
        parts = imported_by(worker, {path: self.content(path) for path in self.files if path.endswith(".js")})
        loaded = [path for path in self.files if path.startswith("assets/laufzeit/") and not path.endswith(".gz")]
        return ",".join(f"{path.rpartition('/')[2]} {self.integrity(path)}" for path in (worker, *parts, *loaded))


def build_bundle(  # noqa: PLR0913 - what goes in, and where things lie
    catalogue_json: str,
    cache: Path,
    *,
    root: str = "",
    titles: Mapping[str, str] | None = None,
    node: Path = NODE,
    node_modules: Path = _NODE_MODULES,
    log: Log = lambda message: None,
) -> Bundle:
    """Build the bundle for a compiled catalogue, or find it in the cache.

    Args:
        catalogue_json: the compiled catalogue as JSON text; it goes into the zip as it is.
        root: the way from the page of the form to the root of the site, such as `../../`, for the same links.
        titles: path of a page such as `methoden/world-cafe` → its title, for the links of a result.
        cache: a folder of one's own for what was built; it may be deleted at any time.
        node: the Node program; needed only for what the cache does not hold yet.
        node_modules: the folder npm installed Pyodide into.
        log: is given one German sentence before each step that takes seconds.

    Raises:
        BundleError: Pyodide or Node is missing, or compiling failed.
    """
    pyodide = node_modules / "pyodide"
    _require_pyodide(pyodide)
    kept = cache.resolve() / "laufzeit"
    modules = _cached_modules(_Recipe(pyodide, node), kept, log)
    site = json.dumps({"root": root, "titles": dict(sorted((titles or {}).items()))}, ensure_ascii=False)
    archive = _cached_archive(modules, {"catalogue.json": catalogue_json, "site.json": site}, kept)
    packed = {path: _cached_gzip(path, kept, node, log) for path in (pyodide / _WASM, archive)}
    _forget_unused(kept, {modules, archive, *packed.values()})
    return _bundle(pyodide, archive, packed)


def _bundle(pyodide: Path, archive: Path, packed: Mapping[Path, Path]) -> Bundle:
    wasm = pyodide / _WASM
    pyodide_files = [(served_name(name), pyodide / name) for name in _SERVED_FROM_PYODIDE]
    page = [(served_name(path.relative_to(_BROWSER).as_posix()), path) for path in _page_files()]
    pyodide_at = f"assets/laufzeit/{_hash(pyodide_files)}/"
    archive_at = f"assets/laufzeit/selbstcheck-{_hash([('zip', archive)])}.zip"
    page_at = f"assets/selbstcheck/{_hash(page)}/"
    programs = {page_at + name: served_content(path) for name, path in page}
    return Bundle(
        files={
            **{pyodide_at + name: path for name, path in pyodide_files},
            pyodide_at + _WASM + ".gz": packed[wasm],
            archive_at: archive,
            archive_at + ".gz": packed[archive],
            **programs,
        },
        assets={
            "withdrawal": page_at + "withdrawal.js",
            "arrival": page_at + "arrival/arrival.js",
            "main": page_at + "main.js",
            "worker": page_at + "runtime/worker.js",
            "pyodide": pyodide_at,
            "bundle": archive_at,
        },
        modules=(page_at + "main.js", *imported_by(page_at + "main.js", programs)),
        sizes={"bytes-wasm": str(wasm.stat().st_size), "bytes-bundle": str(archive.stat().st_size)},
        styles=tuple(page_at + name for name, _ in page if name.endswith(".css")),
    )


def _page_files() -> list[Path]:
    """Return the page's modules and style sheets: the form's own first, then those of its parts; tests stay here."""
    found = [path for kind in ("*.mjs", "*.js", "*.css") for path in _BROWSER.rglob(kind)]
    return sorted((path for path in found if ".test." not in path.name), key=lambda path: (len(path.parts), path))


def _require_pyodide(folder: Path) -> None:
    missing = [name for name in _NEEDED_FROM_PYODIDE if not (folder / name).is_file()]
    if missing:
        raise BundleError(f"In {folder} fehlt {missing[0]}; „make setup“ installiert Pyodide dorthin.")


@dataclass(frozen=True, slots=True)
class _Recipe:
    """All that the compiled modules are made of. The catalogue is not: who edits a question need not wait for Node."""

    pyodide: Path
    node: Path

    def key(self) -> str:
        parts = [(name, self.pyodide / name) for name in _NEEDED_FROM_PYODIDE]
        parts += [(path.name, path) for path in sorted(_HERE.iterdir()) if path.is_file()]
        return _hash([*parts, *python_sources()])

    def stage(self, folder: Path) -> None:
        """Copy the sources into a folder."""
        for name, path in python_sources():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)


def python_sources() -> Iterator[tuple[str, Path]]:
    """Yield what the worker runs: every file of the core, the views and their packages, each with its import path."""
    yield "selfcheck_site/__init__.py", _SITE / "__init__.py"
    for name in ("selfcheck_core", "jinja2", "markupsafe"):
        yield from ((f"{name}/{path.name}", path) for path in sorted(_package(name).glob("*.py")))
    views = _SITE / "views"
    for path in sorted([*views.glob("*.py"), *views.glob("templates/**/*.html")]):
        yield f"selfcheck_site/views/{path.relative_to(views).as_posix()}", path


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise BundleError(f"Das Python-Paket {name} ist nicht installiert; „make setup“ holt es nach.")
    return Path(spec.origin).parent


def _cached_modules(recipe: _Recipe, cache: Path, log: Log) -> Path:
    modules = cache / f"module-{recipe.key()}.zip"
    if not _is_kept(modules):
        log("Übersetze die Auswertung für den Browser (dauert etwa zehn Sekunden) …")
        _place(modules, _compile(recipe))
    return modules


def _compile(recipe: _Recipe) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recipe.stage(folder / "sources")
        _run_node(recipe, folder)
        return (folder / "bundle.zip").read_bytes()


def _run_node(recipe: _Recipe, folder: Path) -> None:
    command = [recipe.node, _HERE / "build.mjs", recipe.pyodide, folder / "sources", folder / "bundle.zip"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_COMPILE_SECONDS, check=False)
    except FileNotFoundError:
        raise BundleError(f"Node fehlt ({recipe.node}); „make setup“ installiert es.") from None
    except subprocess.TimeoutExpired:
        raise BundleError(f"Node war mit der Übersetzung nach {_COMPILE_SECONDS} Sekunden nicht fertig.") from None
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise BundleError("Die Auswertung ließ sich nicht für den Browser übersetzen: " + "\n".join(said[-12:]))


def _is_kept(path: Path) -> bool:
    if not path.is_file():
        return False
    os.utime(path)
    return True


def _forget_unused(cache: Path, used: Collection[Path]) -> None:
    """Delete what was not used in the week before the last use: each change of a question leaves megabytes behind.

    The files' own times are compared with one another and with no clock, which may be wrong; what is used stays.
    """
    times: dict[Path, float] = {}
    for path in cache.iterdir():
        with suppress(FileNotFoundError):  # another build may just have moved or deleted it
            times[path] = path.stat().st_mtime
    oldest_kept = max(times.values(), default=0) - _KEPT_SECONDS
    for path, last_used in times.items():
        if path not in used and last_used < oldest_kept:
            path.unlink(missing_ok=True)


def _place(path: Path, content: bytes) -> None:
    """Write a file in one step, so that two builds at a time never see half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    os.replace(file.name, path)


def _cached_archive(modules: Path, data: Mapping[str, str], cache: Path) -> Path:
    """Put the catalogue and what is known of the site beside the compiled views that read them."""
    digest = hashlib.sha256(modules.name.encode() + json.dumps(data).encode()).hexdigest()[:_HASH_LENGTH]
    archive = cache / f"selbstcheck-{digest}.zip"
    if not _is_kept(archive):
        buffer = BytesIO(modules.read_bytes())
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as content:
            for name, text in data.items():
                entry = zipfile.ZipInfo(f"selfcheck_site/views/{name}", (1980, 1, 1, 0, 0, 0))
                entry.create_system = 3  # else the bytes would tell which system they were written on
                content.writestr(entry, text)
        _place(archive, buffer.getvalue())
    return archive


def _cached_gzip(path: Path, cache: Path, node: Path, log: Log) -> Path:
    packed = cache / f"{_hash([(path.name, path), *_PACKED_WITH])}.gz"
    if not _is_kept(packed):
        log(f"Packe {path.name} für Server, die nicht selbst komprimieren …")
        try:
            _place(packed, gzipped(path, node))
        except PackingError as error:
            raise BundleError(str(error)) from None
    return packed


def _hash(parts: Iterable[tuple[str, Path]]) -> str:
    digest = hashlib.sha256()
    for name, path in parts:
        digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_HASH_LENGTH]
