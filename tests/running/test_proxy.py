from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

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

    # In a thread of its own: a sync Playwright elsewhere in this session keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, whole()).result()


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
