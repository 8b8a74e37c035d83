from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start, StepTrace


def went(code: str = "", *, id: str = "start") -> JourneyTrace:
    step = StepTrace(id, "link", "", ended="blocked" if code else "done", code=code, reason="as the browser says")
    return JourneyTrace(start=Start(url="https://shop.example/"), steps=(step,))


EXAMPLES = (
    silent("a journey that never began", JourneyTrace()),
    silent("a step that was skipped", JourneyTrace(steps=(StepTrace("a", "tap", "", ended="skipped"),))),
    passes("a step that was taken", went()),
    passes("another fault", went("site-refused")),
    passes("another code of the site", went("site-timeout")),
    fails("expired", went("site-tls-expired"), {"expired"}),
    fails("another host's", went("site-tls-name"), {"name"}),
    fails("nobody's", went("site-tls"), {"untrusted"}),
    fails("behind a tap", went("site-tls-expired", id="go-1"), {"expired"}),
)
