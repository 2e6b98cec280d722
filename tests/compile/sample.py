"""The sample questionnaire of these tests and ways to break it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import indent

from editorial.findings import in_order
from selfcheck_site.compile import Compiled, compile_questionnaire
from selfcheck_site.folder import read_folder
from selfcheck_site.references import dead_links

HERE = Path(__file__).parent
SAMPLE = read_folder(HERE / "questionnaire")
# The same with question sets, where an edit is about them; they are answered by two perspectives more.
SETS = read_folder(HERE / "with_sets")
_ANSWERING = b"  - {kennung: nachbarschaft, titel: Nachbarschaft}\n  - {kennung: schule, titel: Schule}\n"
WITH_SETS = {**SAMPLE, **SETS, "katalog.yaml": SAMPLE["katalog.yaml"] + _ANSWERING}
PAGES = frozenset({"methoden/world-cafe"})

VISIBLE_SIGNS = {"⇥": "\t", "␍": "\r", "⍽": "\N{NO-BREAK SPACE}"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the first `old` of a file of the sample by `new`; without `old` the whole file, without a file all."""

    file: str
    old: str | None
    new: str | bytes


def edited(edits: tuple[Edit, ...]) -> dict[str, bytes]:
    files = dict(WITH_SETS if any(edit.file in SETS for edit in edits) else SAMPLE)
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


def compiled(files: Mapping[str, bytes]) -> Compiled:
    """Return the questionnaire with the findings of its links among the others, as build and terminal show them."""
    done = compile_questionnaire(files)
    return replace(done, findings=in_order([*done.findings, *dead_links(done.links, PAGES)]))


def in_place(file: str, right: str, wrong: str) -> Edit:
    """Return the edit that puts a wrong passage where the sample has the right one, indented as it is there."""
    lines = [re.escape(line) for line in right.splitlines()]
    at = re.search(rf"^( *(?:- )?){lines[0]}$", WITH_SETS[file].decode(), re.MULTILINE)
    assert at, f"{file} has no {right!r}"
    # A passage may begin behind the dash of a list; what follows is then indented by two more.
    start, rest = at.group(1), " " * len(at.group(1))
    old = start + indent(right, rest)[len(rest) :]
    new = start + indent(wrong, rest)[len(rest) :] if start.strip() else indent(wrong, rest)
    for visible, sign in VISIBLE_SIGNS.items():
        new = new.replace(visible, sign)
    new = re.sub(r"^ *\t", "\t", new, flags=re.MULTILINE)
    return Edit(file, f"\n{old}\n", f"\n{new}\n")
