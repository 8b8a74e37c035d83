"""The text of a mail can be read without zooming."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import WHOLE, drawn_mails
from parcours.facts.message import Message
from parcours.trace import JourneyTrace

# The same figures as for pages (text/legible).
FAILS_BELOW = 0.60
WARNS_BELOW = 0.80


def _read(trace: JourneyTrace) -> tuple[Message, ...]:
    """The mail, where it has text; one that is too wide is small as a whole, which is another rule's."""
    return tuple(mail for mail in drawn_mails(trace) if mail.legible >= 0 and mail.shrunk >= WHOLE)


@journey_check(
    "entry/email-legible",
    title="The mail's text can be read without zooming",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=_read,
    advice=Advice(
        do="Set the mail's text to 16 px, and nothing that matters below 12 px.",
        snippet='<td style="font-size: 16px; line-height: 1.5">',
        links=("https://developer.chrome.com/docs/lighthouse/seo/font-size",),
    ),
    passes='<p style="font-size: 16px">Your parcel is on its way.</p>',
    fails='<p style="font-size: 10px">Your parcel is on its way.</p>',
)
def email_legible(mail: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """A mail is read in passing, one-handed: what is smaller than 12 px is not read but deleted."""
    if mail.legible >= WARNS_BELOW:
        return
    severity = Severity.MAJOR if mail.legible < FAILS_BELOW else Severity.MINOR
    much = f"Only {int(mail.legible * 100)}%" if mail.legible else "None"
    yield Problem(f"{much} of the mail's text is at least 12 px high as the phone shows it", "small", severity)
