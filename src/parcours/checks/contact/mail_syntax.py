"""A mail link opens a letter to the right address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import Kind, classify

# As HTML has it for input type=email, and with a dot in the host.
# https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
ADDRESS = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]+@[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*\.[^\W\d_][\w-]*[^\W_]"
)
SEEN = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PLACEHOLDER = re.compile(
    r".+@(?:(?:www\.)?example\.(?:com|net|org)|(?:your|my)-?(?:domain|site|company)\.\w+|domain\.(?:com|tld)|"
    r"(?:votre|mon)-?(?:domaine|site)\.\w+)|"
    r"(?:your[._-]?(?:name|e?mail)|votre[._-]?(?:nom|e?mail|adresse)|name|nom|user|test|email|e-mail|johndoe|john\.doe)@"
    r"(?:email|mail|test|company|domain|site|website|entreprise|domaine|exemple)\.\w+|(?:test|mail|email)@test\..+",
    re.IGNORECASE,
)


def _mail_links(page: PageSnapshot) -> Iterable[Element]:
    """One of each kind: the same link with the same label is looked at once."""
    found: dict[tuple[str, str], Element] = {}
    for frame in page.frames:
        for element in () if frame.hidden else frame.elements:
            if element.tag in {"a", "area"} and classify(element.attr("href")).kind is Kind.MAIL:
                key = element.attr("href"), element.name
                if key not in found or (element.visible and not found[key].visible):
                    found[key] = element
    return tuple(found.values())


@page_check(
    "contact/mail-syntax",
    title="Mail links open a letter to a real address",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_mail_links,
    advice=Advice(
        do="Write mailto: and the address alone, with everything after the question mark percent-encoded.",
        snippet='<a href="mailto:help@shop.example?subject=My%20order">help@shop.example</a>',
        links=("https://www.rfc-editor.org/rfc/rfc6068",),
    ),
    passes='<a href="mailto:help@shop.example?subject=My%20order">help@shop.example</a>',
    fails='<a href="mailto:help@shop">help@shop.example</a>',
)
def mail_syntax(element: Element, _: PageSnapshot) -> Iterator[Problem]:
    """The letter that a customer writes comes back the next day, or never leaves: they believe that nobody answers."""
    href = element.attr("href").strip()
    to, _mark, query = href.partition(":")[2].partition("?")
    yield from _query(query, href, shares=not classify(href).value)
    if to.startswith("//"):
        yield Problem("mailto:// is not an address of mail: leave the slashes out", "slashes")
        to = to.lstrip("/")
    addresses = [unquote(part).strip() for part in re.split(r"[,;]|%2[cC]|%3[bB]", to) if part.strip()]
    if ";" in unquote(to):
        yield Problem("Several addresses are joined by a semicolon: mail apps expect a comma", "semicolon")
    if not addresses and not classify(href).value and not query:
        yield Problem("The mail link is empty: it opens a letter to nobody", "empty", Severity.MAJOR)
    for address in addresses:
        yield from _address(address)
    yield from _label(addresses, element)


def _address(address: str) -> Iterator[Problem]:
    if inner := re.fullmatch(r".*<(.+@.+)>", address):
        said = "some mail apps take the name for a part of the address"
        yield Problem(f"“{address[:60]}” holds a name besides the address: {said}", "name")
        address = inner[1]
    if PLACEHOLDER.fullmatch(address):
        yield Problem(f"{address[:60]} is a placeholder, not an address", "placeholder", Severity.MAJOR)
    elif not ADDRESS.fullmatch(address) or ".." in address or ".@" in address:
        yield Problem(f"“{address[:60]}” is no mail address: the letter cannot be sent", "address", Severity.MAJOR)


def _query(query: str, href: str, *, shares: bool) -> Iterator[Problem]:
    """A plus stays a plus in mailto:. Browsers mend blanks there, other apps that show the page may not."""
    if re.search(r"\s", query) and not shares:
        said = f"“{href[:80]}” has blanks after its question mark, which should be %20"
        yield Problem(said, "unencoded", Severity.NOTE)
    elif re.search(r"(?:subject|body)=[^&]*[^\W\d_]\+[^\W\d_]", query, re.IGNORECASE):
        yield Problem(f"“{href[:80]}” writes blanks as +: mail apps show the plus signs", "plus")
    names = [part.partition("=")[0].lower() for part in query.split("&") if part]
    known = {"to", "cc", "bcc", "subject", "body", "in-reply-to"}
    if strange := [name for name in names if name not in known]:
        yield Problem(f"“{strange[0][:40]}” is no part of a letter: mail apps drop it, or all that follows", "field")


def _label(addresses: list[str], element: Element) -> Iterator[Problem]:
    """The address that is read against those that are written to."""
    shown = [found.lower().rstrip(".") for found in SEEN.findall(element.name or element.text)]
    if shown and addresses and not set(shown) & {address.lower() for address in addresses}:
        said = f"The link shows {shown[0]} and writes to {addresses[0]}"
        yield Problem(said[:160], "label", Severity.MAJOR)
