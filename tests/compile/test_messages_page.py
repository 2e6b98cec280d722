"""The page that explains every message of the questionnaire: its examples are run against the sample."""

import os

import pytest

from compile.sample import compiled, edited, in_place
from editorial.findings import as_text
from editorial.rules import ReadingRule
from host.rules import SiteRule
from knowledge_base.texts.rules import TextRule
from message_pages import OF_THE_QUESTIONNAIRE, OF_THE_TEXTS, Example, examples, explained, write_down
from selfcheck_site.rules import QuestionnaireRule

EXAMPLES = examples(OF_THE_QUESTIONNAIRE)
# What no page can show in letters, or only with a file of its own; test_findings.py has them.
TOLD_IN_WORDS = {
    "katalog-fehlt", "datei-zu-gross", "binaerdatei", "kein-utf8", "bom-am-anfang", "leere-datei", "zu-viele-angaben",
    "beispiel-nicht-lesbar", "falsche-endung",
}  # fmt: skip


def test_every_message_is_explained_once_on_one_of_the_two_pages_and_nothing_else() -> None:
    headings = explained(OF_THE_QUESTIONNAIRE) + explained(OF_THE_TEXTS)
    assert sorted(headings) == sorted(rule.value for rule in (*ReadingRule, *QuestionnaireRule, *TextRule, *SiteRule))


def test_every_message_that_can_be_shown_has_an_example() -> None:
    assert {example.slug for example in EXAMPLES} == set(explained(OF_THE_QUESTIONNAIRE)) - TOLD_IN_WORDS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_the_wrong_example_brings_exactly_its_message(example: Example) -> None:
    findings = compiled(edited((in_place(example.file, example.right, example.wrong),))).findings
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    if os.environ.get("UPDATE_GOLDEN"):
        write_down(OF_THE_QUESTIONNAIRE, example, shown)
    else:
        assert shown == example.shown
    assert {finding.slug for finding in findings} == {example.slug}


def test_the_right_examples_are_the_sample_and_bring_no_message() -> None:
    assert compiled(edited(())).findings == ()
