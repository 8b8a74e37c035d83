"""Where times were measured: on the machine that tested, or on a phone as it is on the move."""

from __future__ import annotations

from parcours.checks import Certainty
from parcours.facts.model import PageSnapshot


def place(page: PageSnapshot) -> str:
    """In words, to end a sentence with."""
    slow = "on slow 4G (1.6 Mbit/s, 150 ms) with a processor four times slower"
    return slow if page.network == "slow-4g" else "on the machine that tested"


def surer(page: PageSnapshot, usual: Certainty) -> Certainty:
    """How certain a time is: one step more than usual where the network and the processor were a phone's."""
    if page.network == "as-is":
        return usual
    return Certainty.MEDIUM if usual is Certainty.LOW else Certainty.HIGH
