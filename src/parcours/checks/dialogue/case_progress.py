"""A page about a case says when it last moved, and offers to tell when it moves again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.cases import Case, case_of
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded

_MONTHS = (
    r"(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|sep|marz|okt|dez|ene|abr|"
    r"ago|dic|gen|mag|giu|lug|set|ott|maart|mei)\w*"
)
DATE = re.compile(
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}[./]\d{1,2}\b|"
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th|\.)? (?:de )?{_MONTHS}\b|\b{_MONTHS} \d{{1,2}}\b|"
    r"\baujourd.hui\b|\bhier\b|\bdemain\b|\btoday\b|\byesterday\b|\btomorrow\b|\bheute\b|\bgestern\b|\bhoy\b|\bayer\b|\boggi\b|"
    r"\bieri\b|\bvandaag\b|\bgisteren\b|\bil y a \d|\b(?:minutes?|hours?|days?) ago\b|\bvor \d|\bhace \d"
)
ALERTS = re.compile(
    r"\b(?:alert\w*|notif\w*|prevenir|prevenu\w*|previens|averti\w*|informe\w*|tenu\w* au courant|sms|"
    r"text messages?|e-?mails?|courriels?|keep me|let me know|tell me|updates?|"
    r"benachrichtig\w*|avisa\w*|avis\w*|melding\w*)\b"
)


def case(page: PageSnapshot) -> Iterable[Case]:
    """The case that the page tells about, if any."""
    found = case_of(page)
    return (found,) if found else ()


@page_check(
    "dialogue/case-progress",
    title="A case says when it last moved",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=case,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Show the date of the last step and of the next one, and offer to tell the customer when it is taken.",
        snippet="<p>Received on 3 March, with our workshop since 5 March, back by 12 March.</p>\n"
        "<button>Tell me when it is ready</button>",
        links=("https://www.nngroup.com/articles/visibility-system-status/",),
    ),
    passes="<h1>Order status</h1><p>Order no. 123456, sent on 3 March</p><button>Tell me when it arrives</button>",
    fails="<h1>Order status</h1><p>Order no. 123456 is with our workshop</p>",
)
def case_progress(found: Case, page: PageSnapshot) -> Iterator[Problem]:
    """“In progress” without a date could mean an hour or a month, so the customer calls to ask which it is."""
    words = folded(" ".join(element.text or element.name for element in page.visible()))
    dated = DATE.search(words.replace(folded(found.reference), "")) or any(page.visible("time"))
    if not dated:
        yield Problem(f"Case {found.reference} has no date: nobody can tell when it last moved", "no-date")
    if not ALERTS.search(words):
        yield Problem(
            f"Nothing offers to tell the customer when case {found.reference} moves on",
            "no-alert",
            severity=Severity.NOTE,
        )
