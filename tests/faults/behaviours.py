"""What sites, pages and networks do to a tester, each by its name, with the one outcome that it must have.

An outcome is a status and a code as they stand in `result.json`: "failed page-hung", or "passed" and "failed" where the
page is judged whole and its findings speak. Where it is the machine's speed that decides, there are two.
"""

from __future__ import annotations

import random
import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from faults.wire import Wire

HEAD = (
    "<!doctype html><html lang=en><title>Good</title><link rel=icon href='data:,'>"
    "<meta name=viewport content='width=device-width, initial-scale=1'>"
)
BODY = """<h1>Good page</h1><p style="font-size:16px">Call us:
<a style="display:inline-block;padding:20px" href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
GOOD = HEAD + BODY
BUTTON = "<button id=cta style='padding:20px;font-size:18px'>Go on</button>"


@dataclass(frozen=True)
class Places:
    """Where things are: this server under two names that are two sites to a browser, and what stands beside it."""

    own: str
    other: str
    closed: int  # a port that nobody answers on
    plain: int  # this server's port
    private: int  # a server that must never be asked
    tls: Mapping[str, int]


Answering = Callable[[Wire, Places], None]


@dataclass(frozen=True)
class Fault:
    """One behaviour. `outcome` is every phone's, `ios` and `android` where they differ."""

    name: str
    outcome: str
    answering: Answering
    steps: tuple[str, ...] = ()
    header: str = ""
    start: str = ""  # an address in place of its own
    ios: str = ""
    android: str = ""
    rules: frozenset[str] = frozenset()  # that must speak of it, too

    def expected(self, device: str) -> str:
        """What must come of it there."""
        return (self.ios if device == "iphone" else self.android) or self.outcome


FAULTS: dict[str, Fault] = {}
STALLS = frozenset({"/stalls.js", "/stalls.css", "/stalls.png", "/stalls.woff2", "/stalls"})


def fault(name: str, outcome: str, **more: object) -> Callable[[Answering], Answering]:
    """Register what answers at /<name>."""

    def registered(answering: Answering) -> Answering:
        assert name not in FAULTS
        FAULTS[name] = Fault(name, outcome, answering, **more)  # type: ignore[arg-type]
        return answering

    return registered


def page(name: str, outcome: str, html: str, **more: object) -> None:
    """Register a page; {own} and {other} are this server's two names in it."""
    headers = more.pop("headers", {})

    def answering(wire: Wire, places: Places) -> None:
        filled = html.replace("{own}", places.own).replace("{other}", places.other)
        wire.answer(filled.replace("{private}", str(places.private)), **headers)  # type: ignore[arg-type]

    FAULTS[name] = Fault(name, outcome, answering, **more)  # type: ignore[arg-type]


def redirect(name: str, outcome: str, to: str, **more: object) -> None:
    """Register a redirect, with places filled in."""

    def answering(wire: Wire, places: Places) -> None:
        wire.redirect(to.format(own=places.own, other=places.other, private=places.private, closed=places.closed))

    FAULTS[name] = Fault(name, outcome, answering, **more)  # type: ignore[arg-type]


def script(code: str, body: str = BODY) -> str:
    """A good page with a script at its end."""
    return HEAD + body + f"<script>{code}</script>"


# Network

redirect("net-refused", "failed site-refused", "http://127.0.0.1:{closed}/")
redirect("net-dns", "failed site-dns", "http://nothing-there.invalid/")


@fault("net-blackhole", "failed site-timeout")
def blackhole(wire: Wire, places: Places) -> None:
    wire.hold()


@fault("net-empty-reply", "failed site-empty")
def empty_reply(wire: Wire, places: Places) -> None:
    pass


@fault("net-reset-headers", "failed site-reset")
def reset_headers(wire: Wire, places: Places) -> None:
    wire.raw(b"HTTP/1.1 20")
    wire.reset()


@fault("net-reset-body", "failed page-cut-off")
def reset_body(wire: Wire, places: Places) -> None:
    wire.begin("Content-Length: 100000")
    wire.raw(GOOD.encode())
    wire.reset()


@fault("net-slow-headers", "failed site-timeout")
def slow_headers(wire: Wire, places: Places) -> None:
    wire.raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    wire.drip(b"a")


@fault("net-slow-body", "passed")
def slow_body(wire: Wire, places: Places) -> None:
    wire.begin()
    wire.raw(GOOD.encode())
    wire.drip(b" ")


@fault("net-endless-body", "failed page-too-large")
def endless_body(wire: Wire, places: Places) -> None:
    wire.begin()
    wire.raw(GOOD.encode())
    wire.flood(b"<p>" + b"And on it goes. " * 4000)


@fault("net-body-100mb", "failed page-too-large")
def body_100mb(wire: Wire, places: Places) -> None:
    wire.begin("Content-Length: 100000000")
    wire.raw(GOOD.encode() + b"<!--")
    for _ in range(100):
        wire.raw(b"x" * 1_000_000)


@fault("net-image-100mb", "failed")
def image_100mb(wire: Wire, places: Places) -> None:
    wire.answer(GOOD + "<img src=/junk.png width=10 height=10 alt=''>")


@fault("net-length-too-long", "failed page-cut-off")
def length_too_long(wire: Wire, places: Places) -> None:
    wire.begin(f"Content-Length: {len(GOOD) + 1000}")
    wire.raw(GOOD.encode())


@fault("net-length-too-short", "failed")
def length_too_short(wire: Wire, places: Places) -> None:
    wire.begin(f"Content-Length: {len(HEAD)}")
    wire.raw(GOOD.encode())


@fault("net-gzip-bomb", "failed page-too-large")
def gzip_bomb(wire: Wire, places: Places) -> None:
    press = zlib.compressobj(9, wbits=31)
    wire.begin("Content-Encoding: gzip")
    wire.raw(press.compress(GOOD.encode()))
    for _ in range(1000):
        wire.raw(press.compress(b" " * 1_000_000))
    wire.raw(press.flush())


@fault("net-bad-gzip", "failed site-protocol")
def bad_gzip(wire: Wire, places: Places) -> None:
    wire.answer(GOOD, content_encoding="gzip")


@fault("net-bad-chunk", "failed page-cut-off")
def bad_chunk(wire: Wire, places: Places) -> None:
    wire.begin("Transfer-Encoding: chunked")
    wire.raw(f"{len(GOOD):x}\r\n{GOOD}\r\nnonsense\r\n".encode())


@fault("net-garbage", "failed site-protocol")
def garbage(wire: Wire, places: Places) -> None:
    wire.raw(random.Random(1).randbytes(4096))


@fault("net-header-huge", "failed site-protocol")
def header_huge(wire: Wire, places: Places) -> None:
    wire.answer(GOOD, x_huge="a" * 1_000_000)


@fault("net-header-conflict", "failed site-protocol")
def header_conflict(wire: Wire, places: Places) -> None:
    wire.begin("Content-Length: 5", f"Content-Length: {len(GOOD)}")
    wire.raw(GOOD.encode())


@fault("net-header-inject", "passed")
def header_inject(wire: Wire, places: Places) -> None:
    wire.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: \x1b[2J\x1b]0;gone\x07\xe9\r\nX-Powered-By:\t=cmd\r\n"
             b"Set-Cookie: a=\x1b[31m\r\nConnection: close\r\n\r\n" + GOOD.encode())  # fmt: skip


@fault("net-1xx-flood", "passed")
def early_hints(wire: Wire, places: Places) -> None:
    wire.raw(b"HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload\r\n\r\n" * 10_000)
    wire.answer(GOOD)


# Stalls: one part never comes

page("stall-script", "failed to-review", HEAD + "<script src=/stalls.js></script>" + BODY)
page("stall-css", "passed", HEAD + "<link rel=stylesheet href=/stalls.css>" + BODY)
page("stall-image", "passed", GOOD + "<img src=/stalls.png width=10 height=10 alt=''>")
page("stall-font", "passed", GOOD + "<style>@font-face{font-family:x;src:url(/stalls.woff2)}h1{font-family:x}</style>")
page("stall-iframe", "passed", GOOD + "<iframe src=/stalls title=x></iframe>")
page("stall-fetch", "passed", script("fetch('/stalls'); setInterval(() => fetch('/tiny').catch(() => 0), 200)"))
page("stall-eventsource", "passed", script("new EventSource('/events').onmessage = e => document.title = 'Good'"))

# Redirects

redirect("redirect-loop", "failed redirect-loop", "/redirect-loop")
redirect("redirect-private", "inconclusive blocked-private", "http://[::ffff:127.0.0.1]:{private}/")
redirect("redirect-decimal-ip", "inconclusive blocked-private", "http://2130706433:{private}/")
redirect("redirect-octal-ip", "inconclusive blocked-private", "http://0177.0.0.1:{private}/")
redirect("redirect-hex-ip", "inconclusive blocked-private", "http://0x7f.1:{private}/")
redirect("redirect-short-ip", "inconclusive blocked-private", "http://127.1:{private}/")
redirect("redirect-zero-ip", "inconclusive blocked-private", "http://0:{private}/")
redirect("redirect-trailing-dot", "inconclusive blocked-private", "http://localhost.:{private}/")
redirect("redirect-fullwidth", "inconclusive blocked-private", "http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1:{private}/")
redirect("redirect-ideographic", "inconclusive blocked-private", "http://127%E3%80%820%E3%80%820%E3%80%821:{private}/")
redirect("redirect-circled", "inconclusive blocked-private", "http://%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1:{private}/")
redirect("redirect-metadata", "inconclusive blocked-private", "http://169.254.169.254/latest/meta-data/")
redirect("redirect-link-local", "inconclusive blocked-private", "http://[fe80::1]/")
redirect("redirect-nat64", "inconclusive blocked-private", "http://[64:ff9b::7f00:1]:{private}/")
redirect("redirect-userinfo", "inconclusive blocked-private", "http://www.mybank.example@127.0.0.1:{private}/")
redirect("redirect-file", "failed redirect-scheme", "file:///etc/passwd")
redirect("redirect-javascript", "failed redirect-scheme", "javascript:alert(1)")
redirect("redirect-data", "failed redirect-scheme", "data:text/html,<h1>Good page</h1>")
redirect("redirect-chrome", "failed redirect-scheme", "chrome://version")
redirect("redirect-blob", "failed redirect-scheme", "blob:http://127.0.0.1/1234")
redirect("redirect-viewsource", "failed redirect-scheme", "view-source:http://127.0.0.1/")
redirect("redirect-blank", "failed redirect-scheme", "about:blank")
redirect("redirect-badlocation", "failed redirect-invalid", "http://[nonsense/")
redirect("redirect-bad-port", "inconclusive blocked-port", "http://127.0.0.1:22/")
redirect("redirect-intent", "", "intent://buy#Intent;scheme=shop;package=com.shop.app;end",
         ios="failed redirect-app", android="failed no-page")  # fmt: skip
redirect("redirect-itms", "", "itms-apps://apps.apple.com/app/id1234567890",
         ios="inconclusive no-page", android="failed redirect-app")  # fmt: skip
redirect("redirect-market", "", "market://details?id=com.shop.app",
         ios="failed redirect-app", android="inconclusive no-page")  # fmt: skip
redirect("redirect-tel", "inconclusive no-page", "tel:+33123456789")
redirect("redirect-sms", "inconclusive no-page", "sms:+33123456789?body=hello")
redirect("redirect-mailto", "inconclusive no-page", "mailto:help@bank.example")
redirect("redirect-custom", "failed no-page", "testbank://open/account")
redirect("secret-redirect", "passed", "/good?token=abcdef0123456789&sig=0123456789abcdef#access_token=zyxwvut987654321")


@fault("redirect-nolocation", "failed")
def no_location(wire: Wire, places: Places) -> None:
    wire.answer(b"", "302 Found")


@fault("redirect-loop-cookie", "failed redirect-loop")
def loop_cookie(wire: Wire, places: Places) -> None:
    if "seen=" in wire.header("Cookie"):
        wire.answer(GOOD)
    else:
        wire.answer(b"", "302 Found", location=wire.path, set_cookie="seen=1; Domain=elsewhere.example")


def _chain(hops: int) -> Answering:
    def answering(wire: Wire, places: Places) -> None:
        done = int(wire.query.get("n", "0"))
        name = wire.path.partition("?")[0]
        origin = places.other if done % 2 else places.own
        if done >= hops:
            wire.answer(GOOD)
        else:
            wire.redirect(f"{origin}{name}?n={done + 1}")

    return answering


fault("redirect-chain-30", "failed redirect-loop")(_chain(30))
fault("redirect-chain-12", "failed", rules=frozenset({"redirect/chain"}))(_chain(12))
page("redirect-js-intent", "passed",
     script("location = 'intent://x#Intent;scheme=testbank;end'"))  # fmt: skip
page("redirect-js-late", "passed | failed", script("setTimeout(() => { location = '{other}/good' }, 1500)"))
page("redirect-meta-loop", "failed page-restless", HEAD + "<meta http-equiv=refresh content=0>" + BODY)
page("redirect-meta-pingpong", "failed page-restless",
     HEAD + "<meta http-equiv=refresh content='0; url=/pong'>" + BODY)  # fmt: skip
page("redirect-reload-storm", "failed page-restless",
     script("addEventListener('DOMContentLoaded', () => location.reload())"))  # fmt: skip


# Statuses


def status(name: str, outcome: str, code: str, body: str = GOOD, **headers: str) -> None:
    """Register an answer of that status."""
    fault(name, outcome)(lambda wire, places: wire.answer(body, code, **headers))


status("http-204", "failed page-none", "204 No Content", "", content_length="", content_type="")
status("http-205", "failed page-none", "205 Reset Content", "")
status("http-304", "failed page-none", "304 Not Modified", "", content_length="")
status("http-200-empty", "failed", "200 OK", "")
status("http-200-blank", "failed", "200 OK", HEAD + "<div></div>")
status("http-401-basic", "failed site-401", "401 Unauthorized", www_authenticate='Basic realm="x"')
status("http-403-botwall", "inconclusive blocked-wall", "403 Forbidden",
       HEAD + "<h1>Are you a robot?</h1><p>Unusual traffic from your network. Solve the captcha.</p>")  # fmt: skip
status("http-403-bare", "inconclusive site-403", "403 Forbidden", HEAD + "<h1>Forbidden</h1>")
status("http-404", "failed site-404", "404 Not Found", HEAD + "<h1>Nothing here</h1><p>See our offers.</p>")
status("http-404-empty", "failed site-404", "404 Not Found", "")
status("http-soft-404", "failed", "200 OK", HEAD.replace("Good", "Page not found") + "<h1>Page not found</h1>")
status("http-410", "failed site-410", "410 Gone")
status("http-429", "inconclusive blocked-wall", "429 Too Many Requests", retry_after="120")
status("http-429-absurd", "inconclusive blocked-wall", "429 Too Many Requests", retry_after="99999999999999999999")
status("http-500", "failed site-500", "500 Internal Server Error", HEAD + "<h1>Error</h1>")
status("http-500-empty", "failed site-500", "500 Internal Server Error", "")
status("http-503", "failed site-503", "503 Service Unavailable", HEAD + "<h1>Come back later</h1>")
status("http-999", "inconclusive blocked-wall", "999 Request denied", HEAD + "<h1>Denied</h1>")
status("http-text", "failed page-not-html", "200 OK", "Just words", content_type="text/plain")
status("http-json", "failed page-not-html", "200 OK", '{"a": 1}', content_type="application/json")
status("http-xml-bomb", "failed page-not-html", "200 OK",
       '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
       + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
       + "]><l>&i;</l>", content_type="application/xml")  # fmt: skip


@fault("http-image", "failed page-not-html")
def image(wire: Wire, places: Places) -> None:
    wire.answer(DOT, content_type="image/png")


_flaky: dict[str, int] = {}
_flaky_lock = threading.Lock()


@fault("http-503-flaky", "failed site-503")
def flaky(wire: Wire, places: Places) -> None:
    with _flaky_lock:
        _flaky["n"] = _flaky.get("n", 0) + 1
    wire.answer(HEAD + "<h1>Come back later</h1>", "503 Service Unavailable")


@fault("http-slow-3s", "passed")
def slow(wire: Wire, places: Places) -> None:
    wire.ended.wait(3)
    wire.answer(GOOD)


# TLS: what answers there is one good page; the certificate is what is wrong

for _name, _outcome in (
    ("tls-self-signed", "failed site-tls"),
    ("tls-wrong-host", "failed site-tls"),
    ("tls-not-tls", "failed site-tls"),
    ("tls-hang", "failed site-timeout"),
):
    FAULTS[_name] = Fault(
        _name, _outcome, lambda wire, places: wire.answer(GOOD), start=f"https://127.0.0.1:{{{_name}}}/"
    )


# Downloads


def download(name: str, outcome: str, mime: str, disposition: str = "attachment", body: bytes = b"x" * 500) -> None:
    """Register a file."""
    fault(name, outcome)(lambda wire, places: wire.answer(body, content_type=mime, content_disposition=disposition))


download("dl-pdf-inline", "failed page-pdf", "application/pdf", "", b"%PDF-1.4\n%%EOF\n")
download("dl-pdf", "failed page-pdf", "application/pdf", "attachment; filename=a.pdf", b"%PDF-1.4\n%%EOF\n")
download("dl-apk", "failed page-download", "application/vnd.android.package-archive")
download("dl-ics", "failed page-download", "text/calendar")
download("dl-pkpass", "failed page-download", "application/vnd.apple.pkpass")
download("dl-mobileconfig", "failed page-download", "application/x-apple-aspen-config")
download("dl-octet", "failed page-download", "application/octet-stream", "", GOOD.encode())
download("dl-traversal", "failed page-download", "application/zip", 'attachment; filename="../../../../tmp/evil.sh"')
download("dl-badname", "failed page-download", "application/zip", f'attachment; filename="{"a" * 5000}\u202etxt.exe"')
page("dl-storm", "passed", script("for (let i = 0; i < 50; i++) { const a = document.createElement('a');"
     "a.href = '/dl-apk?' + i; a.download = 'x'; document.body.append(a); a.click(); a.remove() }"))  # fmt: skip


@fault("dl-endless", "failed page-download")
def endless_download(wire: Wire, places: Places) -> None:
    wire.begin("Content-Disposition: attachment; filename=all.zip")
    wire.flood(b"x" * 1_000_000)


# Dialogs and windows

page("dlg-alert-loop", "failed page-hung", HEAD + "<script>for (;;) alert('again')</script>" + BODY)
page("dlg-confirm-loop", "failed", script("while (!confirm('Sure?')) {}"), rules=frozenset({"media/dialog"}))
page("dlg-prompt-loop", "failed page-hung", HEAD + "<script>while (prompt('Word?') !== 'sesame') {}</script>" + BODY)
page("dlg-alert-once", "failed", script("onload = () => alert('x'.repeat(1 << 20))"), rules=frozenset({"media/dialog"}))
page("dlg-alert-timer", "failed", script("setInterval(() => alert('again'), 100)"), rules=frozenset({"media/dialog"}))
page("dlg-beforeunload", "passed", script("cta.onclick = () => cta.append('!'); onbeforeunload = e => { e.preventDefault(); return 'stay' }", BODY + BUTTON),
     steps=("- tap: Go on", "- go: /good"))  # fmt: skip
page("dlg-beforeunload-hang", "", script(
    "for (const n of ['beforeunload', 'pagehide', 'unload']) addEventListener(n, () => { for (;;); })"),
     ios="failed page-hung", android="failed page-hung", steps=("- go: /good",))  # fmt: skip
page("dlg-print", "passed", script("onload = () => print()"))
page(
    "win-storm",
    "passed",
    script("const o = () => open('/good'); for (let i = 0; i < 200; i++) o(); setInterval(o, 50)"),
)
page("win-onclick", "passed", HEAD + BODY + f"<a href=/good target=_blank rel=noopener>{BUTTON}</a>".replace(
    "<button", "<span").replace("</button", "</span"), steps=("- tap: Go on",))  # fmt: skip
page("win-selfclose", "passed", script("open('/good'); close()"))
page("win-opener", "failed", HEAD + BODY + "<a href='{other}/opener' target=_blank rel=opener "
     "style='display:block;padding:20px'>Go on</a>", steps=("- tap: Go on",))  # fmt: skip

# Hangs

page("js-loop-load", "failed page-hung", HEAD + BODY + "<script>for (;;);</script>")
page("js-loop-late", "failed page-hung", script("onload = () => setTimeout(() => { for (;;); }, 50)"))
page("js-loop-click", "failed page-hung", script("cta.onclick = () => { for (;;); }", BODY + BUTTON),
     steps=("- tap: Go on", "- see: Good page"))  # fmt: skip
page("js-loop-microtask", "failed page-hung",
     script("onload = () => setTimeout(() => { const f = () => Promise.resolve().then(f); f() }, 50)"))  # fmt: skip
page("js-loop-getter", "passed", HEAD + "<script>for (const [t, n] of [[HTMLElement, 'innerText'], [Node, 'textContent']])"
     "Object.defineProperty(t.prototype, n, { get() { for (;;); } });"
     "Element.prototype.getBoundingClientRect = () => { for (;;); }</script>" + BODY)  # fmt: skip
page("js-loop-resize", "failed page-hung", script(
    "for (const n of ['resize', 'scroll', 'visibilitychange']) addEventListener(n, () => { for (;;); })"))  # fmt: skip
page("js-loop-worker", "passed", script(
    "const u = URL.createObjectURL(new Blob(['for (;;);'])); for (let i = 0; i < 3; i++) new Worker(u)"))  # fmt: skip
page("js-debugger", "passed", script("setInterval(() => { debugger; }, 20)"))
page("mem-arrays", "failed page-crashed", script("const a = []; for (;;) a.push(new Array(1e7).fill(a.length + 0.5))"))
page("mem-buffers", "failed page-memory", script(
    "const k = []; const f = () => { if (k.length < 256) { k.push(new Uint8Array(64 << 20).fill(1)); setTimeout(f, 5) } }; f()"),
     steps=("- wait: 15 s",))  # fmt: skip
page("storage-bomb", "passed", script(
    "try { for (let i = 0; ; i++) localStorage['k' + i] = 'x'.repeat(1e5) } catch {}"
    "const r = indexedDB.open('x'); r.onupgradeneeded = () => r.result.createObjectStore('s', { autoIncrement: true });"
    "r.onsuccess = () => setInterval(() => r.result.transaction('s', 'readwrite').objectStore('s').add("
    "new Blob([new Uint8Array(1e6)])), 10)"))  # fmt: skip

# Size

page("dom-links-400", "failed", HEAD + BODY + "".join(f"<a href=/good?{i}>Offer {i}</a> " for i in range(400)))
page("dom-deep-5000", "failed page-crashed", script(
    "let n = document.body; for (let i = 0; i < 5000; i++) { const d = document.createElement('div'); n.append(d); n = d }"
    "n.textContent = 'deep'"))  # fmt: skip
page(
    "dom-iframes-200",
    "failed | inconclusive too-long",
    HEAD + BODY + "<iframe src=/frame title=x width=10 height=10></iframe>" * 200,
)
page("dom-iframe-nest", "passed", script(
    "const f = document.createElement('iframe'); f.title = 'x'; f.src = '/dom-iframe-nest?' + Math.random();"
    "document.body.append(f)"))  # fmt: skip
page(
    "dom-iframe-cross",
    "passed",
    HEAD + "<h1>Good</h1><iframe src='{other}/good' title=x width=300 height=300></iframe>",
)
page(
    "dom-iframe-hang",
    "failed page-hung",
    GOOD + "<iframe src='{other}/frame-hangs' title=x width=300 height=300></iframe>",
)
page("dom-iframe-xfo", "failed", GOOD + "<iframe src='{other}/no-frames' title=x width=300 height=300></iframe>")
page("dom-shadow-open", "passed", script(
    "h.attachShadow({ mode: 'open' }).innerHTML = '<button style=padding:20px onclick=this.append(1)>Go on</button>'", BODY + "<div id=h></div>"),
     steps=("- tap: Go on",))  # fmt: skip
page("dom-shadow-closed", "passed", script(
    "h.attachShadow({ mode: 'closed' }).innerHTML = '<button style=padding:20px>Go on</button>'", BODY + "<div id=h></div>"))  # fmt: skip
page("shot-tall", "passed", HEAD + BODY + "<div style='height:400000px'></div><p>The end</p>")
page("shot-wide", "failed", HEAD + BODY + "<div style='width:100000px'>wide</div>")
page("shot-grow", "passed", script(
    "const g = () => { const d = document.createElement('div'); d.style.height = '2000px'; document.body.append(d) };"
    "addEventListener('scroll', g); addEventListener('resize', g)"), steps=("- scroll: bottom",))  # fmt: skip
page("shot-animate", "failed action-unstable", HEAD + BODY + BUTTON + "<style>@keyframes m{to{transform:translateX(90px)}}"
     "button{animation:m .2s infinite alternate linear}</style>", steps=("- tap: {name: Go on, within: 2 s}",))  # fmt: skip
page("click-overlay", "failed action-covered", HEAD + BODY + BUTTON + "<div style='position:fixed;inset:0'></div>",
     steps=("- tap: {name: Go on, within: 2 s}",))  # fmt: skip
page("click-detach", "failed action-failed", script(
    "const f = () => { cta.outerHTML = cta.outerHTML; requestAnimationFrame(f) }; f()", BODY + BUTTON),
     steps=("- tap: {name: Go on, within: 2 s}",))  # fmt: skip
page("element-missing", "failed element-missing", GOOD, steps=("- tap: {name: Not there, within: 1 s}",))

# Storms

page("storm-console", "failed page-hung", script(
    "const w = 'x'.repeat(1000); for (;;) console.log(w)"))  # fmt: skip
page(
    "storm-requests",
    "passed | failed page-hung | failed",
    script("for (let i = 0; i < 20000; i++) fetch('/tiny?' + i).catch(() => 0)"),
)
# It drowns the driver, on a slow machine until the supervisor ends it: who is to blame cannot be told by then.
page("storm-pushstate", "failed page-hung | failed page-memory | failed | error tool-deadline", script(
    "let n = 0; setInterval(() => { for (let i = 0; i < 100; i++) history.pushState(0, '', '?' + n++) }, 10)"))  # fmt: skip
page("storm-hash", "passed", script("let n = 0; setInterval(() => { location.hash = n++ }, 5)"))
page("storm-title", "passed", script("let n = 0; setInterval(() => { document.title = 'x'.repeat(10000) + n++ }, 1)"))
page("storm-iframes", "failed | passed | failed page-hung", script(
    "setInterval(() => { const f = document.createElement('iframe'); f.title = 'x'; document.body.append(f);"
    "setTimeout(() => f.remove(), 2) }, 5)"))  # fmt: skip
page("storm-postmessage", "passed", script("onmessage = () => postMessage(1); postMessage(1)"))
page("storm-cookie-bomb", "passed", script(
    "for (let i = 0; i < 150; i++) document.cookie = 'c' + i + '=' + 'x'.repeat(4000)"))  # fmt: skip

# Platform

page("perm-geo", "passed", script("onload = () => navigator.geolocation.getCurrentPosition(() => 0)"))
page("perm-notify", "failed", script("onload = () => Notification.requestPermission()"))
page(
    "perm-camera", "passed", script("onload = () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })")
)
page("perm-lan", "passed", script(
    "for (const u of ['http://127.0.0.1:{private}/', 'http://169.254.169.254/', 'http://[::1]:{private}/',"
    "'http://2130706433:{private}/']) fetch(u, { mode: 'no-cors' }).catch(() => 0);"
    "new WebSocket('ws://127.0.0.1:{private}/'); new Image().src = 'http://localhost.:{private}/a.png';"
    "navigator.sendBeacon('http://127.0.0.1:{private}/beacon', 'x');"
    "new Worker(URL.createObjectURL(new Blob([`fetch('http://127.0.0.1:{private}/worker', { mode: 'no-cors' })`])))"))  # fmt: skip
page("media-fullscreen", "passed", script(
    "addEventListener('click', () => { document.documentElement.requestFullscreen(); document.body.requestPointerLock();"
    "navigator.vibrate(5); navigator.wakeLock.request() })", BODY + BUTTON), steps=("- tap: Go on",))  # fmt: skip
page("sw-hijack", "passed", script("navigator.serviceWorker.register('/hijack.js')"), steps=("- go: reload",))

# Tampering: what is found must be what is there, see the test of facts

TAMPERED: Mapping[str, str] = {
    "tamper-array": "for (const n of ['map', 'filter', 'forEach', 'push', 'slice', 'join', 'includes']) Array.prototype[n] = "
    "() => { throw new Error(n) }; Array.from = () => []",
    "tamper-json": "JSON.stringify = () => '{\"elements\":[]}'; JSON.parse = () => ({})",
    "tamper-qsa": "for (const t of [Document, Element]) for (const n of ['querySelector', 'querySelectorAll', "
    "'getElementsByTagName']) if (t.prototype[n]) t.prototype[n] = () => []",
    "tamper-object": "Object.keys = () => []; Object.entries = () => []; Object.assign = () => ({}); "
    "Object.getOwnPropertyDescriptor = () => undefined",
    "tamper-promise": "window.Promise = class { then() {} }; Promise.resolve = () => ({ then() {} }); setTimeout = () => 0",
    "tamper-clock": "Date.now = () => NaN; performance.now = () => 0; requestAnimationFrame = () => 0",
    "tamper-globals": "for (const n of ['getComputedStyle', 'matchMedia', 'CustomEvent', 'Map', 'Set', 'WeakMap', 'String', "
    "'Number', 'Math']) window[n] = () => ({})",
    "tamper-freeze": "Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(window.Element.prototype)",
    "tamper-events": "EventTarget.prototype.addEventListener = () => 0; EventTarget.prototype.dispatchEvent = () => true",
    "tamper-getters": "for (const n of ['innerText', 'textContent']) Object.defineProperty(n === 'innerText' ? HTMLElement."
    "prototype : Node.prototype, n, { get: () => 'lies', configurable: true })",
    "tamper-observer": "window.MutationObserver = class { observe() {} disconnect() {} }; window.PerformanceObserver = "
    "class { observe() { throw 1 } }",
    "tamper-axe": "Object.defineProperty(window, 'axe', { value: Object.freeze({ version: '9', run: async () => ({ violations: "
    "[], passes: [], incomplete: [] }) }) }); window.module = { exports: {} }; window.define = Object.assign(() => 0, { amd: {} })",
    "tamper-binding": "setInterval(() => { for (const n of Object.getOwnPropertyNames(window)) if (/^(__p|axe|report)/.test(n)) "
    "try { window[n]('junk', { x: 1 }) } catch {} }, 50)",
    "cloak-webdriver": "if (navigator.webdriver || /Headless/.test(navigator.userAgent)) document.write('<h1>For robots</h1>')",
}  # fmt: skip
WRONG = (
    HEAD
    + "{tamper}"
    + BODY
    + "<img src=/dot.png width=40 height=40><button></button><p style='font-size:7px'>Small words</p>"
)
CLOBBER = "<form name=body><input name=querySelectorAll><input name=tagName><input name=attributes><img name=title id=cta></form>"
POLICIES = {
    "csp-strict": "default-src 'none'; img-src *; style-src 'unsafe-inline'",
    "csp-sandbox": "sandbox",
    "csp-trusted-types": "require-trusted-types-for 'script'",
}


def _tampered(text: str) -> Answering:
    return lambda wire, places: wire.answer(WRONG.replace("{tamper}", f"<script>{text}</script>"))


for _name, _text in TAMPERED.items():
    fault(_name, "failed")(_tampered(_text))
fault("tamper-none", "failed")(_tampered(""))


def _protected(policy: str) -> Answering:
    return lambda wire, places: wire.answer(
        WRONG.replace("{tamper}", "<script></script>"), content_security_policy=policy
    )


for _name, _text in POLICIES.items():
    fault(_name, "failed")(_protected(_text))
fault("tamper-clobber", "failed")(lambda wire, places: wire.answer(HEAD + CLOBBER + BODY))
page("cloak-first-visit", "failed", script(
    "if (!localStorage.seen) { localStorage.seen = 1; document.body.innerHTML = '' }"))  # fmt: skip

# What lands in reports

BREAKOUT = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
page("inj-title", "passed", GOOD.replace("<title>Good", "<title>" + BREAKOUT.replace("<", "&lt;")))
page("inj-text", "failed", HEAD + f"<h1>{BREAKOUT.replace('<', '&lt;')}</h1>{BODY}<button aria-label=\"x&quot;&gt;&lt;svg onload=1\">"
     "</button>")  # fmt: skip
page("inj-href", "failed", GOOD + "<a href='javascript:alert(1)'>One</a> <a href='data:text/html,x'>Two</a> "
     "<a href='vbscript:x'>Three</a>")  # fmt: skip
page("inj-console", "passed", script(
    "console.log('::error::\\n\\x1b[2J<script>'); setTimeout(() => { throw new Error('\\x1b]0;x\\x07') });"
    "fetch('/good?<script>\\n').catch(() => 0)"))  # fmt: skip
page("inj-ansi", "passed", script("document.title = '\\x1b[2J\\x1b]8;;http://evil\\x07'"))
page("inj-ci", "passed", GOOD.replace("<title>Good", "<title>::add-mask::x ##[error] ##teamcity[x]"))
page("inj-rtl", "passed", GOOD.replace("<title>Good", "<title>\u202egnp.exe\u200b" + "e\u0301" * 200))
page("inj-nul", "passed", script("document.title = 'a\\0b\\x80\\uFFFE'"))
page(
    "inj-surrogate",
    "passed",
    script("document.title = '\\ud800x'; document.querySelector('h1').textContent = 'a\\udfff'"),
)
page("inj-mega-title", "passed", script("document.title = 'x'.repeat(2e6)"))
page("inj-mega-text", "failed | inconclusive too-long", script(
    "const b = document.createElement('button'); b.textContent = 'y'.repeat(5e6); document.body.append(b)"))  # fmt: skip
page("inj-mega-url", "passed", script("try { history.pushState(0, '', '?' + 'u'.repeat(15e5)) } catch {}"
     "const a = document.createElement('a'); a.href = '/' + 'l'.repeat(1e6); a.textContent = 'A long way';"
     "a.style.cssText = 'display:block;padding:20px'; document.body.append(a)"))  # fmt: skip
page("inj-template", "passed", GOOD.replace("<title>Good", "<title>{{7*7}} {% for %} ${7*7} =HYPERLINK(1) +cmd @SUM"))

# Charsets

status("charset-lie", "passed", "200 OK", "")
FAULTS["charset-lie"] = Fault("charset-lie", "passed", lambda wire, places: wire.answer(
    GOOD.replace("Good page", "Café").encode("latin-1")))  # fmt: skip
FAULTS["charset-mojibake"] = Fault("charset-mojibake", "passed", lambda wire, places: wire.answer(
    GOOD.replace("Good page", "Café").encode(), content_type="text/html; charset=iso-8859-1"))  # fmt: skip
FAULTS["charset-unknown"] = Fault("charset-unknown", "passed", lambda wire, places: wire.answer(
    GOOD, content_type="text/html; charset=x-nonsense"))  # fmt: skip
FAULTS["charset-utf16"] = Fault("charset-utf16", "passed", lambda wire, places: wire.answer(
    GOOD.encode("utf-16-le"), content_type="text/html; charset=utf-16le"))  # fmt: skip
FAULTS["charset-utf7"] = Fault("charset-utf7", "failed", lambda wire, places: wire.answer(
    GOOD.replace("Good page", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"), content_type="text/html; charset=utf-7"))  # fmt: skip
FAULTS["charset-badbytes"] = Fault("charset-badbytes", "passed", lambda wire, places: wire.answer(
    GOOD.encode().replace(b"Good", b"\xff\xfe\x80Good")))  # fmt: skip

# Secrets

page(
    "secret-url",
    "passed",
    GOOD + "<a style='display:block;padding:20px' href='/good?token=0123456789abcdef&password=hunter2'>More</a>",
)
page(
    "secret-cookie",
    "passed",
    script("document.cookie = 'session=abcdef'; localStorage.token = 'eyJhbGciOiJIUzI1NiJ9.e30.x'"),
)
page("secret-form", "passed", GOOD + "<form><label>Password <input type=password value=hunter2></label>"
     "<input type=hidden name=csrf value=abc></form>", ios="failed")  # fmt: skip


@fault("secret-echo", "passed")
def echo(wire: Wire, places: Places) -> None:
    wire.answer(GOOD + f"<pre hidden>{wire.head}</pre>")


# A form that a service worker sends on by itself must be kept back as any other

page("sw-post", "failed send-needed", script(
    "navigator.serviceWorker.register('/passes-on.js').then(() => navigator.serviceWorker.ready).then(() =>"
    "{ const p = document.createElement('p'); p.textContent = 'Ready'; document.body.append(p) })",
    BODY + "<form id=f method=post action=/bought></form><a href='#' onclick='f.submit()' "
    "style='display:block;padding:20px'>Go on</a>"),
     header="service-workers: allow", steps=("- see: Ready", "- go: reload", "- see: Ready", "- tap: Go on"))  # fmt: skip


# What pages ask for

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000000200"
    "01e221bc330000000049454e44ae426082"
)
HIJACK = "addEventListener('fetch', e => e.respondWith(new Response('<h1>Taken over</h1>', {headers: {'Content-Type': 'text/html'}})))"
PASSES = (
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', e => e.waitUntil(clients.claim()));"
    "addEventListener('fetch', e => e.respondWith(fetch(e.request)))"
)


Other = Callable[[Wire, Places], None]


def _events(wire: Wire, places: Places) -> None:
    wire.begin("Cache-Control: no-store")
    while not wire.ended.wait(0.05):
        wire.raw(b"data: x\n\n")


def _junk(wire: Wire, places: Places) -> None:
    wire.begin("Content-Length: 100000000")
    for _ in range(100):
        wire.raw(b"x" * 1_000_000)


def _opener(wire: Wire, places: Places) -> None:
    code = f"opener && (opener.location = '{places.own}/good')"
    wire.answer(f"<!doctype html><title>x</title><p>Next<script>{code}</script>")


def _text(body: str | bytes, **headers: str) -> Other:
    return lambda wire, places: wire.answer(body, **headers)


ASKED_FOR: Mapping[str, Other] = {
    **dict.fromkeys(STALLS, lambda wire, places: wire.hold()),
    "/good": _text(GOOD),
    "/pong": _text(HEAD + "<meta http-equiv=refresh content='0; url=/redirect-meta-pingpong'>" + BODY),
    "/frame": _text("<!doctype html><title>x</title><p>In a frame"),
    "/frame-hangs": _text("<!doctype html><title>x</title><p>In a frame<script>for (;;);</script>"),
    "/no-frames": _text(GOOD, x_frame_options="DENY"),
    "/opener": _opener,
    "/junk.png": _junk,
    "/dot.png": _text(DOT, content_type="image/png"),
    "/hijack.js": _text(HIJACK, content_type="text/javascript"),
    "/passes-on.js": _text(PASSES, content_type="text/javascript"),
    "/events": _events,
    "/tiny": _text("x", content_type="text/plain"),
}


def answer(wire: Wire, places: Places) -> None:
    """Whatever is asked of the server."""
    path = wire.path.partition("?")[0]
    if fault := FAULTS.get(path[1:]):
        fault.answering(wire, places)
    else:
        ASKED_FOR.get(path, _text(HEAD + "<h1>Nothing here</h1>", status="404 Not Found"))(wire, places)
