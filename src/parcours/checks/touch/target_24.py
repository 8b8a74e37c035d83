"""What is tapped must be big enough, or stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.axe import Named, looked, named
from parcours.facts.model import Axe, PageSnapshot

LEFT = re.compile(r"smallest space is ([\d.]+)px by ([\d.]+)px")  # where other targets lie over parts of it


def _subjects(page: PageSnapshot) -> Iterator[Axe | Named]:
    """axe-core's look, then what it names: without its styles all of a page is small, and that is one doubt."""
    yield from looked(page)
    found = tuple(named(page, lambda result: result.id == "target-size"))
    if found and overflow.is_unstyled(page):
        found = (replace(found[0], more=sum(1 + each.more for each in found) - 1),)
    yield from found


@page_check(
    "touch/target-24",
    title="Everything that can be tapped is 24 px in size, or has that much room",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=_subjects,
    advice=Advice(
        do="Make the target 24 px wide and high at least, or leave as much room around it.",
        snippet="a.icon { min-width: 24px; min-height: 24px; }",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html",),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    "<style>button { width: 44px; height: 44px }</style><button>A</button> <button>B</button>",
    fails='<meta name="viewport" content="width=device-width">'
    "<style>button { width: 16px; height: 16px; padding: 0; border: 0 }</style><button>A</button><button>B</button>",
    needs=("frames", "axe"),
)
def target_24(subject: Axe | Named, page: PageSnapshot) -> Iterator[Problem]:
    """A finger is wider than 24 px: on two small links side by side it hits the wrong one, and the customer is lost."""
    if isinstance(subject, Axe):
        return
    if overflow.is_unstyled(page):
        count = subject.more + 1
        yield CannotTell(
            f"A style sheet did not load: how large targets are cannot be told (small without it: {count})", "unstyled"
        )
        return
    more = f"; {subject.more} more like it" if subject.more else ""
    if subject.result.outcome == "violation":
        yield Problem(f"A target of {_size(subject)} with a neighbour too near{more}", evidence=subject.node.html)
    else:
        message = f"A target of {_size(subject)}: whether it has room enough cannot be told{more}"
        yield CannotTell(message, aspect="unsure", evidence=subject.node.html)


def _size(target: Named) -> str:
    box = target.box
    if box is None:
        return "less than 24 px"
    size = f"{box.width:.0f} by {box.height:.0f} px"
    left = LEFT.search(target.node.summary)
    return f"{size}, of which others leave {float(left[1]):.0f} by {float(left[2]):.0f}," if left else size
