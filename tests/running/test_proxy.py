from __future__ import annotations

import asyncio
import contextlib
import urllib.error
import urllib.request
from collections.abc import Callable, Coroutine

import pytest

from parcours.browser.apart import run_to_end
from parcours.running.proxy import Policy, Proxy, is_public
from servers import Answer, Site, serving


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_private_addresses_are_known_in_every_notation(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


def ask(policy: Policy, url: str, look: Callable[[Proxy], object] = lambda proxy: None) -> tuple[str, object]:
    """What a client gets through a proxy with that policy, and what the proxy then says."""

    async def whole() -> tuple[str, object]:
        async with Proxy() as proxy:
            proxy.begin(policy)
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": proxy.url}))

            def get() -> str:
                try:
                    return str(opener.open(url, timeout=10).read().decode())
                except (urllib.error.URLError, OSError) as error:
                    return type(error).__name__

            return await asyncio.to_thread(get), look(proxy)

    return run_to_end(whole())


@pytest.fixture
def site():
    with serving({"/": "good", "/moved": Answer("", 302, {"Location": "http://localhost:1/"})}) as site:
        yield site


def test_a_declared_private_host_is_reached(site: Site) -> None:
    assert ask(Policy(frozenset({f"127.0.0.1:{site.port}"})), f"{site.url}/")[0] == "good"


def test_everything_is_reached_when_private_places_are_allowed(site: Site) -> None:
    assert ask(Policy(allow_private=True), f"{site.url}/")[0] == "good"


def test_an_undeclared_private_host_is_refused_and_never_asked(site: Site) -> None:
    _, (code, why) = ask(Policy(), f"{site.url}/", lambda proxy: proxy.reason(f"{site.url}/"))
    assert (code, site.asked) == ("blocked-private", [])
    assert "allow-private" in why


def test_a_declaration_of_one_port_opens_no_other(site: Site) -> None:
    policy = Policy(frozenset({"127.0.0.1:1"}))
    assert ask(policy, f"{site.url}/", lambda proxy: proxy.reason(site.url))[1][0] == "blocked-private"


def test_a_name_under_localhost_is_loopback_without_a_resolver(site: Site) -> None:
    url = f"http://shop.localhost:{site.port}/"
    assert ask(Policy(frozenset({f"shop.localhost:{site.port}"})), url)[0] == "good"
    assert ask(Policy(), url, lambda proxy: proxy.reason(url))[1][0] == "blocked-private"


def test_a_site_that_is_served_elsewhere_is_found_there(site: Site) -> None:
    policy = Policy(sites={"shop.example": ("127.0.0.1", site.port)})
    assert ask(policy, "http://shop.example/")[0] == "good"


def test_a_name_that_does_not_exist_is_said_to() -> None:
    url = "http://nowhere.invalid/"
    assert ask(Policy(), url, lambda proxy: proxy.reason(url))[1][0] == "site-dns"


def test_a_port_where_nothing_listens_is_said_to(site: Site) -> None:
    url = "http://localhost:1/"
    assert ask(Policy(allow_private=True), url, lambda proxy: proxy.reason(url))[1][0] == "site-refused"


def test_a_browsers_own_errands_are_not_run() -> None:
    url = "http://update.googleapis.com/service"
    assert ask(Policy(allow_private=True), url, lambda proxy: proxy.reason(url))[1][0] == "blocked-browser"


def test_it_counts_the_bytes_of_a_journey(site: Site) -> None:
    policy = Policy(frozenset({f"127.0.0.1:{site.port}"}))
    assert ask(policy, f"{site.url}/", lambda proxy: proxy.bytes > len("good"))[1] is True


Served = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[object, object, None]]


def talk(serve: Served, policy: Policy, *requests: str, address: str = "127.0.0.1") -> tuple[bytes, Proxy]:
    """All that a raw client gets for its requests, each sent when the one before was answered; PORT is the site's."""

    async def whole() -> tuple[bytes, Proxy]:
        site = await asyncio.start_server(serve, address, 0)
        port = str(site.sockets[0].getsockname()[1])
        declared = frozenset(each.replace("PORT", port) for each in policy.declared)
        async with Proxy() as proxy:
            proxy.begin(Policy(declared, policy.allow_private))
            reader, writer = await asyncio.open_connection("127.0.0.1", int(proxy.url.rpartition(":")[2]))
            got = b""
            for request in requests:
                writer.write(request.replace("PORT", port).encode())
                got += await reader.read(1000)
            writer.close()
            site.close()
            return got, proxy

    return run_to_end(whole())


def get(host: str, path: str = "/") -> str:
    return f"GET http://{host}:PORT{path} HTTP/1.1\r\nHost: {host}:PORT\r\n\r\n"


async def keeps_open(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A site that answers with the line it was asked, and never closes a connection by itself."""
    with contextlib.suppress(asyncio.IncompleteReadError, OSError):
        while head := await reader.readuntil(b"\r\n\r\n"):
            line = head.partition(b"\r\n")[0]
            body = await reader.readexactly(5) if b"Content-Length: 5" in head else b""
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(line + body), line + body))
    writer.close()


def test_every_address_of_a_name_is_tried() -> None:
    got, _ = talk(keeps_open, Policy(allow_private=True), get("localhost"), address="::1")
    assert got.endswith(b"GET / HTTP/1.1")


@pytest.mark.parametrize("declared", ["[::1]", "[::1]:PORT"])
def test_a_declared_ipv6_address_is_reached(declared: str) -> None:
    got, _ = talk(keeps_open, Policy(frozenset({declared})), get("[::1]"), address="::1")
    assert got.endswith(b"GET / HTTP/1.1")


def test_a_declared_host_may_be_written_in_capitals() -> None:
    policy = Policy(frozenset({"Shop.Localhost:PORT"}))
    assert talk(keeps_open, policy, get("shop.localhost"))[0].endswith(b"GET / HTTP/1.1")


def test_a_second_request_on_a_connection_never_reaches_the_site_as_a_proxys() -> None:
    got, _ = talk(keeps_open, Policy(allow_private=True), get("127.0.0.1"), get("127.0.0.1", "/second"))
    assert got.endswith(b"GET / HTTP/1.1"), "the connection is closed, and the browser asks again on a new one"


def test_the_body_of_a_request_arrives_whole() -> None:
    post = "POST http://127.0.0.1:PORT/form HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
    got, _ = talk(keeps_open, Policy(allow_private=True), post)
    assert got.endswith(b"POST /form HTTP/1.1hello")


def test_one_ports_failure_is_not_told_of_another(site: Site) -> None:
    def look(proxy: Proxy) -> tuple[str, str]:
        return proxy.reason("http://127.0.0.1:1/")[0], proxy.reason(site.url)[0]

    assert ask(Policy(allow_private=True), "http://127.0.0.1:1/", look)[1] == ("site-refused", "")


def test_a_journey_with_too_much_traffic_is_told_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcours.running.proxy.MOST_BYTES", -1)
    url = f"{site.url}/"
    assert ask(Policy(allow_private=True), url, lambda proxy: proxy.reason(url)[0])[1] == "blocked-bytes"


def test_what_is_looked_at_beside_the_page_is_counted_apart(site: Site) -> None:
    async def whole() -> list[tuple[int, int]]:
        counts = []
        async with Proxy() as proxy:
            proxy.begin(Policy(allow_private=True))
            for way in (proxy.url, proxy.url_aside):
                opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": way}))
                await asyncio.to_thread(lambda opener=opener: opener.open(f"{site.url}/", timeout=10).read())
                counts.append((proxy.bytes - proxy.aside, proxy.aside))
        return counts

    (pages, none), (still, aside) = run_to_end(whole())
    assert (none, still) == (0, pages)
    assert aside == pages > len("good")
