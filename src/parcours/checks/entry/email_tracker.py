"""The links of a mail show the brand's own host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import mail_links
from parcours.facts.message import MessageLink
from parcours.facts.trackers import GUARDS, hidden_target, tracker
from parcours.facts.urls import classify
from parcours.trace import JourneyTrace


class Host(NamedTuple):
    """A host that links of a mail lead to, the first of them, and how many there are."""

    address: str
    host: str
    link: MessageLink
    links: int


def _hosts(trace: JourneyTrace) -> Iterable[Host]:
    found: dict[str, list[MessageLink]] = {}
    for link in mail_links(trace):
        kind = classify(link.href)
        if kind.is_web and kind.host:
            found.setdefault(kind.host, []).append(link)
    return [Host(links[0].address, host, links[0], len(links)) for host, links in found.items()]


@journey_check(
    "entry/email-tracker",
    title="A mail's links show the brand's own host",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=_hosts,
    advice=Advice(
        do="Let your mail service count clicks on a host of your own, such as clicks.shop.example.",
        links=("https://www.twilio.com/docs/sendgrid/ui/account-and-settings/how-to-set-up-link-branding",),
    ),
    passes='<a href="https://clicks.shop.example/x">See the boots</a>',
    fails='<a href="https://shop.us1.list-manage.com/track/click?u=1">See the boots</a>',
)
def email_tracker(host: Host, _trace: JourneyTrace) -> Iterator[Problem]:
    """Whoever holds a finger on the link to see where it leads is shown a stranger's host, as in a fraud."""
    service = tracker(f"https://{host.host}/")
    if not service or service in GUARDS:
        return
    many = f"{host.links} links lead" if host.links > 1 else "A link leads"
    target = hidden_target(host.link.href)
    shows = f"{host.link.href[:300]}\nhides {target}" if target else host.link.href[:300]
    yield Problem(f"{many} to {host.host}, a host of {service}'s", host.host, evidence=shows)
