"""Push messages that a page offers can arrive, and are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import PageSnapshot
from parcours.facts.workers import Registration, registered, subscribes_without_key, wants_push, worker

GOOD = """<script>
navigator.serviceWorker.register('/sw.js').then((registration) => {
  subscribe.onclick = () => registration.pushManager.subscribe({userVisibleOnly: true, applicationServerKey: KEY});
});
</script>"""


def offered(page: PageSnapshot) -> Iterable[Registration]:
    """The worker of a page that sends push messages; none on a page that has no worker, or does not speak of push."""
    registration = registered(page)
    if registration is None:
        return ()
    seen = worker(page.app.worker)
    return (registration,) if wants_push(page) or (seen and seen.hears_push) else ()


@page_check(
    "dialogue/push-capable",
    title="Push messages that are offered can arrive",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=offered,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Let the service worker listen for push, show each message, and serve the page that asks for them.",
        snippet="self.addEventListener('push', (event) => {\n"
        "  const {title, body} = event.data.json();\n"
        "  event.waitUntil(self.registration.showNotification(title, {body}));\n});",
        links=(
            "https://developer.mozilla.org/en-US/docs/Web/API/Push_API",
            "https://webkit.org/blog/12945/meet-web-push/",
        ),
    ),
    passes=GOOD,
    fails=GOOD.replace(", applicationServerKey: KEY", ""),
)
def push_capable(registration: Registration, page: PageSnapshot) -> Iterator[Problem]:
    """Customers who said yes to messages wait for news that never comes, and ask by telephone instead."""
    file, seen = page.app.worker, worker(page.app.worker)
    name = registration.url
    if file is not None and file.status != 200:
        said = f"answers {file.status}" if file.status else "does not answer"
        yield Problem(f"The service worker's script {said}, so no message can arrive: {name}", "no-script")
    elif seen and seen.whole and not seen.hears_push:
        yield Problem(f"The service worker does not listen for push messages: {name}", "no-listener")
    elif seen and seen.whole and not seen.shows:
        yield Problem(
            f"The service worker hears push messages and shows none; Safari then ends the subscription: {name}",
            "silent",
        )
    if not registration.covers(page.url):
        yield Problem(f"The service worker serves {registration.scope} only, which this page is not under", "scope")
    if any(subscribes_without_key(text) for text in page.main.scripts):
        yield Problem("The page subscribes without an applicationServerKey, which browsers refuse", "no-key")
