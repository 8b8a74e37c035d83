"""What the printed code holds must be something that a phone opens in its browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.facts.hosts import is_private
from parcours.facts.urls import Kind, Link, classify, is_trustworthy_http, place_of
from parcours.trace import JourneyTrace

SHOWN = 80

# What the camera of a phone does with what is no web address, and how much that costs the customer.
OFFERS = {
    Kind.TEL: (Severity.MINOR, "offers to call {value}"),
    Kind.SMS: (Severity.MINOR, "offers to send a text message to {value}"),
    Kind.MAIL: (Severity.MINOR, "offers to write an e-mail to {value}"),
    Kind.WIFI: (Severity.MINOR, "offers to join the Wi-Fi network {value}"),
    Kind.CONTACT_CARD: (Severity.MINOR, "offers to add a contact"),
    Kind.EVENT: (Severity.MINOR, "offers to add an event to the calendar"),
    Kind.GEO: (Severity.MINOR, "shows a place on a map"),
    Kind.OTP: (Severity.MAJOR, "offers to keep a one-time password, whose secret is printed for everyone"),
    Kind.PAYMENT: (Severity.MAJOR, "shows a payment, which only a bank's app can read"),
    Kind.BOOKMARK: (Severity.BLOCKER, "shows the text of a bookmark format (MEBKM) that today's cameras do not open"),
    Kind.RELATIVE: (Severity.BLOCKER, "shows a path without a host, or searches the web for it"),
    Kind.TEXT: (Severity.BLOCKER, "shows the text, or searches the web for it"),
    Kind.EMPTY: (Severity.BLOCKER, "shows nothing: the code holds only blanks"),
}
APP = (Severity.MAJOR, "opens an app where that is installed, and does nothing elsewhere")
PUBLIC = Advice(
    do="Make the code anew with the address that customers will use, before it goes to print.",
    links=("https://www.iana.org/assignments/special-use-domain-names/",),
)
# Addresses of one platform's own, which the other one does not know.
BELONGS_TO = {Kind.APP_STORE: "ios", Kind.PLAY_STORE: "android", Kind.INTENT: "android"}


def _scanned(trace: JourneyTrace) -> Iterable[Code]:
    return trace.start.artwork.scanned if trace.start.artwork else ()


@journey_check(
    "qr/payload",
    title="The printed code holds one web address with https://",
    severity=Severity.MAJOR,
    owner=Owner.PRINT,
    looks_at=_scanned,
    advice=Advice(
        do="Make the code of nothing but the full address, from https:// to its last letter.",
        snippet="https://shop.example/spring?src=letter",
        links=("https://github.com/zxing/zxing/wiki/Barcode-Contents",),
    ),
    passes="A code that holds https://shop.example/spring",
    fails="A code that holds www.shop.example",
)
def payload(code: Code, trace: JourneyTrace) -> Iterator[Problem]:
    """Phones open a web address at a tap; of anything else each makes something different, or nothing at all."""
    if code.error:
        yield _broken(code)
        return
    link = classify(code.text)
    if link.is_web and link.host:
        yield from _web(code.text, private=_leads_nowhere(link.host, trace))
    elif link.is_web:
        yield Problem("The code's address has no host", "no-host", Severity.BLOCKER, evidence=_shown(code.text))
    else:
        yield _other(link, code, trace)


def _broken(code: Code) -> Problem:
    if code.parts:
        message = f"The code is {code.error} of a divided message (structured append): phones read each part for itself"
        return Problem(message, "split", Severity.BLOCKER, evidence=_shown(code.text))
    return Problem(f"The code holds {code.error}: phones read different letters in it", "encoding", Severity.BLOCKER)


def _leads_nowhere(host: str, trace: JourneyTrace) -> bool:
    """True for a host that no customer's phone reaches. Where it was walked to, it is a rehearsal, and meant."""
    return is_private(host) and not trace.steps


def _web(text: str, *, private: bool) -> Iterator[Problem]:
    address = text.strip()
    if re.search(r"[\s\x00-\x1f\x7f]", address):
        message = "The code holds blanks or line ends within its address: a phone opens a part of it, or nothing"
        yield Problem(message, "not-one-address", Severity.BLOCKER, evidence=_shown(text))
    elif address != text:
        message = "The code holds blanks or line ends around its address: some scanners take them for a part of it"
        yield Problem(message, "blanks", Severity.MINOR, evidence=_shown(text))
    if private:
        host = place_of(address).host
        message = f"The code leads to {host}, which only its own network knows: no customer's phone opens it"
        yield Problem(message, "private", Severity.BLOCKER, evidence=_shown(text), advice=PUBLIC)
    elif address[:5].lower() == "http:" and not is_trustworthy_http(address):
        message = "The code's address begins with http://: phones warn of it, and anyone on the way can change the page"
        yield Problem(message, "http", Severity.MAJOR, evidence=_shown(text))


def _other(link: Link, code: Code, trace: JourneyTrace) -> Problem:
    if link.kind is Kind.BARE_HOST:
        message = (
            f"The code says {_shown(link.value)} without https://: some phones open it, others search the web for it"
        )
        return Problem(message, "no-scheme", Severity.MAJOR)
    if link.kind is Kind.DANGEROUS:
        message = f"The code begins with {link.scheme}:, which phones refuse to open"
        return Problem(message, "dangerous", Severity.BLOCKER, evidence=_shown(code.text))
    severity, does = OFFERS.get(link.kind, APP)
    platform = BELONGS_TO.get(link.kind)
    if platform and platform != trace.device.platform:
        severity, does = Severity.BLOCKER, f"does nothing: {link.scheme}: is known to {_phones(platform)} only"
    # A code may hold a password: only what is no secret is shown.
    secret = link.kind in {Kind.WIFI, Kind.OTP}
    return Problem(
        f"The code opens no web page. A phone that scans it {does.format(value=_shown(link.value))}",
        link.kind.value,
        severity,
        evidence="" if secret else _shown(code.text),
    )


def _phones(platform: str) -> str:
    return "iPhones" if platform == "ios" else "Android phones"


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
