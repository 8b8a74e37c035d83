"""Pages that stand before the site and are not the site: bot walls, CAPTCHAs, waiting rooms, refusals.

What they look like was written by a gatekeeper (https://developers.cloudflare.com/cloudflare-challenges/,
https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge.html): judging it as if the brand
had made it would tell lies about the brand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from parcours.facts.model import PageSnapshot, once
from parcours.facts.urls import place_of

Kind = Literal["challenge", "refused", "queue", "limit"]


class Wall(NamedTuple):
    """What stands before the site. `vendor` is "" when it does not say who made it; `sign` is what gave it away."""

    kind: Kind
    vendor: str
    sign: str


class Vendor(NamedTuple):
    """How one gatekeeper is known.

    `title` is matched with the whole title, `words` anywhere in the visible text, `parts` with addresses that
    only its walls load, or with ids of elements that only its walls hold.
    """

    name: str
    kind: Kind
    title: str = ""
    words: str = ""
    parts: str = ""


SHORT = 3000  # characters: a wall has little to say
WALL_STATUSES = frozenset({202, 401, 403, 405, 406, 429, 503, 999})

VENDORS = (
    Vendor(
        "Cloudflare", "challenge",
        r"just a moment\.*|un instant\.*|einen moment,? bitte\.*|un momento\.*|even geduld\.*",
        r"(?:checking|verif\w+) (?:if the site connection is secure|you are (?:a )?human|your browser before access)|"
        r"enable javascript and cookies to continue",
        r"/cdn-cgi/challenge-platform/\S*orchestrate/chl|^challenge-(?:form|running|stage|error-text)$",
    ),
    Vendor("Cloudflare", "refused", r"attention required! \| cloudflare|access denied \| .* used cloudflare.*",
           r"sorry, you have been blocked|error 10(?:06|07|08|09|10|12|15|20)\b.{0,80}(?:banned|denied|rate limited)"),
    Vendor("Cloudflare", "queue", r"waiting room powered by cloudflare"),
    Vendor("Imperva", "challenge", r"pardon our interruption.*",
           r"request unsuccessful\. incapsula incident|about your browser made us think you (?:were|might be) a bot",
           r"/_incapsula_resource\?\S*(?:swudnsai|cwudnsai)"),
    Vendor("HUMAN", "challenge", r"access to this page has been denied\.?",
           r"press (?:and|&) hold to confirm you are|please verify you are a human", r"^px-captcha$"),
    Vendor("DataDome", "challenge", "", "", r"^https://(?:geo|ct)\.captcha-delivery\.com/(?:captcha|interstitial)/"),
    Vendor("Akamai", "refused", r"access denied",
           r"you don.t have permission to access .{1,300}on this server.{0,40}reference ?#"),
    Vendor("AWS WAF", "challenge", r"human verification", r"confirm you are human by (?:completing|solving)",
           r"^https://[^/]+\.captcha\.awswaf\.com/"),
    Vendor("Sucuri", "refused", r"sucuri website firewall - access denied", r"access denied - sucuri website firewall"),
    Vendor("Vercel", "challenge", r"vercel security checkpoint", r"we.re verifying your browser"),
    Vendor("Anubis", "challenge", r"making sure you.re not a bot!"),
    Vendor("DDoS-Guard", "challenge", r"ddos-guard", r"checking your browser before accessing .{0,200}ddos.?guard"),
    Vendor("Radware", "challenge", r"radware (?:bot manager )?captcha|captcha \| shieldsquare.*"),
    Vendor("Amazon", "challenge", r"robot check", r"enter the characters you see below"),
    Vendor("Google", "challenge", "", r"our systems have detected unusual traffic from your computer network"),
)  # fmt: skip

# Whole hosts that are nothing but walls.
HOSTS: dict[str, tuple[Kind, str]] = {
    "queue-it.net": ("queue", "Queue-it"),
    "captcha-delivery.com": ("challenge", "DataDome"),
    "perfdrive.com": ("challenge", "Radware"),
    "challenges.cloudflare.com": ("challenge", "Cloudflare"),
}
HEADERS = {
    ("cf-mitigated", "challenge"): "Cloudflare",
    ("x-amzn-waf-action", "challenge"): "AWS WAF",
    ("x-amzn-waf-action", "captcha"): "AWS WAF",
}
# What walls of no known maker say, in English, French, German, Spanish, Italian and Dutch.
SAYS = re.compile(
    r"captcha|are you (?:a )?(?:robot|human)|not a (?:robot|bot)\b|unusual (?:traffic|activity)|"
    r"automated (?:access|requests|traffic)|"
    r"checking your browser|n.[eê]tes pas un robot|trafic (?:inhabituel|anormal)|kein (?:robot|bot)\b|"
    r"ungew[oö]hnliche[nr]? (?:datenverkehr|aktivit)|no (?:eres|es|soy) un robot|tr[aá]fico inusual|non sei un robot|"
    r"traffico (?:insolito|anomalo)|geen robot|ongebruikelijk verkeer",
    re.IGNORECASE,
)


def _compiled(text: str) -> re.Pattern[str] | None:
    return re.compile(text, re.IGNORECASE) if text else None


_PATTERNS = tuple((v, _compiled(v.title), _compiled(v.words), _compiled(v.parts)) for v in VENDORS)


def is_wall(page: PageSnapshot) -> bool:
    """True when the page is a gatekeeper's: nothing on it may be judged as the site's."""
    return wall(page) is not None


@once
def wall(page: PageSnapshot) -> Wall | None:
    """What stands before the site; None when the page is the site's own, however bad."""
    return _by_answer(page) or _by_content(page)


def _by_answer(page: PageSnapshot) -> Wall | None:
    for (name, value), vendor in HEADERS.items():
        if page.headers.get(name, "").strip().lower() == value:
            return Wall("challenge", vendor, f"the answer says {name}: {value}")
    host = place_of(page.url).host
    for name, (kind, vendor) in HOSTS.items():
        if host == name or host.endswith(f".{name}"):
            return Wall(kind, vendor, f"the page is on {host}")
    if page.status == 999:
        return Wall("refused", "", "the answer is 999, which only gatekeepers give")
    if page.status == 429:
        return Wall("limit", "", "the answer is 429: too many requests")
    return None


def _by_content(page: PageSnapshot) -> Wall | None:
    said = _said(page)
    if len(said) > SHORT:
        return None
    title = page.title.strip()
    for vendor, titled, words, parts in _PATTERNS:
        if words and (found := words.search(said)):
            return Wall(vendor.kind, vendor.name, f"the page says “{found[0][:80]}”")
        # A title alone may be an article's: a wall is what an error answers, or a page of next to nothing.
        if titled and titled.fullmatch(title) and (page.status in WALL_STATUSES or len(said) < SHORT // 10):
            return Wall(vendor.kind, vendor.name, f"the page is titled “{title[:80]}”")
        if parts and (part := next((part for part in _parts(page) if parts.search(part)), "")):
            return Wall(vendor.kind, vendor.name, f"the page holds {part[:120]}")
    if page.status in WALL_STATUSES and (found := SAYS.search(f"{title} {said}")):
        return Wall("challenge", "", f"the answer is {page.status}, and the page says “{found[0]}”")
    return None


def _said(page: PageSnapshot) -> str:
    """What the page and its frames say, no more of it than is needed to tell that it is too much for a wall."""
    texts: list[str] = []
    length = 0
    for element in page.visible():
        if element.text:
            texts.append(element.text)
            length += max(element.length, len(element.text))
            if length > SHORT:
                return "x" * (SHORT + 1)
    return " ".join(texts)


def _parts(page: PageSnapshot) -> Iterator[str]:
    """The page's frames and scripts by address, its elements by id."""
    for element in page.elements():
        if element.tag in ("iframe", "script") and (source := element.attr("src")):
            yield source
        if identity := element.attr("id"):
            yield identity
    for request in page.requests[:60]:
        yield request.url
