"""Fetch what a site says of its own pages: sitemaps, sitemap indexes, robots.txt. Politely, and within the site."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from urllib.robotparser import RobotFileParser

from parcours import __version__
from parcours.errors import UsageError
from parcours.facts.sitemap import named_by_robots, read_sitemap

AGENT = f"parcours/{__version__}"
SECONDS = 15.0
MOST_BYTES = 50 * 1024 * 1024  # of one file, uncompressed, says the protocol
MOST_FILES = 50
MOST_PAGES = 200_000


class Named(NamedTuple):
    """The pages that a site names. `elsewhere` lie on other hosts and `unwanted` are those that robots.txt asks
    robots to leave alone: neither is among `pages`. `more` is True where there are more files than were read.
    """

    pages: tuple[str, ...]
    elsewhere: int = 0
    unwanted: int = 0
    more: bool = False


def pages_of(url: str) -> Named:
    """The pages that a sitemap names, those of the sitemaps in it too; of a site, those of the sitemaps that it names.

    Raises UsageError when there is none to be had.
    """
    host = urlsplit(url).netloc
    robots = _text(urljoin(url, "/robots.txt"), host) or ""
    waiting = [url] if _is_a_file(url) else [*named_by_robots(robots), urljoin(url, "/sitemap.xml")][:MOST_FILES]
    seen: set[str] = set()
    pages: dict[str, None] = {}
    answered = False
    while waiting and len(seen) < MOST_FILES and len(pages) < MOST_PAGES:
        file = waiting.pop(0)
        if file in seen or not _within(file, host):
            continue
        seen.add(file)
        if (text := _text(file, host)) is None:
            continue
        answered = True
        found = read_sitemap(text)
        pages.update(dict.fromkeys(found.pages))
        waiting.extend(found.maps)
    if not answered:
        raise UsageError(
            f"no sitemap is to be had at {url}", tip="give the sitemap's own address, or a list: --urls FILE"
        )
    return _sifted(pages, host, robots, more=bool(waiting))


def _sifted(pages: Iterable[str], host: str, robots: str, *, more: bool) -> Named:
    rules = RobotFileParser()
    rules.parse(robots.splitlines())
    here = [page for page in pages if _within(page, host)]
    wanted = [page for page in here if rules.can_fetch(AGENT, page)]
    return Named(tuple(wanted), len(list(pages)) - len(here), len(here) - len(wanted), more)


def _is_a_file(url: str) -> bool:
    return urlsplit(url).path.lower().endswith((".xml", ".xml.gz", ".txt", ".gz")) or "sitemap" in url.lower()


def _within(url: str, host: str) -> bool:
    """True for an address of the same site: a sitemap may name no other, nor lead into its reader's network."""
    try:
        parts = urlsplit(url)
        bare = parts.netloc.removeprefix("www.")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bare == host.removeprefix("www.")


class _AtHome(HTTPRedirectHandler):
    """Follows redirects within the site alone."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return super().redirect_request(req, fp, code, msg, headers, newurl) if _within(newurl, self._host) else None


def _text(url: str, host: str) -> str | None:
    """The text at an address, unpacked; None when there is none."""
    asked = Request(url, headers={"User-Agent": AGENT, "Accept": "application/xml, text/xml, text/plain, */*"})  # noqa: S310
    try:
        with build_opener(_AtHome(host)).open(asked, timeout=SECONDS) as answer:
            data: bytes = answer.read(MOST_BYTES + 1)
    except (HTTPError, URLError, OSError, ValueError):
        return None
    if data.startswith(b"\x1f\x8b"):
        try:
            data = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MOST_BYTES)
        except (OSError, EOFError, zlib.error):
            return None
    return data[:MOST_BYTES].decode("utf-8", "replace")
