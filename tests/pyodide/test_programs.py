"""Programs are served under names ending in `.js`, and import one another under these names."""

import re
from pathlib import Path

import pytest

from selfcheck_site.bundling.bundle import Bundle
from selfcheck_site.bundling.programs import imported_by, integrity, served_content, served_name

RUNTIME = Path(__file__).resolve().parents[2] / "plugins" / "selfcheck_site" / "browser" / "runtime" / "runtime.mjs"


@pytest.mark.parametrize(
    ("source", "served"),
    [
        ("main.mjs", "main.js"),
        ("runtime/worker.mjs", "runtime/worker.js"),
        ("pyodide.asm.mjs", "pyodide.asm.js"),
        ("form.css", "form.css"),
        ("pyodide.asm.wasm", "pyodide.asm.wasm"),
    ],
)
def test_only_modules_get_another_ending(source: str, served: str) -> None:
    assert served_name(source) == served


@pytest.mark.parametrize(
    ("source", "served"),
    [
        ('import { a } from "./a.mjs";', 'import { a } from "./a.js";'),
        ('export * from "../b/c.mjs";', 'export * from "../b/c.js";'),
        ('import "./d.mjs";', 'import "./d.js";'),
        ('/** @import { T } from "./e.mjs" */\na();\n', "a();\n"),
        ("  /**\n   * Says.\n   */\n  b() {}\n", "  b() {}\n"),
        ("/** @type {T} */ (c);\n/** Says. */\nd();\n", "/** @type {T} */ (c);\nd();\n"),
        ('const said = "f.mjs ist eine Datei";', 'const said = "f.mjs ist eine Datei";'),
    ],
)
def test_neighbours_are_imported_under_their_served_names(source: str, served: str, tmp_path: Path) -> None:
    (tmp_path / "module.mjs").write_text(source, encoding="utf-8")
    assert served_content(tmp_path / "module.mjs").decode() == served


def test_what_a_program_imports_is_found_at_any_distance_and_named_once() -> None:
    programs = {
        "a.js": b'import { b } from "./x/b.js";\nimport { c } from "./c.js";\n',
        "x/b.js": b'import {\n  c,\n} from "../c.js";\n/** @import { T } from "./types.js" */\n',
        "c.js": b'import { a } from "./a.js";\n',
    }
    assert imported_by("a.js", programs) == ("x/b.js", "c.js", "a.js")


def test_a_sum_is_written_as_browsers_read_it() -> None:
    assert integrity(b"") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def test_the_page_looks_at_every_file_that_the_worker_is_made_of(bundle: Bundle) -> None:
    parts = re.search(r"const PARTS = \[(?P<names>[^\]]*)\]", RUNTIME.read_text(encoding="utf-8"))
    assert parts
    worker = bundle.assets["worker"]
    made_of = imported_by(worker, {path: bundle.content(path) for path in bundle.files if path.endswith(".js")})
    assert set(re.findall(r'[\w.]+(?=")', parts["names"])) == {path.rpartition("/")[2] for path in made_of}


def test_every_file_that_the_worker_loads_has_a_sum(bundle: Bundle) -> None:
    sums = dict(each.split(" ") for each in bundle.sums.split(","))
    loaded = ["pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", bundle.assets["bundle"].rpartition("/")[2]]
    assert {"worker.js", "download.js", "verified.js", *loaded} <= set(sums)
    assert sums["pyodide.asm.js"] == bundle.integrity(bundle.assets["pyodide"] + "pyodide.asm.js")
