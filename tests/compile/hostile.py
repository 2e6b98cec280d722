"""Files that mean harm, each with the slug of the finding it must end in; tests and bench run them."""

from editorial.encoding import MAX_BYTES

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
    "a tab on each of very many lines": (b"\n\t" * (MAX_BYTES // 2 - 10) + b"a", "tabulator"),
    "a hash on each of very many lines": (b"- a #b\n" * (MAX_BYTES // 7 - 10), "raute-im-text"),
    "very many keys alike": (b"a: b\n" * 4_000, "doppelter-schluessel"),
}
