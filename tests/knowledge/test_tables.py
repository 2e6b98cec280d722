"""Every key of every kind: written rightly it is read, written wrongly its own line is named."""

from collections.abc import Iterator

import pytest

from editorial.findings import Finding
from editorial.rules import ReadingRule
from editorial.values import ListOf, MapOf, Record, Text
from knowledge.samples import Line, as_file, encoded, file_of, front_matter, written_from_the_tables
from knowledge_base.texts.folders import TOPICS_FILE
from knowledge_base.texts.kinds import Item
from knowledge_base.texts.reading import read_library
from knowledge_base.texts.tables import TABLES, TOPIC

NESTED = (ListOf, MapOf, Record)
FIRST_LINE = 2  # after the line with three hyphens


def places() -> Iterator[tuple[type[Item], int]]:
    for kind, table in TABLES.items():
        yield from ((kind, index) for index, _ in enumerate(front_matter(table)))


def named(place: tuple[type[Item], int]) -> str:
    kind, index = place
    return f"{kind.__name__}.{'.'.join(lines_of(kind)[index].path)}"


def lines_of(kind: type[Item]) -> list[Line]:
    return list(front_matter(TABLES[kind]))


def below(lines: list[Line], index: int) -> int:
    """Return the number of lines that belong to this key."""
    own = lines[index].path
    return sum(line.path[: len(own)] == own for line in lines)


def findings_with(kind: type[Item], lines: list[str]) -> list[Finding]:
    texts = {**written_from_the_tables(), file_of(kind): as_file(lines)}
    return [finding for finding in read_library(encoded(texts))[1] if finding.place.file == file_of(kind)]


def replaced(kind: type[Item], index: int, value: str) -> list[str]:
    """Return the front matter with another value for one key, whatever stood below it gone."""
    lines = lines_of(kind)
    head, colon, _ = lines[index].text.partition(":")
    if not colon:
        head, colon = lines[index].text.partition("- ")[:2]
    written = f"{head}{colon} {value}".replace("-  ", "- ").rstrip()
    return (
        [line.text for line in lines[:index]] + [written] + [line.text for line in lines[index:]][below(lines, index) :]
    )


KEYS = [place for place in places() if lines_of(place[0])[place[1]].key != "0"]


def test_a_text_with_every_key_of_its_table_is_read_without_a_finding() -> None:
    library, findings = read_library(encoded(written_from_the_tables()))
    assert findings == ()
    assert {type(item) for item in library.items} == set(TABLES)


@pytest.mark.parametrize("place", KEYS, ids=named)
def test_a_misspelt_key_is_named_in_its_line_with_the_key_that_is_meant(place: tuple[type[Item], int]) -> None:
    kind, index = place
    lines = [line.text for line in lines_of(kind)]
    key = lines_of(kind)[index].key
    lines[index] = lines[index].replace(f"{key}:", f"{key}x:", 1)
    found = [finding for finding in findings_with(kind, lines) if finding.slug == ReadingRule.UNKNOWN_KEY]
    assert [(finding.place.line, finding.remedy) for finding in found] == [
        (index + FIRST_LINE, f"Meinten Sie „{key}“?")
    ]


@pytest.mark.parametrize("place", list(places()), ids=named)
def test_a_value_left_empty_is_found_in_its_line(place: tuple[type[Item], int]) -> None:
    kind, index = place
    found = findings_with(kind, replaced(kind, index, ""))
    assert (ReadingRule.EMPTY_VALUE, index + FIRST_LINE) in {(finding.slug, finding.place.line) for finding in found}


@pytest.mark.parametrize("place", list(places()), ids=named)
def test_a_value_of_the_wrong_kind_is_found_in_its_line(place: tuple[type[Item], int]) -> None:
    kind, index = place
    nested = isinstance(lines_of(kind)[index].kind, NESTED)
    found = findings_with(kind, replaced(kind, index, "Ein Text" if nested else "{falsch: ja}"))
    assert (ReadingRule.WRONG_KIND, index + FIRST_LINE) in {(finding.slug, finding.place.line) for finding in found}


@pytest.mark.parametrize(
    "place", [p for p in places() if not isinstance(lines_of(p[0])[p[1]].kind, (*NESTED, Text))], ids=named
)
def test_a_value_that_nobody_can_use_is_found_in_its_line(place: tuple[type[Item], int]) -> None:
    kind, index = place
    found = findings_with(kind, replaced(kind, index, "Ganz & gar falsch"))
    assert [finding.place.line for finding in found] == [index + FIRST_LINE]


@pytest.mark.parametrize("place", KEYS, ids=named)
def test_only_a_required_key_is_missed(place: tuple[type[Item], int]) -> None:
    kind, index = place
    lines = lines_of(kind)
    key, last = lines[index], index + below(lines, index)
    rest = [line.text for line in (*lines[:index], *lines[last:])]
    if lines[index].text.lstrip().startswith("- "):
        rest[index] = lines[index + 1].text[: key.depth] + "- " + lines[index + 1].text.lstrip()
    missed = [finding.message for finding in findings_with(kind, rest) if finding.slug == ReadingRule.MISSING_KEY]
    assert any(f"„{key.key}“ fehlt" in message for message in missed) == key.required or key.key == "reifegrade-quelle"


@pytest.mark.parametrize("key", [key.name for key in TOPIC.keys])
def test_a_topic_lacks_no_key(key: str) -> None:
    texts = written_from_the_tables()
    texts[TOPICS_FILE] = texts[TOPICS_FILE].replace(f"{key}:", f"{key}x:")
    found = read_library(encoded(texts))[1]
    line = [name.name for name in TOPIC.keys].index(key) + 1
    assert (ReadingRule.UNKNOWN_KEY, line) in {(finding.slug, finding.place.line) for finding in found}
