"""Phones that have been here once ask over https ever after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import is_number, is_private
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import classify
from parcours.facts.wording import counted
from parcours.trace import JourneyTrace

NAME = "strict-transport-security"
AGE = re.compile(r"max-age\s*=\s*\"?(\d+)", re.IGNORECASE)
HALF_A_YEAR = 15_552_000  # seconds, the least that scanners of such headers accept


def _encrypted(trace: JourneyTrace) -> Iterable[PageSnapshot]:
    """The first page of each host that is on https and that browsers remember."""
    first: dict[str, PageSnapshot] = {}
    for page in trace.pages:
        link = classify(page.url)
        if link.scheme == "https" and page.status and not is_number(link.host) and not is_private(link.host):
            first.setdefault(link.host, page)
    return first.values()


@journey_check(
    "safety/hsts",
    title="The host tells phones to ask over https ever after",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=_encrypted,
    advice=Advice(
        do="Send the header with every answer of the host, once all of it is on https.",
        snippet="Strict-Transport-Security: max-age=31536000",
        links=("https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security",),
    ),
    passes="Strict-Transport-Security: max-age=31536000",
    fails="Strict-Transport-Security: max-age=0",
)
def hsts(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """Without it, a typed or printed http: address is open to anyone in the same network, every time anew."""
    said = page.headers.get(NAME, "")
    age = AGE.search(said)
    host = classify(page.url).host
    if not said:
        yield Problem(f"{host} sends no Strict-Transport-Security header", "missing")
    elif not age or int(age[1]) < HALF_A_YEAR:
        days = int(age[1]) // 86_400 if age else 0
        yield Problem(f"{host} lets phones remember https for {counted(days, 'day')} only ({said[:80]})", "short")
