"""From every page of a journey there is a way to a human being."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.chat import chats
from parcours.facts.inventory import has_menu, inventory
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.wording import counted

PAGES = ("", "text/html", "application/xhtml+xml")


@page_check(
    "contact/none",
    title="From this page a customer can reach someone",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=lambda page: page.frames[:1] if page.mime in PAGES else (),
    advice=Advice(
        do="Put a contact link, a telephone number or a chat within two taps of every page.",
        snippet='<footer><a href="/contact">Contact us</a> <a href="tel:+33123456789">01 23 45 67 89</a></footer>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes='<p>Our offer</p><footer><a href="/contact">Contact us</a></footer>',
    fails='<p>Our offer</p><footer><a href="/terms">Terms</a></footer>',
)
def none(main: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """A customer with a question who finds nobody to ask does not buy, or asks in public, where it costs more."""
    contacts = inventory(page)
    if any(contact.visible for contact in contacts):
        return
    if contacts and has_menu(page):
        return  # one tap opens the menu, one more the channel
    if contacts:
        label = contacts[0].label[:60]
        yield CannotTell(f"“{label}” leads to contact, but is hidden, and no menu that opens it was found", "hidden")
    elif chat := next((chat for chat in chats(page) if not chat.vendor.dead), None):
        state = "waits for consent" if chat.held else "did not load"
        yield CannotTell(f"The page's chat ({chat.name}) {state}: it may be the only way to reach someone", "chat")
    elif main.truncated:
        yield CannotTell(
            "The page is too large to be read to its end, and no way to reach someone was found so far", "truncated"
        )
    else:
        links = sum(1 for element in page.visible("a") if element.attr("href"))
        said = (
            f"no number, address, form, chat or contact link among its {counted(links, 'link')}"
            if links
            else "it holds no links at all"
        )
        yield Problem(f"Nobody can be reached from this page: {said}", "")
