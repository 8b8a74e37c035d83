"""A chat that is closed says when it opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats, parts
from parcours.facts.geometry import Box
from parcours.facts.inventory import tells_hours
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded

# Folded, in six languages: nobody is there now.
CLOSED = re.compile(
    r"\boffline\b|\bhors ligne\b|\bnous sommes (?:actuellement |momentanement )?(?:absents|fermes|indisponibles)|"
    r"\b(?:n'est|ne sont|sommes) pas (?:disponibles?|joignables?|la)\b|"
    r"\bwe(?:'re|.re| are) (?:currently |now )?(?:away|closed|not (?:available|online|here))|"
    r"\bnot available right now\b|"
    r"\b(?:nicht|derzeit nicht) (?:erreichbar|verfugbar|besetzt)\b|\bno estamos (?:disponibles|conectados)|"
    r"\bfuera de linea\b|\bnon siamo (?:disponibili|online)|\bniet (?:beschikbaar|bereikbaar)|\bgesloten\b",
)


class Notice(NamedTuple):
    """What a chat says of its being closed."""

    address: str
    box: Box
    text: str
    chat: Chat
    hours: bool


def _notices(page: PageSnapshot) -> Iterable[Notice]:
    """The first words of each chat that say that nobody is there; `hours` when any of its words tell the hours."""
    for chat in chats(page):
        said = [part for part in parts(chat, page) if part.text or part.name]
        texts = [f"{part.text} {part.name}" for part in said]
        closed = next((part for part, text in zip(said, texts, strict=True) if CLOSED.search(folded(text))), None)
        if closed:
            hours = any(tells_hours(text) for text in texts)
            yield Notice(closed.address, page.on_page(closed), (closed.text or closed.name)[:80], chat, hours)


@page_check(
    "chat/hours",
    title="A chat that is closed says when it opens",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_notices,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Tell the opening hours in the chat's away message, and what to do until then.",
        snippet="We are offline now. Write to us and we answer on weekdays from 9:00 to 18:00.",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<div class="crisp-client">We are away. Open from 9:00 to 18:00.</div>'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<div class="crisp-client">We are away.</div>'
    ),
)
def hours(notice: Notice, _: PageSnapshot) -> Iterator[Problem]:
    """“We are offline” sends the customer away; “back at nine” lets them come again."""
    if not notice.hours:
        yield Problem(f"{notice.chat.name} says “{notice.text}”, and not when somebody is there")
