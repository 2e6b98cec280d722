"""Serves a folder on loopback as a plain static host would, and as a broken one where a test asks for it."""

import mimetypes
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped]

MEDIA_TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".gz": "application/gzip"}
COMPRESSED = re.compile(r"\.(html|css|js|json|svg|txt|xml|wasm|zip)$")
MAX_STALL_SECONDS = 120.0
PIECE = 64 * 1024


class Fault(StrEnum):
    """How the server spoils what it sends for a path."""

    MISSING = "missing"  # 404
    CORRUPT = "corrupt"  # the right length, but from the middle on other bytes
    FLIPPED = "flipped"  # one bit in the middle
    EMPTY = "empty"  # nothing at all
    LONGER = "longer"  # a line more, which a program does not mind
    CUT_SHORT = "cut-short"  # ends well in the middle
    STALLED = "stalled"  # half of it, then nothing until the server stops


@dataclass(frozen=True, slots=True)
class Request:
    """One request that came in, with the bytes of the body that went out."""

    method: str
    path: str
    query: str
    status: int
    bytes_sent: int


@dataclass
class SiteServer:
    """A running server.

    Attributes:
        url: where the site's root is, with a trailing slash.
        requests: what has been asked so far, in the order of answering.
        faults: regular expression for the path inside the site → what goes wrong with it; may be changed at any time.
        headers: regular expression for the path inside the site → what is said beside the usual headers.
        declares_gzip: whether files ending in `.gz` are sent as what they hold, in the encoding "gzip".
        kinds: ending of a file, such as `.js` → the media type to send instead of the right one.
    """

    url: str
    folder: Path
    subpath: str
    compression: "Compression | None"
    immutable: bool
    requests: list[Request] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    headers: dict[str, Mapping[str, str]] = field(default_factory=dict)
    stopping: threading.Event = field(default_factory=threading.Event)
    declares_gzip: bool = False
    kinds: dict[str, str] = field(default_factory=dict)

    def fault_at(self, path: str) -> Fault | None:
        """Return the fault for a path inside the site, or None."""
        return next((fault for pattern, fault in self.faults.items() if re.search(pattern, path)), None)

    def file_at(self, path: str) -> Path | None:
        """Return the file served for a path inside the site, or None."""
        file = (self.folder / path).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() and file.is_relative_to(self.folder.resolve()) else None

    def body_of(self, file: Path, *, accepts_brotli: bool) -> tuple[bytes, str | None]:
        """Return what is sent for a file, and its content encoding."""
        if self.declares_gzip and file.suffix == ".gz":
            return file.read_bytes(), "gzip"
        if self.compression and accepts_brotli and COMPRESSED.search(file.name):
            return self.compression.of(file), "br"
        return file.read_bytes(), None

    def compress_all(self) -> None:
        """Compress every file now, so that no browser waits for it later."""
        for file in self.folder.rglob("*"):
            if file.is_file():
                self.body_of(file, accepts_brotli=True)


@dataclass
class Compression:
    """Brotli of a quality from 0 to 11; remembers what it compressed."""

    quality: int
    kept: dict[tuple[Path, int, int], bytes] = field(default_factory=dict)

    def of(self, file: Path) -> bytes:
        """Return the file's content compressed."""
        about = file.stat()
        key = (file, about.st_mtime_ns, about.st_size)
        if key not in self.kept:
            self.kept[key] = brotli.compress(file.read_bytes(), quality=self.quality)
        return self.kept[key]


# As hosts compress on the fly; one for all servers of a process, so that a file is compressed once.
ON_THE_FLY = Compression(quality=5)


@contextmanager
def serving(
    folder: Path,
    subpath: str = "weltoffene-kommune",
    *,
    compression: Compression | None = ON_THE_FLY,
    immutable: bool = False,
    faults: Mapping[str, Fault] | None = None,
    headers: Mapping[str, Mapping[str, str]] | None = None,
) -> Iterator[SiteServer]:
    """Serve a folder below `/subpath/` until the block ends.

    With `compression`, browsers that take Brotli get it; None is a host that compresses nothing. `immutable` lets
    browsers keep what lies in `assets/`.
    """
    http = _Server(("127.0.0.1", 0), _Handler)
    root = f"/{subpath.strip('/')}/" if subpath else "/"
    server = SiteServer(f"http://127.0.0.1:{http.server_port}{root}", folder, root, compression, immutable)
    server.faults.update(faults or {})
    server.headers.update(headers or {})
    http.site = server
    thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        http.shutdown()
        http.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"", {})

    def log_message(self, *args: object) -> None:
        pass

    @property
    def _site(self) -> SiteServer:
        assert isinstance(self.server, _Server)
        return self.server.site

    def _answer(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        inside = path.removeprefix(self._site.subpath) if path.startswith(self._site.subpath) else None
        file = None if inside is None else self._site.file_at(inside)
        fault = None if inside is None else self._site.fault_at(inside)
        if file is None or fault is Fault.MISSING:
            self._send(HTTPStatus.NOT_FOUND, b"<!doctype html><title>404</title>", {"Content-Type": "text/html"})
            return
        if file.name == "index.html" and not path.endswith(("/", "index.html")):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{path}/"})
            return
        body, encoding = self._site.body_of(file, accepts_brotli="br" in self.headers.get("Accept-Encoding", ""))
        if fault in _SPOILS:
            # Spoiled before it is compressed, as it would lie on a host's disk.
            body = _SPOILS[fault](file.read_bytes())
            body = brotli.compress(body, quality=1) if encoding else body
        self._send(HTTPStatus.OK, body, self._headers_for(file, encoding), stalls=fault is Fault.STALLED)

    def _headers_for(self, file: Path, encoding: str | None) -> dict[str, str]:
        kind = (
            self._site.kinds.get(file.suffix)
            or MEDIA_TYPES.get(file.suffix)
            or mimetypes.guess_type(file.name)[0]
            or "application/octet-stream"
        )
        text = kind.startswith("text/") or kind == "application/json"
        keep = self._site.immutable and "assets" in file.parts
        inside = file.relative_to(self._site.folder.resolve()).as_posix()
        more = [said for pattern, said in self._site.headers.items() if re.search(pattern, inside)]
        return {
            "Content-Type": f"{kind}; charset=utf-8" if text else kind,
            "Cache-Control": "public, max-age=31536000, immutable" if keep else "no-cache",
            **({"Content-Encoding": encoding, "Vary": "Accept-Encoding"} if encoding else {}),
            **{name: value for said in more for name, value in said.items()},
        }

    def _send(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str], *, stalls: bool = False) -> None:
        content = b"" if self.command == "HEAD" else body[: len(body) // 2] if stalls else body
        sent = 0
        try:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            for start in range(0, len(content), PIECE):
                self.wfile.write(content[start : start + PIECE])
                sent += len(content[start : start + PIECE])
            if stalls:
                self._site.stopping.wait(MAX_STALL_SECONDS)
                self.close_connection = True
        except ConnectionError:
            self.close_connection = True
        finally:
            address = urlsplit(self.path)
            self._site.requests.append(Request(self.command, address.path, address.query, status, sent))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # a page asks for more than sixty modules at once; the five that are usual were reset
    site: SiteServer

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that is closed in the middle of a request is no news.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _first_half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _corrupt(content: bytes) -> bytes:
    return _first_half(content) + bytes(byte ^ 0x5A for byte in content[len(content) // 2 :])


def _flipped(content: bytes) -> bytes:
    half = len(content) // 2
    return content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :]


_SPOILS: Mapping[Fault | None, Callable[[bytes], bytes]] = {
    Fault.CORRUPT: _corrupt,
    Fault.FLIPPED: _flipped,
    Fault.CUT_SHORT: _first_half,
    Fault.EMPTY: lambda _: b"",
    Fault.LONGER: lambda content: content + b"\n// one line more\n",
}
