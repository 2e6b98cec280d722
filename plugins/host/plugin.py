"""The one MkDocs plugin: the sequence of a build, from top to bottom.

Compile the questionnaire, read the texts, check both against each other; bundle; pages and blocks; the frame; policy;
search and feeds. What each step means is decided in ``project``, ``site`` and the rooms below, which know no MkDocs.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from editorial.findings import Finding, Severity, as_text, in_order
from host import sums
from host.finished_page import Permit, check_page
from host.history import last_changes, latest_day
from host.origin import findings_about
from host.plain_markdown import EXTENSION
from host.policy import policy, with_policy
from host.preview import with_script_as_file
from host.project import Project, read_project
from host.served_files import magazine_file, packed, put_typography, served, way_up
from host.settings import Settings
from host.site import FRAME_SCRIPT, Placed, Site, catalogue_of
from knowledge_base.exports.feeds import MEDIA_TYPES as FEED_TYPES
from knowledge_base.exports.feeds import Channel, feeds
from knowledge_base.exports.structured import structured_data
from knowledge_base.pages.vocabulary import date
from knowledge_base.search.index import PageKind, SearchPage
from knowledge_base.search.page_text import sections
from knowledge_base.texts.folders import FOLDER_OF
from knowledge_base.texts.kinds import Article
from knowledge_base.texts.reading import has_texts
from selfcheck_core.catalogue_json import catalogue_to_json
from selfcheck_site.bundling.bundle import Bundle, BundleError, build_bundle

log = get_plugin_logger("weltoffene_kommune")

_FONT = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"


class WeltoffeneKommunePlugin(BasePlugin[Settings]):
    """Makes the self-check and, where the project has texts, the knowledge platform."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._changes: Mapping[str, str] = {}
        self._typography = ""
        self._placed: dict[str, Placed] = {}
        self._data: dict[str, str] = {}
        self._refused: list[Finding] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch what editors save outside docs/, so that a preview follows it, and read Markdown without HTML."""
        config.markdown_extensions.append(EXTENSION)
        magazine = _root(config) / FOLDER_OF[Article].source
        config.watch += [self.config.questionnaire, *([str(magazine)] if magazine.is_dir() else [])]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Compile and read everything, say at once all that is wrong, and add the files that do not lie below docs/."""
        root = _root(config)
        self._placed.clear()
        self._refused.clear()
        questionnaire, today = Path(self.config.questionnaire), latest_day(root)
        project = read_project(root, questionnaire, today)
        if any(finding.severity is Severity.ERROR for finding in project.findings):
            project = read_project(root, questionnaire, today, converting=True)  # no page will be made: say all now
        report(project.findings)
        bundle = _bundle(project, root, way_up(files))
        self._site = Site.of(project, bundle, with_platform=has_texts(root), with_feeds=bool(config.site_url))
        self._changes = _changes_of(root)
        for path, content in self._site.files.items():
            files.append(served(path, content, config))
        if self._site.platform:
            files.append(served("assets/fonts/source-sans-3.woff2", root / "node_modules" / _FONT, config))
        for item in project.library.items:
            if item.source_path.startswith("magazine/"):  # all others lie below docs/
                files.append(magazine_file(item.source_path, f"{item.page_path}.md", root, config))
        for path, page in self._site.generated.items():
            head = json.dumps({"title": page.title, "description": page.summary}, ensure_ascii=False)
            files.append(File.generated(config, f"{path}.md", content=f"---\n{head}\n---\n"))
        self._typography = put_typography(files, config)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let templates escape every value, and leave out Material's scripts: no page of ours loads them."""
        env.autoescape = True
        env.filters["plain"] = unescape  # MkDocs hands over a title from a heading as HTML, others as text
        for file in list(files):
            if file.src_uri.startswith("assets/javascripts/"):
                files.remove(file)
        return env

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand over the body of a text without its front matter, which is read and checked already."""
        item = self._built.item(_path(page))
        return item.body if item else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the page the title and summary of its text, and the day its source was last changed."""
        item = self._built.item(_path(page))
        if item:
            page.meta["title"] = item.title
            page.meta["description"] = item.summary
        page.meta["changed"] = self._changed(page, config)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put head, foot, blocks and lists into the page."""
        title, summary = str(page.meta.get("title", page.title)), str(page.meta.get("description", ""))
        url = partial(get_relative_url, other=page.url)
        about = SearchPage(page.url, title, PageKind.PAGE, summary)
        placed = self._built.placed(_path(page), html, url, about, f"docs/{page.file.src_uri}")
        report(placed.findings)
        # MkDocs knows of the places in a text only; one page leads another to what a block has inside it, too.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | placed.places
        self._placed[page.url] = placed
        self._data[page.url] = self._structured(page, config)
        return placed.html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Hand the template, as `wk`, what its frame shows around this page."""
        context["wk"] = self._frame(page, config)  # type: ignore[typeddict-unknown-key]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Hand the frame's style sheet to pages that are templates only (404.html)."""
        context["wk"] = {"typography": self._typography, "searchable": self._built.platform is not None}  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Write the policy into the page and look at it for the last time."""
        placed = self._placed[page.url]
        value = policy(runs_selfcheck=placed.runs_selfcheck)
        first = self._built.first_script(placed)
        permit = Permit(
            scripts=frozenset(get_relative_url(each, page.url) for each in self._built.scripts(_path(page), placed)),
            data=self._data[page.url],
            policy=value,
            origins=_origins(config),
            first=get_relative_url(first, page.url) if first else "",
            leads_away=not placed.runs_selfcheck,
        )
        return self._admitted(with_policy(output, value), permit, self._source(page, config), config)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Do the same for pages that are templates only (404.html)."""
        if not template_name.endswith(".html"):
            return output_content
        value = policy(runs_selfcheck=False)
        script = f"{urlsplit(config.site_url or '').path.rstrip('/')}/{FRAME_SCRIPT}"
        permit = Permit(scripts=frozenset({script}), policy=value, origins=_origins(config))
        return self._admitted(with_policy(output_content, value), permit, f"theme/{template_name}", config)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Serve the preview's reload script as a file, which the policy lets through."""
        app = server.get_app()
        if app:
            server.set_app(with_script_as_file(app))
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is made of finished pages, or stands on none: search, feeds, and the list of check sums.

        Raises:
            PluginError: a page holds something that no page may hold; such pages are not written.
        """
        report(in_order(self._refused))
        channel = Channel(config.site_name, config.site_description or "", config.site_url or "")
        searched = [placed.searched for placed in self._placed.values() if placed.searched]
        written = {**feeds(self._built.project.library.articles, channel), **self._built.search(searched)}
        site = Path(config.site_dir)
        for path, content in written.items():
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        sitemap = site / "sitemap.xml"
        if sitemap.is_file():  # MkDocs packs it with the day of the build in it
            (site / "sitemap.xml.gz").write_bytes(packed(sitemap))
        (site / sums.LIST).write_text(sums.sums(site), encoding="utf-8", newline="\n")

    def _admitted(self, html: str, permit: Permit, source: str, config: MkDocsConfig) -> str:
        """Return a page that holds nothing forbidden as it is, and another as nothing, which MkDocs does not write."""
        found = check_page(html, permit)
        self._refused += findings_about(found, source, _root(config)) if found else ()
        return "" if found else html

    def _source(self, page: Page, config: MkDocsConfig) -> str:
        """Return the file a page is made of, relative to the project; a page without one names its template."""
        source = page.file.abs_src_path
        return os.path.relpath(source, _root(config)).replace(os.sep, "/") if source else "theme/base.html"

    def _structured(self, page: Page, config: MkDocsConfig) -> str:
        """Return the structured data of a page, empty where it has none."""
        item = self._built.item(_path(page))
        return structured_data(item, config.site_name, config.site_url or "", str(page.meta["changed"])) if item else ""

    def _frame(self, page: Page, config: MkDocsConfig) -> Mapping[str, object]:
        """Return styles and scripts, the way here, structured data, sections, feeds and the day of the last change."""
        path, site, placed = _path(page), self._built, self._placed[page.url]
        platform, changed = site.platform, str(page.meta["changed"])

        def urls(paths: Iterable[str]) -> list[str]:
            return [get_relative_url(each, page.url) for each in paths]

        own = site.assets.styles(path) if platform else ()
        return {
            "typography": self._typography,
            "searchable": platform is not None,
            "figures": site.needs_figures(path, placed),
            "styles": urls([*(site.bundle.styles if site.uses_selfcheck(placed) else ()), *own]),
            "first_scripts": urls([site.first_script(placed)] if placed.runs_selfcheck else []),
            "scripts": urls(site.assets.scripts(path)) if platform else [],
            "trail": [
                {"url": get_relative_url(to, page.url), "title": title}
                for to, title in (platform.trail(path) if platform else ())
            ],
            "beside": Markup(site.beside(path, lambda to: get_relative_url(to, page.url))),  # noqa: S704 - our own template
            "structured": Markup(self._data[page.url]),  # noqa: S704 - made inert by structured_data
            "titled": any(heading.level == 1 for heading in page.toc),
            "sections": sections(placed.html),
            "feeds": list(zip(urls(FEED_TYPES), FEED_TYPES.values(), strict=True)) if config.site_url else [],
            "changed": {"day": changed, "text": date(changed)} if changed else None,
        }

    def _changed(self, page: Page, config: MkDocsConfig) -> str:
        """Return the day a page's source was last changed, empty where that is not known."""
        return self._changes.get(self._source(page, config), "") if page.file.abs_src_path else ""

    @property
    def _built(self) -> Site:
        if self._site is None:
            raise PluginError("Fragebogen und Texte sind nicht gelesen.")
        return self._site


def report(findings: Sequence[Finding]) -> None:
    """Log the warnings and end the build with all errors at once.

    What MkDocs takes for a warning ends a strict build, so ours are said as information: `Finding.stops` alone decides.

    Raises:
        PluginError: a finding is an error.
    """
    errors = [as_text(finding) for finding in findings if finding.stops]
    for finding in findings:
        if not finding.stops:
            log.info(as_text(finding))
    if errors:
        raise PluginError(f"{len(errors)} Fehler, die Seite wird nicht gebaut:\n" + "\n".join(errors))


def _root(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml; some hosts name that file relative to where they were started."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _bundle(project: Project, root: Path, way_up: str) -> Bundle:
    catalogue = json.dumps(catalogue_to_json(catalogue_of(project)), ensure_ascii=False)
    titles = project.known_pages.titles
    try:
        return build_bundle(catalogue, root / "build", root=way_up, titles=titles, log=log.info)
    except BundleError as error:
        raise PluginError(str(error)) from None


def _changes_of(root: Path) -> Mapping[str, str]:
    changes = last_changes(root)
    if changes is None:
        log.info("Ohne vollständigen Git-Verlauf nennt keine Seite den Tag ihrer letzten Änderung.")
    return changes or {}


def _origins(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the addresses that pages may name as their own, whether or not they are encrypted."""
    return tuple(f"{each.rstrip('/')}/" for each in (config.site_url, config.repo_url) if each)


def _path(page: Page) -> str:
    return page.file.src_uri.removesuffix(".md")
