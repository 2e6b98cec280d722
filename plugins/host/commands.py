"""What the commands of `selfcheck` do, knowing nothing of how they are typed; see ``terminal``."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from editorial.findings import Finding, as_github, as_text
from host.history import latest_day
from host.project import read_project
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_entry import CatalogueError
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json
from selfcheck_core.decoding import UnknownEncodingError, decoded
from selfcheck_core.notices import Refusal
from selfcheck_core.protocol import report_of
from selfcheck_core.sheet_reading import MAX_FILE_BYTES, read_sheet_file
from selfcheck_core.strict_json import UnreadableError, parse
from selfcheck_core.tally import tally
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.examples import open_examples
from selfcheck_site.folder import read_examples, read_folder
from selfcheck_site.schema import schema
from selfcheck_site.sensitivity import as_table, row, sensitivity
from selfcheck_site.views import wording
from selfcheck_site.views.notice_words import GermanWords, advice, catalogue_sentence
from selfcheck_site.views.wording import counted

DONE, FAILED, WRONG_USAGE = 0, 1, 2
# A catalogue is far smaller than the largest sheet: what is longer is not even read to its end.
_MOST_BYTES = MAX_FILE_BYTES


class UnusableError(Exception):
    """A file cannot be used; the German message says which, why and what to do."""


def check(folder: Path, *, for_github: bool = False) -> int:
    """Name everything that is wrong with a questionnaire and with the texts of the project that it belongs to."""
    root = folder.resolve().parent
    project = read_project(root, folder, latest_day(root), converting=True)
    render, stream = (as_github, sys.stdout) if for_github else (as_text, sys.stderr)
    _show(project.findings, _project_of(folder), render, stream)
    say(_summary(project.findings, project.compiled.catalogue, project.count))
    return FAILED if any(finding.stops for finding in project.findings) else DONE


def compile_to(folder: Path, output: Path | None) -> int:
    """Write the catalogue as JSON into a file, or to standard output."""
    text = _json_text(catalogue_to_json(_compiled_catalogue(folder)))
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8", newline="\n")
    return DONE


def score_sheets(names: Sequence[str], catalogue_path: Path) -> int:
    """Write the report of a sheet as JSON to standard output; "-" names standard input."""
    if len(names) > 1:
        say("Mehrere Bögen zu vergleichen ist noch nicht möglich. Bitte nennen Sie nur einen Bogen.")
        return WRONG_USAGE
    name = names[0]
    catalogue = _catalogue_at(catalogue_path)
    read = read_sheet_file(_bytes_of(name), catalogue)
    shown = "Standardeingabe" if name == "-" else name
    if isinstance(read, Refusal):
        reason = advice(read)
        raise UnusableError(f"{shown}: {reason.message}\n    {reason.hint}")
    words = GermanWords(catalogue)
    for notice in read.notices:
        say(f"{shown}: {words.notice(notice)}")
    say(f"{shown}: {wording.how_far(tally(catalogue, read.sheet))}.")
    sys.stdout.write(_json_text(report_of(catalogue, read.sheet)))
    return DONE


def show_sensitivity(folder: Path) -> int:
    """Print how much the results of the worked examples depend on single numbers."""
    catalogue = _compiled_catalogue(folder)
    examples, unreadable = open_examples(read_examples(folder), catalogue)
    _show(unreadable, folder.as_posix(), as_text, sys.stderr)
    if unreadable or not examples:
        raise UnusableError(f"Lesbare Beispiele: {len(examples)}, nicht lesbare: {len(unreadable)}.")
    found = [(example.title, sensitivity(catalogue, example.sheet)) for example in examples]
    say("Wie oft ändert sich der Reifegrad, wenn ein Gewicht oder eine Grenze um ein Zehntel anders ist?")
    tables = (as_table(title, [row(catalogue, field) for field in fields]) for title, fields in found)
    sys.stdout.write("\n".join(tables))
    return DONE


def show_schema() -> int:
    """Print the schema of the questionnaire's files."""
    sys.stdout.write(_json_text(schema()))
    return DONE


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, file=sys.stderr)


def _project_of(folder: Path) -> str:
    """Return the project's folder as the person would write it, empty for the folder they are in."""
    root = folder.resolve().parent
    shown = root if folder.is_absolute() else Path(os.path.relpath(root))
    return "" if shown == Path() else shown.as_posix()


def _catalogue_at(path: Path) -> Catalogue:
    return _saved_catalogue(path) if path.is_file() else _compiled_catalogue(path)


def _compiled_catalogue(folder: Path) -> Catalogue:
    compiled = compile_questionnaire(read_folder(folder))
    _show(compiled.findings, folder.as_posix(), as_text, sys.stderr)
    if compiled.catalogue is None:
        raise UnusableError(_summary(compiled.findings))
    return compiled.catalogue


def _saved_catalogue(path: Path) -> Catalogue:
    remedy = "    Abhilfe: Erzeugen Sie den Katalog neu: selfcheck compile -o DATEI"
    try:
        return catalogue_from_json(parse(decoded(_bytes_of(str(path))).text, _MOST_BYTES))
    except CatalogueError as error:
        raise UnusableError(f"{path}: {catalogue_sentence(error)}\n{remedy}") from None
    except (UnreadableError, UnknownEncodingError):
        raise UnusableError(f"{path}: Die Datei lässt sich nicht als Katalog lesen.\n{remedy}") from None


def _bytes_of(name: str) -> bytes:
    """Return what a file holds, or standard input for "-"; of too much, one byte more than is allowed."""
    if name == "-":
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def _json_text(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _show(findings: Iterable[Finding], folder: str, render: Callable[[Finding, str], str], stream: TextIO) -> None:
    for finding in findings:
        print(render(finding, folder), file=stream)


def _summary(findings: Sequence[Finding], catalogue: Catalogue | None = None, texts: int = 0) -> str:
    errors = sum(finding.stops for finding in findings)
    read = [_extent(catalogue)] if catalogue else []
    read += [counted(texts, "Text", "Texte")] if texts else []
    noted = f"{errors} Fehler, {counted(len(findings) - errors, 'Warnung', 'Warnungen')}."
    return f"{', '.join(read)}: {noted}" if read else noted


def _extent(catalogue: Catalogue) -> str:
    questions = counted(len(catalogue.questions()), "Frage", "Fragen")
    return f"{counted(len(catalogue.fields), 'Handlungsfeld', 'Handlungsfelder')} mit {questions}"
