"""The way to a page, hop by hop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parcours.facts.model import Hop, PageSnapshot
from parcours.facts.urls import classify, is_trustworthy_http

# A page may load itself again once or twice, for a cookie or a new version; beyond that the visitor is caught.
CAUGHT = 3
BY_ITSELF = ("http", "meta", "script")


def after_customer(navigation: Sequence[Hop]) -> Sequence[Hop]:
    """The hops that follow the customer's last own act, the act's own address first: a tapped link is no redirect."""
    acts = [index for index, hop in enumerate(navigation) if hop.how not in BY_ITSELF]
    return navigation[acts[-1] :] if acts else navigation


class Wait(NamedTuple):
    """Milliseconds: `before` until the page's own navigation began, `seen` from there to its largest paint."""

    before: float
    seen: float
    hops: int

    @property
    def ms(self) -> float:
        """The whole wait, as far as it is known: what pages did before they sent the visitor on is not."""
        return self.before + self.seen


def landing_wait(page: PageSnapshot) -> Wait | None:
    """How long the customer waited for the page's largest paint; None when the engine does not tell."""
    vitals = page.main.vitals
    if vitals is None or max(vitals.lcp, vitals.fcp) < 0 or page.status >= 400:
        return None
    way = after_customer(page.navigation)
    # The paint is counted from the last navigation's start, the redirects of that navigation included.
    begun = max((index for index, hop in enumerate(way) if hop.how != "http"), default=0)
    before = sum(max(hop.ms, 0) for hop in way[:begun])
    return Wait(before, max(vitals.lcp, vitals.fcp), len(way) - 1)


def in_the_clear(url: str, base: str = "") -> bool:
    """True for an address that is asked for without encryption, across a network. `base` makes a link absolute."""
    link = classify(url, base)
    return link.scheme == "http" and not is_trustworthy_http(f"http://{link.host}/")


def loops(navigation: Sequence[Hop]) -> tuple[str, int] | None:
    """The address that pages by themselves led to most often, and how often; None while that may be meant."""
    seen = Counter(hop.url.partition("#")[0] for hop in navigation[1:] if hop.how in ("meta", "script"))
    url, count = seen.most_common(1)[0] if seen else ("", 0)
    return (url, count) if count >= CAUGHT else None
