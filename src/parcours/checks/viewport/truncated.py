"""Numbers in the viewport tag are plain numbers."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/truncated",
    title="Numbers in the viewport tag are plain numbers",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Write plain numbers without units, such as initial-scale=1.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://drafts.csswg.org/css-viewport/#viewport-meta",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1.0"><p>hello</p>',
    fails='<meta name="viewport" content="width=device-width, initial-scale=1.0.0"><p>hello</p>',
)
def truncated(meta: MetaTag, _page: PageSnapshot) -> Iterator[Problem]:
    """Phones read the digits at the start and drop the rest: a unit or a slip changes what the number means."""
    said = viewport.repaired(meta.content)
    for remark in said.said("truncated"):
        if not _judged_elsewhere(remark.key, said):
            message = f"Of {remark.key}={remark.value} phones read only the number at the start"
            yield Problem(message, aspect=remark.key, evidence=meta.content)


def _judged_elsewhere(key: str, said: viewport.Settings) -> bool:
    """True where the number that is left is a fault of its own, which another rule names."""
    return (
        key == "width"
        or (key == "initial-scale" and said.initial_scale != 1)
        or (key == "minimum-scale" and (said.minimum_scale or 0) > 1)
        or (key == "maximum-scale" and (said.maximum_scale or 0) < viewport.LARGEST_SCALE)
        or (key == "user-scalable" and not said.user_scalable)
    )
