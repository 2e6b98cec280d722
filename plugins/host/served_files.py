"""The files that the build adds to those below docs/, and the one that it takes of the theme, as MkDocs knows files."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

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
