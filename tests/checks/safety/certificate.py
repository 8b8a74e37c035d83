from datetime import UTC, datetime, timedelta

from journeys import led
from parcours.facts.model import Certificate
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)


def left(days: float, life: float = 90) -> JourneyTrace:
    until = NOW + timedelta(days=days)
    found = Certificate("TLS 1.3", "shop.example", "R11", (until - timedelta(days=life)).timestamp(), until.timestamp())
    return led("https://shop.example/", certificate=found, taken_at=NOW.isoformat())


EXAMPLES = (
    silent("a journey without a page", JourneyTrace()),
    silent("a page without a certificate", led("http://shop.example/")),
    passes("two months", left(60)),
    passes("at the border", left(21)),
    passes("one that lives for six days, as it should be", left(3, life=6)),
    passes("one that lives for 47 days", left(16, life=47)),
    fails("past the border", left(20.9), {""}),
    fails("a week", left(6), {""}),
    fails("today", left(0), {""}),
    fails("one that lives for six days and was not renewed", left(1.9, life=6), {""}),
)
