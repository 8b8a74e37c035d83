"""A plain text as a phone shows it: which parts it underlines as links, and how many text messages it takes.

The alphabet and the lengths are those of 3GPP TS 23.038 and 23.040: 160 characters of seven bits, or 70 of sixteen as
soon as one character is not in the alphabet; 153 and 67 in each part of a longer text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.facts.message import MessageLink

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")  # each takes two places

# What editors and word processors write, and the alphabet's own letters for it.
PLAIN = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "—": "-", "\u00a0": " ",
    "\u202f": " ", "ç": "c", "ê": "e", "ë": "e", "â": "a", "î": "i", "ï": "i", "ô": "o", "û": "u", "œ": "oe",
    "À": "A", "È": "E", "Ê": "E", "Ô": "O", "Œ": "OE", "á": "a", "í": "i", "ó": "o", "ú": "u", "\t": " ",
}  # fmt: skip

# Endings that phones take for a host's without http before it; two letters are a country's.
ENDINGS = frozenset(
    {
        "com", "net", "org", "info", "biz", "name", "pro", "mobi", "app", "dev", "shop", "store", "online", "site",
        "web", "page", "link", "click", "live", "news", "blog", "bank", "insurance", "money", "finance", "cafe",
        "restaurant", "hotel", "travel", "tours", "agency", "company", "email", "health", "care", "club", "vip", "win",
        "xyz", "top", "art", "design", "studio", "media", "digital", "cloud", "tech", "space", "world", "life", "today",
        "paris", "berlin", "london", "brussels", "bzh", "alsace", "corsica", "eus", "cat", "gal", "edu", "gov",
        "example", "test", "localhost", "invalid"
    }
)  # fmt: skip
NO_COUNTRY = frozenset({"le", "on", "ou", "ok", "oh", "ah", "as", "if", "ne", "te"})
WITH_SCHEME = re.compile(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
BARE = re.compile(
    r"(?<![\w@./-])(?P<host>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?P<end>[a-z]{2,24}))(?::\d{2,5})?"
    r"(?P<path>[/?#][^\s<>\"“”«»]*)?(?![\w@-])",
    re.IGNORECASE,
)
BRACKETS = {")": "(", "]": "[", "}": "{"}
TRAILING = frozenset(".,;:!?'\"’”»…*_")


def links_in(text: str) -> tuple[MessageLink, ...]:
    """The web links that a phone underlines in a text, in order.

    Addresses without http count where their ending is one that phones know. Punctuation behind an address and a
    bracket that was opened before it do not belong to it. Telephone numbers and mail addresses are no web links.
    """
    found = sorted((*_with_scheme(text), *_bare(text)))
    return tuple(
        MessageLink(text[start:end], href, position, start=start, end=end)
        for position, (start, end, href) in enumerate(found, 1)
    )


Span = tuple[int, int, str]


def _with_scheme(text: str) -> Iterator[Span]:
    for match in WITH_SCHEME.finditer(text):
        end = _end(text, match.start(), match.end())
        if not text[match.start() : end].endswith("//"):
            yield match.start(), end, text[match.start() : end]


def _bare(text: str) -> Iterator[Span]:
    taken = [(match.start(), match.end()) for match in WITH_SCHEME.finditer(text)]
    for match in BARE.finditer(text):
        if any(start <= match.start() < end for start, end in taken) or not _is_host(match):
            continue
        end = _end(text, match.start(), match.end())
        yield match.start(), end, f"http://{text[match.start() : end]}"


def _is_host(match: re.Match[str]) -> bool:
    ending = match["end"].lower()
    country = len(ending) == 2 and (ending not in NO_COUNTRY or bool(match["path"]))
    return ending in ENDINGS or country


def _end(text: str, start: int, end: int) -> int:
    while end > start:
        last = text[end - 1]
        opening = BRACKETS.get(last)
        alone = opening is not None and text.count(opening, start, end) < text.count(last, start, end)
        if last not in TRAILING and not alone:
            break
        end -= 1
    return end


class Coding(NamedTuple):
    """How a text travels. `foreign` are the characters that are not in the alphabet, each once, in their order.

    `units` are places of seven bits, or of sixteen where there are foreign ones; `segments` the messages that it
    takes, and `plain` those that it would take with the alphabet's own letters in place of the foreign ones, 0 when
    there are none for them.
    """

    foreign: tuple[str, ...]
    units: int
    segments: int
    plain: int

    @property
    def alphabet(self) -> str:
        """Its name."""
        return "UCS-2" if self.foreign else "GSM-7"


def coding(text: str) -> Coding:
    """How a text travels as an SMS."""
    foreign = tuple(dict.fromkeys(c for c in text if c not in BASIC and c not in EXTENDED))
    if not foreign:
        sizes = [_seven(c) for c in text]
        segments = _segments(sizes, 160, 153)
        return Coding((), sum(sizes), segments, segments)
    sizes = [2 if ord(c) > 0xFFFF else 1 for c in text]
    spelt = "".join(PLAIN.get(c, c) for c in text)
    whole = all(c in BASIC or c in EXTENDED for c in spelt)
    plain = _segments([_seven(c) for c in spelt], 160, 153) if whole else 0
    return Coding(foreign, sum(sizes), _segments(sizes, 70, 67), plain)


def _seven(character: str) -> int:
    return 2 if character in EXTENDED else 1


def _segments(sizes: list[int], alone: int, part: int) -> int:
    """How many messages: one, or parts, none of which ends in the middle of a character."""
    if sum(sizes) <= alone:
        return 1
    count, room = 1, part
    for size in sizes:
        if size > room:
            count, room = count + 1, part
        room -= size
    return count
