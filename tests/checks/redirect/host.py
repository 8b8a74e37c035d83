from parcours.facts.model import Hop, PageSnapshot
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start


def way(hosts: tuple[str, ...], *urls: str) -> JourneyTrace:
    hops = (*(Hop(url, 302) for url in urls[:-1]), Hop(urls[-1], 200))
    return JourneyTrace(start=Start(hosts=hosts), pages=(PageSnapshot(url=urls[-1], navigation=hops),))


EXAMPLES = (
    silent("a scenario that names no host", way((), "https://a.example/", "https://b.example/")),
    passes("every hop on the host", way(("shop.example",), "https://shop.example/a", "https://SHOP.example/b")),
    passes("a host below", way(("*.shop.example", "shop.example"), "https://m.shop.example/", "https://shop.example/")),
    fails("a shortener", way(("shop.example",), "https://sho.rt/x", "https://shop.example/"), {"sho.rt"}),
    fails("a look-alike ending", way(("*.shop.example",), "https://evilshop.example/"), {"evilshop.example"}),
    fails("the bare host is not below itself", way(("*.shop.example",), "https://shop.example/"), {"shop.example"}),
)
