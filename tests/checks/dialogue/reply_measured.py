from __future__ import annotations

from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Promises, Reply, StepTrace


def replied(seconds: float, channel: str = "message", promised: float | None = None) -> JourneyTrace:
    step = StepTrace("r", "expect-reply", "expect-reply", reply=Reply(round(seconds * 1000), channel))
    return JourneyTrace(steps=(step,), promises=Promises(reply=promised))


def in_vain(code: str = "no-reply") -> JourneyTrace:
    reason = "only an automatic acknowledgement came within 60 s: no human replied"
    return JourneyTrace(
        steps=(StepTrace("r", "expect-reply", "expect-reply", ended="blocked", code=code, reason=reason),)
    )


EXAMPLES = (
    silent("nobody was asked", JourneyTrace(steps=(StepTrace("s", "see", "see"),))),
    silent("nothing was sent", in_vain("nothing-sent")),
    passes("at once", replied(2)),
    passes("five minutes for a message", replied(300)),
    passes("a minute in a chat", replied(60, "chat")),
    passes("as promised, however long that is", replied(1200, promised=1200)),
    fails("a little over five minutes", replied(301), {"middling"}),
    fails("a little over a minute in a chat", replied(61, "chat"), {"middling"}),
    fails("half an hour and more", replied(1801), {"slow"}),
    fails("three minutes and more in a chat", replied(181, "chat"), {"slow"}),
    fails("later than promised", replied(12, promised=10), {"late"}),
    fails("nobody at all", in_vain(), {"none"}),
)
