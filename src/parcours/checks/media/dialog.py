"""The landing page does not begin with a question of the browser."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.model import PageSnapshot
from parcours.trace import JourneyTrace

ASKING = ("alert", "confirm", "prompt")


@journey_check(
    "media/dialog",
    title="No browser dialog opens with the landing page",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    # Of later pages nobody can say whether the page asked by itself or the customer's tap made it ask.
    looks_at=lambda trace: () if trace.landing is None else (trace.landing,),
    needs=("frames",),
    advice=Advice(
        do="Say it in the page, or not at all.",
        links=("https://developer.mozilla.org/docs/Web/API/Window/alert",),
    ),
    passes="The page that the code leads to opens and shows its content.",
    fails="The page that the code leads to opens with alert('Welcome!').",
)
def dialog(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """A box with the site's address and “OK” looks like a warning: many close it, and the page with it."""
    asked = [said.partition(": ") for said in page.dialogs if said.partition(":")[0] in ASKING]
    if asked:
        kind, _, words = asked[0]
        more = f", and {len(asked) - 1} more" if len(asked) > 1 else ""
        yield Problem(f"The page opens with {kind}(“{words[:80]}”){more}", kind, evidence=words)
