"""A real nginx and a real Apache serve the site with our ready files: every header of every file, and a result."""

import gzip
import http.client
import json
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, expect

from browser.answering import report_of, rows_of
from browser.visits import visit
from programs import needing, path_of
from selfcheck_core.catalogue import Catalogue
from servers import rules
from servers.running import Running, apache, nginx

NODE = Path(sys.executable).parent / "node"
OBSERVATORY = Path(rules.__file__).with_name("observatory.mjs")
SERVERS = {"nginx": nginx, "Apache": apache}
# The package gives up after ten seconds, which a busy machine may need to read the form's page.
PATIENT = {"ABORT_TIMEOUT": "120000", "CLIENT_TIMEOUT": "120000"}
FORM = "selbstcheck/fragebogen/"
BY_NAME = {"no-encoding": "identity", "gzip": "gzip", "brotli": "gzip, br"}
PACKED_ALREADY = (".gz", ".png", ".woff2")
UNPACKED = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers as they were sent, and the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Client:
    """Asks a server for paths over one connection."""

    connection: http.client.HTTPConnection

    @classmethod
    def of(cls, url: str, certificate: Path) -> "Client":
        address = urlsplit(url)
        assert address.hostname
        if address.scheme == "http":
            return cls(http.client.HTTPConnection(address.hostname, address.port, timeout=20))
        trust = ssl.create_default_context(cafile=certificate)
        return cls(http.client.HTTPSConnection(address.hostname, address.port, timeout=20, context=trust))

    def get(self, path: str, accepts: str = "identity") -> Answer:
        self.connection.request("GET", f"/{path}", headers={"Accept-Encoding": accepts})
        answer = self.connection.getresponse()
        sent = answer.getheaders()
        assert len({name.lower() for name, _ in sent}) == len(sent), f"a header comes twice: {sent}"
        return Answer(answer.status, dict(sent), answer.read())


@pytest.fixture(scope="module", params=[pytest.param(name, marks=needing(name)) for name in SERVERS])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Running]:
    """Return a running server with the site."""
    with SERVERS[request.param](path_of(request.param), site) as running:
        yield running


@pytest.fixture
def client(host: Running) -> Client:
    """Return somebody who asks the server over TLS and trusts its certificate."""
    return Client.of(host.url, host.certificate)


@pytest.fixture(scope="module")
def files(site: Path) -> Mapping[str, bytes]:
    """Return path → content of every file of the site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def largest(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the two largest files of each suffix, which stand for all others in what is done with their content."""
    by_size = sorted(files, key=lambda path: len(files[path]))
    suffixes = {PurePosixPath(path).suffix for path in files}
    return {path: files[path] for suffix in suffixes for path in [p for p in by_size if p.endswith(suffix)][-2:]}


def promised(headers: Mapping[str, str]) -> Mapping[str, str]:
    return {name: value for name, value in headers.items() if name in rules.names()}


def test_every_file_has_the_headers_that_the_page_promises(client: Client, files: Mapping[str, bytes]) -> None:
    for path in files:
        answer = client.get(path)
        assert answer.status == 200
        assert promised(answer.headers) == rules.expected(path), path


@pytest.mark.parametrize("accepts", BY_NAME.values(), ids=BY_NAME)
def test_a_file_arrives_as_it_is_whatever_encodings_a_browser_takes(
    client: Client, largest: Mapping[str, bytes], accepts: str
) -> None:
    for path, content in largest.items():
        answer = client.get(path, accepts)
        encoding = answer.headers.get("Content-Encoding")
        assert encoding is None or encoding in accepts
        assert UNPACKED[encoding](answer.body) == content, path
        assert encoding is None or "Accept-Encoding" in answer.headers["Vary"], path


def test_what_can_be_packed_is_sent_packed_and_nothing_twice(client: Client, largest: Mapping[str, bytes]) -> None:
    packed = {path: client.get(path, "gzip").headers.get("Content-Encoding") for path in largest}
    can_be = {path for path, content in largest.items() if len(content) > 1000 and not path.endswith(PACKED_ALREADY)}
    assert {path for path, encoding in packed.items() if encoding == "gzip"} >= can_be
    assert {path for path, encoding in packed.items() if encoding and path.endswith(PACKED_ALREADY)} == set()


@pytest.mark.parametrize(("path", "name"), [("", "index.html"), (FORM, f"{FORM}index.html")], ids=["start", "form"])
def test_a_folder_is_its_page_with_the_page_s_headers(client: Client, path: str, name: str) -> None:
    assert promised(client.get(path).headers) == rules.expected(name)


def test_a_folder_without_its_last_slash_leads_there_on_the_same_host(client: Client, host: Running) -> None:
    answer = client.get(FORM.rstrip("/"))
    assert answer.status == 301
    assert answer.headers["Location"] in (f"/{FORM}", f"{host.url}{FORM}")


@pytest.mark.parametrize(
    "path", ["gibt/es/nicht/", "gibtsnicht.js", f"{FORM}x", "assets/laufzeit/0123456789abcdef/x.js"]
)
def test_an_unknown_address_is_our_page_for_it_and_kept_by_nobody(
    client: Client, files: Mapping[str, bytes], path: str
) -> None:
    answer = client.get(path)
    assert (answer.status, answer.body) == (404, files["404.html"])
    assert promised(answer.headers) == rules.expected("404.html")


@pytest.mark.parametrize("path", ["", FORM, "assets/zeichen.svg", "gibtsnicht", "suche/?suche=dolmetschen"])
def test_without_encryption_every_address_leads_to_the_same_one_with_it(host: Running, path: str) -> None:
    answer = Client.of(host.plain_url, host.certificate).get(path)
    assert (answer.status, answer.headers["Location"]) == (301, f"{host.url}{path}")
    assert "Strict-Transport-Security" not in answer.headers  # a browser must not believe it there


def test_mozilla_s_rules_give_every_kind_of_page_the_best_grade(host: Running) -> None:
    ports = [str(urlsplit(url).port) for url in (host.plain_url, host.url)]
    paths = ["/", f"/{FORM}", "/suche/", "/kommunen/", "/404.html"]
    done = subprocess.run(
        [NODE, OBSERVATORY, *ports, *paths],
        env={**os.environ, **PATIENT, "NODE_EXTRA_CA_CERTS": str(host.certificate)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for path, graded in json.loads(done.stdout).items():
        assert (graded["grade"], graded["failed"], graded["tests"]) == ("A+", [], 10), f"{path}: {graded}"


def test_the_form_starts_and_calculates(browser: Browser, host: Running, kurzform: Catalogue) -> None:
    with visit(browser, host, ignore_https_errors=True) as person:
        person.visits_the_questionnaire()
        person.begins()
        for question in kurzform.fields[0].questions:
            person.answers(question, 2)
        person.looks_at_the_result()
        assert person.rows() == rows_of(report_of(person.saves(), kurzform))


def test_the_search_finds(browser: Browser, host: Running) -> None:
    with visit(browser, host, ignore_https_errors=True) as person:
        person.visits("suche/?suche=dolmetschen")
        expect(person.page.get_by_role("main").get_by_role("link", name="Dolmetsch").first).to_be_visible()
