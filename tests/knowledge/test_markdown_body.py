"""What the rules see of a Markdown body, compared with what Python-Markdown makes of it."""

import time

import markdown
import pytest

from knowledge_base.texts.markdown_body import Body, read_body


def body(text: str) -> Body:
    return read_body("x.md", text, 10)


@pytest.mark.parametrize(
    "heading",
    [
        "Was wir nicht wissen", "Nächster Schritt", "„Auf dem Papier“ – und gelebt?", "Zahlen: 1, 2 & 3",
        "*Betont* und `Code`",
        "[Ein Link](https://example.org) mehr", "Straße",
    ],
)  # fmt: skip
def test_an_anchor_is_the_one_that_the_site_gives(heading: str) -> None:
    converter = markdown.Markdown(extensions=["toc"])
    converter.convert(f"## {heading}")
    assert body(f"## {heading}").headings[0].anchor == converter.toc_tokens[0]["id"]


def test_equal_headings_have_different_anchors_as_on_the_site() -> None:
    text = "## Muster\n\n## Muster\n\n## Muster\n"
    converter = markdown.Markdown(extensions=["toc"])
    converter.convert(text)
    assert [heading.anchor for heading in body(text).headings] == [token["id"] for token in converter.toc_tokens]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[a](b.md)", "b.md"),
        ('[a](b.md "Titel")', "b.md"),
        ("[a](<b c.md>)", "b c.md"),
        ("[a](https://example.org/x_(y))", "https://example.org/x_(y)"),
        ("[a [b [c]]](d.md)", "d.md"),
        ("[a](&#106;avascript:x)", "javascript:x"),
        ("[a]\n\n[a]: b.md", "b.md"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_a_link_is_seen_however_it_is_written(text: str, target: str) -> None:
    assert [link.target for link in body(text).links] == [target]


@pytest.mark.parametrize(
    "text", ["`[a](b.md)`", "~~~\n[a](b.md)\n~~~", "<!-- [a](b.md) -->", "Text[^1]\n\n[^1]: http://x"]
)
def test_what_is_no_link_on_the_page_is_none_here(text: str) -> None:
    assert body(text).links == ()


def test_a_picture_inside_a_link_is_seen_like_the_link() -> None:
    inner, outer = sorted(body("[![Tor](tor.jpg)](hof.md)").links, key=lambda link: not link.is_image)
    assert (inner.text, inner.target, inner.is_image) == ("Tor", "tor.jpg", True)
    assert (outer.target, outer.is_image) == ("hof.md", False)


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>", "</p>", "<!DOCTYPE html>", "<?php ?>", "<x:y onclick=z>", "<script", "<!--> <b>x</b> -->",
        "<!-- ` --> <b> `x`", "\\`<img onerror=x>\\`", "[a](b.md){: onclick=x }", "``` kein Zaun\n<b>\n```",
        "a <!-- b -->", "## Ziel {#ziel}", "Absatz\n{: .gross }", "*Wort*{onclick=alert(1) {x}",
        "`` ` <script>x</script> ` mehr", "`a` `` ` <b> `", "Zeile `\n<b> ` und", "``` {x}\nA\n```\n<b>\n```",
    ],
)  # fmt: skip
def test_markup_is_seen(text: str) -> None:
    assert body(text).markup


@pytest.mark.parametrize(
    "text",
    [
        "3 < 5 und 5 > 3", "`<b>`", "```html\n<b>\n```", "<!-- Text -->", "<https://example.org>", "<info@example.org>",
        "&lt;b&gt;", "`` `<b>` ``", "<!-- zwei\nZeilen -->",
    ],
)  # fmt: skip
def test_what_is_no_markup_is_none_here(text: str) -> None:
    assert body(text).markup == ()


LONG = (
    "[a](",
    "[a](b ",
    "![a][",
    "`` ` ",
    "```\n",
    "<!-- `\n",
    "{=",
    "# ## \n",
    "> [a]: ",
    '[a](b "',
    "[^a]:",
    "a\n=\n\n",
)


@pytest.mark.parametrize("sign", LONG)
def test_reading_a_body_takes_time_that_grows_like_its_length(sign: str) -> None:
    def cost(times: int) -> float:
        text = sign * times
        start = time.process_time()
        read_body("x.md", text, 1)
        return time.process_time() - start

    short, long = min(cost(1_000) for _ in range(3)), min(cost(8_000) for _ in range(3))
    assert long < 24 * short + 0.05  # eight times as long; a quadratic reader would take sixty-four times as much
    assert long < 2.5


def test_lines_and_columns_are_those_of_the_file() -> None:
    read = body("Erst `Code`.\n\n```\n[x](y)\n```\n\nDann [a](b.md).\n")
    assert (read.links[0].place.line, read.links[0].place.column) == (16, 6)


TABLE = "| a | b |\n|---|:-:|\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"## Oben\n\n{TABLE}", [("Oben", False)]),
        (f"## Oben\n{TABLE}", [("Oben", False)]),
        (f"## Oben\n\nTabelle: Ein Name\n\n{TABLE}", [("Oben", True)]),
        (f"{TABLE}\n\n## Unten", [(None, False)]),
        (f"## Oben\n\n{TABLE}\n\n{TABLE}", [("Oben", False), ("Oben", False)]),
        (f"- Punkt\n\n    {TABLE.replace(chr(10), chr(10) + '    ')}", [(None, False)]),
        ("a | b\n--|--\n1 | 2", [(None, False)]),
        (f"```\n{TABLE}\n```", []),
        (f"Text davor\n{TABLE}", []),
        ("a - b\n\n---\n\n| kein Kopf |", []),
    ],
)
def test_a_table_is_seen_with_the_heading_above_it_and_its_caption(text: str, seen: list[tuple[str, bool]]) -> None:
    found = [(table.heading.text if table.heading else None, table.captioned) for table in body(text).tables]
    assert found == seen
    assert markdown.markdown(text, extensions=["tables", "fenced_code"]).count("<table") == len(seen)
