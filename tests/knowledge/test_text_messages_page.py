"""The page that explains every message of the texts: its examples are run against the sample project."""

import os

import pytest

from editorial.findings import Finding, as_text
from knowledge.samples import PROJECT, encoded, surroundings
from knowledge_base.texts.reading import read_library
from message_pages import OF_THE_TEXTS, Example, Renaming, examples, explained, renamings, write_down

EXAMPLES = examples(OF_THE_TEXTS)
RENAMINGS = renamings(OF_THE_TEXTS)
# What is no passage of a text: files that are missing or lie elsewhere (test_text_findings.py), marks (test_marks.py),
# finished pages and files below docs/ (tests/wall).
TOLD_IN_WORDS = {
    "datei-am-falschen-ort", "schlagworte-fehlen", "unbekannter-baustein", "unerlaubter-inhalt", "unerlaubte-datei",
}  # fmt: skip


def findings_with(example: Example) -> tuple[Finding, ...]:
    text, right = f"\n{PROJECT[example.file]}", f"\n{example.right}\n"
    assert text.count(right) == 1, f"{example.file} has not once {example.right!r}"
    broken = text.replace(right, f"\n{example.wrong}\n").removeprefix("\n")
    return read_library(encoded({**PROJECT, example.file: broken}), surroundings())[1]


def test_every_message_that_can_be_shown_has_an_example() -> None:
    assert {example.slug for example in [*EXAMPLES, *RENAMINGS]} == set(explained(OF_THE_TEXTS)) - TOLD_IN_WORDS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_the_wrong_example_brings_exactly_its_message(example: Example) -> None:
    findings = findings_with(example)
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    if os.environ.get("UPDATE_GOLDEN"):
        write_down(OF_THE_TEXTS, example, shown)
    else:
        assert shown == example.shown
    assert {finding.slug for finding in findings} == {example.slug}


@pytest.mark.parametrize("renaming", RENAMINGS, ids=lambda renaming: renaming.slug)
def test_a_file_with_the_wrong_name_brings_exactly_its_message(renaming: Renaming) -> None:
    texts = {renaming.wrong if file == renaming.right else file: text for file, text in PROJECT.items()}
    findings = read_library(encoded(texts), surroundings())[1]
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    if os.environ.get("UPDATE_GOLDEN"):
        write_down(OF_THE_TEXTS, renaming, shown)
    else:
        assert shown == renaming.shown
    assert {finding.slug for finding in findings} == {renaming.slug}


def test_the_right_examples_are_the_sample_and_bring_no_message() -> None:
    assert read_library(encoded(PROJECT), surroundings())[1] == ()
