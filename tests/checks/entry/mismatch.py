from messages import mailed, tagged, texted
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

AGREED = "https://shop.example/spring?src=sms"


def sms(url: str, expect: str = AGREED) -> JourneyTrace:
    return texted(f"Spring: {url}", expect=expect)


EXAMPLES = (
    silent(
        "a plain link was agreed on by being written",
        JourneyTrace(start=Start(url="https://a.example/", expect_url=AGREED)),
    ),
    silent("nothing was agreed on", texted("https://shop.example/autumn")),
    silent("no link can be tapped", texted("Call us", expect=AGREED)),
    passes("the same letters", sms(AGREED)),
    passes("scheme and host in capitals", sms("HTTPS://SHOP.example/spring?src=sms")),
    passes("the default port", sms("https://shop.example:443/spring?src=sms")),
    passes("no path and the root", sms("https://shop.example", "https://shop.example/")),
    passes("anything where the scenario says so", sms("https://shop.example/spring?src=sms&c=77", f"{AGREED}&c=*")),
    passes(
        "a tracker that hides it",
        mailed('<a href="https://t.example/?url=https%3A%2F%2Fshop.example%2Fspring%3Fsrc%3Dsms">A</a>', expect=AGREED),
    ),
    passes(
        "a redirect that leads there",
        mailed('<a href="https://t.example/x">A</a>', "https://t.example/x", AGREED, expect=AGREED),
    ),
    fails("last year's path", sms("https://shop.example/autumn?src=sms"), {"address"}),
    fails("another host", sms("https://shop.test/spring?src=sms"), {"address"}),
    fails("a parameter is missing", sms("https://shop.example/spring"), {"query"}),
    fails("no scheme, which phones take for http", sms("shop.example/spring?src=sms"), {"address"}),
    fails("a question mark is no wildcard", sms("https://shop.example/springXsrc=sms"), {"address"}),
    fails("a tag", tagged(url="https://shop.example/old", expect=AGREED), {"address"}),
    fails(
        "a redirect that leads elsewhere",
        mailed('<a href="https://t.example/x">A</a>', "https://t.example/x", "https://shop.example/", expect=AGREED),
        {"address"},
    ),
)
