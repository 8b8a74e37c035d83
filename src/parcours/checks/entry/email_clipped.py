"""A mail is shown to its end."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import page_mails
from parcours.facts.message import Message
from parcours.trace import JourneyTrace

SHOWN = 102 * 1024  # bytes of HTML after which Gmail cuts, as senders have measured it


@journey_check(
    "entry/email-clipped",
    title="The mail is short enough to be shown to its end",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=page_mails,
    advice=Advice(
        do="Bring the mail's HTML below 102 kB: drop unused styles, comments and blanks, or send less.",
        links=("https://www.spamresource.com/2022/01/what-is-gmail-clipping-and-what-to-do.html",),
    ),
    passes="A mail of 40 kB of HTML, its pictures not counted.",
    fails="A mail of 140 kB of HTML.",
)
def email_clipped(mail: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """Gmail cuts a long mail off and shows a small link to the rest: the last offers, and the way out, go unseen."""
    if mail.bytes > SHOWN:
        yield Problem(f"The mail has {mail.bytes / 1024:.0f} kB of HTML: Gmail shows the first 102 kB", "long")
