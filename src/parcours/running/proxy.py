"""The one way out of a worker's browser: it looks at addresses, where names and routes can lie.

`page.route` never sees the hops of a redirect, and a name says nothing about where it leads. Every
connection of the browser comes here instead: the name is resolved once, the address is judged, and that
very address is connected to (no second answer, no rebinding). Refused and failed connections are closed
without an answer, so that no page of ours is mistaken for the site's; `reason` tells why afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import math
import socket
import struct
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Self
from urllib.parse import urlsplit

from parcours.browser.launch import NOWHERE

CONNECT_SECONDS = 10.0
MOST_ADDRESSES = 3  # of one name, that are tried within those seconds
RESOLVE_SECONDS = 8.0
MOST_HEAD = 128 * 1024
MOST_BYTES = 80_000_000  # a journey's worth of traffic
CHUNK = 64 * 1024

# Chromium asks these on its own account, whatever page is open.
CHROMIUMS_OWN = frozenset(
    {
        "update.googleapis.com",
        "content-autofill.googleapis.com",
        "optimizationguide-pa.googleapis.com",
        "clients2.google.com",
        "edgedl.me.gvt1.com",
        "redirector.gvt1.com",
    }
)

Address = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Policy:
    """What a journey's browser may reach: every public address, and what is declared.

    `declared` holds "host" or "host:port" of private places that may be reached, IPv6 in brackets; `sites`
    sends a host somewhere else ("127.0.0.1", 8000), whatever port it was asked on.
    """

    declared: frozenset[str] = frozenset()
    allow_private: bool = False
    sites: Mapping[str, Address] = field(default_factory=dict)
    keeps_out: Callable[[str], str] | None = None  # the service that is kept from counting at a host, "" for none

    def permits(self, host: str, port: int, address: str) -> bool:
        """True when a connection to that address, asked for under that name, may be made."""
        whole = place(host, port)
        named = {whole, whole.rpartition(":")[0]}
        return self.allow_private or any(each.lower() in named for each in self.declared) or is_public(address)


def place(host: str, port: int) -> str:
    """A host and a port as people write them: `shop.example:443`, `[::1]:8000`."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def place_of(url: str) -> str:
    """The place of a web address, as the network policy names it."""
    parts = urlsplit(url)
    return place((parts.hostname or "").lower(), parts.port or (443 if parts.scheme in ("https", "wss") else 80))


def is_public(address: str) -> bool:
    """True for an address of the public internet. Mapped and translated IPv6 is judged by the IPv4 inside."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class _Refused(Exception):
    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


@dataclass
class Proxy:
    """A proxy on loopback for one worker. `policy` is the running journey's."""

    policy: Policy = field(default_factory=Policy)
    bytes: int = 0
    aside: int = 0  # of these, what was asked for by the other way: not for the page that the customer sees
    reasons: dict[str, tuple[str, str]] = field(default_factory=dict)
    _names: dict[str, asyncio.Future[list[str]]] = field(default_factory=dict)
    _servers: tuple[asyncio.Server, ...] = ()
    _open: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        ways = (partial(self._accept, aside=aside) for aside in (False, True))
        servers = [await asyncio.start_server(way, "127.0.0.1", 0, limit=MOST_HEAD) for way in ways]
        self._servers = tuple(servers)
        return self

    async def __aexit__(self, *_: object) -> None:
        for server in self._servers:
            server.close()
        self.drop()

    @property
    def url(self) -> str:
        """What the browser is given as its proxy."""
        return _url(self._servers[0])

    @property
    def url_aside(self) -> str:
        """The same for what is looked at beside the customer's page: it is counted apart."""
        return _url(self._servers[1])

    def begin(self, policy: Policy) -> None:
        """Serve another journey: its policy, no bytes yet, no memory of the one before."""
        self.drop()
        self.policy, self.bytes, self.aside, self.reasons, self._names = policy, 0, 0, {}, {}

    def drop(self) -> None:
        """Cut every open connection."""
        for task in self._open:
            task.cancel()

    def reason(self, url: str) -> tuple[str, str]:
        """Why the last connection to the URL's host and port failed: a code and a sentence; "" when none did."""
        return self.reasons.get(place_of(url), ("", ""))

    def refused(self) -> tuple[str, ...]:
        """The private hosts that were asked for and not reached."""
        return tuple(
            sorted({at.rpartition(":")[0] for at, (code, _) in self.reasons.items() if code == "blocked-private"})
        )

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, aside: bool) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        try:
            await self._serve(reader, writer, aside=aside)
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass  # the browser or the site hung up: both know already
        finally:
            self._open.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, aside: bool) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        line, _, rest = head.partition(b"\r\n")
        method, target, _ = line.decode("latin-1").split(" ", 2)
        tunnel = method == "CONNECT"
        parts = urlsplit(f"//{target}" if tunnel else target)
        host, port = (parts.hostname or "").lower(), parts.port or (443 if tunnel else 80)
        try:
            upstream, out = await self._connect(host, port)
        except _Refused as refusal:
            self.reasons[place(host, port)] = (refusal.code, str(refusal))
            if tunnel:  # a tunnel's answer is never shown as a page, and spares the browser a second try
                writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return
        self.reasons.pop(place(host, port), None)
        try:
            if tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await asyncio.gather(self._pump(reader, out, aside), self._pump(upstream, writer, aside))
            else:
                out.write(_origin_form(method, parts.path, parts.query, rest))
                asking = self._one_request(reader, out, _body_length(rest), aside)
                await _first(asking, self._pump(upstream, writer, aside))
        finally:
            out.close()

    async def _one_request(
        self, reader: asyncio.StreamReader, out: asyncio.StreamWriter, length: float, aside: bool
    ) -> None:
        """Carry a request's body; then wait until the browser goes, or asks for more on the same connection.

        It would if the site keeps the connection open against our word; cut, it asks again on a new one.
        """
        while length > 0 and (data := await reader.read(int(min(length, CHUNK)))):
            length -= len(data)
            self._count(len(data), aside)
            out.write(data)
            with contextlib.suppress(OSError):  # a site may answer before it has heard all
                await out.drain()
        await reader.read(1)

    async def _connect(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if host.endswith(NOWHERE):
            raise _Refused("blocked-nowhere", "nowhere")
        if host in CHROMIUMS_OWN:
            raise _Refused("blocked-browser", f"{host} is asked by the browser itself")
        if self.policy.keeps_out and (service := self.policy.keeps_out(host)):
            raise _Refused("blocked-analytics", f"{service} is kept from counting this visit")
        if self.bytes > MOST_BYTES:
            raise _Refused("blocked-bytes", f"the journey took more than {MOST_BYTES // 1_000_000} MB, and was cut off")
        if host in self.policy.sites:
            address, port = self.policy.sites[host]
            addresses = [address]
        else:
            addresses = await self._allowed(host, port)
        refused = False
        for address in addresses:  # a name may stand for several, and only one of them answer
            try:
                connecting = asyncio.open_connection(address, port)
                return await asyncio.wait_for(connecting, CONNECT_SECONDS / len(addresses))
            except (OSError, TimeoutError) as error:
                refused = refused or isinstance(error, ConnectionRefusedError)
        if refused:
            raise _Refused("site-refused", f"nothing answers at {place(host, port)} (connection refused)")
        if not has_network() and any(is_public(address) for address in addresses):
            raise _Refused("tool-network", NO_NETWORK)
        raise _Refused("site-unreachable", f"no connection to {place(host, port)} comes about")

    async def _allowed(self, host: str, port: int) -> list[str]:
        """The addresses that may be connected to: judged first, never asked for twice."""
        addresses = await self._resolved(host, port)
        allowed = [address for address in addresses if self.policy.permits(host, port, address)]
        if not allowed:
            raise _Refused(
                "blocked-private",
                f"{host} is a private address ({addresses[0]}): declare it under `sites:` or `allow-private:`, "
                "or use --allow-private, if it may be reached",
            )
        return allowed[:MOST_ADDRESSES]

    async def _resolved(self, host: str, port: int) -> list[str]:
        """The journey's one answer for a name, a failure too: a dead host is asked for once, not per image."""
        if host not in self._names:
            self._names[host] = asyncio.ensure_future(_resolve(host, port))
        return await asyncio.shield(self._names[host])

    def _count(self, size: int, aside: bool) -> None:
        self.bytes += size
        self.aside += size if aside else 0

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, aside: bool) -> None:
        """Carry all that comes, and how it ends: a connection that was cut is cut for the other side too."""
        try:
            while data := await source.read(CHUNK):
                self._count(len(data), aside)
                if self.bytes > MOST_BYTES:
                    break
                sink.write(data)
                await sink.drain()
        except OSError:
            _cut(sink)
            return
        with contextlib.suppress(OSError, RuntimeError):
            if sink.can_write_eof():
                sink.write_eof()


def _url(server: asyncio.Server) -> str:
    return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def _resolve(host: str, port: int) -> list[str]:
    """The host's addresses. Names under localhost are loopback by standard (RFC 6761), in no resolver's gift."""
    if host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost"):
        return ["127.0.0.1", "::1"]
    loop = asyncio.get_running_loop()
    try:
        found = await asyncio.wait_for(loop.getaddrinfo(host, port, type=socket.SOCK_STREAM), RESOLVE_SECONDS)
    except (OSError, UnicodeError, TimeoutError) as error:
        if not has_network():
            raise _Refused("tool-network", NO_NETWORK) from None
        if isinstance(error, TimeoutError) or getattr(error, "errno", 0) == socket.EAI_AGAIN:
            reason = f"this machine's name server does not say where {host} is: look whether it works at all"
            raise _Refused("tool-network", reason) from None
        raise _Refused("site-dns", f"the host name {host} does not exist") from None
    return [str(info[4][0]) for info in found]


NO_NETWORK = "this machine has no network: connect it, and run the journey again"


def has_network() -> bool:
    """True when this machine knows a way to the internet. Nothing is sent: only its own table of routes is asked."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((address, 9))
            return True
    return False


def _cut(writer: asyncio.StreamWriter) -> None:
    """End a connection by force: the other side hears of a reset, not of an end that looks like any other."""
    with contextlib.suppress(OSError):
        at_once = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    writer.transport.abort()


def _origin_form(method: str, path: str, query: str, rest: bytes) -> bytes:
    """The request as the site expects it, one to a connection: the browser opens another for the next."""
    target = (path or "/") + (f"?{query}" if query else "")
    kept = [
        line
        for line in rest.split(b"\r\n")
        if line and line.partition(b":")[0].strip().lower() not in (b"connection", b"proxy-connection")
    ]
    start = f"{method} {target} HTTP/1.1".encode("latin-1")
    return b"\r\n".join([start, *kept, b"Connection: close", b"", b""])


def _body_length(rest: bytes) -> float:
    """How many bytes follow a request's head; without an end when it does not say (chunked)."""
    headers = dict(line.lower().split(b":", 1) for line in rest.split(b"\r\n") if b":" in line)
    if b"transfer-encoding" in headers:
        return math.inf
    return int(headers.get(b"content-length", 0))


async def _first(*calls: Coroutine[Any, Any, None]) -> None:
    """Wait for one of the calls to end; the others are given up."""
    tasks = [asyncio.ensure_future(call) for call in calls]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
