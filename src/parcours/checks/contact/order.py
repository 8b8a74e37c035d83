"""Help stands in the same place on every page (WCAG 3.2.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import site_of
from parcours.facts.inventory import Channel, Contact, inventory
from parcours.facts.model import PageSnapshot
from parcours.facts.phones import digits
from parcours.facts.urls import classify, place_of
from parcours.trace import JourneyTrace

PLACES = {"header", "footer", "nav", "aside"}
ROLES = {"banner", "contentinfo", "navigation", "complementary"}
Key = tuple[Channel, str]


class Change(NamedTuple):
    """Two helps whose order is the other way round on a later page."""

    first: Contact
    second: Contact
    before: PageSnapshot
    after: PageSnapshot


class Site(NamedTuple):
    """The pages of one site, in the order in which they were met, each address once."""

    pages: tuple[PageSnapshot, ...]


def _sites(trace: JourneyTrace) -> Iterable[Site]:
    found: dict[str, dict[str, PageSnapshot]] = {}
    for page in trace.pages:
        if page.status < 400 and page.frames:
            found.setdefault(site_of(place_of(page.url).host), {}).setdefault(page.url.partition("#")[0], page)
    return [Site(tuple(pages.values())) for pages in found.values() if len(pages) > 1]


@journey_check(
    "contact/order",
    title="Help stands in the same order on every page",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_sites,
    needs=("frames",),
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Keep telephone, contact link, chat and help in one order in the header and footer of every page.",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes="The footer of every page has the contact link first and the telephone after it.",
    fails="The footer of the landing page has the telephone first, that of the next page the contact link.",
)
def order(site: Site, _: JourneyTrace) -> Iterator[Problem]:
    """People who needed help once look for it in the same place again; those who tire easily do not look long."""
    if change := next(_changes(site), None):
        first, second = (f"“{contact.label[:40]}”" for contact in (change.first, change.second))
        before, after = (place_of(page.url).path for page in (change.before, change.after))
        yield Problem(f"{first} comes before {second} on {before[:80]}, and after it on {after[:80]}")


def _changes(site: Site) -> Iterator[Change]:
    repeated = [(page, _repeated(page)) for page in site.pages]
    for (before, earlier), (after, later) in combinations(repeated, 2):
        shared = [key for key in earlier if key in later]
        for one, other in combinations(shared, 2):
            if _wholly_before(one, other, earlier) and _wholly_before(other, one, later):
                yield Change(earlier[one][0][1], earlier[other][0][1], before, after)


def _wholly_before(one: Key, other: Key, page: Mapping[Key, list[tuple[int, Contact]]]) -> bool:
    """Every place of the one stands before every place of the other: a second link elsewhere changes nothing."""
    return page[one][-1][0] < page[other][0][0]


def _repeated(page: PageSnapshot) -> Mapping[Key, list[tuple[int, Contact]]]:
    """The helps in what pages share, header and footer and such, with their places in the document.

    A chat floats, and what stands in the page's own content is that page's affair.
    """
    found: dict[Key, list[tuple[int, Contact]]] = {}
    for index, contact in enumerate(inventory(page)):
        element = contact.element
        if contact.channel is Channel.CHAT or not contact.visible or element is None:
            continue
        around = (element, *page.ancestors(element))
        if any(one.tag in PLACES or one.role in ROLES for one in around) and not any(
            one.tag == "main" for one in around
        ):
            found.setdefault(_key(contact, page), []).append((index, contact))
    return found


def _key(contact: Contact, page: PageSnapshot) -> Key:
    link = classify(contact.target, page.url) if contact.target else None
    if contact.channel is Channel.TEL:
        return contact.channel, digits(link.value if link else contact.label)[-9:]
    if link and link.is_web:
        place = place_of(link.value if link.value.startswith("http") else link.text)
        return contact.channel, f"{site_of(place.host)}{place.path.rstrip('/')}"
    return contact.channel, (link.value if link else contact.label).strip().lower()
