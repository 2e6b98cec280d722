"""Worked examples: invented municipalities whose complete sheets show, and prove, what the self-check makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.findings import Finding, Place
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.notices import Refusal
from selfcheck_core.sheet import Sheet
from selfcheck_core.sheet_reading import read_sheet
from selfcheck_site.rules import QuestionnaireRule
from selfcheck_site.views.notice_words import advice


@dataclass(frozen=True, slots=True)
class Example:
    """One invented municipality: the file its sheet stands in, and the sheet."""

    file: str
    sheet: Sheet

    @property
    def name(self) -> str:
        """The folder it stands in."""
        return self.file.rpartition("/")[0].rpartition("/")[2]

    @property
    def title(self) -> str:
        """The municipality's name, which says that it is invented."""
        return self.sheet.municipality.name


def open_examples(texts: Mapping[str, str], catalogue: Catalogue) -> tuple[tuple[Example, ...], tuple[Finding, ...]]:
    """Open what `folder.read_examples` returns, in the order of the files; a file that is no sheet is a finding."""
    examples: list[Example] = []
    findings: list[Finding] = []
    for file, text in sorted(texts.items()):
        read = read_sheet(text, catalogue)
        if isinstance(read, Refusal):
            reason = advice(read)
            findings.append(Finding(QuestionnaireRule.UNREADABLE_EXAMPLE, Place(file), reason.message, reason.hint))
        else:
            examples.append(Example(file, read.sheet))
    return tuple(examples), tuple(findings)
