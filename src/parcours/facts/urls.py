"""What a link or a scanned text is: read as a phone's browser reads it, and never opened.

Addresses are taken apart as the URL standard does (https://url.spec.whatwg.org), not as `urllib.parse` does:
a backslash is a slash, the last `@` ends the user name, `http://127.1/` is 127.0.0.1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urljoin


class Kind(StrEnum):
    """What a phone would do with it."""

    EMPTY = "empty"
    WEB = "web"  # http: or https:, and nothing more special
    RELATIVE = "relative"  # a path or a fragment of the page that it stands on
    BARE_HOST = "bare-host"  # www.shop.example, without a scheme
    TEL = "tel"
    SMS = "sms"
    MAIL = "mail"
    APP_STORE = "app-store"
    PLAY_STORE = "play-store"
    OTHER_STORE = "other-store"
    INTENT = "intent"  # Android's intent://...#Intent;...;end
    MESSAGING = "messaging"
    ATTRIBUTION = "attribution"  # Branch, Adjust...: leads on to an app or a store
    CUSTOM = "custom"  # a scheme of its own: mybank://, skype:
    CONTACT_CARD = "contact-card"
    BOOKMARK = "bookmark"
    EVENT = "event"
    WIFI = "wifi"
    GEO = "geo"
    OTP = "otp"
    PAYMENT = "payment"
    DANGEROUS = "dangerous"  # javascript:, data:, file:...: must never be opened
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Link:
    """One link, classified.

    `value` is what matters in it, as written: the number (tel, sms, WhatsApp), the mail address, the store's
    app id or package, the network's name, the place; "" when it has none, as in a button that shares a page.
    Web addresses have themselves as value. Secrets (Wi-Fi passwords, one-time-password keys) are only in `text`.
    `host` is lower-case ASCII as a browser would ask for it, without a final dot; "" when there is none.
    `service` is the name that people know: "WhatsApp", "Branch", "App Store", "vCard".
    """

    kind: Kind
    text: str
    value: str = ""
    scheme: str = ""
    host: str = ""
    service: str = ""
    country: str = ""  # of a store link, lower case
    package: str = ""  # of an intent
    fallback: str = ""  # of an intent: S.browser_fallback_url, decoded
    opens: str = ""  # of an intent: the scheme that the app is asked with
    userinfo: bool = False  # a name stands before the host: https://bank.example@evil.example
    port: str = ""

    @property
    def is_web(self) -> bool:
        """True when a browser opens it over http(s), be it a page, a store, a messenger or a tracker."""
        return self.scheme in WEB_SCHEMES

    @property
    def is_store(self) -> bool:
        """True when it leads to an app store."""
        return self.kind in {Kind.APP_STORE, Kind.PLAY_STORE, Kind.OTHER_STORE}


class Place(NamedTuple):
    """A web address taken apart: `path` begins with "/", `query` and `fragment` have no mark before them."""

    host: str
    port: str
    path: str
    query: Mapping[str, str]
    fragment: str
    userinfo: bool


WEB_SCHEMES = ("http", "https")
DANGEROUS_SCHEMES = frozenset(
    {
        "javascript",
        "vbscript",
        "data",
        "file",
        "blob",
        "filesystem",
        "about",
        "view-source",
        "chrome",
        "resource",
        "jar",
    }
    | {"chrome-extension", "content", "ms-msdt", "ms-officecmd", "search-ms"}
)
STORE_SCHEMES = {
    "itms": "App Store",
    "itms-apps": "App Store",
    "itms-appss": "App Store",
    "macappstore": "Mac App Store",
}
OTHER_STORE_SCHEMES = {"samsungapps": "Galaxy Store", "amzn": "Amazon Appstore", "ms-windows-store": "Microsoft Store",
                       "appmarket": "Huawei AppGallery", "hiapplink": "Huawei AppGallery"}  # fmt: skip
MESSAGING_SCHEMES = {
    "whatsapp": "WhatsApp", "fb-messenger": "Messenger", "tg": "Telegram", "sgnl": "Signal", "viber": "Viber",
    "line": "LINE", "skype": "Skype", "facetime": "FaceTime", "facetime-audio": "FaceTime", "weixin": "WeChat",
    "wechat": "WeChat", "tencent": "QQ", "mqqwpa": "QQ", "kakaotalk": "KakaoTalk", "threema": "Threema",
    "instagram": "Instagram", "zalo": "Zalo",
}  # fmt: skip
PAYMENT_SCHEMES = {
    "bitcoin": "Bitcoin", "ethereum": "Ethereum", "litecoin": "Litecoin", "lightning": "Lightning", "monero": "Monero",
    "upi": "UPI", "paypal": "PayPal", "payto": "payto", "swish": "Swish", "bank": "bank transfer",
}  # fmt: skip
ATTRIBUTION_HOSTS = {
    "app.link": "Branch", "test-app.link": "Branch", "bnc.lt": "Branch",
    "app.adjust.com": "Adjust", "adj.st": "Adjust", "go.link": "Adjust",
    "onelink.me": "AppsFlyer", "app.appsflyer.com": "AppsFlyer",
    "smart.link": "Kochava", "sng.link": "Singular", "page.link": "Firebase Dynamic Links",
}  # fmt: skip
OTHER_STORE_HOSTS = {
    "appgallery.huawei.com": "Huawei AppGallery", "appgallery.cloud.huawei.com": "Huawei AppGallery",
    "galaxystore.samsung.com": "Galaxy Store", "galaxy.store": "Galaxy Store", "apps.samsung.com": "Galaxy Store",
    "apps.microsoft.com": "Microsoft Store", "f-droid.org": "F-Droid",
}  # fmt: skip
MESSAGING_HOSTS = {
    "wa.me": "WhatsApp", "wa.link": "WhatsApp", "whatsapp.com": "WhatsApp",
    "m.me": "Messenger", "messenger.com": "Messenger",
    "t.me": "Telegram", "telegram.me": "Telegram", "telegram.dog": "Telegram",
    "signal.me": "Signal", "signal.group": "Signal", "line.me": "LINE", "lin.ee": "LINE", "ig.me": "Instagram",
    "bcrw.apple.com": "Apple Messages for Business", "open.kakao.com": "KakaoTalk", "pf.kakao.com": "KakaoTalk",
    "threema.id": "Threema", "join.skype.com": "Skype", "zalo.me": "Zalo",
    "businessmessages.google.com": "Google Business Messages",
}  # fmt: skip

# Texts that scanners recognise by how they begin. The part in the group is the value.
PAYLOADS: tuple[tuple[re.Pattern[str], Kind, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kind, service)
    for pattern, kind, service in (
        (r"BEGIN:VCARD\b(?:.*?\n(?:[\w-]+\.)?FN[^:\n]*:([^\r\n]*))?", Kind.CONTACT_CARD, "vCard"),
        (r"(?:MECARD|BIZCARD):(?:(?:.*?;)?N:([^;]*))?", Kind.CONTACT_CARD, "MECARD"),
        (r"MEBKM:(?:.*?;)?URL:((?:\\.|[^;])*)", Kind.BOOKMARK, "MEBKM"),
        (r"MEBKM:()", Kind.BOOKMARK, "MEBKM"),
        (r"BEGIN:V(?:EVENT|CALENDAR)\b(?:.*?\nSUMMARY[^:\n]*:([^\r\n]*))?", Kind.EVENT, "iCalendar"),
        (r"WIFI:(?:(?:.*?;)?S:((?:\\.|[^;])*))?", Kind.WIFI, "Wi-Fi network"),
        (r"MATMSG:(?:.*?;)?TO:([^;]*)", Kind.MAIL, "MATMSG"),
        (r"BCD\r?\n00[12]\r?\n()", Kind.PAYMENT, "EPC credit transfer"),
        (r"SPC\r?\n0[12]\d{2}\r?\n()", Kind.PAYMENT, "Swiss QR-bill"),
        (r"SPD\*1\.0\*()", Kind.PAYMENT, "Short Payment Descriptor"),
        (r"000201\d{2}()", Kind.PAYMENT, "EMV payment code"),
    )
)

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
HOST_AND_PORT = re.compile(r"[a-z0-9.-]+\.[a-z0-9-]+:\d{1,5}(?:[/?#]|$)|localhost:\d{1,5}(?:[/?#]|$)", re.IGNORECASE)
BARE_HOST = re.compile(r"(?:www\.\S+|(?:[\w-]+\.)+([a-z]{2,24}))(?:[:/?#]\S*)?", re.IGNORECASE)
# Endings that look like top-level domains and are files on every site.
FILES = frozenset(
    {"html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "cgi", "pdf", "doc", "docx", "txt", "xml", "json"}
    | {"jpg", "jpeg", "png", "gif", "svg", "webp", "js", "css"}
)
APP_STORE_ID = re.compile(r"(?:^|[/?&=])id=?(\d{6,12})(?!\d)", re.IGNORECASE)
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
BREAKS = {9: None, 10: None, 13: None}  # the URL standard drops tabs and line ends wherever they stand
FORBIDDEN = frozenset(" #/:<>?@[\\]^|%\x7f").union(map(chr, range(32)))  # in a host, by the URL standard
BLANKS = "".join(map(chr, range(33)))


@lru_cache(maxsize=8192)
def classify(text: str, base: str = "") -> Link:
    """What a text is: an `href`, the payload of a code, the target of a redirect. Never raises.

    `base` is the address of the page that the link stands on; with it a relative link becomes the web address
    that it means.
    """
    trimmed = text.strip(BLANKS)
    if not trimmed:
        return Link(Kind.EMPTY, text)
    for pattern, kind, service in PAYLOADS if trimmed[0] in "BMWS0bmws" else ():
        if found := pattern.match(trimmed):
            return Link(kind, text, value=(found[1] or "").strip(), service=service)
    compact = trimmed.translate(BREAKS)
    scheme = SCHEME.match(compact)
    if scheme and not HOST_AND_PORT.match(compact):
        return _with_scheme(text, scheme[1].lower(), compact[scheme.end() :])
    if base:
        return replace(classify(_joined(base, compact)), text=text)
    if compact[0] in "/#?." and not re.search(r"\s", compact):
        return Link(Kind.RELATIVE, text, value=compact)
    return _bare(text, compact)


def is_trustworthy_http(url: str) -> bool:
    """True for an `http:` address that never leaves the machine, which browsers trust as they do https.

    As https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy has it: 127.0.0.0/8, ::1, localhost and
    *.localhost. False for every other scheme, https included.
    """
    link = classify(url)
    if link.scheme != "http":
        return False
    host = link.host
    return host in {"localhost", "[::1]"} or host.endswith(".localhost") or bool(re.fullmatch(r"127(\.\d+){3}", host))


@lru_cache(maxsize=8192)
def place_of(url: str) -> Place:
    """An http(s) address taken apart as a browser does it; all fields empty when it is none."""
    compact = url.strip(BLANKS).translate(BREAKS)
    scheme = SCHEME.match(compact)
    if not scheme or scheme[1].lower() not in WEB_SCHEMES:
        return Place("", "", "", {}, "", userinfo=False)
    return _place(compact[scheme.end() :])


def _place(rest: str) -> Place:
    body, _, fragment = rest.partition("#")
    body, _, query = body.partition("?")
    authority, slash, path = body.replace("\\", "/").lstrip("/").partition("/")
    user, at, host = authority.rpartition("@")
    literal = re.fullmatch(r"(\[.*\]|[^:]*)(?::(\d*))?", host)
    name, port = (literal[1], literal[2] or "") if literal else (host, "")
    return Place(_ascii(name), port, slash + path or "/", _query(query), fragment, userinfo=bool(at and user))


def _query(query: str) -> Mapping[str, str]:
    found = parse_qs(query[:10_000], keep_blank_values=True)
    return {name: values[0] for name, values in found.items()}


def _ascii(host: str) -> str:
    """The host that is asked for: percent signs, full-width letters and accents as UTS 46 maps them, roughly."""
    name = host.lower().rstrip(".")
    if not name.isascii() or "%" in name:
        name = (
            unicodedata.normalize("NFKC", unquote(host).translate(INVISIBLE)).replace("\u3002", ".").lower().rstrip(".")
        )
    if name.startswith("["):
        name = name if re.fullmatch(r"\[[0-9a-f:.]+\]", name) else ""
        return "[::1]" if re.fullmatch(r"\[(0*:){2,7}0*1\]", name) else name
    if FORBIDDEN & set(name):  # browsers refuse the whole address
        return ""
    labels = [label if label.isascii() else _punycode(label) for label in name.split(".")]
    return _ipv4(labels) or ".".join(labels)


def _punycode(label: str) -> str:
    return "xn--" + label.encode("punycode", "replace").decode("ascii", "replace")


def _ipv4(labels: list[str]) -> str:
    """The four numbers that browsers make of 127.1, 0x7f000001 or 2130706433; "" when it is a name."""
    if not 1 <= len(labels) <= 4 or not all(re.fullmatch(r"0x[0-9a-f]*|\d+", label) for label in labels):
        return ""
    try:
        numbers = [_number(label) for label in labels]
    except ValueError:
        return ""
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (5 - len(numbers)):
        return ""
    address = last + sum(number << 8 * (3 - index) for index, number in enumerate(first))
    return ".".join(str(address >> shift & 255) for shift in (24, 16, 8, 0))


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if len(label) > 1 and label.startswith("0") else int(label)


def _joined(base: str, path: str) -> str:
    try:
        joined = urljoin(base, path)
    except ValueError:
        return ""
    return joined if SCHEME.match(joined) else ""


def _bare(text: str, compact: str) -> Link:
    found = BARE_HOST.fullmatch(compact)
    if HOST_AND_PORT.match(compact) or (found and (found[1] or "").lower() not in FILES):
        place = _place(compact)
        return Link(Kind.BARE_HOST, text, value=compact, host=place.host, port=place.port, userinfo=place.userinfo)
    return Link(Kind.TEXT, text, value=text.strip(BLANKS))


def _with_scheme(text: str, scheme: str, rest: str) -> Link:
    if scheme in WEB_SCHEMES:
        return _web(text, scheme, rest)
    if scheme in DANGEROUS_SCHEMES:
        return Link(Kind.DANGEROUS, text, value=rest, scheme=scheme)
    if known := KNOWN_SCHEMES.get(scheme):
        return known(text, scheme, rest)
    for schemes, kind in ((OTHER_STORE_SCHEMES, Kind.OTHER_STORE), (PAYMENT_SCHEMES, Kind.PAYMENT)):
        if scheme in schemes:
            return Link(kind, text, value=rest.lstrip("/"), scheme=scheme, service=schemes[scheme])
    if re.search(r"\s", text.strip(BLANKS)):  # "Note: bring the letter"
        return Link(Kind.TEXT, text, value=text.strip(BLANKS))
    return Link(Kind.CUSTOM, text, value=rest, scheme=scheme)


def _tel(text: str, scheme: str, rest: str) -> Link:
    return Link(Kind.TEL, text, value=rest, scheme=scheme)


def _sms(text: str, scheme: str, rest: str) -> Link:
    """`sms:+33...?body=` (RFC 5724), Apple's `&body=`, and the scanners' `smsto:number:text`."""
    number = re.split(r"[?&;:]" if scheme.endswith("to") else r"[?&;]", rest.removeprefix("//"), maxsplit=1)[0]
    return Link(Kind.SMS, text, value=unquote(number).strip(), scheme=scheme)


def _mail(text: str, scheme: str, rest: str) -> Link:
    address, _, query = rest.partition("?")
    to = unquote(address).strip() or _query(query).get("to", "").strip()
    return Link(Kind.MAIL, text, value=to, scheme=scheme)


def _geo(text: str, scheme: str, rest: str) -> Link:
    return Link(Kind.GEO, text, value=rest.partition("?")[0], scheme=scheme, service="map")


def _otp(text: str, scheme: str, rest: str) -> Link:
    label = unquote(rest.partition("?")[0].removeprefix("//").partition("/")[2])
    return Link(Kind.OTP, text, value=label, scheme=scheme, service="one-time password")


def _itms(text: str, scheme: str, rest: str) -> Link:
    place = _place(rest)
    found = APP_STORE_ID.search(rest)
    return Link(
        Kind.APP_STORE,
        text,
        value=found[1] if found else "",
        scheme=scheme,
        host=place.host,
        service=STORE_SCHEMES[scheme],
        country=_country(place.path),
    )


def _market(text: str, scheme: str, rest: str) -> Link:
    query = _query(rest.partition("?")[2].partition("#")[0])
    package = query.get("id", "") or query.get("q", "").removeprefix("pname:")
    return Link(Kind.PLAY_STORE, text, value=package, scheme=scheme, service="Google Play")


def _intent(text: str, scheme: str, rest: str) -> Link:
    """Chrome's form: `intent://host/path#Intent;scheme=...;package=...;S.browser_fallback_url=...;end`."""
    data, _, extras = rest.partition("#Intent;")
    pairs = dict(part.partition("=")[::2] for part in extras.split(";") if "=" in part)
    return Link(
        Kind.INTENT,
        text,
        value=data,
        scheme=scheme,
        package=pairs.get("package", ""),
        fallback=unquote(pairs.get("S.browser_fallback_url", "")),
        opens=pairs.get("scheme", "").lower(),
    )


def _messaging(text: str, scheme: str, rest: str) -> Link:
    service = MESSAGING_SCHEMES[scheme]
    query = _query(rest.partition("?")[2])
    value = next((query[name] for name in ("phone", "number", "domain", "chatURI", "username") if query.get(name)), "")
    if not value and scheme not in {"whatsapp", "viber", "tg", "line"}:
        value = rest.lstrip("/").partition("?")[0]
    return Link(Kind.MESSAGING, text, value=value.strip(), scheme=scheme, service=service)


KNOWN_SCHEMES: Mapping[str, Callable[[str, str, str], Link]] = {
    "tel": _tel,
    "telprompt": _tel,
    **dict.fromkeys(("sms", "smsto", "mms", "mmsto"), _sms),
    "mailto": _mail,
    "geo": _geo,
    "otpauth": _otp,
    "otpauth-migration": _otp,
    **dict.fromkeys(STORE_SCHEMES, _itms),
    "market": _market,
    "intent": _intent,
    **dict.fromkeys(MESSAGING_SCHEMES, _messaging),
}


def _web(text: str, scheme: str, rest: str) -> Link:
    place = _place(rest)
    kind, value, service, country = _special(place) or (Kind.WEB, text.strip(BLANKS), "", "")
    return Link(
        kind,
        text,
        value=value,
        scheme=scheme,
        host=place.host,
        service=service,
        country=country,
        userinfo=place.userinfo,
        port=place.port,
    )


Special = tuple[Kind, str, str, str]


def _special(place: Place) -> Special | None:
    """What the host makes of a web address: a store, a messenger, a tracker; None for an ordinary page."""
    for reader in (_app_store, _play_store, _other_store, _messenger):
        if found := reader(place):
            return found
    if service := _named(place.host, ATTRIBUTION_HOSTS):
        return Kind.ATTRIBUTION, place.path + ("?" if place.query else ""), service, ""
    return None


def _named(host: str, names: Mapping[str, str]) -> str:
    """The name of the host, or of a domain above it; "" when neither is known."""
    labels = host.split(".")
    return next((names[name] for i in range(len(labels)) if (name := ".".join(labels[i:])) in names), "")


def _country(path: str) -> str:
    found = re.match(r"/([a-z]{2})(?:/|$)", path, re.IGNORECASE)
    return found[1].lower() if found else ""


def _app_store(place: Place) -> Special | None:
    if place.host in {"appsto.re", "appstore.com"}:
        return Kind.APP_STORE, "", "App Store", _country(place.path)
    apps = place.host in {"apps.apple.com", "geo.apps.apple.com"}
    music = not re.search(r"/app/|/viewSoftware|^/(?:[a-z]{2}/)?id\d", place.path, re.IGNORECASE)
    if not apps and (music or not _named(place.host, {"itunes.apple.com": "x"})):
        return None
    found = APP_STORE_ID.search(place.path)
    app = place.query.get("id", "") or (found[1] if found else "")
    developer = "/developer/" in place.path or "/artist/" in place.path
    return Kind.APP_STORE, "" if developer else app, "App Store", _country(place.path)


def _play_store(place: Place) -> Special | None:
    if place.host == "play.app.goo.gl":
        return _play_store(place_of(place.query.get("link", "")))
    if place.host not in {"play.google.com", "market.android.com"}:
        return None
    if testing := re.match(r"/apps/(?:testing|internaltest)/([^/]+)", place.path):
        return Kind.PLAY_STORE, testing[1], "Google Play", ""
    shelf = re.fullmatch(r"/(?:store/?(?:apps(?:/.*)?)?|details)?", place.path)
    details = place.path.rstrip("/").endswith("/details")
    if not shelf:  # books, films, music
        return None
    return Kind.PLAY_STORE, place.query.get("id", "").strip() if details else "", "Google Play", ""


def _other_store(place: Place) -> Special | None:
    value = next((place.query[name] for name in ("id", "p", "asin", "productId") if name in place.query), "")
    last = place.path.rstrip("/").rpartition("/")[2]
    if re.fullmatch(r"(?:www\.)?amazon\.[a-z.]{2,6}", place.host):
        return (Kind.OTHER_STORE, value, "Amazon Appstore", "") if place.path.startswith("/gp/mas") else None
    if place.host in {"www.microsoft.com", "microsoft.com"} and re.search(
        r"/(?:store/(?:apps|productid)|p)/", place.path
    ):
        return Kind.OTHER_STORE, last, "Microsoft Store", ""
    service = _named(place.host, OTHER_STORE_HOSTS)
    if not service or (service == "F-Droid" and "/packages/" not in place.path):
        return None
    return Kind.OTHER_STORE, value or last, service, ""


def _messenger(place: Place) -> Special | None:
    """The service, with whom one would talk as value; "" when the link only shares something."""
    service = _named(place.host, MESSAGING_HOSTS)
    path = place.path.strip("/")
    first = path.partition("/")[0]
    if service == "WhatsApp":
        return _whatsapp(place, path)
    if service == "Messenger" and place.host.endswith("messenger.com"):
        return (Kind.MESSAGING, path.removeprefix("t/"), service, "") if path.startswith("t/") else None
    if service == "LINE":
        lineit = place.host.startswith("social-plugins") or re.match(r"R/(?:msg|share)\b", path)
        return Kind.MESSAGING, "" if lineit else path, service, ""
    if service == "Signal":
        return Kind.MESSAGING, place.fragment.removeprefix("p/"), service, ""
    if not service and place.host in {"twitter.com", "x.com", "www.twitter.com"} and path == "messages/compose":
        return Kind.MESSAGING, place.query.get("recipient_id", ""), "X", ""
    shares = first == "share"
    return (Kind.MESSAGING, "" if shares else path, service, "") if service else None


def _whatsapp(place: Place, path: str) -> Special | None:
    if place.host == "wa.me":
        return Kind.MESSAGING, unquote(path), "WhatsApp", ""
    if place.host in {"wa.link", "chat.whatsapp.com"}:
        return Kind.MESSAGING, path, "WhatsApp", ""
    if place.host in {"api.whatsapp.com", "web.whatsapp.com"}:
        return Kind.MESSAGING, place.query.get("phone", "").strip(), "WhatsApp", ""
    return None  # the company's own pages: help, downloads, channels
