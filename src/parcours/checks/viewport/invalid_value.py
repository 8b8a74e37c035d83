"""Every value in the viewport tag must be one that phones know."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/invalid-value",
    title="Every value in the viewport tag is one that phones know",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Correct the value, or drop the key that it belongs to.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>hello</p>',
    fails='<meta name="viewport" content="width=device_width"><p>hello</p>',
)
def invalid_value(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """A value that is misspelt is passed over or read as zero, and the page is shown as nobody meant it to be."""
    said = viewport.repaired(meta.content)
    breaks = viewport.width_fault(meta.content, page) == "value"
    width = viewport.on_phone(viewport.settings(meta.content), page).width
    for remark in said.said("invalid"):
        if remark.key == "user-scalable":
            continue  # whatever is not yes means no: `viewport/zoom-blocked` says so
        decides = breaks and remark.key in ("width", *viewport.SCALES)
        wide = f": the page is laid out {width:.0f} px wide on a screen of {page.device.width} px" if decides else ""
        yield Problem(
            f"{_named(remark)}{wide}",
            aspect=remark.key,
            severity=Severity.BLOCKER if decides else Severity.MINOR,
            evidence=meta.content,
        )
    for remark in said.said("out-of-range"):
        if remark.key == "maximum-scale":
            message = f"maximum-scale={remark.value} is above 10, the most that phones take"
            yield Problem(message, aspect=remark.key, severity=Severity.NOTE, evidence=meta.content)


def _named(remark: viewport.Remark) -> str:
    return f"“{remark.value}” is no value for {remark.key}" if remark.value else f"{remark.key} has no value"
