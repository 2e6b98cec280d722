"""The site on servers that know their own old list of types and nothing of our ready files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.answering import report_of, rows_of
from browser.person import Person
from selfcheck_core.catalogue import Catalogue
from site_server import Fault, SiteServer, serving


@dataclass(frozen=True)
class Types:
    """What a server calls the files that we serve, and what becomes of a file whose ending it does not know."""

    known: Mapping[str, str]
    otherwise: str | Fault

    def rule(self, host: SiteServer, site: Path) -> None:
        """Let a host serve by these types."""
        for suffix in {path.suffix for path in site.rglob("*") if path.is_file()}:
            kind = self.known.get(suffix, self.otherwise)
            if isinstance(kind, Fault):
                host.faults[rf"\{suffix}$"] = kind
            else:
                host.kinds[suffix] = kind


# mime.types of nginx 1.14 in Debian 10, as far as it concerns us; Debian 12 knows .wasm and .woff2 too.
NGINX = Types(
    {
        ".html": "text/html", ".css": "text/css", ".js": "application/javascript", ".json": "application/json",
        ".txt": "text/plain", ".xml": "text/xml", ".svg": "image/svg+xml", ".png": "image/png",
        ".zip": "application/zip",
    },
    "application/octet-stream",
)  # fmt: skip
# The types that IIS 8 comes with; any other ending is "404.3 Not Found".
IIS = Types(
    {
        ".html": "text/html", ".css": "text/css", ".js": "application/javascript", ".json": "application/json",
        ".txt": "text/plain", ".xml": "text/xml", ".svg": "image/svg+xml", ".png": "image/png", ".map": "text/plain",
        ".zip": "application/x-zip-compressed", ".gz": "application/x-gzip",
    },
    Fault.MISSING,
)  # fmt: skip


@pytest.mark.parametrize("types", [NGINX, IIS], ids=["nginx", "IIS"])
def test_form_and_search_run_with_the_types_of_an_old_server(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue, types: Types
) -> None:
    with serving(site, compression=None) as host:
        types.rule(host, site)
        person = visitor(host)
        person.watch.allow("failed-request", r"ERR_ABORTED .*\.(wasm|zip|woff2|json)$")
        for kind in ("bad-status", "console"):
            person.watch.allow(kind, r"404 .*\.(woff2|wasm)\b")
        person.visits("suche/?suche=dolmetschen")
        expect(person.page.get_by_role("main").get_by_role("link", name="Dolmetsch").first).to_be_visible()
        person.visits_the_questionnaire()
        person.begins()
        for question in kurzform.fields[0].questions:
            person.answers(question, 2)
        person.looks_at_the_result()
        assert person.rows() == rows_of(report_of(person.saves(), kurzform))
