"""One definition of a web address, which Python and JavaScript read alike."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from selfcheck_core.web_address import WEB_ADDRESS, is_web_address

NODE = Path(sys.executable).parent / "node"
ADDRESSES = ["https://example.org", "HTTP://a", "https://example.org/ä?b=1#c", "https://xn--mnchen-3ya.de/\u200d"]
OTHERS = [
    "", "x", "example.org", "//example.org", "ftp://a.b", "https://", "https://a b", "https://a\n", " https://a",
    "javascript:alert(1)//https://a", "data:text/html,x", "https://a\u00a0b", "https://a\u0085", "https://a\ufeff",
    "https://a\u001f", "https://a\u3000",
]  # fmt: skip


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_with_http_or_https_is_one(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize("text", OTHERS)
def test_anything_else_or_with_something_blank_in_it_is_none(text: str) -> None:
    assert not is_web_address(text)


def test_javascript_reads_the_pattern_as_python_does() -> None:
    program = (
        "const [pattern, texts] = JSON.parse(process.argv[1]);"
        "const whole = new RegExp(`^(?:${pattern})$`, 'u');"
        "console.log(JSON.stringify(texts.map((text) => whole.test(text))))"
    )
    given = json.dumps([WEB_ADDRESS, [*ADDRESSES, *OTHERS]])
    asked = subprocess.run([NODE, "-e", program, given], capture_output=True, text=True, check=True)
    assert json.loads(asked.stdout) == [True] * len(ADDRESSES) + [False] * len(OTHERS)
