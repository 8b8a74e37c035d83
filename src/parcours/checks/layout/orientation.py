"""The page can be used whichever way the phone is held."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import FrameFacts, PageSnapshot, WellKnown

ROTATED = re.compile(
    r"rotate(?:z)?\(\s*(-?[\d.]+)(deg|rad|turn|grad)\s*\)|rotate:\s*(-?[\d.]+)(deg|rad|turn|grad)", re.IGNORECASE
)
DEGREES = {"deg": 1.0, "rad": 57.29578, "turn": 360.0, "grad": 0.9}
TOLERANCE = 2.0  # degrees
FREE = frozenset({"", "any", "natural"})


class Manifest(NamedTuple):
    """The web app manifest's wish."""

    address: str
    orientation: str


def _subjects(page: PageSnapshot) -> Iterator[FrameFacts | Manifest]:
    yield from page.frames[:1]
    if page.app.manifest:
        yield Manifest(page.app.manifest.url, _orientation(page.app.manifest))


def _orientation(file: WellKnown) -> str:
    try:
        said = json.loads(file.text) if file.status == 200 else {}
    except (ValueError, RecursionError):
        return ""
    return str(said.get("orientation") or "").lower() if isinstance(said, dict) else ""


@page_check(
    "layout/orientation",
    title="The page can be used upright and lying",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_subjects(page)),
    advice=Advice(
        do="Remove what turns the page against the way the phone is held, and the orientation from the manifest.",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/orientation.html",),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    "<style>@media (orientation: landscape) { body { margin: 0 } }</style><p>Hi</p>",
    fails='<meta name="viewport" content="width=device-width">'
    "<style>@media (orientation: landscape) { body { transform: rotate(90deg) } }</style><p>Hi</p>",
)
def orientation(subject: FrameFacts | Manifest, _page: PageSnapshot) -> Iterator[Problem]:
    """Some customers have the phone mounted on a wheelchair or a car, and cannot turn it to suit a page."""
    if isinstance(subject, Manifest):
        if subject.orientation not in FREE:
            message = f"The manifest locks the installed app to “{subject.orientation[:40]}”"
            yield Problem(message, "manifest", Severity.NOTE, evidence=subject.address)
        return
    turned = [rule for rule in subject.css_turns if any(_is_quarter(found) for found in ROTATED.finditer(rule))]
    if turned:
        yield Problem(
            "A style turns the whole page by a quarter when the phone is turned", "turned", evidence=turned[0]
        )


def _is_quarter(found: re.Match[str]) -> bool:
    degrees = float(found[1] or found[3]) * DEGREES[(found[2] or found[4]).lower()]
    return abs(degrees % 180 - 90) <= TOLERANCE
