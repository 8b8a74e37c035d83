"""The mended bank's scripts in a real browser: the badge, the notification, and what the service worker does.

The headless shell shows no notification whatever it is allowed, so what it is asked to show is what is looked at.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.launch import browsers
from parcours.demo.bank import LOGIN, PASSWORD
from parcours.demo.server import serve
from parcours.running.run import lane_settings

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page

SPIES = """
window.badges = [];
window.shown = [];
Navigator.prototype.setAppBadge = async (count) => { badges.push(count); };
Navigator.prototype.clearAppBadge = async () => { badges.push(0); };
ServiceWorkerRegistration.prototype.showNotification = async (title, options) => { shown.push({ title, ...options }); };
"""
WORKER_SPIES = """
self.shown = [];
self.badges = [];
ServiceWorkerRegistration.prototype.showNotification = async (title, options) => { shown.push({ title, ...options }); };
self.told = new Promise((done) => {
  WorkerNavigator.prototype.setAppBadge = async (count) => { badges.push(count); done(); };
});
true;
"""
CLICK = """
const click = new ExtendableEvent("notificationclick");
click.notification = { close() {}, data: { url: "/dossier" } };
self.dispatchEvent(click);
"""
WRITTEN_ELSEWHERE = """
fetch("/messages", {
  method: "POST",
  body: new URLSearchParams({ texte: "Bonjour" }),
  headers: { Accept: "application/json" },
})
"""
MOST_MS = 20_000

Visit = Callable[["Page", "BrowserContext", str], Awaitable[None]]


def visit(act: Visit, *, delay: float = 0, **options: Any) -> None:
    """Log a customer in on a phone of their own, and act; what they see is checked within."""

    async def run() -> None:
        async with browsers(lane_settings()) as lane:
            browser = await lane.get("chromium")
            context = await browser.new_context(viewport={"width": 390, "height": 660}, has_touch=True, **options)
            context.set_default_timeout(MOST_MS)
            await context.add_init_script(SPIES)
            page = await context.new_page()
            with serve("bank-after") as bank:
                await page.goto(f"{bank.url}connexion?vers=messages&delai={delay}")
                await page.fill("#identifiant", LOGIN)
                await page.fill("#code", PASSWORD)
                await page.tap("button")
                await page.wait_for_url("**/messages")
                await act(page, context, bank.url)
            await context.close()

    run_to_end(run())


async def unread(page: Page, count: int) -> None:
    """Wait until the tab, its badge, the title and the icon say that so many messages are unread."""
    name = "Messages, 1 message non lu" if count else "Messages"
    said = {"name": name, "pill": str(count or ""), "title": f"({count}) " if count else "", "badge": count}
    await page.wait_for_function(
        """(said) => {
            const tab = document.getElementById('vers-messages');
            return tab.getAttribute('aria-label') === said.name
                && document.getElementById('pastille').textContent === said.pill
                && document.title.startsWith(said.title || document.title.replace(/^\\(\\d+\\) /, ''))
                && badges.at(-1) === said.badge;
        }""",
        arg=said,
    )


async def send(page: Page, text: str) -> None:
    await page.fill("#texte", text)
    await page.tap("#ecrire button")
    await page.wait_for_selector(".bulle.client:has-text('Bonjour')")


def test_a_reply_is_unread_until_the_customer_touches_the_thread() -> None:
    async def act(page: Page, _context: BrowserContext, _url: str) -> None:
        await unread(page, 0)
        await send(page, "Bonjour <b>Camille</b>")
        await page.wait_for_selector(".bulle.conseiller:has-text('bonne nouvelle')")
        await unread(page, 1)
        assert await page.input_value("#texte") == ""
        assert await page.locator(".bulle.client:last-of-type b").count() == 0
        await page.tap("h1")
        await unread(page, 0)
        await page.tap("text=Compte")
        await page.wait_for_url("**/compte")
        await unread(page, 0)

    visit(act)


def test_a_reply_shows_on_another_page_as_it_comes_and_moves_the_loan_on() -> None:
    async def act(page: Page, _context: BrowserContext, url: str) -> None:
        await page.goto(f"{url}dossier")
        await page.evaluate(WRITTEN_ELSEWHERE)
        await unread(page, 1)
        current = page.locator("#suivi [aria-current=step] strong")
        assert await current.text_content() == "Offre de prêt"
        assert "aujourd’hui" in (await page.text_content(".maj") or "")
        await page.tap("#vers-messages")
        await page.wait_for_url("**/messages")
        await unread(page, 0)

    visit(act)


def test_a_notification_is_asked_for_after_a_tap_and_shown_on_the_reply() -> None:
    async def act(page: Page, _context: BrowserContext, _url: str) -> None:
        await page.tap("#activer")
        await page.wait_for_selector("#avis-dit:has-text('C’est noté')")
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        await send(page, "Bonjour, un rendez-vous ?")
        await page.wait_for_function("shown.length === 1")
        shown = await page.evaluate("shown[0]")
        assert (shown["title"], shown["data"]) == ("Camille Berthier vous a répondu", {"url": "/messages#m6"})
        assert "déplaçons-le" in shown["body"]

    visit(act, permissions=["notifications"])


def test_without_leave_nothing_is_shown_and_another_way_is_named() -> None:
    async def act(page: Page, _context: BrowserContext, _url: str) -> None:
        await page.tap("#activer")
        await page.wait_for_selector("#avis-dit:has-text('par SMS')")
        await send(page, "Bonjour")
        await unread(page, 1)
        assert await page.evaluate("shown") == []

    visit(act)


@pytest.mark.parametrize("unread", [1, 3])
def test_a_push_message_is_shown_with_its_badge_and_leads_to_its_page(unread: int) -> None:
    async def act(page: Page, context: BrowserContext, url: str) -> None:
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        (worker,) = context.service_workers
        await worker.evaluate(WORKER_SPIES)
        cdp = await context.new_cdp_session(page)
        known: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def registered(event: dict[str, Any]) -> None:
            for each in event["registrations"]:
                if not known.done():
                    known.set_result(each["registrationId"])

        cdp.on("ServiceWorker.workerRegistrationUpdated", registered)
        await cdp.send("ServiceWorker.enable")
        news = {"title": "Votre prêt avance", "body": "L’offre est prête", "url": "/dossier", "unread": unread}
        delivered = {"origin": url.rstrip("/"), "registrationId": await asyncio.wait_for(known, MOST_MS / 1000)}
        await cdp.send("ServiceWorker.deliverPushMessage", {**delivered, "data": json.dumps(news)})
        shown = await worker.evaluate("told.then(() => shown)")
        assert [(each["title"], each["body"], each["data"]) for each in shown] == [
            ("Votre prêt avance", "L’offre est prête", {"url": "/dossier"})
        ]
        assert await worker.evaluate("badges") == [unread]
        await worker.evaluate(CLICK)
        await page.wait_for_url("**/dossier")

    visit(act)
