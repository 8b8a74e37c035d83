from dataclasses import replace

from messages import tagged, texted
from parcours.facts.model import AppLinks
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

TEXT_FIRST = "91 01 03 54 02 66 72"  # a text record
ADDRESS = "D1 01 03 55 04 61 2F"  # https://a/
THEN_ADDRESS = "51" + ADDRESS[2:]
POSTER = "D1 02 07 53 70 D1 01 03 55 04 61 2F"
ABSOLUTE = "D3 09 00" + b"https://a".hex()
APP = "54 0F 0B" + b"android.com:pkg".hex() + b"com.example".hex()
WITH_APP = "91" + ADDRESS[2:] + APP


def ours(trace: JourneyTrace, package: str) -> JourneyTrace:
    return replace(trace, app=AppLinks(android=package))


EXAMPLES = (
    silent("a text message", texted("https://shop.example/")),
    passes("one address", tagged(url="https://shop.example/tag")),
    passes("one address, on Android", tagged(url="https://shop.example/tag", phone="android")),
    passes("a test on this machine", tagged(url="http://bottines.localhost/tag")),
    passes("an iPhone looks past a text", tagged(TEXT_FIRST + THEN_ADDRESS)),
    passes("Android opens a smart poster", tagged(POSTER, phone="android")),
    passes("an iPhone passes over Android's own record", tagged(WITH_APP)),
    fails("no TLS", tagged(url="http://shop.example/tag"), {"http"}),
    fails("only a text", tagged("D1" + TEXT_FIRST[2:]), {"no-address"}),
    fails("a telephone number", tagged(url="tel:+33123456789"), {"tel"}),
    fails("an address of Android's alone", tagged(url="market://details?id=com.example"), {"play-store"}),
    fails("a path without a host", tagged(url="shop"), {"text"}),
    fails("a dangerous one", tagged(url="javascript:alert(1)"), {"dangerous"}),
    fails("a text before the address, on Android", tagged(TEXT_FIRST + THEN_ADDRESS, phone="android"), {"not-first"}),
    fails("another brand's app", ours(tagged(WITH_APP, phone="android"), "com.mybank"), {"other-app"}),
    reviews("the brand's app", ours(tagged(WITH_APP, phone="android"), "com.example"), {"app"}),
    reviews("an app of which nothing is known", tagged(WITH_APP, phone="android"), {"app"}),
    reviews("an iPhone and a smart poster", tagged(POSTER), {"record-type"}),
    reviews("an iPhone and an absolute address", tagged(ABSOLUTE), {"record-type"}),
)
