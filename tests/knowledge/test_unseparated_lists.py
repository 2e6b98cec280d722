"""A list with no blank line above it is none on the page: the editor is told; a dash in a sentence is left alone."""

import re

import pytest

from building import ROOT
from host.plain_markdown import converted
from knowledge.samples import ARTICLE, PROFILE, PROJECT, encoded, surroundings
from knowledge_base.texts.front_matter import body_of
from knowledge_base.texts.plain_pages import check_plain_pages
from knowledge_base.texts.reading import read_library
from knowledge_base.texts.rules import TextRule
from knowledge_base.texts.unseparated_lists import unseparated_lists

MEANT = {
    "after a colon": ("Dafür braucht es:\n- einen Raum", 2),
    "after a sentence": ("Der Raum ist offen.\n- Er kostet nichts.\n- Er ist warm.", 2),
    "two points in a sentence": ("Wir brauchen\n- einen Raum\n- einen Schlüssel", 2),
    "points of several lines": ("Wir brauchen\n- einen Raum,\n  der warm ist\n- einen Schlüssel", 2),
    "with stars": ("Dafür braucht es:\n* einen Raum", 2),
    "with a plus": ("Dafür braucht es:\n+ einen Raum", 2),
    "numbered": ("So geht es:\n1. Raum suchen\n2. Einladen", 2),
    "numbered in a sentence": ("So geht es\n1. Raum suchen\n2. Einladen", 2),
    "indented": ("Dafür braucht es:\n  - einen Raum", 2),
    "far indented": ("Dafür braucht es:\n    - einen Raum\n    - einen Schlüssel", 2),
    "after bold words": ("**Das braucht es:**\n- einen Raum", 2),
    "after a question in quotation marks": ("Alle fragen: „Was fehlt?“\n- ein Raum", 2),
    "below a longer paragraph": ("Ein Satz.\n\nNoch einer,\nder weitergeht:\n- ein Raum", 5),
    "in a quotation": ("> Dafür braucht es:\n> - einen Raum", 2),
    "in a note": ('!!! note "Gut zu wissen"\n    Dafür braucht es:\n    - einen Raum', 3),
    "in a point of a list": ("- Erstens\n\n    Dafür braucht es:\n    - einen Raum", 4),
    "in a footnote": ("Text[^1]\n\n[^1]: Dafür braucht es:\n    - einen Raum", 4),
    "in an explanation of a word": ("Raum\n:   Dafür braucht es:\n    - einen Schlüssel", 3),
    "after a block of code": ("```\nx\n```\nDafür braucht es:\n- einen Raum", 5),
}
LEFT_ALONE = {
    "with a blank line": "Dafür braucht es:\n\n- einen Raum\n- einen Schlüssel",
    "a dash in a sentence": "Der Hof steht allen offen\n- auch denen, die nicht fragen - und das schon lange.",
    "a dash after an abbreviation": "Er ist für Gruppen offen, z. B.\n- wenn es regnet - für den Chor.",
    "a day in a sentence": "Der Hof öffnet am\n3. Oktober und bleibt offen.",
    "the first of a month": "Das Fest beginnt am\n1. Mai und dauert zwei Tage.",
    "a year that ends a sentence": "Das war im Jahr\n2020. Danach kam nichts.",
    "a number with a sign": "Die Zahl stieg um\n+ 5 Prozent.",
    "a negative number": "Es waren:\n-5 Grad",
    "emphasis": "Dafür braucht es:\n*einen* Raum\n*einen* Schlüssel",
    "code between fences": "```yaml\nhide:\n- toc\n- nav\n```",
    "indented code": "So sieht es aus:\n\n    hide:\n    - toc",
    "a list in a list": "- Erstens:\n    - einen Raum\n    - einen Schlüssel",
    "a wrapped point": "- Erstens braucht es dies:\n  einen Raum\n- Zweitens nichts",
    "below a heading": "## Was es braucht:\n- einen Raum\n- einen Schlüssel",
    "below an underlined heading": "Was es braucht\n==============\n- einen Raum\n- einen Schlüssel",
    "below a line": "Ende.\n\n---\n- einen Raum\n- einen Schlüssel",
    "a line of its own": "Ende.\n- - -\nAnfang.",
    "a table": "| a | b |\n|---|---|\n| - x | y: |\n| - z | - z |",
    "a comment": "<!--\nDafür:\n- einen Raum\n-->\n\nText",
    "below a definition of a link": "[a]: https://example.org\n- [a]\n- b",
    "a quotation that begins": "Sie sagte:\n> - einen Raum\n> - einen Schlüssel",
}


def found_in(text: str) -> list[int]:
    """Return the lines that are named as the beginning of a list."""
    return [finding.place.line for finding in unseparated_lists("x.md", text, 0)]


def lists_in(text: str) -> int:
    return len(re.findall("<[ou]l>", converted(text)))


@pytest.mark.parametrize(("text", "line"), MEANT.values(), ids=MEANT)
def test_a_list_that_would_be_none_is_named_with_its_line(text: str, line: int) -> None:
    assert found_in(text) == [line]


@pytest.mark.parametrize(("text", "line"), MEANT.values(), ids=MEANT)
def test_the_page_has_one_list_more_once_the_remedy_is_taken(text: str, line: int) -> None:
    lines = text.split("\n")
    mended = "\n".join([*lines[: line - 1], "", *lines[line - 1 :]])
    if not lines[line - 1].startswith("    - ") or line != 2:  # so far in, a list must not be indented
        assert lists_in(mended) == lists_in(text) + 1
    assert found_in(mended) == []


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_a_list_or_was_never_meant_as_one_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_every_list_of_our_own_texts_would_be_missed_without_its_blank_line() -> None:
    lost, missed = 0, []
    for file in sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / "magazine").glob("*.md")]):
        text = body_of(file.name, file.read_text(encoding="utf-8")).text
        assert found_in(text) == [], file
        code = [each.span() for each in re.finditer(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)]
        for blank in re.finditer(r"(?<=\w[.:])\n(?=\n(?:- |1\. ))", text):
            if any(start < blank.start() < end for start, end in code):
                continue
            joined = text[: blank.start()] + text[blank.end() :]
            lost += 1
            missed += [] if found_in(joined) else [(file, joined[blank.start() - 50 : blank.end() + 50])]
    assert lost > 50
    assert missed == []


def test_lists_of_a_front_matter_that_is_none_are_not_told_besides() -> None:
    wrong = PROJECT[PROFILE].removeprefix("---\n")
    found = read_library({**encoded(PROJECT), PROFILE: wrong.encode()}, surroundings())[1]
    assert TextRule.FRONT_MATTER_MISSING in {each.slug for each in found}
    assert TextRule.LIST_WITHOUT_SPACE not in {each.slug for each in found}


def test_texts_and_plain_pages_are_read_alike_and_a_build_would_end() -> None:
    article = PROJECT[ARTICLE].replace("steht offen.\n", "steht offen:\n- allen\n")
    in_text = read_library({**encoded(PROJECT), ARTICLE: article.encode()}, surroundings())[1]
    page = "---\ntitle: Impressum\n---\n\n> Dafür braucht es:\n> - einen Raum\n"
    in_page = check_plain_pages({"docs/impressum.md": page.encode()}, frozenset())
    found = [*in_text, *in_page]
    assert [(each.slug, each.place.file, each.place.line, each.place.column) for each in found] == [
        (TextRule.LIST_WITHOUT_SPACE, ARTICLE, 15, 1),
        (TextRule.LIST_WITHOUT_SPACE, "docs/impressum.md", 6, 3),
    ]
    assert all(each.stops for each in found)
