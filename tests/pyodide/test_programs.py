"""Programs are served under names ending in `.js`, and import one another under these names."""

from pathlib import Path

import pytest

from selfcheck_site.bundling.programs import served_content, served_name


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
        ('/** @import { T } from "./e.mjs" */', '/** @import { T } from "./e.js" */'),
        ('const said = "f.mjs ist eine Datei";', 'const said = "f.mjs ist eine Datei";'),
    ],
)
def test_neighbours_are_imported_under_their_served_names(source: str, served: str, tmp_path: Path) -> None:
    (tmp_path / "module.mjs").write_text(source, encoding="utf-8")
    assert served_content(tmp_path / "module.mjs").decode() == served
