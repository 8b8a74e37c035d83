"""Every key in the viewport tag must be one that phones know."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/unknown-key",
    title="Every key in the viewport tag is one that phones know",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Correct the key's spelling, or drop it.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width, viewport-fit=cover"><p>hello</p>',
    fails='<meta name="viewport" content="widht=device-width"><p>hello</p>',
)
def unknown_key(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """A key that is misspelt is passed over without a word, and what it asked for does not happen."""
    said = viewport.repaired(meta.content)
    breaks = viewport.width_fault(meta.content, page) == "key"
    for remark in said.said("unknown"):
        known = viewport.meant(remark.key)
        if not known:
            message = f"No phone knows the key “{remark.key}”"
            yield Problem(message, aspect="unknown", severity=Severity.NOTE, evidence=meta.content)
            continue
        decides = breaks and known in ("width", "initial-scale")
        width = viewport.on_phone(viewport.settings(meta.content), page).width
        wide = f": the page is laid out {width:.0f} px wide on a screen of {page.device.width} px" if decides else ""
        severity = Severity.BLOCKER if decides else Severity.MINOR
        message = f"“{remark.key}” is not a key; {known} was probably meant{wide}"
        yield Problem(message, aspect=known, severity=severity, evidence=meta.content)
    for remark in said.said("unsupported"):
        message = f"No phone reads {remark.key} any more"
        yield Problem(message, aspect=remark.key, severity=Severity.NOTE, evidence=meta.content)
