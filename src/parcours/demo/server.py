"""Serve a demo site on this machine, at a port of its own.

with serve("shop-before") as shop:
    print(shop.url)
"""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from parcours.demo import pages
from parcours.demo.bank import Bank
from parcours.errors import UsageError, closest

IDLE_SECONDS = 30
LARGEST_FORM = 64 * 1024  # bytes

# Sites with a memory; the others are folders.
APPS = {"bank-after": Bank, "bank-before": Bank}


class Served:
    """A site that answers on the loopback address until it is closed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._server = _Server(APPS.get(name, pages.Folder)(pages.SITES / name))
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
            self._server.site.close()
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

    def __init__(self, site: pages.Site) -> None:
        self.site = site
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in mid-answer is not worth a traceback; our own faults are."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Demo"
    sys_version = ""
    timeout = IDLE_SECONDS

    def do_GET(self) -> None:
        """Answer with a file or a page."""
        self._say(self._answer("GET"), body=True)

    def do_HEAD(self) -> None:
        """The same without its body."""
        self._say(self._answer("GET"), body=False)

    def do_POST(self) -> None:
        """Hand a form to the site, unless it does not say how long it is, or is too long."""
        size = self.headers.get("Content-Length", "")
        if not size.isascii() or not size.isdigit() or int(size) > LARGEST_FORM:
            self.close_connection = True
            self.send_error(413)
            return
        self._say(self._answer("POST", self.rfile.read(int(size))), body=True)

    def _answer(self, method: str, form: bytes = b"") -> pages.Answer:
        headers = {name.lower(): value for name, value in self.headers.items()}
        return self.server.site.answer(pages.Request(method, self.path, headers, form))

    def _say(self, said: pages.Answer, *, body: bool) -> None:
        self.send_response(said.status)
        headers = {
            "Content-Type": said.mime,
            "Cache-Control": "no-store",
            "Vary": "User-Agent",
            "X-Content-Type-Options": "nosniff",
            **said.headers,
        }
        for name, value in headers.items():
            self.send_header(name, value)
        if said.stream is None:
            self.send_header("Content-Length", str(len(said.body)))
        else:
            self.send_header("Connection", "close")
        self.end_headers()
        if body:
            self.wfile.write(said.body)
            for piece in said.stream or ():
                self.wfile.write(piece)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the run's report is what there is to read."""
