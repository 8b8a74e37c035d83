from journeys import led
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start, StepTrace

A, B = "https://shop.example/a", "https://shop.example/b"


def stopped(code: str, id: str = "start") -> JourneyTrace:
    step = StepTrace(id, "link", "", ended="blocked", code=code, reason="so the browser says")
    return JourneyTrace(start=Start(url=A), steps=(step,))


EXAMPLES = (
    silent("a journey that never began", JourneyTrace()),
    passes("a short way", led(A, B)),
    passes("a cookie's way: back to the same address by redirects", led(A, B, A)),
    passes("a page that loads itself again", led(A, A, how="script")),
    passes("a page that loads itself twice", led(A, A, A, how="script")),
    passes("another fault", stopped("site-refused")),
    fails("a page that loads itself three times", led(A, A, A, A, how="script"), {"page"}),
    fails("two pages that refresh to one another", led(A, B, A, B, A, B, A, how="meta"), {"page"}),
    fails("fragments do not count", led(A, f"{A}#1", f"{A}#2", f"{A}#3", how="script"), {"page"}),
    fails("redirects for ever", stopped("redirect-loop"), {"http"}),
    fails("behind a tap", stopped("redirect-loop", "tap-1"), {"http"}),
    fails("to an address that is none", stopped("redirect-invalid"), {"invalid"}),
)
