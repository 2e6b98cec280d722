"""The imports of the project's own modules, read from the syntax trees: who stands on whom."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = ROOT / "plugins"
ROOMS = {
    "selfcheck_core": ROOT / "selfcheck_core",
    **{name: PLUGINS / name for name in ("editorial", "selfcheck_site", "knowledge_base", "host")},
}
SCRIPTS = sorted(
    path for folder in (PLUGINS, ROOT / "theme") for kind in ("*.mjs", "*.js") for path in folder.rglob(kind)
)
_STATIC_IMPORT = re.compile(r"""^(?:import|export)\b[^;]*?\bfrom\s+["'](?P<path>[^"']+)["']""", re.MULTILINE)

Graph = Mapping[str, frozenset[str]]


def python_files(*rooms: str) -> list[Path]:
    """Return the Python files of the rooms, of all rooms where none is named."""
    return sorted(path for room in rooms or ROOMS for path in ROOMS[room].rglob("*.py"))


def name_of(path: Path) -> str:
    """Return a file as the project names it."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """Return the dotted name under which a Python file is imported."""
    base = ROOT if path.is_relative_to(ROOMS["selfcheck_core"]) else PLUGINS
    return ".".join(path.relative_to(base).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports(path: Path) -> tuple[tuple[str, bool], ...]:
    """Return each imported name, `from a import b` as "a" and "a.b", and whether it is imported inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(node) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for node in ast.walk(f)}
    return tuple((name, id(node) in inside) for node in ast.walk(tree) for name in _names(node, path))


def _names(node: ast.AST, path: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{path.name}: relative import"
        yield node.module or ""
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def python_graph() -> Graph:
    """Return module → the modules of ours that it imports."""
    modules = {module_of(path): path for path in python_files()}
    return {
        module: frozenset(_exact(modules, {name for name, _ in imports(path)}) - {module})
        for module, path in modules.items()
    }


def _exact(modules: Mapping[str, Path], names: set[str]) -> set[str]:
    # `from a import b` names the package a too; where b is a module, only b counts.
    found = names & modules.keys()
    return {name for name in found if not any(other.startswith(f"{name}.") for other in found)}


@cache
def script_graph() -> Graph:
    """Return script → the scripts of ours that it imports."""
    return {
        name_of(path): frozenset(
            name_of((path.parent / match["path"]).resolve())
            for match in _STATIC_IMPORT.finditer(path.read_text(encoding="utf-8"))
            if match["path"].startswith(".")
        )
        for path in SCRIPTS
    }


def circle(graph: Graph) -> list[str]:
    """Return the names of an import circle in order, empty where there is none."""
    done: set[str] = set()

    def search(name: str, way: tuple[str, ...]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        found = next((found for each in sorted(graph.get(name, ())) if (found := search(each, (*way, name)))), [])
        done.add(name)
        return found

    return next((found for name in sorted(graph) if (found := search(name, ()))), [])


def longest_chain(graph: Graph) -> list[str]:
    """Return the longest chain of imports in a graph without circles, from the top to the ground."""

    @cache
    def below(name: str) -> tuple[str, ...]:
        return max(((name, *below(each)) for each in sorted(graph.get(name, ()))), key=len, default=(name,))

    return list(max((below(name) for name in sorted(graph)), key=len, default=()))


def within(graph: Graph, names: Iterable[str]) -> Graph:
    """Return the part of a graph that lies between these names."""
    kept = frozenset(names)
    return {name: graph[name] & kept for name in kept}


def between(graph: Graph, rooms: Mapping[str, str]) -> Graph:
    """Return room → the other rooms it stands on; `rooms` says in which room each name lies."""
    found: dict[str, set[str]] = {room: set() for room in rooms.values()}
    for name, room in rooms.items():
        found[room] |= {rooms[each] for each in graph[name] if each in rooms} - {room}
    return {room: frozenset(below) for room, below in found.items()}
