"""Where the address of a journey leads others: a computer, the other kind of phone. No page is opened for that.

Only where the site is likely to tell devices apart: it redirects, or says that its answer depends on who asks.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from parcours.browser import devices
from parcours.browser.asking import Answered, Asking, Visitor
from parcours.facts.elsewhere import alike, alternates, own_end, redirected
from parcours.facts.model import Agent, Hop, PageSnapshot, Way

SECONDS = 8.0  # for all of them, side by side
MOST_HOPS = 10
LONGEST = 4000
AGENTS: Mapping[Agent, str] = {"ios": "iphone", "android": "android", "desktop": "Desktop Chrome"}


Memory = dict[tuple[str, str, str], Way]  # by address, device and language


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Asks for one journey, as people do who read `language`. What one journey has learnt `memory` tells the next."""

    asking: Asking
    memory: Memory
    language: str = "en-US"

    async def about(self, page: PageSnapshot) -> PageSnapshot:
        """The first page of a journey with the ways of other devices to theirs."""
        entry = page.navigation[0].url if page.navigation else ""
        asked = page.device.is_phone and entry.startswith(("http://", "https://"))
        if not asked or not _tells_apart(page):
            return page
        own = page.device.platform
        others = [agent for agent in AGENTS if agent != own]
        ways: dict[Agent, Way] = {}
        try:
            async with asyncio.timeout(SECONDS):
                await self._ask(entry, others, ways)
                if any(not alike(way.end.url, own_end(page).url) for way in ways.values()):
                    # Who asks without a browser may be answered otherwise, and some answers are drawn by lot.
                    await self._ask(entry, [own], ways)
        except TimeoutError:
            pass  # what is known by then is told
        return replace(page, elsewhere=tuple(ways[agent] for agent in AGENTS if agent in ways))

    async def _ask(self, entry: str, agents: list[Agent], ways: dict[Agent, Way]) -> None:
        async def ask(agent: Agent) -> None:
            key = entry, agent, self.language
            if (known := self.memory.get(key)) is None:
                called = devices.descriptor(AGENTS[agent])["user_agent"]
                async with self.asking.visitor(called, self.language) as visitor:
                    known = self.memory[key] = await _way(visitor, agent, entry)
            ways[agent] = known

        await asyncio.gather(*map(ask, agents))


def _tells_apart(page: PageSnapshot) -> bool:
    return redirected(page) or "user-agent" in page.headers.get("vary", "").lower() or any(alternates(page))


async def _way(visitor: Visitor, agent: Agent, url: str) -> Way:
    """Hop by hop, as far as it goes; an address of another app ends it."""
    hops: list[Hop] = []
    kept: list[str] = []
    while len(hops) <= MOST_HOPS:
        if urlsplit(url).scheme not in ("http", "https"):
            hops.append(Hop(url[:LONGEST], 0))
            break
        answer = await visitor.get(url, body=False)
        hops.append(Hop(url[:LONGEST], answer.status))
        if _kept_for_all(answer):
            kept.append(url[:LONGEST])
        target = _target(url, answer)
        if not target:
            break
        url = target
    return Way(agent, tuple(hops), tuple(kept))


def _target(url: str, answer: Answered) -> str:
    location = answer.headers.get("location", "") if 300 <= answer.status < 400 else ""
    try:
        return urljoin(url, location) if location else ""
    except ValueError:
        return ""


def _kept_for_all(answer: Answered) -> bool:
    """True when a cache may keep this answer, and give it to every device: RFC 9111, sections 3, 4.1 and 4.2.2."""
    vary = re.split(r"[\s,]+", answer.headers.get("vary", "").lower())
    said = answer.headers.get("cache-control", "").lower()
    if {"*", "user-agent"} & set(vary) or re.search(r"no-store|no-cache|private|max-age=0\b", said):
        return False
    lasting = answer.status in (200, 301, 308)  # kept without being told to; a 302 is not
    return lasting or (300 <= answer.status < 400 and bool(re.search(r"max-age=[1-9]|public", said)))
