"""The reader of YAML keeps what was written, and nothing that is written can harm it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck_site.source import MAX_BYTES, Mapping, Node, Scalar, Sequence, read_source

_BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

HOSTILE = {
    "alias bomb": (_BOMB.encode(), "anker-und-verweise"),
    "a line of one megabyte": (b"a: " + b"x" * 1_000_000, "datei-zu-gross"),
    "ten thousand flow lists deep": (b"[" * 10_000, "zu-tief-verschachtelt"),
    "ten thousand block lists deep": (b"- " * 10_000, "zu-tief-verschachtelt"),
    "ten thousand keys deep": (b"? " * 10_000, "zu-tief-verschachtelt"),
    "binary": (bytes(range(256)), "binaerdatei"),
    "half a surrogate": ("a: \ud800".encode("utf-8", "surrogatepass"), "kein-utf8"),
    "half a surrogate, escaped": (b'a: "\\ud800"', "unzulaessiges-zeichen"),
    "a character beyond Unicode": (b'a: "\\UFFFFFFFF"', "yaml-fehler"),
    "a number too long to convert": (b"%YAML 1." + b"9" * 5_000 + b"\n---\na: b", "yaml-fehler"),
    "a Python object": (b"a: !!python/object/apply:os.system [id]", "typangabe"),
    "a merge key": (b"a: &x {b: c}\n<<: *x", "anker-und-verweise"),
    "a list of sixty thousand": (b"- a\n" * 60_000, "zu-viele-angaben"),
    "an open quote over many lines": (b'a: "' + b"\n" * (MAX_BYTES - 10), "yaml-anfuehrungszeichen"),
}


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
