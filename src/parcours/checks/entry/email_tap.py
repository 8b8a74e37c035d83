"""The link of a mail that matters fits a thumb."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import WHOLE, drawn_mails
from parcours.facts.message import MessageLink
from parcours.trace import JourneyTrace

THUMB = 44.0  # CSS pixels: Apple's least size, and WCAG 2.5.5
LEAST = 24.0  # WCAG 2.5.8
ROUNDING = 0.5


def _tapped(trace: JourneyTrace) -> tuple[MessageLink, ...]:
    """The link, in a mail that fits: in one that is shown as a miniature all is too small, which is another rule's."""
    return tuple(mail.tapped for mail in drawn_mails(trace) if mail.tapped and mail.shrunk >= WHOLE)


@journey_check(
    "entry/email-tap",
    title="The link that the mail is about can be seen, and fits a thumb",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=_tapped,
    advice=Advice(
        do="Make it a button 44 px high, with its padding on the link itself and not on the cell around it.",
        snippet='<a href="..." style="display: inline-block; padding: 14px 28px; background: #8a3b1c; color: #fff">',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html",),
    ),
    passes='<a href="..." style="display: inline-block; padding: 14px 28px">See the boots</a>',
    fails='<td bgcolor="#c00" style="padding: 14px"><a href="...">See the boots</a></td>',
)
def email_tap(link: MessageLink, trace: JourneyTrace) -> Iterator[Problem]:
    """The whole mail was written for one tap; it should not need a second try, nor end on the link beside it."""
    if link.spot is None:
        yield CannotTell(f"{link.named} was not seen on {trace.device.title}: is it hidden there?", "not-seen")
        return
    size = f"{link.spot.width:.0f} x {link.spot.height:.0f} px"
    high = link.spot.height
    if high < LEAST - ROUNDING:
        yield Problem(f"{link.named} is {size}: a thumb needs 44 px, and 24 at the very least", "tiny")
    elif high < THUMB - ROUNDING:
        yield Problem(f"{link.named} is {size}: a thumb needs 44 px", "small", Severity.NOTE)
