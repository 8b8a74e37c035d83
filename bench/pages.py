"""The benchmark's pages: six of them, as sites are, served on loopback. `python bench/pages.py` serves them to look at.

| name | what it is |
|---|---|
| small-broken | a landing page of the year 2009: fixed width, tiny text, Flash, no telephone link |
| small-good | the same page, made for phones |
| marketing | a campaign's page: 1,500 elements, pictures, a menu, questions, a form, a script that counts visits |
| shop | a list of products: 6,000 elements, half of them drawn by a script |
| slow | a small page whose server takes its time for everything |
| frames | a page of five frames: a film, a map, a form, a chat, an advertisement of another host |
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import threading
import time
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image

NAMES = ("small-broken", "small-good", "marketing", "shop", "slow", "frames")
WORDS = (
    "leather sole boot autumn walk rain wool hand stitch workshop repair warm lining size heel lace season colour "
    "delivery basket return adviser fitting last calf cork rubber winter street mountain town comfort"
).split()
CAMPAIGN = {"features": 44, "questions": 60, "voices": 64, "steps": 26, "shops": 70}
PRODUCTS = 250  # of 23 elements each
SERVED = 125  # of them are in the HTML, the script draws the others

# Seconds that the slow server thinks, by the file's kind.
THINKS = {"html": 0.6, "css": 0.3, "js": 0.4, "jpg": 0.8, "json": 0.5}


def words(count: int, seed: int) -> str:
    """A sentence, always the same for a seed."""
    chosen = random.Random(seed).choices(WORDS, k=count)
    return " ".join(chosen).capitalize() + "."


def document(title: str, head: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><meta name="description" content="{title}: made by hand, resoled for ever.">'
        f"{head}</head><body>{body}</body></html>"
    )


# The small pages

BROKEN = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"><meta name="viewport" content="width=980">
<title>Spring offer</title>
<style>body{width:960px;margin:0 auto;font:11px Verdana;color:#999}table{width:960px}a{color:#aaa}.x{font-size:9px}
.bar{position:fixed;top:0;left:0;width:960px;height:120px;background:#fff}</style></head><body>
<div class="bar"><table><tr><td><img src="/small/1.jpg" width="120" height="60"></td><td><a href="/a">Home</a> |
<a href="/b">Shoes</a> | <a href="/c">Bags</a> | <a href="#" onmouseover="void 0">More</a></td></tr></table></div>
<table><tr><td><h1>Spring offer</h1><p class="x">%s</p><object type="application/x-shockwave-flash" data="/offer.swf"
width="500" height="300"></object><p>Call us: 01 23 45 67 89 or write to contact@shop.example</p>
<a href="javascript:void(0)">Order now</a> <a href="/d" class="x">conditions</a> <a href="/e" class="x">legal</a>
<form action="/send" method="post"><input type="text" name="mail"><input type="text" name="tel"><input type="submit">
</form></td><td><iframe src="about:blank" width="300" height="250"></iframe></td></tr></table></body></html>"""

GOOD_STYLE = """<style>*{box-sizing:border-box}body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff}
header,main,footer{max-width:40rem;margin:0 auto;padding:1rem}nav a{display:inline-block;padding:.8rem 1rem;color:#004}
.button{display:inline-block;min-height:3rem;padding:.8rem 1.6rem;background:#004;color:#fff;border-radius:.4rem;
border:0;font:inherit}img{max-width:100%;height:auto}label{display:block;margin:1rem 0}input{font-size:1rem;
padding:.8rem;width:100%}@media (min-width:50rem){main{display:grid;grid-template-columns:1fr 1fr}}</style>"""


def small_good() -> str:
    body = (
        '<header><nav aria-label="Main"><a href="/">Home</a><a href="/shoes">Shoes</a><a href="/bags">Bags</a></nav>'
        f'</header><main><section><h1>Spring offer</h1><p>{words(24, 1)}</p><p><a class="button" href="/order">Order now'
        '</a></p><img src="/small/1.jpg" alt="A pair of boots" width="360" height="200"></section><section>'
        '<h2>Ask us</h2><p><a class="button" href="tel:+33123456789">Call 01 23 45 67 89</a></p>'
        '<p><a class="button" href="mailto:contact@shop.example">Write to us</a></p><form action="/send" method="post">'
        '<label>Your e-mail address<input type="email" name="email" autocomplete="email"></label><label>Your number'
        '<input type="tel" name="tel" autocomplete="tel"></label><button class="button">Send</button></form></section>'
        f'</main><footer><p>{words(12, 2)}</p><a class="button" href="/legal">Legal</a></footer>'
    )
    return document("Spring offer", GOOD_STYLE, body)


# The campaign's page

MENU = "".join(
    f'<li class="menu__item"><a href="/c/{n}" aria-haspopup="true">{WORDS[n].capitalize()}</a><ul class="menu__sub">'
    + "".join(f'<li><a href="/c/{n}/{m}">{WORDS[n + m].capitalize()}</a></li>' for m in range(1, 5))
    + "</ul></li>"
    for n in range(6)
)

MARKETING_STYLE = """:root{--ink:#1d1d1f;--brand:#7a1f2b;--soft:#f6f2ee}*{box-sizing:border-box}body{margin:0;
font:17px/1.5 Georgia,serif;color:var(--ink)}.head{position:sticky;top:0;z-index:9;background:#fffc;
backdrop-filter:blur(6px);padding:8px 16px;display:flex;justify-content:space-between;align-items:center}
.menu{list-style:none;display:none;gap:8px}.menu.open{display:block}.menu__sub{display:none}.menu__item:hover .menu__sub
{display:block}.hero{position:relative;min-height:100vh;background:linear-gradient(#0006,#0002),url(/marketing/0.jpg)
center/cover;color:#fff;padding:20vh 20px}.hero h1{font-size:42px;line-height:1.1}.cta{display:inline-block;padding:
14px 26px;background:var(--brand);color:#fff;border-radius:30px;text-decoration:none;transition:transform .2s}
.features{display:grid;grid-template-columns:1fr;gap:24px;padding:24px}.card{background:var(--soft);border-radius:12px;
padding:20px;overflow:hidden}.card img{width:100%;height:auto;border-radius:8px}.tag{font-size:12px;color:#857b72}
.rail{display:flex;overflow-x:auto;gap:16px;padding:16px}.voice{flex:0 0 80%;background:#fff;border:1px solid #ddd;
padding:16px}.steps li{position:relative;padding-left:40px;margin:12px 0}.steps li::before{content:"";position:absolute;
left:0;width:24px;height:24px;background:var(--brand);border-radius:50%}details{border-bottom:1px solid #ddd;padding:
12px 0}summary{cursor:pointer}.foot{background:#222;color:#bbb;padding:32px 16px;font-size:14px}.foot a{color:#ddd}
.cookie{position:fixed;bottom:0;left:0;right:0;background:#fff;padding:16px;box-shadow:0 -2px 12px #0003}
.cookie[hidden]{display:none}form label{display:block;margin:12px 0}input,textarea{width:100%;font-size:15px;padding:10px}
@media (min-width:700px){.features{grid-template-columns:1fr 1fr 1fr}.menu{display:flex}.voice{flex-basis:30%}}
@media (orientation:landscape){.hero{min-height:80vh}}@supports (padding:env(safe-area-inset-bottom)){.cookie{
padding-bottom:calc(16px + env(safe-area-inset-bottom))}}"""

MARKETING_SCRIPT = """
(() => {
  const burger = document.querySelector('.burger'), menu = document.querySelector('.menu');
  burger.addEventListener('click', () => {
    menu.classList.toggle('open');
    burger.setAttribute('aria-expanded', menu.classList.contains('open'));
  });
  const bar = document.querySelector('.cookie');
  for (const button of bar.querySelectorAll('button')) button.addEventListener('click', () => { bar.hidden = true; });
  const rail = document.querySelector('.rail');
  document.querySelector('.next').addEventListener('click', () => rail.scrollBy(300, 0));
  const seen = new IntersectionObserver((entries) => {
    for (const one of entries) if (one.isIntersecting) one.target.classList.add('seen');
  });
  document.querySelectorAll('.card').forEach((card) => seen.observe(card));
  window.dataLayer = window.dataLayer || [];
  dataLayer.push({ event: 'page', at: Date.now() });
  fetch('/marketing/count.json').then((answer) => answer.json()).then((said) => { dataLayer.push(said); });
})();
"""


def rules(count: int, prefix: str) -> str:
    """The style sheet of a design system, most of which no page uses."""
    return "".join(
        f".{prefix}-{WORDS[n % len(WORDS)]}-{n}{{margin:{n % 9}px {n % 7}px;color:#{n * 3571 % 4096:03x}}}"
        f".{prefix}-{WORDS[n % len(WORDS)]}-{n}:hover>a,.{prefix}-{n} .title+p{{padding:{n % 5}px}}"
        for n in range(count)
    )


def marketing() -> str:
    many = CAMPAIGN
    features = "".join(
        f'<article class="card"><img src="/marketing/{n % 8}.jpg" loading="lazy" alt="{WORDS[n % 30]}" width="600" '
        f'height="400"><div class="body"><span class="tag">{WORDS[(n * 7) % 30]}</span><h3>{words(4, n)}</h3><p>'
        f'{words(18, n)} <strong>{words(3, n + 1)}</strong></p><a href="/f/{n}" class="more">Read more</a></div></article>'
        for n in range(many["features"])
    )
    voices = "".join(
        f'<figure class="voice"><blockquote><p>{words(20, n)}</p></blockquote><figcaption><b>{WORDS[n % 30].capitalize()}'
        f"</b>, <i>{WORDS[(n + 5) % 30]}</i></figcaption></figure>"
        for n in range(many["voices"])
    )
    steps = "".join(f"<li><h4>{words(3, n)}</h4><p>{words(12, n)}</p></li>" for n in range(many["steps"]))
    questions = "".join(
        f"<details><summary>{words(6, n)}</summary><p>{words(30, n)} <a href='/q/{n}'>More</a></p></details>"
        for n in range(many["questions"])
    )
    shops = "".join(
        f'<li><address><b>{WORDS[n % 30].capitalize()}</b><span>{n} High street</span><a href="tel:+3312345{n:04}">01 23 '
        f"45 {n:02} 89</a></address></li>"
        for n in range(many["shops"])
    )
    body = (
        '<header class="head"><a href="/" class="logo"><img src="/marketing/logo.svg" alt="The bootmaker" width="120" '
        'height="32"></a><button class="burger" aria-label="Menu" aria-expanded="false"><svg width="24" height="24">'
        '<path d="M3 6h18M3 12h18M3 18h18" stroke="#000"/></svg></button>'
        f'<nav><ul class="menu">{MENU}</ul></nav></header><main><section class="hero"><h1>Autumn begins at your feet</h1>'
        f'<p>{words(16, 3)}</p><a class="cta" href="/shop">See the boots</a></section><section class="features">{features}'
        f'</section><section><h2>What they say</h2><button class="next" aria-label="Next">›</button><div class="rail">'
        f'{voices}</div></section><section><h2>How we work</h2><ol class="steps">{steps}</ol></section><section>'
        f'<h2>Questions</h2>{questions}</section><section><h2>Our letter</h2><form action="/letter" method="post"><label>'
        'Your name<input name="name"></label><label>E-mail<input type="email" name="email"></label><label>What you like'
        '<textarea name="likes"></textarea></label><button class="cta">Send me the letter</button></form></section></main>'
        f'<footer class="foot"><ul>{shops}</ul><p>© The bootmaker</p></footer><div class="cookie" role="dialog" '
        'aria-label="Cookies"><p>We measure how this page is used.</p><button>Accept</button><button>Refuse</button></div>'
        '<script src="/marketing/app.js"></script>'
    )
    head = '<link rel="stylesheet" href="/marketing/app.css"><link rel="manifest" href="/marketing/app.json">'
    return document("Autumn begins at your feet", head, body)


# The shop

SHOP_STYLE = """*{box-sizing:border-box}body{margin:0;font:16px/1.4 Arial,sans-serif}.top{position:fixed;top:0;left:0;
right:0;height:56px;background:#fff;border-bottom:1px solid #ddd;z-index:5;display:flex;gap:8px;padding:8px}.top input{
flex:1;font-size:16px}main{padding:72px 8px 80px}.filters{display:flex;flex-wrap:wrap;gap:6px}.chip{border:1px solid #bbb;
border-radius:16px;padding:6px 12px;font-size:13px;background:#fff}.grid{display:grid;grid-template-columns:1fr 1fr;
gap:12px;list-style:none;padding:0}.product{border:1px solid #eee;border-radius:8px;padding:8px;position:relative;
overflow:hidden}.product img{width:100%;height:auto}.heart{position:absolute;right:4px;top:4px;width:32px;height:32px}
.price{font-weight:700}.old{text-decoration:line-through;color:#999;font-size:12px}.stars{display:inline-flex;font-size:11px;
color:#b8860b}.sizes{display:flex;gap:3px;list-style:none;padding:0}.sizes button{min-width:24px;height:24px;font-size:11px}
.add{width:100%;height:44px;background:#111;color:#fff;border:0}.name{display:block;white-space:nowrap;overflow:hidden;
text-overflow:ellipsis}.bar{position:fixed;bottom:0;left:0;right:0;display:flex;background:#111}.bar a{flex:1;color:#fff;
padding:16px;text-align:center}@media (min-width:800px){.grid{grid-template-columns:repeat(4,1fr)}}"""

SHOP_SCRIPT = """
(async () => {
  const list = document.querySelector('.grid');
  const products = await (await fetch('/shop/products.json')).json();
  const drawn = document.createElement('template');
  drawn.innerHTML = products.join('');
  list.append(drawn.content);
  let count = 0;
  const basket = document.querySelector('.basket b');
  list.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.classList.contains('add')) { count += 1; basket.textContent = count; }
    else button.classList.toggle('on');
  });
  document.querySelectorAll('.chip').forEach((chip) => chip.addEventListener('click', () => chip.classList.toggle('on')));
})();
"""


def product(n: int) -> str:
    """23 elements."""
    sizes = "".join(f"<li><button>{size}</button></li>" for size in range(38, 42))
    return (
        f'<li class="product" data-id="{n}"><a href="/p/{n}"><img src="/shop/{n % 12}.jpg" loading="lazy" width="200" '
        f'height="200" alt="{words(3, n)}"><span class="name">{words(5, n)}</span></a><button class="heart" aria-label='
        f'"Keep {n}"><svg width="16" height="16"><path d="M8 14L2 8a4 4 0 1 1 6-5 4 4 0 1 1 6 5z"/></svg></button><p><span '
        f'class="price">{n % 90 + 60},00 €</span> <s class="old">{n % 90 + 90},00 €</s></p><div class="stars"><span>★★★★'
        f'</span><span>({n % 40})</span></div><ul class="sizes">{sizes}</ul><button class="add">Into the basket</button>'
        f"<small>{words(4, n)}</small></li>"
    )


def shop() -> str:
    chips = "".join(f'<button class="chip">{word.capitalize()}</button>' for word in WORDS)
    body = (
        '<header class="top"><a href="/" aria-label="Home"><img src="/marketing/logo.svg" alt="" width="80" height="32"></a>'
        '<input type="search" aria-label="Search" placeholder="Search"><a class="basket" href="/basket">Basket <b>0</b></a>'
        f'</header><main><h1>Boots</h1><div class="filters">{chips}</div><ul class="grid">'
        f'{"".join(map(product, range(SERVED)))}</ul></main><nav class="bar"><a href="/">Home</a><a href="/shops">Shops</a>'
        '<a href="/account">Account</a></nav><script src="/shop/app.js"></script>'
    )
    return document("Boots", '<link rel="stylesheet" href="/shop/app.css">', body)


# The slow one, and the one of frames

SLOW = document(
    "A letter for you",
    '<link rel="stylesheet" href="/slow/app.css"><script src="/slow/app.js" defer></script>',
    f'<main><h1>A letter for you</h1><p>{words(30, 5)}</p><img src="/slow/1.jpg" alt="Boots" width="360" height="200">'
    f'<img src="/slow/2.jpg" alt="A workshop" width="360" height="200"><p><a class="button" href="/order">Order now</a></p>'
    f'<p id="stock">…</p></main>',
)
SLOW_SCRIPT = (
    "fetch('/slow/stock.json').then((a) => a.json()).then((s) => {"
    " document.getElementById('stock').textContent = s.event + ' pairs left'; });"
)


def frames(other: str) -> str:
    body = (
        f'<main><h1>Visit us</h1><p>{words(20, 6)}</p><iframe src="/frames/film" title="Our film" width="360" height="202">'
        '</iframe><iframe src="/frames/map" title="Map" width="360" height="240"></iframe><iframe src="/frames/form" '
        'title="Appointment" width="360" height="420"></iframe><iframe srcdoc="&lt;button&gt;Chat&lt;/button&gt;" '
        f'title="Chat" width="80" height="60"></iframe><iframe src="{other}/frames/advertisement" title="Advertisement" '
        'width="320" height="100"></iframe></main>'
    )
    return document("Visit us", GOOD_STYLE, body)


def framed(name: str) -> str:
    inside = {
        "film": '<video src="/frames/film.mp4" controls width="340"></video><p>The workshop</p>',
        "map": "".join(
            f'<a href="/m/{n}" style="position:absolute;left:{n * 30}px;top:{n * 17}px">Shop {n}</a>' for n in range(10)
        ),
        "form": "".join(f"<label>{WORDS[n].capitalize()}<input name=f{n}></label>" for n in range(6))
        + "<button>Ask</button>",
        "advertisement": '<a href="/ad"><img src="/small/1.jpg" alt="Polish" width="300" height="90"></a>',
    }
    return document(name, GOOD_STYLE, inside[name])


# Serving


@cache
def photograph(n: int) -> bytes:
    """A JPEG of 1,200 x 800, as heavy as photographs are: about 100 KB."""
    noise = random.Random(n)
    small = Image.new("RGB", (150, 100))
    small.putdata([(noise.randrange(256), noise.randrange(256), noise.randrange(256)) for _ in range(15000)])
    kept = io.BytesIO()
    small.resize((1200, 800), Image.Resampling.BICUBIC).save(kept, "JPEG", quality=60)
    return kept.getvalue()


LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><text y="24" font-size="20">Boots</text></svg>'


@cache
def files(other: str) -> dict[str, tuple[bytes, str]]:
    """What stands at each path. `other` is the address of another host of ours."""
    html, style, script = "text/html; charset=utf-8", "text/css", "text/javascript"
    drawn = json.dumps([product(n) for n in range(SERVED, PRODUCTS)])
    texts = {
        "/small-broken": (BROKEN % words(40, 4), html),
        "/small-good": (small_good(), html),
        "/marketing": (marketing(), html),
        "/marketing/app.css": (MARKETING_STYLE + rules(400, "m"), style),
        "/marketing/app.js": (MARKETING_SCRIPT, script),
        "/marketing/app.json": (json.dumps({"name": "The bootmaker", "start_url": "/"}), "application/manifest+json"),
        "/marketing/count.json": ('{"event": "seen"}', "application/json"),
        "/shop": (shop(), html),
        "/shop/app.css": (SHOP_STYLE + rules(800, "s"), style),
        "/shop/app.js": (SHOP_SCRIPT, script),
        "/shop/products.json": (drawn, "application/json"),
        "/slow": (SLOW, html),
        "/slow/app.css": (GOOD_STYLE.removeprefix("<style>").removesuffix("</style>"), style),
        "/slow/app.js": (SLOW_SCRIPT, script),
        "/slow/stock.json": ('{"event": "12"}', "application/json"),
        "/frames": (frames(other), html),
        **{f"/frames/{name}": (framed(name), html) for name in ("film", "map", "form", "advertisement")},
    }
    return {path: (text.encode(), mime) for path, (text, mime) in texts.items()} | {
        "/marketing/logo.svg": (LOGO, "image/svg+xml")
    }


class Handler(BaseHTTPRequestHandler):
    """Every page under its name; a photograph for each .jpg; 404 for the rest."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        known = files(f"http://localhost:{self.server.server_port}")  # type: ignore[attr-defined]
        body, mime = known.get(path, (b"nothing here", "text/plain"))
        if path.endswith(".jpg"):
            body, mime = photograph(int(path.rpartition("/")[2].removesuffix(".jpg"))), "image/jpeg"
        if path.startswith("/slow"):
            time.sleep(THINKS.get(path.rpartition(".")[2], THINKS["html"]))
        self.send_response(200 if mime != "text/plain" else 404)
        self.send_header("content-type", mime)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


@contextlib.contextmanager
def served() -> Iterator[str]:
    """The site's address while it is up."""
    server = Server(("127.0.0.1", 0), Handler)
    files(f"http://localhost:{server.server_port}")
    for n in range(12):
        photograph(n)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    with served() as url:
        print("\n".join(f"{url}/{name}" for name in NAMES))
        threading.Event().wait()
