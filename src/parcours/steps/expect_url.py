"""The page has the address that was promised."""

from __future__ import annotations

import time
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Step, Walk

POLL = 0.1  # seconds


class ExpectUrl(BaseModel):
    """Which address."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(min_length=1, description="An address, or a path; `*` stands for anything.")
    within: Seconds = Field(default=5.0, description="How long the page may take to come there.")


def matches(pattern: str, url: str) -> bool:
    """True when the address fits. A pattern that begins with / is held against path and query only.

    A pattern without a query fits any query.
    """
    parts = urlsplit(url)
    whole = url.partition("#")[0]
    if pattern.startswith("/"):
        whole = parts.path + (f"?{parts.query}" if parts.query else "")
    if "?" not in pattern:
        whole = whole.partition("?")[0]
    # fnmatch gives brackets a meaning that addresses do not have.
    return fnmatchcase(whole, pattern.replace("[", "[[]").replace("?", "[?]"))


async def expect_url(args: ExpectUrl, walk: Walk) -> None:
    """Blocked when the page is elsewhere, and no script sends it there in time."""
    ends = time.monotonic() + args.within
    while not matches(args.url, walk.url):
        if time.monotonic() < ends:
            await walk.pause(POLL)
            continue
        raise Blocked("wrong-url", f"the page is {walk.url}, not {args.url}")


EXPECT_URL = Step("expect-url", "The page has this address.", ExpectUrl, "url", "expect-url: /contact", expect_url)
