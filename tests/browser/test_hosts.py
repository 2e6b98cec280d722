"""Where the site may lie: any plain host, compressing or not, at its root or below a path."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from browser.answering import report_of, rows_of
from browser.person import Person
from browser.visits import INTRANET
from selfcheck_core.catalogue import Catalogue
from site_server import ON_THE_FLY, Compression, Fault, SiteServer, serving


def gets_a_result(person: Person, kurzform: Catalogue) -> None:
    """Walk from the start page to the result of one field."""
    person.visits()
    person.follows("Selbstcheck beginnen")
    person.begins()
    for question in kurzform.fields[0].questions:
        person.answers(question, 2)
    person.looks_at_the_result()
    assert person.rows() == rows_of(report_of(person.saves(), kurzform))


def runtime_files(host: SiteServer) -> set[str]:
    return {Path(request.path).name for request in host.requests if "/assets/laufzeit/" in request.path}


@pytest.mark.parametrize("subpath", ["", "weltoffene-kommune"])
@pytest.mark.parametrize("compression", [ON_THE_FLY, None], ids=["brotli", "uncompressed"])
def test_a_result_comes_from_any_host(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue, subpath: str, compression: Compression | None
) -> None:
    with serving(site, subpath, compression=compression) as host:
        person = visitor(host)
        # The plain file is given up as soon as it turns out to come uncompressed.
        person.watch.allow("failed-request", r"ERR_ABORTED .*\.(wasm|zip)$")
        gets_a_result(person, kurzform)
        assert any(name.endswith(".gz") for name in runtime_files(host)) == (compression is None)


def test_a_result_comes_from_a_host_that_declares_packed_files_as_an_encoding(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue
) -> None:
    with serving(site, compression=None) as host:
        host.declares_gzip = True
        person = visitor(host)
        person.watch.allow("failed-request", r"ERR_ABORTED .*\.(wasm|zip)$")
        gets_a_result(person, kurzform)
        assert "pyodide.asm.wasm.gz" in runtime_files(host)


OLD_NGINX = {".mjs": "application/octet-stream", ".wasm": "application/octet-stream"}
APACHE_WITHOUT_TYPES = {".mjs": "text/plain", ".wasm": "text/plain"}


@pytest.mark.parametrize("kinds", [OLD_NGINX, APACHE_WITHOUT_TYPES], ids=["nginx", "apache"])
def test_a_result_comes_from_a_host_that_knows_neither_modules_nor_webassembly(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue, kinds: dict[str, str]
) -> None:
    with serving(site) as host:
        host.kinds.update(kinds)
        gets_a_result(visitor(host), kurzform)


@pytest.mark.parametrize("missing", [r"\.wasm$", r"\.zip$"])
def test_a_result_comes_from_a_host_that_has_packed_files_only(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue, missing: str
) -> None:
    with serving(site, faults={missing: Fault.MISSING}) as host:
        person = visitor(host)
        person.watch.expect("bad-status", "404")
        person.watch.allow("console", "404")
        person.watch.allow("failed-request", r"ERR_ABORTED .*\.(wasm|zip)$")
        gets_a_result(person, kurzform)


def test_a_result_comes_from_a_host_that_has_no_packed_files(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue
) -> None:
    with serving(site, compression=None, faults={r"\.gz$": Fault.MISSING}) as host:
        person = visitor(host)
        person.watch.expect("bad-status", "404")
        person.watch.allow("console", "404")
        person.watch.allow("failed-request", r"ERR_ABORTED .*\.(wasm|zip)$")
        gets_a_result(person, kurzform)


def test_a_result_comes_over_a_connection_that_is_not_encrypted(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue
) -> None:
    with serving(site) as host:
        host.url = host.url.replace("127.0.0.1", INTRANET)
        person = visitor(host)
        # Chromium takes Brotli over encrypted connections only, so the packed files are fetched.
        person.watch.allow("failed-request", r"ERR_ABORTED .*\.(wasm|zip)$")
        gets_a_result(person, kurzform)
        assert not person.page.evaluate("isSecureContext")


def test_every_program_is_served_under_a_name_that_every_host_knows(site: Path) -> None:
    assert list(site.rglob("*.mjs")) == []
    scripts = list(site.rglob("*.js"))
    assert {"main.js", "worker.js", "search.js", "filter.js", "pyodide.js", "pyodide.asm.js"} <= {
        s.name for s in scripts
    }
    for script in scripts:
        for imported in re.findall(r'\bfrom "(\.[^"]+)"', script.read_text(encoding="utf-8")):
            assert (script.parent / imported).is_file(), f"{script.name} imports {imported}"


def test_a_second_visit_takes_the_runtime_from_the_browser_s_cache(
    visitor: Callable[..., Person], site: Path, kurzform: Catalogue
) -> None:
    with serving(site, immutable=True) as host:
        person = visitor(host)
        gets_a_result(person, kurzform)
        assert runtime_files(host)
        host.requests.clear()
        gets_a_result(person, kurzform)
        assert runtime_files(host) == set()
