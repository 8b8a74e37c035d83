"""A link that could open the app does so from the mail, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import message
from parcours.facts.association import Outcome, apple_targets, decide
from parcours.facts.model import WellKnown
from parcours.facts.trackers import tracker
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace


class Wrapped(NamedTuple):
    """A mail's link that another host answers first: whose, and which app its end would have opened."""

    address: str
    host: str
    end: str
    app: str
    file: WellKnown


def _wrapped(trace: JourneyTrace) -> Iterable[Wrapped]:
    mail, page = message(trace, "email"), trace.landing
    link = mail.tapped if mail else None
    if link is None or page is None or page.status >= 400:
        return
    file, host = page.app.entry_aasa, place_of(link.href).host
    answer = decide(apple_targets(page.app.aasa), page.url)
    asked = file is not None and place_of(file.url).host == host and host != place_of(page.url).host
    if file and asked and answer.outcome is Outcome.OPENS:
        yield Wrapped(link.address, host, place_of(page.url).host, answer.apps[0], file)


@journey_check(
    "entry/email-app-link",
    title="A mail's link opens the app where its page could",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_wrapped,
    platforms=("ios",),
    needs=("wellknown",),
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Have your mail service serve the association file on the host that counts the clicks, or leave links to "
        "the app uncounted.",
        links=(
            "https://developer.apple.com/documentation/xcode/supporting-associated-domains",
            "https://www.twilio.com/docs/sendgrid/ui/sending-email/universal-links",
        ),
    ),
    passes="https://clicks.shop.example/x → https://shop.example/offer, and both hosts name the app.",
    fails="https://u1.ct.sendgrid.net/x → https://shop.example/offer, where only shop.example names the app.",
)
def email_app_link(wrapped: Wrapped, _trace: JourneyTrace) -> Iterator[Problem]:
    """A customer who has the app taps the mail and lands in the browser, signed out: the click was counted first."""
    if apple_targets(wrapped.file):
        return  # whether its rules fit the address is links/aasa-match's
    service = tracker(f"https://{wrapped.host}/")
    named = f"{wrapped.host} ({service})" if service else wrapped.host
    said = f"The link goes through {named}, which names no app: {wrapped.app} opens for links to {wrapped.end} only"
    status = str(wrapped.file.status) if wrapped.file.status else "no answer"
    yield Problem(said, "no-association", evidence=f"{wrapped.file.url}: {status}")
