"""A mail says what it has to say without its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import mail_links, message
from parcours.facts.message import MessageLink
from parcours.trace import JourneyTrace


def _pictures(trace: JourneyTrace) -> Iterable[MessageLink]:
    return [link for link in mail_links(trace) if link.picture]


@journey_check(
    "entry/email-alt",
    title="Links that are pictures have words for where pictures are off",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_pictures,
    advice=Advice(
        do="Write on each picture that is a link what it leads to, and style that text: it is what many see first.",
        snippet='<a href="..."><img src="..." alt="See the spring boots" style="font: bold 18px sans-serif"></a>',
        links=("https://www.w3.org/WAI/tutorials/images/functional/",),
    ),
    passes='<a href="..."><img src="offer.png" alt="See the spring boots"></a>',
    fails='<a href="..."><img src="offer.png"></a>',
)
def email_alt(link: MessageLink, trace: JourneyTrace) -> Iterator[Problem]:
    """Many mail programs show pictures only when asked to, and screen readers never: there the link is not there."""
    if link.text:
        return
    mail = message(trace, "email")
    chosen = mail is not None and mail.chosen == link.position
    what = "The link that the mail is about" if chosen else f"Link {link.position}"
    said = f"{what} is a picture without a word: where pictures are off, nothing is there to tap"
    yield Problem(said, "call" if chosen else "other", Severity.MAJOR if chosen else None, evidence=link.href[:300])
