"""The console script `selfcheck`: the self-check's own commands, where `check` reads the texts of the platform too.

It stands here because the self-check knows no platform; the platform knows both.
"""

from collections.abc import Sequence
from pathlib import Path

from knowledge_base.project import check_texts, made_pages
from knowledge_base.texts.folders import TOPICS_FILE
from knowledge_base.texts.reading import read_pages, read_texts
from selfcheck_core.catalogue import Catalogue
from selfcheck_site import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, see `selfcheck_site.cli.main`."""
    return cli.main(argv, _checked)


def _checked(root: Path, catalogue: Catalogue | None) -> cli.Texts:
    files = read_texts(root)
    library, findings = check_texts(files, read_pages(root), catalogue)
    return cli.Texts(len(files.keys() - {TOPICS_FILE}), findings, made_pages(catalogue, library))
