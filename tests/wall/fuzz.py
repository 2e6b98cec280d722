"""Random Markdown against both walls. By hand, in tests/, for as long as one likes: ``python -m wall.fuzz SECONDS``."""

import random
import sys
import time
from collections import Counter

from markdown import Markdown

from host.finished_page import Permit, check_page
from host.plain_markdown import EXTENSION, MARKDOWN_EXTENSIONS
from knowledge_base.texts.links import links_of_page
from knowledge_base.texts.markdown_body import read_body
from knowledge_base.texts.rulebook import markup_in
from wall.reading_bodies import dangers_in

TOKENS = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<a href=javascript:alert(1)>",
    ),
    *(
        "<p onclick=alert(1)>",
        "<table>",
        "<select>",
        "<noscript>",
        "<title>",
        "<textarea>",
        "<style>",
        "<math>",
        "<b",
        "<",
    ),
    *(
        ">",
        "</",
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<?",
        "<![CDATA[",
        "]]>",
        "onclick=alert(1)",
        "style=x",
        '"',
        "'",
        "=",
        "/",
    ),
    *(
        "`",
        "``",
        "```",
        "````",
        "~~~",
        "\\",
        "\n",
        "\n\n",
        "\n```\n",
        "\n~~~\n",
        "\n    ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n:   ",
    ),
    *(
        "\n!!! note\n    ",
        "\n# ",
        "\n| a | b |\n|---|---|\n| ",
        " | ",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[a]",
        "[b]: ",
        "\n[b]: ",
    ),
    *(
        "[a][b]",
        "![a][b]",
        "[^1]",
        "\n[^1]: ",
        "{",
        "}",
        "{: ",
        "{ .md-button }",
        "*",
        "**",
        "_",
        "a",
        "b",
        " ",
        "  ",
        "\t",
    ),
    *(
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x.png",
        "https://example.org/",
        "x.md",
        "&lt;",
        "&#60;",
    ),
    *("&#106;avascript:", "&colon;", "\x02", "\x03", "klzzwxh:0000", "wzxhzdk:0", "\u2028", "ſ", "İ"),
)

_OURS = Markdown(extensions=[*MARKDOWN_EXTENSIONS, EXTENSION])
_OTHERS = Markdown(extensions=[*MARKDOWN_EXTENSIONS, "attr_list"])


def ours(body: str) -> str:
    """Return what the site makes of a body."""
    return str(_OURS.reset().convert(body))


def others(body: str) -> str:
    """Return what Markdown makes of it where HTML passes; nothing where Python's own reader of HTML gives up."""
    try:
        return str(_OTHERS.reset().convert(body))
    except AssertionError:
        return ""


def failures(body: str) -> list[str]:
    """Return which walls a body got through; empty where each holds."""
    finished, raw = ours(body), others(body)
    unseen = dangers_in(raw)
    page = read_body("x.md", body, 1)
    told = [*markup_in(page), *links_of_page(page, "x.md", frozenset({"x.md"}))]
    found = {
        "an element got into our page": any(" on" in danger or " " not in danger for danger in dangers_in(finished)),
        "our page is dangerous and was not refused": bool(dangers_in(finished)) and not check_page(finished, Permit()),
        "a page with HTML is dangerous and was not refused": bool(unseen) and not check_page(raw, Permit()),
        "nobody was told of the HTML in the text": bool(unseen) and not told and not check_page(finished, Permit()),
    }
    return [name for name, holds in found.items() if holds]


def main(seconds: float) -> None:
    """Try random bodies, count them, and print those that got through a wall."""
    seed = int(time.time())
    chance, end, seen = random.Random(seed), time.monotonic() + seconds, Counter[str]()
    while time.monotonic() < end:
        body = "".join(chance.choices(TOKENS, k=chance.randint(1, 14)))
        seen["bodies"] += 1
        try:
            found = failures(body)
            seen["dangerous where HTML passes"] += bool(dangers_in(others(body)))
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        for name in found:
            seen[name] += 1
            if seen[name] <= 25:
                print(f"{name}: {body!r}", flush=True)
    print(seed, dict(seen), flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]))
