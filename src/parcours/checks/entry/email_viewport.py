"""A mail for narrow screens says so, and can be zoomed."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import page_mails
from parcours.facts import viewport
from parcours.facts.message import Message
from parcours.trace import JourneyTrace

LEAST_ZOOM = 2  # WCAG 1.4.4 asks for 200 %


@journey_check(
    "entry/email-viewport",
    title="A mail for narrow screens says so, and can be zoomed",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=page_mails,
    advice=Advice(
        do="Put this viewport tag into the mail's head, and nothing more in it.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1">',
    fails='<meta name="viewport" content="width=device-width, user-scalable=no">',
)
def email_viewport(mail: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """People with low vision pinch a mail to read its small print; some mail programs let it forbid that."""
    content = mail.metas.get("viewport")
    if content is None:
        if mail.responsive:
            said = "The mail has styles for narrow screens and no viewport tag: some mail programs pass them over"
            yield Problem(said, "missing", Severity.NOTE)
        return
    settings = viewport.settings(content)
    most = settings.maximum_scale
    if not settings.user_scalable or (most is not None and most < LEAST_ZOOM):
        yield Problem("The mail forbids zooming, in the mail programs that listen", "zoom", evidence=content)
