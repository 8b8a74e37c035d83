"""Everyone must be able to use the page, whatever they see it with."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.axe import Named, in_menus, looked, named, names_its_control
from parcours.facts.model import Axe, AxeResult, PageSnapshot

# Rules of axe-core that have a rule of their own here, with more to say.
JUDGED_ELSEWHERE = frozenset({"target-size", "meta-viewport", "meta-viewport-large", "color-contrast"})

# What axe-core asks of a whole page; it is run in each frame by itself, and takes each for one.
OF_THE_PAGE = frozenset({"document-title", "html-has-lang", "bypass"})

IMPACTS = {
    "critical": Severity.MAJOR,
    "serious": Severity.MAJOR,
    "moderate": Severity.MINOR,
    "minor": Severity.NOTE,
}

# Said of how lists are put together: a screen reader counts them wrong, and reads every word all the same.
OF_LISTS = frozenset({"list", "listitem", "definition-list", "dlitem"})


def _subjects(page: PageSnapshot) -> Iterator[Axe | Named]:
    yield from looked(page)
    yield from (each for each in named(page, _takes) if not names_its_control(page, each))
    yield from in_menus(page, _takes)


def _takes(result: AxeResult) -> bool:
    return result.id not in JUDGED_ELSEWHERE and not (result.frame and result.id in OF_THE_PAGE)


@page_check(
    "access/axe",
    title="axe-core finds no barrier on the page",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_subjects,
    advice=Advice(
        do="Mend the element as axe-core's page about the rule describes.",
        snippet='<img src="offer.jpg" alt="20 % off until Sunday">',
        links=("https://dequeuniversity.com/rules/axe/", "https://www.w3.org/TR/WCAG22/"),
    ),
    passes='<html lang="en"><title>Offer</title><meta name="viewport" content="width=device-width"><p>hello</p>',
    fails='<html lang="en"><title>Offer</title><meta name="viewport" content="width=device-width"><button></button>',
    needs=("frames", "axe"),
)
def axe(subject: Axe | Named, _page: PageSnapshot) -> Iterator[Problem]:
    """One customer in five has a disability: what a screen reader cannot name or an eye cannot read is lost to them."""
    if isinstance(subject, Axe):
        for frame in subject.failed:
            yield CannotTell(f"axe-core could not look into the frame {frame}", aspect="frame")
        return
    result = subject.result
    severity = Severity.MINOR if result.id in OF_LISTS else IMPACTS.get(result.impact, Severity.MINOR)
    more = f"; {subject.more} more like it" if subject.more else ""
    state = f" (in the menu that “{subject.opened_by[:40]}” opens)" if subject.opened_by else ""
    message = f"{result.help}: {subject.reason}{more}{state}"
    advice = Advice(do=f"{result.help}.", links=(result.url.partition("?")[0],))
    made = Problem if result.outcome == "violation" else CannotTell
    yield made(message, aspect=result.id, severity=severity, evidence=subject.node.html, advice=advice)
