"""The console script `selfcheck`: what may be typed, said in German, and the command that is run for it."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from host import commands
from host.commands import FAILED, WRONG_USAGE, UnusableError, say
from host.usage import GermanCommand, GermanGroup, usage_error

QUESTIONNAIRE = Path("questionnaire")
_FOLDER = click.argument(
    "ordner",
    type=click.Path(path_type=Path),
    default=QUESTIONNAIRE,
    help="Ordner des Fragebogens (Vorgabe: questionnaire).",
)


@click.group(
    "selfcheck",
    cls=GermanGroup,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Prüft Fragebogen und Texte, übersetzt den Fragebogen des Selbstchecks und wertet Bögen aus.",
)
def program() -> None:
    """Hold the commands together."""


@program.command("check", cls=GermanCommand, help="Den Fragebogen und die Texte prüfen und alle Funde nennen.")
@_FOLDER
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "github"]),
    default="text",
    help="Form der Meldungen (Vorgabe: text). Mit github erscheinen sie neben den Zeilen eines Pull Requests.",
)
def _check(ordner: Path, kind: str) -> int:
    return commands.check(ordner, for_github=kind == "github")


@program.command("compile", cls=GermanCommand, help="Den Fragebogen in einen Katalog übersetzen (JSON).")
@_FOLDER
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DATEI",
    help="Zieldatei (sonst: Standardausgabe).",
)
def _compile(ordner: Path, output: Path | None) -> int:
    return commands.compile_to(ordner, output)


@program.command("score", cls=GermanCommand, help="Einen Bogen auswerten (JSON).")
@click.argument("bogen", nargs=-1, required=True, help="Datei mit einem Bogen, „-“ für die Standardeingabe.")
@click.option(
    "--catalogue",
    type=click.Path(path_type=Path),
    default=QUESTIONNAIRE,
    metavar="DATEI|ORDNER",
    help="Übersetzter Katalog oder Ordner des Fragebogens (Vorgabe: questionnaire).",
)
def _score(bogen: tuple[str, ...], catalogue: Path) -> int:
    return commands.score_sheets(bogen, catalogue)


@program.command(
    "sensitivity",
    cls=GermanCommand,
    help="Zeigen, wie sehr die Ergebnisse der Beispiele an einzelnen Zahlen hängen.",
)
@_FOLDER
def _sensitivity(ordner: Path) -> int:
    return commands.show_sensitivity(ordner)


@program.command(
    "schema", cls=GermanCommand, help="Das Schema der Dateien des Fragebogens ausgeben, für Hinweise im Editor (JSON)."
)
def _schema() -> int:
    return commands.show_schema()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 something has to be mended, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = int(program.main(argv, prog_name="selfcheck", standalone_mode=False) or 0)
        sys.stdout.flush()
    except click.UsageError as error:
        say(usage_error(error))
        return WRONG_USAGE
    except BrokenPipeError:
        # Whoever reads has had enough (`selfcheck compile | head`); the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except UnusableError as reason:
        say(str(reason))
        return FAILED
    except OSError as error:
        say(unreadable(error))
        return FAILED
    return code


def unreadable(error: OSError) -> str:
    """Return why a file cannot be read or written, and what to do."""
    reasons = {
        FileNotFoundError: "gibt es nicht",
        IsADirectoryError: "ist ein Ordner, gebraucht wird eine Datei",
        NotADirectoryError: "ist eine Datei, gebraucht wird ein Ordner",
        PermissionError: "darf nicht gelesen oder geschrieben werden",
    }
    reason = reasons.get(type(error), "lässt sich nicht lesen oder schreiben")
    return f"{error.filename or 'Die Datei'}: {reason}.\n    Abhilfe: Prüfen Sie den Pfad."
