"""Which forms the page has for writing to people: for information."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.contact_forms import ContactForm, contact_forms
from parcours.facts.model import PageSnapshot


@page_check(
    "contact/form-present",
    title="Contact forms, for information",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=contact_forms,
    advice=Advice(
        do="Check that somebody answers what this form sends, and says when.",
        links=("https://design-system.service.gov.uk/patterns/contact-a-department-or-service-team/",),
    ),
    passes='<meta name="viewport" content="width=device-width"><form role="search"><input type="search"></form>',
    fails='<meta name="viewport" content="width=device-width"><form><input type="email"><textarea></textarea></form>',
)
def form_present(form: ContactForm, _: PageSnapshot) -> Iterator[Problem]:
    """A form is a promise of an answer: whoever owns the journey should know each one, and who reads what it sends."""
    named = f" “{form.element.name[:60]}”" if form.element.name else ""
    made = f", made with {form.maker}" if form.maker else ""
    asks = f" of {len(form.fields)} field{'s' if len(form.fields) > 1 else ''}" if form.fields else ""
    proof = f", behind {form.captcha}" if form.captcha else ""
    yield Problem(f"A contact form{named}{asks}{made}{proof}")
