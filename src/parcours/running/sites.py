"""Where the hosts that a scenario sends elsewhere are served: `sites: {shop.example: demo:shop-after}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack

from parcours.errors import UsageError
from parcours.running.proxy import Address

DEMO = "demo:"


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
