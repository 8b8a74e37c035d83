"""Nobody is asked for notifications before they did anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import PageSnapshot

UNASKED = " unasked"
ASKED = {
    "notification": "The page asks for notifications before the customer has done anything",
    "push": "The page subscribes to push messages before the customer has done anything",
}


def asked(page: PageSnapshot) -> Iterable[str]:
    """What was asked for, once each: the worse way where a page asks both with a tap and without."""
    said = {word for frame in page.frames for word in frame.prompts}
    return [word + UNASKED if word + UNASKED in said else word for word in ASKED if {word, word + UNASKED} & said]


@page_check(
    "dialogue/push-on-load",
    title="Notifications are asked for after a tap",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=asked,
    # A page in an iPhone's Safari cannot ask at all: only one on the home screen can.
    platforms=("android",),
    advice=Advice(
        do="Ask for notifications in answer to a tap on something that says what they will be about.",
        snippet='<button onclick="Notification.requestPermission()">Tell me when my parcel is on its way</button>',
        links=(
            "https://developer.chrome.com/docs/lighthouse/best-practices/notification-on-start",
            "https://web.dev/articles/push-notifications-permissions-ux",
        ),
    ),
    passes='<button onclick="Notification.requestPermission()">Tell me when it is on its way</button>',
    fails="<p>Welcome</p><script>Notification.requestPermission()</script>",
)
def push_on_load(word: str, _: PageSnapshot) -> Iterator[Problem]:
    """People refuse what they are asked without a reason, and a browser never lets a page ask them again."""
    if word.endswith(UNASKED):
        name = word.removesuffix(UNASKED)
        yield Problem(ASKED[name], name)
