"""What is heard while a page is walked: who sent the visitor on, where to, how fast it came up, behind which certificate."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.observe import MOST, Ear, served_metas
from parcours.browser.sessions import Session, open_session
from parcours.browser.settle import settled
from parcours.browser.snapshot import take_snapshot
from parcours.browser.worlds import worlds
from parcours.facts.model import AppLinks, HandOff, PageSnapshot
from servers import Answer, serving

VIEWPORT = '<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1">'
INTENT = "intent://offer#Intent;scheme=bank;package=com.bank;S.browser_fallback_url=https%3A%2F%2Fbank.example%2F;end"
MOVES = """<style>body{margin:0}</style><h1 id="offer" style="font-size:60px;height:300px">Bottes de printemps</h1><script>
requestAnimationFrame(() => setTimeout(() => {
  const late = document.createElement('div');
  late.style.height = '200px';
  document.body.prepend(late);
  setTimeout(() => { for (const begun = performance.now(); performance.now() - begun < 150;); document.title = 'ready'; }, 50);
}, 700));
</script>"""  # what moves within half a second of a resize does not count as a shift

PAGES = {
    "/meta": VIEWPORT + '<meta http-equiv="refresh" content="0;url=/end"><p>Bonjour',
    "/header": Answer(VIEWPORT + "<p>Bonjour", headers={"Refresh": "0;url=/end"}),
    "/script": VIEWPORT + "<script>location = '/end'</script>",
    "/anchor": VIEWPORT + "<a id=a href=/end>voir</a><script>a.click()</script>",
    "/form": VIEWPORT + "<form id=f action=/end></form><script>f.submit()</script>",
    "/redirect": Answer("", 302, {"Location": "/end"}),
    "/two": VIEWPORT + '<meta http-equiv="refresh" content="0;url=/script">',
    "/untold.js": Answer("1;" * 1000, headers={"Content-Type": "text/javascript", "Content-Length": ""}),
    "/end": Answer(
        VIEWPORT + "<h1>Bottes</h1><script src=/untold.js></script>",
        headers={"Strict-Transport-Security": "max-age=60", "X-Own": "no"},
    ),
    "/intent": Answer("", 302, {"Location": INTENT}),
    "/by-script": VIEWPORT + f"<p>Bonjour<script>location = '{INTENT}'</script>",
    "/moves": VIEWPORT + MOVES,
}


@asynccontextmanager
async def phone(**options: object) -> AsyncIterator[Session]:
    found = find_browser("chromium")
    async with browsers(LaneSettings(executable=found.executable, sandbox=found.sandbox)) as running:
        session = await open_session(await running.get("chromium"), "iPhone 13", **options)
        yield session
        await session.close()


async def look(session: Session) -> PageSnapshot:
    asked, _ = await worlds(session.page, session.cdp)
    await settled(asked[0])
    return await take_snapshot(session, AppLinks(), axe=False)


async def _walk(url: str) -> dict[str, object]:
    """Each page's facts once it came to rest; for those that leave the browser, the hand-offs."""
    from playwright.async_api import Error

    seen: dict[str, object] = {}
    async with phone() as session:
        page, observer = session.page, session.observer
        for path in ("/meta", "/header", "/script", "/anchor", "/form", "/redirect", "/two", "/end"):
            observer.forget()
            await page.goto(url + path, wait_until="commit")
            await page.wait_for_url("**/end*")
            seen[path] = await look(session)
        observer.forget()
        await page.goto(url + "/moves", wait_until="commit")
        await page.wait_for_function("document.title === 'ready'")
        seen["/moves"] = await look(session)
        for path in ("/intent", "/by-script"):
            observer.forget()
            async with page.expect_event("requestfailed"):
                try:
                    await page.goto(url + path, wait_until="commit")
                except Error:
                    pass
            await page.goto("about:blank")
            seen[path] = tuple(observer.hand_offs)
    return seen


@pytest.fixture(scope="module")
def seen() -> Iterator[dict[str, object]]:
    with serving(PAGES) as site:
        yield run_to_end(_walk(site.url))


def facts(seen: dict[str, object], path: str) -> PageSnapshot:
    page = seen[path]
    assert isinstance(page, PageSnapshot)
    return page


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("/meta", ["http", "meta"]),
        ("/header", ["http", "meta"]),
        ("/script", ["http", "script"]),
        ("/anchor", ["http", "script"]),
        ("/form", ["http", "script"]),
        ("/redirect", ["http", "http"]),
        ("/two", ["http", "meta", "script"]),
        ("/end", ["http"]),
    ],
)
def test_a_refresh_is_told_from_a_script_and_from_a_redirect(
    seen: dict[str, object], path: str, how: list[str]
) -> None:
    assert [hop.how for hop in facts(seen, path).navigation] == how


@pytest.mark.parametrize(("path", "how"), [("/intent", "redirect"), ("/by-script", "script")])
def test_an_intent_is_kept_whole(seen: dict[str, object], path: str, how: str) -> None:
    assert seen[path] == (HandOff(INTENT, how),)


def test_the_headers_that_rules_ask_for_are_kept_and_no_others(seen: dict[str, object]) -> None:
    headers = facts(seen, "/end").headers
    assert (headers["strict-transport-security"], "x-own" in headers) == ("max-age=60", False)


def test_what_the_engine_measured_is_read(seen: dict[str, object]) -> None:
    page = facts(seen, "/moves")
    vitals = page.main.vitals
    assert vitals
    assert "vitals" in page.facets
    assert vitals.lcp_address == "#offer"
    assert 0 < vitals.fcp <= vitals.lcp
    assert vitals.loaded > 0
    # 300 px of headline moved by 200 px: more than 0.05 in every screen of a phone's size.
    assert 0.05 < vitals.cls < 0.5
    # The work was done after the load event: it kept nobody from a page that was loading.
    assert vitals.blocked == 0


def test_the_engine_counts_what_the_server_does_not_tell(seen: dict[str, object]) -> None:
    page = facts(seen, "/end")
    (script,) = (request for request in page.requests if request.kind == "script")
    assert 2000 <= script.bytes < 3000
    assert {frame.sizes for frame in page.frames} == {()}


def test_a_page_without_tls_has_no_certificate(seen: dict[str, object]) -> None:
    assert facts(seen, "/end").certificate is None


def test_the_certificate_of_the_answer_is_kept(tmp_path: Path) -> None:
    if not (openssl := shutil.which("openssl")):
        pytest.skip("openssl is not here to make a certificate")
    key, chain = tmp_path / "key.pem", tmp_path / "chain.pem"
    made = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=shop.test"]
    subprocess.run([*made, "-keyout", str(key), "-out", str(chain)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)

    async def visit(url: str) -> PageSnapshot:
        async with phone(ignore_https_errors=True) as session:
            await session.page.goto(url)
            return await look(session)

    with serving({"/": VIEWPORT + "<p>Bonjour"}, tls=context) as site:
        found = run_to_end(visit(f"{site.url}/")).certificate
    assert found
    assert (found.subject, found.issuer, found.until - found.since) == ("shop.test", "shop.test", 30 * 86_400)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<meta name="a" content="1">', [("a", "1")]),
        ("<META NAME=a CONTENT=1/>", [("a", "1/")]),
        ("<meta property='og:title' content='a \"b\" > c'/>", [("og:title", 'a "b" > c')]),
        ('<meta http-equiv="Refresh" content="0; url=/&amp;x">', [("refresh", "0; url=/&x")]),
        ("<meta>", [("", "")]),
        ("<metadata name=a>", []),
        ('<!-- <meta name="a"> --><meta name="b">', [("b", "")]),
        ('<!-- <meta name="a">', []),
        ('<script>"<meta name=a>"</script><style><meta name=b></style ><meta name=c>', [("c", "")]),
        ('<script><meta name="a">', []),
        ('<meta name="a" content="never closed><meta name="b">', [("a", "never closed><meta name=")]),
        ('<meta name="a" content="never closed', []),
    ],
)
def test_meta_tags_are_read_as_a_browser_reads_them(html: str, expected: list[tuple[str, str]]) -> None:
    assert [(meta.name, meta.content) for meta in served_metas(html)] == expected


def test_their_addresses_count_them() -> None:
    assert [meta.address for meta in served_metas("<meta name=a><p><meta name=b>")] == ["meta[1]", "meta[2]"]


@pytest.mark.parametrize("piece", ['<meta content="', "<meta a", "<script ", "<!--", "<meta '"])
def test_html_that_never_closes_anything_is_read_in_one_go(piece: str) -> None:
    # Going back to every piece's beginning would take hours here.
    assert served_metas(piece * 200_000) == ()


class _Source:
    """What raises events, as pages and contexts of Playwright do."""

    def __init__(self) -> None:
        self.heard: list[Callable[[object], None]] = []

    def on(self, _event: str, hear: Callable[[object], None]) -> None:
        self.heard.append(hear)

    def remove_listener(self, _event: str, hear: Callable[[object], None]) -> None:
        self.heard.remove(hear)

    def say(self, thing: object) -> None:
        for hear in tuple(self.heard):
            hear(thing)


def test_a_flood_is_no_longer_listened_to_until_one_starts_afresh() -> None:
    source, heard = _Source(), []
    ear = Ear(source, "dialog", heard.append)
    for number in range(MOST["dialog"] + 1):
        source.say(number)
    assert (len(heard), source.heard) == (MOST["dialog"], [])
    ear.listen()
    ear.listen()
    source.say("more")
    assert (heard[-1], len(source.heard)) == ("more", 1)


def test_a_phone_hears_as_much_of_each_page_however_many_it_has_seen() -> None:
    asks = VIEWPORT + "<script>for (let i = 0; i < 40; i += 1) new Image().src = '/none?' + i</script>"

    async def documents(url: str) -> list[int]:
        async with phone() as session:
            found = []
            for _ in range(MOST["request"] // 41 + 2):
                session.observer.forget()
                await session.page.goto(url + "/asks")
                found.append(len(session.observer.documents))
            return found

    with serving({"/asks": asks}) as site:
        assert set(run_to_end(documents(site.url))) == {1}
