"""The house's own rule: our service number can be called from every page."""

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import PageSnapshot

NUMBER = "tel:+33142010203"


@page_check(
    "house/service-number",
    title="Our service number can be called from every page",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: [page.url],
    advice=Advice(do="Put the service number into the footer.", links=("https://intranet.example/footer",)),
    passes=f'<a href="{NUMBER}">01 42 01 02 03</a>',
    fails="<p>Write to us.</p>",
)
def service_number(_: str, page: PageSnapshot) -> Iterator[Problem]:
    """Customers who do not find our number call the competitor's."""
    if not any(link.attr("href") == NUMBER for link in page.elements("a")):
        yield Problem("The service number is not on the page.", aspect="missing")
