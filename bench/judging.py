"""What does judging cost? All rules over the facts of a page of 1,500 elements, against visiting the page.

`python bench/judging.py [ROUNDS]` prints the time of all rules, its ratio to a bare visit, and the slowest rules.
Facts are fresh in every round, as they are in a run: nothing is remembered from the round before.
"""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.async_api import async_playwright

from parcours.browser.devices import descriptor, resolve_all
from parcours.browser.ladder import find_browser
from parcours.browser.sessions import open_session
from parcours.browser.snapshot import take_snapshot
from parcours.checks import PageCheck
from parcours.checks.catalogue import discover
from parcours.facts.model import AppLinks, PageSnapshot
from parcours.findings import Where
from parcours.judging import judge_journey, judge_page
from parcours.storage.codec import from_json, to_json
from parcours.trace import JourneyTrace, Start

DEVICE = resolve_all(["iphone"])[0]
TARGET = 100  # milliseconds
SLOWEST = 12
ROUNDS = 10

# A shop's page as they are: a menu, products with prices and pictures, questions, a form, a foot with the shops.
PRODUCT = (
    '<li class="card"><a href="/p/{n}"><img src="/i/{n}.jpg" alt="Boot {n}" width="160" height="160">'
    "<h3>Boot {n}</h3></a>"
    '<p>Made of <b>calf</b> in our own workshop, resoled for ever.</p><span class="price">{n} €</span>'
    "<button>Into the basket</button></li>"
)
SHOP = (
    '<li><h4>Shop {n}</h4><p>12 high street, Monday to Saturday, 9 am to 7 pm</p><a href="tel:+3312345678{n:02}">'
    '01 23 45 67 8{n}</a> <a href="/shops/{n}">See the map</a></li>'
)
QUESTION = "<details><summary>Question {n}?</summary><p>The answer is long and was written with care.</p></details>"
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Boots</title>"
    f"<header><nav><ul>{''.join(f'<li><a href=/c/{n}>Part {n}</a></li>' for n in range(40))}</ul></nav></header>"
    f"<main><h1>Boots</h1><ul>{''.join(PRODUCT.format(n=n) for n in range(149))}</ul>"
    f"<section>{''.join(QUESTION.format(n=n) for n in range(20))}</section>"
    "<form><label>Your name <input name=name></label><label>E-mail <input type=email></label><textarea></textarea>"
    f"<button>Send</button></form></main><footer><ul>{''.join(SHOP.format(n=n) for n in range(30))}</ul></footer>"
)


class Handler(BaseHTTPRequestHandler):
    """The page; a picture of one pixel for everything else."""

    def do_GET(self) -> None:
        pixel = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
        body, mime = (PAGE.encode(), "text/html; charset=utf-8") if self.path == "/" else (pixel, "image/svg+xml")
        self.send_response(200)
        self.send_header("content-type", mime)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


async def looked_at(rounds: int) -> tuple[PageSnapshot, float]:
    """The page's facts, axe-core's included, and the median seconds of a bare visit with one picture."""
    described = {key: value for key, value in descriptor(DEVICE).items() if key != "default_browser_type"}
    seconds = []
    with served() as url:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_browser().executable or None)
            for _ in range(rounds + 1):
                start = time.perf_counter()
                context = await browser.new_context(**described)
                page = await context.new_page()
                await page.goto(url)
                await page.screenshot(type="jpeg", quality=70, scale="css")
                await context.close()
                seconds.append(time.perf_counter() - start)
            session = await open_session(browser, DEVICE)
            await session.page.goto(url)
            app = AppLinks(ios="1234567890", android="com.example.shop")
            facts = await take_snapshot(
                session.page, session.cdp, session.observer, device=session.device, key=session.key, app=app, axe=True
            )
            await session.close()
            await browser.close()
    return replace(facts, facets=facts.facets | {"wellknown"}), statistics.median(seconds[1:])


def judged(page: PageSnapshot) -> tuple[float, dict[str, float]]:
    """Seconds of all rules together, and CPU seconds of each; facts that several rules derive fall to the first."""
    checks = discover().values()
    trace = JourneyTrace("bench", page.device, Start(url=page.url), page.app, pages=(page,), facets=page.facets)
    single: dict[str, float] = {}
    whole = time.perf_counter()
    for check in checks:
        start = time.thread_time()
        if isinstance(check, PageCheck):
            judge_page(page, [check], Where(page=0))
        else:
            judge_journey(trace, [check], Where(page=0))
        single[check.id] = time.thread_time() - start
    return time.perf_counter() - whole, single


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    page, visit = asyncio.run(looked_at(rounds))
    kept = to_json(page)
    runs = [judged(from_json(PageSnapshot, kept)) for _ in range(rounds + 1)][1:]
    total = statistics.median(whole for whole, _ in runs)
    single = {id: statistics.median(run[id] for _, run in runs) for id in runs[0][1]}
    cpu = sum(single.values())
    elements = sum(len(frame.elements) for frame in page.frames)
    print(f"{elements} elements, {len(single)} rules, median of {rounds} rounds")
    print(f"  bare visit       {visit * 1000:7.1f} ms")
    print(f"  all rules        {total * 1000:7.1f} ms  {total / visit:5.2f} x the visit")
    print(f"  of which CPU     {cpu * 1000:7.1f} ms  (target {TARGET} ms)")
    for id, seconds in sorted(single.items(), key=lambda one: -one[1])[:SLOWEST]:
        print(f"    {id:<26}{seconds * 1000:6.1f} ms  {seconds / cpu:4.0%}")


if __name__ == "__main__":
    main()
