"""The commands: what they print where, and with which exit code they end."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from host.terminal import main

HERE = Path(__file__).parent
SAMPLE_FILES = ("katalog.yaml", "aenderungen.yaml", "handlungsfelder/garten.yaml", "handlungsfelder/hof.yaml")
SAMPLE = str(HERE / "questionnaire")
GOLDEN = HERE / "golden" / "catalogue.json"

SHEET = {
    "format": "weltoffene-kommune/sheet",
    "format_version": 1,
    "catalogue": {key: json.loads(GOLDEN.read_text(encoding="utf-8"))[key] for key in ("id", "version", "digest")},
    "scope": {"form": "full", "fields": None},
    "sheet": {
        "id": "eins",
        "perspective": "verwaltung",
        "office": "",
        "date": "2026-05-31",
        "municipality": {"name": "Probe", "type": "landkreis"},
    },
    "answers": {"ho-tor-regel": {"rung": 3}, "ho-tor-alltag": {"state": "unknown"}},
}


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "bogen.json"
    path.write_text(json.dumps(SHEET), encoding="utf-8")
    return str(path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    for name in SAMPLE_FILES:
        target = tmp_path / "broken" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((HERE / "questionnaire" / name).read_bytes().replace(b"titel: Hof", b"title: Hof"))
    return str(tmp_path / "broken")


def test_check_ends_with_0_where_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SAMPLE]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "2 Handlungsfelder mit 4 Fragen: 0 Fehler, 0 Warnungen.\n"


def test_check_ends_with_1_and_names_the_place_where_something_is_wrong(
    broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", broken]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"{broken}/handlungsfelder/hof.yaml:3:1: Fehler [unbekannter-schluessel]")
    assert shown.err.endswith("1 Fehler, 0 Warnungen.\n")


def test_check_speaks_to_github_on_standard_output_where_it_is_read(
    broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", broken, "--format", "github"]) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith(f"::error file={broken}/handlungsfelder/hof.yaml,line=3,col=1,")
    assert all(line.startswith("::") for line in shown.out.splitlines())
    assert shown.err == "1 Fehler, 0 Warnungen.\n"


def test_check_names_examples_that_the_build_could_not_show(
    tmp_path: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "broken"
    hof = folder / "handlungsfelder" / "hof.yaml"
    hof.write_bytes(hof.read_bytes().replace(b"title: Hof", b"titel: Hof"))
    (folder / "beispiele" / "x").mkdir(parents=True)
    (folder / "beispiele" / "x" / "bogen.json").write_text("{}", encoding="utf-8")
    assert main(["check", broken]) == 1
    assert f"{broken}/beispiele/x/bogen.json:1:1: Fehler [beispiel-nicht-lesbar]" in capsys.readouterr().err


def test_a_warning_alone_ends_with_0(tmp_path: Path, broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    hof = tmp_path / "broken" / "handlungsfelder" / "hof.yaml"
    hof.write_bytes(hof.read_bytes().replace(b"title: Hof\n", b"titel: Hof\r\n"))
    assert main(["check", broken]) == 0
    assert "Warnung [windows-zeilenenden]" in capsys.readouterr().err


def test_check_of_a_missing_folder_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "[katalog-fehlt]" in capsys.readouterr().err


def test_check_looks_for_linked_pages_beside_the_questionnaire(
    tmp_path: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs" / "methoden").mkdir(parents=True)
    main(["check", broken])
    assert "Warnung [toter-verweis] Die Seite „methoden/world-cafe“" in capsys.readouterr().err
    (tmp_path / "docs" / "methoden" / "world-cafe.md").write_text("# World-Café", encoding="utf-8")
    main(["check", broken])
    assert "toter-verweis" not in capsys.readouterr().err


def test_a_questionnaire_without_a_platform_beside_it_is_not_asked_for_pages(
    broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", broken])
    assert "toter-verweis" not in capsys.readouterr().err


def test_schema_prints_what_stands_beside_the_questionnaire(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    stored = HERE.parents[1] / "questionnaire" / "schema.json"
    assert capsys.readouterr().out == stored.read_text(encoding="utf-8"), "selfcheck schema > questionnaire/schema.json"


def test_compile_prints_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compile", SAMPLE]) == 0
    assert capsys.readouterr().out == GOLDEN.read_text(encoding="utf-8")


def test_compile_writes_the_same_bytes_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "katalog.json"
    assert main(["compile", SAMPLE, "-o", str(target)]) == 0
    assert target.read_bytes() == GOLDEN.read_bytes()
    assert capsys.readouterr().out == ""


def test_compile_writes_nothing_where_something_is_wrong(
    broken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "katalog.json"
    assert main(["compile", broken, "-o", str(target)]) == 1
    assert not target.exists()
    assert "[unbekannter-schluessel]" in capsys.readouterr().err


@pytest.mark.parametrize("catalogue", [SAMPLE, str(GOLDEN)])
def test_score_reports_one_sheet_with_a_folder_or_a_compiled_catalogue(
    sheet: str, catalogue: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", sheet, "--catalogue", catalogue]) == 0
    report = json.loads(capsys.readouterr().out)
    yard = report["fields"][1]
    assert report["format"] == "weltoffene-kommune/report"
    assert (yard["id"], yard["low"], yard["high"], yard["coverage"]) == ("hof", "1/2", "1", "1/2")


def test_score_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(SHEET).encode())))
    assert main(["score", "-", "--catalogue", SAMPLE]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "weltoffene-kommune/report"


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_sheet_that_another_program_saved_again_is_read_right_and_said_so(
    codec: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bogen.json"
    answers = {"ho-tor-regel": {"rung": 3}, "größe": {"rung": 1}}
    path.write_bytes(json.dumps({**SHEET, "answers": answers}, ensure_ascii=False).encode(codec))
    assert main(["score", str(path), "--catalogue", SAMPLE]) == 0
    said = capsys.readouterr().err
    assert "Die Frage „größe“ gibt es" in said
    assert "\ufffd" not in said
    assert ("anderen Kodierung" in said) == (codec != "utf-8-sig")


def test_a_sheet_whose_letters_cannot_be_told_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bogen.json"
    path.write_bytes(json.dumps({**SHEET, "answers": {"für": {"rung": 1}}}, ensure_ascii=False).encode("cp850"))
    assert main(["score", str(path), "--catalogue", SAMPLE]) == 1
    assert "Kodierung" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[" * 100_000, '{"format": "anders"}', "\0", "ä" * 100], ids=range(5))
def test_a_broken_sheet_is_named_with_a_hint(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kaputt.json"
    path.write_text(text, encoding="utf-8")
    assert main(["score", str(path), "--catalogue", SAMPLE]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"{path}: ")
    assert len(shown.err.splitlines()) == 2


@pytest.mark.parametrize("text", ["", "[" * 100_000, "{}", '{"format": "weltoffene-kommune/catalogue"}'], ids=range(4))
def test_a_broken_catalogue_is_named_with_a_remedy(
    text: str, sheet: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kaputt.json"
    path.write_text(text, encoding="utf-8")
    assert main(["score", sheet, "--catalogue", str(path)]) == 1
    assert "Abhilfe: " in capsys.readouterr().err


def test_a_file_that_does_not_exist_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(tmp_path / "fehlt.json"), "--catalogue", SAMPLE]) == 1
    assert "fehlt.json: gibt es nicht." in capsys.readouterr().err


def test_comparing_several_sheets_is_announced_for_later(sheet: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", sheet, sheet, "--catalogue", SAMPLE]) == 2
    assert "noch nicht möglich" in capsys.readouterr().err


WRONG_CALLS = [
    ([], "Es fehlt der Befehl. Möglich sind „check“, „compile“,"),
    (["raten"], "Den Befehl „raten“ gibt es nicht. Möglich sind"),
    (["chek"], "Den Befehl „chek“ gibt es nicht. Meinten Sie „check“?"),
    (["score"], "Es fehlt die Angabe BOGEN."),
    (["check", "--format", "xml"], "Der Wert für „--format“ ist nicht möglich. Möglich sind „text“ oder „github“."),
    (["check", "--format"], "Bei „--format“ fehlt ein Wert"),
    (["check", "--frmat", "text"], "Die Angabe „--frmat“ gibt es hier nicht. Meinten Sie „--format“?"),
    (["check", "a", "b"], "Es steht mehr da, als der Befehl braucht."),
]


@pytest.mark.parametrize(("words", "told"), WRONG_CALLS)
def test_wrong_usage_ends_with_2_and_says_in_german_what_is_wrong_and_how_it_is_meant(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    shown = capsys.readouterr().err
    assert shown.startswith(f"Der Aufruf stimmt nicht: {told}")
    assert "Aufruf: selfcheck" in shown


@pytest.mark.parametrize("command", ["check", "compile", "score", "schema"])
def test_help_is_german_and_ends_with_0(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert "Diese Hilfe zeigen." in capsys.readouterr().out


def test_the_installed_program_prints_utf8_whatever_the_terminal_claims() -> None:
    program = "import sys; from host.terminal import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "compile", SAMPLE],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert done.stdout == GOLDEN.read_bytes()
    assert done.stderr == b""


@pytest.mark.parametrize(
    "link", ["Akte 12/3", "www.example.org", "ftp://a.b/c", "C:\\Ablage\\Plan.pdf", "javascript:alert(1)"]
)
def test_a_link_that_is_no_web_address_is_quoted(link: str, sheet: str, capsys: pytest.CaptureFixture[str]) -> None:
    values = json.loads(Path(sheet).read_text(encoding="utf-8"))
    question = next(iter(values["answers"]))
    values["answers"][question]["evidence"] = [{"title": "Plan", "link": link}]
    Path(sheet).write_text(json.dumps(values), encoding="utf-8")
    assert main(["score", sheet, "--catalogue", SAMPLE]) == 0
    assert f"„{link}“ ist keine Internetadresse" in capsys.readouterr().err
