"""A conversation on a page: what was said in it since the customer wrote, and whether a human said it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.offers import folded

KNOWN_BY = 80  # characters of what was written by which it is found again: the collector cuts long texts
MOST_CHARACTERS = 4000  # of one message

_THREAD_ROLES = frozenset({"log", "list", "feed", "listbox", "table", "grid"})
_THREAD_TAGS = frozenset({"ol", "ul", "table", "tbody"})
_LETTERS = re.compile(r"[^\W\d_]{2,}")

# What a machine says at once, in French, English, German, Spanish, Italian and Dutch, folded: that a message came in,
# that somebody is typing, that nobody is there now, and the marks of delivery.
AUTOMATIC = re.compile(
    r"\b(?:reponse automatique|message automatique|accuse de reception|"
    r"(?:votre|ton) (?:message|demande) (?:est |a |a ete )?(?:bien )?(?:arrive|recu|envoye|ete|transmis|pris)|"
    r"(?:nous avons|a) bien recu (?:votre|ton)|ne pas repondre|un conseiller (?:va|vous repondra)|"
    r"auto(?:matic|mated)?[- ]?(?:reply|response|message)|do not reply|no-?reply|"
    r"(?:we|i)(?: have|.ve)? (?:got|received) your|your (?:message|request) (?:has been|was|is) |"
    r"thanks? (?:you )?for (?:your message|contacting|reaching|getting in touch)|"
    r"(?:someone|an? \w+) will (?:be with|get back)|"
    r"automatische (?:antwort|nachricht)|(?:ihre|deine) (?:nachricht|anfrage) (?:ist|wurde|haben wir)|"
    r"respuesta automatica|hemos recibido (?:su|tu)|(?:su|tu) mensaje (?:ha|fue)|"
    r"risposta automatica|abbiamo ricevuto|(?:il suo|il tuo) messaggio (?:e|e stato)|"
    r"automatisch (?:antwoord|bericht)|(?:uw|je) bericht is|we hebben (?:uw|je) bericht|"
    r"est en train d.ecrire|ecrit\.\.\.|is typing|schreibt gerade|esta escribiendo|sta scrivendo|is aan het typen)"
)
# Alone, these are no message at all.
_MARKS = re.compile(
    r"(?:(?:envoye|distribue|remis|lu|vu|livre|recu|sent|delivered|read|seen|gesendet|zugestellt|gelesen|enviado|leido|"
    r"inviato|letto|verzonden|gelezen|a l.instant|just now|maintenant|now|aujourd.hui|today|hier|yesterday|heute|hoy|"
    r"oggi|vandaag)\W*(?:a|at|um|alle)?\W*(?:\d{1,2}\s?[:h.]\s?\d{2})?\W*)+"
)


def is_automatic(text: str) -> bool:
    """True for an acknowledgement: that a message came in, that somebody is typing. It is no reply."""
    return bool(AUTOMATIC.search(folded(text)))


def is_said(text: str) -> bool:
    """True for words that somebody may have said; False for times, counts and marks of delivery."""
    return bool(_LETTERS.search(text)) and not _MARKS.fullmatch(folded(text).strip())


def texts(page: PageSnapshot) -> frozenset[str]:
    """Every text that is on the page now, however far one must scroll for it."""
    return frozenset(e.text for e in page.elements() if e.text and e.box.area)


def written(page: PageSnapshot, words: str) -> Iterator[tuple[FrameFacts, Element]]:
    """Where the page shows what the customer wrote; fields and their labels are no such place."""
    wanted = _plain(words)[:KNOWN_BY]
    for frame in page.frames if wanted else ():
        for element in frame.elements:
            if (
                element.tag not in ("textarea", "input", "label")
                and element.box.area
                and wanted in _plain(element.text)
            ):
                yield frame, element


def thread(frame: FrameFacts, message: Element) -> Element | None:
    """What holds the messages, found from one of them: the list or log that it stands in; None when it stands alone."""
    around = list(frame.ancestors(message))
    for above in around:
        scrolls = above.overflow_y in ("auto", "scroll")
        if above.role in _THREAD_ROLES or above.tag in _THREAD_TAGS or (scrolls and above.tag not in ("html", "body")):
            return above
    return next((above for above in around if above.tag not in ("html", "body") and _holds_alike(frame, above)), None)


def _holds_alike(frame: FrameFacts, above: Element) -> bool:
    """True when several of its children are made alike, as bubbles are."""
    children = frame.children.get(frame.indexes[id(above)], ())
    kinds = [(child.tag, child.attr("class")) for child in children if child.tag not in ("p", "span", "br")]
    return any(kinds.count(kind) > 1 for kind in kinds)


def messages(frame: FrameFacts, held_by: Element) -> list[str]:
    """The messages of a thread in document order, each with its author and all else that stands in it."""
    return _heard(frame, held_by)


def _heard(frame: FrameFacts, above: Element) -> list[str]:
    children = frame.children.get(frame.indexes[id(above)], ())
    whole = ((child, frame.full_text(child)) for child in children)
    said = [(child, text[:MOST_CHARACTERS]) for child, text in whole if text.strip()]
    if len(said) == 1 and frame.children.get(frame.indexes[id(said[0][0])]):
        return _heard(frame, said[0][0])
    return [text for _, text in said]


def replies(page: PageSnapshot, words: str, before: Collection[str]) -> Iterator[str]:
    """What has been said since, in the thread that shows what the customer wrote: neither theirs, nor a machine's.

    `before` are the texts that the page had before it was sent.
    """
    for frame, element in written(page, words):
        held_by = thread(frame, element)
        if held_by is None:
            continue
        for text in messages(frame, held_by):
            if not _same(text, words) and not is_automatic(text) and _is_new(frame, held_by, text, before):
                yield text
        return


def acknowledged(page: PageSnapshot, before: Collection[str]) -> bool:
    """True when a machine has said since that the message came in."""
    return any(is_automatic(text) for text in texts(page) - frozenset(before))


def _is_new(frame: FrameFacts, held_by: Element, message: str, before: Collection[str]) -> bool:
    parts = [e.text for e in frame.below(held_by) if e.text and e.text in message]
    return any(is_said(part) and part not in before for part in parts)


def _same(text: str, words: str) -> bool:
    return _plain(words)[:KNOWN_BY] in _plain(text)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
