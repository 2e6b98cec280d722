"""One golden message for every slug: an edit breaks the sample questionnaire, the file says what the editor reads."""

import ast
import inspect
import os
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from selfcheck_site import checks, compile, entries, source, syntax
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.findings import Finding, Place, Rule, Severity, as_github, as_text
from selfcheck_site.folder import read_folder

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
SAMPLE = read_folder(HERE / "questionnaire")

KATALOG = "katalog.yaml"
GARTEN = "handlungsfelder/garten.yaml"
HOF = "handlungsfelder/hof.yaml"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the first `old` of a file of the sample by `new`; without `old` the whole file."""

    file: str
    old: str | None
    new: str | bytes


CASES: dict[str, tuple[Edit, ...]] = {
    "katalog-fehlt": (Edit("", None, ""),),
    "datei-zu-gross": (Edit(HOF, "Hof", "Hof " * 100_000),),
    "binaerdatei": (Edit(HOF, None, b"\x89PNG\r\n\x1a\n\0\0"),),
    "kein-utf8": (Edit(HOF, None, "kennung: hof\ntitel: Höfe\n".encode("latin-1")),),
    "bom-am-anfang": (Edit(HOF, "kennung", "\ufeffkennung"),),
    "windows-zeilenenden": (Edit(HOF, "titel: Hof\n", "titel: Hof\r\n"),),
    "unzulaessiges-zeichen": (
        Edit(HOF, "Hof", "H\u202eof"),
        Edit(HOF, "um den Hof", "um d\u200ben Hof"),
        Edit(GARTEN, '"Merken', '"\\0Merken'),
    ),
    "tabulator": (
        Edit(HOF, "  - kennung: ho-tor\n", "\t- kennung: ho-tor\n"),
        Edit(HOF, "    titel", "\ttitel"),
        Edit(GARTEN, "titel: Garten", "titel: \tGarten"),
    ),
    "leere-datei": (Edit(HOF, None, "# noch nichts\n"),),
    "yaml-doppelpunkt": (
        Edit(HOF, "Ein offenes", "Es gilt: Ein offenes"),
        Edit(GARTEN, "titel: Beete", "titel: Beete\n    untertitel"),
    ),
    "yaml-einrueckung": (
        Edit(HOF, "        warum", "          warum"),
        Edit(GARTEN, "        warum", "       warum"),
        Edit(KATALOG, "titel: Probe", "titel: - Probe"),
    ),
    "yaml-anfuehrungszeichen": (
        Edit(HOF, "titel: Hof", 'titel: "Hof'),
        Edit(GARTEN, "warum: Ohne Plan", 'warum: "Ohne Plan" sozusagen'),
        Edit(KATALOG, '"2026.1"', '"2026\\.1"'),
    ),
    "yaml-sonderzeichen": (
        Edit(HOF, "warum: Ein", "warum: %Ein"),
        Edit(GARTEN, "text: Fangen", "text: >Fangen"),
    ),
    "yaml-klammer": (Edit(HOF, "[Hausmeisterei]", "[Hausmeisterei"),),
    "yaml-fehler": (
        Edit(HOF, "kennung", "%YAML 3.0\n---\nkennung"),
        Edit(GARTEN, '"Merken', '"\\UFFFFFFFFMerken'),
    ),
    "zu-tief-verschachtelt": (Edit(HOF, "Hof", "[" * 10_000),),
    "zu-viele-angaben": (Edit(HOF, "[Hausmeisterei]", f"[{'a, ' * 20_000}]"),),
    "anker-und-verweise": (
        Edit(HOF, "[Hausmeisterei]", "&amt [Hausmeisterei]"),
        Edit(HOF, "[Hausmeisterei]\n        stufen: [Nie", "*amt\n        stufen: [Nie"),
        Edit(GARTEN, "titel: Garten", "titel: **Garten**"),
    ),
    "typangabe": (Edit(HOF, "titel: Hof", "titel: !!str Hof"), Edit(GARTEN, "titel: Garten", "titel: !!Garten!")),
    "raute-im-text": (Edit(HOF, "titel: Hof", "titel: Hof #3 am Markt"),),
    "mehrere-dokumente": (Edit(HOF, "themen:", "---\nthemen:"),),
    "schluessel-kein-text": (Edit(HOF, "titel: Hof", "[titel]: Hof\ntitel: Hof"),),
    "doppelter-schluessel": (Edit(HOF, "titel: Hof", "titel: Hof\ntitel: Innenhof"),),
    "unbekannter-schluessel": (
        Edit(HOF, "warum", "warumm"),
        Edit(HOF, "titel: Hof", "titel: Hof\nfarbe: grün"),
    ),
    "fehlender-schluessel": (
        Edit(HOF, "        warum: Ein offenes Tor lädt ein.\n", ""),
        Edit(KATALOG, '    ab: "0"\n', ""),
    ),
    "leerer-wert": (
        Edit(HOF, "titel: Hof", "titel:"),
        Edit(HOF, "[Hausmeisterei]", "[]"),
        Edit(GARTEN, "verweise: [methoden/world-cafe]", "verweise:"),
    ),
    "falsche-art": (
        Edit(HOF, "[Hausmeisterei]", "Hausmeisterei"),
        Edit(HOF, "[Nein., ", "[Es gilt: nein, "),
        Edit(GARTEN, "          - kommunentyp: landkreis\n            wer: Gemeinde", "          - Landkreis"),
        Edit(GARTEN, "titel: Garten", "titel: [Garten]"),
    ),
    "ungueltige-auswahl": (
        Edit(HOF, "dimension: regelung", "dimension: Regelungen"),
        Edit(HOF, "kurzform: ja", "kurzform: true"),
        Edit(GARTEN, "bis-stufe: 2", "bis-stufe: 3"),
    ),
    "ungueltige-kennung": (
        Edit(HOF, "ho-tor-regel", "Höfe & Tore"),
        Edit(HOF, "ho-tor-alltag", "1-tor"),
    ),
    "ungueltige-zahl": (Edit(GARTEN, "3/2", "1,5"), Edit(KATALOG, '"4/5"', '"4/0"')),
    "ungueltiger-verweis": (Edit(GARTEN, "[methoden/world-cafe]", "['https://example.org', ../geheim, /wurzel]"),),
    "doppelte-kennung": (
        Edit(HOF, "ho-tor-alltag", "ga-beete"),
        Edit(KATALOG, "kennung: landkreis", "kennung: kreisangehoerige-gemeinde"),
        Edit(GARTEN, "kommunentyp: landkreis", "kommunentyp: kreisangehoerige-gemeinde"),
    ),
    "doppelter-eintrag": (
        Edit(HOF, "[Nein., Mündlich.", "[Nein., Nein."),
        Edit(KATALOG, "  - hof\n", "  - hof\n  - garten\n"),
    ),
    "kennung-und-dateiname": (Edit(HOF, "kennung: hof", "kennung: innenhof"),),
    "feld-ohne-datei": (Edit(KATALOG, "  - hof\n", "  - hoff\n  - keller\n"),),
    "datei-ohne-eintrag": (Edit(KATALOG, "  - hof\n", ""),),
    "stufen-zahl": (Edit(HOF, "[Nein., ", "["),),
    "anregungen-zahl": (
        Edit(HOF, "          - {bis-stufe: 2, text: Hängen", "          # - {bis-stufe: 2, text: Hängen"),
    ),
    "anregungen-reihenfolge": (Edit(GARTEN, "bis-stufe: 0", "bis-stufe: 2"),),
    "dimension-fehlt": (Edit(HOF, "praxis", "regelung"),),
    "kurzform-fehlt": (Edit(HOF, "kurzform: ja", "kurzform: nein"), Edit(HOF, "kurzform: ja", "kurzform: nein")),
    "unbekannter-kommunentyp": (Edit(GARTEN, "kommunentyp: landkreis", "kommunentyp: landkreise"),),
    "reifegrade-reihenfolge": (Edit(KATALOG, 'ab: "0"', 'ab: "3/2"'),),
    "grenzen": (Edit(KATALOG, '"4/5"', '"1/2"'), Edit(KATALOG, 'wert: "1/4"', "wert: 2")),
    "gewicht-nicht-positiv": (Edit(GARTEN, "3/2", "0"), Edit(KATALOG, 'wert: "1"\n', "wert: 0\n")),
}


def edited(edits: tuple[Edit, ...]) -> dict[str, bytes]:
    files = dict(SAMPLE)
    for edit in edits:
        if not edit.file:
            files.clear()
        elif edit.old is None:
            files[edit.file] = edit.new if isinstance(edit.new, bytes) else edit.new.encode()
        else:
            assert isinstance(edit.new, str)
            assert edit.old.encode() in files[edit.file], f"the sample has no {edit.old!r}"
            files[edit.file] = files[edit.file].replace(edit.old.encode(), edit.new.encode(), 1)
    return files


@pytest.mark.parametrize("slug", CASES)
def test_an_editor_reads_what_is_wrong_where_and_what_to_do(slug: str) -> None:
    findings = compile_questionnaire(edited(CASES[slug])).findings
    assert slug in {finding.slug for finding in findings}
    shown = "".join(f"{as_text(finding)}\n" for finding in findings)
    golden = GOLDEN / f"{slug}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_every_slug_has_a_golden_case_and_every_golden_file_a_slug() -> None:
    assert set(CASES) == {rule.value for rule in Rule}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize("slug", CASES)
def test_only_errors_keep_the_catalogue_back(slug: str) -> None:
    compiled = compile_questionnaire(edited(CASES[slug]))
    harmless = all(finding.severity is Severity.WARNING for finding in compiled.findings)
    assert (compiled.catalogue is not None) == harmless


@pytest.mark.parametrize("module", [source, syntax, entries, checks, compile], ids=lambda module: module.__name__)
def test_no_finding_of_the_questionnaire_has_a_slug_of_its_own_making(module: ModuleType) -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Finding"]
    assert [ast.unparse(call) for call in made if isinstance(call.args[0], ast.Constant)] == []


def test_all_findings_of_all_files_come_at_once() -> None:
    edits = CASES["fehlender-schluessel"] + CASES["yaml-sonderzeichen"][1:] + CASES["datei-ohne-eintrag"]
    files = {finding.place.file for finding in compile_questionnaire(edited(edits)).findings}
    assert files == {KATALOG, GARTEN, HOF}


def test_a_misspelt_key_is_not_also_reported_as_missing() -> None:
    findings = compile_questionnaire(edited((Edit(HOF, "dimension", "dimenson"),))).findings
    assert [finding.slug for finding in findings] == ["unbekannter-schluessel"]


def test_a_workflow_command_keeps_its_shape_whatever_the_words() -> None:
    finding = Finding("stufen-zahl", Place("a,b:c.yaml", 3, 7), "50 %\nund ::mehr", "Zählen.", Severity.WARNING)
    assert as_github(finding, "ordner/") == (
        "::warning file=ordner/a%2Cb%3Ac.yaml,line=3,col=7,title=stufen-zahl::50 %25%0Aund ::mehr%0AAbhilfe: Zählen."
    )


def test_a_file_name_cannot_steer_the_terminal() -> None:
    finding = Finding("stufen-zahl", Place("\x1b[2J.yaml"), "Text.", "Abhilfe.")
    assert "\x1b" not in as_text(finding)
