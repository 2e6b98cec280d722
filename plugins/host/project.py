"""Questionnaire and texts of a project, read and held against each other in one way for build and terminal."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from editorial.findings import Finding, in_order
from editorial.rules import ReadingRule
from host.finished_page import Permit, check_page
from host.given_files import check_files
from host.origin import findings_about
from host.plain_markdown import converted
from host.plain_values import check_values
from knowledge_base.exports.feeds import MEDIA_TYPES
from knowledge_base.exports.open_data import PATH as OPEN_DATA_PATH
from knowledge_base.pages.site_pages import generated_pages
from knowledge_base.texts.folders import PAGE_FOLDER, TOPICS_FILE, address_of
from knowledge_base.texts.kinds import Article, Item, Method, Profile
from knowledge_base.texts.library import About, Library, library_of
from knowledge_base.texts.manuscript import Surroundings
from knowledge_base.texts.plain_pages import check_plain_pages, plain_bodies, read_plain_pages
from knowledge_base.texts.reading import has_texts, read_library, read_pages, read_texts
from knowledge_base.texts.rules import TextRule
from knowledge_base.texts.start_page import START_PAGE, Chosen, choose
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.backing import KnownPages
from selfcheck_site.compile import Compiled, compile_questionnaire
from selfcheck_site.examples import Example, open_examples
from selfcheck_site.folder import read_examples, read_folder
from selfcheck_site.glimpses import Glimpse
from selfcheck_site.references import dead_links, page_names

NO_TEXTS = library_of(())
_TOLD = frozenset({TextRule.RAW_HTML, TextRule.FOREIGN_IMAGE, ReadingRule.INSECURE_LINK, TextRule.DEAD_LINK})
MADE_FILES = frozenset({OPEN_DATA_PATH, *MEDIA_TYPES})
"""What the build writes beside pages, and pages may link to."""


@dataclass(frozen=True, slots=True)
class Project:
    """What an editor's project holds, and everything that is wrong with it.

    Attributes:
        compiled: the questionnaire; its catalogue is None where it has errors.
        examples: the worked examples that could be opened.
        library: all texts that could be read; empty where the project has none.
        count: how many files of texts there are, readable or not.
        findings: of questionnaire and texts, by file and line; their places are relative to the project's folder.
        chosen: what an editor chose for the start page, None where nothing or something that does not exist.
    """

    compiled: Compiled
    examples: tuple[Example, ...]
    library: Library
    count: int
    findings: tuple[Finding, ...]
    chosen: Chosen | None = None

    @property
    def glimpse(self) -> Glimpse | None:
        """What the start page shows of the self-check."""
        example = next((each for each in self.examples if self.chosen and each.name == self.chosen.example), None)
        return Glimpse(example, self.chosen.field) if self.chosen and example else None

    @property
    def chosen_texts(self) -> tuple[Item, ...]:
        """The texts that the start page proposes: an article, a method, a municipality."""
        of, it = self.library, self.chosen
        found = (of.article(it.article), of.method(it.method), of.profile(it.municipality)) if it else ()
        return tuple(text for text in found if text)

    @property
    def known_pages(self) -> KnownPages:
        """What the self-check may say about the texts: their titles, and which articles help with which question."""
        catalogue = self.compiled.catalogue
        questions = [question.id for question in catalogue.questions()] if catalogue else []
        helping = {each: self.library.articles_about(About.QUESTION, each) for each in questions}
        return KnownPages(
            titles={item.page_path: item.title for item in self.library.items},
            naming={each: tuple(item.page_path for item in items) for each, items in helping.items() if items},
        )


def read_project(root: Path, questionnaire: Path, today: str = "", *, converting: bool = False) -> Project:
    """Read a project's questionnaire and its texts, where it has any, and hold both against each other.

    Args:
        root: the project's folder, with `docs/` and `magazine/` in it. Without a folder for texts it is a self-check
            alone; without `docs/` there are no pages, and links of the questionnaire are not looked up.
        questionnaire: the folder of the questionnaire.
        today: the latest day that may stand in a text, see `history.latest_day`; empty where nobody asks.
        converting: look also at the HTML that Markdown makes of each text, as a build does with finished pages.

    Raises:
        OSError: a file cannot be read.
    """
    compiled = compile_questionnaire(read_folder(questionnaire))
    pages = read_pages(root)
    files, plain = read_texts(root), read_plain_pages(root)
    library, wrong_in_texts = (
        check_texts(files, pages, compiled.catalogue, today) if has_texts(root) else (NO_TEXTS, ())
    )
    examples, unreadable = _examples(questionnaire, compiled)
    there = _published(compiled, library, pages, files)
    dead = dead_links(compiled.links, page_names(there)) if (root / PAGE_FOLDER).is_dir() else ()
    chosen, wrong_choice = choose(plain.get(START_PAGE, b""), _choices(compiled, examples, files))
    wrong = [*wrong_in_texts, *check_plain_pages(plain, there | MADE_FILES), *check_files(pages), *wrong_choice]
    wrong += check_values({**files, **plain, **_settings(root, questionnaire)})
    return Project(
        compiled=compiled,
        examples=examples,
        library=library,
        count=len(files.keys() - {TOPICS_FILE}),
        findings=(
            *_seen_from(root, questionnaire, [*compiled.findings, *unreadable, *dead]),
            *in_order([*wrong, *(_unsafe(root, {**files, **plain}, wrong) if converting else ())]),
        ),
        chosen=chosen,
    )


def check_texts(
    files: Mapping[str, bytes], pages: frozenset[str], catalogue: Catalogue | None, today: str = ""
) -> tuple[Library, tuple[Finding, ...]]:
    """Read what `read_texts` returns; links may lead to the pages and to those that the build makes of the texts.

    `catalogue` is the compiled questionnaire, None where it has errors. See `read_library` for what is returned.
    """
    return read_library(files, Surroundings(pages, catalogue, today), partial(made_pages, catalogue))


def made_pages(catalogue: Catalogue | None, library: Library) -> frozenset[str]:
    """Return the paths of the pages that the build makes of texts and questionnaire: `schlagworte/begegnung.md`."""
    fields = catalogue.fields if catalogue else ()
    return frozenset(f"{path}.md" for path in generated_pages(library, fields))


def _examples(questionnaire: Path, compiled: Compiled) -> tuple[tuple[Example, ...], tuple[Finding, ...]]:
    return open_examples(read_examples(questionnaire), compiled.catalogue) if compiled.catalogue else ((), ())


def _choices(compiled: Compiled, examples: Iterable[Example], files: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return what may be chosen for the start page; a text that could not be read is still there."""
    addresses = [address for file in files if (address := address_of(file))]
    kinds = {"artikel": Article, "methode": Method, "kommune": Profile}
    texts = {key: frozenset(a.slug for a in addresses if a.kind is kind) for key, kind in kinds.items()}
    if compiled.catalogue is None:
        return texts
    fields = frozenset(field.id for field in compiled.catalogue.fields)
    return {"beispiel": frozenset(each.name for each in examples), "handlungsfeld": fields, **texts}


def _settings(root: Path, questionnaire: Path) -> Mapping[str, bytes]:
    """Return the files whose values are printed on pages and that are no texts."""
    found = [root / "mkdocs.yml", *sorted(questionnaire.rglob("*.yaml"))]
    named = {Path(os.path.relpath(path.resolve(), root.resolve())).as_posix(): path for path in found if path.is_file()}
    return {name: path.read_bytes() for name, path in named.items()}


def _unsafe(root: Path, files: Mapping[str, bytes], wrong: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what no page may hold in the texts about which nothing of the kind is said yet."""
    told = {finding.place.file for finding in wrong if finding.slug in _TOLD}
    untold = {name: data for name, data in files.items() if name not in told and name != TOPICS_FILE}
    for file, body in plain_bodies(untold).items():
        yield from findings_about(check_page(converted(body.text), Permit()), file, root)


def _published(compiled: Compiled, library: Library, pages: frozenset[str], files: Iterable[str]) -> frozenset[str]:
    """Return all pages that the site has; a text that could not be read is still there."""
    published = {f"{address.page_path}.md" for file in files if (address := address_of(file))}
    return pages | published | made_pages(compiled.catalogue, library)


def _seen_from(root: Path, questionnaire: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
    folder = Path(os.path.relpath(questionnaire.resolve(), root.resolve())).as_posix()
    for finding in in_order(findings):
        yield replace(finding, place=replace(finding.place, file=f"{folder}/{finding.place.file}"))
