"""What leaves a customer's hands when a control is tapped: a form, a message, an order. And where that may go."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from parcours.facts.offers import folded


class Control(NamedTuple):
    """What a tap on a control would do, as the browser tells.

    `words` are its name as a person reads it. `submits` is True when it submits a form, by `method` ("get", "post",
    "dialog") to `target`. `writes` means that somebody would write to people in that form (a text area, an address, a
    telephone number, a password), `link` that it is a link. `page` is the address of the frame that it stands in.
    """

    words: str = ""
    submits: bool = False
    method: str = "get"
    target: str = ""
    writes: bool = False
    link: bool = False
    page: str = ""


# Said at the beginning of a button's name, in French, English, German, Spanish, Italian and Dutch, without accents.
_BEFORE = r"(?:(?:oui|yes|ja|si|jetzt|nu|ora|ahora|confirmer et|valider et|confirm and|verifier et|place(?: your| my)?|"
_BEFORE += r"passer(?: ma| la)?|zahlungspflichtig|kostenpflichtig),? )?"
_ACTS = (
    r"envoyer|soumettre|send|submit|senden|absenden|abschicken|enviar|inviare|invia|verzenden|versturen|verstuur|"
    r"acheter|payer|commander|commande|buy|pay|order|kaufen|bezahlen|bestellen|comprar|pagar|acquista|compra|paga|"
    r"ordina|kopen|betalen|bestel"
)
# "Send a message" opens a form, "Send us a message" too; "Order status" is read.
_NOT = (
    r"(?! (?:un|une|a|an|ein|eine|een|una|uno|us|me|nous|uns|ons|status|history|number|tracking|by|online|en ligne|"
    r"attention|suivi|par|sans|plus tard|later)\b)"
)
_SAYS = re.compile(rf"{_BEFORE}(?:{_ACTS})\b{_NOT}")
MOST_WORDS = 5  # a button that says more explains something


def sends(control: Control) -> str:
    """What a tap would send, in words that follow the control's name; "" when it only leads somewhere.

    A form that asks (GET, `role=search`) is reading. Links lead somewhere, whatever they say.
    """
    if control.link or control.method == "dialog":
        return ""
    if control.submits and control.method == "post":
        return f"sends a form to {place(control.target)}"
    if control.submits:
        return "sends what is written in its form" if control.writes else ""
    words = " ".join(folded(control.words).split())
    if len(words.split()) <= MOST_WORDS and _SAYS.match(words):
        return "says that it sends, orders or pays"
    return ""


def place(url: str) -> str:
    """The host of an address, with its port when it has one; "" when it has none."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return f"{(parts.hostname or '').rstrip('.')}{port}"


def may_send(url: str, allowed: Iterable[str]) -> bool:
    """True when an address lies at one of these places: `host`, `host:port`, `*.host` for all below it."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return False
    return bool(host) and any(_is_at(host, port, pattern) for pattern in allowed)


def _is_at(host: str, port: int | None, pattern: str) -> bool:
    name, _, wanted = pattern.rpartition(":") if re.search(r":\d+$", pattern) else (pattern, "", "")
    name = name.strip("[]")
    if wanted and wanted != str(port):
        return False
    return host.endswith(name[1:]) if name.startswith("*.") else host == name
