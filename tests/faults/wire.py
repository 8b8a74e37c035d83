"""A server that speaks to its socket: what no decent HTTP server would ever answer."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

HEAD = 64 * 1024
TICK = 0.05  # seconds between two looks at whether the server ends


@dataclass
class Wire:
    """One connection, with the request that came on it."""

    socket: socket.socket
    ended: threading.Event
    port: int
    method: str = ""
    path: str = "/"
    head: str = ""
    body: bytes = b""

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}

    def header(self, name: str) -> str:
        lines = (line.partition(":") for line in self.head.splitlines()[1:])
        return next((value.strip() for key, _, value in lines if key.lower() == name.lower()), "")

    # Answers

    def raw(self, data: bytes) -> None:
        self.socket.sendall(data)

    def answer(self, body: bytes | str = b"", status: str = "200 OK", **headers: object) -> None:
        """A decent answer, with its length; `content_type="text/plain"` and the like are its headers."""
        data = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": len(data), "Connection": "close"}
        told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value != "")
        self.raw(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + (b"" if self.method == "HEAD" else data))

    def redirect(self, to: str, status: str = "302 Found") -> None:
        self.answer(b"", status, location=to)

    def begin(self, *headers: str, status: str = "200 OK") -> None:
        """The head of an answer, without an end unless a header says so."""
        lines = ("Content-Type: text/html; charset=utf-8", "Connection: close", *headers)
        self.raw(f"HTTP/1.1 {status}\r\n".encode() + b"".join(f"{line}\r\n".encode() for line in lines) + b"\r\n")

    # Malice

    def hold(self) -> None:
        """Say nothing more until the other side goes, or the server ends."""
        while not self.ended.is_set():
            readable, _, _ = select.select([self.socket], [], [], TICK)
            if readable and not self.socket.recv(HEAD):
                return

    def drip(self, data: bytes, seconds: float = 1.0) -> None:
        """One byte a while, again and again."""
        while not self.ended.is_set():
            for at in range(len(data)):
                self.raw(data[at : at + 1])
                if self.ended.wait(seconds):
                    return

    def flood(self, data: bytes) -> None:
        """For ever, as fast as it is taken."""
        while not self.ended.is_set():
            self.raw(data)

    def reset(self) -> None:
        """End the connection by force: the other side hears of a reset, not of an end."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Answering = Callable[[Wire], None]


@dataclass
class Listener:
    """A port with what answers on it. `asked` are the paths that were asked for."""

    port: int
    asked: list[str] = field(default_factory=list)


@contextmanager
def listening(answering: Answering, tls: ssl.SSLContext | None = None, *, silent: bool = False) -> Iterator[Listener]:
    """A server on loopback, gone at the end with all its connections. A `silent` one takes calls and says nothing."""
    ended = threading.Event()
    with contextlib.ExitStack() as ending, socket.create_server(("127.0.0.1", 0), backlog=256) as server:
        found = Listener(server.getsockname()[1])
        threads: list[threading.Thread] = []
        server.settimeout(TICK)

        def serve(connection: socket.socket) -> None:
            with connection, contextlib.suppress(OSError, ValueError):
                connection.settimeout(30)
                if silent:
                    Wire(connection, ended, found.port).hold()
                    return
                taken = tls.wrap_socket(connection, server_side=True) if tls else connection
                with taken:
                    wire = _read(taken, ended, found.port)
                    found.asked.append(wire.path)
                    answering(wire)

        def accept() -> None:
            while not ended.is_set():
                with contextlib.suppress(OSError):
                    connection, _ = server.accept()
                    thread = threading.Thread(target=serve, args=(connection,), daemon=True)
                    thread.start()
                    threads.append(thread)

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        ending.callback(accepting.join, 5)
        ending.callback(ended.set)
        yield found


def _read(connection: socket.socket, ended: threading.Event, port: int) -> Wire:
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(HEAD)
        data += more
        if not more or not data[:1].isalpha():  # it speaks something else, such as TLS
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            raise ValueError("no request")
    head, _, body = data.partition(b"\r\n\r\n")
    text = head.decode("latin-1")
    method, path, _ = text.splitlines()[0].split(" ", 2)
    wire = Wire(connection, ended, port, method, path, text, body)
    length = int(wire.header("Content-Length") or 0)
    while len(wire.body) < length and (more := connection.recv(HEAD)):
        wire.body += more
    return wire
