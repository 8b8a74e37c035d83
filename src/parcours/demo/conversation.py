"""A customer's conversation with the adviser: what was written, what is answered when, and what is unread.

Time is given by whoever asks, in seconds; nothing here waits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

ADVISER = "Camille Berthier"
MOST_MESSAGES = 100  # the oldest go first
MOST_CHARACTERS = 2000  # in one message
REPLY_SECONDS = 2.0
TODAY = "Aujourd’hui"


class Author(StrEnum):
    """Who wrote a message."""

    CUSTOMER = "client"
    ADVISER = "conseiller"
    AUTOMATIC = "automatique"  # says at once that the message came in; no reply


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `number` grows from one to the next."""

    number: int
    author: Author
    text: str
    day: str = TODAY


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the loan's case, and when it was taken or who takes it."""

    title: str
    about: str


STEPS = (
    Step("Demande reçue", "lundi 2 mars"),
    Step("Pièces vérifiées", "mercredi 4 mars"),
    Step("Étude du dossier", f"par {ADVISER}"),
    Step("Offre de prêt", "à signer ici même"),
    Step("Versement des fonds", "sur votre compte"),
)
# The case's state by the step that it is at: when it last moved, and what comes next.
UPDATED = {2: "mercredi 4 mars, à 16 h 20", 3: "aujourd’hui"}
NEXT = {
    2: "Camille étudie votre dossier et vous répond au plus tard lundi 9 mars.",
    3: "Camille prépare votre offre : vous la signerez ici au plus tard jeudi 12 mars.",
}

BEFORE = (
    (
        Author.ADVISER,
        "Bonjour Louise, j’ai bien reçu votre demande de prêt de 18 000 € pour vos travaux. Je m’en occupe moi-même.",
        "Lundi 2 mars",
    ),
    (Author.CUSTOMER, "Merci Camille ! Vous faut-il d’autres pièces ?", "Lundi 2 mars"),
    (
        Author.ADVISER,
        "Non, tout y est. Je vérifie vos pièces, puis j’étudie le dossier : vous suivez chaque étape ici.",
        "Lundi 2 mars",
    ),
)
RECEIVED = (
    "Réponse automatique : votre message est bien arrivé. Camille vous répond elle-même en moins d’une heure, "
    "du lundi au samedi, de 8 h 30 à 19 h."
)
ABOUT_APPOINTMENTS = re.compile(r"rendez[- ]?vous|\brdv\b", re.IGNORECASE)
TO_APPOINTMENTS = (
    "Bonjour Louise, bien sûr, déplaçons-le : choisissez l’heure qui vous arrange à la page « Rendez-vous ». "
    "Et une bonne nouvelle : votre dossier est accepté, je prépare votre offre de prêt."
)
TO_OTHERS = (
    "Bonjour Louise, merci de votre message, je m’en occupe tout de suite. "
    "Et une bonne nouvelle : votre dossier est accepté, je prépare votre offre de prêt."
)
TO_MORE = "Avec plaisir, Louise. Je reste là jusqu’à 19 h : écrivez-moi ici dès que vous avez une question."


class Conversation:
    """One customer's thread and case. The adviser replies once to all that came in before her reply."""

    def __init__(self, reply_seconds: float = REPLY_SECONDS) -> None:
        self._reply_seconds = reply_seconds
        self._messages: list[Message] = []
        self._count = 0
        self._due: float | None = None
        self._asked = ""
        for author, text, day in BEFORE:
            self._add(author, text, day)
        self._read = self._count
        self.step = 2

    def write(self, text: str, now: float) -> None:
        """The customer writes; that it came in is said at once, unless a reply is on its way already."""
        self.catch_up(now)
        self._add(Author.CUSTOMER, text)
        if self._due is None:
            self._add(Author.AUTOMATIC, RECEIVED)
            self._due, self._asked = now + self._reply_seconds, text

    def confirm(self, text: str) -> None:
        """Say something automatically: that an appointment is made."""
        self._add(Author.AUTOMATIC, text)

    def catch_up(self, now: float) -> None:
        """Let the adviser's reply arrive, if its time has come; with the first one the case moves on."""
        if self._due is None or now < self._due:
            return
        self._due = None
        self._add(Author.ADVISER, self._reply())
        self.step = 3

    def _reply(self) -> str:
        if self.step == 3:
            return TO_MORE
        return TO_APPOINTMENTS if ABOUT_APPOINTMENTS.search(self._asked) else TO_OTHERS

    def _add(self, author: Author, text: str, day: str = TODAY) -> None:
        self._count += 1
        self._messages = [*self._messages, Message(self._count, author, text, day)][-MOST_MESSAGES:]

    def read(self, number: int) -> None:
        """The customer has read as far as that message."""
        self._read = max(self._read, min(number, self._count))

    def after(self, number: int = 0) -> Sequence[Message]:
        """The messages that came after that one."""
        return [message for message in self._messages if message.number > number]

    @property
    def last(self) -> int:
        """The number of the last message."""
        return self._count

    @property
    def unread(self) -> int:
        """How many of the adviser's messages the customer has not read."""
        return sum(message.author is Author.ADVISER for message in self.after(self._read))

    def seconds_left(self, now: float) -> float | None:
        """Until the reply; None when none is due."""
        return None if self._due is None else max(self._due - now, 0.0)
