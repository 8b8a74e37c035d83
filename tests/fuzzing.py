"""What reads other people's bytes, each as a function of bytes: it returns, or raises what it is declared to raise.

Anything else that it lets through is a fault of ours. Hypothesis and atheris feed the same functions.
"""

# ruff: noqa: ISC004 - seeds are written as lines
from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from parcours.channels import catalogue as channels
from parcours.channels.qr import address
from parcours.facts import association, colour, ndef, phones, texting, urls, viewport
from parcours.facts.artwork import Code
from parcours.facts.mail import MailError, read_mail
from parcours.facts.model import Engine, WellKnown
from parcours.redaction import Redactor, masked
from parcours.results import JourneyResult, Status
from parcours.scenario.building import Builder
from parcours.scenario.model import Scenario
from parcours.scenario.reader import parse
from parcours.steps import catalogue as steps
from parcours.storage.codec import from_json, from_plain, to_json, to_plain

URL = "https://shop.example/spring/boots?size=38&colour=red#top"


def text_of(data: bytes) -> str:
    """Text with anything in it that a page may hold, halves of surrogate pairs too."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def read_viewport(data: bytes) -> None:
    settings = viewport.settings(text_of(data))
    for engine in ("chromium", "webkit"):
        resolved = viewport.resolve(settings, 390, 844, engine)
        assert all(math.isfinite(value) for value in resolved), resolved
        assert 1 <= resolved.width <= 10_000, resolved
        assert resolved.minimum <= resolved.maximum, resolved
    viewport.repaired(text_of(data))


def read_association(data: bytes) -> None:
    file = WellKnown("https://shop.example/.well-known/x", 200, "application/json", text_of(data))
    for targets in (association.apple_targets(file), association.android_targets(file)):
        answer = association.decide(targets, URL)
        assert answer.outcome in association.Outcome


def read_pattern(data: bytes) -> None:
    pattern, _, path = text_of(data).partition("\n")
    assert association.fully("*", path)
    if association.fully(pattern, path):
        assert association.fully(f"*{pattern}*", f"x{path}x")
    assert association.fully(path, path) or {"?", "*", "$"} & set(path)


def read_url(data: bytes) -> None:
    text = text_of(data)
    link = urls.classify(text, URL)
    assert link.kind in urls.Kind
    urls.is_trustworthy_http(text)
    place = urls.place_of(text)
    assert not set("/?#@ <>") & set(place.host), place
    assert masked(masked(text)) == masked(text)


def read_words(data: bytes) -> None:
    text = text_of(data)
    for link in texting.links_in(text):
        assert link.href
    texting.coding(text)
    for seen in phones.spotted(text, "fr"):
        assert phones.digits(seen.text)
    colour.parse(text)


def read_code(data: bytes) -> None:
    url, code, _ = address(Code(text_of(data)))
    assert bool(url) != bool(code)
    assert not url or url.lower().startswith(("http:", "https:"))


def read_tag(data: bytes) -> None:
    try:
        ndef.records(data)
    except ndef.NdefError:
        return


def read_message(data: bytes) -> None:
    try:
        mail = read_mail(data, "mail.eml")
    except MailError:
        return
    assert len(mail.message.links) <= 500


@cache
def _kinds() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    return steps(), channels()


def read_scenario(data: bytes) -> Scenario | None:
    """A file gives a scenario or says what is wrong with it, and where; never both, never neither."""
    builder = Builder(parse(data, "fuzz.yaml"), *_kinds(), {"rule": None, "device": None, "folder": None})
    scenario = builder.scenario()
    assert scenario is not None or builder.notes.problems
    for problem in builder.notes.problems:
        assert 0 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1
        str(problem).encode()
    return None if builder.notes.problems else scenario


def read_result(data: bytes) -> None:
    try:
        result = from_json(JourneyResult, data)
    except ValueError:
        return
    again = from_json(JourneyResult, to_json(result))
    assert to_json(again) == to_json(result)


def keep_text(data: bytes) -> None:
    """What is kept comes back the same, whatever a page's texts hold."""
    text = text_of(data)
    result = JourneyResult("spring", "iphone", Engine(), Status.PASSED, name=text, reason=text)
    line = to_json(result)
    assert line.isascii()
    assert json.loads(line)["name"] == text
    assert from_plain(JourneyResult, json.loads(json.dumps(to_plain(result)))) == result


def hide_secret(data: bytes) -> None:
    text = text_of(data)
    secret = text[:40].strip()
    if len(secret) >= 8:
        assert secret not in Redactor([secret]).text(f"before {secret} after")


TARGETS: Mapping[str, Callable[[bytes], object]] = {
    "viewport": read_viewport,
    "association": read_association,
    "pattern": read_pattern,
    "url": read_url,
    "words": read_words,
    "code": read_code,
    "tag": read_tag,
    "mail": read_message,
    "scenario": read_scenario,
    "result": read_result,
    "codec": keep_text,
    "secret": hide_secret,
}

# What each is made of: grammar for those who would else never get past the first character.
SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "viewport": (b"width=device-width, initial-scale=1", b"width=1e9;height=-3,user-scalable=no,maximum-scale=yes"),
    "association": (
        b'{"applinks":{"details":[{"appIDs":["A.b"],"components":[{"/":"/spring/*","?":{"size":"3?"},"exclude":true}]}],'
        b'"substitutionVariables":{"x":["a*"]},"defaults":{"caseSensitive":false}}}',
        b'[{"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":"android_app",'
        b'"package_name":"a.b","sha256_cert_fingerprints":["00"]}}]',
    ),
    "pattern": (b"/spring/*?$(lang)\n/spring/boots", b"*" * 40 + b"\n" + b"a" * 60),
    "url": (
        b"https://www.bank.example@evil.example\\x/%2F?token=abc#y", b"http://0x7f.1:80/", b"intent://a#Intent;scheme=x;end",
        b"market://details?id=a.b", b"tel:+33 1", b"https://xn--mnchen-3ya.example./", b"http://[::ffff:127.0.0.1]/",
    ),
    "words": (b"Votre colis: colis.example/x 01 23 45 67 89 +33(0)1", b"oklch(0.4 0.268735435 34deg / 50%)", b"rgb(1 2 3 / .5)"),
    "code": (b"HTTPS://SHOP.EXAMPLE/X", b"WIFI:T:WPA;S:x;P:y;;", b"javascript:alert(1)", b"https://a.example https://b.example"),
    "tag": (b"\x03\x10\xd1\x01\x0cU\x04shop.example", b"\xd1\x02\x08Sp\xd1\x01\x04U\x04a.b"),
    "mail": (
        b"From: a@b.example\nSubject: =?utf-8?q?x?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/html; charset=latin-1\n\n<a style='padding:9px;background:#f00' href='https://x.example/'>x</a>\n--b--\n",
        b"<!doctype html><html><style>.b{padding:1px}</style><a class=b href=x>y",
    ),
    "scenario": (
        b"parcours: 1\nname: x\ndevices: [iphone, android]\nstart:\n  link: https://shop.example/\n  expect-text: x\nsteps:\n"
        b"  - see: Boots\n    within: 4 s\n  - find: contact\n    any-of: [message, call]\n  - type: {into: a, text: '${b}'}\n"
        b"limits: {taps: 4, landing: 3 s, bytes: 2 MB}\nvars: {b: c}\naccept:\n  - rule: text/tiny\n    why: x\n    until: 2027-01-31\n",
        b'parcours: 1\nstart: {sms: "x https://a.example/"}\nallow-send: [127.0.0.1:80]\nsites: {a.example: demo:shop}\n',
    ),
    "result": (to_json(JourneyResult("spring", "iphone", Engine(), Status.FAILED, name="é")),),
    "codec": ("é\ud800\u202e\0".encode("utf-8", "surrogatepass"),),
    "secret": (b"p@ss w0rd+/=%", "motdepasse-é".encode()),
}  # fmt: skip
