"""The files that the build adds to those below docs/ or looks for among them, as MkDocs knows files."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from host.marks import FORM, parts_of
from host.material_style import needed
from selfcheck_site.bundling.packing import PackingError, gzipped

_TYPOGRAPHY = "assets/stylesheets/main."
"""How the name of Material's style sheet begins; the rest changes with each of its releases."""


def typography_in(paths: Iterable[str]) -> str:
    """Return the path of the one style sheet of Material that our frame uses, as the installed theme names it.

    Raises:
        PluginError: the theme has none of this name, or several.
    """
    found = [path for path in paths if path.startswith(_TYPOGRAPHY) and path.endswith(".css")]
    if len(found) != 1:
        raise PluginError(
            f"Das installierte Material hat {len(found)} Dateien „{_TYPOGRAPHY}*.css“, gebraucht wird genau eine. "
            "Welche davon die Schrift gestaltet, muss in theme/base.html entschieden werden."
        )
    return found[0]


def put_typography(files: Files, config: MkDocsConfig) -> str:
    """Put what our pages need of Material's style sheet in the place of the whole, and return its path.

    Raises:
        PluginError: the theme has no such sheet, or several.
    """
    whole = typography_in(file.src_uri for file in files)
    file = files.src_uris[whole]
    files.remove(file)
    ours = (each.content_string for each in files if each.src_uri.endswith(".css"))
    content = needed(file.content_string, *ours)
    path = f"assets/stylesheets/material.{sha256(content.encode()).hexdigest()[:8]}.css"
    files.append(served(path, content, config))
    return path


def served(path: str, content: Path | bytes | str, config: MkDocsConfig) -> File:
    """Return a file of the site with this content, or with that of a file elsewhere."""
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content))
    return File.generated(config, path, content=content)


def magazine_file(source_path: str, uri: str, root: Path, config: MkDocsConfig) -> File:
    """Return a text of magazine/ as a page of the site."""
    file = File(uri, str(root), config.site_dir, config.use_directory_urls)
    file.abs_src_path = str(root / source_path)
    file.edit_uri = f"../{source_path}"
    return file


def way_up(files: Files) -> str:
    """Return the way from the page of the form, where results are shown, to the site's root; empty without a form."""
    forms = (file for file in files.documentation_pages() if FORM in parts_of(file.content_string))
    form = next(forms, None)
    return f"{get_relative_url('.', form.url)}/" if form else ""


def packed(path: Path) -> bytes:
    """Return the bytes of a file packed with gzip, the same on every machine.

    Raises:
        PluginError: Node, which packs, is missing.
    """
    try:
        return gzipped(path)
    except PackingError as error:
        raise PluginError(str(error)) from None
