"""The one command of the editors reads questionnaire and texts, and says what the build would say."""

import importlib
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from building import ROOT, build, copy_of_the_project
from host.terminal import main
from knowledge.samples import ARTICLE, PROJECT, QUESTIONNAIRE
from knowledge_base.texts.reading import read_texts

FOUND = re.compile(
    r"^(?:INFO    -  weltoffene_kommune: )?(\S.*: (?:Fehler|Warnung) \[.*\n    Abhilfe: .*)$", re.MULTILINE
)
DEAD = "[nirgends](nirgends.md)"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project without findings, and stand in it."""
    for file, text in PROJECT.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "docs/bilder").mkdir()
    (tmp_path / "docs/bilder/tor.jpg").write_bytes(b"")
    (tmp_path / "docs/index.md").write_text("# Start", encoding="utf-8")
    (tmp_path / "questionnaire/handlungsfelder").mkdir(parents=True)
    for source in QUESTIONNAIRE.rglob("*.yaml"):
        (tmp_path / "questionnaire" / source.relative_to(QUESTIONNAIRE)).write_bytes(source.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changed(project: Path, file: str, change: Callable[[str], str]) -> None:
    path = project / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_the_installed_command_is_the_one_that_reads_the_texts() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    module, _, name = scripts["selfcheck"].partition(":")
    assert getattr(importlib.import_module(module), name) is main


def test_a_project_without_mistakes_is_counted_and_ends_with_0(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().err == "2 Handlungsfelder mit 4 Fragen, 6 Texte: 0 Fehler, 0 Warnungen.\n"


def test_mistakes_in_texts_and_questions_are_told_at_once_with_their_places(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(project, ARTICLE, lambda text: text.replace("datum: 2026-11-22", "datum: heute"))
    changed(project, "questionnaire/handlungsfelder/hof.yaml", lambda text: text.replace("titel: Hof", "title: Hof"))
    assert main(["check"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert [line.split(" ")[0] for line in shown.err.splitlines() if "Fehler [" in line] == [
        "questionnaire/handlungsfelder/hof.yaml:3:1:",
        f"{ARTICLE}:5:8:",
    ]
    assert shown.err.endswith("\n6 Texte: 2 Fehler, 0 Warnungen.\n")


@pytest.mark.parametrize(
    ("folder", "path"), [(".", "questionnaire"), ("questionnaire", "."), ("docs", "../questionnaire")]
)
def test_places_can_be_opened_from_where_the_command_was_given(
    folder: str, path: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(project, ARTICLE, lambda text: f"{text}{DEAD}\n")
    monkeypatch.chdir(project / folder)
    assert main(["check", path]) == 1
    place = capsys.readouterr().err.split(":")[0]
    assert Path(place).resolve() == project / ARTICLE


def test_github_reads_about_the_texts_on_standard_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(project, ARTICLE, lambda text: f"{text}{DEAD}\n")
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={ARTICLE},line=23,col=1,title=toter-link::")


def test_a_link_to_a_page_that_the_build_makes_is_no_mistake(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    links = "[a](../schlagworte/begegnung.md), [b](rubrik/praxistipp.md), [c](../methoden/material/fragekarten-hof.md)"
    changed(project, ARTICLE, lambda text: f"{text}{links}\n")
    changed(
        project,
        "questionnaire/handlungsfelder/garten.yaml",
        lambda text: text.replace("[methoden/world-cafe]", "[schlagworte/begegnung]"),
    )
    assert main(["check"]) == 0
    assert capsys.readouterr().err.endswith("0 Fehler, 0 Warnungen.\n")


def test_a_mistake_in_the_questionnaire_makes_no_link_of_a_text_wrong(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(project, ARTICLE, lambda text: f"{text}[a](../schlagworte/begegnung.md)\n")
    changed(project, "questionnaire/handlungsfelder/hof.yaml", lambda text: text.replace("titel: Hof", "title: Hof"))
    assert main(["check"]) == 1
    assert capsys.readouterr().err.endswith("1 Fehler, 0 Warnungen.\n")


def test_the_self_check_alone_asks_for_no_texts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "magazine")
    shutil.rmtree(project / "docs")
    assert main(["check"]) == 0
    assert capsys.readouterr().err == "2 Handlungsfelder mit 4 Fragen: 0 Fehler, 0 Warnungen.\n"


def test_what_looks_like_a_text_is_read_and_what_does_not_is_left_alone(project: Path) -> None:
    for name in ("magazine/neu", "magazine/Neu.MD", "docs/methoden/x/y.md", "magazine/.neu.md", "docs/kommunen/a.svg"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("", encoding="utf-8")
    assert read_texts(project).keys() - PROJECT.keys() == {"magazine/neu", "magazine/Neu.MD", "docs/methoden/x/y.md"}


def test_this_project_has_no_findings(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0
    assert capsys.readouterr().err.endswith(": 0 Fehler, 0 Warnungen.\n")


def told_by_command_and_build(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    """Return what both say about questionnaire and texts."""
    assert main(["check", str(project / "questionnaire")]) == 1
    command = FOUND.findall(capsys.readouterr().err.replace(f"{project}/", ""))
    failed = build(project / "site", project=project)
    assert failed.code == 1
    return command, FOUND.findall(failed.said)


def test_the_command_and_the_build_find_the_same_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = copy_of_the_project(tmp_path)
    changed(project, "magazine/ziel-vor-methode.md", lambda text: f"{text.replace('rubrik: ', 'rubik: ')}\n{DEAD}\n")
    changed(project, "docs/kommunen/krefeld.md", lambda text: text.replace("## Quellen", "## Woher das stammt"))
    changed(project, "docs/rueckhalt/vorbereiten.md", lambda text: text.replace("stand: ", "stand: am "))
    (project / "docs/methoden/world-cafe.md").rename(project / "docs/methoden/World Café.md")
    command, built = told_by_command_and_build(project, capsys)
    assert command == built
    assert {
        "unbekannter-schluessel",
        "toter-link",
        "abschnitt-fehlt",
        "ungueltiges-datum",
        "ungueltiger-dateiname",
    } <= {told.partition("[")[2].partition("]")[0] for told in built}


def test_the_command_and_the_build_agree_on_pages_that_are_made_and_on_files_without_ending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_of_the_project(tmp_path)
    made = "[Schlagwort](../schlagworte/begegnung.md), [Rubrik](rubrik/praxistipp.md)"
    changed(project, "magazine/ziel-vor-methode.md", lambda text: f"{text}\n{made}\n")
    (project / "magazine/neuer-text").write_text("Noch nichts.", encoding="utf-8")
    command, built = told_by_command_and_build(project, capsys)
    assert command == built
    assert [told.split(":")[0] for told in built] == ["magazine/neuer-text"]


def test_what_was_put_right_while_reading_stops_neither_the_command_nor_the_strict_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_of_the_project(tmp_path)
    for file in ("magazine/ziel-vor-methode.md", "docs/kommunen/krefeld.md", "questionnaire/katalog.yaml"):
        path = project / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["check", str(project / "questionnaire")]) == 0
    command = FOUND.findall(capsys.readouterr().err.replace(f"{project}/", ""))
    done = build(project / "site", project=project)
    assert done.code == 0, done.said
    assert command == FOUND.findall(done.said)
    assert len(command) == 6


def test_the_command_hands_the_rules_the_day_it_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(project, ARTICLE, lambda text: text.replace("datum: 2026-11-22", "datum: 9999-12-31"))
    assert main(["check"]) == 1
    assert "[datum-in-der-zukunft]" in capsys.readouterr().err


def test_a_picture_beside_an_article_is_read_as_a_mistake(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "magazine/tor.jpg").write_bytes(b"")
    assert main(["check"]) == 1
    assert "magazine/tor.jpg:1:1: Fehler [datei-am-falschen-ort]" in capsys.readouterr().err
