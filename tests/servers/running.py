"""A real nginx and a real Apache on loopback, with the files that docs/technik/veroeffentlichen.md hands out.

Nothing of the system's own configuration is read, no rights are needed, and all of it is gone afterwards.
"""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from building import ROOT

READY = ROOT / "docs" / "technik" / "server"
HOST = "127.0.0.1"
PATIENCE_SECONDS = 20.0
NOBODY = "nobody"
APACHE_MODULES = (
    "/usr/lib/apache2/modules",
    "/usr/lib64/httpd/modules",
    "/usr/libexec/apache2",
    "/usr/lib/httpd/modules",
)

_ADAPTED = re.compile(r"^( *)# Anpassen: .*\n((?:\1[^ #\n].*\n)+)", re.MULTILINE)
_NGINX = """
daemon off;
pid {home}/pid;
error_log {home}/log;
events {{}}
http {{
    access_log off;
    default_type application/octet-stream;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/weltoffen.conf;
}}
"""
# As `a2enmod` would switch them on: what is built in is left out by IfModule.
_APACHE = """
ServerRoot {home}
ServerName 127.0.0.1
PidFile {home}/pid
DefaultRuntimeDir {home}
ErrorLog {home}/log
Listen 127.0.0.1:{http}
Listen 127.0.0.1:{https}
{modules}
TypesConfig {home}/mime.types
DocumentRoot {site}
<Directory {site}>
    Require all granted
    AllowOverride FileInfo Indexes
</Directory>
<VirtualHost *:{https}>
    SSLEngine on
    SSLCertificateFile {home}/certificate.pem
    SSLCertificateKeyFile {home}/key.pem
</VirtualHost>
<VirtualHost *:{http}>
</VirtualHost>
"""
_MODULES = (
    "mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "brotli", "ssl",
    "socache_shmcb", "unixd",
)  # fmt: skip


@dataclass(frozen=True)
class Running:
    """A server that answers on both ports of loopback, and the certificate to trust."""

    url: str
    plain_url: str
    certificate: Path


@dataclass(frozen=True)
class Place:
    """Where a server lives while it runs: its folder, the site and its two ports."""

    home: Path
    site: Path
    http: int
    https: int


def adapted(text: str, *blocks: Mapping[str, str]) -> str:
    """Return a ready file with what stands below each „Anpassen“ replaced: first word of lines → the one new line.

    What is not named stays as it is; the blocks are given in the order of the file, all of them.
    """
    left = list(blocks)

    def replaced(match: re.Match[str]) -> str:
        indent, lines, new = match.group(1), match.group(2).splitlines(), left.pop(0)
        assert set(new) <= {line.split()[0] for line in lines}, f"not to be adapted: {new}"
        kept = (line.strip() for line in lines if line.split()[0] not in new)
        return "".join(f"{indent}{line}\n" for line in (*new.values(), *kept))

    done = _ADAPTED.sub(replaced, text)
    assert not left, f"no block to adapt: {left}"
    return done


@contextmanager
def nginx(program: str, site: Path) -> Iterator[Running]:
    """Run nginx with `nginx.txt` until the block ends."""
    with _place(site) as place:
        name = f"server_name {HOST};"
        (place.home / "weltoffen.conf").write_text(
            adapted(
                (READY / "nginx.txt").read_text(encoding="utf-8"),
                {"listen": f"listen 127.0.0.1:{place.http};", "server_name": name},
                {"return": f"return 301 https://$host:{place.https}$request_uri;"},
                {
                    "listen": f"listen 127.0.0.1:{place.https} ssl http2;",
                    "ssl_certificate": f"ssl_certificate {place.home}/certificate.pem;",
                    "ssl_certificate_key": f"ssl_certificate_key {place.home}/key.pem;",
                    "server_name": name,
                    "root": f"root {place.site};",
                },
                {},
            ),
            encoding="utf-8",
        )
        main = place.home / "nginx.conf"
        main.write_text(_NGINX.format(home=place.home), encoding="utf-8")
        with _started([program, "-c", str(main), "-e", str(place.home / "log")], place) as running:
            yield running


@contextmanager
def apache(program: str, site: Path) -> Iterator[Running]:
    """Run Apache with `apache.txt` as the site's .htaccess until the block ends."""
    with _place(site) as place:
        rules = (READY / "apache.txt").read_text(encoding="utf-8")
        redirect = f"RewriteRule ^ https://%{{SERVER_NAME}}:{place.https}%{{REQUEST_URI}} [R=301,L]"
        (place.site / ".htaccess").write_text(adapted(rules, {}, {"RewriteRule": redirect}), encoding="utf-8")
        (place.home / "mime.types").write_text("", encoding="utf-8")
        folder = next(each for each in map(Path, APACHE_MODULES) if each.is_dir())
        modules = "\n".join(
            f"LoadModule {name}_module {file}" for name in _MODULES if (file := folder / f"mod_{name}.so").is_file()
        )
        main = place.home / "httpd.conf"
        main.write_text(
            _APACHE.format(home=place.home, site=place.site, http=place.http, https=place.https, modules=modules),
            encoding="utf-8",
        )
        with _started([program, "-f", str(main), "-DFOREGROUND"], place) as running:
            yield running


@contextmanager
def _place(site: Path) -> Iterator[Place]:
    """Make a folder with the site and a certificate that everybody may read, as a server without rights needs it."""
    with tempfile.TemporaryDirectory(prefix="weltoffen-") as name:
        home = Path(name)
        shutil.copytree(site, home / "site", copy_function=_linked)
        _make_certificate(home)
        for path in (home, *home.rglob("*")):
            path.chmod(0o777 if path == home else 0o755 if path.is_dir() else 0o644)
        http, https = _free_ports()
        yield Place(home, home / "site", http, https)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copyfile(source, target)


def _make_certificate(home: Path) -> None:
    names = f"subjectAltName=IP:{HOST}"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
    files = ["-keyout", home / "key.pem", "-out", home / "certificate.pem"]
    subprocess.run([*command, "-addext", names, *files], check=True, capture_output=True)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


@contextmanager
def _started(command: list[str], place: Place) -> Iterator[Running]:
    """Run a server in the foreground, as nobody where the tests run as root, and end it with the block."""
    user = NOBODY if os.geteuid() == 0 else None
    server = subprocess.Popen(command, user=user, extra_groups=[] if user else None, stderr=subprocess.PIPE, text=True)
    try:
        for port in (place.http, place.https):
            _wait_for(port, server, place.home / "log")
        yield Running(f"https://{HOST}:{place.https}/", f"http://{HOST}:{place.http}/", place.home / "certificate.pem")
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE_SECONDS)


def _wait_for(port: int, server: subprocess.Popen[str], log: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    said = server.communicate()[1] if server.poll() is not None else ""
    raise AssertionError(f"the server does not answer on {port}: {said}{log.read_text() if log.is_file() else ''}")
