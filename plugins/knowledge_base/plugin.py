"""The MkDocs side of the knowledge platform: read the texts, add their pages, surround them, write what is no page.

Thin on purpose: what stands on a page is decided in ``site_pages`` and below, which know no MkDocs.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from knowledge_base.exports.feeds import MEDIA_TYPES as FEED_TYPES
from knowledge_base.exports.feeds import Channel, feeds
from knowledge_base.exports.open_data import PATH as OPEN_DATA_PATH
from knowledge_base.exports.open_data import open_data
from knowledge_base.exports.structured import structured_data
from knowledge_base.history import last_changes
from knowledge_base.pages.assets import Assets
from knowledge_base.pages.setting import QUESTIONNAIRE, SEARCH
from knowledge_base.pages.site_pages import Generated, Platform, generated_pages
from knowledge_base.pages.vocabulary import date
from knowledge_base.project import check_texts
from knowledge_base.search.index import SearchPage, read_curated, search_files
from knowledge_base.search.page_text import sections
from knowledge_base.search.searchable import filter_names, plain_page, question_pages, text_page
from knowledge_base.texts.folders import FOLDER_OF
from knowledge_base.texts.kinds import Article, Introduction, Item
from knowledge_base.texts.library import About
from knowledge_base.texts.reading import read_texts
from selfcheck_core.catalogue import Catalogue
from selfcheck_site.compile import Compiled
from selfcheck_site.plugin import project_root, report

log = get_plugin_logger(__name__)

_HERE = Path(__file__).resolve().parent
_MARK = re.compile(r"<!--\s*wissen:\s*(?P<name>\S+)\s*-->")
_FONT = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"


class _NoSettings(Config):
    """Where the texts lie is fixed, in ``folders``: they name one another by these places."""


class KnowledgeBasePlugin(BasePlugin[_NoSettings]):
    """Magazine, profiles, methods and help."""

    def __init__(self) -> None:
        self.platform: Platform | None = None
        self._assets = Assets.collect()
        self._searched: list[SearchPage] = []
        self._generated: Mapping[str, Generated] = {}
        self._changes: Mapping[str, str] = {}

    @property
    def titles(self) -> dict[str, str]:
        """Page path → title of every text; the result of the self-check names its links by these."""
        return {item.page_path: item.title for item in self.platform.library.items} if self.platform else {}

    @property
    def naming(self) -> dict[str, tuple[str, ...]]:
        """Question → page paths of the articles that help with it, for the map of what is missing."""
        if not self.platform:
            return {}
        questions = [question.id for question in self.platform.catalogue.questions()]
        named = {each: self.platform.library.articles_about(About.QUESTION, each) for each in questions}
        return {question: tuple(item.page_path for item in items) for question, items in named.items() if items}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the magazine; the questionnaire is watched by its own plugin."""
        config.watch.append(str(project_root(config) / FOLDER_OF[Article].source))
        return config

    @event_priority(50)  # before the self-check, which takes the titles of our pages
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read and check all texts before MkDocs sees them, then add the pages that are not below docs/."""
        self._searched.clear()
        root = project_root(config)
        self._changes = _changes_of(root)
        catalogue = _catalogue_of(config)
        pages = frozenset(file.src_uri for file in files)
        library, findings = check_texts(read_texts(root), pages, catalogue)
        report(findings, log.warning, found_in="in den Texten")
        if catalogue is None:
            return files  # the self-check's plugin says what is wrong
        outline = json.loads((_HERE / "atlas" / "bundeslaender.geojson").read_text(encoding="utf-8"))
        self.platform = Platform.of(library, catalogue, outline, with_feeds=bool(config.site_url))
        for item in library.items:
            if item.source_path.startswith("magazine/"):  # all others lie below docs/
                files.append(_magazine_file(item.source_path, f"{item.page_path}.md", root, config))
        self._assets = Assets.collect()
        font = {"assets/fonts/source-sans-3.woff2": root / "node_modules" / _FONT}
        for path, source in {**self._assets.files, **font}.items():
            files.append(File.generated(config, path, abs_src_path=str(source)))
        data = open_data(library.profiles, library.methods)
        files.append(File.generated(config, OPEN_DATA_PATH, content=data))
        self._generated = generated_pages(library, catalogue.fields)
        for path, page in self._generated.items():
            head = json.dumps({"title": page.title, "description": page.summary}, ensure_ascii=False)
            files.append(File.generated(config, f"{path}.md", content=f"---\n{head}\n---\n"))
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand over the body of a text without its front matter, which is read and checked already."""
        item = self._platform.library.by_path.get(_path(page))
        return item.body if item else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the page the title and summary of its text, and the day its source was last changed."""
        item = self._platform.library.by_path.get(_path(page))
        if item:
            page.meta["title"] = item.title
            page.meta["description"] = item.summary
        page.meta["changed"] = self._changed(page, config)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put head and foot around a text, and the list on a page that lists."""
        item = self._platform.library.by_path.get(_path(page))

        def url(path: str) -> str:
            return get_relative_url(path, page.url)

        surrounded = f"{self._platform.head(item, url)}{html}{self._platform.foot(item, url)}" if item else html

        def block(mark: re.Match[str]) -> str:
            found = self._platform.block(mark["name"], _path(page), url)
            if found is None:
                raise PluginError(f"docs/{page.file.src_uri}: Den Baustein „{mark['name']}“ gibt es nicht.")
            return found

        # An introduction may say where its list stands; without a mark it follows the text.
        self._searched += self._as_searched(page, item, surrounded)
        placed = _MARK.sub(block, surrounded)
        return placed if "wissen: liste" in html else placed + self._platform.listing(_path(page), url)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Hand the template the way here, styles and scripts, the structured data, the feeds and the last change."""
        path, platform = _path(page), self._platform
        item = platform.library.by_path.get(path)
        changed = str(page.meta["changed"])
        data = structured_data(item, config.site_name, config.site_url or "", changed) if item else ""

        def urls(paths: Iterable[str]) -> list[str]:
            return [get_relative_url(each, page.url) for each in paths]

        context.update(  # type: ignore[call-arg]
            wissen_styles=urls(self._assets.styles(path)),
            wissen_scripts=urls(self._assets.scripts(path)),
            wissen_trail=[
                {"url": get_relative_url(to, page.url), "title": title} for to, title in platform.trail(path)
            ],
            wissen_structured=Markup(data),  # noqa: S704 - made inert by structured_data
            wissen_sections=sections(page.content or ""),
            wissen_feeds=list(zip(urls(FEED_TYPES), FEED_TYPES.values(), strict=True)) if config.site_url else [],
            wissen_changed={"day": changed, "text": date(changed)} if changed else None,
        )
        return context

    def _as_searched(self, page: Page, item: Item | None, html: str) -> list[SearchPage]:
        """Return what the search finds of a page; lists and the search itself would only crowd the results."""
        path, platform = _path(page), self._platform
        if item and not isinstance(item, Introduction):
            return [text_page(item, page.url, html, {topic.slug: topic.title for topic in platform.library.topics})]
        if path == SEARCH:
            return []
        title, summary = str(page.meta.get("title", page.title)), str(page.meta.get("description", ""))
        return [plain_page(page.url, title, summary, "" if path in self._generated else html)]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is made of finished pages, or stands on none: the search's index and the feeds."""
        channel = Channel(config.site_name, config.site_description or "", config.site_url or "")
        library = self._platform.library
        written = {
            **feeds(library.articles, channel),
            **search_files(
                [*self._searched, *question_pages(self._platform.catalogue, f"{QUESTIONNAIRE}/")],
                filter_names(self._platform.catalogue, library.profiles),
                read_curated(*(_words(name) for name in ("synonyme", "wortteile", "stoppwoerter"))),
            ),
        }
        for path, content in written.items():
            target = Path(config.site_dir) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def _changed(self, page: Page, config: MkDocsConfig) -> str:
        """Return the day a page's source was last changed, empty where that is not known."""
        source = page.file.abs_src_path
        return (
            self._changes.get(os.path.relpath(source, project_root(config)).replace(os.sep, "/"), "") if source else ""
        )

    @property
    def _platform(self) -> Platform:
        if self.platform is None:
            raise PluginError("Die Texte der Plattform sind nicht gelesen.")
        return self.platform


def _catalogue_of(config: MkDocsConfig) -> Catalogue | None:
    """Return what the self-check's plugin has compiled, None where the questionnaire has errors."""
    selfcheck = config.plugins.get("selfcheck_site")
    if selfcheck is None:
        raise PluginError("Das Plugin „knowledge_base“ braucht in mkdocs.yml auch „selfcheck_site“.")
    compiled: Compiled = selfcheck.compiled
    return compiled.catalogue


def _changes_of(root: Path) -> Mapping[str, str]:
    changes = last_changes(root)
    if changes is None:
        log.info("Ohne vollständigen Git-Verlauf nennt keine Seite den Tag ihrer letzten Änderung.")
    return changes or {}


def _words(name: str) -> str:
    return (_HERE / "search" / f"{name}.txt").read_text(encoding="utf-8")


def _path(page: Page) -> str:
    return page.file.src_uri.removesuffix(".md")


def _magazine_file(source_path: str, uri: str, root: Path, config: MkDocsConfig) -> File:
    file = File(uri, str(root), config.site_dir, config.use_directory_urls)
    file.abs_src_path = str(root / source_path)
    file.edit_uri = f"../{source_path}"
    return file
