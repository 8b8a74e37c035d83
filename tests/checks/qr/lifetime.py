from datetime import UTC, datetime, timedelta

from parcours.facts.artwork import Artwork, Code
from parcours.facts.model import Certificate, Hop, PageSnapshot
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
OWN = "https://shop.example/spring"


def walk(until: str, *urls: str, left: float = 90, lives: float = 365, **more: object) -> JourneyTrace:
    """A walk from a code over these addresses, the first one the code's; the certificate is good for `left` days."""
    ends = NOW + timedelta(days=left)
    page = PageSnapshot(
        url=urls[-1],
        navigation=tuple(Hop(url, 200) for url in urls),
        certificate=Certificate(
            "TLS 1.3", "shop.example", "CA", (ends - timedelta(days=lives)).timestamp(), ends.timestamp()
        ),
        taken_at=NOW.isoformat(timespec="seconds"),
    )
    art = Artwork("letter.pdf", codes=(Code(urls[0]),), valid_until=until)
    return JourneyTrace(start=Start("qr", artwork=art, **more), pages=(page,))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url=OWN))),
    silent("nobody said how long the print is valid", walk("", "https://bit.ly/x", OWN)),
    passes("a host of the brand's own", walk("2026-04-30", OWN)),
    passes("the certificate ends on the last day", walk("2026-06-07", OWN)),
    passes("it renews itself every three months", walk("2027-01-31", OWN, lives=90)),
    passes("at the longest that machines renew", walk("2027-01-31", OWN, lives=100)),
    passes("what runs out in three weeks is another rule's", walk("2027-01-31", OWN, left=21)),
    passes(
        "the walk met no certificate",
        JourneyTrace(start=Start("qr", artwork=Artwork("l.pdf", codes=(Code(OWN),), valid_until="2027-01-31"))),
    ),
    fails("it ends the day before the last one", walk("2026-06-08", OWN), {"certificate"}),
    fails("one that somebody must renew", walk("2027-01-31", OWN, lives=101), {"certificate"}),
    fails("in three weeks and a day", walk("2027-01-31", OWN, left=22), {"certificate"}),
    fails("a public shortener in the code", walk("2026-04-30", "https://bit.ly/x", OWN), {"borrowed-bit.ly"}),
    fails("a maker of codes on the way", walk("2026-04-30", OWN, "https://qrco.de/x", OWN), {"borrowed-qrco.de"}),
    fails(
        "whoever declares it borrows it all the same",
        walk("2026-04-30", "https://bit.ly/x", OWN, hosts=("bit.ly", "shop.example")),
        {"borrowed-bit.ly"},
    ),
    fails(
        "both",
        walk("2027-01-31", "https://bit.ly/x", OWN),
        {"borrowed-bit.ly", "certificate"},
    ),
    fails(
        "a shortener that was never walked",
        JourneyTrace(
            start=Start("qr", artwork=Artwork("l.pdf", codes=(Code("https://bit.ly/x"),), valid_until="2027-01-31"))
        ),
        {"borrowed-bit.ly"},
    ),
)
