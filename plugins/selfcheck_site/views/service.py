"""What the browser's worker starts: the desk that answers requests, with the views behind it."""

import json
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from selfcheck_core.catalogue_json import catalogue_from_json
from selfcheck_core.protocol import desk
from selfcheck_core.subjects import File, Html, SetResult, SetView, SheetResult
from selfcheck_site.views.notice_words import GermanWords

_NO_SITE = '{"root": "", "titles": {}}'


def start(catalogue_text: str | None = None) -> Callable[[str], str]:
    """Return `handle`, which takes one request as JSON text and returns its response as JSON text.

    `catalogue_text` is a compiled catalogue; without it, the one that the browser bundle holds. Raises `CatalogueError`
    where the text is no catalogue this version can read, `FileNotFoundError` where there is no bundled one.
    """
    text = _bundled("catalogue.json") if catalogue_text is None else catalogue_text
    site = json.loads(_bundled("site.json") if catalogue_text is None else _NO_SITE)

    def result(subject: SheetResult) -> Html:
        return _loaded_result()(subject, site["root"], site["titles"])

    def answers(subject: SheetResult) -> Html:
        return _loaded_answers()(subject)

    def set_result(subject: SetResult) -> Html | File:
        return _loaded_set_views()["result"](subject)

    def set_answers(subject: SetResult) -> Html | File:
        return _loaded_set_views()["answers"](subject)

    catalogue = catalogue_from_json(json.loads(text))
    set_views = {"result": set_result, "answers": set_answers}
    return desk(catalogue, {"result": result, "answers": answers}, GermanWords(catalogue), set_views)


def _bundled(name: str) -> str:
    data = pkgutil.get_data(__package__, name)
    if data is None:
        raise FileNotFoundError(name)
    return data.decode()


# Jinja2 takes longer to import than all the rest; a bare score must not wait for it, nor one view for another.
@cache
def _loaded_result() -> Callable[[SheetResult, str, Mapping[str, str]], Html]:
    from selfcheck_site.views.result import result

    _use_bundled_bytecode()
    return result


@cache
def _loaded_answers() -> Callable[[SheetResult], Html]:
    from selfcheck_site.views.answers import answers

    _use_bundled_bytecode()
    return answers


@cache
def _loaded_set_views() -> Mapping[str, SetView]:
    from selfcheck_site.views.set_view import set_answers, set_result

    _use_bundled_bytecode()
    return {"result": set_result, "answers": set_answers}


@cache
def _use_bundled_bytecode() -> None:
    from selfcheck_site.views.bytecode import BundledBytecode
    from selfcheck_site.views.rendering import environment

    environment().bytecode_cache = BundledBytecode()
