"""Small servers on loopback that tests point a browser at."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a path answers; `headers` may overrule the content type; "" leaves one out.

    `to` are the answers for those whose User-Agent holds a word; the first one that fits is given. `needs` is the
    Authorization header without which nobody is let in.
    """

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    to: Mapping[str, Answer] = field(default_factory=dict)
    needs: str = ""


@dataclass
class Site:
    """A running server: its address, the paths that were asked for, and the headers of each question."""

    url: str
    port: int
    asked: list[str]
    headers: list[Mapping[str, str]] = field(default_factory=list)


Pages = Mapping[str, Answer | str] | Callable[[str], Answer | str]


@contextmanager
def serving(pages: Pages, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on loopback, gone at the end; on https with `tls`."""
    asked: list[str] = []
    headers: list[Mapping[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers.append(dict(self.headers))
            asked.append(self.path)
            path = self.path.partition("?")[0]
            found = pages(self.path) if callable(pages) else pages.get(path, Answer("nothing here", 404))
            answer = found if isinstance(found, Answer) else Answer(found)
            agent = self.headers.get("User-Agent", "")
            answer = next((other for word, other in answer.to.items() if word in agent), answer)
            if answer.needs and self.headers.get("Authorization") != answer.needs:
                answer = Answer("who are you?", 401, {"WWW-Authenticate": 'Basic realm="staging"'})
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            said = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **answer.headers}
            for name, value in said.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield Site(f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}", server.server_port, asked, headers)
    finally:
        server.shutdown()
        server.server_close()
