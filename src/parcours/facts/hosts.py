"""What a host's name tells: whose site it is on, what it imitates, in which scripts it is written."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable

# Endings under which others register: without the whole public suffix list, the ones that brands use.
SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gouv", "gov", "gv", "net", "ne", "nom", "or", "org"})
# Hosting under which every label is somebody else's.
SHARED = frozenset(
    {
        "app.link", "azurewebsites.net", "blogspot.com", "cloudfront.net", "firebaseapp.com", "github.io", "gitlab.io",
        "herokuapp.com", "myshopify.com", "netlify.app", "onelink.me", "page.link", "pages.dev", "s3.amazonaws.com",
        "sharepoint.com", "vercel.app", "web.app", "webflow.io", "wixsite.com", "wordpress.com",
    }
)  # fmt: skip
# Scripts that one language mixes. https://www.unicode.org/reports/tr39/#Restriction_Level_Detection
MIXTURES = (
    {"LATIN", "CJK", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "BOPOMOFO"},
    {"LATIN", "CJK", "HANGUL"},
)
# Cyrillic and Greek letters that look like Latin ones.
LOOK_LATIN = dict(zip("асеорхуіјѕһԁԛԝӏгνοαρτυκι", "aceopxyijshdqwlrvoaptuki", strict=True))
# Latin letters and digits that are taken for one another, in the typefaces of phones.
LOOK_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"))
LONG = 8  # letters: a shorter name has neighbours that mean no harm
SHORT = 5


def site_of(host: str) -> str:
    """The domain that was registered, near enough: shop.example.co.uk is example.co.uk. Numbers stay whole."""
    if is_number(host):
        return host
    labels = host.lower().rstrip(".").split(".")
    for size in (3, 2):
        if ".".join(labels[-size:]) in SHARED:
            return ".".join(labels[-size - 1 :])
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3 if country else -2 :])


def is_number(host: str) -> bool:
    """True for an IP address, in brackets or not."""
    return _address(host) is not None


def is_public_number(host: str) -> bool:
    """True for an IP address that anyone on the internet reaches; false for a private one and for a name."""
    address = _address(host)
    return bool(address and address.is_global)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def is_private(host: str) -> bool:
    """True for what only a rehearsal or an office reaches: loopback, private numbers, names that no one registers."""
    address = _address(host)
    if address:
        return not address.is_global
    return "." not in host or host.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa"))


def readable(host: str) -> str:
    """The host as people read it: xn--caf-dma.example is café.example."""
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def scripts(label: str) -> frozenset[str]:
    """The scripts that a label's letters belong to: LATIN, CYRILLIC, GREEK..."""
    names = {re.split(r"[ -]", unicodedata.name(letter, "?"))[0] for letter in label if letter.isalpha()}
    return frozenset("CJK" if name == "IDEOGRAPHIC" else name for name in names)


def disguise(host: str) -> str:
    """Why the host's letters deceive the eye, in words; "" when they do not.

    A name in one script of its own (café, почта) deceives nobody.
    """
    for label in readable(host).split("."):
        found = scripts(label)
        if len(found) > 1 and not any(found <= mixture for mixture in MIXTURES):
            return f"“{label}” mixes {' and '.join(sorted(name.title() for name in found))} letters"
        if found and found <= {"CYRILLIC", "GREEK"} and all(c in LOOK_LATIN or not c.isalpha() for c in label):
            latin = "".join(LOOK_LATIN.get(letter, letter) for letter in label)
            return f"“{label}” looks like “{latin}”, and is written in {next(iter(found)).title()} letters"
    return ""


def imitated(host: str, brands: Iterable[str]) -> str:
    """The brand's host that another site's name is easily taken for; "" when it is like none of them.

    One letter apart in names of five letters and more, two in names of eight and more; in shorter ones only
    letters that look alike count. The brand's own name under another ending is not an imitation.
    """
    name = _name(host)
    known = {site_of(brand.removeprefix("*.")) for brand in brands}
    if site_of(host) in known:
        return ""
    for brand in sorted(known):
        own = _name(brand)
        if name == own or not own:
            continue
        far = 2 if len(own) >= LONG else 1 if len(own) >= SHORT else 0
        if _skeleton(name) == _skeleton(own) or (far and distance(name, own, far) <= far):
            return brand
    return ""


def _name(host: str) -> str:
    """The label that a brand is known by."""
    return readable(site_of(host)).partition(".")[0]


def _skeleton(name: str) -> str:
    plain = "".join(LOOK_LATIN.get(letter, letter) for letter in name)
    for seen, meant in LOOK_ALIKE:
        plain = plain.replace(seen, meant)
    return plain


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be changed, added, dropped or swapped with their neighbour; at most `most` + 1 is told."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, mate in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != mate))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mate:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
