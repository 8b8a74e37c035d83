"""What do the facts of a page cost? A bare visit against visits that collect, judge, and run axe-core.

`python bench/collect.py [ROUNDS]` walks a page of 1,500 elements, the ways taking turns, and prints
medians and their ratios to the bare visit. Trust the ratios: milliseconds are this machine's.
"""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.async_api import Browser, Page, async_playwright

from parcours.browser.devices import descriptor
from parcours.browser.ladder import find_browser
from parcours.browser.sessions import open_session
from parcours.browser.snapshot import take_snapshot
from parcours.checks.catalogue import discover
from parcours.facts.model import AppLinks
from parcours.findings import Where
from parcours.judging import judge_page

DEVICE = "iphone"
CARD = '<li><h3>Offer {n}</h3><p>A <b>warm</b> pullover for {n} euros.</p><a href="/offer/{n}">Look at it</a></li>'
CARDS = 300  # of five elements each
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    f"<title>Offers</title><ul>{''.join(CARD.format(n=n) for n in range(CARDS))}</ul>"
)

Way = Callable[[Browser, str], Awaitable[None]]


class Handler(BaseHTTPRequestHandler):
    """Answers every address with the page."""

    def do_GET(self) -> None:
        body = PAGE.encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
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


async def pictured(page: Page) -> None:
    await page.screenshot(type="jpeg", quality=70, scale="css")


async def bare(browser: Browser, url: str) -> None:
    described = {key: value for key, value in descriptor(DEVICE).items() if key != "default_browser_type"}
    context = await browser.new_context(**described)
    page = await context.new_page()
    await page.goto(url)
    await pictured(page)
    await context.close()


async def visit(browser: Browser, url: str, *, judged: bool, axe: bool) -> None:
    session = await open_session(browser, DEVICE)
    await session.page.goto(url)
    page = await take_snapshot(
        session.page,
        session.cdp,
        session.observer,
        device=session.device,
        key=session.key,
        app=AppLinks(),
        axe=axe,
    )
    if judged:
        judge_page(page, discover().values(), Where(page=0))
    await pictured(session.page)
    await session.close()


WAYS: dict[str, Way] = {
    "bare visit": bare,
    "facts": lambda browser, url: visit(browser, url, judged=False, axe=False),
    "facts, judged": lambda browser, url: visit(browser, url, judged=True, axe=False),
    "facts, axe, judged": lambda browser, url: visit(browser, url, judged=True, axe=True),
}


async def measured(rounds: int) -> dict[str, list[float]]:
    """Seconds of every visit, by way; a first round warms up and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in WAYS}
    found = find_browser()
    with served() as url:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=found.executable or None)
            for turn in range(rounds + 1):
                for name, way in WAYS.items():
                    start = time.perf_counter()
                    await way(browser, url)
                    if turn:
                        seconds[name].append(time.perf_counter() - start)
            await browser.close()
    return seconds


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    medians = {name: statistics.median(times) for name, times in asyncio.run(measured(rounds)).items()}
    print(f"{CARDS * 5} elements, {len(discover())} checks, median of {rounds} visits taking turns")
    for name, median in medians.items():
        print(f"  {name:<20}{median * 1000:6.0f} ms  {median / medians['bare visit']:5.2f} x")


if __name__ == "__main__":
    main()
