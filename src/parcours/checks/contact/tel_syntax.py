"""A telephone link must dial the number that the customer reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.phones import DASHES, PLANS, candidates, country_of, digits, same_number
from parcours.facts.urls import Kind, classify

# Schemes that people invent or remember from elsewhere; a phone's dialler answers to none of them.
STRANGE_SCHEMES = {"callto", "phone", "call", "telephone", "tell", "telto"}
BARE_NUMBER = re.compile(r"(?:\+|00?)[1-9][\d ().-]{6,18}\d|tel[ +/]?[\d +().-]{8,}", re.IGNORECASE)
BLANK = re.compile(r"\s|%20|%C2%A0", re.IGNORECASE)
PLACEHOLDER = re.compile(r"(\d)\1+|1234567(?:8|89|890)")  # 01 23 45 67 89 is a number of Paris
LETTERS = re.compile(r"[^\W\d_]")
LONGEST = 15  # digits of an international number, ITU-T E.164
SHORTEST = 7
SHORT_NUMBER = 6  # up to here it is a service of one country: 3639, 112, 118712


def _tel_links(page: PageSnapshot) -> Iterable[Element]:
    """One of each kind: the same number with the same label in header, menu and footer is looked at once."""
    found: dict[tuple[str, str], Element] = {}
    for frame in page.frames:
        for element in () if frame.hidden else frame.elements:
            if element.tag in {"a", "area"} and _is_meant_to_call(element.attr("href")):
                key = element.attr("href"), element.name
                known = found.get(key)
                if known is None or (element.visible and not known.visible):
                    found[key] = element
    return tuple(found.values())


def _is_meant_to_call(href: str) -> bool:
    link = classify(href)
    bare = link.kind in {Kind.TEXT, Kind.BARE_HOST, Kind.RELATIVE} and BARE_NUMBER.fullmatch(href.strip())
    return link.kind is Kind.TEL or (link.kind is Kind.CUSTOM and link.scheme in STRANGE_SCHEMES) or bool(bare)


@page_check(
    "contact/tel-syntax",
    title="Telephone links dial the number that they show",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=_tel_links,
    advice=Advice(
        do="Write the whole international number after tel: with a plus, the country code, and digits alone.",
        snippet='<a href="tel:+33123456789">01 23 45 67 89</a>',
        links=("https://www.rfc-editor.org/rfc/rfc3966",),
    ),
    passes='<a href="tel:+33123456789">01 23 45 67 89</a>',
    fails='<a href="tel:+33(0)123456789">01 23 45 67 89</a>',
)
def tel_syntax(element: Element, _: PageSnapshot) -> Iterator[Problem]:
    """A customer who taps it hears that the number does not exist, or talks to a stranger, and does not try again."""
    href = element.attr("href").strip()
    link = classify(href)
    if link.kind is not Kind.TEL:
        yield Problem(f"“{href[:60]}” does not open the telephone: the address must begin with tel:", "scheme")
        return
    number = unquote(link.value.partition(";")[0])
    if not digits(number) and not LETTERS.search(number):
        yield Problem(f"The telephone link dials nothing: its address is “{href[:60]}”", "empty")
        return
    yield from _spelling(link.value)
    yield from _number(number.lstrip("/ \u00a0"), link.value)
    yield from _label(number, element)


def _spelling(value: str) -> Iterator[Problem]:
    """What is against RFC 3966 and reaches the right number on most phones all the same."""
    number = value.partition(";")[0]
    if number.startswith("/"):
        yield Problem("tel:// is not an address of the telephone: leave the slashes out", "slashes", Severity.MINOR)
    inner = number.lstrip("/")
    if BLANK.search(inner):
        yield Problem(
            f"“{number[:60]}” has blanks: some apps dial only what stands before the first", "spaces", Severity.MINOR
        )
    strange = sorted(set(re.sub(r"[\d+().-]|[^\W\d_]|\s", "", unquote(inner.lstrip("+")))))
    if strange or "+" in unquote(inner).strip()[1:]:
        said = " ".join(strange) or "+"
        yield Problem(f"“{number[:60]}” holds characters that no number has: {said}", "characters", Severity.MINOR)


def _number(number: str, value: str) -> Iterator[Problem]:
    """What makes the call fail, or reach somebody else."""
    if LETTERS.search(number):
        yield _letters(number)
        return
    dialled = "".join(c for c in number if c.isdecimal())
    if PLACEHOLDER.fullmatch(dialled) and len(dialled) >= SHORTEST:
        yield Problem(f"{number.strip()[:40]} is a placeholder, not a number", "placeholder")
    elif re.match(r"\+\s*0", number):
        yield Problem(f"{number.strip()[:40]}: after + comes the country code, without 00", "double-zero")
    elif number.strip().startswith("+"):
        yield from _international(dialled, number)
    elif dialled.startswith("00"):
        said = "works only where 00 leads abroad: write + in its place"
        yield Problem(f"{number.strip()[:40]} {said}", "double-zero", Severity.MINOR)
        yield from _international(dialled[2:], number)
    elif len(dialled) > LONGEST:
        yield Problem(f"{number.strip()[:60]} has {len(dialled)} digits, more than any number", "too-long")
    elif len(dialled) > SHORT_NUMBER and "phone-context=" not in value and not _is_home_service(dialled):
        said = "does not say its country: it fails for a customer who is abroad"
        yield Problem(f"{number.strip()[:40]} {said}", "national", Severity.NOTE)


def _letters(number: str) -> Problem:
    keyed = len(re.findall(r"[A-Z\d]", number))
    if re.fullmatch(r"[A-Z\d+().\s-]+", number) and SHORTEST <= keyed <= LONGEST:
        said = "is written with letters, which not every phone turns into digits"
        return Problem(f"{number.strip()[:40]} {said}", "letters", Severity.MINOR)
    return Problem(f"“{number.strip()[:60]}” is no number that a phone can dial", "letters")


def _international(dialled: str, number: str) -> Iterator[Problem]:
    code = country_of(dialled)
    plan = PLANS.get(code)
    if plan and plan.trunk == "0" and dialled.removeprefix(code).startswith("0"):
        yield Problem(f"{number.strip()[:40]}: the 0 after +{code} must go, with it the call fails", "trunk-zero")
    elif len(dialled) > LONGEST:
        yield Problem(f"{number.strip()[:60]} has {len(dialled)} digits, more than any number", "too-long")
    elif len(dialled) < SHORTEST:
        yield Problem(
            f"{number.strip()[:40]} has {len(dialled)} digits, too few for an international number", "too-short"
        )


def _is_home_service(dialled: str) -> bool:
    """Freephone and shared-cost numbers are for one country anyhow: 0800..., 08..., 1800...; 4-digit ones too."""
    return bool(re.match(r"0?8\d{2}|09\d{2}|1?800|1300|118", dialled))


def _label(number: str, element: Element) -> Iterator[Problem]:
    """The digits that are read against those that are dialled; a label with several numbers needs one that agrees."""
    labels = (element.name, element.text)
    shown = tuple(number.strip(" -/(") for label in labels for number in candidates(label))
    short = re.sub(r"[\s.-]", "", element.name.translate(DASHES))
    if not shown and short.isdecimal():
        shown = (element.name.strip(),)
    if not shown or any(same_number(one, number) for one in shown) or LETTERS.search(number):
        return
    dialled = "".join(c for c in number if c in "+0123456789")
    message = f"The link shows {shown[0]} and dials {dialled}"
    if any(_nearly(one, number) for one in shown):
        yield CannotTell(f"{message}: is it the same telephone?", "label", Severity.MAJOR)
    else:
        yield Problem(message, "label", evidence=element.name)


def _nearly(shown: str, number: str) -> bool:
    """One holds the whole of the other, with more behind it: an extension, a second number."""
    a, b = digits(shown).lstrip("0"), digits(number).lstrip("0")
    short, long = sorted((a, b), key=len)
    return len(short) >= SHORTEST and short in long
