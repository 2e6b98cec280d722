"""The Content-Security-Policy of a finished page, written into the page itself.

A plain static host sets no headers, so the promise "no answer leaves the device" has to stand in the HTML. What a meta
element cannot say (``frame-ancestors``, reporting) is left to the host; docs/technik/architektur.md names the headers.
"""

import base64
import hashlib
import re
from html.parser import HTMLParser

# Reading a page in full costs milliseconds, and hardly any page has a script of its own.
_MAY_BE_INLINE = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/)", re.IGNORECASE)
_CHARSET = '<meta charset="utf-8">'

_EVERY_PAGE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Material draws its icons as data: masks
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


class PolicyError(ValueError):
    """The page cannot carry a policy, so it must not be published."""


class _InlineScripts(HTMLParser):
    """Collects the texts of executable scripts that stand in the page itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        executable = given.get("type") in (None, "", "module", "text/javascript")
        self._inside = tag == "script" and "src" not in given and executable

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def _hash_source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(html: str, *, runs_selfcheck: bool, live_reload: bool = False) -> str:
    """Return the policy for a page as the value of the header or meta element.

    Args:
        html: the finished page; its inline scripts are allowed by hash.
        runs_selfcheck: allow compiling WebAssembly and the worker. The worker is started from a ``blob:`` URL, because
            only such a worker inherits the page's policy (one loaded from a URL is free to talk to anybody).
        live_reload: ``mkdocs serve`` adds an inline script after the build whose text nobody can know beforehand.
    """
    directives = dict(_EVERY_PAGE)
    scripts = _InlineScripts()
    if _MAY_BE_INLINE.search(html):
        scripts.feed(html)
    if live_reload:
        directives["script-src"] += " 'unsafe-inline'"
    else:
        directives["script-src"] += "".join(f" {_hash_source(text)}" for text in sorted(set(scripts.texts)))
    if runs_selfcheck:
        directives["script-src"] += " 'wasm-unsafe-eval'"
        directives["worker-src"] = "'self' blob:"
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def with_policy(html: str, *, runs_selfcheck: bool, live_reload: bool = False) -> str:
    """Return the page with its policy as the first thing after the character set.

    Raises:
        PolicyError: the page declares no character set, so there is no early place for the policy.
    """
    if _CHARSET not in html:
        raise PolicyError("Die Seitenvorlage beginnt nicht mit der Angabe des Zeichensatzes.")
    value = policy(html, runs_selfcheck=runs_selfcheck, live_reload=live_reload)
    meta = f'{_CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="{value}">'
    return html.replace(_CHARSET, meta, 1)
