"""Sitemaps, lists of addresses, and which of a site's pages are of one kind. Pure.

The format is that of https://www.sitemaps.org/protocol.html; what is no XML is read as far as it goes.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

MOST_ADDRESSES = 50_000  # of one file, says the protocol
FEW = 8  # values that stand at one place of a path: with more of them they are names of things, not of kinds

# No XML parser: a sitemap may declare entities that unfold to gigabytes, and nothing but <loc> is wanted.
_ENTRY = re.compile(r"<(url|sitemap)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_LOC = re.compile(r"<loc\b[^>]*>\s*(?:<!\[CDATA\[)?\s*(\S{1,2048}?)\s*(?:\]\]>)?\s*</loc\s*>", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{3,}|^\d+$|^[0-9a-f]{8,}$")


class Sitemap(NamedTuple):
    """The addresses of pages, and those of further sitemaps, in the order of the file."""

    pages: tuple[str, ...] = ()
    maps: tuple[str, ...] = ()


def read_sitemap(text: str) -> Sitemap:
    """What a sitemap or a sitemap index names; plain text with an address a line is one too."""
    found: dict[str, list[str]] = {"url": [], "sitemap": []}
    for kind, inside in _ENTRY.findall(text):
        loc = _LOC.search(inside)
        if loc and len(found[kind.lower()]) < MOST_ADDRESSES:
            found[kind.lower()].append(html.unescape(loc[1]))
    if not _ENTRY.search(text) and "<" not in text:
        found["url"] = [line.strip() for line in text.splitlines()[:MOST_ADDRESSES] if line.strip()]
    return Sitemap(tuple(found["url"]), tuple(found["sitemap"]))


def named_by_robots(text: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names."""
    lines = (line.partition(":") for line in text.splitlines())
    return tuple(value.strip() for name, _, value in lines if name.strip().lower() == "sitemap" and value.strip())


def kinds(urls: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The addresses by the kind of page that they look like, the most frequent kind first.

    A kind is a path in which `*` stands for what differs: numbers, and more than FEW names at one place.
    """
    found: dict[str, list[str]] = {}
    by_depth: dict[tuple[str, int], list[tuple[str, tuple[str, ...]]]] = {}
    for url in dict.fromkeys(urls):
        parts = urlsplit(url)
        path = tuple(part for part in parts.path.split("/") if part)
        by_depth.setdefault((parts.netloc, len(path)), []).append((url, path))
    for entries in by_depth.values():
        for url, kind in _split(entries, 0, ""):
            found.setdefault(kind or "/", []).append(url)
    return {kind: tuple(found[kind]) for kind in sorted(found, key=lambda kind: (-len(found[kind]), kind))}


def _split(entries: Sequence[tuple[str, tuple[str, ...]]], at: int, before: str) -> Iterator[tuple[str, str]]:
    if at == len(entries[0][1]):
        yield from ((url, before) for url, _ in entries)
        return
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for entry in entries:
        part = entry[1][at]
        groups.setdefault("*" if _NUMBERED.search(part) else part, []).append(entry)
    if len(groups) > FEW:
        groups = {"*": [entry for group in groups.values() for entry in group]}
    for part, group in groups.items():
        yield from _split(group, at + 1, f"{before}/{part}")


def sample(found: Mapping[str, Sequence[str]], count: int) -> Mapping[str, tuple[str, ...]]:
    """So many addresses, one of each kind, then a second of each, and so on.

    Which ones of a kind does not change when others are added.
    """
    stable = {kind: sorted(urls, key=_lot) for kind, urls in found.items()}
    chosen: dict[str, list[str]] = {}
    for turn in range(max(map(len, stable.values()), default=0)):
        for kind, urls in stable.items():
            if turn < len(urls) and count > 0:
                chosen.setdefault(kind, []).append(urls[turn])
                count -= 1
    return {kind: tuple(urls) for kind, urls in chosen.items()}


def _lot(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()
