"""What the browser's worker starts: the desk that answers requests, with the views behind it."""

import json
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from selfcheck_core.catalogue_json import catalogue_from_json
from selfcheck_core.protocol import desk
from selfcheck_core.subjects import Html, SheetResult
from selfcheck_site.views.notice_words import GermanWords

_NO_SITE = '{"root": "", "titles": {}}'


def start(catalogue_text: str | None = None) -> Callable[[str], str]:
    """Return `handle`, which takes one request as JSON text and returns its response as JSON text.

    `catalogue_text` is a compiled catalogue; without it, the one that the browser bundle holds. Raises `CatalogueError`
    where the text is no catalogue this version can read, `FileNotFoundError` where there is no bundled one.
    """
    text = _bundled("catalogue.json") if catalogue_text is None else catalogue_text
    site = json.loads(_bundled("site.json") if catalogue_text is None else _NO_SITE)

    def view(subject: SheetResult) -> Html:
        return _loaded_result()(subject, site["root"], site["titles"])

    catalogue = catalogue_from_json(json.loads(text))
    return desk(catalogue, {"result": view}, GermanWords(catalogue))


def _bundled(name: str) -> str:
    data = pkgutil.get_data(__package__, name)
    if data is None:
        raise FileNotFoundError(name)
    return data.decode()


@cache
def _loaded_result() -> Callable[[SheetResult, str, Mapping[str, str]], Html]:
    # Jinja2 takes longer to import than all the rest; a bare score must not wait for it.
    from selfcheck_site.views.bytecode import BundledBytecode
    from selfcheck_site.views.rendering import environment
    from selfcheck_site.views.result import result

    environment().bytecode_cache = BundledBytecode()
    return result
