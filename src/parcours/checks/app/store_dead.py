"""The app that customers are sent to is in their store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.geometry import Box
from parcours.facts.model import PageSnapshot, StoreAnswer
from parcours.facts.stores import Named, named_apps
from parcours.trace import JourneyTrace

STORES = {"ios": "the App Store", "android": "Google Play"}


class Asked(NamedTuple):
    """One app, all who name it, and what the store says of it in the countries that it was looked for in."""

    address: str
    box: Box
    named: Sequence[Named]
    answers: Sequence[StoreAnswer]

    @property
    def first(self) -> Named:
        """Who names it where customers meet it, else the first who names it."""
        return next((one for one in self.named if one.leads), self.named[0])


def _asked(trace: JourneyTrace) -> Iterator[Asked]:
    """Every app once, where the stores were asked: they are not unless somebody wants that."""
    met: set[str] = set()
    for page in trace.pages:
        if page.app.stores is None:
            continue
        apps: dict[str, list[Named]] = {}
        for one in named_apps(page):
            if one.id not in met:
                apps.setdefault(one.id, []).append(one)
        met |= apps.keys()
        yield from (_subject(page, named, shown=page is trace.landing) for named in apps.values())


def _subject(page: PageSnapshot, named: Sequence[Named], *, shown: bool) -> Asked:
    """A journey's findings are shown on its first page: what lies on another one has no box there."""
    answers = [said for said in page.app.stores or () if said.id == named[0].id]
    at = next((one for one in named if one.address), named[0])
    return Asked(at.address, at.box if shown else Box(0, 0, 0, 0), named, answers)


@journey_check(
    "app/store-dead",
    title="The app is in the customer's store",
    severity=Severity.BLOCKER,
    owner=Owner.APP,
    looks_at=_asked,
    advice=Advice(
        do="Write the number or package of the app that is in the store today, in every link, banner and file; "
        "or put the app back, in the customer's country.",
        links=(
            "https://developer.apple.com/help/app-store-connect/manage-your-apps-availability/manage-availability-for-your-app",
            "https://support.google.com/googleplay/android-developer/answer/7550024",
        ),
    ),
    passes="The store is asked (--store-lookup), and has the app that the page's link names.",
    fails="The page's link leads to an app that the store does not have any more.",
)
def store_dead(app: Asked, trace: JourneyTrace) -> Iterator[Problem]:
    """The customer wants your app, taps the badge, and reads that it is not available. There is nothing else to tap."""
    store, named = STORES[trace.device.platform], _who(app)
    if any(said.found for said in app.answers):
        yield from _elsewhere(app, store, named)
    elif not app.answers or any(said.found is None for said in app.answers):
        why = next((_silence(said) for said in app.answers if said.found is None), "was not asked any more")
        yield CannotTell(f"Whether {named} is there is not known: {store} {why}", "unanswered", Severity.NOTE)
    else:
        yield from _gone(app, store, named)


def _who(app: Asked) -> str:
    return f"the app {app.first.id} ({', '.join(dict.fromkeys(one.source for one in app.named))})"


def _silence(said: StoreAnswer) -> str:
    if not said.status:
        return "did not answer"
    return "asks to be left alone for now (429)" if said.status == 429 else f"answered with {said.status}"


def _gone(app: Asked, store: str, named: str) -> Iterator[Problem]:
    severity = Severity.BLOCKER if app.first.leads else Severity.MAJOR
    asked = [said.country for said in app.answers if said.country]
    where = f" of {_list(asked)}" if asked else ", as it shows itself where this test ran"
    message = f"{store[0].upper()}{store[1:]}{where} does not have {named}"
    evidence = "\n".join(said.url for said in app.answers)
    if not any(said.meant for said in app.answers):
        said = f"{message}. Is it for another country?"
        yield CannotTell(said, "gone", Severity.MAJOR, Certainty.LOW, evidence=evidence)
    else:
        yield Problem(message, "gone", severity, evidence=evidence)


def _elsewhere(app: Asked, store: str, named: str) -> Iterator[Problem]:
    """Found, and not where it was looked for first: a guess at the country proves nothing."""
    found = next(said.country for said in app.answers if said.found)
    meant = [said.country for said in app.answers if said.found is False and said.meant]
    if not meant:
        return
    message = f"{store[0].upper()}{store[1:]} of {_list(meant)} does not have {named}; that of {found} has"
    evidence = "\n".join(said.url for said in app.answers)
    if any(one.country in meant for one in app.named):
        yield Problem(message, "country", Severity.MAJOR, evidence=evidence)
    else:
        yield CannotTell(f"{message}. Are these its customers?", "country", Severity.MAJOR, evidence=evidence)


def _list(countries: Sequence[str]) -> str:
    *most, last = (code.upper() for code in countries)
    return f"{', '.join(most)} and {last}" if most else last
