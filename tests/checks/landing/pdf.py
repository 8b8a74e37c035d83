from __future__ import annotations

from journeys import led
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start, StepTrace

MENU = "https://inn.example/menu.pdf"


def stopped(code: str) -> JourneyTrace:
    step = StepTrace("start", "qr", "", ended="blocked", code=code, reason="so the browser says")
    return JourneyTrace(start=Start("qr", MENU), steps=(step,))


EXAMPLES = (
    silent("a journey that never began", JourneyTrace()),
    silent("a site that is down", stopped("site-refused")),
    silent("another download", stopped("page-download")),
    passes("a page", led("https://inn.example/menu")),
    passes("a page whose address only ends so", led(MENU)),
    fails("a sheet of paper", stopped("page-pdf"), {""}),
)
