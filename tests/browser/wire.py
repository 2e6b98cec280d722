"""Another computer, as far as a page can tell: whatever reaches it over TCP or UDP is counted."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_ANSWER = b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_PATIENCE_SECONDS = 0.2  # how long a thread looks before it asks whether it may end; a whole request comes at once


@dataclass
class Wire:
    """One port of TCP and UDP.

    Attributes:
        port: the number of both.
        arrived: "request" with its line, "connection" where nothing was asked, or "packet", in the order of coming.
    """

    port: int
    arrived: list[str] = field(default_factory=list)
    arrival: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        """Return the address as a page would name it."""
        return f"http://127.0.0.1:{self.port}/"

    def note(self, what: str) -> None:
        """Count one more thing."""
        self.arrived.append(what)
        self.arrival.set()


@contextmanager
def listening() -> Iterator[Wire]:
    """Listen on a free port until the block ends."""
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
    ):
        wire = Wire(tcp.getsockname()[1])
        udp.bind(("127.0.0.1", wire.port))
        threads = [
            threading.Thread(target=each, args=(wire, on)) for each, on in ((_connections, tcp), (_packets, udp))
        ]
        for thread in threads:
            thread.start()
        try:
            yield wire
        finally:
            wire.closing.set()
            for thread in threads:
                thread.join()


def _connections(wire: Wire, tcp: socket.socket) -> None:
    tcp.settimeout(_PATIENCE_SECONDS)
    while not wire.closing.is_set():
        try:
            connection, _ = tcp.accept()
        except TimeoutError:
            continue
        with connection:
            connection.settimeout(_PATIENCE_SECONDS)
            try:
                line = connection.recv(4096).split(b"\r\n")[0].decode("latin-1")
                connection.sendall(_ANSWER)
            except OSError:
                line = ""
        wire.note(f"request {line}" if line else "connection")


def _packets(wire: Wire, udp: socket.socket) -> None:
    udp.settimeout(_PATIENCE_SECONDS)
    while not wire.closing.is_set():
        try:
            udp.recv(4096)
        except TimeoutError:
            continue
        wire.note("packet")
