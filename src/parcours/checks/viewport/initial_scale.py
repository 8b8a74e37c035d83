"""A page must open at its natural size."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/initial-scale",
    title="The page opens at its natural size",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Set initial-scale to 1.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.chrome.com/docs/lighthouse/pwa/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>hello</p>',
    fails='<meta name="viewport" content="width=device-width, initial-scale=0.5"><p>hello</p>',
)
def initial_scale(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """Below 1 everything comes out too small and taps may answer late; above 1 the page opens half out of sight."""
    said = viewport.settings(meta.content)
    scale, opens = said.initial_scale, viewport.on_phone(said, page).initial
    invalid = any(remark.key == "initial-scale" for remark in viewport.repaired(meta.content).said("invalid"))
    if scale is None or scale == 1 or opens == 1 or invalid:
        return
    if scale > 1:
        message = f"initial-scale={scale:g} opens the page magnified, with part of it out of sight"
        yield Problem(message, aspect="magnified", severity=Severity.MINOR, evidence=meta.content)
    # A page of a fixed, wide layout must be shrunk to be seen whole: its width is the fault.
    elif viewport.width_fault(meta.content, page) != "number":
        width = viewport.on_phone(said, page).width
        message = f"initial-scale={scale:g} lays the page out {width:.0f} px wide on a screen of {page.device.width} px"
        yield Problem(message, aspect="shrunk", evidence=meta.content)
