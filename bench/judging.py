"""What does judging cost? All rules over the facts of pages of 500 to 12,000 elements.

`python bench/judging.py [--quick]` prints CPU milliseconds by the page's size, and the slowest rules at 1,500.
Facts are fresh in every round, as they are in a run: nothing is remembered from the round before.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.async_api import async_playwright

from parcours.browser import collect
from parcours.browser.devices import resolve_all
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
SIZES = (500, 1500, 3000, 6000, 12000)
QUICK_SIZES = (500, 1500, 6000)
NAMED = 1500  # elements: the page whose rules are listed
SLOWEST = 8
ROUNDS = 7
QUICK = 3

# A shop's page as they are: a menu, products with prices and pictures, questions, a form, a foot with the shops.
PRODUCT = (
    '<li class="card"><a href="/p/{n}"><img src="/i/{picture}.jpg" alt="Boot {n}" width="160" height="160">'
    "<h3>Boot {n}</h3></a>"
    '<p>Made of <b>calf</b> in our own workshop, resoled for ever.</p><span class="price">{n} €</span>'
    "<button>Into the basket</button></li>"
)
SHOP = (
    '<li><h4>Shop {n}</h4><p>12 high street, Monday to Saturday, 9 am to 7 pm</p><a href="tel:+3312345678{n:02}">'
    '01 23 45 67 8{n}</a> <a href="/shops/{n}">See the map</a></li>'
)
QUESTION = "<details><summary>Question {n}?</summary><p>The answer is long and was written with care.</p></details>"
PICTURES = 20  # that are different: to fetch thousands of them is no part of judging
BESIDE = 305  # elements that are no products


def page_of(elements: int) -> str:
    products = max(1, (elements - BESIDE) // 8)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>Boots</title>"
        f"<header><nav><ul>{''.join(f'<li><a href=/c/{n}>Part {n}</a></li>' for n in range(40))}</ul></nav></header>"
        f"<main><h1>Boots</h1><ul>{''.join(PRODUCT.format(n=n, picture=n % PICTURES) for n in range(products))}</ul>"
        f"<section>{''.join(QUESTION.format(n=n) for n in range(20))}</section>"
        "<form><label>Your name <input name=name></label><label>E-mail <input type=email></label><textarea></textarea>"
        f"<button>Send</button></form></main><footer><ul>{''.join(SHOP.format(n=n) for n in range(30))}</ul></footer>"
    )


class Handler(BaseHTTPRequestHandler):
    """A page of as many elements as its path says; a picture of one pixel for everything else."""

    def do_GET(self) -> None:
        wanted = self.path.strip("/")
        pixel = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
        html = wanted.isdecimal()
        body, mime = (page_of(int(wanted)).encode(), "text/html; charset=utf-8") if html else (pixel, "image/svg+xml")
        self.send_response(200)
        self.send_header("content-type", mime)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


async def looked_at(sizes: Sequence[int]) -> dict[int, PageSnapshot]:
    """The facts of each page; axe-core's too on the one whose rules are listed."""
    collect.MOST_ELEMENTS = 2 * max(sizes)  # parcours itself looks at 6,000 elements of a frame
    found = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser().executable or None)
        for size in sizes:
            session = await open_session(browser, DEVICE)
            await session.page.goto(f"http://127.0.0.1:{server.server_port}/{size}")
            facts = await take_snapshot(
                session, AppLinks(ios="1234567890", android="com.example.shop"), axe=size == NAMED
            )
            found[size] = replace(facts, facets=facts.facets | {"wellknown"})
            await session.close()
        await browser.close()
    server.shutdown()
    return found


def judged(page: PageSnapshot) -> dict[str, float]:
    """CPU seconds of each rule; facts that several rules derive fall to the first."""
    trace = JourneyTrace("bench", page.device, Start(url=page.url), page.app, pages=(page,), facets=page.facets)
    single: dict[str, float] = {}
    for check in discover().values():
        start = time.thread_time()
        if isinstance(check, PageCheck):
            judge_page(page, [check], Where(page=0))
        else:
            judge_journey(trace, [check], Where(page=0))
        single[check.id] = time.thread_time() - start
    return single


def together(page: PageSnapshot) -> float:
    """CPU seconds of all rules at once, as a run judges."""
    trace = JourneyTrace("bench", page.device, Start(url=page.url), page.app, pages=(page,), facets=page.facets)
    start = time.thread_time()
    judge_page(page, discover().values(), Where(page=0))
    judge_journey(trace, discover().values(), Where(page=0))
    return time.thread_time() - start


def measured(sizes: Sequence[int], rounds: int) -> list[str]:
    """Lines of Markdown."""
    pages = asyncio.run(looked_at(sizes))
    kept = {size: to_json(page) for size, page in pages.items()}
    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    single = []
    for turn in range(rounds + 1):
        for size in sizes:
            took = together(from_json(PageSnapshot, kept[size]))
            if turn:
                seconds[size].append(took)
        if turn:
            single.append(judged(from_json(PageSnapshot, kept[NAMED])))
    return [*_growth(pages, seconds), "", *_slowest(single)]


def _growth(pages: Mapping[int, PageSnapshot], seconds: Mapping[int, Sequence[float]]) -> list[str]:
    lines = [
        f"{len(discover())} rules; CPU ms, median of {len(seconds[NAMED])} rounds.",
        "",
        "| elements | all rules | a thousand elements |",
        "|---|---|---|",
    ]
    for size, page in pages.items():
        elements = sum(len(frame.elements) for frame in page.frames)
        took = statistics.median(seconds[size]) * 1000
        lines.append(f"| {elements:,} | {took:.0f} ms | {took / elements * 1000:.0f} ms |")
    return lines


def _slowest(single: Sequence[Mapping[str, float]]) -> list[str]:
    medians = {id: statistics.median(run[id] for run in single) for id in single[0]}
    total = sum(medians.values())
    slowest = sorted(medians.items(), key=lambda one: -one[1])[:SLOWEST]
    said = ", ".join(f"{id} {seconds * 1000:.1f} ms" for id, seconds in slowest)
    return [f"The slowest on the page of {NAMED:,}, of {total * 1000:.0f} ms in all: {said}."]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    print("\n".join(measured(QUICK_SIZES if quick else SIZES, QUICK if quick else ROUNDS)))


if __name__ == "__main__":
    main()
