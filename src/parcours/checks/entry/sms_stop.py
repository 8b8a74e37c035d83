"""An advertisement by text message says how to stop them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import messages
from parcours.facts.mail import WAY_OUT, folded
from parcours.facts.message import Message
from parcours.trace import JourneyTrace

# What an advertisement says, in six languages without accents.
SELLS = re.compile(
    r"-\s?\d{1,2}\s?%|\d{1,2}\s?% (?:off|de (?:remise|reduction|descuento)|rabatt|di sconto|korting)|"
    r"\b(?:soldes?|promo\w*|remise|bon plan|ventes? privees?|sale|sales|discount|voucher|special offer|"
    r"code promo|angebot\w*|rabatt|gutschein|oferta|rebajas|descuento|offerta|sconto|saldi|aanbieding|korting|"
    r"offre speciale|nouvelle collection|profitez)\b"
)
OUT = re.compile(r"\bstop\b|\bstopsms\b")


def _sells(trace: JourneyTrace) -> tuple[Message, ...]:
    return tuple(message for message in messages(trace, "sms") if SELLS.search(folded(message.text)))


@journey_check(
    "entry/sms-stop",
    title="An advertisement by text message says how to stop them",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    certainty=Certainty.MEDIUM,
    looks_at=_sells,
    advice=Advice(
        do="End the text with the way out that your country's law asks for.",
        snippet="Spring sale, -20% until Sunday: https://shop.example/s STOP 36111",
        links=("https://www.cnil.fr/fr/la-prospection-commerciale-par-sms-mms",),
    ),
    passes="Spring sale, -20% until Sunday: https://shop.example/s STOP 36111",
    fails="Spring sale, -20% until Sunday: https://shop.example/s",
)
def sms_stop(message: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """Who cannot stop the messages blocks the sender: the next one, about an order or an account, is lost with them."""
    words = folded(message.text)
    if not OUT.search(words) and not WAY_OUT.search(words):
        sold = SELLS.search(words)
        said = f"The text reads like an advertisement (“{sold[0] if sold else ''}”) and says no way out"
        yield CannotTell(f"{said}: is one owed?", "stop")
