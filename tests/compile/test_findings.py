"""Golden messages beside those of the page for editors: an edit breaks the sample, the file says what is read."""

import ast
import inspect
import os
from pathlib import Path
from types import ModuleType

import pytest

from compile.sample import Edit, compiled, edited
from editorial import entries, source, syntax
from editorial.findings import Finding, Place, Severity, as_github, as_text
from editorial.rules import ReadingRule
from selfcheck_site import changes, gaps, integrity, language, plain_wording, references, set_integrity
from selfcheck_site import compile as compiler
from selfcheck_site.rules import QuestionnaireRule

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"

KATALOG = "katalog.yaml"
GARTEN = "handlungsfelder/garten.yaml"
HOF = "handlungsfelder/hof.yaml"
CHANGES = "aenderungen.yaml"
SETS = "fragensaetze.yaml"
MIRRORS = "spiegelfragen/hof.yaml"
CELLAR = """\
kennung: keller
titel: Im Keller
fragen:
  - kennung: sp-keller
    thema: ga-beete
    spiegelt: [ga-beete-plan]
    fragensaetze: [kinder]
    frage: Wie ist es im Keller?
    stufen: [dunkel, grau, hell, bunt]
"""


CASES: dict[str, tuple[Edit, ...]] = {
    "katalog-fehlt": (Edit("", None, ""),),
    "datei-zu-gross": (Edit(HOF, "Hof", "Hof " * 100_000),),
    "binaerdatei": (Edit(HOF, None, b"\x89PNG\r\n\x1a\n\0\0"),),
    "kein-utf8": (Edit(HOF, None, "kennung: hof\ntitel: Höfe\n".encode("latin-1")),),
    "bom-am-anfang": (Edit(HOF, "# yaml", "\ufeff# yaml"),),
    "falsche-endung": (Edit("handlungsfelder/keller.yml", None, "kennung: keller\n"),),
    "leere-datei": (Edit(HOF, None, "# noch nichts\n"),),
    "zu-viele-angaben": (Edit(HOF, "[Hausmeisterei]", f"[{'a, ' * 20_000}]"),),
    # Further messages of slugs whose usual message stands on the page.
    "geschuetztes-leerzeichen": (
        Edit(GARTEN, "  - kennung: ga-beete\n", "  -\xa0kennung: ga-beete\n"),
        Edit(HOF, "titel: Hof", "titel: Hof\u2009# der hintere"),
        Edit(KATALOG, "titel: Probe", "titel\u202f: Probe"),
    ),
    "typografische-anfuehrungszeichen": (
        Edit(GARTEN, "titel: Garten", "titel: „Garten: Beete“"),
        Edit(HOF, "[Hausmeisterei]", "[»Hausmeisterei«]"),
        Edit(KATALOG, "titel: Probe", 'titel: "Probe“'),
    ),
    "unzulaessiges-zeichen": (Edit(HOF, "titel: Hof", "titel: H\u202eof"), Edit(HOF, "um den Hof", "um d\u200ben Hof")),
    "tabulator": (Edit(GARTEN, "titel: Garten", "titel: \tGarten"),),
    "yaml-einrueckung": (Edit(KATALOG, "titel: Probe", "titel: - Probe"),),
    "yaml-anfuehrungszeichen": (Edit(KATALOG, '"2026.1"', '"2026\\.1"'),),
    "yaml-sonderzeichen": (Edit(GARTEN, "text: Fangen", "text: >Fangen"),),
    "yaml-fehler": (Edit(HOF, "kennung", "%YAML 3.0\n---\nkennung"),),
    "anker-und-verweise": (Edit(HOF, "[Hausmeisterei]\n        stufen:", "*amt\n        stufen:"),),
    "typangabe": (Edit(HOF, "titel: Hof", "titel: !!str Hof"), Edit(GARTEN, "titel: Garten", "titel: !!Garten!")),
    "unbekannter-schluessel": (Edit(HOF, "titel: Hof", "titel: Hof\nfarbe: grün"),),
    "fehlender-schluessel": (Edit(KATALOG, '    ab: "0"\n', ""),),
    "leerer-wert": (Edit(HOF, "[Hausmeisterei]", "[]"),),
    "falsche-art": (
        Edit(HOF, "[Hausmeisterei]", "[es gilt: Hausmeisterei]"),
        Edit(GARTEN, "          - kommunentyp: landkreis\n            wer: Gemeinde", "          - Landkreis"),
    ),
    "ungueltige-auswahl": (
        Edit(HOF, "kurzform: ja", "kurzform: true"),
        Edit(GARTEN, "beschluss: nein", "beschluss: NO"),
        Edit(GARTEN, "bis-stufe: 2", "bis-stufe: 3"),
    ),
    "ungueltige-kennung": (Edit(HOF, "ho-tor-alltag", "1-tor"),),
    "ungueltige-zahl": (Edit(KATALOG, '"4/5"', '"4/0"'), Edit(GARTEN, "3/2", "1:30")),
    "ungueltiger-verweis": (Edit(GARTEN, "[methoden/world-cafe]", "[../geheim, /wurzel]"),),
    "doppelte-kennung": (
        Edit(KATALOG, "kennung: landkreis", "kennung: kreisangehoerige-gemeinde"),
        Edit(GARTEN, "kommunentyp: landkreis", "kommunentyp: kreisangehoerige-gemeinde"),
    ),
    "doppelter-eintrag": (Edit(KATALOG, "  - hof\n", "  - hof\n  - garten\n"),),
    "feld-ohne-datei": (Edit(KATALOG, "  - hof\n", "  - hoff\n  - keller\n"),),
    "reifegrade-reihenfolge": (Edit(KATALOG, 'ab: "0"', 'ab: "3/2"'),),
    "grenzen": (Edit(KATALOG, 'wert: "1/4"', "wert: 2"),),
    "gewicht-nicht-positiv": (Edit(KATALOG, 'wert: "1"\n', "wert: 0\n"),),
    "langer-satz": (Edit(KATALOG, "So beginnt es.", f"So beginnt {'das ' * 24}Jahr."),),
    "stufen-kaum-verschieden": (
        Edit(HOF, "Das Tor bleibt die ganze Woche zu.", "Das Tor steht selten offen."),
        Edit(HOF, "Das Tor steht an einem Nachmittag in der Woche offen.", "Das Tor steht oft offen."),
        Edit(HOF, "Das Tor steht jeden Tag offen, auch in den Ferien.", "Das Tor steht offen."),
    ),
    "fehlende-begruendung": (Edit(KATALOG, "So beginnt es.", "…"), Edit(GARTEN, "Ohne Plan hilft", "TODO # Ohne Plan")),
    "stufe-ohne-anregung": (Edit(HOF, "bis-stufe: 1", "bis-stufe: 0"), Edit(HOF, "bis-stufe: 2", "bis-stufe: 1")),
    "anregung-ohne-ausloeser": (Edit(GARTEN, "bis-stufe: 0", "bis-stufe: 2"),),
    "unbekannter-bezug": (
        Edit(SETS, "[nachbarschaft]", "[nachbarn]"),
        Edit(SETS, "ohne-spiegel: []", "ohne-spiegel:\n  - {thema: ho-zaun, warum: Ihn sieht niemand.}"),
        Edit(MIRRORS, "thema: ho-tor", "thema: ga-beete"),
        Edit(MIRRORS, "fragensaetze: [gaeste]", "fragensaetze: [gaeste, eltern]"),
        Edit(MIRRORS, "spiegelt: [ho-tor-regel]", "spiegelt: [ga-beete-plan]"),
        Edit("spiegelfragen/keller.yaml", None, CELLAR),
    ),
    "fragensatz-umfang": (
        Edit(SETS, "mindestens: 2", "mindestens: 3"),
        Edit(SETS, "je-handlungsfeld: 1", "je-handlungsfeld: 2"),
    ),
    "thema-ohne-spiegel": (
        Edit(MIRRORS, "thema: ho-tor", "thema: ho-zaun"),
        Edit(MIRRORS, "thema: ho-tor\n    spiegelt: [ho-tor-regel]", "thema: ho-zaun\n    spiegelt: [ho-tor-regel]"),
    ),
    "gemiedenes-wort": (
        Edit(SETS, "titel: Fragen an Gäste", "titel: Fragen zum Beschluss"),
        Edit("spiegelfragen/garten.yaml", "titel: Im Garten", "titel: Ratsbeschlüsse"),
        Edit("spiegelfragen/garten.yaml", "Ich habe nur Erde gesehen.", "Es gab keinen BESCHLUSS."),
        # Children may read the word: their set does not avoid it.
        Edit(MIRRORS, "Auf einem Zettel im Haus.", "In einem Beschluss."),
    ),
    "fassungen-reihenfolge": (Edit(CHANGES, "2025.1", "erste"), Edit(KATALOG, '"2026.1"', '"2026.2"')),
    "unbekanntes-ziel": (Edit(CHANGES, "zu: ga-beete-plan", "zu: ga-beete-plaene"),),
}


@pytest.mark.parametrize("slug", CASES)
def test_an_editor_reads_what_is_wrong_where_and_what_to_do(slug: str) -> None:
    findings = compiled(edited(CASES[slug])).findings
    assert slug in {finding.slug for finding in findings}
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    golden = GOLDEN / f"{slug}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_every_golden_case_has_its_file_and_a_slug() -> None:
    assert set(CASES) <= {rule.value for rule in (*ReadingRule, *QuestionnaireRule)}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize("slug", CASES)
def test_only_errors_keep_the_catalogue_back(slug: str) -> None:
    result = compiled(edited(CASES[slug]))
    harmless = all(finding.severity is Severity.WARNING for finding in result.findings)
    assert (result.catalogue is not None) == harmless


@pytest.mark.parametrize(
    "module",
    [source, syntax, entries, integrity, changes, language, gaps, references, compiler, set_integrity, plain_wording],
    ids=lambda module: module.__name__,
)
def test_no_finding_of_the_questionnaire_has_a_slug_of_its_own_making(module: ModuleType) -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Finding"]
    assert [ast.unparse(call) for call in made if isinstance(call.args[0], ast.Constant)] == []


def test_all_findings_of_all_files_come_at_once() -> None:
    edits = CASES["yaml-sonderzeichen"] + CASES["feld-ohne-datei"]
    files = {finding.place.file for finding in compiled(edited(edits)).findings}
    assert files == {KATALOG, GARTEN, HOF}


@pytest.mark.parametrize("reserved", ["start", "ergebnis", "selbstcheck", "inhalt", "hauptmenue", "selbstcheck-datei"])
@pytest.mark.parametrize(("own", "line"), [("hof", 2), ("ho-tor", 6), ("ho-tor-regel", 9)])
def test_no_field_theme_or_question_takes_an_id_that_the_page_needs(own: str, line: int, reserved: str) -> None:
    findings = compiled(edited((Edit(HOF, f"kennung: {own}\n", f"kennung: {reserved}\n"),))).findings
    found = [finding.place for finding in findings if finding.slug == QuestionnaireRule.RESERVED_ID]
    assert [(place.file, place.line) for place in found] == [(HOF, line)]


def test_a_misspelt_key_is_not_also_reported_as_missing() -> None:
    findings = compiled(edited((Edit(HOF, "dimension", "dimenson"),))).findings
    assert [finding.slug for finding in findings] == ["unbekannter-schluessel"]


def test_a_workflow_command_keeps_its_shape_whatever_the_words() -> None:
    finding = Finding("stufen-zahl", Place("a,b:c.yaml", 3, 7), "50 %\nund ::mehr", "Zählen.", Severity.WARNING)
    assert as_github(finding, "ordner/") == (
        "::warning file=ordner/a%2Cb%3Ac.yaml,line=3,col=7,title=stufen-zahl::50 %25%0Aund ::mehr%0AAbhilfe: Zählen."
    )


def test_a_file_name_cannot_steer_the_terminal() -> None:
    finding = Finding("stufen-zahl", Place("\x1b[2J.yaml"), "Text.", "Abhilfe.")
    assert "\x1b" not in as_text(finding)


@pytest.mark.parametrize("written", ["0", "1/2", "zwei", "1000"])
def test_from_how_many_answers_a_result_is_firm_is_a_whole_number_from_one_on(written: str) -> None:
    (finding,) = compiled(edited((Edit(KATALOG, "wert: 2\n", f"wert: {written}\n"),))).findings
    assert (finding.slug, finding.message) == ("ungueltige-zahl", f"„{written}“ ist keine ganze Zahl von 1 bis 999.")


def test_short_rungs_only_name_a_state_and_may_differ_in_one_word() -> None:
    stated = (HERE / "stufen-ein-wort.yaml").read_text(encoding="utf-8").strip()
    assert similar_rungs(stated) == []


@pytest.mark.parametrize(
    "rungs",
    [
        "[Nein, Begonnen, Umgesetzt, Gelebt]",
        "[Nein, Eher nein, Eher ja, Ja]",
        "[nie, fast nie, fast immer, immer]",
        "[nicht begonnen, teilweise begonnen, teilweise umgesetzt, ganz umgesetzt]",
        "[gar nicht geregelt, kaum schriftlich geregelt, oft schriftlich geregelt, voll geregelt]",
    ],
)
def test_labels_of_up_to_three_words_bring_no_warning(rungs: str) -> None:
    assert similar_rungs(f"stufen: {rungs}") == []


@pytest.mark.parametrize(
    "rungs",
    [
        "[Das Tor ist zu, Das Tor ist auf, Alle kommen herein und bleiben, Niemand fragt wer kommt]",
        "[Es gibt keinen Plan dafür, Es gibt einen Plan dafür, Der Plan hängt aus, Alle kennen ihn]",
        "[Wir fragen nie nach, Wir fragen oft nach, Wir ändern danach etwas, Alle wissen davon]",
        "[Das Amt informiert selten darüber, Das Amt informiert oft darüber, Es fragt nach, Es ändert etwas]",
        "[Einige Tore stehen offen, Viele Tore stehen offen, Man kommt hinein, Man bleibt dort gern]",
    ],
)
def test_described_rungs_that_differ_in_one_word_still_bring_one(rungs: str) -> None:
    assert similar_rungs(f"stufen: {rungs}") != []


def similar_rungs(stated: str) -> list[Finding]:
    text = edited(())[HOF].decode()
    start = text.index("        stufen:\n", text.index("ho-tor-alltag"))
    end = text.index("        anregungen:", start)
    files = {**edited(()), HOF: f"{text[:start]}        {stated}\n{text[end:]}".encode()}
    return [finding for finding in compiled(files).findings if finding.slug == QuestionnaireRule.SIMILAR_RUNGS]
