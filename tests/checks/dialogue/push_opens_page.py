from parcours.facts.model import AppLinks, PageSnapshot, WellKnown
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

SHOWS = "self.addEventListener('push', (e) => e.waitUntil(self.registration.showNotification('news')));\n"


def click(body: str) -> str:
    return f"{SHOWS}self.addEventListener('notificationclick', (event) => {{ event.notification.close(); {body} }});"


def journey(*texts: str | None, status: int = 200) -> JourneyTrace:
    """One page for each text of a worker; None is a page without one."""
    files = [
        None if text is None else WellKnown(f"https://shop.example/sw{n}.js", status, "", text)
        for n, text in enumerate(texts)
    ]
    return JourneyTrace(pages=tuple(PageSnapshot(app=AppLinks(worker=file)) for file in files))


EXAMPLES = (
    silent("a journey without pages", journey()),
    silent("pages without a worker", journey(None, None)),
    silent("a worker that keeps pages for when there is no net", journey("self.addEventListener('fetch', keep);")),
    silent("a worker that is gone", journey(SHOWS, status=404)),
    silent("a maker's worker shows and opens", journey(SHOWS + "importScripts('https://cdn.onesignal.com/sdks/sw.js');")),
    silent("a worker too long to be read to its end", journey(SHOWS + "x" * 128 * 1024)),
    passes("the message's own address", journey(click("clients.openWindow(event.notification.data.url);"))),
    passes("an address that is put together", journey(click("clients.openWindow(`/case/${event.notification.tag}`);"))),
    passes("a page of its own", journey(click("clients.openWindow('/messages');"))),
    passes("the home page only where there is no address", journey(click("clients.openWindow('/'); clients.openWindow(data.url);"))),
    passes("a window that is open already", journey(click("client.focus(); client.postMessage(data);"))),
    passes("a window that is led on", journey(click("client.navigate(data.url);"))),
    passes("the old way", journey(f"{SHOWS}self.onnotificationclick = (e) => clients.openWindow(e.notification.data);")),
    fails("nobody listens for the tap", journey(SHOWS), {"no-click"}),
    fails("a listener that is only a comment", journey(f"{SHOWS}/* addEventListener('notificationclick', open) */"), {"no-click"}),
    fails("the message is only put away", journey(click("")), {"opens-nothing"}),
    fails("always the home page", journey(click("clients.openWindow('/');")), {"home"}),
    fails("always the home page, by its whole address", journey(click("clients.openWindow('https://shop.example');")), {"home"}),
    fails("one worker of two", journey(click("clients.openWindow(data.url);"), SHOWS), {"no-click"}),
)  # fmt: skip
