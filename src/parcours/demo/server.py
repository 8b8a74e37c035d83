"""Serve a demo site on this machine, at a port of its own.

with serve("shop-before") as shop:
    print(shop.url)
"""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from parcours.demo import pages
from parcours.errors import UsageError, closest

IDLE_SECONDS = 30
LARGEST_FORM = 64 * 1024  # bytes; nothing is kept of a form


class Served:
    """A site that answers on the loopback address until it is closed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._server = _Server(pages.SITES / name)
        self._thread = threading.Thread(target=self._server.serve_forever, name=f"demo-{name}", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that the system chose."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of its home page."""
        return f"http://127.0.0.1:{self.port}/"

    def close(self) -> None:
        """Stop answering and free the port. A second time does nothing."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def serve(name: str) -> Served:
    """Start serving the site of that name. Raises UsageError when there is none."""
    known = pages.names()
    if name not in known:
        raise UsageError(f"there is no demo site {name!r}", tip=closest(name, known) or f"one of {', '.join(known)}")
    return Served(name)


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # a browser's idle connection must not keep us from closing

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in mid-answer is not worth a traceback; our own faults are."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "BottinesEtCie"
    sys_version = ""
    timeout = IDLE_SECONDS

    def do_GET(self) -> None:
        """Answer with a file or a page."""
        self._say(self._answer(), body=True)

    def do_HEAD(self) -> None:
        """The same without its body."""
        self._say(self._answer(), body=False)

    def do_POST(self) -> None:
        """Thank for a form, and keep nothing of it."""
        size = self.headers.get("Content-Length", "")
        if not size.isascii() or not size.isdigit() or int(size) > LARGEST_FORM:
            self.close_connection = True
            self.send_error(413)
            return
        self.rfile.read(int(size))
        thanks = pages.find(self.server.folder, "/merci")
        self.send_response(303 if thanks else 405)
        if thanks:
            self.send_header("Location", "/merci")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self) -> pages.Answer:
        host, agent = self.headers.get("Host", ""), self.headers.get("User-Agent", "")
        return pages.answer(self.server.folder, self.path, host=host, agent=agent)

    def _say(self, said: pages.Answer, *, body: bool) -> None:
        self.send_response(said.status)
        self.send_header("Content-Type", said.mime)
        self.send_header("Content-Length", str(len(said.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Vary", "User-Agent")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if body:
            self.wfile.write(said.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the run's report is what there is to read."""
