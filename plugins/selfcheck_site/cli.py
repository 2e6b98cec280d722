"""The terminal's door: `selfcheck check`, `compile`, `score`, `sensitivity`, `schema`."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TextIO

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_entry import CatalogueError
from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json
from selfcheck_core.notices import Refusal
from selfcheck_core.report import report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.sheet_reading import read_sheet
from selfcheck_core.strict_json import UnreadableError, parse
from selfcheck_core.tally import tally
from selfcheck_site.compile import Compiled, compile_questionnaire
from selfcheck_site.examples import open_examples
from selfcheck_site.findings import Finding, Severity, as_github, as_text, in_order
from selfcheck_site.folder import PAGE_FOLDER, read_examples, read_folder, read_pages
from selfcheck_site.links import dead_links, page_names
from selfcheck_site.schema import schema
from selfcheck_site.sensitivity import as_table, row, sensitivity
from selfcheck_site.views import wording
from selfcheck_site.views.notices import GermanWords, advice, catalogue_sentence

DONE, FAILED, WRONG_USAGE = 0, 1, 2
# A catalogue is far smaller, a sheet smaller still: what is longer is not even read to its end.
_MOST_BYTES = 16 * 1024 * 1024


class UnusableError(Exception):
    """A file cannot be used; the German message says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What a platform says about its texts.

    Attributes:
        count: how many texts there are.
        findings: what is wrong with them; their places are relative to the project's folder.
        pages: the pages that the build makes of the texts, beside the files themselves: `schlagworte/begegnung.md`.
    """

    count: int
    findings: tuple[Finding, ...]
    pages: frozenset[str]


CheckTexts = Callable[[Path, Catalogue | None], Texts]
"""Checks the texts in a project's folder; the catalogue is None where the questionnaire has errors."""


def main(argv: Sequence[str] | None = None, check_texts: CheckTexts | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 something has to be mended, 2 wrong usage.

    With `check_texts`, the command `check` also asks for the texts of the project that the questionnaire belongs to.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        arguments = _parser().parse_args(argv, argparse.Namespace(check_texts=check_texts))
    except SystemExit as wish:
        return int(wish.code or 0)
    try:
        code = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has had enough (`selfcheck compile | head`); the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except UnusableError as reason:
        _say(str(reason))
        return FAILED
    except OSError as error:
        _say(_unreadable(error))
        return FAILED
    return code


def _check(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.path
    compiled = compile_questionnaire(read_folder(folder))
    texts = _texts_beside(folder, compiled.catalogue, arguments.check_texts)
    own = in_order([*compiled.findings, *_beyond_compiling(folder, compiled, texts)])
    render, stream = (as_github, sys.stdout) if arguments.format == "github" else (as_text, sys.stderr)
    _show(own, folder.as_posix(), render, stream)
    _show(texts.findings, _project_of(folder), render, stream)
    findings = [*own, *texts.findings]
    _say(_summary(findings, compiled.catalogue, texts.count))
    return FAILED if any(finding.severity is Severity.ERROR for finding in findings) else DONE


def _texts_beside(folder: Path, catalogue: Catalogue | None, check_texts: CheckTexts | None) -> Texts:
    root = folder.resolve().parent
    if check_texts is None or not (root / PAGE_FOLDER).is_dir():
        return Texts(0, (), frozenset())
    return check_texts(root, catalogue)


def _beyond_compiling(folder: Path, compiled: Compiled, texts: Texts) -> Iterator[Finding]:
    """Yield what the build, too, finds only when the questionnaire is compiled: dead links, unreadable examples."""
    written = read_pages(folder)
    if written is not None:
        yield from dead_links(compiled.links, page_names(written | texts.pages))
    if compiled.catalogue:
        yield from open_examples(read_examples(folder), compiled.catalogue)[1]


def _project_of(folder: Path) -> str:
    """Return the project's folder as the person would write it, empty for the folder they are in."""
    root = folder.resolve().parent
    shown = root if folder.is_absolute() else Path(os.path.relpath(root))
    return "" if shown == Path() else shown.as_posix()


def _compile(arguments: argparse.Namespace) -> int:
    text = _json_text(catalogue_to_json(_compiled_catalogue(arguments.path)))
    if arguments.output is None:
        sys.stdout.write(text)
    else:
        arguments.output.write_text(text, encoding="utf-8", newline="\n")
    return DONE


def _score(arguments: argparse.Namespace) -> int:
    if len(arguments.sheets) > 1:
        _say("Mehrere Bögen zu vergleichen ist noch nicht möglich. Bitte nennen Sie nur einen Bogen.")
        return WRONG_USAGE
    name = arguments.sheets[0]
    catalogue = _catalogue_at(arguments.catalogue)
    read = read_sheet(_text_of(name), catalogue)
    shown = "Standardeingabe" if name == "-" else name
    if isinstance(read, Refusal):
        reason = advice(read)
        raise UnusableError(f"{shown}: {reason.message}\n    {reason.hint}")
    words = GermanWords(catalogue)
    for notice in read.notices:
        _say(f"{shown}: {words.notice(notice)}")
    _say(f"{shown}: {wording.how_far(tally(catalogue, read.sheet))}.")
    sys.stdout.write(_json_text(report_to_json(score(catalogue, read.sheet))))
    return DONE


def _sensitivity(arguments: argparse.Namespace) -> int:
    catalogue = _compiled_catalogue(arguments.path)
    examples, unreadable = open_examples(read_examples(arguments.path), catalogue)
    _show(unreadable, arguments.path.as_posix(), as_text, sys.stderr)
    if unreadable or not examples:
        raise UnusableError(f"Lesbare Beispiele: {len(examples)}, nicht lesbare: {len(unreadable)}.")
    found = [(example.title, sensitivity(catalogue, example.sheet)) for example in examples]
    _say("Wie oft ändert sich der Reifegrad, wenn ein Gewicht oder eine Grenze um ein Zehntel anders ist?")
    tables = (as_table(title, [row(catalogue, field) for field in fields]) for title, fields in found)
    sys.stdout.write("\n".join(tables))
    return DONE


def _schema(arguments: argparse.Namespace) -> int:
    sys.stdout.write(_json_text(schema()))
    return DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "compile": _compile,
    "score": _score,
    "sensitivity": _sensitivity,
    "schema": _schema,
}


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
        return catalogue_from_json(parse(_text_of(str(path)), _MOST_BYTES))
    except CatalogueError as error:
        raise UnusableError(f"{path}: {catalogue_sentence(error)}\n{remedy}") from None
    except UnreadableError:
        raise UnusableError(f"{path}: Die Datei lässt sich nicht als Katalog lesen.\n{remedy}") from None


def _text_of(name: str) -> str:
    """Return the text of a file, or of standard input for "-"; what is no UTF-8 becomes replacement characters."""
    if name == "-":
        data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    return data.decode("utf-8", errors="replace")


def _json_text(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _show(findings: Iterable[Finding], folder: str, render: Callable[[Finding, str], str], stream: TextIO) -> None:
    for finding in findings:
        print(render(finding, folder), file=stream)


def _summary(findings: Sequence[Finding], catalogue: Catalogue | None = None, texts: int = 0) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    read = [_extent(catalogue)] if catalogue else []
    read += [_counted(texts, "Text", "Texte")] if texts else []
    noted = f"{errors} Fehler, {_counted(len(findings) - errors, 'Warnung', 'Warnungen')}."
    return f"{', '.join(read)}: {noted}" if read else noted


def _extent(catalogue: Catalogue) -> str:
    questions = _counted(len(catalogue.questions()), "Frage", "Fragen")
    return f"{_counted(len(catalogue.fields), 'Handlungsfeld', 'Handlungsfelder')} mit {questions}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _unreadable(error: OSError) -> str:
    reasons = {
        FileNotFoundError: "gibt es nicht",
        IsADirectoryError: "ist ein Ordner, gebraucht wird eine Datei",
        NotADirectoryError: "ist eine Datei, gebraucht wird ein Ordner",
        PermissionError: "darf nicht gelesen oder geschrieben werden",
    }
    reason = reasons.get(type(error), "lässt sich nicht lesen oder schreiben")
    return f"{error.filename or 'Die Datei'}: {reason}.\n    Abhilfe: Prüfen Sie den Pfad."


def _say(text: str) -> None:
    print(text, file=sys.stderr)


class _GermanFormatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")


class _GermanParser(argparse.ArgumentParser):
    """Speaks German where argparse itself would speak English."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, formatter_class=_GermanFormatter)
        self.given = self.add_argument_group("Angaben")
        self.given.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        for english, german in _USAGE_WORDS:
            message = message.replace(english, german)
        self.exit(WRONG_USAGE, f"Der Aufruf stimmt nicht: {message}\n{self.format_usage()}")


_USAGE_WORDS = (
    ("the following arguments are required:", "Es fehlt:"),
    ("unrecognized arguments:", "Unbekannt ist:"),
    ("expected one argument", "Hier fehlt ein Wert."),
    ("invalid choice:", "Nicht möglich ist"),
    ("maybe you meant", "Meinten Sie"),
    ("choose from", "möglich sind"),
    ("argument ", "Angabe "),
)


def _parser() -> argparse.ArgumentParser:
    parser = _GermanParser(
        "selfcheck", "Prüft Fragebogen und Texte, übersetzt den Fragebogen des Selbstchecks und wertet Bögen aus."
    )
    commands = parser.add_subparsers(dest="command", required=True, title="Befehle", metavar="BEFEHL")

    def command(name: str, meaning: str) -> argparse._ArgumentGroup:
        description = f"{meaning[0].upper()}{meaning[1:]}."
        return commands.add_parser(name, help=meaning, prog=f"selfcheck {name}", description=description).given

    check = command("check", "den Fragebogen und die Texte prüfen und alle Funde nennen")
    _add_path(check)
    check.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="Form der Meldungen (Vorgabe: text). Mit github erscheinen sie neben den Zeilen eines Pull Requests",
    )
    compiling = command("compile", "den Fragebogen in einen Katalog übersetzen (JSON)")
    _add_path(compiling)
    compiling.add_argument("-o", "--output", type=Path, metavar="DATEI", help="Zieldatei (sonst: Standardausgabe)")
    scoring = command("score", "einen Bogen auswerten (JSON)")
    scoring.add_argument(
        "sheets", nargs="+", metavar="BOGEN", help="Datei mit einem Bogen, „-“ für die Standardeingabe"
    )
    scoring.add_argument(
        "--catalogue",
        type=Path,
        default=Path("questionnaire"),
        metavar="DATEI|ORDNER",
        help="übersetzter Katalog oder Ordner des Fragebogens (Vorgabe: questionnaire)",
    )
    _add_path(command("sensitivity", "zeigen, wie sehr die Ergebnisse der Beispiele an einzelnen Zahlen hängen"))
    command("schema", "das Schema der Dateien des Fragebogens ausgeben, für Hinweise im Editor (JSON)")
    return parser


def _add_path(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path("questionnaire"),
        metavar="ORDNER",
        help="Ordner des Fragebogens (Vorgabe: questionnaire)",
    )
