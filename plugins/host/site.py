"""Everything the pages of one build are made of, as values; MkDocs only carries it to and fro."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import knowledge_base
from editorial.findings import Finding
from host.marks import KNOWLEDGE, LIST, SELFCHECK, Makers, Mark, filled, is_form, marks_of, parts_of, unknown_blocks
from host.numbers import Numbers, makers_of, numbers, with_numbers
from host.project import Project
from knowledge_base.exports.open_data import PATH as OPEN_DATA_PATH
from knowledge_base.exports.open_data import open_data
from knowledge_base.pages.assets import Assets
from knowledge_base.pages.setting import QUESTIONNAIRE, SEARCH
from knowledge_base.pages.site_pages import Generated, Platform, generated_pages
from knowledge_base.search.index import SearchPage, read_curated, search_files
from knowledge_base.search.searchable import filter_names, plain_page, question_pages, text_page
from knowledge_base.texts.kinds import Introduction, Item
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.blocks import WITHOUT_THE_FORM_S_STYLES, Blocks
from selfcheck_site.bundling.bundle import Bundle

Url = Callable[[str], str]
"""Turns a path of the site into an address relative to a page."""

FRAME_SCRIPT = "assets/js/menu.js"
"""The script that every page loads: the menu closes when the focus leaves it."""

_KNOWLEDGE = Path(knowledge_base.__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Placed:
    """The content of a page with everything in its place.

    Attributes:
        html: what stands on the page.
        searched: what of it the search finds, None for the search's own page.
        marks: the blocks that the page asks for.
        findings: one for each mark that names no block.
    """

    html: str
    searched: SearchPage | None
    marks: frozenset[Mark]
    findings: tuple[Finding, ...]

    @property
    def runs_selfcheck(self) -> bool:
        """Whether the page holds the form, whose policy lets the runtime start."""
        return any(is_form(mark) for mark in self.marks)

    @property
    def places(self) -> set[str]:
        """The ids to which a link can lead."""
        return set(re.findall(r'\sid="([^"]+)"', self.html))


@dataclass(frozen=True, slots=True)
class Site:
    """A project ready to be published.

    Attributes:
        project: questionnaire and texts, read without errors.
        bundle: what the browser loads for the self-check.
        platform: what stands on the pages of the platform, None where the site is the self-check alone.
        assets: the platform's own styles and scripts.
        generated: page path → page without a text of its own.
    """

    project: Project
    bundle: Bundle
    platform: Platform | None
    assets: Assets
    generated: Mapping[str, Generated]

    @classmethod
    def of(cls, project: Project, bundle: Bundle, *, with_platform: bool, with_feeds: bool) -> "Site":
        """Arrange a project whose questionnaire has a catalogue."""
        if not with_platform:
            return cls(project, bundle, None, Assets({}, ""), {})
        catalogue = catalogue_of(project)
        outline = json.loads((_KNOWLEDGE / "atlas" / "bundeslaender.geojson").read_text(encoding="utf-8"))
        platform = Platform.of(project.library, catalogue, outline, project.chosen_texts, with_feeds=with_feeds)
        generated = generated_pages(project.library, catalogue.fields)
        return cls(project, bundle, platform, Assets.collect(), generated)

    @property
    def numbers(self) -> Numbers:
        """What texts take from questionnaire and library, by their marks."""
        return numbers(catalogue_of(self.project), self.project.library)

    @property
    def files(self) -> Mapping[str, Path | bytes | str]:
        """Path in the site → the file to serve there, or its content, of all that is no page."""
        served: dict[str, Path | bytes | str] = {**self.bundle.files, **self.assets.files}
        if self.platform:
            served[OPEN_DATA_PATH] = open_data(self.project.library.profiles, self.project.library.methods)
        return served

    def item(self, path: str) -> Item | None:
        """Return the text that stands on the page of this path."""
        return self.project.library.by_path.get(path)

    def makers(self, path: str, url: Url) -> Makers:
        """Return what makes each block that the page of this path may ask for."""
        known = self.project.known_pages
        blocks = Blocks(
            self.project.compiled, self.bundle, url, self.project.examples, known, self.project.glimpse
        ).named()
        listed = self.platform.blocks(path, url) if self.platform else {}
        return {
            **{Mark(SELFCHECK, name): make for name, make in blocks.items()},
            **{Mark(KNOWLEDGE, name): make for name, make in listed.items()},
            **makers_of(self.numbers),
        }

    def placed(self, path: str, html: str, url: Url, about: SearchPage, file: str) -> Placed:
        """Return the content of a page: head and foot round its text, its blocks, and the list of a page that lists.

        `about` tells how the search names the page where no text stands on it: address, title and summary; `file` is
        the page's source, for findings.
        """
        item, platform, html = self.item(path), self.platform, with_numbers(html, self.numbers)
        surrounded = f"{platform.head(item, url)}{html}{platform.foot(item, url)}" if platform and item else html
        parts = parts_of(surrounded)
        if platform and LIST not in parts:
            # An introduction may say where its list stands; without a mark it follows the text.
            parts = (*parts, LIST) if platform.listings.get(path) else parts
        makers = self.makers(path, url)
        return Placed(
            html=filled(parts, makers),
            searched=self._searched(path, item, surrounded, about),
            marks=marks_of(parts),
            findings=tuple(unknown_blocks(parts, makers, file)),
        )

    def _searched(self, path: str, item: Item | None, html: str, about: SearchPage) -> SearchPage | None:
        """Return what the search finds of a page; lists and the search itself would only crowd the results."""
        if item and not isinstance(item, Introduction):
            return text_page(item, about.url, html, {topic.slug: topic.title for topic in self.project.library.topics})
        if path == SEARCH:
            return None
        return plain_page(about.url, about.title, about.summary, "" if path in self.generated else html)

    def beside(self, path: str, url: Url) -> str:
        """Return what stands beside the text of a page; HTML."""
        item = self.item(path)
        return self.platform.beside(item, url) if self.platform and item else ""

    def needs_figures(self, path: str, placed: Placed) -> bool:
        """Tell whether a page draws something: blocks of the self-check do, and so do some texts of the platform."""
        item = self.item(path)
        drawn = self.platform is not None and item is not None and self.platform.draws(item)
        return drawn or any(mark.room == SELFCHECK for mark in placed.marks)

    def uses_selfcheck(self, placed: Placed) -> bool:
        """Tell whether a page holds a block of the self-check, and with it needs its styles."""
        return any(mark.room == SELFCHECK and mark.name not in WITHOUT_THE_FORM_S_STYLES for mark in placed.marks)

    def first_script(self, placed: Placed) -> str:
        """Return the script that a page loads before all others, as a path of the site; empty where it needs none."""
        return self.bundle.assets["withdrawal"] if placed.runs_selfcheck else ""

    def scripts(self, path: str, placed: Placed) -> frozenset[str]:
        """Return every script that the page of this path may load, as paths of the site."""
        form = ("withdrawal", "arrival", "main") if placed.runs_selfcheck else ()
        platform = self.assets.scripts(path) if self.platform else ()
        return frozenset([FRAME_SCRIPT, *platform, *(self.bundle.assets[name] for name in form)])

    def search(self, pages: Iterable[SearchPage]) -> Mapping[str, bytes]:
        """Return path of the site → content of the search's index over these pages and all questions."""
        if self.platform is None:
            return {}
        catalogue = catalogue_of(self.project)
        return search_files(
            [*pages, *question_pages(catalogue, f"{QUESTIONNAIRE}/")],
            filter_names(catalogue, self.project.library.profiles),
            read_curated(*(_words(name) for name in ("synonyme", "wortformen", "wortteile", "stoppwoerter"))),
        )


def catalogue_of(project: Project) -> Catalogue:
    """Return the catalogue of a project whose questionnaire has no errors."""
    assert project.compiled.catalogue is not None  # noqa: S101 - errors have ended the build before
    return project.compiled.catalogue


def _words(name: str) -> str:
    return (_KNOWLEDGE / "search" / f"{name}.txt").read_text(encoding="utf-8")
