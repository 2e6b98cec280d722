"""What is served for the self-check: the same bytes from the same sources, small, and found again in the cache."""

import gzip
import json
import os
import re
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from pyodide.replaying import NODE, PYODIDE, ROOT
from selfcheck_site.bundling.bundle import Bundle, BundleError, build_bundle

MAX_MEGABYTES = 4.5
OPTIONS = ROOT / "plugins" / "selfcheck_site" / "browser" / "runtime" / "pyodide_options.mjs"


def test_building_again_from_nothing_gives_the_same_bytes(bundle: Bundle, catalogue_text: str, tmp_path: Path) -> None:
    again = build_bundle(catalogue_text, tmp_path)
    assert again.files.keys() == bundle.files.keys()
    for path in bundle.files:
        assert again.content(path) == bundle.content(path), path


def test_what_the_worker_loads_stays_small(bundle: Bundle) -> None:
    loaded = [
        *(bundle.assets["pyodide"] + name for name in ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm")),
        bundle.assets["bundle"],
        *(path for path in bundle.files if re.search(r"/(worker|download|pyodide_options)\.js$", path)),
    ]
    # A middling quality, as hosts use that compress while they answer.
    megabytes = sum(len(brotli.compress(bundle.content(path), quality=9)) for path in loaded) / 1e6
    assert megabytes <= MAX_MEGABYTES


def test_the_zip_is_stored_with_fixed_dates(archive: Path) -> None:
    with zipfile.ZipFile(archive) as content:
        entries = content.infolist()
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert len({entry.filename for entry in entries}) == len(entries)


def test_each_packed_file_unpacks_to_the_file_beside_it(bundle: Bundle) -> None:
    packed = [path for path in bundle.files if path.endswith(".gz")]
    assert {Path(path).name.split(".", 1)[1] for path in packed} == {"asm.wasm.gz", "zip.gz"}
    for path in packed:
        assert gzip.decompress(bundle.content(path)) == bundle.content(path.removesuffix(".gz"))


def test_the_announced_sizes_are_those_of_the_unpacked_files(bundle: Bundle) -> None:
    assert bundle.sizes == {
        "bytes-wasm": str(len(bundle.content(bundle.assets["pyodide"] + "pyodide.asm.wasm"))),
        "bytes-bundle": str(len(bundle.content(bundle.assets["bundle"]))),
    }


def test_another_catalogue_gets_another_name_and_compiles_nothing_anew(bundle: Bundle, catalogue_text: str) -> None:
    said: list[str] = []
    other = build_bundle(catalogue_text + "\n", ROOT / "build", log=said.append)
    assert not any("Übersetze" in sentence for sentence in said)
    assert other.assets["bundle"] != bundle.assets["bundle"]
    assert {**other.assets, "bundle": ""} == {**bundle.assets, "bundle": ""}


def test_what_the_cache_kept_unused_for_long_is_forgotten(bundle: Bundle, catalogue_text: str) -> None:
    stale = ROOT / "build" / "laufzeit" / "selbstcheck-stale.zip"
    stale.write_bytes(b"")
    os.utime(stale, (0, 0))
    again = build_bundle(catalogue_text, ROOT / "build")
    assert not stale.exists()
    assert all(again.content(path) for path in again.files)


@pytest.mark.parametrize("days", [-400, -8, 8, 400, 20_000])
def test_a_clock_that_is_wrong_makes_the_build_delete_nothing_it_needs(
    days: int, bundle: Bundle, catalogue_text: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "build" / "laufzeit", tmp_path / "laufzeit")
    then = time.time() + days * 24 * 60 * 60
    for kept in (tmp_path / "laufzeit").iterdir():
        os.utime(kept, (then, then))
    again = build_bundle(catalogue_text, tmp_path)
    assert {path: again.content(path) for path in again.files} == {path: bundle.content(path) for path in bundle.files}


def test_a_packed_file_names_no_day_no_system_and_no_file(bundle: Bundle) -> None:
    for path in (path for path in bundle.files if path.endswith(".gz")):
        header = bundle.content(path)[:10]
        assert (header[3], header[4:8], header[9]) == (0, b"\0\0\0\0", 255), path


def test_a_missing_node_is_named_in_one_sentence(catalogue_text: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"^Node fehlt \(.*no-node\); „make setup“ installiert es\.$"):
        build_bundle(catalogue_text, tmp_path, node=tmp_path / "no-node")


def test_missing_pyodide_is_named_in_one_sentence(catalogue_text: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"^In .* fehlt pyodide\.mjs; „make setup“ installiert Pyodide dorthin\.$"):
        build_bundle(catalogue_text, tmp_path, node_modules=tmp_path)


def test_a_failed_compilation_says_so_and_leaves_nothing_in_the_cache(catalogue_text: str, tmp_path: Path) -> None:
    failing = tmp_path / "failing-node"
    failing.write_text("#!/bin/sh\necho Ursache >&2\nexit 3\n", encoding="utf-8")
    failing.chmod(0o755)
    with pytest.raises(BundleError, match=r"nicht für den Browser übersetzen.*Ursache"):
        build_bundle(catalogue_text, tmp_path / "cache", node=failing)
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_the_inlined_lock_is_that_of_the_pyodide_we_serve() -> None:
    program = f"import({json.dumps(OPTIONS.as_uri())}).then((m) => console.log(JSON.stringify(m.LOCK_INFO)))"
    ours = subprocess.run([NODE, "-e", program], capture_output=True, text=True, check=True).stdout
    npms = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    assert json.loads(ours) == npms
