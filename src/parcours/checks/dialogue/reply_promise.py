"""Whoever invites customers to write says when they will hear back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.inventory import Channel, Contact, inventory, is_contact_page, is_unread, offered, tells_hours
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.offers import folded

WRITTEN = {Channel.FORM, Channel.MAIL, Channel.SMS, Channel.MESSAGING, Channel.CHAT}
LANGUAGES = {"", "fr", "en", "de", "es", "it", "nl"}

# Folded. "We answer", in whatever form; then how long that takes.
REPLY = (
    r"\b(?:repon\w*|recontact\w*|rappel(?:ons|lerons|le)\b|reviendr\w*|revenons|retour|"
    r"repl(?:y|ies|ied)|respon[ds]\w*|answer\w*|get back|be in touch|hear from us|contact you|"
    r"antwort\w*|beantwort\w*|meld\w*|contest\w*|respuesta|respond\w*|risp\w*|ricontatt\w*|antwoord\w*|reager\w*|reactie\w*)\b"
)
DELAY = (
    r"(?:\b(?:\d{1,3}|une?|deux|trois|quelques|an?|one|two|three|few|ein\w*|zwei|wenige\w*|un[ao]|dos|pochi|due|een|twee)"
    r"(?: ?(?:a|to|-|–|bis|tot) ?\d{1,3})? ?(?:(?:full|working|business|volle) )?"
    r"(?:h\b|hrs?\b|heures?|hours?|stunden?|horas?|or[ae]\b|uur|uren|min\b|minut\w*|jours?|days?|tag\w*|werktag\w*|dias?|"
    r"giorn\w*|dag\w*|werkdag\w*|semaines?|weeks?|wochen?)|"
    r"\b(?:dans|within) (?:la (?:demi-)?(?:journee|heure)|the (?:hour|day))|le jour meme|same day|"
    r"(?:next|following) (?:working |business )?day|(?:am selben|noch am gleichen) tag|mismo dia|in giornata|"
    r"dezelfde dag)"
)
PROMISE = re.compile(rf"{REPLY}.{{0,100}}?{DELAY}|{DELAY}.{{0,60}}?{REPLY}")
VAGUE = re.compile(
    r"(?:dans les |au )plus (?:brefs delais|vite)|des que possible|rapidement|as soon as (?:possible|we can)|"
    r"shortly|promptly|so (?:schnell|bald) wie moglich|schnellstmoglich|umgehend|lo antes posible|il prima possibile|"
    r"zo (?:snel|spoedig) mogelijk"
)
VAGUE_REPLY = re.compile(rf"{REPLY}.{{0,80}}?(?:{VAGUE.pattern})|(?:{VAGUE.pattern}).{{0,60}}?{REPLY}")
MARKED = re.compile(r"hoursAvailable|openingHours")


def invitation(page: PageSnapshot) -> Iterable[Contact]:
    """The first place where the page invites customers to write: a form anywhere, anything else on a contact page.

    An address that nobody reads invites nobody: `dialogue/dead-end` tells of it.
    """
    if page.main.lang[:2].lower() not in LANGUAGES:
        return ()
    ways = [way for way in offered(inventory(page)) if way.channel in WRITTEN and not is_unread(way)]
    forms = [way for way in ways if way.channel is Channel.FORM]
    return forms[:1] or (ways[:1] if is_contact_page(page) else ())


@page_check(
    "dialogue/reply-promise",
    title="Customers who write know when they will hear back",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=invitation,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Say beside the form how soon a person answers, or when somebody is there, and keep to it.",
        snippet="<p>We answer within four hours, Monday to Saturday from 9 am to 7 pm.</p>",
        links=("https://schema.org/hoursAvailable",),
    ),
    passes="<p>We answer within 4 hours.</p><form><textarea></textarea><button>Send</button></form>",
    fails="<h1>Write to us</h1><form><textarea></textarea><button>Send</button></form>",
)
def reply_promise(way: Contact, page: PageSnapshot) -> Iterator[Problem]:
    """Somebody who does not know whether an answer takes an hour or a week calls instead, or asks a competitor."""
    seen = [element for element in page.visible() if element.text]
    words = " ".join(folded(element.text) for element in seen)
    if way.hours or _marked(page) or tells_hours(words) or PROMISE.search(words):
        return
    asked = f"“{way.label[:60]}”" if way.label else "The form"
    if cut := next((element for element in seen if _may_go_on(element)), None):
        yield CannotTell(
            f"{asked} may say when an answer comes in a text too long to be read to its end: “{cut.text[:60]}…”", "long"
        )
    elif vague := VAGUE_REPLY.search(words):
        found = VAGUE.search(vague[0])
        assert found
        yield Problem(f"{asked} promises an answer “{found[0]}”, which is no time", "vague", severity=Severity.NOTE)
    else:
        yield Problem(f"{asked} invites customers to write and does not say when an answer comes", "none")


def _marked(page: PageSnapshot) -> bool:
    return any(MARKED.search(text) for text in page.main.scripts)


def _may_go_on(element: Element) -> bool:
    return element.length > len(element.text) and bool(re.search(REPLY, folded(element.text)))
