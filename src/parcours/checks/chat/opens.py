"""The chat opens, and one can write there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat_window import open_window, window_parts
from parcours.facts.geometry import Box
from parcours.facts.model import Element, Opened, PageSnapshot
from parcours.facts.offers import folded

FIELDS = frozenset({"textbox", "searchbox", "combobox"})
LEAST_CHOICES = 2  # a list of channels, topics or answers
PATIENCE = 5  # seconds


class Attempt(NamedTuple):
    """A tap on a chat's button, and what came of it."""

    address: str
    box: Box
    opened: Opened


def _attempts(page: PageSnapshot) -> Iterable[Attempt]:
    for opened in page.opened:
        if opened.kind == "chat":
            button = next((e for e in page.elements() if e.address == opened.opener), None)
            yield Attempt(opened.opener, page.on_page(button) if button else Box(0, 0, 0, 0), opened)


@page_check(
    "chat/opens",
    title="The chat opens within five seconds, and one can write there",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=lambda page: tuple(_attempts(page)),
    advice=Advice(
        do="Open the chat on a phone as your customers do, and mend what keeps its window or its field away.",
        links=(
            "https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy",
            "https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",
        ),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<div class="crisp-client"><button style="position:fixed;right:16px;bottom:16px;width:56px;height:56px" '
        'onclick="this.nextSibling.hidden = false">Help</button><div hidden style="position:fixed;inset:0;'
        'background:#fff"><button>Close</button><textarea aria-label="Your message"></textarea></div></div>'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<div class="crisp-client"><button style="position:fixed;right:16px;bottom:16px;width:56px;height:56px">'
        "Help</button></div>"
    ),
    needs=("frames", "chat-open"),
)
def opens(attempt: Attempt, page: PageSnapshot) -> Iterator[Problem]:
    """A chat that stays shut on the phone is a door painted on a wall: nobody in the office hears the knocking."""
    opened = attempt.opened
    if opened.effect == "leaves":
        return  # to a messenger, or to a page with the chat
    severity = Severity.BLOCKER if opened.wanted else None
    after = replace(page, frames=opened.frames)
    window = open_window(page, after) if opened.ms >= 0 else None
    if window is None:
        said = f"“{opened.name}” was tapped, and no window opened within {PATIENCE} s"
        if opened.failed:
            yield CannotTell(f"{said}; {opened.failed[0][:100]} could not be reached", "unreachable", severity)
        else:
            yield Problem(said, "shut", severity)
        return
    parts, whole = window_parts(after, window)
    if any(_takes_text(part) for part in parts) or sum(_is_choice(part) for part in parts) >= LEAST_CHOICES:
        return
    said = f"The window of “{opened.name}” opens, and has neither a field to write in nor a choice of channels"
    if opened.failed or not whole:
        yield CannotTell(f"{said}; not all of it could be seen", "unseen", severity, Certainty.LOW)
    else:
        yield Problem(said, "no-field", severity, Certainty.MEDIUM)


def _takes_text(part: Element) -> bool:
    editable = part.attr("contenteditable").lower() in ("true", "plaintext-only") or part.tag == "textarea"
    typed = part.tag == "input" and part.attr("type").lower() in ("", "text", "email", "search", "tel")
    return (editable or typed or part.role in FIELDS) and "disabled" not in part.attrs


def _is_choice(part: Element) -> bool:
    """A link or a button that is not there to close the window."""
    words = folded(part.name or part.text)
    pressed = part.tag == "button" or part.role == "button" or (part.tag == "a" and "href" in part.attrs)
    return pressed and len(words) > 2 and not any(word in words for word in ("close", "fermer", "minimi", "reduire"))
