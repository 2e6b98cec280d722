"""The Content-Security-Policy of a finished page, written into the page itself.

A plain static host sets no headers, so the promise "no answer leaves the device" has to stand in the HTML. What a meta
element cannot say (``frame-ancestors``, reporting) is left to the host; docs/technik/veroeffentlichen.md names the
headers. No page has a script or a style in itself, so the policy allows none.
"""

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


def policy(*, runs_selfcheck: bool) -> str:
    """Return the policy for a page as the value of the header or meta element.

    Args:
        runs_selfcheck: allow compiling WebAssembly and the worker. The worker is started from a ``blob:`` URL, because
            only such a worker inherits the page's policy (one loaded from a URL is free to talk to anybody).
    """
    directives = dict(_EVERY_PAGE)
    if runs_selfcheck:
        directives["script-src"] += " 'wasm-unsafe-eval'"
        directives["worker-src"] = "'self' blob:"
    else:
        # The form parses the result's HTML and starts a worker from a blob, both of which this forbids.
        directives |= {"require-trusted-types-for": "'script'", "trusted-types": "'none'"}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def with_policy(html: str, value: str) -> str:
    """Return the page with its policy as the first thing after the character set.

    Raises:
        PolicyError: the page declares no character set, so there is no early place for the policy.
    """
    if _CHARSET not in html:
        raise PolicyError("Die Seitenvorlage beginnt nicht mit der Angabe des Zeichensatzes.")
    meta = f'{_CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="{value}">'
    return html.replace(_CHARSET, meta, 1)
