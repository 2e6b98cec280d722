"""The MkDocs side of the self-check: compile, put the blocks into their pages, serve the bundle, set the policy.

Thin on purpose. What the site shows is decided in ``pages``, ``views`` and ``compile``, none of which knows MkDocs.
"""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from selfcheck_core.catalogue_json import catalogue_to_json
from selfcheck_site.backing import Platform
from selfcheck_site.bundle import Bundle, BundleError, build_bundle
from selfcheck_site.compile import Compiled, compile_questionnaire
from selfcheck_site.config import SelfcheckSiteConfig
from selfcheck_site.csp import with_policy
from selfcheck_site.examples import Example, open_examples
from selfcheck_site.findings import Finding, Severity, as_text, in_order
from selfcheck_site.folder import read_examples, read_folder
from selfcheck_site.links import dead_links, page_names
from selfcheck_site.pages import Blocks, fill

log = get_plugin_logger(__name__)

_FORM_ELSEWHERE = (
    "docs/{page}: Hier steht der Fragebogen, in mkdocs.yml ist dafür die Seite {form} genannt. "
    "Links im Ergebnis führten deshalb ins Leere. "
    "Abhilfe: Nennen Sie in mkdocs.yml unter selfcheck_site die Seite: „form: {page}“."
)


class SelfcheckSitePlugin(BasePlugin[SelfcheckSiteConfig]):
    """Compiles the questionnaire into the self-check and puts it into the site."""

    def __init__(self) -> None:
        self._serving = False
        self.compiled: Compiled | None = None
        self._bundle: Bundle | None = None
        self._examples: tuple[Example, ...] = ()
        self._platform = Platform()
        self._uses_form: set[str] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a live preview is being served, whose reload script the policy has to let through."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the questionnaire, so that a preview follows what an editor saves, and compile it.

        This early, since what the texts of the platform refer to has to be known before the first of them is read.
        """
        config.watch.append(self.config.questionnaire)
        self.compiled = compile_questionnaire(read_folder(Path(self.config.questionnaire)))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Say what is wrong with the questionnaire, build the bundle and add its files."""
        self._uses_form.clear()
        self._platform = _platform_of(config)
        compiled = self._compiled
        # Without a catalogue the platform has no pages yet, and every link would seem dead.
        dead = dead_links(compiled.links, page_names(file.src_uri for file in files)) if compiled.catalogue else ()
        root = project_root(config)
        folder = os.path.relpath(self.config.questionnaire, root)
        report(in_order([*compiled.findings, *dead]), log.warning, folder=folder)
        assert compiled.catalogue is not None  # noqa: S101 - without errors there is a catalogue
        self._examples, unreadable = open_examples(read_examples(Path(self.config.questionnaire)), compiled.catalogue)
        report(unreadable, log.warning, folder=folder)
        text = json.dumps(catalogue_to_json(compiled.catalogue), ensure_ascii=False)
        try:
            self._bundle = build_bundle(
                text, root / "build", root=self._way_up(files), titles=self._platform.titles, log=log.info
            )
        except BundleError as error:
            raise PluginError(str(error)) from None
        for uri, source in self._bundle.files.items():
            files.append(File.generated(config, uri, abs_src_path=str(source)))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out Material's scripts: no page of ours loads them."""
        for file in list(files):
            if file.src_uri.startswith("assets/javascripts/"):
                files.remove(file)
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Replace the marks ``<!-- selbstcheck: NAME -->`` by what the build makes of the questionnaire."""
        assert self._bundle is not None  # noqa: S101

        def url(path: str) -> str:
            return get_relative_url(path, page.url)

        blocks = Blocks(self._compiled, self._bundle, url, self._examples, self._platform)
        filled, used, findings = fill(html, blocks, f"docs/{page.file.src_uri}")
        report(findings, log.warning)
        if "fragebogen" in used:
            self._uses_form.add(page.url)
            if page.file.src_uri != self.config.form:
                log.warning(_FORM_ELSEWHERE.format(page=page.file.src_uri, form=self.config.form))
        return filled

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Tell the template which style sheets of the self-check the page needs."""
        if self._bundle and "selbstcheck:" in (page.markdown or ""):
            context["selfcheck_styles"] = [get_relative_url(uri, page.url) for uri in self._bundle.styles]  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Write the policy into the page."""
        return with_policy(output, runs_selfcheck=page.url in self._uses_form, live_reload=self._serving)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write the policy into pages that are templates only (404.html)."""
        if not template_name.endswith(".html"):
            return output_content
        return with_policy(output_content, runs_selfcheck=False, live_reload=self._serving)

    def _way_up(self, files: Files) -> str:
        """Return the way from the page of the form to the root of the site; nothing where there is no such page."""
        page = files.get_file_from_path(self.config.form)
        return f"{get_relative_url('.', page.url)}/" if page else ""

    @property
    def _compiled(self) -> Compiled:
        assert self.compiled is not None  # noqa: S101 - on_config comes first
        return self.compiled


def report(findings: Sequence[Finding], warn: Callable[[str], object], *, folder: str = "", found_in: str = "") -> None:
    """Log the warnings and end the build with all errors at once; `found_in` such as "in den Texten" says where.

    Raises:
        PluginError: a finding is an error.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for finding in findings:
        if finding.severity is not Severity.ERROR:
            warn(as_text(finding, folder))
    if errors:
        listed = "\n".join(as_text(finding, folder) for finding in errors)
        counted = " ".join(filter(None, (f"{len(errors)} Fehler", found_in)))
        raise PluginError(f"{counted}, die Seite wird nicht gebaut:\n{listed}")


def project_root(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml; some hosts name that file relative to where they were started."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _platform_of(config: MkDocsConfig) -> Platform:
    """Return what the plugin of the knowledge platform knows of its texts; without it, nothing is known."""
    texts = config.plugins.get("knowledge_base")
    return Platform(texts.titles, texts.naming) if texts else Platform()
