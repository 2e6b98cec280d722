"""Slips that editors make without seeing them: each is told by its name, at its line, with what helps."""

from dataclasses import replace

import pytest

from editorial.findings import Finding
from editorial.rules import ReadingRule
from knowledge.samples import ARTICLE, HELP, METHOD, PROFILE, PROJECT, TODAY, encoded, surroundings
from knowledge_base.texts.folders import TOPICS_FILE
from knowledge_base.texts.plain_pages import check_plain_pages
from knowledge_base.texts.reading import read_library
from knowledge_base.texts.rules import TextRule

NBSP, THIN, NARROW, FIGURE, WIDE = "\xa0", "\u2009", "\u202f", "\u2007", "\u3000"


def findings(files: dict[str, str], today: str = TODAY) -> tuple[Finding, ...]:
    return read_library(encoded(files), replace(surroundings(), today=today))[1]


def findings_with(file: str, old: str, new: str) -> tuple[Finding, ...]:
    assert old in PROJECT[file]
    return findings({**PROJECT, file: PROJECT[file].replace(old, new, 1)})


def front(text: str) -> str:
    """Return the sample's article with another front matter and its marks."""
    return PROJECT[ARTICLE].replace(PROJECT[ARTICLE].partition("\n---\n")[0] + "\n---\n", text, 1)


def as_told(found: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(finding.slug, finding.place.line) for finding in found]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("titel: Das", f"titel:{NBSP}Das", 2),
        ("titel: Das", f"titel:{THIN}Das", 2),
        ("titel: Das", f"titel:{NBSP} Das", 2),
        ("datum: 2026", f"datum{NARROW}: 2026", 5),
        ("datum: 2026", f"{WIDE}datum: 2026", 5),
        ("datum: 2026-11-22", f"datum: 2026-11-22{NBSP}# Tag", 5),
        ("schlagworte: [begegnung]", f"schlagworte:\n  -{NBSP}begegnung", 9),
        ("schlagworte: [begegnung]", f"schlagworte:\n{FIGURE} - begegnung", 9),
    ],
)
def test_a_space_that_is_none_is_told_where_it_stands(old: str, new: str, line: int) -> None:
    (found,) = [each for each in findings_with(ARTICLE, old, new) if each.slug == ReadingRule.ODD_SPACE]
    assert found.place.line == line
    assert "(U+" in found.message
    assert "Leertaste" in found.remedy


@pytest.mark.parametrize(
    "value",
    [f"Das{NBSP}Tor", f'"§{NBSP}5: das Tor"', f"'-{NBSP}Tor'", f"Tor{NARROW}z.{NBSP}B.",
     f"|\n  Es gilt:{NBSP}immer\n  -{NBSP}zu"],
)  # fmt: skip
def test_inside_a_text_such_a_space_may_stand(value: str) -> None:
    assert findings_with(ARTICLE, "titel: Das Tor steht offen", f"titel: {value}") == ()


@pytest.mark.parametrize("dash", ["-", "*", "+", "  -", "   *"])
def test_a_dash_in_the_text_with_such_a_space_makes_no_list_and_is_told(dash: str) -> None:
    body = f"## Zuerst\n\n{dash}{NBSP}anrufen\n{dash}{NBSP}warten\n"
    (found,) = findings_with(HELP, "## Zuerst\n", body)
    assert (found.slug, found.place.line) == (ReadingRule.ODD_SPACE, 22)
    assert "ebenso an einer weiteren Stelle" in found.message


@pytest.mark.parametrize("quoted", [f"```\n-{NBSP}a\n```", f"~~~ text\n*{NBSP}a\n~~~", f"Seite 5{NBSP}bis 7"])
def test_such_a_dash_inside_code_and_such_a_space_in_a_sentence_are_left_alone(quoted: str) -> None:
    assert findings_with(HELP, "## Zuerst\n", f"## Zuerst\n\n{quoted}\n") == ()


@pytest.mark.parametrize(
    "value",
    ["„Das Tor“", "“Das Tor”", "»Das Tor«", "‚Das Tor‘", "„Das: Tor“", '„Das Tor"', '"Das Tor“', "«Das Tor»"],
)  # fmt: skip
def test_quotation_marks_of_a_word_processor_round_a_value_are_told(value: str) -> None:
    found = findings_with(ARTICLE, "titel: Das Tor steht offen", f"titel: {value}")
    assert as_told(found) == [(ReadingRule.TYPOGRAPHIC_QUOTES, 2)]
    assert '"Das' in found[0].remedy


@pytest.mark.parametrize(
    "items", ["[„begegnung“]", "[„begegnung]", "[ »begegnung« ]", "\n  - „begegnung“", "\n  - „a: b“"]
)
def test_they_are_told_in_lists_too(items: str) -> None:
    found = findings_with(ARTICLE, "schlagworte: [begegnung]", f"schlagworte: {items}")
    assert ReadingRule.TYPOGRAPHIC_QUOTES in {finding.slug for finding in found}


@pytest.mark.parametrize(
    "value",
    ["„Ja“ und „Nein“", '"„Das Tor“"', "'»Das Tor«'", "Das „Tor“", "’s ist offen", "„Tor“, das offen steht"],
)
def test_where_they_belong_to_the_text_they_stay(value: str) -> None:
    assert findings_with(ARTICLE, "titel: Das Tor steht offen", f"titel: {value}") == ()


KEYS = PROJECT[ARTICLE].partition("---\n")[2].partition("---\n")[0]
MISSING = {
    "a blank line": (f"\n---\n{KEYS}---\n", 1, "steht eine leere Zeile"),
    "three blank lines": (f"\n\n\n---\n{KEYS}---\n", 1, "stehen 3 leere Zeilen"),
    "blanks and a tab": (f" \n\t\n---\n{KEYS}---\n", 1, "stehen 2 leere Zeilen"),
    "a heading": (f"# Tor\n\n---\n{KEYS}---\n", 1, "steht schon Text: „# Tor“"),
    "a comment": (f"<!-- neu -->\n---\n{KEYS}---\n", 1, "steht schon Text"),
    "no first mark": (f"{KEYS}---\n", 1, "fehlt die Zeile „---“"),
    "no mark at all": (f"{KEYS}\n", 1, "fehlt die Zeile „---“"),
    "two hyphens": (f"--\n{KEYS}---\n", 1, "beginnt mit „--“"),
    "four hyphens": (f"----\n{KEYS}---\n", 1, "beginnt mit „----“"),
    "a dash": (f"—\n{KEYS}---\n", 1, "beginnt mit „—“"),
    "another format": (f"+++\n{KEYS}+++\n", 1, "beginnt mit „+++“"),
    "an odd space": (f"---{NBSP}\n{KEYS}---\n", 1, "bei denen ein geschütztes Leerzeichen steht"),
    "a space in front": (f" ---\n{KEYS}---\n", 1, "bei denen ein Leerzeichen steht"),
    "no second mark": (f"---\n{KEYS}", 13, "Hier beginnt schon der Text: „Der Hof"),
    "a rule further down": (f"---\n{KEYS}\nEin Satz.\n\n---\n", 13, "Hier beginnt schon der Text: „Ein Satz.“"),
    "a heading and a rule": (f"---\n{KEYS}\n## Tor\n\n---\n", 13, "Hier beginnt schon der Text: „## Tor“"),
    "two hyphens below": (f"---\n{KEYS}--\n", 12, "endet mit „--“"),
    "a dash below": (f"---\n{KEYS}–\n", 12, "endet mit „–“"),
    "an odd space below": (f"---\n{KEYS}---{NBSP}\n", 12, "bei denen ein geschütztes Leerzeichen steht"),
}


@pytest.mark.parametrize("slip", MISSING)
def test_what_is_wrong_with_the_marks_of_the_front_matter_is_told_by_name(slip: str) -> None:
    text, line, words = MISSING[slip]
    found = [each for each in findings({**PROJECT, ARTICLE: front(text)}) if each.slug == TextRule.FRONT_MATTER_MISSING]
    assert [(each.place.line, words in each.message) for each in found] == [(line, True)], found


@pytest.mark.parametrize(
    "written",
    ["titel: Das Tor steht offen # gut", 'titel: "Das Tor\n\n  steht offen"', "titel: >\n\n  Das Tor\n\n  steht offen",
     "# Kopf\n\n# noch ein Kommentar\ntitel: Das Tor", "\n\ntitel: Das Tor"],
)  # fmt: skip
def test_a_front_matter_with_blank_lines_and_comments_is_one(written: str) -> None:
    assert findings_with(ARTICLE, "titel: Das Tor steht offen", written) == ()


@pytest.mark.parametrize(
    ("name", "right"),
    [("neu.md.txt", "neu.md"), ("neu.txt", "neu.md"), ("neu.yml", "neu.md"), ("neu.docx", "neu.md"),
     ("Neu.MD.TXT", "neu.md"), ("neu.markdown", "neu.md"), ("neu.md.md", "neu.md")],
)  # fmt: skip
@pytest.mark.parametrize("folder", ["magazine", "docs/kommunen", "docs/rueckhalt"])
def test_an_ending_that_a_program_added_is_told_with_the_right_name(folder: str, name: str, right: str) -> None:
    (found,) = [each for each in findings({**PROJECT, f"{folder}/{name}": "Nichts."}) if "Name" in each.message]
    assert (found.slug, found.remedy) == (TextRule.INVALID_FILE_NAME, f"Nennen Sie die Datei „{right}“.")


@pytest.mark.parametrize("ending", ["yml", "yaml.txt", "YAML", "yml.txt", "yaml.md"])
def test_a_list_of_topics_under_a_wrong_name_is_told_once(ending: str) -> None:
    name = f"schlagworte.{ending}"
    files = {f"magazine/{name}" if file == TOPICS_FILE else file: text for file, text in PROJECT.items()}
    (found,) = findings(files)
    assert (found.slug, found.place.file) == (TextRule.INVALID_FILE_NAME, f"magazine/{name}")
    assert found.remedy == "Nennen Sie die Datei „schlagworte.yaml“."


@pytest.mark.parametrize(
    "name", ["impressum.md.txt", "projekt/neu.md.txt", "a.markdown.txt", "b/c.md.docx", "d.MD.TXT"]
)
def test_other_pages_with_an_added_ending_are_told_too(name: str) -> None:
    around = surroundings()
    found = read_library(encoded(PROJECT), replace(around, pages=around.pages | {name}))[1]
    assert [(each.slug, each.place.file) for each in found] == [(TextRule.INVALID_FILE_NAME, f"docs/{name}")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ARTICLE, "datum: 2026-11-22", "datum: 2062-11-22"),
        (HELP, "stand: 2026-11-22", "stand: 2026-11-29"),
        (HELP, "geprueft-am: 2026-11-22", "geprueft-am: 2027-01-01"),
        (METHOD, "stand: 2026-11-22", "stand: 2026-12-01"),
        (PROFILE, "datum: 2020-07", "datum: 2027"),
        (PROFILE, "datum: 2020-07", "datum: 2026-12"),
    ],
)
def test_a_day_that_is_still_to_come_is_told_with_the_day_it_is(file: str, old: str, new: str) -> None:
    (found,) = findings_with(file, old, new)
    assert found.slug == TextRule.FUTURE_DAY
    assert TODAY in found.message


@pytest.mark.parametrize("day", [TODAY, "2026-11-27", "1999-12-31", "2026-01-01", "2025-12-31"])
def test_a_day_that_has_begun_is_right(day: str) -> None:
    assert findings_with(ARTICLE, "datum: 2026-11-22", f"datum: {day}") == ()


@pytest.mark.parametrize("partial", ["2026", "2026-11", "2020"])
def test_a_month_or_year_that_has_begun_is_right(partial: str) -> None:
    assert findings_with(PROFILE, "datum: 2020-07", f"datum: {partial}") == ()


def test_without_a_day_nobody_asks() -> None:
    files = {**PROJECT, ARTICLE: PROJECT[ARTICLE].replace("2026-11-22", "2062-11-22")}
    assert findings(files, today="") == ()


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("tor.jpg", "Meinten Sie „../bilder/tor.jpg“?"),
        ("../bilder/Tor.JPG", "Meinten Sie „../bilder/tor.jpg“?"),
        ("bilder/tor.jpg", "Meinten Sie „../bilder/tor.jpg“?"),
        ("/bilder/tor.jpg", "Meinten Sie „../bilder/tor.jpg“?"),
        (
            "../bilder/fest-am-brunnen.png",
            "in den Ordner docs/bilder und schreiben Sie „../bilder/fest-am-brunnen.png“.",
        ),
        ("brunnen%20neu.webp", "in den Ordner docs/bilder und schreiben Sie „../bilder/brunnen neu.webp“."),
    ],
)
def test_a_picture_that_is_not_there_is_told_with_where_pictures_go(target: str, meant: str) -> None:
    (found,) = findings_with(HELP, "../bilder/tor.jpg", target)
    assert found.slug == TextRule.IMAGE_MISSING
    assert meant in found.remedy


@pytest.mark.parametrize("name", ["tor.jpg", "Tor.PNG", "a.webp", "karte.svg", "b.heic"])
def test_a_picture_beside_an_article_is_told_with_where_pictures_go(name: str) -> None:
    (found,) = findings({**PROJECT, f"magazine/{name}": ""})
    assert found.slug == TextRule.MISPLACED_FILE
    assert f"„../bilder/{name}“" in found.remedy


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("titel: Das Tor steht offen", "titel: Gespräch am Gartenzaun"),
        ("Lesen Sie", "Der erste Absatz sagt das Wichtigste.\n\nLesen Sie"),
        ("## Quellen\n", "## Quellen\n\n- Titel des Textes, wer ihn veröffentlicht hat, Datum. "
         "[Meldung bei example.org](https://example.org/meldung)\n"),
        ("## Quellen\n", "## Eine Überschrift\n\n## Quellen\n"),
        ("## Quellen\n", "  Sagen Sie, was nicht belegt oder umstritten ist.\n\n## Quellen\n"),
    ],
)  # fmt: skip
def test_a_single_sentence_left_from_the_sample_is_told_at_its_line(old: str, new: str) -> None:
    text = PROJECT[ARTICLE].replace(old, new, 1)
    (found,) = findings({**PROJECT, ARTICLE: text})
    assert found.slug == TextRule.SAMPLE_LEFT
    assert text.split("\n")[found.place.line - 1].strip() in new


@pytest.mark.parametrize(
    "written",
    [PROJECT[ARTICLE].replace("\n", "\r\n"), "\ufeff" + PROJECT[ARTICLE],
     "\ufeff" + PROJECT[ARTICLE].replace("\n", "\r\n"),
     PROJECT[ARTICLE].replace("\n", "\r"), PROJECT[ARTICLE].replace("\n", "\r\n", 3)],
)  # fmt: skip
def test_what_was_put_right_while_reading_stops_nobody(written: str) -> None:
    library, found = read_library({**encoded(PROJECT), ARTICLE: written.encode()}, surroundings())
    assert found
    assert not any(finding.stops for finding in found)
    assert library.article("tor-auf") is not None


PLAIN_KEYS = 'title: Impressum\ndescription: "Wer diese Website verantwortet."\nhide:\n  - toc\n'
PLAIN_BODY = "\n# Impressum\n\nEin Satz.\n"


def in_a_plain_page(text: str) -> list[tuple[str, int]]:
    return as_told(tuple(check_plain_pages({"docs/impressum.md": text.encode()}, frozenset())))


@pytest.mark.parametrize(
    "page",
    [f"---\n{PLAIN_KEYS}---\n{PLAIN_BODY}", f"---\n{PLAIN_KEYS}...\n{PLAIN_BODY}", PLAIN_BODY, "Hinweis: ein Satz.\n",
     "\n\n# Ohne Vorspann\n\n---\n\nUnter einer Linie.\n", "---\n\nEine Linie zuerst.\n", ""],
)  # fmt: skip
def test_a_page_beside_the_texts_may_have_a_front_matter_or_none(page: str) -> None:
    assert in_a_plain_page(page) == []


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (f"\n---\n{PLAIN_KEYS}---\n{PLAIN_BODY}", 1),
        (f"Hallo\n\n---\n{PLAIN_KEYS}---\n{PLAIN_BODY}", 1),
        (f"{PLAIN_KEYS}---\n{PLAIN_BODY}", 1),
        (f"---\n{PLAIN_KEYS}{PLAIN_BODY}", 9),
        (f"---\n{PLAIN_KEYS}--\n{PLAIN_BODY}", 6),
        (f"—\n{PLAIN_KEYS}---\n{PLAIN_BODY}", 1),
        (f"---\n{PLAIN_KEYS}\n## Wer\n\n---\n{PLAIN_BODY}", 7),
    ],
)
def test_a_front_matter_of_such_a_page_that_would_be_printed_as_text_is_told(page: str, line: int) -> None:
    assert in_a_plain_page(page) == [(TextRule.FRONT_MATTER_MISSING, line)]


@pytest.mark.parametrize(
    ("old", "new", "told", "line"),
    [
        ("title: ", f"title:{NBSP}", ReadingRule.ODD_SPACE, 2),
        ("title: ", f"title{NARROW}: ", ReadingRule.ODD_SPACE, 2),
        ("  - toc", f"  -{NBSP}toc", ReadingRule.ODD_SPACE, 5),
        ("  - toc", f"{NBSP} - toc", ReadingRule.ODD_SPACE, 5),
        ("description: ", f"{WIDE}description: ", ReadingRule.ODD_SPACE, 3),
        ("title: Impressum", "title: „Impressum“", ReadingRule.TYPOGRAPHIC_QUOTES, 2),
        ('"Wer diese Website verantwortet."', "„Wer: wir“", ReadingRule.TYPOGRAPHIC_QUOTES, 3),
        ('"Wer diese Website verantwortet."', '"Wer wir sind“', ReadingRule.TYPOGRAPHIC_QUOTES, 3),
        ("- toc", "- »toc«", ReadingRule.TYPOGRAPHIC_QUOTES, 5),
        ("Impressum", "“Impressum”", ReadingRule.TYPOGRAPHIC_QUOTES, 2),
        ("Impressum", "Impressum: wer", ReadingRule.YAML_COLON, 2),
    ],
)
def test_signs_that_look_like_others_are_told_in_such_a_page_too(old: str, new: str, told: str, line: int) -> None:
    assert old in PLAIN_KEYS
    assert in_a_plain_page(f"---\n{PLAIN_KEYS.replace(old, new, 1)}---\n{PLAIN_BODY}") == [(told, line)]


@pytest.mark.parametrize("dash", ["-", "*", "+", "  -", "   *"])
def test_the_dash_of_a_list_is_looked_at_in_such_a_page_too(dash: str) -> None:
    page = f"---\n{PLAIN_KEYS}---\n{PLAIN_BODY}\n{dash}{NBSP}anrufen\n"
    assert in_a_plain_page(page) == [(ReadingRule.ODD_SPACE, 12)]


@pytest.mark.parametrize(
    "written", ["begegnung", "begegnung, wohnen", "begegnung,wohnen", "Begegnung, Wohnen am Ort", "zwei wörter, a-b, c"]
)
def test_a_list_without_brackets_is_told_with_brackets(written: str) -> None:
    (found,) = findings_with(ARTICLE, "schlagworte: [begegnung]", f"schlagworte: {written}")
    assert (found.slug, found.place.line) == (ReadingRule.WRONG_KIND, 8)
    assert f": [{written}]." in found.remedy


@pytest.mark.parametrize(
    "target",
    ["www.example.org", "www.stadt-muster.de/rat", "example.org/a/b", "stadt.muster.de", "Muster.COM/x", "www.ä.de"],
)
def test_a_link_to_a_website_without_its_beginning_is_told_with_it(target: str) -> None:
    (found,) = findings_with(ARTICLE, "Lesen Sie", f"Siehe [dort]({target}).\n\nLesen Sie")
    assert (found.slug, found.remedy) == (
        TextRule.DEAD_LINK,
        f"Führt der Link zu einer anderen Website, schreiben Sie „https://{target}“.",
    )
