from messages import mailed, texted
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start


def link(url: str) -> str:
    return f'<a href="{url}">Boots</a>'


MAILCHIMP = "https://shop.us1.list-manage.com/track/click?u="
EXAMPLES = (
    silent("a plain link", JourneyTrace(start=Start(url=MAILCHIMP))),
    silent("a text message", texted(MAILCHIMP)),
    silent("a mail that only calls", mailed(link("tel:+33123456789"))),
    passes("the brand's own host", mailed(link("https://clicks.shop.example/x"))),
    passes("a host that only looks like one", mailed(link("https://list-manage.com.shop.example/x"))),
    passes("the reader's own guard, in a forwarded mail", mailed(link("https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example"))),
    fails("one service", mailed(link(MAILCHIMP + "1") + link(MAILCHIMP + "2")), {"shop.us1.list-manage.com"}),
    fails("two", mailed(link(MAILCHIMP) + link("https://x.mjt.lu/lnk/1"), link="1"), {"shop.us1.list-manage.com", "x.mjt.lu"}),
)  # fmt: skip
