"""The reader of YAML keeps what was written, and nothing that is written can harm it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compile.hostile import HOSTILE
from editorial.source import Mapping, Node, Scalar, Sequence, read_source

MOST_MEGABYTES = 200


def values(node: Node | None) -> object:
    match node:
        case Scalar(_, text):
            return text
        case Sequence(_, items):
            return [values(item) for item in items]
        case Mapping(_, entries):
            return {key.text: values(value) for key, value in entries}
    return None


@pytest.mark.parametrize(("data", "slug"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_ends_in_a_finding(data: bytes, slug: str) -> None:
    assert slug in {finding.slug for finding in read_source("a.yaml", data).findings}


_CHECK = r"""
import re, resource, sys
from pathlib import Path
from host.terminal import main
code = main(["check", sys.argv[1]])
# On Linux ru_maxrss begins with what the starting process had, here a test run of some hundred megabytes.
status = Path("/proc/self/status")
peak = re.search(r"VmHWM:\s+(\d+)", status.read_text())[1] if status.exists() else 0
print((int(peak) or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024)
sys.exit(code)
"""


@pytest.mark.parametrize(("data", "slug"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_takes_little_memory_and_comes_to_an_end(data: bytes, slug: str, tmp_path: Path) -> None:
    field = tmp_path / "handlungsfelder" / "a.yaml"
    field.parent.mkdir()
    field.write_bytes(data)
    # How long it takes is measured in tests/bench/compile.py; the deadline only ends what would never end.
    done = subprocess.run(
        [sys.executable, "-c", _CHECK, str(tmp_path)], capture_output=True, check=False, timeout=30, text=True
    )
    assert f"[{slug}]" in done.stderr
    assert int(done.stdout) < MOST_MEGABYTES


@pytest.mark.parametrize(
    "text",
    ["NO", "ja", "true", "null", "~", "05334002", "0x1F", "1e3", "10:30", "2026.1", "2026-05-31", ".inf", "<<", "="],
)
def test_every_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert values(read_source("a.yaml", f"a: {text}".encode()).root) == {"a": text}


def test_every_node_knows_its_file_line_and_column() -> None:
    root = read_source("a.yaml", b"a:\n  - b\n  - c: d\n").root
    assert isinstance(root, Mapping)
    listed = root.entries[0][1]
    assert isinstance(listed, Sequence)
    assert [(node.place.file, node.place.line, node.place.column) for node in listed.items] == [
        ("a.yaml", 2, 5),
        ("a.yaml", 3, 5),
    ]


def test_line_ends_and_byte_order_mark_do_not_change_what_is_read() -> None:
    plain = "a: >\n  b\n  c\nd: |\n  e\n"
    windows = "\ufeff" + plain.replace("\n", "\r\n")
    assert read_source("a.yaml", windows.encode()).root == read_source("a.yaml", plain.encode()).root


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    source = read_source("a.yaml", data)
    assert source.root is not None or source.findings


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#\\ \n\t<.0U~", max_size=60))
def test_no_signs_of_yaml_raise(text: str) -> None:
    source = read_source("a.yaml", text.encode())
    assert source.root is not None or source.findings
