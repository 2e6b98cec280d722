"""Tables of texts have a caption and headers for columns and rows, on every page and whatever an editor writes."""

from pathlib import Path
from textwrap import indent

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from host.described_tables import describe_tables
from host.plain_markdown import converted
from knowledge_base.texts.markdown_body import read_body
from knowledge_base.texts.rulebook import tables_in
from knowledge_base.texts.rules import TextRule

TABLE = "| Posten | Euro |\n|---|--:|\n| Raum | 120 |\n| Dolmetschen | 340 |\n"


def table_in(body: str) -> str:
    (table,) = LexborHTMLParser(converted(body)).css("table")
    html = table.html
    assert html
    return "".join(line.strip() for line in html.split("\n"))


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        (f"Tabelle: Was ein Abend kostet\n\n{TABLE}", "<caption>Was ein Abend kostet</caption>"),
        (f"Tabelle: *Ein* `Abend`\n\n{TABLE}", "<caption><em>Ein</em> <code>Abend</code></caption>"),
        (f"## Kosten\n\nTabelle: Der Abend\n\n{TABLE}", "<caption>Der Abend</caption>"),
        (f"## Kosten\n\n{TABLE}", '<caption class="wk-spoken">Kosten</caption>'),
        (f"## So[^1] *viel*\n\nEin Satz.\n\n{TABLE}\n\n[^1]: Quelle.", '<caption class="wk-spoken">So viel</caption>'),
        (f"## Da\n\n- Punkt\n\n{indent(TABLE, '    ')}\n\n## Dann", '<caption class="wk-spoken">Da</caption>'),
        (f"Tabelle: <b>a</b>\n\n{TABLE}", "<caption>&lt;b&gt;a&lt;/b&gt;</caption>"),
    ],
)  # fmt: skip
def test_a_table_takes_its_caption_from_the_paragraph_or_the_heading_above(body: str, caption: str) -> None:
    assert table_in(body).startswith(f"<table>{caption}<thead>")
    assert "Tabelle:" not in converted(body)


def test_the_first_cell_of_a_row_names_it_and_a_line_to_write_on_names_nothing() -> None:
    html = table_in("| | B |\n|---|---|\n| **x** | 1 |\n| ____ ____ | 2 |\n| | 3 |\n| `y` | 4 |\n")
    assert '<thead><tr><td></td><th scope="col">B</th></tr></thead>' in html
    assert '<tr><th scope="row"><strong>x</strong></th><td>1</td></tr>' in html
    assert "<tr><td>____ ____</td><td>2</td></tr><tr><td></td><td>3</td></tr>" in html
    assert '<tr><th scope="row"><code>y</code></th><td>4</td></tr>' in html


@pytest.mark.parametrize(
    ("row", "scrolls"),
    [
        ("| kurz | kurz |", False),
        ("| viele kurze Wörter in einer Zelle, die umbrechen | noch viele kurze Wörter |", False),
        ("| Straßenverkehrsbehörde | Oberbürgermeisterin |", True),
        ("| Nord-Süd-Dialog-Veranstaltung | Ost-West-Dialog-Veranstaltung |", False),
        ("| `none_below_everyth` | `tentative` |", False),
        ("| `none_below_everyth` | `tentative_all` |", True),
        ("| a | b | c | d | Regierungsbezirk | Stadtverwaltung |", True),
    ],
)
def test_a_table_scrolls_where_its_longest_words_would_not_stand_side_by_side(row: str, scrolls: bool) -> None:
    columns = row.count("|") - 1
    page = LexborHTMLParser(
        converted(f"Tabelle: Wer *was* tut\n\n{'| x ' * columns}|\n{'|---' * columns}|\n{row}\n\nText\n")
    )
    region = page.css_first("div.wk-scroll > table")
    assert (region is not None) is scrolls
    if region is not None and region.parent is not None:
        names = region.parent.attributes
        assert (names["role"], names["aria-label"], names["tabindex"]) == ("region", "Wer was tut", "0")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (TABLE, [1]),
        (f"## Kosten\n\n{TABLE}\n\n{TABLE}", [9]),
        (f"## Kosten\n\nTabelle: Ein Name\n\n{TABLE}\n\n{TABLE}", []),
        (f"## Kosten\n\n{TABLE}\n\nTabelle: Ein Name\n\n{TABLE}", []),
        (f"## A\n\n{TABLE}\n\n## B\n\n{TABLE}", []),
        (f"Tabelle ohne Doppelpunkt\n\n{TABLE}", [3]),
    ],
)
def test_a_table_without_a_name_ends_the_build_with_its_line(body: str, lines: list[int]) -> None:
    findings = list(tables_in(read_body("x.md", body, 1)))
    assert [finding.place.line for finding in findings] == lines
    assert {finding.slug for finding in findings} <= {TextRule.TABLE_WITHOUT_CAPTION}
    assert all(finding.stops for finding in findings)


def nameless(site: Path) -> list[str]:
    """Return the tables of a site without caption, without headers for columns, or whose rows have no names."""
    found = []
    for page in sorted(site.rglob("*.html")):
        for table in LexborHTMLParser(page.read_text(encoding="utf-8")).css("table"):
            caption = table.css_first("caption")
            if caption is None or not caption.text(strip=True):
                found.append(f"{page.relative_to(site)}: no caption: {table.text()[:80]}")
            elif not table.css_first('thead th[scope="col"]') or not all(map(is_named, table.css("tbody tr"))):
                found.append(f"{page.relative_to(site)}: no headers: {caption.text()}")
    return found


def is_named(row: LexborNode) -> bool:
    first = row.css_first("th, td")
    return row.css_first('th[scope="row"]') is not None or not any(sign.isalnum() for sign in first.text())


def test_every_table_of_the_site_has_a_caption_and_headers_for_columns_and_rows(site: Path) -> None:
    assert nameless(site) == []


def test_without_what_describes_tables_most_of_them_would_be_nameless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("host.plain_markdown.describe_tables", lambda root: None)
    assert "<caption" not in converted(f"## Kosten\n\n{TABLE}")
    monkeypatch.setattr("host.plain_markdown.describe_tables", describe_tables)
    assert "<caption" in converted(f"## Kosten\n\n{TABLE}")


def test_every_block_of_code_can_be_reached_by_keyboard(site: Path) -> None:
    blocks = [
        code
        for page in sorted(site.rglob("*.html"))
        for code in LexborHTMLParser(page.read_text(encoding="utf-8")).css("pre > code")
    ]
    assert len(blocks) > 20
    assert [code.text()[:60] for code in blocks if code.attributes.get("tabindex") != "0"] == []
