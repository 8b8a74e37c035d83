"""Where the hosts that a scenario sends elsewhere are served: `sites: {shop.example: demo:shop-after}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from urllib.parse import urlsplit

from parcours.errors import UsageError
from parcours.running.proxy import Address

DEMO = "demo:"
USUAL_PORTS = (None, 80, 443)


def host_of(url: str, sites: Mapping[str, str]) -> str:
    """Whose guest a journey to that address is: a host, with its port where that is none of the web's own.

    A host that is served elsewhere is the place that serves it. "" for whoever cannot mind: an embedded demo site,
    which each worker serves itself, and an address that is none of the web's.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    if target := next((target for name, target in sites.items() if name.lower() == host), ""):
        return "" if target.lower().startswith(DEMO) else target
    return host if port in USUAL_PORTS else f"{host}:{port}"


class Sites:
    """Embedded demo sites, each served at most once a worker, and addresses given by hand."""

    def __init__(self, serve: Callable[[str, ExitStack], int] | None = None) -> None:
        self._serve = serve or _serve_demo
        self._ports: dict[str, int] = {}
        self._running = ExitStack()

    def addresses(self, sites: Mapping[str, str]) -> Mapping[str, Address]:
        """Host name to the address that stands for it."""
        return {host.lower(): self._address(target) for host, target in sites.items()}

    def _address(self, target: str) -> Address:
        if target.startswith(DEMO):
            name = target.removeprefix(DEMO)
            if name not in self._ports:
                self._ports[name] = self._serve(name, self._running)
            return ("127.0.0.1", self._ports[name])
        host, _, port = target.rpartition(":")
        if not host or not port.isdecimal():
            raise UsageError(f"{target!r} under `sites:` is no address", tip="write host:port, such as 127.0.0.1:8000")
        return (host.strip("[]"), int(port))


def _serve_demo(name: str, running: ExitStack) -> int:
    from parcours.demo.server import serve

    return running.enter_context(serve(name)).port
