"""The page that tells how to write an article: what it gives to copy is right, what it explains is what there is."""

import re
from pathlib import Path

import pytest

from host.project import check_texts
from knowledge_base.texts.folders import FOLDERS
from knowledge_base.texts.kinds import Purpose, Rubric
from knowledge_base.texts.reading import read_pages, read_texts
from knowledge_base.texts.sample_article import SAMPLE_LINES, SAMPLE_VALUES
from knowledge_base.texts.tables import ARTICLE
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "mitwirken" / "text-schreiben.md").read_text(encoding="utf-8")
TEMPLATE = re.findall(r"^```text\n(---\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
OWN = "magazine/gespraech-am-gartenzaun.md"
MISSPELT = "schlagworte: [begegnugn, wohnen]"


def findings_with(article: str) -> list[str]:
    catalogue = compile_questionnaire(read_folder(ROOT / "questionnaire")).catalogue
    findings = check_texts({**read_texts(ROOT), OWN: article.encode()}, read_pages(ROOT), catalogue)[1]
    return [f"{finding.place.file}: {finding.message}" for finding in findings if finding.place.file == OWN]


def written_anew(template: str) -> str:
    """Return the sample with a sentence of one's own wherever one is asked for."""
    for number, text in enumerate([*SAMPLE_VALUES.values(), *SAMPLE_LINES]):
        beginning = "## " if text.startswith("## ") else ""
        template = template.replace(text, f"{beginning}Unser Satz Nummer {number}.")
    return template


def test_the_article_to_copy_is_right_once_its_sentences_are_one_s_own() -> None:
    assert len(TEMPLATE) == 1
    assert findings_with(written_anew(TEMPLATE[0])) == []


def test_the_article_to_copy_left_as_it_is_is_found_sentence_by_sentence() -> None:
    found = findings_with(TEMPLATE[0])
    assert len(found) == len(SAMPLE_VALUES) + len(SAMPLE_LINES)
    assert all("Hier steht noch, was im Muster steht" in message for message in found)


def test_every_sentence_of_the_article_to_copy_is_known_as_such() -> None:
    body = TEMPLATE[0].split("---\n", 2)[2]
    own_headings = {"## Was wir nicht wissen", "## Quellen", "## Nächster Schritt"}
    assert {line for line in body.split("\n") if line} - own_headings == SAMPLE_LINES
    assert all(f'{key}: "{text}"\n' in TEMPLATE[0] for key, text in SAMPLE_VALUES.items())


def test_the_message_on_the_page_is_the_one_that_a_misspelt_topic_brings() -> None:
    (message,) = findings_with(written_anew(TEMPLATE[0]).replace("schlagworte: [begegnung, wohnen]", MISSPELT))
    assert message.partition(": ")[2] in PAGE


def test_the_article_to_copy_and_the_table_below_it_have_every_key() -> None:
    keys = [key.name for key in ARTICLE.keys]
    assert re.findall(r"^([a-z]+): ", TEMPLATE[0], re.MULTILINE) == keys
    assert re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE) == keys


def test_what_may_be_missing_is_named() -> None:
    (named,) = re.findall(r"^(.+) dürfen fehlen\.", PAGE, re.MULTILINE)
    assert re.findall(r"`([a-z]+)`", named) == [key.name for key in ARTICLE.keys if not key.required]


@pytest.mark.parametrize("word", [*Rubric, *Purpose])
def test_every_rubric_and_every_purpose_is_explained(word: Rubric | Purpose) -> None:
    assert f"\n- `{word.value}`: " in PAGE


@pytest.mark.parametrize("folder", [folder.source for folder in FOLDERS])
def test_every_folder_is_named(folder: str) -> None:
    assert f"`{folder}`" in PAGE


def test_the_texts_to_look_at_are_there() -> None:
    named = re.findall(r"^\| \w+ \| `([a-z/]+)` \| .* \| `([a-z-]+\.md)` \|$", PAGE, re.MULTILINE)
    assert len(named) == 4
    assert [name for folder, name in named if not (ROOT / folder / name).is_file()] == []
