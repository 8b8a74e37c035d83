"""A secret is found in every spelling, and nothing else is."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote, quote_plus, urlencode

import pytest

from parcours.facts.model import Element, FrameFacts, Hop, PageSnapshot
from parcours.findings import Certainty, Finding, Owner, Severity, Verdict, Where
from parcours.redaction import Redactor, masked, masked_json
from parcours.trace import StepTrace

SECRET = "Wört/9&\"<x>'+ é"

SPELLINGS = {
    "as it is": SECRET,
    "in capitals": SECRET.upper(),
    "in an address": quote(SECRET, safe=""),
    "in a path": quote(SECRET),
    "in a query": quote_plus(SECRET),
    "in a form": urlencode({"q": SECRET}).removeprefix("q="),
    "encoded twice": quote(quote(SECRET, safe=""), safe=""),
    "as encodeURIComponent writes it": quote(SECRET, safe="!'()*~"),
    "in lower-case hexadecimal": quote(SECRET, safe="").lower(),
    "in HTML": html.escape(SECRET),
    "in HTML's text": html.escape(SECRET, quote=False),
    "in JSON": json.dumps(SECRET)[1:-1],
    "in JSON with letters": json.dumps(SECRET, ensure_ascii=False)[1:-1],
    "in a script's JSON": json.dumps(SECRET)[1:-1]
    .replace("<", "\\u003c")
    .replace(">", "\\u003e")
    .replace("&", "\\u0026"),
    "as Python shows it": repr(SECRET)[1:-1],
    "with every letter encoded": "".join(f"%{byte:02X}" for byte in SECRET.encode()),
    "in numbered entities": "".join(f"&#{ord(c)};" for c in SECRET),
    "in JSON within JSON": json.dumps(json.dumps(SECRET))[3:-3],
    "half encoded": quote(SECRET[:4]) + SECRET[4:],
    "over two lines": SECRET.replace(" ", "\n  "),
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_a_secret_is_found_however_it_is_written(spelling: str) -> None:
    assert Redactor([SECRET]).text(f"before {spelling} after") == "before ••• after"


@pytest.mark.parametrize("user", ["", "a", "ab", "anna"])
def test_a_secret_is_found_in_base64_wherever_it_begins(user: str) -> None:
    code = base64.b64encode(f"{user}:hunter2-again:x".encode()).decode()
    shown = Redactor(["hunter2-again"]).text(f"Basic {code}")
    whole = base64.b64decode(shown.removeprefix("Basic ").replace("•••", "A" * (len(code) - len(shown) + 9)))
    assert "•••" in shown
    assert b"unter2-agai" not in whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the address https://x.example/?q=swordfish-90", "the address https://x.example/?q=•••"),
        ("cut https://x.example/?q=swordf", "cut https://x.example/?q=•••"),
        ("cut swor…", "cut •••…"),
        ("cut swordfi, and on", "cut •••, and on"),
        ("a swordsman, and words", "a swordsman, and words"),
        ("swo", "swo"),
    ],
)
def test_the_beginning_that_a_cut_leaves_is_found_too(text: str, shown: str) -> None:
    assert Redactor(["swordfish-90"]).text(text) == shown


def test_numbers_are_found_in_groups() -> None:
    text = "4111 1111 1111 1111, 4111-1111-1111-1111, FR76 3000 6000"
    assert Redactor(["4111111111111111", "FR7630006000"]).text(text) == "•••, •••, •••"


def test_the_secret_parts_of_an_address_are_secret_by_themselves() -> None:
    redactor = Redactor(["https://me:pass-word-9@staging.example/p?key=abcdef123456&x=1"])
    assert redactor.text("pass-word-9 abcdef123456 staging.example x=1") == "••• ••• staging.example x=1"


def test_without_secrets_nothing_changes_and_short_ones_are_none() -> None:
    redactor = Redactor(["", "abc", "   "])
    page = PageSnapshot(title="abc")
    assert not redactor
    assert redactor.text("abc") == "abc"
    assert redactor.facts(page) is page


def test_facts_lose_the_secret_and_keep_their_form() -> None:
    element = Element("p[1]", "p", text="I am anna-9", attrs={"title": "anna-9"})
    page = PageSnapshot(
        title="Anna-9",
        url="https://x.example/?t=anna-9&token=1",
        navigation=(Hop("https://x.example/anna%2d9", 200), Hop("https://x.example/", 200)),
        frames=(FrameFacts(elements=(element, Element("p[2]", "p", text="other"))),),
        dialogs=("alert: anna-9",),
    )
    shown = Redactor(["anna-9"]).facts(page)
    assert shown == PageSnapshot(
        title="•••",
        url="https://x.example/?t=•••&token=1",
        navigation=(Hop("https://x.example/•••", 200), Hop("https://x.example/", 200)),
        frames=(
            FrameFacts(
                elements=(
                    Element("p[1]", "p", text="I am •••", attrs={"title": "•••"}),
                    Element("p[2]", "p", text="other"),
                )
            ),
        ),
        dialogs=("alert: •••",),
    )
    assert shown.frames[0].elements[1] is page.frames[0].elements[1]


def test_what_is_ours_stays_even_where_a_secret_is_a_common_word() -> None:
    redactor = Redactor(["blocked", "demo", "minor"])
    step = StepTrace("demo", "see", "see “demo”", ended="blocked", reason="demo")
    assert redactor.shown(step) == StepTrace("demo", "see", "see “•••”", ended="blocked", reason="•••")
    finding = Finding(
        "demo/demo",
        Verdict.FAILED,
        Severity.MINOR,
        Certainty.HIGH,
        Owner.WEB,
        "a demo",
        where=Where("demo", url="/demo"),
    )
    shown = redactor.shown(finding)
    assert (shown.rule, shown.severity, shown.message) == ("demo/demo", Severity.MINOR, "a •••")
    assert shown.where == Where("demo", url="/•••")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://x.example/?access_token=abc&q=boots#id_token=x", "https://x.example/?access_token=•••&q=boots#id_token=•••"),
        ("?sig=1&Signature=2&code=3&SESSIONID=4&password=5&pin=6", "?sig=•••&Signature=•••&code=•••&SESSIONID=•••&password=•••&pin=•••"),
        ("the page is https://x.example/?token=abc, not https://y.example/?zip=75001", "the page is https://x.example/?token=••• not https://y.example/?zip=75001"),
        ("https://anna:geheim@x.example/ and https://bank.example@evil.example/", "https://anna:•••@x.example/ and https://bank.example@evil.example/"),
        ("https://x.example/?design=1&postcode=75001&keyword=boots", "https://x.example/?design=1&postcode=75001&keyword=boots"),
    ],
)  # fmt: skip
def test_tokens_and_passwords_in_addresses_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert masked(shown) == shown
    assert Redactor().shown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("localStorage.setItem('token', 'a1b2c3')", "localStorage.setItem('token', '•••')"),
        ('{"accessToken": "a1b2c3", "zip": "75001"}', '{"accessToken": "•••", "zip": "75001"}'),
        ("let csrf_token = `x`, apiKey='a1b2c3'", "let csrf_token = `x`, apiKey='•••'"),
        ("document.cookie = 'sid=a1b2c3; path=/'", "document.cookie = 'sid=•••'"),
        ("Cookie: a=1; session=2 and more", "Cookie: a=••• and more"),
        ("Set-Cookie: sid=a1b2c3; HttpOnly", "Set-Cookie: sid=•••; HttpOnly"),
        ("api_key=a1b2c3 failed", "api_key=••• failed"),
        ("const token=get(); session==other", "const token=get(); session==other"),
        ("Authorization: Bearer eyJ0eXAi.1.2", "Authorization: Bearer •••"),
        ("Basic bm9ib2R5OnNlc3NhbWU1", "Basic •••"),
        ("X-Api-Key: a1b2c3d4e5", "X-Api-Key: •••"),
        ("Basic information, bearer of good news", "Basic information, bearer of good news"),
        ("Bearer of 12 gifts; your session: 'a b'", "Bearer of 12 gifts; your session: 'a b'"),
        ("We use cookies: yes", "We use cookies: yes"),
        ("Secret garden, token of love", "Secret garden, token of love"),
    ],
)
def test_what_scripts_and_headers_call_a_secret_is_masked(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert masked(shown) == shown


def test_json_is_masked_text_by_text_and_stays_json() -> None:
    value = {
        "url": "https://x.example/?token=a\\b",
        "quoted": 'a "token=\\"?sid=1"',
        "half": "\ud800?otp=1",
        "plain": "token",
    }
    kept = json.loads(masked_json(json.dumps(value).encode()))
    assert kept == {key: masked(text) for key, text in value.items()}
    assert kept["url"] == "https://x.example/?token=•••"
    assert kept["plain"] == "token"
