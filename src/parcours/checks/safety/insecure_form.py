"""What customers type travels encrypted."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import classify
from parcours.facts.way import in_the_clear

# What holds nothing of the customer's own.
HARMLESS = frozenset({"hidden", "submit", "button", "reset", "image", "checkbox", "radio", "range", "color", "search"})


def _forms(page: PageSnapshot) -> Iterator[Element]:
    """The forms of encrypted pages with fields that customers write of themselves in; a lone line is a search.

    A page that is not encrypted itself is redirect/http-hop's.
    """
    for frame in page.frames:
        if frame.hidden or in_the_clear(frame.url):
            continue
        for form in frame.elements:
            if form.tag == "form" and _personal([inner for inner in frame.below(form) if _asks(inner)]):
                yield form


def _personal(fields: list[Element]) -> bool:
    return len(fields) > 1 or any(
        field.tag == "textarea" or field.attr("type").lower() in ("email", "tel", "password") for field in fields
    )


def _asks(element: Element) -> bool:
    if element.tag == "input":
        return element.attr("type").lower() not in HARMLESS and element.role != "searchbox" and not _searches(element)
    return element.tag == "textarea"


def _searches(element: Element) -> bool:
    return element.attr("name").lower() in {"q", "s", "search", "query", "recherche"}


@page_check(
    "safety/insecure-form",
    title="What customers type travels encrypted",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=_forms,
    advice=Advice(
        do="Serve the page and the form's action over https.",
        snippet='<form action="https://shop.example/contact" method="post">',
        links=("https://developer.mozilla.org/docs/Web/Security/Mixed_content",),
    ),
    passes='<form action="/contact"><input type="email"></form>',
    fails='<form action="http://shop.example/contact"><input type="email"></form>',
)
def insecure_form(form: Element, page: PageSnapshot) -> Iterator[Problem]:
    """Names, numbers and passwords can be read on the way; phones warn before they send them, and customers stop."""
    action, here = form.attr("action"), page.frame_of[id(form)].url
    if action and in_the_clear(action, here):
        host = classify(action, here).host
        yield Problem(f"The form sends what is typed without encryption, to {host}", evidence=action)
