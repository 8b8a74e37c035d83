"""What is tapped must be big enough, or stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.axe import Named, looked, named
from parcours.facts.model import Axe, PageSnapshot


def _subjects(page: PageSnapshot) -> Iterator[Axe | Named]:
    yield from looked(page)
    yield from named(page, lambda result: result.id == "target-size")


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
def target_24(subject: Axe | Named, _page: PageSnapshot) -> Iterator[Problem]:
    """A finger is wider than 24 px: on two small links side by side it hits the wrong one, and the customer is lost."""
    if isinstance(subject, Axe):
        return
    box = subject.box
    size = f"{box.width:.0f} by {box.height:.0f} px" if box else "less than 24 px"
    more = f"; {subject.more} more like it" if subject.more else ""
    if subject.result.outcome == "violation":
        yield Problem(f"A target of {size} with a neighbour too near{more}", evidence=subject.node.html)
    else:
        message = f"A target of {size}: whether it has room enough cannot be told{more}"
        yield CannotTell(message, aspect="unsure", evidence=subject.node.html)
