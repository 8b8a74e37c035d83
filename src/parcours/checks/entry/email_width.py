"""A mail fits a phone's screen."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import WHOLE, drawn_mails
from parcours.facts.message import Message
from parcours.trace import JourneyTrace

HALF = 0.7  # 14 px are less than 10 then


@journey_check(
    "entry/email-width",
    title="The mail fits the screen",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=drawn_mails,
    advice=Advice(
        do="Give no table and no picture a fixed width above 320 px; let them take the screen's.",
        snippet='<table width="100%" style="max-width: 600px"> <img style="width: 100%; height: auto">',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/reflow.html",),
    ),
    passes='<table width="100%" style="max-width: 600px">...',
    fails='<table width="700">...',
)
def email_width(mail: Message, trace: JourneyTrace) -> Iterator[Problem]:
    """A mail made for a desk is shown as a miniature: nobody pinches and drags a mail to find its offer."""
    if mail.shrunk >= WHOLE:
        return
    wide = round(trace.device.width / mail.shrunk, -1)
    much = f"{mail.legible:.0%}" if mail.legible else "none"
    read = f", and {much} of its text is at least 12 px high then" if mail.legible >= 0 else ""
    said = f"The mail is about {wide:.0f} px wide: a phone shows it at {mail.shrunk:.0%} of its size{read}"
    yield Problem(said, "wide", Severity.MAJOR if mail.shrunk < HALF else None)
