"""The page that explains every message to editors: its examples are run, so it cannot promise what is not so."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from compile.sample import Edit, compiled, edited, in_place
from selfcheck_site.findings import Rule, as_text

PAGE = Path(__file__).parents[2] / "docs" / "mitwirken" / "meldungen.md"
_EXAMPLE = re.compile(
    r"Falsch in `(?P<file>[^`]+)`:\n\n```yaml\n(?P<wrong>.*?)\n```\n\n"
    r"```text\n(?P<shown>.*?)```\n\nRichtig:\n\n```yaml\n(?P<right>.*?)\n```\n",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong passage, the same passage right as it stands in the sample, and what the editor reads."""

    slug: str
    file: str
    wrong: str
    right: str
    shown: str

    @property
    def edit(self) -> Edit:
        return in_place(self.file, self.right, self.wrong)


def sections() -> dict[str, str]:
    parts = re.split(r"^### (.+)\n", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


EXAMPLES = [
    Example(slug, found["file"], found["wrong"], found["right"], found["shown"])
    for slug, text in sections().items()
    for found in _EXAMPLE.finditer(text)
]
# What no page can show in letters, or only with a file of its own; test_findings.py has them.
TOLD_IN_WORDS = {
    "katalog-fehlt", "datei-zu-gross", "binaerdatei", "kein-utf8", "bom-am-anfang", "leere-datei", "zu-viele-angaben",
}  # fmt: skip


def test_every_message_is_explained_once_and_nothing_else() -> None:
    headings = re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(rule.value for rule in Rule)


def test_every_message_that_can_be_shown_has_an_example() -> None:
    assert {example.slug for example in EXAMPLES} == {rule.value for rule in Rule} - TOLD_IN_WORDS


def test_no_example_is_written_so_that_it_is_never_run() -> None:
    assert PAGE.read_text(encoding="utf-8").count("```yaml") == 2 * len(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_the_wrong_example_brings_exactly_its_message(example: Example) -> None:
    findings = compiled(edited((example.edit,))).findings
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    if os.environ.get("UPDATE_GOLDEN"):
        _write_down(example, shown)
    else:
        assert shown == example.shown
    assert {finding.slug for finding in findings} == {example.slug}


def test_the_right_examples_are_the_sample_and_bring_no_message() -> None:
    assert compiled(edited(())).findings == ()


def _write_down(example: Example, shown: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    start = text.index(f"### {example.slug}\n")
    before = f"```yaml\n{example.wrong}\n```\n\n```text\n"
    at = text.index(before + example.shown, start) + len(before)
    PAGE.write_text(text[:at] + shown + text[at + len(example.shown) :], encoding="utf-8")
