from parcours.facts.artwork import Artwork, Code
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

AGREED = "https://shop.example/spring?src=letter&c=1"


def letter(*texts: str, expect: str = AGREED, **more: int) -> JourneyTrace:
    art = Artwork("letter.pdf", codes=tuple(Code(text) for text in texts), **more)
    return JourneyTrace(start=Start("qr", expect_url=expect, artwork=art))


def pair(code: str, expect: str) -> JourneyTrace:
    return letter(code, expect=expect)


CUT = JourneyTrace(
    start=Start(
        "qr",
        expect_url=AGREED,
        artwork=Artwork("l.png", codes=(Code("https://shop", error="part 1 of 2", part=1, parts=2),)),
    )
)

EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://a.example/", expect_url=AGREED))),
    silent("nothing was agreed on", letter("https://other.example/", expect="")),
    silent("nothing was read", letter()),
    silent("a telephone number is another rule's", letter("tel:+33123456789")),
    silent("an address without https:// is another rule's", letter("shop.example/spring?src=letter&c=1")),
    silent("one part of a divided message is another rule's", CUT),
    passes("the same letters", letter(AGREED)),
    passes(
        "scheme and host in capitals, as codes are made smaller", letter("HTTPS://SHOP.EXAMPLE/spring?src=letter&c=1")
    ),
    passes("the default port", letter("https://shop.example:443/spring?src=letter&c=1")),
    passes("no path and the root", pair("https://shop.example", "https://shop.example/")),
    passes("no path before a query", pair("https://shop.example?a=1", "https://shop.example/?a=1")),
    passes("a letter with an accent in the host", pair("https://café.example/", "https://xn--caf-dma.example/")),
    passes("blanks around it are another rule's", letter(f" {AGREED}\r\n")),
    passes("a space written in two ways", pair("https://a.example/?q=a+b", "https://a.example/?q=a%20b")),
    passes("the same address on both sides", letter(AGREED, AGREED)),
    passes("one of two codes is right, and nobody says which is scanned", letter("https://app.example/", AGREED)),
    passes("the code that is scanned is right", letter("https://app.example/", AGREED, chosen=2)),
    fails(
        "the code that is scanned is wrong",
        letter("https://app.example/x?src=letter&c=1", AGREED, chosen=1),
        {"host", "path"},
    ),
    fails("another host", letter("https://shop.test/spring?src=letter&c=1"), {"host"}),
    fails("with www", letter("https://www.shop.example/spring?src=letter&c=1"), {"host"}),
    fails("last year's path", letter("https://shop.example/autumn?src=letter&c=1"), {"path"}),
    fails("a path in capitals is another path", letter("https://shop.example/SPRING?src=letter&c=1"), {"path"}),
    fails("a slash at the end is another path", letter("https://shop.example/spring/?src=letter&c=1"), {"path"}),
    fails("no TLS", letter("http://shop.example/spring?src=letter&c=1"), {"scheme"}),
    fails("no TLS on its default port", letter("http://shop.example:80/spring?src=letter&c=1"), {"scheme"}),
    fails("a test server's port", letter("https://shop.example:8443/spring?src=letter&c=1"), {"port"}),
    fails("a parameter is missing", letter("https://shop.example/spring?src=letter"), {"query"}),
    fails("a parameter too many", letter(f"{AGREED}&x=1"), {"query"}),
    fails("a parameter has another value", letter("https://shop.example/spring?src=poster&c=1"), {"query"}),
    fails("a parameter is repeated", letter(f"{AGREED}&c=1"), {"query"}),
    fails("an empty value is not the value", letter("https://shop.example/spring?src=&c=1"), {"query"}),
    fails("parameters in another order", letter("https://shop.example/spring?c=1&src=letter"), {"query-order"}),
    fails("another place on the page", letter(f"{AGREED}#top"), {"fragment"}),
    fails(
        "the agreed host as a user name",
        pair("https://shop.example@evil.test/", "https://shop.example/"),
        {"user", "host"},
    ),
    fails(
        "a backslash that hides the host",
        pair("https://evil.test\\@shop.example/", "https://shop.example/"),
        {"host", "path"},
    ),
    fails(
        "everything is different",
        pair("http://a.test:81/x?y=1#z", "https://shop.example/"),
        {"scheme", "host", "port", "path", "query", "fragment"},
    ),
)
