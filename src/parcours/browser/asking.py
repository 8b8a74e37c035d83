"""Ask the web beside the page: through the same proxy, without its cookies, and bounded."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun, bound
from parcours.browser.guard import IDENTITY_HEADER

if TYPE_CHECKING:
    from playwright.async_api import APIRequestContext, Playwright

SECONDS = 4.0
MOST_TEXT = 256 * 1024


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back: `status` 0 when nothing did. Names of headers are in lower case; `text` is cut."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """One who asks, with a memory for cookies of their own."""

    context: APIRequestContext

    async def get(self, url: str, *, body: bool = True) -> Answered:
        """The answer of an address; redirects are not followed."""
        from playwright.async_api import Error

        try:
            answer = await bound("asking", self.context.get(url, max_redirects=0, timeout=SECONDS * 1000), SECONDS + 1)
            text = (await bound("asking", answer.body()))[:MOST_TEXT].decode("utf-8", "replace") if body else ""
            await bound("asking", answer.dispose())
        except (Error, Overrun):
            return Answered()
        return Answered(answer.status, answer.headers, text)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a worker asks. `proxy` is the only way out that it may take."""

    playwright: Playwright
    proxy: str = ""
    identify: str = ""  # what sites are told of who asks

    @asynccontextmanager
    async def visitor(self, agent: str = "", language: str = "") -> AsyncIterator[Visitor]:
        """Someone new, who calls themselves `agent` (a User-Agent header) and reads `language`."""
        from playwright.async_api import Error

        headers = {"Accept-Language": language} if language else {}
        headers |= {IDENTITY_HEADER: self.identify} if self.identify else {}
        made = self.playwright.request.new_context(
            user_agent=agent or None,
            proxy={"server": self.proxy} if self.proxy else None,
            extra_http_headers=headers or None,
        )
        context = await bound("asking", made)
        try:
            yield Visitor(context)
        finally:
            try:
                await bound("asking", context.dispose())
            except (Error, Overrun):
                pass
