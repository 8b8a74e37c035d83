"""The printed code must lead where the campaign says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.facts.urls import classify, place_of
from parcours.trace import JourneyTrace

DEFAULT_PORTS = {"http": "80", "https": "443"}


class Address(NamedTuple):
    """A web address as browsers ask for it: host in lower case, no default port, "/" for no path."""

    scheme: str
    user: str
    host: str
    port: str
    path: str
    query: tuple[tuple[str, str], ...]
    fragment: str


def _web_codes(trace: JourneyTrace) -> Iterable[Code]:
    """The codes that hold a web address, when one is expected; what holds none is qr/payload's."""
    artwork = trace.start.artwork
    if artwork is None or not trace.start.expect_url:
        return ()
    return tuple(code for code in artwork.scanned if not code.error and classify(code.text).is_web)


@journey_check(
    "qr/mismatch",
    title="The printed code leads to the address that was agreed on",
    severity=Severity.BLOCKER,
    owner=Owner.PRINT,
    looks_at=_web_codes,
    advice=Advice(
        do="Make the code anew from the agreed address, and scan the printer's proof before the print run.",
        links=("https://url.spec.whatwg.org/#url-equivalence",),
    ),
    passes="The letter's code and `expect-url:` are the same address.",
    fails="The letter's code leads to last year's campaign.",
)
def mismatch(code: Code, trace: JourneyTrace) -> Iterator[Problem]:
    """A wrong address cannot be called back once it is printed: every letter leads to the wrong page, or nowhere."""
    wanted, found = _address(trace.start.expect_url), _address(code.text)
    if wanted == found or _other_code_fits(wanted, trace) or _arrives(wanted, trace):
        return
    for aspect, message, severity in _differences(wanted, found):
        yield Problem(message, aspect=aspect, severity=severity, evidence=code.text)


def _other_code_fits(wanted: Address, trace: JourneyTrace) -> bool:
    """True when it is not settled which code is scanned, and one of them is right."""
    return any(_address(code.text) == wanted for code in _web_codes(trace))


def _arrives(wanted: Address, trace: JourneyTrace) -> bool:
    """True when a short link or a manager of codes leads to the agreed address after all."""
    page = trace.landing
    return page is not None and any(
        _address(url) == wanted for url in (page.url, *(hop.url for hop in page.navigation))
    )


def _differences(wanted: Address, found: Address) -> Iterator[tuple[str, str, Severity]]:
    if wanted.scheme != found.scheme:
        yield "scheme", f"The code says {found.scheme}:, not {wanted.scheme}:", Severity.MAJOR
    if wanted.user != found.user:
        yield "user", "The code has another user name before the host than the agreed address", Severity.BLOCKER
    if wanted.host != found.host:
        yield "host", f"The code leads to {found.host}, not to {wanted.host}", Severity.BLOCKER
    if wanted.port != found.port:
        yield "port", f"The code leads to {_port(found)}, not to {_port(wanted)}", Severity.BLOCKER
    if wanted.path != found.path:
        yield "path", f"The code leads to {found.path}, not to {wanted.path}", Severity.BLOCKER
    yield from _query_differences(wanted, found)
    if wanted.fragment != found.fragment:
        message = f"The code ends with #{found.fragment}, not with #{wanted.fragment}"
        yield "fragment", message, Severity.MINOR


def _query_differences(wanted: Address, found: Address) -> Iterator[tuple[str, str, Severity]]:
    if wanted.query == found.query:
        return
    if sorted(wanted.query) == sorted(found.query):
        yield "query-order", "The code has the agreed parameters in another order", Severity.NOTE
        return
    ours, theirs = dict(found.query), dict(wanted.query)
    parts = [
        *(f"{name} is missing" for name in theirs if name not in ours),
        *(f"{name} is not agreed" for name in ours if name not in theirs),
        *(
            f"{name} is {ours[name]!r}, not {theirs[name]!r}"
            for name in theirs
            if name in ours and ours[name] != theirs[name]
        ),
    ]
    said = "; ".join(parts) or "one is repeated"
    yield "query", f"The code's parameters differ from the agreed ones: {said}", Severity.MAJOR


def _port(address: Address) -> str:
    return f"port {address.port}" if address.port else "the usual port"


def _address(url: str) -> Address:
    text = url.strip()
    link, place = classify(text), place_of(text)
    # A query that is only written differently (%20 or +) is the same query.
    query = text.partition("#")[0].partition("?")[2]
    return Address(
        link.scheme,
        _user(text),
        place.host,
        "" if place.port == DEFAULT_PORTS.get(link.scheme) else place.port,
        place.path or "/",
        tuple(parse_qsl(query, keep_blank_values=True)),
        place.fragment,
    )


def _user(text: str) -> str:
    authority = text.partition("//")[2].replace("\\", "/").partition("/")[0].partition("?")[0].partition("#")[0]
    return authority.rpartition("@")[0]
