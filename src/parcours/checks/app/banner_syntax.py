"""Apple's banner tag is read strictly, and a fault in it is silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.apps import BANNER, BANNER_KEYS, banner_pairs
from parcours.facts.model import MetaTag, PageSnapshot
from parcours.facts.urls import Kind, classify

# A known key after anything but a comma: the pair before it has swallowed it.
SWALLOWED = re.compile(rf"[;\s&|]\s*(?:{'|'.join(BANNER_KEYS)})\s*=", re.IGNORECASE)


def _tags(page: PageSnapshot) -> Iterable[MetaTag]:
    return page.served_metas(BANNER) or page.metas(BANNER)


@page_check(
    "app/banner-syntax",
    title="Apple's banner tag is well written",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_tags,
    platforms=("ios",),
    advice=Advice(
        do="Write comma-separated pairs, with the App Store's number alone as app-id.",
        snippet='<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://www.mybank.example/offer">',
        links=("https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",),
    ),
    passes='<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://shop.example/offer">',
    fails='<meta name="apple-itunes-app" content="app-id=com.mybank.app">',
)
def banner_syntax(tag: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """Safari shows no banner for a tag that it cannot read, and tells nobody: the app stays unseen for years."""
    pairs = banner_pairs(tag.content)
    yield from (*_separators(tag.content), *_app_id(pairs), *_others(pairs), *_rivals(tag, page))


def _separators(content: str) -> Iterator[Problem]:
    parts = [part for part in content.split(",") if part.strip()]
    if content.strip().endswith(";") or any(SWALLOWED.search(part.strip()) for part in parts):
        yield Problem(f"The pairs of “{content[:80]}” must be parted by commas, and by nothing else", "separator")


def _app_id(pairs: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    found = dict(pairs)
    keys = {key.lower() for key in found}
    if "app-id" not in found:
        if "app-id" in keys:
            yield CannotTell("app-id is not in lower case: Safari may not know it", "key-case")
        elif found.get("app-clip-bundle-id"):
            yield CannotTell("The tag names an App Clip and no app-id: older iPhones show nothing", "clip-only")
        else:
            yield Problem("The tag names no app: app-id is missing", "app-id-missing")
        return
    id = re.split(r"[;\s]", found["app-id"], maxsplit=1)[0]  # what follows is the separator's fault
    if not id:
        yield Problem("app-id is empty", "app-id-missing")
    elif not re.fullmatch(r"[0-9]{6,12}", id):
        yield Problem(
            f"app-id must be the App Store's number, six to twelve digits: “{id[:60]}” is {_what(id)}", "app-id-format"
        )


def _what(id: str) -> str:
    if re.fullmatch(r"id\d+", id, re.IGNORECASE):
        return "a number with “id” before it"
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", id):
        return "a bundle id"
    if id.startswith(("http", "itms")):
        return "an address"
    return "not one"


def _others(pairs: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, value in pairs:
        if key.lower() not in BANNER_KEYS:
            yield _stranger(key, value, after=seen)
        seen.add(key)
        if key == "app-argument" and classify(value).kind in {Kind.EMPTY, Kind.TEXT, Kind.RELATIVE, Kind.BARE_HOST}:
            said = f"“{value[:80]}” is not a whole address" if value else "it is empty"
            yield Problem(
                f"app-argument must be an address for the app to open: {said}", "app-argument", Severity.MINOR
            )
        if key == "app-clip-display" and value != "card":
            yield Problem(
                f"app-clip-display can only be “card”, not “{value[:40]}”", "app-clip-display", Severity.MINOR
            )


def _stranger(key: str, value: str, *, after: set[str]) -> Problem:
    if "app-argument" in after and not value:
        said = f"A comma in app-argument cuts it before “{key[:40]}”: write %2C"
        return Problem(said, "comma-in-argument", Severity.MINOR)
    return Problem(f"Safari knows no “{key[:40]}”; it knows {', '.join(BANNER_KEYS)}", "unknown-key", Severity.MINOR)


def _rivals(tag: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """Said once, of the last tag."""
    tags = tuple(_tags(page))
    ids = [dict(banner_pairs(other.content)).get("app-id", "") for other in tags]
    if tag is tags[-1] and len(set(ids)) > 1:
        yield CannotTell(
            f"{len(tags)} banner tags name different apps ({', '.join(ids)}): one of them is lost", "rivals"
        )
