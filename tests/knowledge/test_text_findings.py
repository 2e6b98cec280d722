"""Messages of the texts for which the editors' page has no room: an edit breaks the sample project.

The golden file says what is read. One example of every message stands on the page; test_text_messages_page.py runs it.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from editorial.findings import Finding, as_text
from editorial.rules import ReadingRule
from knowledge.samples import ARTICLE, HELP, METHOD, PROFILE, PROJECT, encoded, surroundings
from knowledge_base.texts.folders import TOPICS_FILE
from knowledge_base.texts.manuscript import Surroundings
from knowledge_base.texts.reading import read_library

GOLDEN = Path(__file__).parent / "golden"
END = "Lesen Sie, [wie ein World Café geht](../methoden/world-cafe.md).\n"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the first `old` of a file by `new`; without `old` the whole file, without both the file is gone."""

    file: str
    old: str | None
    new: str | None


def added(text: str) -> tuple[Edit, ...]:
    """More text at the end of the article."""
    return (Edit(ARTICLE, END, f"{END}\n{text}\n"),)


CASES: dict[str, tuple[Edit, ...]] = {
    "vorspann-fehlt": (
        Edit(PROFILE, "---\n\n## Was", "\n## Was"),
        Edit(METHOD, None, "---\n\n---\n\nReden hilft.\n"),
    ),
    "datei-am-falschen-ort": (Edit("magazine/2026/neu.md", None, "---\ntitel: Neu\n---\n"),),
    "ungueltiger-dateiname": (
        Edit("magazine/Größe zählt.md", None, PROJECT[ARTICLE]),
        Edit("magazine/gro\u0308sse_zaehlt.md", None, PROJECT[ARTICLE]),  # as a Mac writes an umlaut
        Edit("magazine/TOR-AUF.md", None, PROJECT[ARTICLE]),
        Edit("docs/kommunen/Orléans.txt", None, PROJECT[PROFILE]),
        Edit("docs/methoden/gespraech", None, "Noch nichts."),
        Edit("docs/rueckhalt/?!.md", None, PROJECT[HELP]),
    ),
    "schlagworte-fehlen": (Edit(TOPICS_FILE, None, None),),
    "unbekannter-verweis": (
        Edit(ARTICLE, "[musterstadt]", "[mustersatdt]"),
        Edit(ARTICLE, "[world-cafe]", "[world-cafe, welt-kaffee]"),
        Edit(ARTICLE, "[ho-tor-regel]", "[ho-tor-regeln]"),
        Edit(PROFILE, "kreisangehoerige-gemeinde", "gemeinde"),
        Edit(PROFILE, "hof: am-anfang", "haus: fast-am-anfang"),
        Edit("docs/methoden/material/einladung.md", "world-cafe", "world-café".replace("é", "ee")),
    ),
    "ueberschrift-erster-ordnung": (Edit(HELP, "## Zuerst", "Zuerst\n===="),),
    "roher-html": added(
        'Ein <b onclick="x()">Wort</b>, [ein Link](https://example.org){onclick="x()"},\n<p> und <!-- heimlich -->.\n\n'
        "<!-- Dieser Kommentar\nist erlaubt -->\n\n`<b>` und\n\n```\n<script>\n```\n"
    ),
    "toter-link": added(
        "[a](../methoden/welt-cafe.md), [b](../magazine/tor-auf.md), [c](/index.md),\n"
        "[d](../kommunen/index.md#wo-sie-lagen), [e](#quelle), [f](), [g](../methoden/world-cafe/), "
        "![Tor](../bilder/tür.jpg), [h][1]\n\n[1]: nirgends.md"
    ),
    "unsicherer-link": (
        *added(
            "[a](http://example.org), <http://example.org>, [b](JavaScript:alert(1)),\n"
            "[c](java\tscript:x), [d](//example.org)"
        ),
        Edit(HELP, "https://example.org/hilfe", "http://example.org/hilfe"),
    ),
}  # fmt: skip


def findings_after(edits: tuple[Edit, ...], around: Surroundings | None = None) -> tuple[Finding, ...]:
    texts = dict(PROJECT)
    for edit in edits:
        if edit.new is None:
            del texts[edit.file]
        elif edit.old is None:
            texts[edit.file] = edit.new
        else:
            assert edit.old in texts[edit.file], f"the sample has no {edit.old!r}"
            texts[edit.file] = texts[edit.file].replace(edit.old, edit.new, 1)
    return read_library(encoded(texts), around or surroundings())[1]


@pytest.mark.parametrize("slug", CASES)
def test_an_editor_reads_what_is_wrong_where_and_what_to_do(slug: str) -> None:
    findings = findings_after(CASES[slug])
    assert slug in {finding.slug for finding in findings}
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    golden = GOLDEN / f"{slug}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_every_golden_file_has_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


def test_all_findings_of_all_files_come_at_once_in_the_order_of_files_and_lines() -> None:
    broken = (Edit(PROFILE, "2020-07", "Juli 2020"), Edit(METHOD, "stand: 2026-11-22", "stand: heute"))
    findings = findings_after(CASES["toter-link"] + broken)
    assert {finding.place.file for finding in findings} == {ARTICLE, PROFILE, METHOD}
    assert list(findings) == sorted(findings, key=lambda finding: finding.place)


def test_a_text_with_a_mistake_does_not_make_the_texts_that_name_it_wrong() -> None:
    findings = findings_after((Edit(METHOD, "stand: 2026-11-22", "stand: heute"), Edit(PROFILE, "land: Bayern\n", "")))
    assert [finding.place.file for finding in findings] == [PROFILE, METHOD]


@pytest.mark.parametrize(
    "website", ["musterstadt.de", "www.muster-stadt.de", "köln.de", "berlin.de/ba-mitte", "example.org/a/b_c.html"]
)
def test_a_website_is_a_name_or_a_name_with_the_path_of_its_part(website: str) -> None:
    assert findings_after((Edit(PROFILE, "website: musterstadt.de", f"website: {website}"),)) == ()


@pytest.mark.parametrize(
    "website",
    ["musterstadt", "http://a.de", "a.de/", "a.de//b", "a.de/b/", "a.de/b c", "a.de/b?c=d", "a.de/#b", "a.de:80/b",
     "/b", "javascript:alert(1)", "a@b.de", 'a.de/"b'],
)  # fmt: skip
def test_what_is_no_website_is_found_with_what_to_write(website: str) -> None:
    (found,) = findings_after((Edit(PROFILE, "website: musterstadt.de", f"website: '{website}'"),))
    assert (found.slug, found.place.line) == (ReadingRule.INVALID_ADDRESS, 11)
    assert "hamburg.de/altona" in found.remedy


def test_a_file_that_is_no_text_is_one_finding() -> None:
    files = {**encoded(PROJECT), ARTICLE: "titel: Höfe".encode("latin-1")}
    assert [finding.slug for finding in read_library(files, surroundings())[1]] == [ReadingRule.NOT_UTF8]


def test_windows_line_ends_and_a_byte_order_mark_shift_no_line() -> None:
    text = PROJECT[ARTICLE].replace("2026-11-22", "2026-11-31").replace("\n", "\r\n")
    found = read_library({**encoded(PROJECT), ARTICLE: f"\ufeff{text}".encode()}, surroundings())[1]
    assert (ReadingRule.INVALID_DATE, 5, 8) in {(f.slug, f.place.line, f.place.column) for f in found}


def test_without_a_catalogue_nothing_is_held_against_it() -> None:
    edits = (Edit(ARTICLE, "[ho-tor-regel]", "[ho-tor-regeln]"), Edit(PROFILE, "hof: am-anfang", "haus: am-ziel"))
    assert findings_after(edits) != ()
    assert findings_after(edits, replace(surroundings(), catalogue=None)) == ()


def test_the_order_of_files_does_not_matter() -> None:
    edits = CASES["toter-link"][0]
    texts = {**PROJECT, ARTICLE: PROJECT[ARTICLE].replace(edits.old or "", edits.new or "")}
    backwards = dict(reversed(encoded(texts).items()))
    assert read_library(encoded(texts), surroundings()) == read_library(backwards, surroundings())
