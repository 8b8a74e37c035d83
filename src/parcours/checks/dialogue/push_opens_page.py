"""A tap on a message leads to what the message is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.model import WellKnown
from parcours.facts.workers import Worker, worker
from parcours.trace import JourneyTrace


def showing(trace: JourneyTrace) -> Iterable[tuple[WellKnown, Worker]]:
    """The workers that show messages, once each, where their scripts can be read to their ends."""
    files = {page.app.worker.url: page.app.worker for page in trace.pages if page.app.worker}
    seen = [(file, found) for file in files.values() if (found := worker(file))]
    return [(file, found) for file, found in seen if found.hears_push and found.shows and found.whole]


@journey_check(
    "dialogue/push-opens-page",
    title="A tap on a message opens what it is about",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=showing,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Answer notificationclick in the service worker by opening the address that the message carries.",
        snippet="self.addEventListener('notificationclick', (event) => {\n"
        "  event.notification.close();\n"
        "  event.waitUntil(clients.openWindow(event.notification.data.url));\n});",
        links=(
            "https://developer.mozilla.org/en-US/docs/Web/API/ServiceWorkerGlobalScope/notificationclick_event",
            "https://web.dev/articles/push-notifications-common-notification-patterns",
        ),
    ),
    passes="The service worker opens the address that came with the message.",
    fails="The service worker shows messages, and nothing listens for notificationclick.",
)
def push_opens_page(found: tuple[WellKnown, Worker], _: JourneyTrace) -> Iterator[Problem]:
    """“Your adviser has answered”, a tap, and nothing opens: the customer has to find the answer alone."""
    file, seen = found
    if not seen.hears_click:
        yield Problem(f"A tap on a message opens nothing: {file.url} does not listen for notificationclick", "no-click")
    elif not seen.opens:
        yield Problem(f"A tap on a message opens nothing: {file.url} hears it and opens no page", "opens-nothing")
    elif seen.homes and all(_is_home(urljoin(file.url, address)) for address in seen.homes):
        yield Problem(
            f"Every message opens the home page, whatever it is about: {file.url}", "home", severity=Severity.NOTE
        )


def _is_home(url: str) -> bool:
    return urlsplit(url).path in ("", "/", "/index.html")
