"""The words about a file: every mishap has its sentence with place, cause and remedy.

They stand in tests/core/golden/messages.txt, one section a mishap; UPDATE_GOLDEN=1 writes it anew.
"""

import os
from pathlib import Path

import pytest

from core.catalogues import small_catalogue
from core.mishaps import NOTED, REFUSED, read
from selfcheck_core.messages import Fault
from selfcheck_core.notices import Refusal
from selfcheck_site.views.notice_words import GermanWords

GOLDEN = Path(__file__).parents[1] / "core" / "golden" / "messages.txt"
WORDS = GermanWords(small_catalogue())


def words(text: str | bytes) -> list[str]:
    """Return what the user gets to read, one line each; of many notices the first and the last."""
    result = read(text)
    if isinstance(result, Refusal):
        advice = WORDS.advice(result)
        return [f"{result.code}: {advice.message}", f"→ {advice.hint}"]
    lines = [f"{notice.code} [{notice.question}]: {WORDS.notice(notice)}" for notice in result.notices]
    return lines if len(lines) < 10 else [lines[0], "…", lines[-1]]


@pytest.fixture(scope="module")
def golden() -> dict[str, list[str]]:
    if os.environ.get("UPDATE_GOLDEN"):
        texts = ("\n".join((f"## {mishap}", *words(text))) for mishap, text in {**REFUSED, **NOTED}.items())
        GOLDEN.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    sections = GOLDEN.read_text(encoding="utf-8").removeprefix("## ").split("\n## ")
    return {lines[0]: lines[1:] for lines in (section.strip().splitlines() for section in sections)}


@pytest.mark.parametrize("mishap", [*REFUSED, *NOTED])
def test_what_is_wrong_with_a_file_is_said_in_these_words(mishap: str, golden: dict[str, list[str]]) -> None:
    assert words({**REFUSED, **NOTED}[mishap]) == golden[mishap]


def test_every_sentence_belongs_to_some_mishap(golden: dict[str, list[str]]) -> None:
    assert set(golden) == {*REFUSED, *NOTED}


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_between_page_and_program_has_a_sentence_and_a_hint(fault: Fault) -> None:
    assert all(text.endswith(".") for text in WORDS.advice(fault))
